"""Change a database file one entry at a time, every other byte as it was; keep what was before for
`kzfr undo`.
"""

"""What a command has to tell, in one language and free of format: each format renders these
records.

The field names of the views are those of the JSON output: a promise.
"""

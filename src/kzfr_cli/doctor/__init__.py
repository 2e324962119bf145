"""What is wrong in database files: a registry of small checks, each with a code, a reason and a
cure.
"""

"""The SQLite index: its tables, how it is built, opened and read."""

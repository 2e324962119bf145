"""SQLite: tables that Datasette and sqlite-utils browse, and views for who does not ask in SQL."""

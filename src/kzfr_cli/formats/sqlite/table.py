"""The tables of a database that is being written."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from kzfr_cli.core.event import LANGUAGES, in_language


class Tables:
    """A database, and the language of its reader."""

    def __init__(self, connection: sqlite3.Connection, lang: str) -> None:
        self.execute = connection.execute
        self.lang = lang

    def insert(self, table: str, row: tuple[object, ...]) -> int | None:
        """Insert a row, and return its number; one that is there already stays as it is."""
        marks = ", ".join("?" * len(row))
        done = self.execute(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", row)
        return done.lastrowid

    def label(self, table: str, entry_id: str, words: Mapping[str, str]) -> None:
        """Insert what something is called: by the reader, then in each language."""
        name, _ = in_language(words, self.lang)
        self.insert(table, (entry_id, name or entry_id, *in_each(words)))


def in_each(words: Mapping[str, str]) -> tuple[str | None, ...]:
    """Return a text in each language, None where there is none."""
    return tuple(words.get(lang) for lang in LANGUAGES)

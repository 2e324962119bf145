"""What the words of a query are to a reader of queries: stop words, words of dates, of order, of
leaving out.

The index keeps the lists of `languages/*.toml`, folded, so that a search need not load four files
of words.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from kzfr_cli import languages


class Vocabulary:
    """The roles of words, read from the index when they are asked for."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.roles: dict[str, set[str]] = {}
        self.lists: dict[str, frozenset[str]] = {}

    def learn(self, words: Iterable[str], *, is_cyrillic: bool = False) -> None:
        """Look folded words up, all at once."""
        new = [word for word in dict.fromkeys(words) if word not in self.roles]
        self.roles.update((word, set()) for word in new)
        marks = ",".join("?" * len(new))
        query = f"SELECT word, role FROM roles WHERE word IN ({marks})"
        for word, role in self.connection.execute(query, new):
            self.roles[word].add(role)
        if is_cyrillic:
            self.learn_bare([word for word in new if not self.roles[word]])

    def learn_bare(self, unknown: list[str]) -> None:
        """Give words typed for want of letters the roles of those that they stand for: «кашан»."""
        plain = {
            plain: word
            for word in unknown
            if word.isalpha()
            for plain in languages.bare.readings(word)
        }
        marks = ",".join("?" * len(plain))
        query = (
            "SELECT bare, role FROM bare JOIN roles ON roles.word = bare.word"
            f" WHERE bare IN ({marks})"
        )
        for found, role in self.connection.execute(query, [*plain]):
            self.roles[plain[found]].add(role)

    def has(self, role: str, word: str) -> bool:
        """Return whether a word that was learnt has a role."""
        return role in self.roles.get(word, ())

    def is_silent(self, word: str, *, is_cyrillic: bool) -> bool:
        """Return whether a word says nothing about what is asked, in the script in which it was
        typed.
        """
        return self.has(in_script("stop_words", is_cyrillic=is_cyrillic), word)

    def is_hint(self, word: str, *, is_cyrillic: bool) -> bool:
        """Return whether a word only hints at a visit: «allé», "came"."""
        return self.has(in_script("hints", is_cyrillic=is_cyrillic), word)

    def order(self, word: str) -> str | None:
        """Return whether a word asks for the `first` or the `last` of its kind."""
        return next(
            (role for role in ("first", "last") if self.has(role, word)),
            None,
        )

    def words(self, role: str) -> frozenset[str]:
        """Return all folded words of a role."""
        if role not in self.lists:
            rows = self.connection.execute("SELECT word FROM roles WHERE role = ?", (role,))
            self.lists[role] = frozenset(word for (word,) in rows)
        return self.lists[role]


def in_script(name: str, *, is_cyrillic: bool) -> str:
    """Return the name of a list of one script."""
    return f"{name} {'cyrillic' if is_cyrillic else 'latin'}"

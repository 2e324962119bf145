"""What the words of a query are to a reader of queries: stop words, words of dates, of order, of
leaving out.

The index keeps the lists of `languages/*.toml`, folded, so that a search need not load four files
of words.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from kzfr_cli import languages

SHORTEST_LATIN = 5
"""Letters from which a word in Latin letters may be a small word of Kazakh or Russian: "kashan"."""


class Vocabulary:
    """The roles of words, read from the index when they are asked for."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.roles: dict[str, set[str]] = {}
        self.lists: dict[str, frozenset[str]] = {}

    def learn(
        self,
        words: Iterable[str],
        *,
        is_cyrillic: bool = False,
    ) -> None:
        """Look folded words up, all at once."""
        new = [word for word in dict.fromkeys(words) if word not in self.roles]
        self.roles.update((word, set()) for word in new)
        marks = ",".join("?" * len(new))
        query = f"SELECT word, role FROM roles WHERE word IN ({marks})"
        for word, role in self.connection.execute(query, new):
            self.roles[word].add(role)
        if is_cyrillic or len(new) > 1:
            shortest = 1 if is_cyrillic else SHORTEST_LATIN
            unknown = [word for word in new if not self.roles[word]]
            self.learn_bare([word for word in unknown if len(word) >= shortest])

    def learn_bare(self, unknown: list[str]) -> None:
        """Give words typed for want of letters the roles of those that they stand for: «кашан»,
        "kashan".
        """
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

    def has(
        self,
        role: str,
        word: str,
    ) -> bool:
        """Return whether a word that was learnt has a role."""
        return role in self.roles.get(word, ())

    def is_silent(
        self,
        word: str,
        *,
        is_cyrillic: bool,
    ) -> bool:
        """Return whether a word says nothing about what is asked, in the script in which it was
        typed.
        """
        return any(
            self.has(role, word) for role in self.readings("stop_words", word, is_cyrillic)
        )

    def readings(
        self,
        name: str,
        word: str,
        is_cyrillic: bool,
    ) -> Iterator[str]:
        """Yield the lists of a name to which a word may belong that was typed in a script: a
        long one in Latin letters may be Kazakh or Russian.
        """
        yield in_script(name, is_cyrillic=is_cyrillic)
        if not is_cyrillic and len(word) >= SHORTEST_LATIN:
            yield in_script(name, is_cyrillic=True)

    def is_hint(
        self,
        word: str,
        *,
        is_cyrillic: bool,
    ) -> bool:
        """Return whether a word only hints at a visit: «allé», "came"."""
        return any(
            self.has(role, word) for role in self.readings("hints", word, is_cyrillic)
        )

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

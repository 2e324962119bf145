"""Look words up in what the index knows: its vocabulary, the spellings of its names, its
thesaurus.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from functools import cached_property
from math import log

from kzfr_cli import languages
from kzfr_cli.core.record import pair
from kzfr_cli.languages.folding import fold
from kzfr_cli.languages.stems import SHORTEST_ROOT, are_related, stems
from kzfr_cli.search.vocabulary import Vocabulary

FEW = 300
"""Events that are reckoned with at least: what is rare in twenty says nothing."""

MOST_SPELLINGS = 16
MOST_PREFIXED = 200
LONGEST_ENDING, LONGEST_CYRILLIC_ENDING = 5, 9
"""Letters that a word has at most after the root of its family: of French or English, and of
Russian or Kazakh as they are folded.
"""

OWN_WORDS = """
SELECT DISTINCT word FROM spellings AS own WHERE token = ? AND length(word) > 3
AND NOT EXISTS (
    SELECT 1 FROM spellings AS others WHERE others.word = own.word AND others.token <> own.token)
"""


@pair
class Spelling:
    """A spelling of a name or tag: its token in the documents, its folded words, the kind of the
    name.
    """

    token: str
    text: str
    kind: str


class Lexicon:
    """The words of an index."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.vocabulary = Vocabulary(connection)
        self.counts: dict[str, int | None] = {}
        self.highlighted: dict[str, list[str]] = {}

    @cached_property
    def events(self) -> int:
        """The number of events, not less than `FEW`."""
        query = "SELECT value FROM lexicon WHERE key = 'events'"
        return max(
            int(self.connection.execute(query).fetchone()[0]),
            FEW,
        )

    def count(self, word: str) -> int | None:
        """Return the number of documents that have a word; None when the database does not know
        it.
        """
        if word not in self.counts:
            query = "SELECT documents FROM vocabulary WHERE word = ?"
            row = self.connection.execute(query, (word,)).fetchone()
            self.counts[word] = row[0] if row else None
        return self.counts[word]

    def is_titled(self, words: list[str]) -> bool:
        """Return whether one of some words stands in a title, a subject or a keyword."""
        if not words:
            return False
        asked = " OR ".join(f'"{word}"' for word in words)
        query = "SELECT 1 FROM words WHERE words MATCH ? LIMIT 1"
        row = self.connection.execute(query, (f"{{title tags}} : ({asked})",)).fetchone()
        return row is not None

    def knows(self, word: str) -> bool:
        """Return whether a word stands in a document or in a spelling."""
        return self.count(word) is not None

    def rarity(self, documents: int) -> float:
        """Return the weight of a word that so many documents have."""
        return log(1 + self.events / (min(documents, self.events) + 1))

    def years(self) -> Iterator[str]:
        """Yield the tokens of the years that the database has."""
        query = (
            "SELECT word FROM vocabulary "
            "WHERE word BETWEEN '_0' AND '_9999' AND length(word) = 5"
        )
        for (token,) in self.connection.execute(query):
            yield token

    def meant(self, word: str) -> list[str]:
        """Return the words that are typed so for want of their letters: «елшилик», "jol"."""
        found = [
            plain
            for plain in languages.bare.readings(word)
            if plain != word and self.knows(plain)
        ]
        for plain in languages.bare.readings(word):
            rows = self.connection.execute("SELECT word FROM bare WHERE bare = ?", (plain,))
            found += [other for (other,) in rows if other != word]
        return found

    # ---- names

    def spellings(self, word: str) -> list[Spelling]:
        """Return the spellings of names and tags that have a word."""
        query = (
            "SELECT DISTINCT token, spelling, kind FROM spellings WHERE word = ?"
            " ORDER BY token, spelling"
        )
        return [
            Spelling(*row)
            for row in self.connection.execute(
                query,
                (word,),
            )
        ]

    def is_of_person(self, word: str) -> bool:
        """Return whether a word is part of a person's name: «Noursoultan» is no town there."""
        query = "SELECT 1 FROM spellings WHERE word = ? AND kind = 'person' LIMIT 1"
        return self.connection.execute(query, (word,)).fetchone() is not None

    def other_spellings(self, token: str) -> list[str]:
        """Return the spellings of a name, those of one word first, without the shortest, which may
        be words.
        """
        query = (
            "SELECT DISTINCT spelling FROM spellings WHERE token = ? AND length(spelling) > 3"
            " AND kind NOT IN ('part', 'whole') ORDER BY spelling LIKE '% %', spelling LIMIT ?"
        )
        return [
            spelling
            for (spelling,) in self.connection.execute(
                query,
                (token, MOST_SPELLINGS),
            )
        ]

    def name_spelt(self, text: str) -> str:
        """Return the id of the only name with a spelling, empty when none or several have it."""
        query = (
            "SELECT DISTINCT id FROM spellings JOIN entries ON no = number"
            " WHERE word = ? AND spelling = ? AND entries.kind = 'names'"
        )
        found = self.connection.execute(
            query,
            (text.partition(" ")[0], text),
        ).fetchall()
        return str(found[0][0]) if len(found) == 1 else ""

    def surnames(self, token: str) -> set[str]:
        """Return the last words of a person's spellings."""
        return {spelling.rpartition(" ")[2] for spelling in self.other_spellings(token)}

    def organs(self, token: str) -> list[str]:
        """Return the tokens of what belongs to an organisation."""
        query = "SELECT DISTINCT token FROM spellings WHERE word = ? AND kind = 'whole'"
        return [
            organ
            for (organ,) in self.connection.execute(
                query,
                (token,),
            )
            if self.count(organ)
        ]

    def years_of(self, spelling: Spelling) -> tuple[str, str] | None:
        """Return the first and the last year in which a name was spelt so, when it is not so spelt
        today.
        """
        query = "SELECT body FROM entries WHERE kind = 'names' AND id = ? AND visible"
        identifier = spelling.token[1:].replace("_", "-")
        row = self.connection.execute(query, (identifier,)).fetchone()
        periods = (
            json.loads(row[0]).get(
                "periods",
                (),
            )
            if row
            else ()
        )
        for period in periods:
            if period.get("to") and spelling.text in map(
                fold,
                period["label"].values(),
            ):
                return period.get("from", "0000")[:4], period["to"][:4]
        return None

    def to_highlight(self, token: str) -> list[str]:
        """Return what to mark of a name in a text: its spellings, and the words that no other name
        has.
        """
        if token not in self.highlighted:
            query = (
                "SELECT DISTINCT spelling FROM spellings WHERE token = ? AND kind <> 'whole'"
            )
            spellings = self.connection.execute(query, (token,))
            own = self.connection.execute(OWN_WORDS, (token,))
            self.highlighted[token] = [text for (text,) in [*spellings, *own]]
        return self.highlighted[token]

    # ---- words

    def synonyms(
        self,
        word: str,
        is_cyrillic: bool,
    ) -> list[tuple[str, str, bool]]:
        """Return what says the same as a word, as (token of a kind of events or nothing, words, is
        it wider).
        """
        found = self.said(stems(word, is_cyrillic))
        return found or self.said(self.relatives(word, is_cyrillic))

    def said(self, keys: list[str]) -> list[tuple[str, str, bool]]:
        """Return the lines of the thesaurus to which some words lead."""
        marks = ",".join("?" * len(keys))
        query = (
            "SELECT DISTINCT token, said, wider FROM thesaurus"
            f" WHERE word IN ({marks}) ORDER BY number"
        )
        return self.connection.execute(query, keys).fetchall()

    def relatives(
        self,
        word: str,
        is_cyrillic: bool,
    ) -> list[str]:
        """Return the words of the thesaurus that are made from one root with a word: «exportées»,
        «exportation»; «энергетическая», «энергетика».
        """
        if len(word) <= SHORTEST_ROOT + 1 or " " in word:
            return []
        query = (
            "SELECT DISTINCT word FROM thesaurus WHERE word >= ? AND word < ? AND said <> ''"
        )
        shortest = SHORTEST_ROOT + is_cyrillic
        longest = LONGEST_CYRILLIC_ENDING if is_cyrillic else LONGEST_ENDING
        prefix = word[: max(shortest, len(word) - longest)]
        rows = self.connection.execute(query, (prefix, prefix + "{"))
        return [key for (key,) in rows if are_related(word, key, is_cyrillic=is_cyrillic)]

    def beginning(
        self,
        prefix: str,
        limit: int = MOST_PREFIXED,
    ) -> list[tuple[str, int]]:
        """Return the words that begin with a prefix, with their numbers of documents."""
        query = "SELECT word, documents FROM vocabulary WHERE word >= ? AND word < ? LIMIT ?"
        found: list[tuple[str, int]] = self.connection.execute(
            query,
            (prefix, prefix + "{", limit),
        ).fetchall()
        self.counts.update(found)
        return found

    def of_length(
        self,
        first: int,
        last: int,
    ) -> Iterator[str]:
        """Yield the words that have so many letters."""
        query = "SELECT words FROM buckets WHERE length BETWEEN ? AND ?"
        for (words,) in self.connection.execute(query, (first, last)):
            yield from words.split()

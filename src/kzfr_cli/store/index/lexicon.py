"""Keep what search reads: the folded fields of every document, the vocabulary, the spellings of
names.

- `words` is an FTS5 table with one row for each document.
- `vocabulary` counts the documents of each word; `buckets` holds the same words by length, so that
  a misspelt word is compared with those near its length without reading a row for each.
- `bare` leads from what people type for want of letters to the words of the vocabulary and of the
  lists.
- `thesaurus` leads from a word to those that say the same in another language.
- `spellings` leads from every word of every spelling of a name or tag to its token.

Until `finish`, adding only fills `words`, and `finish` counts everything at once; afterwards adding
and removing change the counts, so that an overlay costs what it holds.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from kzfr_cli.core import tokens
from kzfr_cli.languages import bare
from kzfr_cli.store.index import thesaurus, word_lists
from kzfr_cli.store.index.documents import FIELDS, Document

TAGS = FIELDS.index("tags")

TABLES = """
CREATE VIRTUAL TABLE words USING fts5(
    title, names, tags, summary, sources, columnsize = 0, tokenize = "ascii tokenchars '_'");
CREATE TABLE vocabulary(word TEXT PRIMARY KEY, documents INTEGER) WITHOUT ROWID;
CREATE TABLE buckets(length INTEGER PRIMARY KEY, words TEXT);
CREATE TABLE bare(bare TEXT, word TEXT, PRIMARY KEY (bare, word)) WITHOUT ROWID;
CREATE TABLE spellings(word TEXT, token TEXT, spelling TEXT, kind TEXT, number INTEGER,
    PRIMARY KEY (word, token, spelling, number)) WITHOUT ROWID;
CREATE INDEX spellings_by_number ON spellings(number);
CREATE INDEX spellings_by_token ON spellings(token);
CREATE TABLE thesaurus(word TEXT, number INTEGER, token TEXT, said TEXT, wider INTEGER,
    PRIMARY KEY (word, number)) WITHOUT ROWID;
CREATE TABLE roles(word TEXT, role TEXT, PRIMARY KEY (word, role)) WITHOUT ROWID;
CREATE INDEX roles_by_role ON roles(role);
CREATE TABLE lexicon(key TEXT PRIMARY KEY, value INTEGER) WITHOUT ROWID;
INSERT INTO lexicon VALUES ('finished', 0), ('events', 0);
INSERT INTO words(words, rank) VALUES ('hashsize', 16777216);
"""

INSERT = "INSERT INTO words(rowid, title, names, tags, summary, sources) VALUES (?, ?, ?, ?, ?, ?)"
COUNT = """
INSERT INTO vocabulary VALUES (?, ?)
ON CONFLICT (word) DO UPDATE SET documents = documents + excluded.documents
"""
FILL = """
INSERT INTO buckets VALUES (?, ?)
ON CONFLICT (length) DO UPDATE SET words = words || ' ' || excluded.words
"""
LONGEST_WORD = 40
"""Letters; longer words are found whole, but no misspelling of them is looked for."""

LONGEST_PARTICLE = 3
"""Letters of the small words that are also written with the next: `lemaire`, `degaulle`."""

LONGEST_JOINED = 3
"""Words of a spelling that is also found written as one: `almaata`, `noursoultan`."""


def create(connection: sqlite3.Connection) -> None:
    """Create the empty tables."""
    for statement in TABLES.strip().split(";\n"):
        connection.execute(statement)
    connection.executemany(
        "INSERT OR IGNORE INTO thesaurus VALUES (?, ?, ?, ?, ?)", thesaurus.rows()
    )
    connection.executemany("INSERT OR IGNORE INTO roles VALUES (?, ?)", word_lists.rows())
    lists = "SELECT DISTINCT word FROM thesaurus UNION SELECT DISTINCT word FROM roles"
    lay_bare(connection, [word for (word,) in connection.execute(lists)])


def add(connection: sqlite3.Connection, documents: Iterable[Document]) -> None:
    """Add documents, whose numbers must be new or removed."""
    kept = list(documents)
    if not kept:
        return
    rows = [item for item in kept if item.kind != "tags"]
    change(connection, sum(item.kind == "events" for item in rows))
    connection.executemany(
        INSERT,
        [
            (item.number, item.title, item.names, item.tags, item.summary, item.sources)
            for item in rows
        ],
    )
    spelt = [row for item in kept if item.token for row in spelling_rows(item)]
    connection.executemany("INSERT OR IGNORE INTO spellings VALUES (?, ?, ?, ?, ?)", spelt)
    if is_finished(connection):
        count(connection, Counter(word for item in rows for word in distinct(item)))
        know(connection, {word for word, *_ in spelt})


def remove(connection: sqlite3.Connection, numbers: Iterable[int]) -> None:
    """Remove the documents of those numbers; a number without a document is passed over."""
    for number in numbers:
        row = connection.execute(
            f"SELECT {', '.join(FIELDS)} FROM words WHERE rowid = ?", (number,)
        ).fetchone()
        connection.execute("DELETE FROM spellings WHERE number = ?", (number,))
        if row is None:
            continue
        connection.execute("DELETE FROM words WHERE rowid = ?", (number,))
        words = " ".join(row).replace("|", " ").split()
        change(connection, -int(any(tokens.is_tag(word) for word in row[TAGS].split())))
        if is_finished(connection):
            count(connection, dict.fromkeys(words, -1))


def finish(connection: sqlite3.Connection) -> None:
    """Count the words of all documents; called again, it has nothing to do."""
    if is_finished(connection):
        return
    execute = connection.execute
    execute("CREATE VIRTUAL TABLE temp.counted USING fts5vocab(main, words, 'row')")
    execute("INSERT INTO vocabulary SELECT term, doc FROM temp.counted")
    execute("DROP TABLE temp.counted")
    execute("INSERT OR IGNORE INTO vocabulary SELECT DISTINCT word, 0 FROM spellings")
    lay_bare(connection, [word for (word,) in execute("SELECT word FROM vocabulary")])
    execute(
        "INSERT INTO buckets SELECT length(word), group_concat(word, ' ') FROM vocabulary WHERE"
        + COMPARED
    )
    execute("UPDATE lexicon SET value = 1 WHERE key = 'finished'")


def lay_bare(connection: sqlite3.Connection, words: Iterable[str]) -> None:
    """Keep what is typed for words that have letters which a keyboard may lack."""
    rows = ((bare.bare(word), word) for word in words if word.isalpha())
    differing = [row for row in rows if row[0] != row[1]]
    connection.executemany("INSERT OR IGNORE INTO bare VALUES (?, ?)", differing)


COMPARED = (
    f" word GLOB '[a-z]*' AND length(word) BETWEEN 3 AND {LONGEST_WORD}"
    " GROUP BY length(word)"
)
"""Words that a misspelt word is compared with: those of letters; digits are exact."""


def is_finished(connection: sqlite3.Connection) -> bool:
    """Return whether the words have been counted."""
    return bool(
        connection.execute("SELECT value FROM lexicon WHERE key = 'finished'").fetchone()[0]
    )


def change(connection: sqlite3.Connection, events: int) -> None:
    """Change the number of events, by which the rarity of words is reckoned."""
    connection.execute(
        "UPDATE lexicon SET value = value + ? WHERE key = 'events'", (events,)
    )


def distinct(document: Document) -> set[str]:
    """Write each word of a document once."""
    fields = (
        document.title,
        document.names,
        document.tags,
        document.summary,
        document.sources,
    )
    return set(" ".join(fields).replace("|", " ").split())


def count(connection: sqlite3.Connection, counts: dict[str, int]) -> None:
    """Change the number of documents of each word."""
    know(connection, set(counts))
    connection.executemany(COUNT, counts.items())


def know(connection: sqlite3.Connection, words: set[str]) -> None:
    """Take words into the vocabulary that are not there yet."""
    known = "SELECT 1 FROM vocabulary WHERE word = ?"
    new = sorted(
        (word for word in words if connection.execute(known, (word,)).fetchone() is None),
        key=lambda word: (len(word), word),
    )
    connection.executemany("INSERT INTO vocabulary VALUES (?, 0)", [(word,) for word in new])
    lay_bare(connection, new)
    compared = [word for word in new if word[0].isalpha() and 3 <= len(word) <= LONGEST_WORD]
    for length, group in groupby(compared, key=len):
        connection.execute(FILL, (length, " ".join(group)))


def spelling_rows(document: Document) -> Iterator[tuple[str, str, str, str, int]]:
    """Make a row for each word of each spelling, and for what is also written as one word."""
    token, kind, number = document.token, document.tags, document.number
    if document.whole:
        yield document.whole, token, document.whole, "whole", number
    for spelling in document.spellings:
        parts = spelling.split()
        for word in parts:
            yield word, token, spelling, kind, number
        if 2 <= len(parts) <= LONGEST_JOINED:
            joined = "".join(parts)
            yield joined, token, joined, kind, number
        for left, right in pairwise(parts):
            if len(left) <= LONGEST_PARTICLE < len(right):
                yield left + right, token, f"{left}{right}", "part", number

"""Suggest better queries where one has no answer: with a year or a word mended, without its unknown
words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice

from kzfr_cli.languages import folding
from kzfr_cli.languages.letters import is_cyrillic
from kzfr_cli.search import forgiveness
from kzfr_cli.search.candidates import TAGS
from kzfr_cli.search.evidence import is_known
from kzfr_cli.search.inquiry import Inquiry
from kzfr_cli.search.units import Unit

MOST_SUGGESTIONS = 3
MOST_TRIED = 6
"""Suggestions that are searched for: each costs a search."""

MOST_EDITS = 3
"""Edits of the farthest word that is suggested, one more than are forgiven."""

MOST_MENDED = 6
"""Words of the longest query for which others are suggested."""

SWAPPED = 1
"""Edits between a year and the one that is suggested for it."""

SHOWN = ("title", "summary")
"""Fields of an event whose letters are shown: a source is titled in whatever letters."""

MOST_READ = 5
"""Entries in which the letters of a word are looked for."""


def suggestions(inquiry: Inquiry) -> Iterator[str]:
    """Yield queries that have an answer, at most three."""
    if len(inquiry.units) > MOST_MENDED:
        return
    tried = islice(dict.fromkeys(alternatives(inquiry)), MOST_TRIED)
    yield from islice(
        (query for query in tried if has_answer(inquiry, query)), MOST_SUGGESTIONS
    )


def has_answer(inquiry: Inquiry, query: str) -> bool:
    """Return whether a query has an answer in the same scope that has all of it."""
    other = Inquiry(inquiry.lexicon, inquiry.scope, query)
    return any(each.is_sure for each in other.answers(other.rated())[:1])


def alternatives(inquiry: Inquiry) -> Iterator[str]:
    """Yield the query with a year or a word mended, then without the words that the database
    lacks.
    """
    unknown = [unit for unit in inquiry.units if unit.term.is_word and not is_known(unit)]
    for unit in inquiry.units:
        for other in mended(inquiry, unit):
            yield inquiry.text.replace(unit.term.typed, other)
    if 0 < len(unknown) < len(inquiry.units):
        known = [unit for unit in inquiry.units if unit not in unknown]
        if not all(unit.is_common for unit in known):
            yield " ".join(unit.term.typed for unit in known)


def mended(inquiry: Inquiry, unit: Unit) -> Iterator[str]:
    """Yield what a word or a year of the query was perhaps meant to be."""
    if unit.term.moment and unit.term.typed.isdecimal():
        yield from other_years(inquiry, unit)
    elif may_mend(inquiry, unit):
        edits = min(forgiveness.allowed(unit.term.word) + 1, MOST_EDITS)
        for word, _ in forgiveness.near(
            inquiry.lexicon,
            unit.term.word,
            edits,
        )[:2]:
            if written := as_written(inquiry, unit, word):
                yield written


def may_mend(inquiry: Inquiry, unit: Unit) -> bool:
    """Return whether a word may be replaced by a known one: an unknown proper name is no misspelt
    word.
    """
    if is_known(unit) or unit.is_proper:
        return False
    return forgiveness.may_forgive(inquiry.lexicon, unit)


def as_written(
    inquiry: Inquiry,
    unit: Unit,
    word: str,
) -> str:
    """Return a folded word in the letters of an entry, empty when none has it in the script in
    which the query is typed: «письма» is nothing to suggest for "pizza".
    """
    query = (
        "SELECT body FROM words JOIN entries ON no = words.rowid WHERE words MATCH ? LIMIT ?"
    )
    rows = inquiry.lexicon.connection.execute(query, (f'"{word}"', MOST_READ))
    for (body,) in rows:
        entry = json.loads(body)
        texts = [entry.get(field) for field in SHOWN]
        shown = " ".join(" ".join(each.values()) for each in texts if isinstance(each, dict))
        for written, start, end in folding.spans(shown):
            letters = shown[start:end]
            if written == word and is_cyrillic(letters) == unit.term.is_cyrillic:
                return letters.lower()
    return ""


def other_years(inquiry: Inquiry, dated: Unit) -> list[str]:
    """Return the years that look like one of which nothing is known and in which the rest of the
    query is found.
    """
    from rapidfuzz.distance import OSA

    asked = dated.term.typed
    if inquiry.lexicon.count(f"_{asked}"):
        return []
    near = inquiry.nearest([], [])
    found = {
        year
        for each in near
        for year in re.findall(r"(?<!\w)_(\d{4})(?!\w)", each.row.fields[TAGS])
    }
    return sorted(year for year in found if OSA.distance(asked, year) == SWAPPED)

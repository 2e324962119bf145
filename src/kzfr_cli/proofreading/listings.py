"""Read rows of figures: the year of a number in a table or in a list, and what the words above
and beside it say.

Such a number has no sentence of its own. Its unit, its year and its subject stand in the cell
that opens its row, at the head of its column, or in the heading above: «Commerce bilatéral
(M$)», then «2013 : 4 322».
"""

from __future__ import annotations

import re
from functools import lru_cache

from kzfr_cli.languages import amounts as spoken
from kzfr_cli.proofreading import tables
from kzfr_cli.proofreading.text import (
    Sentence,
    Span,
    Text,
)

YEAR = re.compile(r"(?:19|20)\d\d")

LINE = re.compile(
    r"(?P<label>(?:19|20)\d\d(?: [^\W\d_]{1,5}\.?)?|[^\W\d_][^\n:=|\t.!?]{0,60}?)"
    r"(?: ?[:=]| -|\t|(?<=\d)  ) *(?:[^\W\d_]+ ){0,2}[$€~]?(?P<number>\d[\d ,.]*)"
)
"""A line that is but a year or a label and its number: "2021  3,059.4", «2022 год — более 7,2»."""

REST = 4
"""Words behind the number with which a line is still but a label and its number."""

TITLE = 34
"""Words of the longest heading of a list: «Évolution des échanges …, en millions de dollars :»."""

STOP = re.compile(r"[.!?]")

SIGN_BEFORE = re.compile(r"([€$£])\s?(k|m|bn)\b", re.IGNORECASE)
"""A currency before its scale, as in the heads of columns: "$m"."""

CODE = re.compile(r"(?:EUR|USD|KZT|GBP|RUB|CNY|US\$|[€$£₸₽¥])")
UNITLESS = ("", 1.0)
"""What a heading gives that names no unit and no scale."""

LONGEST = 60
"""Signs of a heading from a word on, among which a unit is looked for."""


def is_line(sentence: Sentence) -> bool:
    """Return whether a sentence is a row of a table, or a line that is but a label and its
    number.
    """
    known = sentence.text.lines.get(sentence.number)
    if known is None:
        known = sentence.is_row or match(sentence) is not None
        sentence.text.lines[sentence.number] = known
    return known


def match(sentence: Sentence) -> re.Match[str] | None:
    """What a line that is but a label and its number consists of."""
    text = sentence.text
    start = text.starts[sentence.first]
    begun = text.plain.rfind("\n", 0, start) + 1
    if any(sign.isalnum() for sign in text.plain[begun:start]):
        return None
    found = LINE.match(text.plain, start, text.ends[sentence.last - 1])
    if found is None:
        return None
    rest = text.plain[found.end() : text.ends[sentence.last - 1]]
    if len(rest.split()) <= REST:
        return found
    return None


def titles(sentence: Sentence) -> tuple[Sentence, ...]:
    """The headings of the list or of the table in which a row stands, the nearest first."""
    text = sentence.text
    walked = []
    at: Sentence | None = sentence
    while at is not None and is_line(at) and at.number not in text.titles:
        walked.append(at.number)
        at = at.previous
    if at is not None and at.number in text.titles:
        found = text.titles[at.number]
    else:
        found = tuple(headings(at))
    text.titles.update(dict.fromkeys(walked, found))
    return found


def headings(nearest: Sentence | None) -> list[Sentence]:
    """A sentence and the one before it, as far as they are headings."""
    found: list[Sentence] = []
    at = nearest
    while at is not None and len(found) < 2 and is_title(at):
        found.append(at)
        at = at.previous
    return found


def is_title(sentence: Sentence) -> bool:
    """Return whether a sentence is a heading: a short line of its own that no stop ends, or that
    a colon ends.
    """
    if is_line(sentence) or sentence.last - sentence.first > TITLE:
        return False
    gap = sentence.text.gap(sentence.last - 1)
    if "\n" not in gap:
        return False
    return not STOP.search(gap)


# ---- the cells around a number


def labels(text: Text, place: int) -> list[Span]:
    """The tokens that say what the number at a place is of: beside it in its row, and at the
    head of its column.
    """
    sentence = text.sentence(place)
    if not sentence.is_row:
        found = match(sentence)
        if found is None:
            return []
        last = text.token(found.end("label") - 1) + 1
        return [(sentence.first, last)]
    own = tables.column(sentence, place)
    beside = [tables.cell(sentence, number) for number in range(own)]
    spans = [span for span in beside if is_worded(text, span)]
    head = tables.head(sentence)
    if head is not None:
        spans.append(tables.cell(head, own))
    return [span for span in spans if span[0] < span[1]]


def behind(text: Text, place: int) -> list[Span]:
    """The tokens of the cells of a row behind the number at a place, in which its year may
    stand.
    """
    sentence = text.sentence(place)
    if not sentence.is_row:
        return []
    own, last = tables.column(sentence, place), tables.column(sentence, sentence.last - 1)
    cells = [tables.cell(sentence, number) for number in range(own + 1, last + 1)]
    return [span for span in cells if is_worded(text, span)]


def is_worded(text: Text, span: Span) -> bool:
    """Return whether a cell holds words and no number but a year."""
    words = text.words[span[0] : span[1]]
    numbers = [word for word in words if word.isdigit() and not YEAR.fullmatch(word)]
    if not words:
        return False
    return not numbers


def above(text: Text, place: int) -> list[Span]:
    """The tokens of the headings above the number at a place."""
    sentence = text.sentence(place)
    if not is_line(sentence):
        return []
    first = tables.head(sentence) or sentence
    return [(each.first, each.last) for each in titles(first)]


def is_listed(text: Text, place: int) -> bool:
    """Return whether the number at a place stands in a row or in a line of its own."""
    return is_line(text.sentence(place))


# ---- its year


def is_year(text: Text, place: int) -> bool:
    """Return whether a number is the year of a row or of a column: it opens its line, or stands
    in a cell of its own.
    """
    if not YEAR.fullmatch(text.word(place)):
        return False
    sentence = text.sentence(place)
    if not is_line(sentence):
        return False
    if not sentence.is_row:
        return place == sentence.first
    first, last = tables.cell(sentence, tables.column(sentence, place))
    numbers = [each for each in range(first, last) if text.words[each].isdigit()]
    return numbers == [place]


def year(text: Text, place: int) -> int | None:
    """The year of the number at a place, by its row, the head of its column, or the heading
    above.
    """
    if not is_listed(text, place):
        return None
    for spans in (labels(text, place), behind(text, place), above(text, place)):
        found = [years_in(text, span) for span in spans]
        single = [years for years in found if len(years) == 1]
        if single:
            return single[0].pop()
        if any(found):
            return None
    return None


def years_in(text: Text, span: Span) -> set[int]:
    """The years that some tokens tell."""
    return {int(word) for word in text.words[span[0] : span[1]] if YEAR.fullmatch(word)}


# ---- its unit


def measure(text: Text, place: int) -> tuple[str, float]:
    """The unit and the scale of the number at a place, by its row, the head of its column, or
    the heading above.
    """
    if not is_listed(text, place):
        return UNITLESS
    spans = [*reversed(labels(text, place)), *above(text, place)]
    for first, last in spans:
        start, end = text.starts[first], text.ends[last - 1]
        unit, scale = unit_in(text.text[start:end] + text.gaps[last - 1].partition("\n")[0])
        if unit or scale > 1:
            return unit, scale
    return UNITLESS


@lru_cache(maxsize=256)
def unit_in(heading: str) -> tuple[str, float]:
    """The unit and the scale that a heading gives: «Échanges (Md$)», "turnover, USD million",
    «пассажиры, млн».
    """
    sample = re.sub(r"[()\[\],;:|]", " ", SIGN_BEFORE.sub(r"\2\1", heading))
    scaled = 1.0
    for word in re.finditer(r"[^\s\d]+", sample):
        unit, scale = unit_from(sample[word.start() :][:LONGEST])
        if unit:
            return unit, scale if scale > 1 else scaled
        scaled = max(scaled, scale)
    return "", scaled


def unit_from(words: str) -> tuple[str, float]:
    """The unit and the scale with which some words begin."""
    code = CODE.match(words)
    sample = f"{code[0]} 1 {words[code.end() :].strip()}" if code else f"1 {words}"
    found = spoken.find(sample)
    if not found or found[0].start > 0:
        return UNITLESS
    return found[0].unit, float(found[0].scale)


def nouns(text: Text, place: int) -> tuple[int, ...]:
    """The tokens of the words that may say what a number counts: of its labels, then of the
    headings above.
    """
    spans = [*labels(text, place), *above(text, place)]
    return tuple(
        each
        for first, last in spans
        for each in range(first, last)
        if len(text.words[each]) > 2 and not text.words[each].isdigit()
    )

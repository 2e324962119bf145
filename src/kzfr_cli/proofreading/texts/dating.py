"""The day on which a text was written, from which "this year" and «en mai dernier» count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from functools import cache

from kzfr_cli.core import edtf
from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.record import pair
from kzfr_cli.languages import language, mentions
from kzfr_cli.languages.mention import Mention
from kzfr_cli.proofreading.texts.draft import (
    BODY,
    Draft,
    TextBlock,
)

FIRST_BLOCKS = 60
PARAGRAPHS = 2
"""Blocks at the beginning of a text among which its dateline is looked for, before the
second paragraph
that is longer than a dateline: a page begins with its menus."""

HEAD = 160
"""Characters of a block in which a dateline stands."""

MOST_NAMES = 5
"""Words before the date of a dateline: «Ministère des Affaires étrangères, Paris»."""

LATER = timedelta(days=75)
"""How long after its dateline a text may be published: beyond, it was only put there anew."""

YEAR = timedelta(days=366)
SAMPLE = 20_000
"""Characters of a document among which its latest day is looked for."""

LONGEST_DATE = 60
"""Characters from the first word of a date in words to its year, which is in figures."""

FIGURES = re.compile(r"\d")
WORD = re.compile(r"[^\W\d_]+")
REST = (
    r"\s*(?:[\])|·•]|[-–—/]{{1,2}}(?=\s)|\([^()]{{1,40}}\)|\.?\s*\Z|\.\s"
    r"|,?\s*(?:{at})?\s*\d{{1,2}}[:h.]\d{{2}})"
)
"""What follows a dateline: nothing, a dash, an agency, the time of the day after its "at"."""


@pair
class Dateline:
    """The date under which a block stands, whether the block holds more, and whether a
    place or a word
    such as "published" leads to it.
    """

    date: PartialDate
    is_alone: bool
    is_led_to: bool


def as_of(draft: Draft) -> PartialDate | None:
    """The day, month or year of a text: what it declares, else its dateline, else when its document
    was made. A declared date months after the dateline is that of a later publication.
    """
    declared = parsed(draft.published)
    line = dateline(draft)
    if declared and line and is_long_after(declared, line) and is_led_to(draft, line):
        return line
    return declared or line or made(draft)


def is_led_to(draft: Draft, day: PartialDate) -> bool:
    """Whether a place or a word leads to a dateline: alone, it may be the heading of a
    chronology.
    """
    return any(line.is_led_to and line.date == day for line in _datelines(draft))


def made(draft: Draft) -> PartialDate | None:
    """The day on which a document was made, unless it tells a day more than a year later:
    then it was
    written into another one, or into a template.
    """
    created = parsed(draft.created)
    if created is None or created.latest is None:
        return None
    told = (
        mention.value for mention in mentions.find(draft.text[:SAMPLE]) if _is_day(mention)
    )
    days = (value.latest for value in told if value and value.latest)
    if max(days, default=created.latest) - created.latest <= YEAR:
        return created
    return None


def parsed(text: str) -> PartialDate | None:
    """A date in EDTF, None for an empty one."""
    if text:
        return edtf.parse(text)
    return None


def is_long_after(declared: PartialDate, line: PartialDate) -> bool:
    """Whether a date is months after another."""
    if declared.earliest is None or line.latest is None:
        return False
    return declared.earliest - line.latest > LATER


def dateline(draft: Draft) -> PartialDate | None:
    """The date under which a text stands, alone or after a place; that of a chronology is none."""
    found = list(_datelines(draft))
    led_to = [line for line in found if line.is_led_to]
    if led_to and (led_to[0].is_alone or len(led_to) == 1):
        return led_to[0].date
    dates = {line.date.text for line in found}
    if len(dates) == 1:
        return found[0].date
    return None


def _datelines(draft: Draft) -> Iterator[Dateline]:
    """The datelines at the beginning of a text, before its second paragraph of some length."""
    paragraphs = 0
    for block in draft.blocks[:FIRST_BLOCKS]:
        if block.region not in (BODY, "header", "page", "slide"):
            continue
        line = _of_block(draft.words(block)[:HEAD], block)
        if line is not None:
            yield line
        paragraphs += block.last - block.first > HEAD
        if paragraphs == PARAGRAPHS:
            return


def _of_block(text: str, block: TextBlock) -> Dateline | None:
    if block.kind in ("row", "columns", "item") or not may_open(text):
        return None
    mention = mentions.first(text)
    if mention is None or not _is_day(mention):
        return None
    rest = _rest().match(text, mention.end)
    if rest is None or not _is_lead(text[: mention.lead]):
        return None
    alone = not WORD.search(text, rest.end())
    led_to = WORD.search(text, 0, mention.lead) is not None
    return Dateline(edtf.parse(_day(mention)), alone, led_to)


def may_open(text: str) -> bool:
    """Whether figures stand near enough to the head of a text to be those of its dateline: behind
    nothing but what may lead to it.
    """
    others = (match.start() for match in WORD.finditer(text) if not _leads(match[0]))
    begun = next(others, len(text))
    return FIGURES.search(text, 0, begun + LONGEST_DATE) is not None


@cache
def _rest() -> re.Pattern[str]:
    return re.compile(REST.format(at="|".join(sorted(language.union("typed", "at_time")))))


def _is_day(mention: Mention) -> bool:
    value = mention.value
    if mention.kind != "day":
        return False
    if value is None:
        return False
    if value.day is None:
        return False
    return not mention.relation


def _day(mention: Mention) -> str:
    if mention.value:
        return mention.value.text
    return ""


def _is_lead(text: str) -> bool:
    """Whether words lead to the date of a text: names, and words such as "published"."""
    words = WORD.findall(text)
    others = [word for word in words if word.lower() not in lead_words()]
    return len(others) <= MOST_NAMES and all(map(_leads, others))


def _leads(word: str) -> bool:
    """Whether a word may lead to a dateline: a name, or one such as "published"."""
    return word[0].isupper() or word.lower() in lead_words()


@cache
def lead_words() -> frozenset[str]:
    """The single words that may lead to the date of a text, in any of the languages."""
    lists = (language.of(code).words("proofreading", "dateline") for code in language.ALL)
    return frozenset(
        word for phrases in lists for phrase in phrases for word in phrase.split()
    )

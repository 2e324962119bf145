"""Say in words where a part of a text stands: «2e paragraphe sous « Histoire »»."""

from __future__ import annotations

from kzfr_cli.languages import ordinals
from kzfr_cli.locale.catalogue import N_
from kzfr_cli.proofreading.texts.draft import BODY, Draft, TextBlock
from kzfr_cli.views.speaker import Speaker

KINDS = {
    "title": N_("title"),
    "heading": N_("heading"),
    "paragraph": N_("{nth} paragraph"),
    "item": N_("{nth} item of a list"),
    "columns": N_("head of a table"),
    "row": N_("{nth} row of a table"),
    "caption": N_("{nth} caption"),
}
REGIONS = {
    "box": N_("text box {number}"),
    "footnote": N_("footnote {number}"),
    "endnote": N_("endnote {number}"),
    "header": N_("page header"),
    "footer": N_("page footer"),
    "page": N_("page {number}"),
    "slide": N_("slide {number}"),
    "slide-notes": N_("notes on slide {number}"),
}
FEMININE = {"fr": ("row", "caption"), "ru": ("row", "caption")}
"""The kinds whose word is feminine: «1re ligne», «1-я строка»."""

PAGED = ("page", "slide", "slide-notes")
LONGEST = 60
"""Characters of a heading that are quoted."""


def place(
    draft: Draft,
    offset: int,
    speaker: Speaker,
) -> str:
    """Where an offset of a text stands; empty for one between blocks."""
    block = draft.block_at(offset)
    return described(draft, block, speaker) if block else ""


def described(
    draft: Draft,
    block: TextBlock,
    speaker: Speaker,
) -> str:
    """Where a block stands."""
    text = speaker.catalogue.text
    if block.region == BODY:
        return under(draft, block, speaker)
    region = text(REGIONS[block.region], number=block.region_number)
    if block.region not in PAGED:
        return region
    return text("{region}, {place}", region=region, place=kind(block, speaker))


def under(
    draft: Draft,
    block: TextBlock,
    speaker: Speaker,
) -> str:
    """Which block of its kind it is, and under which heading."""
    said = kind(block, speaker)
    heading = draft.heading_of(block)
    if heading is None or block.kind == "heading":
        return said
    words = draft.words(heading)
    quoted = words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()}…"
    return speaker.catalogue.text("{place} under “{heading}”", place=said, heading=quoted)


def kind(block: TextBlock, speaker: Speaker) -> str:
    """Which block of its kind it is."""
    feminine = block.kind in FEMININE.get(speaker.lang, ())
    nth = ordinals.ordinal(max(block.number, 1), speaker.lang, feminine)
    return speaker.catalogue.text(KINDS[block.kind], nth=nth)

"""Every letter of a draft stands where the draft says, whatever was written."""

from __future__ import annotations

import unicodedata
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzfr_cli.proofreading.texts import reading
from kzfr_cli.proofreading.texts.draft import Draft

PIECES = [
    *"aé5Ж -|*_`~#>[](){}!\\\n\t&;:.<'\"=",
    "fe\u0301v",
    "\u00ad",
    "\u00a0",
    "\u200b",
    "\r\n",
    "\n\n",
    "&eacute;",
    "&#233;",
    "&nbsp;",
    "&amp",
    "&bogus;",
    "<p>",
    "</p>",
    "<b>",
    "<br>",
    "<td>",
    "<tr>",
    "<table>",
    "</table>",
    "<p hidden>",
    "<del>",
    "</del>",
    "<sup>1</sup>",
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "<title>",
    "~~",
    "**5 juin** 2008",
    "](http://a.b)",
    "anni-\nversaire",
    "\n| a | b |\n|---|---|\n| 5 juin | traité |\n",
    "\n- ",
    "\n> ",
    "\n    ",
    "\n```\n",
    "\n---\n",
    "\ud800",
    "🇰🇿",
]
SOURCES = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def shown(draft: Draft, offset: int) -> str:
    """What the source shows where a letter of the text stands; a soft hyphen shows as a hyphen."""
    start, end = draft.span(offset, offset + 1)
    written = unescape(draft.source[start:end]).replace("\u00ad", "-")
    return unicodedata.normalize("NFC", written)


@pytest.mark.parametrize("markup", ["plain", "markdown", "html"])
@given(source=SOURCES)
def test_each_letter_is_that_of_the_source(markup: str, source: str) -> None:
    draft = reading.from_text(source, "text", markup)
    for offset, letter in enumerate(draft.text):
        if not letter.isspace():
            assert letter in shown(draft, offset)


@pytest.mark.parametrize("markup", ["plain", "markdown", "html"])
@given(source=SOURCES)
def test_blocks_follow_one_another_without_white_ends(markup: str, source: str) -> None:
    draft = reading.from_text(source, "text", markup)
    end = 0
    for block in draft.blocks:
        assert end <= block.first < block.last <= len(draft.text)
        assert draft.words(block)[0] != " "
        assert all(block.first <= first <= last <= block.last for first, last in block.cells)
        end = block.last


@given(source=st.text())
def test_any_text_is_read_in_every_markup(source: str) -> None:
    for markup in ("plain", "markdown", "html"):
        draft = reading.from_text(source, "text", markup)
        assert draft.place(len(draft.text))[0] >= 1

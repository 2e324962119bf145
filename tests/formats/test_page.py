"""The page that every text is written on."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from rich.text import Text

from kzfr_cli.formats.surface import Surface
from kzfr_cli.formats.text.page import Page, styled
from kzfr_cli.locale import catalogue

WORDS = "The treaty was signed in Paris by both presidents and entered into force later"


def page(width: int) -> Page:
    return Page(Surface(catalogue=catalogue.load("en"), width=width, terminal=True))


@pytest.mark.parametrize("width", [40, 60, 80])
def test_what_is_broken_hangs_under_itself(width: int) -> None:
    sheet = page(width)
    sheet.hang(Text(" ├ 11 Jun  "), Text(" │         "), styled(WORDS))
    first, *rest = sheet.text().splitlines()
    assert rest
    assert all(line.startswith(" │         ") for line in rest)
    assert all(cell_len(line) <= width for line in (first, *rest))
    assert " ".join(line[11:] for line in (first, *rest)) == WORDS


def test_a_space_that_does_not_break_holds_its_words_together() -> None:
    sheet = page(28)
    sheet.hang(Text(""), Text(""), styled("◆\u00a0diplomacy  ▲\u00a0visit  ■\u00a0treaty"))
    assert sheet.text().splitlines() == ["◆\u00a0diplomacy  ▲\u00a0visit", "■\u00a0treaty"]


def test_a_word_longer_than_the_room_stays_whole() -> None:
    sheet = page(40)
    sheet.hang(Text("    "), Text("    "), styled("see https://example.org/a-long-address"))
    assert "    https://example.org/a-long-address" in sheet.text().splitlines()

"""Figures as a terminal shows them: series in a line each, bars beside the figures of one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from rich.cells import cell_len

from kzfr_cli.core.event import LANGUAGES
from kzfr_cli.core.record import replace
from kzfr_cli.formats.surface import Surface
from kzfr_cli.formats.text import figures as text
from kzfr_cli.formats.text import indicators
from kzfr_cli.locale import catalogue
from kzfr_cli.queries import figures
from kzfr_cli.store.index.reading import Index
from kzfr_cli.views import figures as views
from kzfr_cli.views.speaker import Speaker

TRADE = """
[[sources]]
id = "ministry"
title = "France and Kazakhstan"

[[sources]]
id = "treasury"
title = "Trade"
publisher = "Treasury"

[[indicators]]
id = "trade"
label.en = "Trade"
"""

POINT = """
[[figures]]
id = "trade-{id}"
indicator = "trade"
period = "{period}"
value = {value}
unit = "USD bn"
status = "{status}"
label.en = "Trade"
[[figures.sources]]
id = "ministry"
"""

POINTS = [
    ("2007", 4, "preferred"),
    ("2011", 6.1, "preferred"),
    ("2019-01/2019-09", 3.4, "preferred"),
    ("2021", 3, "preferred"),
    ("2022", 99, "rejected"),
]

RIVAL = """
[[figures.disputes]]
period = "2021"
value = 32.4
unit = "percent"
source = "treasury"
note.en = "The growth was 32.4%."
"""


def surface(width: int = 80, lang: str = "en") -> Surface:
    """Make a terminal of so many columns."""
    return Surface(catalogue=catalogue.load(lang), width=width, terminal=True)


def listed(index: Index, width: int, lang: str) -> list[str]:
    """Write the table of series."""
    found = figures.all_measured(index)
    speaker = Speaker(index, catalogue.load(lang))
    view = views.indicator_list(found, figures.overview(index, found), speaker)
    return indicators.render(view, surface(width, lang)).rstrip("\n").splitlines()


@pytest.fixture
def told(write: Callable[..., Path], open_files: Callable[..., Index]) -> Callable[..., str]:
    """Write the trade of a few years, its indicator with more fields."""

    def run(more: str = "") -> str:
        points = "".join(
            POINT.format(id=period[:4], period=period, value=value, status=status)
            + (RIVAL if period == "2021" else "")
            for period, value, status in POINTS
        )
        index = open_files(write(f"{TRADE}{more}{points}"))
        speaker = Speaker(index, catalogue.load("en"))
        return text.render(
            views.indicator(figures.measured(index, "trade"), speaker), surface()
        )

    return run


def long_series(writer: Callable[..., Path], opener: Callable[..., Index]) -> str:
    """Write a series of twenty-five years as a pipe has it."""
    years = [str(year) for year in range(1995, 2020)]
    points = "".join(
        POINT.format(id=year, period=year, value=index, status="preferred")
        for index, year in enumerate(years, 1)
    )
    index = opener(writer(f"{TRADE}{points}"))
    speaker = Speaker(index, catalogue.load("en"))
    view = views.indicator(figures.measured(index, "trade"), speaker)
    return text.render(view, replace(surface(), terminal=False, cut=True))


def test_a_series_that_was_asked_for_is_whole_in_a_pipe(
    write: Callable[..., Path], open_files: Callable[..., Index]
) -> None:
    told = long_series(write, open_files)
    lines = [line.split() for line in told.splitlines() if line.startswith("  ")]
    years = [words[0] for words in lines if words[0].isdigit()]
    assert years == [str(year) for year in range(1995, 2020)]
    assert len(told.splitlines()) <= 40
    assert "in short: --all" in told
    assert "█" not in told


def with_words(lines: str, *words: str) -> list[str]:
    """Give the lines in which all the words stand."""
    return [line for line in lines.splitlines() if all(word in line for word in words)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_series_and_the_prompt_fit_24_lines_of_80_columns(
    packaged: Index, lang: str
) -> None:
    lines = listed(packaged, 80, lang)
    assert len(lines) <= 23
    assert max(map(cell_len, lines)) <= 80
    assert sum("█" in line for line in lines) >= 20


@pytest.mark.parametrize("width", [40, 60, 120])
def test_every_series_is_drawn_at_every_width(packaged: Index, width: int) -> None:
    lines = listed(packaged, width, "en")
    assert max(map(cell_len, lines)) <= width
    assert sum("█" in line for line in lines) >= 20


def test_bars_show_years_beside_years_and_name_what_has_none(
    told: Callable[..., str],
) -> None:
    lines = told()
    bars = with_words(lines, "█")
    assert [line.split()[0] for line in bars] == ["2007", "2011", "2021"]
    assert bars[1].count("█") > bars[0].count("█") > bars[2].count("█")
    assert with_words(lines, "Not in the chart", "January–September 2019")
    assert not with_words(lines, "Not in the chart", "2022")


def test_disputes_stand_below_their_figure_and_sources_at_the_end(
    told: Callable[..., str],
) -> None:
    lines = [line.strip() for line in told().splitlines()]
    place = next(number for number, line in enumerate(lines) if line.startswith("2021"))
    assert lines[place + 1 : place + 3] == [
        "disputed",
        "≠ 2021 · 32.4% · Treasury: The growth was 32.4%.  [treasury]",
    ]
    assert lines[-2:] == ["Sources: ministry", "One of them: kzfr show trade-2022"]


def test_a_series_that_makes_no_line_is_not_drawn_and_says_why(
    told: Callable[..., str],
) -> None:
    lines = told('not_drawn.en = "Two ways of counting."\n')
    assert "█" not in lines
    assert "Two ways of counting." in lines


def test_another_way_of_counting_is_told_where_it_begins(told: Callable[..., str]) -> None:
    lines = [line.strip() for line in told("breaks = [2012]\n").splitlines()]
    place = lines.index("From 2012, counted in another way:")
    assert lines[place - 1].startswith("2011")
    assert lines[place + 1].startswith("January–September 2019")

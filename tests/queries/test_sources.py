"""What rests on each source."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kzfr_cli.errors import UnknownIdError
from kzfr_cli.queries import citations, sources
from kzfr_cli.store.index.reading import Index

from ..conftest import SMALL

FIGURE = """
[[sources]]
id = "idle"
title = "Cited by nothing"
kind = "blog"

[[figures]]
id = "trade-2017"
indicator = "trade"
period = "2017"
value = 3.9
unit = "EUR bn"
label.en = "Trade"

[[figures.sources]]
id = "article"

[[figures.disputes]]
source = "senate"
note.en = "Says otherwise."
"""


@pytest.fixture
def index(write: Callable[..., Path], open_files: Callable[..., Index]) -> Index:
    """Open the small database with a figure."""
    return open_files(write(SMALL + FIGURE))


def test_sources_are_counted_by_events_figures_and_events_with_no_other(
    index: Index,
) -> None:
    found = [
        (item.source.id, item.events, item.figures, item.alone)
        for item in sources.ranked(index)
    ]
    assert found == [("senate", 4, 1, 3), ("article", 1, 1, 0), ("idle", 0, 0, 0)]


def test_only_sources_of_a_kind_are_kept(index: Index) -> None:
    assert [item.source.id for item in sources.ranked(index, kind="press")] == ["article"]


def test_single_keeps_the_sources_on_which_an_event_rests_alone(index: Index) -> None:
    assert [item.source.id for item in sources.ranked(index, single=True)] == ["senate"]


def test_the_footing_counts_events_on_one_source(index: Index) -> None:
    assert sources.footing(index) == sources.Footing(4, 3)


def test_an_event_hidden_by_an_overlay_rests_on_nothing(
    write: Callable[..., Path], open_files: Callable[..., Index]
) -> None:
    hidden = '[[events]]\nid = "office-1993"\nhidden = true\n'
    index = open_files(write(SMALL), write(hidden, "over.toml"))
    assert sources.footing(index) == sources.Footing(3, 2)


def test_what_cites_a_source_stands_in_the_order_of_time(index: Index) -> None:
    found = sources.citing(index, "senate")
    assert [event.id for event in found.events] == [
        "office-1993",
        "treaty-2008",
        "season-2013",
        "visit-2020",
    ]
    assert [figure.id for figure in found.figures] == ["trade-2017"]


def test_single_keeps_of_what_cites_a_source_the_events_with_no_other(index: Index) -> None:
    found = sources.citing(index, "senate", single=True)
    assert [event.id for event in found.events] == [
        "office-1993",
        "season-2013",
        "visit-2020",
    ]
    assert (found.figures, found.counts.events, found.counts.figures) == ((), 4, 1)


def test_an_unknown_source_names_the_nearest(index: Index) -> None:
    with pytest.raises(UnknownIdError) as caught:
        sources.citing(index, "senat")
    assert caught.value.facts["near"] == ("senate",)


def test_an_event_is_cited_with_the_sources_of_its_dates_each_once(index: Index) -> None:
    assert [source.id for source in citations.find(index, "treaty-2008").sources] == [
        "senate",
        "article",
    ]


def test_a_figure_is_cited_without_the_sources_that_dispute_it(index: Index) -> None:
    assert [source.id for source in citations.find(index, "trade-2017").sources] == [
        "article"
    ]


def test_a_name_cannot_be_cited(index: Index) -> None:
    with pytest.raises(UnknownIdError):
        citations.find(index, "astana")


RANKED = """
[[sources]]
id = "press-new"
title = "Press"
url = "https://news.example/a"
kind = "press"
published = "2024-01-01"

[[sources]]
id = "press-old"
title = "Press"
url = "https://news.example/b"
kind = "press"
published = "2009-01-01"

[[sources]]
id = "agency"
title = "Agency"
url = "https://inform.example.kz/c"
kind = "press"

[[sources]]
id = "treaty"
title = "Treaty"
url = "https://treaty.example/d"
kind = "official"

[[sources]]
id = "dated"
title = "Date"
url = "https://news.example/e"
kind = "press"
"""


def test_best_sources_are_those_of_the_date_then_official_then_of_the_parties_then_newest(
    write: Callable[..., Path], open_files: Callable[..., Index]
) -> None:
    index = open_files(write(RANKED))
    cited = ["unknown", "press-old", "press-new", "agency", "treaty", "dated"]
    assert sources.best_first(index, cited, ["dated"]) == [
        "dated",
        "treaty",
        "agency",
        "press-new",
        "press-old",
        "unknown",
    ]


def test_three_sources_show_both_sides_of_a_dispute() -> None:
    assert sources.both_sides(["a", "b", "c", "d"], ["a", "b", "c"], 3) == ["a", "b", "d"]
    assert sources.both_sides(["a", "b"], ["a", "b"], 3) == ["a", "b"]

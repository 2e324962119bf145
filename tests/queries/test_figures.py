"""Figures found by indicator, and parted into what may stand side by side."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.core.event import Dispute, Figure, Indicator
from kzfr_cli.errors import UnknownIdError
from kzfr_cli.queries import figures
from kzfr_cli.store.index.reading import Index

INDICATORS = """
[[indicators]]
id = "trade-total"
label.fr = "Échanges totaux"
label.en = "Total trade"

[[indicators]]
id = "trade-growth"
label.en = "Growth of trade"
"""


def figure(
    period: str, unit: str = "USD bn", status: str = "preferred", value: float = 1
) -> Figure:
    """Make a figure."""
    return Figure(
        id=f"x-{period}",
        indicator="x",
        period=edtf.parse(period),
        value=value,
        unit=unit,
        label={},
        status=status,
    )


YEARS = ("2017", "2018", "2019")


def measured(*items: Figure, not_drawn: dict[str, str] | None = None) -> figures.Measured:
    """Make an indicator with its figures."""
    indicator = Indicator(id="x", label={}, not_drawn=not_drawn or {})
    return figures.Measured(indicator=indicator, figures=items)


def entry(id: str, period: str, indicator: str = "trade-total") -> str:
    """Write a figure."""
    return f"""
[[figures]]
id = "{id}"
indicator = "{indicator}"
period = "{period}"
value = 1
unit = "USD bn"
label.en = "Trade"
"""


@pytest.fixture
def index(write: Callable[..., Path], open_files: Callable[..., Index]) -> Index:
    """Open three figures of trade."""
    trade = entry("b", "2017") + entry("a", "2018") + entry("c", "2019-01/2019-09")
    return open_files(write(INDICATORS + trade + entry("d", "2020", "lost")))


@pytest.mark.parametrize(
    "text", ["trade-total", "trade-t", "Échanges totaux", "echanges TOTAUX", "total trade"]
)
def test_an_indicator_is_found_by_its_id_its_only_beginning_or_its_label(
    index: Index, text: str
) -> None:
    assert figures.find(index, text) == "trade-total"


def test_an_indicator_is_found_by_its_former_id(
    write: Callable[..., Path], open_files: Callable[..., Index]
) -> None:
    renamed = 'id = "kz-trade"\nformer_ids = ["trade-usd"]\nlabel.en = "Trade"\n'
    figure = entry("b", "2017", "trade-usd").replace("id", 'former_ids = ["c"]\nid', 1)
    index = open_files(write(f"[[indicators]]\n{renamed}{figure}"))
    assert figures.find(index, "trade-usd") == "kz-trade"
    assert figures.ids(index) == ["kz-trade"]
    assert [item.id for item in figures.measured(index, "kz-trade").figures] == ["b"]
    assert index.figure("c") == index.figure("b")


def test_a_beginning_of_several_indicators_names_them(index: Index) -> None:
    with pytest.raises(UnknownIdError) as caught:
        figures.find(index, "trade")
    assert caught.value.facts["near"] == ("trade-growth", "trade-total")


def test_a_misspelt_indicator_names_the_nearest(index: Index) -> None:
    with pytest.raises(UnknownIdError) as caught:
        figures.find(index, "trade-totla")
    assert caught.value.facts["near"][0] == "trade-total"


def test_an_empty_indicator_is_unknown(index: Index) -> None:
    with pytest.raises(UnknownIdError):
        figures.find(index, "")


def test_figures_stand_in_the_order_of_time(index: Index) -> None:
    assert [item.id for item in figures.measured(index, "trade-total").figures] == [
        "b",
        "a",
        "c",
    ]


@pytest.mark.parametrize(
    ("after", "before", "found"),
    [
        ("2018", None, ["a", "c"]),
        (None, "2017", ["b"]),
        ("2019-06", "2019-06", ["c"]),
        ("2021", None, []),
    ],
)
def test_a_window_keeps_the_periods_that_reach_into_it(
    index: Index, after: str | None, before: str | None, found: list[str]
) -> None:
    window = [edtf.parse(text) if text else None for text in (after, before)]
    assert [
        item.id for item in figures.measured(index, "trade-total", *window).figures
    ] == found


def test_an_indicator_that_only_figures_name_is_listed(index: Index) -> None:
    listed = figures.all_measured(index)
    assert [item.indicator.id for item in listed] == ["lost", "trade-total"]
    assert listed[0].indicator.label == {}


def test_two_currencies_are_two_series() -> None:
    found = figures.series(
        measured(
            figure("2017", "EUR bn"), figure("2018", "USD bn"), figure("2019", "EUR bn")
        )
    )
    assert [(item.unit, len(item.figures)) for item in found] == [
        ("EUR bn", 2),
        ("USD bn", 1),
    ]


def test_nine_months_do_not_stand_beside_years() -> None:
    items = [
        figure("2017"),
        figure("2018~"),
        figure("2019-01/2019-12"),
        figure("2020-01/2020-09"),
    ]
    assert [item.period.text for item in figures.comparable(items)] == [
        "2017",
        "2018~",
        "2019-01/2019-12",
    ]
    (series,) = figures.series(measured(*items))
    assert [item.period.text for item in series.uncharted] == ["2020-01/2020-09"]


@pytest.mark.parametrize(
    "items",
    [
        [figure("2017"), figure("2018")],
        [figure("2017"), figure("2018"), figure("2019", status="rejected")],
        [figure("2017/.."), figure("2018/.."), figure("2019/..")],
    ],
)
def test_there_is_no_chart_of_less_than_three_points_that_hold(items: list[Figure]) -> None:
    assert figures.comparable(items) == []


def test_ranks_are_not_charted_because_a_long_bar_would_be_a_low_rank() -> None:
    (series,) = figures.series(measured(*(figure(year, "rank") for year in YEARS)))
    assert (series.charted, series.undrawn) == ((), "rank")


def test_figures_that_mix_ways_of_counting_are_no_line() -> None:
    why = {"en": "Two ways of counting."}
    (series,) = figures.series(measured(*map(figure, YEARS), not_drawn=why))
    assert (series.charted, series.undrawn) == ((), "mixed")
    assert figures.course(series) == []


def test_a_year_without_a_value_stays_open_in_the_course() -> None:
    (series,) = figures.series(
        measured(figure("2017"), figure("2018"), figure("2020", value=3))
    )
    assert figures.course(series) == [1, 1, None, 3]


def test_the_course_is_cut_where_another_way_of_counting_begins() -> None:
    (series,) = figures.series(measured(figure("2017"), figure("2018"), figure("2020")))
    indicator = Indicator(id="x", label={}, breaks=(2017, 2020, 2023))
    assert figures.cuts(series, indicator) == [3]


def test_months_are_not_cut() -> None:
    (series,) = figures.series(measured(*map(figure, ("2017-01", "2017-02", "2017-06"))))
    assert figures.cuts(series, Indicator(id="x", label={}, breaks=(2017,))) == []


def test_months_follow_one_another_in_the_course() -> None:
    (series,) = figures.series(measured(*map(figure, ("2017-01", "2017-02", "2017-06"))))
    assert figures.course(series) == [1, 1, 1]


def test_series_stand_by_subject_and_in_the_order_of_the_files(
    write: Callable[..., Path], open_files: Callable[..., Index]
) -> None:
    indicators = "".join(
        f'[[indicators]]\nid = "{id}"\nlabel.en = "{id}"\nsubject = "{subject}"\n'
        for id, subject in (("visas", "people"), ("trade", "trade"), ("balance", "trade"))
    )
    points = "".join(
        entry(f"{id}-{year}", str(year), id)
        for id, first in (("visas", 2016), ("trade", 2016), ("balance", 2017))
        for year in range(first, 2021)
    )
    index = open_files(write(indicators + points))
    found = figures.overview(index, figures.all_measured(index))
    assert [item.indicator.id for item in found.series] == ["trade", "visas"]
    assert [item.indicator.id for item in found.others] == ["balance"]


def test_a_figure_is_disputed_by_its_status_or_by_a_rival() -> None:
    assert figures.is_disputed(figure("2017", status="disputed"))
    rival = Figure(
        id="x",
        indicator="x",
        period=edtf.parse("2017"),
        value=1,
        unit="x",
        label={},
        disputes=(Dispute(source="s"),),
    )
    assert figures.is_disputed(rival)
    assert not figures.is_disputed(figure("2017"))

"""Anniversaries: exact and near days, months and years, by facet; round numbers and 29 February."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from kzfr_cli.core import edtf
from kzfr_cli.core.event import Event, Facet
from kzfr_cli.errors import InvalidProfileError
from kzfr_cli.queries import anniversaries
from kzfr_cli.queries.anniversaries import Anniversary
from kzfr_cli.queries.filters import Filters
from kzfr_cli.queries.rules import Round, Rules
from kzfr_cli.store.index.reading import Index

ALL = Rules()


def on(index: Index, day: date, within: int = 0, rules: Rules = ALL) -> list[Anniversary]:
    return list(anniversaries.on_day(index, day, within=within, rules=rules).anniversaries)


def brief(found: list[Anniversary]) -> list[tuple[str, str, int, str, int | None]]:
    return [
        (item.event.id, item.facet.kind, item.years, item.match, item.offset)
        for item in found
    ]


def test_day_of_the_signature_is_exact_and_counted(small: Index) -> None:
    assert ("treaty-2008", "signed", 10, "day", 0) in brief(on(small, date(2018, 6, 11)))


def test_celebration_is_an_observance_of_the_signature(small: Index) -> None:
    item = on(small, date(2018, 6, 5))[0]
    assert (item.facet.kind, item.years, item.offset, item.is_round) == (
        "celebrated",
        10,
        0,
        True,
    )
    assert item.of.value.text == "2008-06-11"
    assert anniversaries.own_day(item) == date(2018, 6, 11)


def test_celebration_of_one_year_does_not_come_back_the_next(small: Index) -> None:
    assert [item for item in on(small, date(2019, 6, 5)) if item.match == "day"] == []


def test_signed_distance_of_near_days(small: Index) -> None:
    assert ("treaty-2008", "signed", 11, "near", 6) in brief(
        on(small, date(2019, 6, 5), within=7)
    )
    assert ("treaty-2008", "signed", 11, "near", -7) in brief(
        on(small, date(2019, 6, 18), within=7)
    )
    assert not [
        item for item in on(small, date(2019, 6, 19), within=7) if item.match == "near"
    ]


def test_year_only_event_has_no_anniversary_day(small: Index) -> None:
    found = [item for item in brief(on(small, date(2018, 1, 1))) if item[0] == "office-1993"]
    assert found == [("office-1993", "opened", 25, "year", None)]


def test_interval_is_counted_from_its_first_month(small: Index) -> None:
    assert ("season-2013", "occurred", 5, "month", None) in brief(
        on(small, date(2018, 9, 20))
    )
    assert "season-2013" not in [item.event.id for item in on(small, date(2018, 12, 20))]


def test_entry_into_force_has_its_own_anniversary(small: Index) -> None:
    assert ("treaty-2008", "in-force", 8, "year", None) in brief(on(small, date(2018, 3, 1)))


def test_event_is_no_anniversary_of_itself_nor_before(small: Index) -> None:
    assert not [
        item for item in on(small, date(2008, 6, 11)) if item.event.id == "treaty-2008"
    ]
    assert on(small, date(1990, 6, 11), within=30) == []


@pytest.mark.parametrize(
    ("rule", "day", "expected"),
    [
        ("feb28", date(2021, 2, 28), True),
        ("feb28", date(2021, 3, 1), False),
        ("mar1", date(2021, 3, 1), True),
        ("mar1", date(2021, 2, 28), False),
        ("both", date(2021, 2, 28), True),
        ("both", date(2021, 3, 1), True),
        ("feb28", date(2024, 2, 28), False),
        ("feb28", date(2024, 2, 29), True),
        ("mar1", date(2024, 3, 1), False),
    ],
)
def test_leap_day_follows_the_rule_and_says_so(
    small: Index, rule: anniversaries.LeapDay, day: date, expected: bool
) -> None:
    found = [
        item
        for item in on(small, day, rules=Rules(leap_day=rule))
        if item.event.id == "visit-2020"
    ]
    assert bool(found) is expected
    if found and day.year != 2024:
        assert found[0].leap_day == rule


def test_default_rule_agrees_with_relativedelta_over_fifty_years(small: Index) -> None:
    days = {
        date.fromisoformat(item.on)
        for year in range(2021, 2071)
        for item in anniversaries.in_year(small, year, rules=ALL).anniversaries
        if item.event.id == "visit-2020"
    }
    assert days == {date(2020, 2, 29) + relativedelta(years=years) for years in range(1, 51)}


@pytest.mark.parametrize(
    ("profile", "round_ones", "others"),
    [
        ("default", (5, 10, 15, 20, 25, 100, 200), (1, 2, 4, 6, 26, 99)),
        ("decades", (10, 20, 100), (1, 5, 15, 25)),
        ("unesco", (50, 100, 150), (10, 25, 75)),
        ("7,33", (7, 33), (1, 10, 14)),
    ],
)
def test_profiles_of_round_numbers(
    profile: str, round_ones: tuple[int, ...], others: tuple[int, ...]
) -> None:
    rule = Round(profile)
    assert all(years in rule for years in round_ones)
    assert not any(years in rule for years in others)


@pytest.mark.parametrize("profile", ["", "decade", "7;33", "-1", "0", "1,,2", "²"])
def test_unknown_profile_is_refused(profile: str) -> None:
    with pytest.raises(InvalidProfileError):
        Round(profile)


def test_planner_is_in_the_order_of_days(small: Index) -> None:
    found = anniversaries.in_year(small, 2027, rules=ALL).anniversaries
    assert [(item.on, item.event.id) for item in found] == [
        ("2027-02-28", "visit-2020"),
        ("2027-06-11", "treaty-2008"),
        ("2027-09", "season-2013"),
        ("2027", "office-1993"),
        ("2027", "treaty-2008"),
    ]


def test_a_year_is_cut_to_the_round_ones_first_and_counts_the_rest(small: Index) -> None:
    found = anniversaries.in_year(small, 2028, rules=ALL, limit=1)
    assert [
        (item.match, item.event.id, item.years)
        for item in found.anniversaries
        if item.match == "day"
    ] == [("day", "treaty-2008", 20)]
    assert found.totals["day"] > 1


@pytest.mark.parametrize("profile", ["default", "decades", "unesco", "7,33"])
def test_only_round_keeps_what_is_round_and_nothing_else(
    packaged: Index, profile: str
) -> None:
    rules, only = Rules(round=Round(profile)), Rules(round=Round(profile), only_round=True)
    day = date(2018, 6, 5)
    pairs = [
        (
            anniversaries.in_year(packaged, 2023, rules=rules),
            anniversaries.in_year(packaged, 2023, rules=only),
        ),
        (
            anniversaries.on_day(packaged, day, within=60, rules=rules),
            anniversaries.on_day(packaged, day, within=60, rules=only),
        ),
        (
            anniversaries.coming(packaged, day, days=400, rules=rules),
            anniversaries.coming(packaged, day, days=400, rules=only),
        ),
    ]
    for every, kept in pairs:
        assert kept.anniversaries == tuple(
            item for item in every.anniversaries if item.is_round
        )
        assert sum(kept.totals.values()) == len(kept.anniversaries)


def test_kinds_and_categories_restrict(small: Index) -> None:
    rules = Rules(kinds=("in-force",))
    assert {item.facet.kind for item in on(small, date(2018, 6, 11), rules=rules)} == {
        "in-force"
    }
    rules = Rules(filters=Filters(categories=("economy",)))
    assert {item.event.id for item in on(small, date(2018, 6, 11), rules=rules)} == {
        "office-1993"
    }


def test_coming_ones_begin_on_the_day(small: Index) -> None:
    found = anniversaries.coming(small, date(2019, 6, 11), number=2, rules=ALL).anniversaries
    assert [(item.event.id, item.offset) for item in found] == [
        ("treaty-2008", 0),
        ("treaty-2008", 366),
    ]


def test_limit_bounds_each_match_and_counts_the_rest(small: Index) -> None:
    found = anniversaries.on_day(small, date(2018, 6, 5), within=7, rules=ALL, limit=1)
    assert len([item for item in found.anniversaries if item.match == "year"]) == 1
    assert found.totals["year"] == 2


@given(st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31)), st.integers(0, 366))
def test_any_day_and_window_answers(packaged: Index, day: date, within: int) -> None:
    for item in anniversaries.on_day(
        packaged, day, within=min(within, 3), rules=ALL, limit=5
    ).anniversaries:
        assert item.years > 0


# ---- what a limit keeps

CROWD = """
[[sources]]
id = "page"
title = "Page"
url = "https://example.org/page"
kind = "press"
language = "en"
"""


def crowd() -> str:
    """Write events of one day, near it, of its month and its year: sure or not, round or not."""
    entries = []
    for when in ("{}-01-25", "{}-01-27", "{}-01", "{}"):
        for year in (1992, 1997, 2000, 2001):
            for status in ("disputed", "accepted"):
                other = "1900-07-07" if status == "disputed" else "1901-07-08"
                name = f"e{year}-{status}-{when.count('-')}-{when[-2:].strip('{}')}"
                entries.append(
                    f"""
[[events]]
id = "{name}"
category = "visit"
title.en = "Event"
sources = [{{ id = "page" }}]
dates = [
    {{ kind = "occurred", value = "{other}", status = "preferred", sources = ["page"] }},
    {{ kind = "signed", value = "{when.format(year)}", status = "{status}", sources = ["page"] }},
]
"""
                )
    return CROWD + "".join(entries)


@pytest.mark.parametrize("limit", [1, 2, 3, 5, 7, 8, 9])
@pytest.mark.parametrize(
    "rules", [ALL, Rules(round=Round("decades")), Rules(only_round=True)]
)
def test_a_limit_keeps_the_sure_and_the_round(
    write: Callable[..., Path], open_files: Callable[..., Index], limit: int, rules: Rules
) -> None:
    index = open_files(write(crowd()))
    day = date(2027, 1, 25)
    every = anniversaries.on_day(index, day, within=3, rules=rules)
    some = anniversaries.on_day(index, day, within=3, rules=rules, limit=limit)
    assert some.totals == every.totals
    assert some.rounds == every.rounds
    for match in anniversaries.MATCHES:
        all_of_it = [item for item in every.anniversaries if item.match == match]
        kept = [item for item in some.anniversaries if item.match == match]
        assert len(kept) == min(limit, len(all_of_it))
        assert every.rounds[match] == sum(item.is_round for item in all_of_it)
        left = [item for item in all_of_it if item not in kept]
        for one in kept:
            assert all(worth(one) <= worth(other) for other in left)


def worth(item: Anniversary) -> tuple[bool, bool]:
    """Give what a limit ranks by first: certainty, then roundness."""
    return item.facet.status == "disputed", not item.is_round


@pytest.mark.parametrize("limit", [1, 3, 20])
def test_a_limit_of_a_year_keeps_the_sure_and_the_round(
    write: Callable[..., Path], open_files: Callable[..., Index], limit: int
) -> None:
    index = open_files(write(crowd()))
    every = anniversaries.in_year(index, 2027, rules=ALL)
    some = anniversaries.in_year(index, 2027, rules=ALL, limit=limit)
    assert some.totals == every.totals
    for match in ("day", "month", "year"):
        kept = [item for item in some.anniversaries if item.match == match]
        left = [
            item for item in every.anniversaries if item.match == match and item not in kept
        ]
        assert len(kept) == min(limit, len(kept) + len(left))
        assert all(worth(one) <= worth(other) for one in kept for other in left)


def test_the_diplomatic_relations_come_before_a_disputed_recognition(
    packaged: Index,
) -> None:
    found = anniversaries.on_day(packaged, date(2027, 1, 25), within=0, rules=ALL, limit=1)
    days = [item.event.id for item in found.anniversaries if item.match == "day"]
    assert days == ["diplomatic-relations-1992"]


def test_the_own_day_of_a_celebration_of_29_february_falls_on_the_28th_in_a_common_year() -> (
    None
):
    treaty = Facet(kind="signed", value=edtf.parse("2008-02-29"), status="preferred")
    feast = Facet(kind="celebrated", value=edtf.parse("2019-03-01"), status="accepted")
    event = Event(
        id="leap-2008",
        category="treaty",
        scope="bilateral",
        title={"en": "Leap"},
        summary={},
        dates=(treaty, feast),
    )
    item = Anniversary(
        event=event,
        facet=feast,
        of=treaty,
        years=11,
        on="2019-03-01",
        offset=0,
        match="day",
        is_round=False,
    )
    assert anniversaries.own_day(item) == date(2019, 2, 28)

"""The dated sides of events that have an anniversary on a day, in a month or in a year: found in
the index before any event is read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Literal

from kzfr_cli.core.record import pair
from kzfr_cli.queries import filters
from kzfr_cli.queries.rules import LeapDay, Rules
from kzfr_cli.store.index.reading import Index

Match = Literal["day", "near", "month", "year"]

MATCHES: tuple[Match, ...] = ("day", "near", "month", "year")

COUNTED = (
    "facets.status <> 'rejected' AND facets.kind <> 'celebrated'"
    " AND (facets.kind <> 'announced' OR facets.status = 'preferred')"
)

MOST_COUNTED = 1_000
"""Anniversaries of one day, month or year that are counted when they are not all shown; more count
as so many.
"""


@pair
class On:
    """When anniversaries fall: their year, the day, month or year in EDTF, the days from the day
    asked, how they match it, and the rule that placed a 29 February.
    """

    year: int
    text: str
    offset: int | None
    match: Match
    leap_day: LeapDay | None = None


@pair
class Candidate:
    """Hold what is known of an anniversary before its event is read."""

    number: int
    position: int
    years: int
    on: On
    is_disputed: bool
    weight: int

    @property
    def occasion(self) -> tuple[int, str]:
        """The event and the day, month or year, which are told in one row."""
        return self.number, self.on.text


class Search:
    """Gather candidates from the index, those that a limit keeps by certainty and roundness."""

    def __init__(self, index: Index, rules: Rules, limit: int | None) -> None:
        self.index = index
        self.rules = rules
        self.limit = limit
        self.candidates: list[Candidate] = []
        self.totals: Counter[Match] = Counter()
        self.rounds: Counter[Match] = Counter()
        self.round_years: list[int] = []
        self.restriction = restriction(rules)

    def look_at_days(self, days: Sequence[date], asked: date | None) -> None:
        """Gather the facets that have their anniversary on some days; `asked` is the day that
        offsets count from.
        """
        occupied = self.occupied(days)
        for day in days:
            offset = (day - asked).days if asked else 0
            match: Match = "near" if offset else "day"
            for month, number, leap_day in month_days(day, self.rules.leap_day):
                if (month, number) in occupied:
                    rows = self.rows(
                        match,
                        "facets.month = ? AND facets.day = ?",
                        [month, number],
                        day.year,
                    )
                    self.keep(
                        rows,
                        On(
                            day.year,
                            day.isoformat(),
                            offset,
                            match,
                            leap_day,
                        ),
                    )
        self.look_at_observances(days, asked)

    def occupied(self, days: Sequence[date]) -> frozenset[tuple[int, int]]:
        """Find on which months and days there is anything at all, with one look at the index for
        each month.
        """
        months = {
            month for day in days for month, _, _ in month_days(day, self.rules.leap_day)
        }
        query = "SELECT DISTINCT month, day FROM facets WHERE month = ?"
        return frozenset(
            (month, day) for month in months for _, day in self.index.rows(query, (month,))
        )

    def look_at_month(self, year: int, month: int) -> None:
        """Gather the facets known to the month."""
        rows = self.rows(
            "month",
            "facets.month = ? AND facets.day IS NULL",
            [month],
            year,
        )
        self.keep(
            rows,
            On(
                year,
                f"{year:04}-{month:02}",
                None,
                "month",
            ),
        )

    def look_at_year(self, year: int) -> None:
        """Gather the facets known to the year."""
        rows = self.rows(
            "year",
            "facets.month IS NULL",
            [],
            year,
        )
        self.keep(
            rows,
            On(
                year,
                f"{year:04}",
                None,
                "year",
            ),
        )

    def look_at_observances(self, days: Sequence[date], asked: date | None) -> None:
        """Gather the celebrations that a source places on these very days."""
        extra, parameters = self.restriction
        rows = self.index.rows(
            "SELECT facets.event, facets.position, facets.year, facets.month, facets.day, "
            "preferred.year, facets.status = 'disputed', events.weight"
            " FROM facets JOIN events ON events.no = facets.event"
            " JOIN facets AS preferred ON preferred.event = facets.event AND preferred.status = "
            "'preferred'"
            " WHERE facets.kind = 'celebrated' AND facets.day IS NOT NULL AND facets.status <> "
            "'rejected'"
            f" AND preferred.year < facets.year{extra}",
            parameters,
        )
        wanted = set(days)
        for number, position, year, month, day, since, *more in rows:
            if (
                on := date(
                    year,
                    month,
                    day,
                )
            ) in wanted and self.is_wanted(year - since):
                offset = (on - asked).days if asked else 0
                match: Match = "near" if offset else "day"
                self.count(
                    match,
                    1,
                    year - since in self.rules.round,
                )
                row = (number, position, since, *more)
                self.keep(
                    [row],
                    On(
                        year,
                        on.isoformat(),
                        offset,
                        match,
                    ),
                )

    def is_wanted(self, years: int) -> bool:
        """Return whether the rules ask for a number of years."""
        return not self.rules.only_round or years in self.rules.round

    def keep(self, rows: Iterable[Any], on: On) -> None:
        """Keep the rows (event, position of the facet, year counted from, whether it is disputed,
        weight of the event) as candidates.
        """
        for number, position, since, is_disputed, weight in rows:
            years = on.year - since
            self.candidates.append(
                Candidate(
                    number,
                    position,
                    years,
                    on,
                    bool(is_disputed),
                    weight,
                )
            )

    def rows(
        self, match: Match, condition: str, values: Sequence[object], year: int
    ) -> list[Any]:
        """Read the facets that meet a condition before a year, the surest and round ones first when
        there is a limit.
        """
        extra, parameters = self.restriction
        source = "FROM facets JOIN events ON events.no = facets.event"
        where = f"{source} WHERE {condition} AND facets.year < ? AND {COUNTED}{extra}"
        is_round = f"facets.year IN ({self.round_ago(year)})"
        if self.rules.only_round:
            where += f" AND {is_round}"
        bound = [*values, year, *parameters]
        columns = (
            "SELECT facets.event, facets.position, facets.year, facets.status = 'disputed',"
            " events.weight"
        )
        if self.limit is None:
            found = self.index.rows(f"{columns} {where}", bound)
        else:
            ranked = f"ORDER BY facets.status = 'disputed', NOT {is_round}, facets.year"
            found = self.index.rows(f"{columns} {where} {ranked} LIMIT {self.limit}", bound)
        if self.limit is None or len(found) < self.limit:
            self.count(
                match, len(found), sum(year - row[2] in self.rules.round for row in found)
            )
        else:
            every = self.number(where, bound)
            self.count(
                match,
                every,
                self.number(f"{where} AND {is_round}", bound),
            )
        return found

    def number(self, where: str, bound: Sequence[object]) -> int:
        """Count the facets that meet a condition, up to `MOST_COUNTED`."""
        query = f"SELECT count(*) FROM (SELECT 1 {where} LIMIT {MOST_COUNTED})"
        return int(self.index.rows(query, bound)[0][0])

    def count(self, match: Match, every: int, rounds: int) -> None:
        """Count the anniversaries of a match, and the round ones among them."""
        self.totals[match] += every
        self.rounds[match] += rounds

    def round_ago(self, year: int) -> str:
        """List for SQL the years that lie a round number of years before a year."""
        self.round_years = self.round_years or self.rules.round.years()
        return ", ".join(str(year - age) for age in self.round_years if age < year) or "NULL"

    def within_limit(self) -> list[Candidate]:
        """Keep as many candidates of each match as the limit lets."""
        if self.limit is None:
            return self.candidates
        ranked = sorted(self.candidates, key=self.rank)
        return [
            item
            for match in MATCHES
            for item in [each for each in ranked if each.on.match == match][: self.limit]
        ]

    def is_round(self, row: Iterable[Candidate]) -> bool:
        """Return whether any of some anniversaries is round."""
        return any(item.years in self.rules.round for item in row)

    def precedence(self, item: Candidate) -> tuple[object, ...]:
        """Rank what a reader is told: by weight, roundness, certainty, nearness, then the older
        event.
        """
        is_other = item.years not in self.rules.round
        return (
            -item.weight,
            is_other,
            item.is_disputed,
            abs(item.on.offset or 0),
            -item.years,
            item.number,
        )

    def rank(self, item: Candidate) -> tuple[object, ...]:
        """Rank what a limit keeps: by certainty, roundness, nearness, then the older event."""
        is_other = item.years not in self.rules.round
        return (
            item.is_disputed,
            is_other,
            abs(item.on.offset or 0),
            -item.years,
            item.number,
        )


def restriction(rules: Rules) -> tuple[str, list[object]]:
    """Write what the rules ask of facets and events as SQL that continues a condition."""
    condition, values = filters.restriction(rules.filters)
    parts = [condition] if condition else []
    if not rules.uncommemorated:
        parts.append("events.commemorated")
    if rules.among is not None:
        parts.append(f"events.no IN ({filters.marks(rules.among)})")
        values = [*values, *rules.among]
    if rules.kinds:
        parts.append(f"facets.kind IN ({filters.marks(rules.kinds)})")
        values = [*values, *rules.kinds]
    return "".join(f" AND {part}" for part in parts), values


def month_days(day: date, rule: LeapDay) -> list[tuple[int, int, LeapDay | None]]:
    """List the (month, day, rule) celebrated on a day: in a common year 29 February too, where the
    rule puts it.
    """
    own: list[tuple[int, int, LeapDay | None]] = [(day.month, day.day, None)]
    places = {"feb28": [(2, 28)], "mar1": [(3, 1)], "both": [(2, 28), (3, 1)]}[rule]
    if (day.month, day.day) in places and not is_leap(day.year):
        own.append((2, 29, rule))
    return own


def is_leap(year: int) -> bool:
    """Return whether a year is a leap year of the Gregorian calendar; `calendar.isleap` would
    load the module `locale` too.
    """
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)

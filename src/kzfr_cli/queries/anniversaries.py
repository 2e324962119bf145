"""Find what is celebrated: on a day, near it, in its month, in its year, or in a whole year.

Only a date known to the day has an anniversary day; one known to the month an anniversary month,
one known to the year an anniversary year. An interval is counted from its beginning. The facets of
one event are counted apart: a treaty's signature and its entry into force have different
anniversaries. A facet of the kind `celebrated` is an observance: it marks the event's anniversary
in its own year only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Literal

from kzfr_cli.core.event import Event, Facet
from kzfr_cli.core.record import pair, record
from kzfr_cli.queries import filters
from kzfr_cli.queries.rules import LeapDay, Rules
from kzfr_cli.store.index.reading import Index

Match = Literal["day", "near", "month", "year"]

MATCHES: tuple[Match, ...] = ("day", "near", "month", "year")

COUNTED = (
    "facets.status <> 'rejected' AND facets.kind <> 'celebrated'"
    " AND (facets.kind <> 'announced' OR facets.status = 'preferred')"
)
SEARCHED = 9 * 366
"""Days after which no further anniversary is looked for: 29 February comes back after eight years
at most.
"""

MOST_COUNTED = 1_000
"""Anniversaries of one day, month or year that are counted when they are not all shown; more count
as so many.
"""

WINDOW = 61
"""Days that are looked at together."""


@record
class Anniversary:
    """Count the years from one dated facet to a day, a month or a year.

    `on` is that day, month or year in EDTF; `offset` the days from the day asked to it, 0 on the
    day, None for a month or a year. `years` is the difference of the calendar years. `leap_day`
    says which rule placed the anniversary of a 29 February in a common year.
    """

    event: Event
    facet: Facet
    of: Facet
    years: int
    on: str
    offset: int | None
    match: Match
    is_round: bool
    leap_day: LeapDay | None = None

    @property
    def is_own(self) -> bool:
        """Return whether it counts from the date that the event goes by."""
        return self.facet.status == "preferred"


@pair
class Found:
    """Hold the anniversaries in their order, and for each match how many there are without a limit,
    and how many of them are round.

    A total of `MOST_COUNTED` or more may be short: counting 100,000 would take longer than showing
    twenty.
    """

    anniversaries: tuple[Anniversary, ...]
    totals: Mapping[Match, int]
    rounds: Mapping[Match, int]


@record
class Anniversaries:
    """Which anniversaries are asked for: of a `year`, else the next `number` from a day on, else
    those of the next `days`, else those about the day.

    `within` is in days; `limit` bounds each kind of match, None for all of them.
    """

    day: date
    rules: Rules = Rules()
    within: int = 7
    year: int | None = None
    number: int | None = None
    days: int | None = None
    limit: int | None = None

    def find(self, index: Index) -> Found:
        """Find what is asked for."""
        if self.year is not None:
            return in_year(index, self.year, rules=self.rules, limit=self.limit)
        if self.number is not None:
            return coming(index, self.day, number=self.number, rules=self.rules)
        if self.days is not None:
            return coming(index, self.day, days=self.days, rules=self.rules)
        return on_day(index, self.day, within=self.within, rules=self.rules, limit=self.limit)


def on_day(
    index: Index, day: date, *, within: int, rules: Rules, limit: int | None = None
) -> Found:
    """Find the anniversaries of a day, those up to `within` days from it, and those of its month
    and its year.

    `limit` bounds each kind of match: kept are the sure before the disputed, the round before the
    others, then the nearest.
    """
    search = Search(index, rules, limit)
    search.look_at_days(window(day, within), day)
    search.look_at_month(day.year, day.month)
    search.look_at_year(day.year)
    return search.found()


def in_year(index: Index, year: int, *, rules: Rules, limit: int | None = None) -> Found:
    """Find every anniversary of a year, in the order of its days; then by month, then by year.

    `limit` bounds each kind of match: kept are the sure before the disputed, the round before the
    others, then the greatest numbers of years.
    """
    search = Search(index, rules, limit)
    first = date(year, 1, 1)
    search.look_at_days(
        [first + timedelta(days=number) for number in range(366 if is_leap(year) else 365)], None
    )
    for month in range(1, 13):
        search.look_at_month(year, month)
    search.look_at_year(year)
    return search.found()


def coming(
    index: Index, day: date, *, number: int | None = None, days: int = SEARCHED, rules: Rules
) -> Found:
    """Find the anniversaries known to the day of the next `days` from `day` on, the first `number`
    of them.
    """
    search = Search(index, rules, None)
    for start in range(0, days, WINDOW):
        offsets = range(start, min(start + WINDOW, days))
        search.look_at_days(
            [day + timedelta(days=offset) for offset in offsets if in_calendar(day, offset)], day
        )
        if number is not None and len(search.candidates) >= number:
            break
    return counted(search.found().anniversaries[:number])


def counted(items: tuple[Anniversary, ...]) -> Found:
    """Count anniversaries of which none is left out."""
    rounds = Counter(item.match for item in items if item.is_round)
    return Found(items, Counter(item.match for item in items), rounds)


def window(day: date, within: int) -> list[date]:
    """List the days up to `within` days away, the nearest first and of two the earlier."""
    offsets = sorted(range(-within, within + 1), key=lambda offset: (abs(offset), offset))
    return [day + timedelta(days=offset) for offset in offsets if in_calendar(day, offset)]


def in_calendar(day: date, offset: int) -> bool:
    """Tell whether a day so far away is still in the calendar."""
    return 1 <= day.toordinal() + offset <= date.max.toordinal()


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


class Search:
    """Gather candidates from the index, and read the events of those within the limit only."""

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
                        match, "facets.month = ? AND facets.day = ?", [month, number], day.year
                    )
                    self.keep(rows, On(day.year, day.isoformat(), offset, match, leap_day))
        self.look_at_observances(days, asked)

    def occupied(self, days: Sequence[date]) -> frozenset[tuple[int, int]]:
        """Find on which months and days there is anything at all, with one look at the index for
        each month.
        """
        months = {month for day in days for month, _, _ in month_days(day, self.rules.leap_day)}
        query = "SELECT DISTINCT month, day FROM facets WHERE month = ?"
        return frozenset(
            (month, day) for month in months for _, day in self.index.rows(query, (month,))
        )

    def look_at_month(self, year: int, month: int) -> None:
        """Gather the facets known to the month."""
        rows = self.rows("month", "facets.month = ? AND facets.day IS NULL", [month], year)
        self.keep(rows, On(year, f"{year:04}-{month:02}", None, "month"))

    def look_at_year(self, year: int) -> None:
        """Gather the facets known to the year."""
        rows = self.rows("year", "facets.month IS NULL", [], year)
        self.keep(rows, On(year, f"{year:04}", None, "year"))

    def look_at_observances(self, days: Sequence[date], asked: date | None) -> None:
        """Gather the celebrations that a source places on these very days."""
        extra, parameters = self.restriction
        rows = self.index.rows(
            "SELECT facets.event, facets.position, facets.year, facets.month, facets.day, "
            "preferred.year, facets.status = 'disputed'"
            " FROM facets JOIN events ON events.no = facets.event"
            " JOIN facets AS preferred ON preferred.event = facets.event AND preferred.status = "
            "'preferred'"
            " WHERE facets.kind = 'celebrated' AND facets.day IS NOT NULL AND facets.status <> "
            "'rejected'"
            f" AND preferred.year < facets.year{extra}",
            parameters,
        )
        wanted = set(days)
        for number, position, year, month, day, since, is_disputed in rows:
            if (on := date(year, month, day)) in wanted and self.is_wanted(year - since):
                offset = (on - asked).days if asked else 0
                match: Match = "near" if offset else "day"
                self.count(match, 1, year - since in self.rules.round)
                row = (number, position, since, is_disputed)
                self.keep([row], On(year, on.isoformat(), offset, match))

    def is_wanted(self, years: int) -> bool:
        """Tell a number of years that the rules ask for."""
        return not self.rules.only_round or years in self.rules.round

    def keep(self, rows: Iterable[Any], on: On) -> None:
        """Keep the rows (event, position of the facet, year counted from, whether it is disputed)
        as candidates.
        """
        for number, position, since, is_disputed in rows:
            years = on.year - since
            self.candidates.append(Candidate(number, position, years, on, bool(is_disputed)))

    def rows(self, match: Match, condition: str, values: Sequence[object], year: int) -> list[Any]:
        """Read the facets that meet a condition before a year, the surest and round ones first when
        there is a limit.
        """
        extra, parameters = self.restriction
        source = "FROM facets JOIN events ON events.no = facets.event" if extra else "FROM facets"
        where = f"{source} WHERE {condition} AND facets.year < ? AND {COUNTED}{extra}"
        is_round = f"facets.year IN ({self.round_ago(year)})"
        if self.rules.only_round:
            where += f" AND {is_round}"
        bound = [*values, year, *parameters]
        columns = "SELECT facets.event, facets.position, facets.year, facets.status = 'disputed'"
        if self.limit is None:
            found = self.index.rows(f"{columns} {where}", bound)
        else:
            ranked = f"ORDER BY facets.status = 'disputed', NOT {is_round}, facets.year"
            found = self.index.rows(f"{columns} {where} {ranked} LIMIT {self.limit}", bound)
        if self.limit is None or len(found) < self.limit:
            self.count(match, len(found), sum(year - row[2] in self.rules.round for row in found))
        else:
            every = self.number(where, bound)
            self.count(match, every, self.number(f"{where} AND {is_round}", bound))
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

    def found(self) -> Found:
        """Read the events of the candidates and put the anniversaries in order."""
        kept = self.within_limit()
        numbers = dict.fromkeys(item.number for item in kept)
        by_number = dict(zip(numbers, self.index.events(numbers), strict=True))
        items = (self.anniversary(by_number[item.number], item) for item in kept)
        return Found(tuple(sorted(items, key=order)), self.totals, self.rounds)

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

    def rank(self, item: Candidate) -> tuple[object, ...]:
        """Rank what a limit keeps: by certainty, roundness, nearness, then the older event."""
        is_other = item.years not in self.rules.round
        return (item.is_disputed, is_other, abs(item.on.offset or 0), -item.years, item.number)

    def anniversary(self, event: Event, item: Candidate) -> Anniversary:
        """Make the anniversary of a candidate."""
        facet = event.dates[item.position]
        return Anniversary(
            event=event,
            facet=facet,
            of=event.preferred if facet.kind == "celebrated" else facet,
            years=item.years,
            on=item.on.text,
            offset=item.on.offset,
            match=item.on.match,
            is_round=item.years in self.rules.round,
            leap_day=item.on.leap_day,
        )


def restriction(rules: Rules) -> tuple[str, list[object]]:
    """Write what the rules ask of facets and events as SQL that continues a condition."""
    condition, values = filters.restriction(rules.filters)
    parts = [condition] if condition else []
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


def shortened(found: Found) -> Found:
    """Keep what can be told in a line each: one anniversary of an event, that of the date it goes
    by first, and none that rests on a disputed date.
    """
    kept: dict[str, Anniversary] = {}
    for item in found.anniversaries:
        if item.facet.status == "disputed":
            continue
        other = kept.get(item.event.id)
        if other is None or precedence(item) < precedence(other):
            kept[item.event.id] = item
    return counted(tuple(sorted(kept.values(), key=order)))


def precedence(item: Anniversary) -> tuple[object, ...]:
    """Order the anniversaries of one event: of its own date, of its other dates, observances."""
    place = item.event.dates.index(item.facet)
    return (not item.is_own, item.facet.kind == "celebrated", order(item), place)


def order(item: Anniversary) -> tuple[object, ...]:
    """Order by match and closeness; then by day, the agreed and round ones and the older events
    first.
    """
    return (
        MATCHES.index(item.match),
        abs(item.offset or 0),
        item.on,
        item.facet.status == "disputed",
        not item.is_round,
        -item.years,
        item.event.id,
    )


def own_day(item: Anniversary) -> date | None:
    """Give the day of the event's own anniversary that an observance stands for, in the
    observance's year.

    None when the facet is its own, or the event's date is not known to the day; a 29 February falls
    on the 28th in a common year.
    """
    own, observed = item.of.value.day, item.facet.value.day
    if item.facet is item.of or own is None or observed is None:
        return None
    day = 28 if (own.month, own.day) == (2, 29) and not is_leap(observed.year) else own.day
    return own.replace(year=observed.year, day=day)


def is_leap(year: int) -> bool:
    """Tell a leap year of the Gregorian calendar; `calendar.isleap` would load the module `locale`
    too.
    """
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)

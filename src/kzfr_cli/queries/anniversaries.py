"""Find what is celebrated: on a day, near it, in its month, in its year, or in a whole year.

Only a date known to the day has an anniversary day; one known to the month an anniversary month,
one known to the year an anniversary year. An interval is counted from its beginning. The facets of
one event are counted apart: a treaty's signature and its entry into force have different
anniversaries. A facet of the kind `celebrated` is an observance: it marks the event's anniversary
in its own year only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from kzfr_cli.core import edtf
from kzfr_cli.core.event import Event, Facet
from kzfr_cli.core.record import pair, record
from kzfr_cli.queries import rows
from kzfr_cli.queries.candidates import MATCHES, Candidate, Match, Search, is_leap
from kzfr_cli.queries.rules import Cut, LeapDay, Rules
from kzfr_cli.store.index.reading import Index

SEARCHED = 9 * 366
"""Days after which no further anniversary is looked for: 29 February comes back after eight years
at most.
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


@pair
class Stretch:
    """The years of a plan, the first and the last, or one month of the first."""

    first: int
    last: int
    month: int | None = None

    @property
    def months(self) -> range:
        """The months of each year."""
        return range(self.month, self.month + 1) if self.month else range(1, 13)

    def days(self, year: int) -> list[date]:
        """List the days of a year that are planned."""
        return [
            date(
                year,
                month,
                day,
            )
            for month in self.months
            for day in range(1, edtf.last_day(year, month) + 1)
        ]


@record
class Anniversaries:
    """Which anniversaries are asked for: of a `year`, up to a `last_year` or of one `month` of it,
    else the next `number` from a day on, else those of the next `days`, else those about the day.

    `within` is in days; `limit` bounds each kind of match, None for all of them; a `cut` is for
    readers, who are told what matters first.
    """

    day: date
    rules: Rules = Rules()
    within: int = 7
    year: int | None = None
    last_year: int | None = None
    month: int | None = None
    number: int | None = None
    days: int | None = None
    limit: int | None = None
    cut: Cut | None = None

    @property
    def span(self) -> Stretch:
        """The years that are planned, or the month of one."""
        first = self.year or 1
        return Stretch(
            first,
            self.last_year or first,
            self.month,
        )

    def find(self, index: Index) -> Found:
        """Find what is asked for."""
        search = Search(
            index,
            self.rules,
            None if self.cut else self.limit,
        )
        if self.year is not None:
            look_at_years(search, self.span)
        elif self.number is not None or self.days is not None:
            look_ahead(search, self)
        else:
            look_about(
                search,
                self.day,
                self.within,
            )
        if self.cut is not None:
            return told(
                search,
                self.cut,
                self.number,
            )
        found = gathered(search)
        if self.number is None and self.days is None:
            return found
        return counted(found.anniversaries[: self.number])


def on_day(
    index: Index, day: date, *, within: int, rules: Rules, limit: int | None = None
) -> Found:
    """Find the anniversaries of a day, those up to `within` days from it, and those of its month
    and its year.

    `limit` bounds each kind of match: kept are the sure before the disputed, the round before the
    others, then the nearest.
    """
    return Anniversaries(
        day=day,
        rules=rules,
        within=within,
        limit=limit,
    ).find(index)


def in_year(index: Index, year: int, *, rules: Rules, limit: int | None = None) -> Found:
    """Find every anniversary of a year, in the order of its days; then by month, then by year.

    `limit` bounds each kind of match: kept are the sure before the disputed, the round before the
    others, then the greatest numbers of years.
    """
    first = date(
        year,
        1,
        1,
    )
    return Anniversaries(
        day=first,
        rules=rules,
        year=year,
        limit=limit,
    ).find(index)


def coming(
    index: Index, day: date, *, number: int | None = None, days: int = SEARCHED, rules: Rules
) -> Found:
    """Find the anniversaries known to the day of the next `days` from `day` on, the first `number`
    of them.
    """
    return Anniversaries(
        day=day,
        rules=rules,
        number=number,
        days=days,
    ).find(index)


def look_about(search: Search, day: date, within: int) -> None:
    """Gather the anniversaries of a day, those up to `within` days from it, and those of its month
    and its year.
    """
    search.look_at_days(window(day, within), day)
    search.look_at_month(day.year, day.month)
    search.look_at_year(day.year)


def look_at_years(search: Search, span: Stretch) -> None:
    """Gather every anniversary of some years, by day, by month and by year."""
    for year in range(span.first, span.last + 1):
        search.look_at_days(span.days(year), None)
        for month in span.months:
            search.look_at_month(year, month)
        if span.month is None:
            search.look_at_year(year)


def look_ahead(search: Search, asked: Anniversaries) -> None:
    """Gather the anniversaries known to the day of the next days, until there are as many as are
    asked for.
    """
    days = asked.days or SEARCHED
    for start in range(
        0,
        days,
        WINDOW,
    ):
        offsets = range(start, min(start + WINDOW, days))
        search.look_at_days(
            [
                asked.day + timedelta(days=offset)
                for offset in offsets
                if in_calendar(asked.day, offset)
            ],
            asked.day,
        )
        if asked.number is not None and is_enough(
            search,
            asked.number,
            asked.cut,
        ):
            break


def is_enough(search: Search, number: int, cut: Cut | None) -> bool:
    """Return whether so many anniversaries are gathered; for a reader, so many rows."""
    if cut is None:
        return len(search.candidates) >= number
    return len(rows.told(search, cut)) >= number


def told(search: Search, cut: Cut, number: int | None) -> Found:
    """Keep what a reader is told first; the totals count rows, whether they are told or not."""
    wanted = rows.told(search, cut)
    every = rows.gathered(search)
    if number is not None:
        every = wanted = rows.soonest(wanted, number)
    kept = [item for row in rows.within(wanted, cut.limit) for item in row]
    return Found(
        tuple(sorted(read(search, kept), key=order)),
        Counter(row[0].on.match for row in every),
        Counter(row[0].on.match for row in every if search.is_round(row)),
    )


def counted(items: tuple[Anniversary, ...]) -> Found:
    """Count anniversaries of which none is left out."""
    rounds = Counter(item.match for item in items if item.is_round)
    return Found(
        items,
        Counter(item.match for item in items),
        rounds,
    )


def window(day: date, within: int) -> list[date]:
    """List the days up to `within` days away, the nearest first and of two the earlier."""
    offsets = sorted(range(-within, within + 1), key=lambda offset: (abs(offset), offset))
    return [day + timedelta(days=offset) for offset in offsets if in_calendar(day, offset)]


def in_calendar(day: date, offset: int) -> bool:
    """Return whether a day so far away is still in the calendar."""
    return 1 <= day.toordinal() + offset <= date.max.toordinal()


def gathered(search: Search) -> Found:
    """Read the events of the candidates within the limit, and put the anniversaries in order."""
    items = read(search, search.within_limit())
    return Found(
        tuple(sorted(items, key=order)),
        search.totals,
        search.rounds,
    )


def read(search: Search, kept: Sequence[Candidate]) -> list[Anniversary]:
    """Read the events of some candidates."""
    numbers = dict.fromkeys(item.number for item in kept)
    by_number = dict(
        zip(
            numbers,
            search.index.events(numbers),
            strict=True,
        )
    )
    return [
        anniversary(
            by_number[item.number],
            item,
            search.rules,
        )
        for item in kept
    ]


def anniversary(event: Event, item: Candidate, rules: Rules) -> Anniversary:
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
        is_round=item.years in rules.round,
        leap_day=item.on.leap_day,
    )


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
    first, of one age the weightier.
    """
    return (
        MATCHES.index(item.match),
        abs(item.offset or 0),
        item.on,
        item.facet.status == "disputed",
        not item.is_round,
        -item.years,
        -item.event.weight,
        item.event.id,
    )


def own_day(item: Anniversary) -> date | None:
    """Return the day of the event's own anniversary that an observance stands for, in the
    observance's year.

    None when the facet is its own, or the event's date is not known to the day; a 29 February falls
    on the 28th in a common year.
    """
    own, observed = item.of.value.day, item.facet.value.day
    if item.facet is item.of or own is None or observed is None:
        return None
    day = 28 if (own.month, own.day) == (2, 29) and not is_leap(observed.year) else own.day
    return own.replace(year=observed.year, day=day)

"""`kzfr export`: events and their anniversaries in a file of another program."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from kzfr_cli.commands import anniversary
from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.record import record
from kzfr_cli.errors import UnknownFormatError
from kzfr_cli.formats import registry
from kzfr_cli.locale.catalogue import N_
from kzfr_cli.queries import anniversaries
from kzfr_cli.queries.filters import Chosen, Criteria, choose
from kzfr_cli.session import Session
from kzfr_cli.terminal import chosen, options, output, run, screen, types
from kzfr_cli.terminal.help import Command
from kzfr_cli.views import events as views

if TYPE_CHECKING:
    from kzfr_cli.core.event import Event

ALARM = re.compile(r"([1-9][0-9]{0,3})([hdw])")

FOR_CALENDARS = N_(
    "Only a calendar heeds {option}: give the file the ending .ics, or leave it out."
)
FOR_ANNIVERSARIES = N_(
    "{option} chooses among anniversaries: add --date, --year or --next, or write a calendar."
)
FOR_SINGLE_YEARS = N_(
    "A repeated entry is not round in every year: leave out {option} or --recurring."
)


class Alarm(click.ParamType[str]):
    """Read a time before a day, `30d`, `2w` or `12h`, as a duration of RFC 5545."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Turn `30d` into `P30D`."""
        found = ALARM.fullmatch(str(value).lower())
        if found is None:
            self.fail(
                run.session(ctx).catalogue.text("Write a time as 30d, 2w or 12h."),
                param,
                ctx,
            )
        number, unit = found.groups()
        return f"PT{number}H" if unit == "h" else f"P{number}{unit.upper()}"


@click.command("export", cls=Command)
@click.argument("file", type=click.Path())
@click.option(
    "--format",
    "format_",
    type=types.OneOf(list(registry.EXPORTS)),
    help="Format, when the ending does not tell it.",
)
@chosen.filter_options
@options.kind_option
@click.option(
    "--date",
    "day",
    type=types.Day(),
    metavar="DATE",
    help="Take the anniversaries about that day.",
)
@click.option(
    "--within",
    type=click.IntRange(0, 366),
    default=7,
    show_default=True,
    metavar="DAYS",
    help="With --date: up to so many days away.",
)
@click.option(
    "--year", type=click.IntRange(1, 9999), metavar="Y", help="Take the anniversaries of that year."
)
@click.option(
    "--next",
    "number",
    type=click.IntRange(1, 1000),
    metavar="N",
    help="Take the next N anniversaries.",
)
@options.round_option
@click.option("--only-round", is_flag=True, help="Keep the round anniversaries.")
@options.leap_day_option
@click.option(
    "--years",
    type=click.IntRange(1, 100),
    default=chosen.YEARS,
    show_default=True,
    metavar="N",
    help="Years of anniversaries in a calendar, from today on.",
)
@click.option(
    "--recurring",
    is_flag=True,
    help="Repeat each anniversary in the calendar for ever, without its number.",
)
@click.option(
    "--alarm",
    "alarms",
    type=Alarm(),
    multiple=True,
    metavar="TIME",
    help="Remind so long before, as 30d; repeat for more.",
)
@options.csv_dialect_option
@options.global_options
def command(
    file: str,
    format_: str | None,
    kinds: tuple[str, ...],
    day: PartialDate | None,
    within: int,
    year: int | None,
    number: int | None,
    profile: str | None,
    only_round: bool,
    leap_day: str | None,
    years: int,
    recurring: bool,
    alarms: tuple[str, ...],
    **filters: Any,
) -> None:
    """Write events, or the calendar of their anniversaries, to a file whose ending picks the
    format.

    With --date, --year or --next, write these anniversaries themselves where the format lists them.

    \b
    Examples:
      kzfr export anniversaries.ics --years 5 --alarm 30d
      kzfr export treaties.csv --category treaty --csv-dialect excel-fr
      kzfr export 2027.ics --year 2027 --round decades --only-round
      kzfr export sources.bib --place almaty
      kzfr export - --format ndjson --from 2020
    """
    session = run.session()
    format = format_ or registry.by_ending(file)
    if format is None:
        raise UnknownFormatError(path=file, names=tuple(registry.EXPORTS))
    asked = Asked(day=day.day if day else None, within=within, year=year, number=number)
    wants = registry.EXPORTS[format].wants
    if wants != "calendar":
        refuse(session, FOR_CALENDARS, {"--recurring": recurring, "--alarm": alarms})
        if not asked.is_anything:
            refuse(session, FOR_ANNIVERSARIES, {"--only-round": only_round, "--kind": kinds})
    if recurring:
        refuse(session, FOR_SINGLE_YEARS, {"--only-round": only_round})
    rules = session.rules(
        profile,
        leap_day,
        only_round=only_round,
        kinds=kinds,
        categories=filters["categories"],
        scope=filters["scope"],
    )
    wanted = chosen.criteria(session, filters)
    events = choose(session.index, wanted).events
    plan = {"years": years, "recurring": recurring, "alarms": alarms}
    with screen.working(session, session.catalogue.text("Gathering the events")):
        view = gathered(session, asked, wanted, events, rules, format, plan)
    output.show(view, format, file)


def gathered(
    session: Session,
    asked: Asked,
    wanted: Criteria,
    events: tuple[Event, ...],
    rules: anniversaries.Rules,
    format: str,
    plan: Mapping[str, Any],
) -> Any:
    """View what is asked for as a format wants it: anniversaries, a calendar by its `plan`, or
    events.
    """
    wants = registry.EXPORTS[format].wants
    if asked.is_anything and not plan["recurring"]:
        return asked.view(session, kept(asked.find(session, rules), events), format, plan["alarms"])
    if asked.is_anything:
        events = celebrated(events, asked.find(session, rules))
    if wants == "calendar":
        return chosen.calendar(session, events, rules, start=session.today, **plan)
    if wants == "listing":
        return views.timeline(Chosen(events, len(events)), session.speaker)
    return chosen.view(session, events, format, asked=chosen.asked(session, wanted))


def refuse(session: Session, message: str, given: Mapping[str, object]) -> None:
    """Refuse the options that were given where nothing would heed them."""
    if option := next((name for name, value in given.items() if value), None):
        raise click.UsageError(session.catalogue.text(message, option=option))


@record
class Asked:
    """Say which anniversaries are wanted: those about a day, of a year, or the next; all when
    nothing is said.
    """

    day: date | None
    within: int
    year: int | None
    number: int | None

    @property
    def is_anything(self) -> bool:
        """Tell whether anniversaries are asked for, and not events."""
        return self.day is not None or self.year is not None or self.number is not None

    def find(self, session: Session, rules: anniversaries.Rules) -> anniversaries.Found:
        """Find the anniversaries, as the command `anniversary` does."""
        if self.year is not None:
            return anniversaries.in_year(session.index, self.year, rules=rules)
        if self.number is not None:
            return anniversaries.coming(
                session.index, self.day or session.today, number=self.number, rules=rules
            )
        return anniversaries.on_day(
            session.index, self.day or session.today, within=self.within, rules=rules
        )

    def view(
        self, session: Session, found: anniversaries.Found, format: str, alarms: tuple[str, ...]
    ) -> Any:
        """View the anniversaries as a format wants them."""
        if not anniversary.is_listing(format):
            return anniversary.exported(found.anniversaries, format, alarms)
        if self.year is not None:
            return anniversary.planner(found, self.year)
        return anniversary.of_day(found, self.day or session.today, self.within)


def kept(found: anniversaries.Found, events: Iterable[Event]) -> anniversaries.Found:
    """Keep the anniversaries of some events."""
    ids = {event.id for event in events}
    items = tuple(item for item in found.anniversaries if item.event.id in ids)
    return anniversaries.Found(items, Counter(item.match for item in items))


def celebrated(events: Iterable[Event], found: anniversaries.Found) -> tuple[Event, ...]:
    """Keep the events of some anniversaries that are known to the day."""
    ids = {item.event.id for item in found.anniversaries if item.match in ("day", "near")}
    return tuple(event for event in events if event.id in ids)

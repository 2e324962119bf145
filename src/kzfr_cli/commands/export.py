"""`kzfr export`: events and their anniversaries in a file of another program."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from kzfr_cli.app import App
from kzfr_cli.commands import chosen, options
from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.errors import UnknownFormatError
from kzfr_cli.formats import registry
from kzfr_cli.queries import anniversaries
from kzfr_cli.queries.filters import Chosen, choose
from kzfr_cli.views import events as views

if TYPE_CHECKING:
    from kzfr_cli.core.event import Event

ALARM = re.compile(r"([1-9][0-9]{0,3})([hdw])")


class Alarm(click.ParamType[str]):
    """Read a time before a day, `30d`, `2w` or `12h`, as a duration of RFC 5545."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Turn `30d` into `P30D`."""
        found = ALARM.fullmatch(str(value).lower())
        if found is None:
            self.fail(options.current_app(ctx).catalogue.text("Write a time as 30d, 2w or 12h."), param, ctx)
        number, unit = found.groups()
        return f"PT{number}H" if unit == "h" else f"P{number}{unit.upper()}"


@click.command("export")
@click.argument("file", type=click.Path())
@click.option(
    "--format", "format_", type=click.Choice(list(registry.EXPORTS)), help="Format, when the ending does not tell it."
)
@chosen.filter_options
@options.kind_option
@click.option("--date", "day", type=options.Day(), metavar="DATE", help="Keep what has its anniversary about that day.")
@click.option(
    "--within", type=click.IntRange(0, 366), default=7, metavar="DAYS", help="With --date: up to so many days away."
)
@click.option("--year", type=click.IntRange(1, 9999), metavar="Y", help="Keep what has an anniversary in that year.")
@click.option("--round", "profile", default="default", metavar="PROFILE", help="What is round, as in anniversary.")
@click.option("--only-round", is_flag=True, help="Keep the round anniversaries.")
@click.option(
    "--leap-day", type=click.Choice(["feb28", "mar1", "both"]), default="feb28",
    help="Where 29 February is celebrated in a common year.",
)  # fmt: skip
@click.option(
    "--years", type=click.IntRange(1, 100), default=chosen.YEARS, show_default=True, metavar="N",
    help="Years of anniversaries in a calendar, from today on.",
)  # fmt: skip
@click.option("--recurring", is_flag=True, help="Repeat each anniversary in the calendar for ever, without its number.")
@click.option(
    "--alarm", "alarms", type=Alarm(), multiple=True, metavar="TIME",
    help="Remind so long before, as 30d; repeat for more.",
)  # fmt: skip
@options.csv_dialect_option
@options.global_options
def command(
    file: str,
    format_: str | None,
    kinds: tuple[str, ...],
    day: PartialDate | None,
    within: int,
    year: int | None,
    profile: str,
    only_round: bool,
    leap_day: anniversaries.LeapDay,
    years: int,
    recurring: bool,
    alarms: tuple[str, ...],
    **filters: Any,
) -> None:
    """Write events, or the calendar of their anniversaries, to a file whose ending picks the format.

    \b
    Examples:
      kzfr export anniversaries.ics --years 5 --alarm 30d
      kzfr export treaties.csv --category treaty --csv-dialect excel-fr
      kzfr export sources.bib --place almaty
      kzfr export - --format ndjson --from 2020
    """
    app = options.current_app()
    format = format_ or registry.by_ending(file)
    if format is None:
        raise UnknownFormatError(path=file, names=tuple(registry.EXPORTS))
    rules = anniversaries.Rules(
        round=anniversaries.Round(profile), kinds=kinds, leap_day=leap_day,
        categories=filters["categories"], scope=filters["scope"],
    )  # fmt: skip
    wanted = chosen.criteria(app, filters)
    events = celebrated(
        app, choose(app.index, wanted).events, rules, day.day if day else None, within, year, only_round
    )
    options.show(view(app, events, format, rules, wanted, years, recurring, only_round, alarms), format, file)


def celebrated(
    app: App, events: tuple[Event, ...], rules: anniversaries.Rules, day: date | None, within: int,
    year: int | None, only_round: bool,
) -> tuple[Event, ...]:  # fmt: skip
    """Keep the events that have an anniversary about a day or in a year, where one is asked for."""
    if day is None and year is None:
        return events
    if day is not None:
        found = anniversaries.on_day(app.index, day, within=within, rules=rules).anniversaries
        found = tuple(item for item in found if item.match in ("day", "near"))
    else:
        found = anniversaries.in_year(app.index, year or app.today.year, rules=rules).anniversaries
    kept = {item.event.id for item in found if item.is_round or not only_round}
    return tuple(event for event in events if event.id in kept)


def view(
    app: App, events: tuple[Event, ...], format: str, rules: anniversaries.Rules, wanted: Any, years: int,
    recurring: bool, only_round: bool, alarms: tuple[str, ...],
) -> Any:  # fmt: skip
    """View events as a format wants them."""
    wants = registry.EXPORTS[format].wants
    if wants == "calendar":
        return chosen.calendar(
            app, events, rules, start=app.today, years=years, recurring=recurring, only_round=only_round, alarms=alarms
        )
    if wants == "listing":
        return views.timeline(Chosen(events, len(events)), app.speaker)
    return chosen.view(app, events, format, asked=chosen.asked(app, wanted))

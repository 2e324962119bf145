"""`kzfr anniversary`: what is celebrated on a day, near it, or in a year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import click

from kzfr_cli.core import edtf
from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.formats import registry
from kzfr_cli.locale.catalogue import NN_
from kzfr_cli.queries import anniversaries
from kzfr_cli.terminal import options, output, run, types
from kzfr_cli.terminal.help import Command
from kzfr_cli.views import anniversaries as views

SHOWN = 20
"""Anniversaries of each kind of match that are shown when no limit is given, the nearest and round
ones first.
"""


@click.command("anniversary", cls=Command)
@click.option(
    "--date",
    "day",
    type=types.Day(),
    metavar="DATE",
    help="The day asked about (default: today).",
)
@click.option(
    "--within",
    type=click.IntRange(0, 366),
    default=7,
    show_default=True,
    metavar="DAYS",
    help="Show also those up to so many days away.",
)
@options.round_option
@click.option("--only-round", is_flag=True, help="Keep the round anniversaries.")
@click.option(
    "--year",
    type=click.IntRange(1, 9999),
    metavar="Y",
    help="Plan a year: every anniversary in the order of its days.",
)
@click.option(
    "--next", "number", type=click.IntRange(1, 1000), metavar="N", help="Show the next N to come."
)
@options.kind_option
@options.category_option
@options.scope_option
@options.leap_day_option
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    metavar="N",
    help="Show N of each kind at most, the round ones first; 0 for all. A year is shown whole by "
    "default.",
)
@options.exporting_options
@options.global_options
def command(
    day: PartialDate | None,
    within: int,
    profile: str | None,
    only_round: bool,
    year: int | None,
    number: int | None,
    kinds: tuple[str, ...],
    categories: tuple[str, ...],
    scope: str,
    leap_day: str | None,
    limit: int | None,
    format_: str,
    target: str | None,
) -> None:
    """Tell what is celebrated on a day, how many years it is, and whether it is a round number.

    \b
    Examples:
      kzfr anniversary
      kzfr anniversary --date 2018-06-05
      kzfr anniversary --year 2027 --round decades --only-round
      kzfr anniversary --next 5 --category treaty
      kzfr anniversary --date 2018-06-05 --within 30 -o june.ics
    """
    session = run.session()
    rules = session.rules(
        profile, leap_day, only_round=only_round, kinds=kinds, categories=categories, scope=scope
    )
    asked = day.day if day and day.day else session.today
    if year is not None:
        found = anniversaries.in_year(session.index, year, rules=rules, limit=limit)
        view = planner(found, year)
    elif number is not None:
        found = anniversaries.coming(session.index, asked, number=number, rules=rules)
        view = of_day(found, asked, within)
    else:
        shown = SHOWN if limit is None else limit
        found = anniversaries.on_day(
            session.index, asked, within=within, rules=rules, limit=shown or None
        )
        view = of_day(found, asked, within)
    output.show(
        view if is_listing(format_) else exported(found.anniversaries, format_), format_, target
    )
    if format_ != "text":
        tell_cut(found)


def is_listing(format: str) -> bool:
    """Tell a format of the anniversaries themselves from one of a calendar or of the events."""
    return registry.EXPORTS[format].wants == "listing"


def exported(
    found: Sequence[anniversaries.Anniversary], format: str, alarms: tuple[str, ...] = ()
) -> Any:
    """View anniversaries as a format wants them: their calendar, or all about their events, the
    older first.
    """
    from kzfr_cli.terminal import chosen

    session = run.session()
    if registry.EXPORTS[format].wants == "calendar":
        from kzfr_cli.views import calendars

        days = [item for item in found if item.match in ("day", "near")]
        return calendars.calendar(
            days, session.speaker, alarms=alarms, left_out=len(found) - len(days)
        )
    events = {item.event.id: item.event for item in found}
    ordered = sorted(events.values(), key=lambda event: event.preferred.value.sort_key())
    return chosen.view(session, ordered, format)


def tell_cut(found: anniversaries.Found) -> None:
    """Say on stderr how many anniversaries the limit left out of a listing that has no room to say
    it.
    """
    left_out = sum(found.totals.values()) - len(found.anniversaries)
    if left_out > 0:
        catalogue = run.session().catalogue
        one, many = NN_(
            "{count} more is left out: --limit 0 shows all.",
            "{count} more are left out: --limit 0 shows all.",
        )
        output.tell(catalogue.plural(one, many, left_out, count=left_out))


def planner(found: anniversaries.Found, year: int) -> views.AnniversaryListView:
    """View a year's anniversaries."""
    speaker = run.session().speaker
    return views.anniversary_list(
        found, speaker, asked=f"{year:04}", asked_words=str(year), planner=True
    )


def of_day(found: anniversaries.Found, day: date, within: int) -> views.AnniversaryListView:
    """View the anniversaries around a day."""
    speaker = run.session().speaker
    words = speaker.date(edtf.parse(day.isoformat()), weekday=True)
    return views.anniversary_list(
        found, speaker, asked=day.isoformat(), asked_words=words, within=within
    )

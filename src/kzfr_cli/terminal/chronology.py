"""The options of timelines, anniversaries, calendars and handouts."""

from __future__ import annotations

import click

from kzfr_cli.core.event import FACET_KINDS, LANGUAGES, ROUND_PROFILES
from kzfr_cli.queries.handouts import HandOut
from kzfr_cli.queries.rules import YEARS
from kzfr_cli.session import Counting
from kzfr_cli.settings import sources
from kzfr_cli.terminal import asked
from kzfr_cli.terminal.options import Command, gathered
from kzfr_cli.terminal.types import Alarm, Day, OneOf, Several, Years, flattened


def profiles(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Complete what counts as round."""
    return [name for name in ROUND_PROFILES if name.startswith(incomplete)]


DAYS = [
    click.option(
        "--date",
        "day",
        type=Day(),
        metavar="DATE",
        help="The day asked about (default: today).",
    ),
    click.option(
        "--within",
        type=click.IntRange(0, 366),
        default=7,
        show_default=True,
        metavar="DAYS",
        help="Also show those up to this many days away.",
    ),
    click.option(
        "--year",
        "years",
        type=Years(),
        metavar="Y",
        help="Plan a year, or the years of 2026-2028: the anniversaries month by month.",
    ),
    click.option(
        "--next",
        "number",
        type=click.IntRange(1, 1000),
        metavar="N",
        help="Show the next N to come.",
    ),
]
"""The options that say which anniversaries are asked for."""

PLANNING = [
    click.option(
        "--years",
        "length",
        type=click.IntRange(1, 100),
        default=YEARS,
        show_default=True,
        metavar="N",
        help="Years of anniversaries in a calendar, from today on.",
    ),
    click.option(
        "--recurring",
        is_flag=True,
        help="Repeat each anniversary in the calendar for ever, without its number.",
    ),
    click.option(
        "--alarm",
        "alarms",
        type=Alarm(),
        multiple=True,
        metavar="TIME",
        help="Remind this long before, such as 30d, at nine in the morning; repeat for more "
        "(default: 14d and the day itself).",
    ),
]
"""The options of a calendar."""


def spoken(
    ctx: click.Context, param: click.Parameter, given: tuple[tuple[str, ...], ...]
) -> tuple[str, ...]:
    """Return the languages that were given, each once; all of them for `all`."""
    languages = flattened(ctx, param, given)
    return LANGUAGES if "all" in languages else languages


HANDING = [
    click.option("--title", default="", metavar="TEXT", help="Title of a handout."),
    click.option(
        "--brief",
        "is_brief",
        is_flag=True,
        help="One page: the weightiest events, each with its date and best source.",
    ),
    click.option(
        "--size",
        type=OneOf(["slide", "poster"]),
        default="slide",
        help="Size of a picture in pixels: of a screen, or of print.",
    ),
    click.option(
        "--languages",
        type=Several([*LANGUAGES, "all"], "languages"),
        multiple=True,
        callback=spoken,
        help="Languages of the texts of a page, separated by commas, or all (default: that of "
        "--lang).",
    ),
]
"""The options of a handout."""

all_option = click.option(
    "--all",
    "whole",
    is_flag=True,
    help="Every weight, no limit, and also what is not commemorated.",
)

ORDER = [
    all_option,
    click.option("--chart", is_flag=True, help="Draw the events by year and category."),
    click.option("--ids", "has_ids", is_flag=True, help="Show the ids."),
    click.option(
        "--group-by",
        type=OneOf(["year", "decade", "category"]),
        help="What the headings are (default: the year).",
    ),
    click.option("--reverse", is_flag=True, help="Begin with the latest."),
    click.option(
        "-n",
        "--limit",
        type=click.IntRange(min=0),
        metavar="N",
        help="Show only the first N; 0 for all.",
    ),
]
"""The options of the order of a timeline."""

limit_option = click.option(
    "-n",
    "--limit",
    type=click.IntRange(min=0),
    metavar="N",
    help="Show N of each kind at most, the sure and round ones first; 0 for all. A year is shown "
    "whole by default.",
)

COUNTING = [
    all_option,
    click.option(
        "--kind",
        "kinds",
        type=Several(FACET_KINDS, "kinds"),
        callback=flattened,
        multiple=True,
        help="Count from one kind of date, or several separated by commas.",
    ),
    click.option(
        "--round",
        "profile",
        metavar="PROFILE",
        shell_complete=profiles,
        help="What is round: default, decades, unesco, or a list such as 7,33.",
    ),
    click.option("--only-round", is_flag=True, help="Keep only the round anniversaries."),
    click.option(
        "--leap-day",
        type=OneOf(sources.LEAP_DAYS),
        help="When 29 February is celebrated in a common year (default: feb28).",
    ),
]


def day_options(command: Command) -> Command:
    """Add the options that say which anniversaries are wanted; the command takes them as `days`."""
    return gathered(command, "days", DAYS, asked.made_days)


def plan_options(command: Command) -> Command:
    """Add the options of a calendar; the command takes them as `planning`."""
    return gathered(command, "planning", PLANNING, lambda given: asked.Planning(**given))


def handout_options(command: Command) -> Command:
    """Add the options of a handout; the command takes them as `handout`."""
    return gathered(command, "handout", HANDING, lambda given: HandOut(**given))


def order_options(command: Command) -> Command:
    """Add the options of the order of a timeline; the command takes them as `order`."""
    return gathered(command, "order", ORDER, lambda given: given)


def counting_options(command: Command) -> Command:
    """Add the options that say what counts as an anniversary; the command takes them as
    `counting`.
    """
    return gathered(command, "counting", COUNTING, lambda given: Counting(**given))

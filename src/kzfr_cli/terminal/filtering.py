"""The options that choose events, and those of a window of time."""

from __future__ import annotations

from typing import Any

import click

from kzfr_cli import terminal
from kzfr_cli.core.event import CATEGORIES
from kzfr_cli.queries.filters import Filters
from kzfr_cli.terminal import asked
from kzfr_cli.terminal.options import Command, gathered
from kzfr_cli.terminal.types import Date, OneOf, Several, Years, flattened

WEIGHT_NAMES = {"landmark": 3, "notable": 2, "detail": 1}
"""The weights of events by what people call them."""

from_option = click.option(
    "--from",
    "--since",
    "after",
    type=Date(),
    metavar="DATE",
    help="Leave out what ended before.",
)
to_option = click.option(
    "--to",
    "--until",
    "before",
    type=Date(),
    metavar="DATE",
    help="Leave out what began after.",
)

BOUNDS = [
    from_option,
    to_option,
    click.option(
        "--after",
        "later",
        type=Date(),
        metavar="DATE",
        help="As --from, the date itself left out.",
    ),
    click.option(
        "--before",
        "earlier",
        type=Date(),
        metavar="DATE",
        help="As --to, the date itself left out.",
    ),
]
"""The options of a window of time, which take its bounds in or leave them out."""

year_option = click.option(
    "--year",
    "years",
    type=Years(),
    metavar="Y",
    help="Keep one year, or the years of 2008-2010.",
)

category_option = click.option(
    "-c",
    "--category",
    "categories",
    type=Several(CATEGORIES, "categories"),
    callback=flattened,
    multiple=True,
    help="Keep one category, or several separated by commas.",
)

FILTERS = [
    *BOUNDS,
    category_option,
    click.option(
        "--tag",
        "tags",
        multiple=True,
        metavar="TAG",
        shell_complete=lambda *typed: terminal.completion.values.tags(*typed),
        help="Keep only what has a tag; repeat for several.",
    ),
    click.option(
        "--place",
        metavar="PLACE",
        shell_complete=lambda *typed: terminal.completion.values.places(*typed),
        help="Keep only what happened in a place, under any of its names.",
    ),
    click.option(
        "--person",
        metavar="NAME",
        shell_complete=lambda *typed: terminal.completion.values.people(*typed),
        help="Keep only what a person took part in, under any spelling.",
    ),
    click.option(
        "--organisation",
        metavar="NAME",
        shell_complete=lambda *typed: terminal.completion.values.organisations(*typed),
        help="Keep only what an organisation took part in, under any name.",
    ),
    click.option(
        "--scope",
        type=OneOf(["bilateral", "context", "all"], "scopes"),
        default="all",
        help="Relations proper, their context, or all.",
    ),
    click.option(
        "--weight",
        type=OneOf(list(WEIGHT_NAMES), "weights"),
        help="The least weight shown: landmark, notable or detail (all).",
    ),
    click.option(
        "--disputed",
        is_flag=True,
        help="Keep only what sources dispute.",
    ),
]


def filter_options(command: Command) -> Command:
    """Add the options that choose events; the command takes them as `filters`."""
    return gathered(
        command,
        "filters",
        FILTERS,
        made_filters,
    )


def dated_filter_options(command: Command) -> Command:
    """Add the options that choose events, a year among them; the command takes them as
    `filters`.
    """
    return gathered(
        command,
        "filters",
        [*FILTERS, year_option],
        made_filters,
    )


def window_options(command: Command) -> Command:
    """Add the options of a window of time; the command takes its ends as `window`."""
    ends = [*BOUNDS, year_option]
    return gathered(
        command,
        "window",
        ends,
        lambda given: made_filters(given).window,
    )


def made_filters(given: dict[str, Any]) -> Filters:
    """Make the filters of their options; raises `EndBeforeStartError`, and `click.UsageError` for
    two beginnings or two ends.
    """
    rest = {name: value for name, value in given.items() if name not in asked.WINDOW}
    after, before = asked.window(given)
    weight = WEIGHT_NAMES.get(rest.pop("weight", None) or "", 1)
    return Filters(
        after=after,
        before=before,
        weight=weight,
        **rest,
    )

"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.event import CATEGORIES, FACET_KINDS, LANGUAGES, ROUND_PROFILES
from kzfr_cli.errors import EndBeforeStartError
from kzfr_cli.formats import registry
from kzfr_cli.settings import sources
from kzfr_cli.terminal import output, run
from kzfr_cli.terminal.types import Date, OneOf

Command = TypeVar("Command", bound=Callable[..., Any])


GLOBAL_OPTIONS = [
    click.option(
        "--lang", type=OneOf(LANGUAGES), help="Language of the output (default: the locale’s)."
    ),
    click.option(
        "--db",
        multiple=True,
        metavar="PATH",
        type=click.Path(),
        help="Lay a database file or folder over the packaged one.",
    ),
    click.option("--no-packaged", is_flag=True, help="Leave the packaged database out."),
    click.option("--today", metavar="DATE", help="Take this day for today."),
    click.option("--day-first", is_flag=True, is_eager=True, help="Read 05/06/2018 as 5 June."),
    click.option("--plain", is_flag=True, help="Draw no boxes: for screen readers and pipes."),
    click.option(
        "--color",
        "colour",
        type=OneOf(sources.COLOURS),
        is_flag=False,
        flag_value="always",
        help="Colour the output: auto on a terminal only (the default), always (--color alone) "
        "or never.",
    ),
    click.option("--no-color", "no_colour", is_flag=True, help="The same as --color never."),
    click.option("--no-pager", is_flag=True, help="Show a long list at once, without a pager."),
]


def global_options(command: Command) -> Command:
    """Accept the global options, before or after the name of the command."""
    for option in reversed(GLOBAL_OPTIONS):
        command = option(command)
        parameters = getattr(command, "params", None) or command.__click_params__  # type: ignore[attr-defined]
        parameters[-1].expose_value = False
        parameters[-1].callback = run.ask
        parameters[-1].is_eager = True
    return command


def keep_dialect(ctx: click.Context, param: click.Parameter, value: str) -> None:
    """Keep the dialect of CSV for when the output is written."""
    ctx.meta[output.DIALECT] = value


csv_dialect_option = click.option(
    "--csv-dialect",
    type=OneOf(["excel", "excel-fr"]),
    default="excel",
    expose_value=False,
    callback=keep_dialect,
    help="CSV as Excel reads it: with commas, or as French Excel does, with semicolons.",
)


def pick_format(ctx: click.Context, param: click.Parameter, value: str | None) -> str:
    """Take the format asked for, else the one that the ending of `-o` names among those of the
    command, else text.

    Click reads what stands on the line before what does not, so that `-o` is known when `--format`
    is left out.
    """
    named = registry.by_ending(ctx.params.get("target") or "")
    choices = param.type.choices if isinstance(param.type, click.Choice) else ()
    return value or (named if named in choices else None) or "text"


output_option = click.option(
    "-o",
    "--output",
    "target",
    metavar="FILE",
    type=click.Path(readable=False),
    help="Write to a file, replaced only as a whole; - is the standard output.",
)


def listing_options(command: Command) -> Command:
    """Add `--format` and `-o` to a command that lists."""
    command = csv_dialect_option(output_option(command))
    return click.option(
        "--format",
        "format_",
        type=OneOf(registry.FORMATS),
        callback=pick_format,
        help="Format of the output (default: by the ending of -o, else text).",
    )(command)


def exporting_options(command: Command) -> Command:
    """Add `--format`, of all the formats that events are written in, and `-o` to a command that
    lists events.
    """
    command = listing_options(command)
    parameters = getattr(command, "params", None) or command.__click_params__  # type: ignore[attr-defined]
    next(parameter for parameter in parameters if parameter.name == "format_").type = OneOf(
        list(registry.EXPORTS)
    )
    return command


from_option = click.option(
    "--from", "after", type=Date(), metavar="DATE", help="Leave out what ended before."
)
to_option = click.option(
    "--to", "before", type=Date(), metavar="DATE", help="Leave out what began after."
)
category_option = click.option(
    "--category",
    "categories",
    type=OneOf(CATEGORIES),
    multiple=True,
    help="Keep one category; repeat for more.",
)
kind_option = click.option(
    "--kind",
    "kinds",
    type=OneOf(FACET_KINDS),
    multiple=True,
    help="Count from one kind of date; repeat for more.",
)
scope_option = click.option(
    "--scope",
    type=OneOf(["bilateral", "context", "all"]),
    default="all",
    help="Relations proper, their context, or all.",
)


def profiles(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Complete what counts as round."""
    return [name for name in ROUND_PROFILES if name.startswith(incomplete)]


round_option = click.option(
    "--round",
    "profile",
    metavar="PROFILE",
    shell_complete=profiles,
    help="What is round: default, decades, unesco, or a list such as 7,33.",
)
leap_day_option = click.option(
    "--leap-day",
    type=OneOf(sources.LEAP_DAYS),
    help="Where 29 February is celebrated in a common year (default: feb28).",
)


def check_window(after: PartialDate | None, before: PartialDate | None) -> None:
    """Refuse a window that ends before it starts; raises `EndBeforeStartError`."""
    if after and before and after.earliest and before.latest and before.latest < after.earliest:
        raise EndBeforeStartError(start=after.text, end=before.text)

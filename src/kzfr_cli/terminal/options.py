"""Options that several commands share."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar, cast

import click

from kzfr_cli.core.event import FACET_KINDS, LANGUAGES, ROUND_PROFILES
from kzfr_cli.formats import endings, registry
from kzfr_cli.queries.handouts import HandOut
from kzfr_cli.queries.rules import YEARS
from kzfr_cli.session import Counting
from kzfr_cli.settings import sources
from kzfr_cli.terminal import asked, output, run
from kzfr_cli.terminal.types import Alarm, Day, OneOf, Several, Years, flattened
from kzfr_cli.views.tables import Selection

Command = TypeVar("Command", bound=Callable[..., Any])
Decorator = Callable[[Any], Any]

GLOBAL_OPTIONS = [
    click.option(
        "-l",
        "--lang",
        type=OneOf(LANGUAGES, "languages"),
        help="Language of the output (default: the locale’s).",
    ),
    click.option(
        "--db",
        multiple=True,
        metavar="PATH",
        type=click.Path(),
        help="Add a database file or folder on top of the packaged one.",
    ),
    click.option("--no-packaged", is_flag=True, help="Leave the packaged database out."),
    click.option("--today", metavar="DATE", help="Use this day as today."),
    click.option(
        "--day-first", is_flag=True, is_eager=True, help="Read 05/06/2018 as 5 June."
    ),
    click.option(
        "--plain", is_flag=True, help="Draw no boxes: for screen readers and pipes."
    ),
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
    click.option(
        "--no-pager", is_flag=True, help="Show a long list at once, without a pager."
    ),
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


FORMAT_HELP = "Format of the output (default: by the ending of -o, else text)."

csv_dialect_option = click.option(
    "--csv-dialect",
    "dialect",
    type=OneOf(["excel", "excel-fr"]),
    default="excel",
    help="CSV as Excel reads it: with commas, or as French Excel does, with semicolons.",
)
file_option = click.option(
    "-o",
    "--output",
    "path",
    metavar="FILE",
    type=click.Path(readable=False),
    help="Write to a file, replaced only as a whole; - is the standard output.",
)


fields_option = click.option(
    "--fields",
    metavar="A,B",
    default="",
    callback=lambda ctx, param, value: tuple(
        filter(None, value.replace(" ", "").split(","))
    ),
    help="Write these fields of each row only.",
)
sort_option = click.option(
    "--sort",
    metavar="FIELD",
    default="",
    help="Sort the rows by a field; -FIELD from the greatest down.",
)


def output_options(
    formats: Iterable[str], *, with_dialect: bool = True
) -> Callable[[Command], Command]:
    """Add `--format`, of some formats, and `-o`; the command takes them as `to`, an `Output`."""
    known = tuple(formats)
    format_option = click.option(
        "-f", "--format", "fmt", type=OneOf(known, "formats"), help=FORMAT_HELP
    )
    of_rows = [csv_dialect_option, fields_option, sort_option] if with_dialect else []
    added = [format_option, file_option, *of_rows]
    known_endings = endings.of(known)

    def decorate(command: Command) -> Command:
        return gathered(
            command, "to", added, lambda given: made_output(known_endings, **given)
        )

    return decorate


def made_output(
    known: endings.Endings,
    fmt: str | None,
    path: str | None,
    dialect: str = "excel",
    **rows: Any,
) -> output.Output:
    """Make the output of its options: the format asked for, else that of the file's ending, else
    text; raises `UnwritableEndingError`.
    """
    is_file = path is not None and path != output.STDOUT
    if fmt is None:
        fmt = (endings.picked(str(path), known) if is_file else None) or "text"
    elif is_file:
        endings.check(str(path), fmt, known)
    return output.Output(fmt, path, dialect, rows=Selection(**rows))


listing_options = output_options(registry.FORMATS)
"""Add `--format` and `-o` to a command that lists."""

exporting_options = output_options(registry.EXPORTS)
"""Add `--format`, of all the formats that events are written in, and `-o`."""

commemorating_options = output_options(registry.COMMEMORATIONS)
"""Add `--format`, of the formats that carry anniversaries, and `-o`."""


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
        help="Show also those up to so many days away.",
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
        help="Remind so long before, as 30d, at nine in the morning; repeat for more (default: 14d "
        "and the day itself).",
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
    click.option("--title", default="", metavar="TEXT", help="Title of a hand-out."),
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
"""The options of a hand-out."""

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
        help="Show the first N only; 0 for all.",
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
    click.option("--only-round", is_flag=True, help="Keep the round anniversaries."),
    click.option(
        "--leap-day",
        type=OneOf(sources.LEAP_DAYS),
        help="Where 29 February is celebrated in a common year (default: feb28).",
    ),
]


def day_options(command: Command) -> Command:
    """Add the options that say which anniversaries are wanted; the command takes them as `days`."""
    return gathered(command, "days", DAYS, asked.made_days)


def plan_options(command: Command) -> Command:
    """Add the options of a calendar; the command takes them as `planning`."""
    return gathered(command, "planning", PLANNING, lambda given: asked.Planning(**given))


def handout_options(command: Command) -> Command:
    """Add the options of a hand-out; the command takes them as `handout`."""
    return gathered(command, "handout", HANDING, lambda given: HandOut(**given))


def order_options(command: Command) -> Command:
    """Add the options of the order of a timeline; the command takes them as `order`."""
    return gathered(command, "order", ORDER, lambda given: given)


def counting_options(command: Command) -> Command:
    """Add the options that say what counts as an anniversary; the command takes them as
    `counting`.
    """
    return gathered(command, "counting", COUNTING, lambda given: Counting(**given))


def gathered(
    command: Command,
    name: str,
    added: Sequence[Decorator],
    make: Callable[[dict[str, Any]], Any],
) -> Command:
    """Give a command the value that `make` makes of some options, under one name."""

    @functools.wraps(command)
    def wrapper(**given: Any) -> Any:
        own = {key: given.pop(key) for key in names}
        return command(**{name: make(own)}, **given)

    for option in reversed(added):
        option(wrapper)
    names = [item.name for item in wrapper.__click_params__[-len(added) :]]  # type: ignore[attr-defined] # Click’s mark
    return cast(Command, wrapper)

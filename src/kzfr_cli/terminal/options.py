"""Options that several commands share."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar, cast

import click

from kzfr_cli import __version__, formats
from kzfr_cli.core.event import LANGUAGES
from kzfr_cli.formats import registry
from kzfr_cli.locale import catalogue
from kzfr_cli.locale.catalogue import N_
from kzfr_cli.settings import sources
from kzfr_cli.terminal import output, run
from kzfr_cli.terminal.types import OneOf
from kzfr_cli.views.tables import Selection

Command = TypeVar("Command", bound=Callable[..., Any])
Decorator = Callable[[Any], Any]


def path(*, is_read: bool = True) -> click.Path:
    """The type of a path. Click has its name translated when it is made: by gettext, left alone,
    which would look for files of its own.
    """
    with catalogue.answering(functools.partial(catalogue.load, "en")):
        return click.Path(readable=is_read)


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
        type=path(),
        help="Add a database file or folder on top of the packaged one.",
    ),
    click.option("--no-packaged", is_flag=True, help="Leave out the packaged database."),
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


def tell_version(ctx: click.Context, param: click.Parameter, is_asked: bool) -> None:
    """Show the version and end."""
    if is_asked and not ctx.resilient_parsing:
        output.write_out(f"kzfr {__version__}\n")
        ctx.exit()


version_option = click.option(
    "-V",
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=tell_version,
    help="Show the version and exit.",
)
"""As Click makes it, but for gettext, which is asked there before the language is known."""

FORMAT_HELP = N_("Format of the output (default: by the ending of -o, else text).")

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
    type=path(is_read=False),
    help="Write to a file, replaced only as a whole; - is the standard output.",
)


fields_option = click.option(
    "--fields",
    metavar="A,B",
    default="",
    callback=lambda ctx, param, value: tuple(
        filter(None, value.replace(" ", "").split(","))
    ),
    help="Write only these fields of each row.",
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

    def decorate(command: Command) -> Command:
        return gathered(command, "to", added, lambda given: made_output(known, **given))

    return decorate


def made_output(
    known: Iterable[str],
    fmt: str | None,
    path: str | None,
    dialect: str = "excel",
    **rows: Any,
) -> output.Output:
    """Make the output of its options: the format asked for, else that of the file's ending, else
    text; raises `UnwritableEndingError`.
    """
    if path is not None and path != output.STDOUT:
        fmt = written_as(path, fmt, known)
    return output.Output(fmt or "text", path, dialect, rows=Selection(**rows))


def written_as(path: str, fmt: str | None, known: Iterable[str]) -> str | None:
    """The format of a file among those that are known: the one asked for, else that of its ending,
    None without one; raises `UnwritableEndingError`.
    """
    endings = formats.endings.of(known)
    if fmt is None:
        return formats.endings.picked(path, endings)
    formats.endings.check(path, fmt, endings)
    return fmt


listing_options = output_options(registry.FORMATS)
"""Add `--format` and `-o` to a command that lists."""

exporting_options = output_options(registry.EXPORTS)
"""Add `--format`, of all the formats that events are written in, and `-o`."""

commemorating_options = output_options(registry.COMMEMORATIONS)
"""Add `--format`, of the formats that carry anniversaries, and `-o`."""


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

"""What the commands share: the global options, the types of their arguments, and how they write."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import sys
from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import click

from kzfr_cli.app import App, Settings
from kzfr_cli.core import edtf
from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.event import CATEGORIES, FACET_KINDS, LANGUAGES
from kzfr_cli.errors import (
    EndBeforeStartError,
    InvalidDateError,
    NeedsDayError,
    UnwritableOutputError,
)
from kzfr_cli.formats import registry
from kzfr_cli.formats.surface import Surface
from kzfr_cli.locale import language
from kzfr_cli.locale.catalogue import Catalogue
from kzfr_cli.queries.settings import resolution

Command = TypeVar("Command", bound=Callable[..., Any])

ASKED = "kzfr_cli.asked"
"""The key of `Context.meta` under which the global options are gathered, wherever they stand on the
line.
"""


# ---- types

ISO = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
"""The dates that need no reader of words, which is then not loaded; seasons such as 2013-23 are
EDTF too.
"""


class Date(click.ParamType[PartialDate]):
    """Read a date as people type it, to the day, the month or the year."""

    name = "date"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> PartialDate:
        """Parse a date; raises the errors of `locale.typed_dates`, which say what to type instead."""
        if isinstance(value, PartialDate):
            return value
        if ISO.fullmatch(value):
            with contextlib.suppress(InvalidDateError):
                return edtf.parse(value)
        from kzfr_cli.locale import typed_dates

        app = current_app(ctx)
        return typed_dates.parse(value, app.today, app.settings.day_first)


class Day(Date):
    """Read a date that must be known to the day."""

    name = "day"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> PartialDate:
        """Parse a day; raises `NeedsDayError` on a month or a year."""
        found = super().convert(value, param, ctx)
        if found.day is None or found.is_interval:
            raise NeedsDayError(text=str(value))
        return found


class OneOf(click.Choice[str]):
    """Read one of a few words."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:
        """Name the words that there are, and ask about those that look like the wrong one."""
        from kzfr_cli.locale import messages
        from kzfr_cli.queries import lookups

        sentences, word = spoken(), str(value)
        said = sentences.text(
            "“{word}” is none of these: {choices}.", word=word, choices=", ".join(self.choices)
        )
        near = messages.worded({"near": lookups.near(word.lower(), self.choices)}, sentences)[
            "near"
        ]
        return f"{said} {sentences.text(messages.NEAR, near=near)}" if near else said


# ---- global options


def ask(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    """Gather a global option; the one that stands nearest to the command's end wins."""
    if value is None or value == () or value is False:
        return
    asked: dict[str, Any] = ctx.meta.setdefault(ASKED, {})
    name = param.name or ""
    if name == "no_colour":
        name, value = "colour", "never"
    asked[name] = (*asked.get(name, ()), *value) if param.multiple else value


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
        type=OneOf(resolution.COLOURS),
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
        parameters[-1].callback = ask
        parameters[-1].is_eager = True
    return command


def current_app(ctx: click.Context | None = None) -> App:
    """Give the application of this run, made when it is first asked for; raises what is wrong in
    the settings.
    """
    app = unsettled_app(ctx)
    app.refuse_faulty()
    return app


def unsettled_app(ctx: click.Context | None = None) -> App:
    """Give the application of this run, whatever is wrong in the settings."""
    root = (ctx or click.get_current_context()).find_root()
    asked = (ctx or root).meta.get(ASKED, {})
    if not isinstance(root.obj, App) or root.obj.settings != settings(asked):
        root.obj = App(settings(asked))
    return root.obj


def settings(asked: dict[str, Any]) -> Settings:
    """Turn the options gathered into settings."""
    return Settings(
        lang=asked.get("lang"),
        databases=tuple(asked.get("db", ())),
        packaged=not asked.get("no_packaged", False),
        today=today(asked.get("today"), bool(asked.get("day_first"))),
        colour=asked.get("colour"),
        paged=not asked.get("no_pager", False),
        plain=asked.get("plain", False),
        day_first=asked.get("day_first", False),
    )


def spoken() -> Catalogue:
    """Give the sentences of this run before its command line is read, or when it cannot be read to
    its end.
    """
    return App(Settings(lang=language.asked(sys.argv[1:]))).catalogue


def today(text: str | None, day_first: bool) -> date | None:
    """Read the day given with `--today`."""
    if text is None:
        return None
    from kzfr_cli.locale import typed_dates

    found = typed_dates.parse(text, date.today(), day_first).day
    if found is None:
        raise NeedsDayError(text=text)
    return found


# ---- options of several commands


def keep_dialect(ctx: click.Context, param: click.Parameter, value: str) -> None:
    """Keep the dialect of CSV for when the output is written."""
    ctx.meta[DIALECT] = value


DIALECT = "kzfr_cli.csv_dialect"


def current_dialect() -> str:
    """Give the dialect of CSV that was asked for."""
    dialect: str = click.get_current_context().meta.get(DIALECT, "excel")
    return dialect


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
    named = registry.by_ending(ctx.params.get("output") or "")
    choices = param.type.choices if isinstance(param.type, click.Choice) else ()
    return value or (named if named in choices else None) or "text"


output_option = click.option(
    "-o",
    "--output",
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
    return [name for name in resolution.PROFILES if name.startswith(incomplete)]


round_option = click.option(
    "--round",
    "profile",
    metavar="PROFILE",
    shell_complete=profiles,
    help="What is round: default, decades, unesco, or a list such as 7,33.",
)
leap_day_option = click.option(
    "--leap-day",
    type=OneOf(resolution.LEAP_DAYS),
    help="Where 29 February is celebrated in a common year (default: feb28).",
)


def check_window(after: PartialDate | None, before: PartialDate | None) -> None:
    """Refuse a window that ends before it starts; raises `EndBeforeStartError`."""
    if after and before and after.earliest and before.latest and before.latest < after.earliest:
        raise EndBeforeStartError(start=after.text, end=before.text)


# ---- writing

CRLF = ("csv", "ris")
"""The formats whose line ends are theirs on every system."""


def show(view: Any, format: str = "text", output: str | None = None) -> None:
    """Render a view and write it, then tell on stderr what the reader must know: of the format, of
    the database.
    """
    put(view, format, output)
    tell_state(current_app())


def put(view: Any, format: str = "text", output: str | None = None) -> None:
    """Render a view and write it, then tell on stderr what the format could not carry."""
    app = current_app()
    surface = app.surface(output is not None and output != STDOUT, current_dialect())
    written = rendered(view, format, surface, is_quick=output is None)
    emit(
        written.encode("utf-8", "replace")
        if isinstance(written, str) and format in CRLF
        else written,
        output,
    )
    for loss in registry.losses(view, format, surface):
        tell(loss)


def rendered(view: Any, format: str, surface: Surface, *, is_quick: bool) -> str | bytes:
    """Render a view, and show that it takes long; a listing that is not to a file does not wait for
    that.
    """
    if is_quick and (format not in registry.EXPORTS or registry.EXPORTS[format].wants == "listing"):
        return registry.render(view, format, surface)
    app = current_app()
    with app.working(app.catalogue.text("Writing")):
        return registry.render(view, format, surface)


def emit(written: str | bytes, output: str | None = None) -> None:
    """Write to stdout, or to a file that is replaced as a whole; raises `UnwritableOutputError`."""
    if output is None or output == STDOUT:
        write_out(written)
        return
    try:
        if not output:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        replace(
            output, written if isinstance(written, bytes) else written.encode("utf-8", "replace")
        )
    except OSError as error:
        raise UnwritableOutputError(
            path=output or "“”", reason=error.strerror or str(error)
        ) from error


STDOUT = "-"
"""The name of the standard output where a file is asked for."""


def write_out(written: str | bytes) -> None:
    """Write to stdout; bytes go there as they are."""
    if isinstance(written, str):
        if not paged(written):
            sys.stdout.write(written)
    elif b"\0" in written and sys.stdout.isatty():
        raise click.UsageError(
            current_app().catalogue.text(
                "This format is no text to show: give it a file, or send it into a pipe."
            )
        )
    elif hasattr(sys.stdout, "buffer"):
        sys.stdout.flush()
        sys.stdout.buffer.write(written)
    else:
        sys.stdout.write(written.decode("utf-8", "replace"))
    sys.stdout.flush()


def paged(text: str) -> bool:
    """Show a text that is longer than the terminal in a pager; tells whether it was shown."""
    if not sys.stdout.isatty():
        return False
    from kzfr_cli.commands import paging

    app = unsettled_app()
    return (
        app.is_smart(sys.stdout)
        and paging.is_long(text)
        and paging.show(text, app.setting("pager"), os.environ)
    )


def replace(path: str, written: bytes) -> None:
    """Write a file beside its place and move it there; a symbolic link and the permissions are
    kept.
    """
    import tempfile
    from pathlib import Path

    target = Path(path).resolve()
    if target.exists() and not target.is_file():
        target.write_bytes(written)
        return
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(written)
        Path(temporary).chmod(
            target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~umask()
        )
        Path(temporary).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise


def umask() -> int:
    """Read the permissions that new files are denied."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def tell(message: str) -> None:
    """Write a line to stderr; one that is closed or full costs the line, and not the command."""
    with contextlib.suppress(OSError):
        click.echo(message, err=True)


def tell_state(app: App) -> None:
    """Say in one line each what is wrong in the database files, and that the index could not be
    kept.
    """
    index = app.index
    if index.reason:
        tell(
            app.catalogue.text(
                "The index could not be kept ({reason}): it is made anew at each run."
                " Set KZFR_CACHE to a folder that can be written.",
                reason=index.reason,
            )
        )
    problems = index.problems()
    if problems:
        from kzfr_cli.locale import messages

        tell(messages.problems_line(problems, app.catalogue))

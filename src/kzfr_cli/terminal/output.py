"""Where output goes: to the terminal, through a pager, into a file that is replaced as a whole."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from typing import Any

import click

from kzfr_cli.errors import UnwritableOutputError
from kzfr_cli.formats import registry
from kzfr_cli.formats.surface import Surface
from kzfr_cli.session import Session
from kzfr_cli.terminal import run, screen

DIALECT = "kzfr_cli.csv_dialect"


def current_dialect() -> str:
    """Give the dialect of CSV that was asked for."""
    dialect: str = click.get_current_context().meta.get(DIALECT, "excel")
    return dialect


NOTHING_FOUND = 1
HELD = ("rows", "entries", "events", "occasions")
"""The fields in which the views of a listing hold what was found."""
CRLF = ("csv", "ris")
"""The formats whose line ends are theirs on every system."""


def show(view: Any, format: str = "text", output: str | None = None) -> None:
    """Render a view and write it, then tell on stderr what the reader must know: of the format, of
    the database.
    """
    put(view, format, output)
    tell_state(run.session())


def show_found(view: Any, format: str = "text", output: str | None = None) -> None:
    """Show what a listing found; when that is nothing, say so on stderr and end with code 1.

    A format that is no text for people still gets its empty list, so that a program reads `[]`.
    """
    if not is_empty(view):
        show(view, format, output)
        return
    session = run.session()
    if format == "text":
        surface = screen.surface(session, False, current_dialect())
        tell(str(registry.render(view, format, surface)).rstrip("\n"))
    else:
        put(view, format, output)
        tell(session.catalogue.text("Nothing found. Widen --from and --to, or drop a filter."))
    tell_state(session)
    raise click.exceptions.Exit(NOTHING_FOUND)


def is_empty(view: Any) -> bool:
    """Return whether a view of many things holds none."""
    held = next((getattr(view, name) for name in HELD if hasattr(view, name)), None)
    return isinstance(held, (list, tuple)) and not held


def put(view: Any, format: str = "text", output: str | None = None) -> None:
    """Render a view and write it, then tell on stderr what the format could not carry."""
    session = run.session()
    surface = screen.surface(session, output is not None and output != STDOUT, current_dialect())
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
    session = run.session()
    with screen.working(session, session.catalogue.text("Writing")):
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
            run.session().catalogue.text(
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
    from kzfr_cli.terminal import pager

    session = run.unsettled()
    return (
        screen.is_smart(session, sys.stdout)
        and pager.is_long(text)
        and pager.show(text, session.setting("pager"), os.environ)
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


def tell_state(session: Session) -> None:
    """Say in one line each what is wrong in the database files, and that the index could not be
    kept.
    """
    index = session.index
    if index.reason:
        tell(
            session.catalogue.text(
                "The index could not be kept ({reason}): it is made anew at each run."
                " Set KZFR_CACHE to a folder that can be written.",
                reason=index.reason,
            )
        )
    problems = index.problems()
    if problems:
        from kzfr_cli.locale import messages

        tell(messages.problems_line(problems, session.catalogue))

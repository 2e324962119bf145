"""Where output goes: to the terminal, through a pager, into a file that is replaced as a whole."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from kzfr_cli import formats, locale, store, terminal
from kzfr_cli.core.record import pair
from kzfr_cli.core.visible import inert, visible
from kzfr_cli.errors import OutputIsInputError, UnwritableOutputError
from kzfr_cli.formats import registry
from kzfr_cli.formats.surface import Surface
from kzfr_cli.session import Session
from kzfr_cli.terminal import run, screen
from kzfr_cli.views.tables import Selection

if TYPE_CHECKING:
    from kzfr_cli.store.target import Identity, Target

STDOUT = "-"
"""The name of the standard output where a file is asked for."""


@pair
class Output:
    """Where an output goes and how it is written: its format, its file (none for the standard
    output), the dialect of CSV.

    A reader is shown the `whole` of it, however long; a script selects among the `rows`. What is
    not `paged` is shown at once.
    """

    fmt: str = "text"
    path: str | None = None
    dialect: str = "excel"
    whole: bool = False
    rows: Selection = Selection()
    paged: bool = True

    @property
    def is_file(self) -> bool:
        """Return whether it goes elsewhere than to the standard output."""
        return self.path is not None and self.path != STDOUT

    @property
    def is_cut(self) -> bool:
        """Return whether it is the text that a reader sees at once, of which what matters first is
        shown; a file and the formats for programs carry all that matches.
        """
        return self.fmt == "text" and self.path is None and not self.rows.is_asked

    @property
    def wants(self) -> str:
        """Return what the format wants of events: a listing, a dossier, …"""
        return registry.EXPORTS[self.fmt].wants

    def surface(self) -> Surface:
        """Describe what it is written on."""
        return screen.surface(
            run.session(),
            self.is_file,
            self.dialect,
            cut=self.is_cut and not self.whole,
        )


ON_TERMINAL = Output()

NOTHING_FOUND = 1
HELD = ("rows", "entries", "events", "occasions")
"""The fields in which the views of a listing hold what was found."""
CRLF = ("csv", "ris")
"""The formats whose line ends are theirs on every system."""


def show(view: Any, to: Output = ON_TERMINAL) -> None:
    """Render a view and write it, then tell on stderr what the reader must know: of the format, of
    the database.
    """
    put(view, to)
    tell_state(run.session())


def show_found(view: Any, to: Output = ON_TERMINAL) -> None:
    """Show what a listing found; when that is nothing, say so on stderr and end with code 1.

    A format that is no text for people still gets its empty list, so that a program reads `[]`.
    """
    if not is_empty(view):
        show(view, to)
        return
    session = run.session()
    if to.fmt == "text":
        surface = screen.surface(session, False)
        tell(str(registry.render(view, to.fmt, surface)).rstrip("\n"))
    else:
        put(view, to)
        tell(
            session.catalogue.text("Nothing found. Widen --from and --to, or drop a filter.")
        )
    tell_state(session)
    raise click.exceptions.Exit(NOTHING_FOUND)


def is_empty(view: Any) -> bool:
    """Return whether a view of many things holds none, and leaves none out that were found."""
    held = next((getattr(view, name) for name in HELD if hasattr(view, name)), None)
    if any(getattr(view, "totals", {}).values()):
        return False
    return isinstance(held, (list, tuple)) and not held


def put(view: Any, to: Output = ON_TERMINAL) -> None:
    """Render a view and write it, then tell on stderr what the format could not carry."""
    if to.rows.is_asked:
        view = terminal.selecting.selected(view, to.fmt, to.rows)
    surface = to.surface()
    written = rendered(view, to, surface)
    if isinstance(written, str) and to.path is not None:
        written += last_line(to.fmt, surface)
    if isinstance(written, str) and to.fmt in CRLF:
        written = written.encode("utf-8", "replace")
    emit(written, to.path, may_page=to.paged)
    for loss in registry.losses(view, to.fmt, surface):
        tell(loss)
    if to.path is not None:
        tell_origin(to.fmt, surface)


def last_line(fmt: str, surface: Surface) -> str:
    """Return of which day the data are, as the last line of a file in a format that has one."""
    sentence = formats.origin.sentence(surface) if fmt in formats.origin.LAST_LINE else ""
    return f"\n{sentence}\n" if sentence else ""


def tell_origin(fmt: str, surface: Surface) -> None:
    """Say on stderr of which day the data are that a format cannot date itself."""
    if fmt in formats.origin.SILENT and (sentence := formats.origin.sentence(surface)):
        tell(sentence)


def rendered(view: Any, to: Output, surface: Surface) -> str | bytes:
    """Render a view, and show that it takes long; a listing that is not to a file does not wait for
    that.
    """
    is_listing = to.fmt not in registry.EXPORTS or to.wants == "listing"
    if to.path is None and is_listing:
        return registry.render(view, to.fmt, surface)
    session = run.session()
    with screen.working(session, session.catalogue.text("Writing")):
        return registry.render(view, to.fmt, surface)


def emit(
    written: str | bytes,
    output: str | None = None,
    inputs: Iterable[str] = (),
    *,
    may_page: bool = True,
) -> None:
    """Write to stdout, to a file that is replaced as a whole, or to the stream that a path names.

    The files that the run reads, and the `inputs` of the command, are never written over. Raises
    `OutputIsInputError` and `UnwritableOutputError`.
    """
    if output is None or output == STDOUT:
        write_out(written, may_page=may_page)
        return
    data = written if isinstance(written, bytes) else written.encode("utf-8", "replace")
    target = replace(output, data, inputs)
    if not target.is_stream:
        tell_written(output, target)


def replace(path: str, data: bytes, inputs: Iterable[str] = ()) -> Target:
    """Write a file, as `emit` does, and return where it was; raises the same."""
    with unwritable(path):
        target = writable(path, kept(inputs))
        if target.descriptor is not None:
            sys.stdout.flush()
        store.target.write(target, data)
    return target


def fill(
    folder: str, files: Mapping[str, bytes], kind: store.folder.Kind, force: bool
) -> int:
    """Write many files into a folder, and return how many of the last run were removed; raises as
    `emit` does, and what `store.folder.write` raises.
    """
    read = kept()
    root = store.folder.Folder(
        root=os.path.realpath(folder),
        kind=kind,
        guard=lambda place: writable(place, read),
        force=force,
    )
    with unwritable(folder):
        return store.folder.write(root, files)


def kept(inputs: Iterable[str] = ()) -> frozenset[Identity]:
    """Return the files that no output may replace: those that the run reads, and some more."""
    return store.target.identities((*run.unsettled().read_files, *inputs))


def writable(path: str, kept: frozenset[Identity]) -> Target:
    """Return what a path leads to when it may be written; raises `OutputIsInputError`,
    `OSError`.
    """
    if not path:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
    target = store.target.find(path)
    if target.identity in kept:
        raise OutputIsInputError(path=path)
    return target


def refuse_input(path: str, texts: Iterable[str] = ()) -> None:
    """Refuse a path that is read, whatever else is wrong with it; `texts` are those of the command,
    `-` being the standard input. Raises `OutputIsInputError`.
    """
    read = kept("/dev/stdin" if text == STDOUT else text for text in texts)
    with contextlib.suppress(OSError):
        writable(path, read)


@contextlib.contextmanager
def unwritable(path: str) -> Iterator[None]:
    """Turn what the operating system refuses into `UnwritableOutputError`."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnwritableOutputError(path=path or "“”", reason=reason) from error


def tell_written(path: str, target: Target) -> None:
    """Name on a terminal the file that was written, and say when there was another before."""
    if not sys.stderr.isatty():
        return
    text = run.unsettled().catalogue.text
    if target.exists:
        tell(text("wrote {path}, replacing the earlier one", path=visible(path)))
    else:
        tell(text("wrote {path}", path=visible(path)))


def write_out(written: str | bytes, *, may_page: bool = True) -> None:
    """Write to stdout; bytes go there as they are."""
    if isinstance(written, str):
        if not (may_page and paged(written)):
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
    session = run.unsettled()
    return (
        screen.is_smart(session, sys.stdout)
        and terminal.pager.is_long(text)
        and terminal.pager.show(text, session.setting("pager"), os.environ)
    )


def tell(message: str) -> None:
    """Write a line to stderr, broken between words on a terminal; one that is closed or full costs
    the line, and not the command.
    """
    with contextlib.suppress(OSError):
        click.echo(screen.broken(inert(message), sys.stderr), err=True)


def tell_state(session: Session) -> None:
    """Say in one line each what is wrong in the database files, and that the index could not be
    kept.
    """
    index = session.index
    if index.reason:
        tell(
            session.catalogue.text(
                "The index could not be kept ({reason}): it is made anew at each run."
                " Set KZFR_CACHE to a folder of your own, in which nobody else can write.",
                reason=locale.messages.reason(index.reason, session.catalogue),
            )
        )
    problems = index.problems()
    if problems:
        tell(locale.messages.problems_line(problems, session.catalogue))

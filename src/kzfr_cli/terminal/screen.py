"""What the output is written on: its width, its colours, its links, and what is told of long
work.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, TextIO

from kzfr_cli import formats
from kzfr_cli.formats.surface import Surface
from kzfr_cli.session import Session
from kzfr_cli.terminal.progress import bar

if TYPE_CHECKING:
    from kzfr_cli.store.index.building import Progress

USUAL_WIDTH = 80
"""Columns of a terminal that does not say how wide it is."""

FAR = 10_000
"""Columns of a line that is never broken: what goes to a file or a pipe."""


def progress(session: Session, total: int) -> AbstractContextManager[Progress]:
    """Show how far the reading of the files is."""
    return working(session, session.catalogue.text("Reading the database"), total)


def working(
    session: Session, label: str, total: int | None = None
) -> AbstractContextManager[Progress]:
    """Show on stderr, on a terminal, how far some work is when it takes over a second; nothing
    with `--plain`.
    """
    shown = is_smart(session, sys.stderr) and not session.settings.plain
    return bar(total, label, shown=shown, colour=shown and has_colour(session, True))


def surface(
    session: Session, to_file: bool, csv_dialect: str = "excel", *, cut: bool = False
) -> Surface:
    """Describe what the output is written on: only a terminal has a width and, unless refused,
    colours.
    """
    terminal = not to_file and sys.stdout.isatty()
    width = terminal_width() if terminal else FAR
    plain = session.settings.plain or session.environment.get("TERM") == "dumb"
    return Surface(
        catalogue=session.catalogue,
        width=max(width, 20),
        colour=has_colour(session, terminal) and not to_file,
        plain=plain,
        terminal=terminal,
        cut=cut,
        address=session.address if terminal and not plain and has_links(session) else None,
        csv_dialect=csv_dialect,
        origin=session.origin,
        is_letter=has_letter_paper(session.environment),
    )


def has_letter_paper(environment: Mapping[str, str]) -> bool:
    """Return whether the locale's paper is that of the United States (POSIX, `LC_PAPER`)."""
    variables = (environment.get(name) for name in ("LC_ALL", "LC_PAPER", "LANG"))
    return next(filter(None, variables), "").startswith("en_US")


def has_colour(session: Session, terminal: bool) -> bool:
    """Decide on colours: as the setting says, and if it is `auto`, on a terminal that is not
    dumb.
    """
    wanted = session.checked("color")
    return wanted == "always" or (
        wanted == "auto" and terminal and session.environment.get("TERM") != "dumb"
    )


def is_smart(session: Session, stream: TextIO) -> bool:
    """Return whether a stream is a terminal that moves its cursor."""
    return stream.isatty() and session.environment.get("TERM") != "dumb"


def has_links(session: Session) -> bool:
    """Return whether the terminal shows links."""
    return formats.links.are_shown(session.environment)


def broken(text: str, stream: TextIO) -> str:
    """Break the lines of a text between its words where a stream is a terminal that they are too
    long for.
    """
    lines = text.split("\n")
    width = terminal_width() if stream.isatty() else FAR
    if all(len(line) <= width for line in lines):
        return text
    return "\n".join(row for line in lines for row in rows(line, width))


def rows(line: str, width: int) -> Iterator[str]:
    """Break a line at its spaces only: an option and a path stay whole, to be copied."""
    first, *words = line.split(" ")
    row = first
    for word in words:
        if len(row) + 1 + len(word) > width:
            yield row
            row = word
        else:
            row = f"{row} {word}"
    yield row


def terminal_width() -> int:
    """Measure the terminal in columns, by `COLUMNS` first as terminal programs do; 80 when it does
    not say.
    """
    with contextlib.suppress(ValueError):
        if (told := int(os.environ.get("COLUMNS", "0"))) > 0:
            return told
    with contextlib.suppress(OSError):
        return os.get_terminal_size().columns or USUAL_WIDTH
    return USUAL_WIDTH

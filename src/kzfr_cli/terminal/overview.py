"""The help of the program on one screen: its commands by what they are for, in a few words each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import click
from rich.cells import cell_len

from kzfr_cli.core.record import pair
from kzfr_cli.locale.catalogue import N_, Catalogue


@pair
class Purpose:
    """Commands that are for one thing, each with a few words on what it does."""

    title: str
    commands: tuple[tuple[str, str], ...]


GROUPS = (
    Purpose(
        N_("look up"),
        (
            ("timeline", N_("events by date")),
            ("search", N_("by any words")),
            ("anniversary", N_("what is celebrated")),
            ("today", N_("the day in short")),
            ("show", N_("all on one entry")),
            ("figures", N_("what was measured")),
            ("sources", N_("who says so")),
            ("cite", N_("cite an entry")),
        ),
    ),
    Purpose(
        N_("proof-read"),
        (
            ("check", N_("proof-read a text")),
            ("validate", N_("look for faults")),
        ),
    ),
    Purpose(
        N_("take along"),
        (
            ("export", N_("write a file")),
            ("site", N_("write a web site")),
        ),
    ),
    Purpose(
        N_("your events"),
        (
            ("add", N_("add an event")),
            ("edit", N_("change an entry")),
            ("remove", N_("remove an entry")),
            ("source", N_("note a source")),
            ("import", N_("import a file")),
            ("undo", N_("undo a change")),
        ),
    ),
    Purpose(
        N_("settings"),
        (
            ("config", N_("your settings")),
            ("info", N_("version and data")),
            ("schema", N_("JSON Schema")),
            ("completion", N_("shell completion")),
        ),
    ),
)
"""The commands in the order in which people meet them."""

NAME, GAP = 13, 2
"""Columns of the longest name of a command with the space behind it, and those between columns."""


def lines(known: Sequence[str], sentences: Catalogue, width: int) -> Iterator[str]:
    """Yield the groups of the commands that there are, the titles at the left, or above where it is
    narrow; two commands stand side by side where there is room.
    """
    told = [
        (sentences.text(group.title), cells(group, sentences)) for group in groups(known)
    ]
    first = max(cell_len(title) for title, _ in told) + GAP
    left = widest(found[::2] for _, found in told) + GAP
    right = widest(found[1::2] for _, found in told)
    columns = 2 if first + left + right <= width else 1
    if columns == 1 and first + left > width:
        for title, found in told:
            yield title
            yield from (f"{' ' * GAP}{cell}" for cell in found)
        return
    for title, found in told:
        yield from beside(
            padded(title, first), [padded(cell, left) for cell in found], columns
        )


def widest(columns: Iterable[Sequence[str]]) -> int:
    """Return how wide the widest of some cells is."""
    return max(cell_len(cell) for cells in columns for cell in cells)


def beside(title: str, cells: Sequence[str], columns: int) -> Iterator[str]:
    """Yield the cells of a group, so many side by side, the title before the first."""
    for row in range(0, len(cells), columns):
        head = " " * cell_len(title) if row else title
        yield f"{head}{''.join(cells[row : row + columns])}".rstrip()


def cells(group: Purpose, sentences: Catalogue) -> list[str]:
    """Write each command of a group with what it does."""
    return [f"{name:<{NAME}}{sentences.text(words)}" for name, words in group.commands]


def groups(known: Sequence[str]) -> Iterator[Purpose]:
    """Yield the groups, each with the commands that there are; what is in none comes last."""
    told = {name for group in GROUPS for name, _ in group.commands}
    for group in GROUPS:
        found = tuple(each for each in group.commands if each[0] in known)
        yield Purpose(group.title, found)
    if rest := tuple((name, "") for name in known if name not in told):
        yield Purpose("", rest)


def padded(text: str, width: int) -> str:
    """Fill a text up to so many columns."""
    return text + " " * max(width - cell_len(text), 1)


def options(command: click.Command, ctx: click.Context, sentences: Catalogue) -> str:
    """Name the options of every command, in one paragraph."""
    names = ", ".join(named(command, ctx))
    return sentences.text("{names}; kzfr help timeline explains them.", names=names)


def named(command: click.Command, ctx: click.Context) -> Iterator[str]:
    """Yield the names of the options, with what they take."""
    for item in command.get_params(ctx):
        if isinstance(item, click.Option):
            value = (
                "" if item.is_flag or item.count or not item.metavar else f" {item.metavar}"
            )
            yield f"{'/'.join(item.opts)}{value}"

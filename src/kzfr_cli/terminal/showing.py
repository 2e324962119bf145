"""What `kzfr show` is asked for: the entries of the line or of the standard input, and the page of
a source.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import Any

import click

from kzfr_cli.formats import links
from kzfr_cli.locale.catalogue import N_
from kzfr_cli.session import Session
from kzfr_cli.terminal import output
from kzfr_cli.terminal.output import Output

STDIN = "-"
HEADS = ("id", '"id"')
"""The head of a column of ids, which is none."""

whole_option = click.option(
    "--all", "whole", is_flag=True, help="Show all of it, however long."
)
open_option = click.option(
    "--open",
    "number",
    type=click.IntRange(1),
    is_flag=False,
    flag_value=1,
    metavar="[N]",
    help="Open the page of its source [1], or of the Nth, in the browser.",
)

LACKING = N_("Name an entry: kzfr show astana")


def wanted(session: Session, typed: tuple[str, ...]) -> tuple[str, ...]:
    """Return the entries of the line, those of the standard input where it has none; raises
    `click.UsageError` when nothing is named.
    """
    if typed and typed != (STDIN,):
        return typed
    if not typed and sys.stdin.isatty():
        raise click.UsageError(session.catalogue.text(LACKING))
    found = tuple(read(sys.stdin))
    if not found:
        raise click.UsageError(session.catalogue.text(LACKING))
    return found


def read(lines: Iterable[str]) -> Iterator[str]:
    """Yield an entry for each line; the head of a column is none."""
    for number, line in enumerate(lines):
        text = line.strip()
        if text and not (number == 0 and text in HEADS):
            yield text.strip('"')


def show(session: Session, sheet: Any, number: int | None, to: Output) -> None:
    """Show an entry, or open the page of one of its sources; raises `click.UsageError`."""
    if number is None:
        output.show(sheet, to)
    else:
        open_source(session, sheet, number)


def open_source(session: Session, sheet: Any, number: int) -> None:
    """Open the page of a source of an entry, and write its address; raises `click.UsageError` when
    there is none of that number.
    """
    addresses = list(filter(None, map(links.safe, pages(sheet))))
    if not addresses:
        text = session.catalogue.text("Nothing that it cites has an address.")
        raise click.UsageError(text)
    if number > len(addresses):
        text = session.catalogue.plural(
            "{count} source has an address: --open 1",
            "{count} sources have an address: --open 1 to {count}",
            len(addresses),
            count=len(addresses),
        )
        raise click.UsageError(text)
    address = addresses[number - 1]
    output.write_out(f"{address}\n")
    import webbrowser  # costs a completion of an id, which comes by here, several milliseconds

    if not webbrowser.open(address):
        output.tell(session.catalogue.text("No browser could be started."))
        raise click.exceptions.Exit(1)


def pages(sheet: Any) -> Iterator[str]:
    """Yield the addresses of an entry: of a source its own, else those of what it cites."""
    if hasattr(sheet, "url"):
        yield sheet.url
    for citation in getattr(sheet, "citations", ()):
        yield citation.url

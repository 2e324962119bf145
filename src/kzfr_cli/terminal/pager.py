"""Show what is longer than the terminal in a pager, as git does; loaded only then."""

from __future__ import annotations

import contextlib
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping

import click

from kzfr_cli.formats import links

LESS = "less"
HARMLESS = {"LESS": "FRX", "LV": "-c"}
"""What git sets where the user did not: quit if all fits, colours, no clearing of the screen."""

RAW = re.compile(r"(^|\s)(-?[\w#.,]*[rR]|--raw|--RAW)")
"""The options of less by which colours are shown and not spelt out."""

NOT_RUN = (126, 127)
"""The exit codes by which a shell says that there is no such program."""


def is_long(text: str) -> bool:
    """Return whether a text has more rows than the terminal, its long lines broken at the
    width.
    """
    size = shutil.get_terminal_size((80, 24))
    if text.count("\n") >= size.lines:
        return True
    shown = click.unstyle(links.dropped(text))
    return (
        sum(1 + max(len(line) - 1, 0) // size.columns for line in shown.splitlines())
        >= size.lines
    )


def show(text: str, pager: str, environment: Mapping[str, str]) -> bool:
    """Show a text; tells whether there was a pager to do it. To leave it early is no error."""
    if pager.strip() in ("", "cat") or (pager == LESS and shutil.which(LESS) is None):
        return False
    environment = {**HARMLESS, **environment}
    process = subprocess.Popen(pager, shell=True, stdin=subprocess.PIPE, env=environment)
    with interrupts_left_to_the_pager(), contextlib.suppress(OSError):
        process.communicate(
            fitting(text, pager, environment).encode(sys.stdout.encoding, "replace")
        )
    return process.wait() not in NOT_RUN


def fitting(text: str, pager: str, environment: Mapping[str, str]) -> str:
    """Leave out what a pager would show as rubbish: links but for less, colours if less is not to
    show them.
    """
    program, _, options = pager.strip().partition(" ")
    if program.rpartition("/")[2] != LESS:
        return links.dropped(text)
    if RAW.search(options) or RAW.search(environment["LESS"]):
        return text
    return click.unstyle(links.dropped(text))


@contextlib.contextmanager
def interrupts_left_to_the_pager() -> Iterator[None]:
    """Let ^C stop a search in the pager and not the program below it."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)

"""A progress bar on stderr for work that takes over a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PATIENCE = 1.0
"""Seconds of work before anything is shown."""


@contextmanager
def bar(total: int, label: str, *, shown: bool) -> Iterator[Callable[[int], None]]:
    """Give a function that is told of each part done of a `total`; draws nothing unless `shown`."""
    if not shown:
        yield lambda part: None
        return
    import click

    started = time.monotonic()
    with click.progressbar(length=total, label=label, file=sys.stderr) as drawn:
        waiting = 0

        def advance(part: int) -> None:
            nonlocal waiting
            waiting += part
            if time.monotonic() - started > PATIENCE:
                drawn.update(waiting)
                waiting = 0

        yield advance

"""A progress bar on stderr for work that takes over a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

PATIENCE = 1.0
"""Seconds of work before anything is shown."""


@contextmanager
def bar(total: int, label: str, *, shown: bool) -> Iterator[Callable[[int], None]]:
    """Give a function that is told of each part done of a `total`; draws nothing unless `shown`."""
    started, waiting = time.monotonic(), 0
    with ExitStack() as stack:
        draw: Callable[[int], None] | None = None

        def advance(part: int) -> None:
            nonlocal draw, waiting
            waiting += part
            if draw is None and shown and time.monotonic() - started > PATIENCE:
                import click

                draw = stack.enter_context(click.progressbar(length=total, label=label, file=sys.stderr)).update
            if draw is not None:
                draw(waiting)
                waiting = 0

        yield advance

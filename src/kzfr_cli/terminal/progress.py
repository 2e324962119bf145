"""A progress bar on stderr for work that takes over a second, gone when the work is done."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE = 1.0
"""Seconds of work before anything is shown, counted from the first work of a run."""

STEPS = 200
"""Times that a bar moves at most: an index of a million entries tells of each."""

STYLE = "cyan"

began: list[float] = []
"""When the first work of this run began."""


@contextmanager
def bar(
    total: int | None, label: str, *, shown: bool, colour: bool = True
) -> Iterator[Callable[[int], None]]:
    """Return a function that is told of each part done of a `total`, unknown if None; draws
    nothing unless `shown`.
    """
    if not shown:
        yield lambda part: None
        return
    drawing = Drawing(total, label, colour)
    drawing.begin()
    try:
        yield drawing.advance
    finally:
        drawing.end()


class Drawing:
    """Draw a bar from another thread, so that it comes and moves while a library works."""

    def __init__(self, total: int | None, label: str, colour: bool) -> None:
        import threading

        self.total, self.label, self.colour = total, label, colour
        self.done = self.told = 0
        self.is_over = False
        self.progress: Progress | None = None
        self.task: TaskID | None = None
        self.lock = threading.Lock()
        began[:] = began or [time.monotonic()]
        self.timer = threading.Timer(
            max(0.0, began[0] + PATIENCE - time.monotonic()), self.draw
        )
        self.timer.daemon = True

    def begin(self) -> None:
        """Wait for the moment from which the work takes long."""
        self.timer.start()

    def draw(self) -> None:
        """Show the bar, unless the work is over."""
        with self.lock:
            if self.is_over:
                return
            self.progress = made(self.colour, counted=self.total is not None)
            self.task = self.progress.add_task(
                self.label, total=self.total, completed=self.done
            )
            self.progress.start()

    def advance(self, part: int) -> None:
        """Tell of a part done."""
        self.done += part
        if (
            self.progress is None
            or self.task is None
            or (self.done - self.told) * STEPS < (self.total or 0)
        ):
            return
        self.told = self.done
        self.progress.update(self.task, completed=self.done)

    def end(self) -> None:
        """Take the bar away."""
        self.timer.cancel()
        with self.lock:
            self.is_over = True
            if self.progress is not None:
                self.progress.stop()


def made(colour: bool, *, counted: bool) -> Progress:
    """Make the bar: what is done, how far, and how far in numbers if that is known."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, ProgressColumn, TextColumn

    bar = BarColumn(complete_style=STYLE, finished_style=STYLE, pulse_style=STYLE)
    columns: list[ProgressColumn] = [TextColumn("{task.description}", markup=False), bar]
    columns += [TextColumn("{task.percentage:>3.0f} %", markup=False)] if counted else []
    console = Console(
        stderr=True,
        force_terminal=True,
        no_color=not colour,
        color_system="standard",
        legacy_windows=False,
    )
    return Progress(
        *columns,
        console=console,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )

"""`make torture`: every trial in full; prints the figures and writes them into docs/reliability.md."""

from __future__ import annotations

import os
import platform
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from functools import partial

from kzfr_cli import __version__

from . import crowds, disks, fuzzing, hostile, inputs, kills, limits, sharing
from .bench import ROOT, Outcome

DOCUMENT = ROOT / "docs" / "reliability.md"
BEGIN, END = "<!-- torture -->", "<!-- end torture -->"
KILLS = 500
SIZES = [0, 1, 50, 200, 400, 800, 1_500, 3_000, 6_000, 12_000, 25_000, 50_000, 100_000]

Trial = Callable[[], Outcome]


def trials(scale: float) -> Iterator[Trial]:
    """Give every trial; `scale` makes them smaller."""
    each = max(round(KILLS * scale / len(kills.WORKS)), 2)
    for number, work in enumerate(kills.WORKS):
        last = (
            KILLS * scale - each * (len(kills.WORKS) - 1)
            if number == len(kills.WORKS) - 1 and scale == 1
            else each
        )
        yield partial(kills.killed, work, max(round(last), each), seed=number)
        yield partial(
            kills.killed, work, max(round(20 * scale), 2), seed=number, sent=signal.SIGINT
        )
        yield partial(disks.full, work, SIZES if scale == 1 else SIZES[:4])
    for name in hostile.readers():
        yield partial(fuzzing.fuzzed, name, round(hostile.SHARES[name] * 1000 * scale))
    yield partial(disks.small, 60)
    yield disks.read_only
    yield partial(disks.damaged, max(round(120 * scale), 8), seed=1)
    yield disks.of_another
    yield partial(crowds.changing_source, max(20 * scale, 2))
    yield partial(crowds.backwards, max(round(20 * scale), 3))
    yield limits.all_limits
    yield sharing.shared
    yield partial(sharing.killed_in_place, max(round(40 * scale), 2), seed=1)
    yield sharing.locked
    yield sharing.devices
    yield sharing.planted
    yield partial(sharing.killed_update, max(round(60 * scale), 2), seed=1)
    yield sharing.site
    yield partial(inputs.large, max(round(100_000 * scale), 500))
    yield inputs.names
    yield inputs.endless
    yield inputs.dialects


def main(scale: float) -> int:
    """Run the trials, some at a time, since they wait for each other’s disk; gives 1 when one
    failed.
    """
    found = [show(crowds.writers(16, 50 if scale == 1 else 5))]
    with ThreadPoolExecutor(max_workers=2 * (os.cpu_count() or 1)) as pool:
        running = [pool.submit(trial) for trial in trials(scale)]
        for done in as_completed(running):
            show(done.result())
    found += [done.result() for done in running]
    if scale == 1:
        write(found)
    return 1 if any(outcome.failures for outcome in found) else 0


def show(outcome: Outcome) -> Outcome:
    """Print a trial."""
    verdict = "FAILED" if outcome.failures else "held"
    print(
        f"{verdict:6}  {outcome.name}: {outcome.done}: {outcome.told} ({outcome.seconds:.0f} s)",
        flush=True,
    )
    for failure in outcome.failures[:5]:
        print(f"        {failure}", flush=True)
    return outcome


def write(found: list[Outcome]) -> None:
    """Put the figures into the document."""
    text = DOCUMENT.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    rows = [
        f"| {outcome.name} | {outcome.done} | {outcome.told} | {len(outcome.failures) or 'none'} |"
        for outcome in found
    ]
    seconds = sum(outcome.seconds for outcome in found)
    lines = [
        BEGIN,
        (
            f"kzfr {__version__}, Python {platform.python_version()}, {platform.system()}: "
            f"{seconds / 60:.0f} minutes."
        ),
        "",
        "| trial | done | result | failures |",
        "|---|---|---|---|",
        *rows,
        END,
    ]
    DOCUMENT.write_text(before + "\n".join(lines) + after, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 1.0))

"""Many programs write one file, or read one that changes."""

from __future__ import annotations

import json
import os
import subprocess
import threading
import time
from collections import Counter

from .bench import BASE, ENTRY, Bench, Outcome, bench, measured

WRITER = """
import sys
from kzfr_cli.main import run
file, writer, number = sys.argv[1], sys.argv[2], int(sys.argv[3])
for one in range(number):
    sys.argv[1:] = ["add", "--yes", "--no-source", "--category", "visit", "--date", "2001", "--no-packaged",
        "--id", f"by-{writer}-{one}", "--title", f"Visit {one} told by writer {writer}", "--db", file, "--lang", "en"]
    code = run(sys.argv[1:])
    if code:
        sys.exit(f"writer {writer}, entry {one}: {code}")
"""


def writers(processes: int, entries: int) -> Outcome:
    """Let processes add entries to one file at once."""
    outcome = Outcome(
        "processes that add to one file at once", f"{processes} × {entries} entries"
    )
    with measured(outcome), bench() as here:
        running = [
            subprocess.Popen(
                [here.command()[0], "-c", WRITER, str(here.file), str(number), str(entries)],
                env=here.environment(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                encoding="utf-8",
            )
            for number in range(processes)
        ]
        for process in running:
            _, errors = process.communicate()
            if process.returncode:
                outcome.failures.append(errors[-300:])
        found = Counter(id for id in here.ids() if id.startswith("by-"))
        wanted = processes * entries
        twice = sum(count > 1 for count in found.values())
        outcome.told = f"{len(found)} present, {twice} twice"
        if (
            len(found) != wanted
            or twice
            or not here.file.read_text(encoding="utf-8").startswith(BASE)
        ):
            outcome.failures.append(f"{len(found)} of {wanted} present, {twice} twice")
    return outcome


def changing_source(seconds: float) -> Outcome:
    """Read a file that another program replaces or overwrites all the time."""
    outcome = Outcome("a file that changes while it is read", f"{seconds:.0f} s")
    with measured(outcome), bench() as here:
        stop = threading.Event()
        writer = threading.Thread(target=rewrite, args=(here, stop))
        writer.start()
        reads, until = 0, time.monotonic() + seconds
        while time.monotonic() < until:
            result = here.run("timeline", "--format", "json")
            reads += 1
            if result.returncode not in (0, 3) or "Traceback" in result.stderr:
                outcome.failures.append(f"{result.returncode}: {result.stderr[-300:]}")
            elif result.returncode == 0:
                json.loads(result.stdout)
        stop.set()
        writer.join()
        here.file.write_text(version(7), encoding="utf-8")
        if here.ids() != [f"event-{n}" for n in range(8)]:
            outcome.failures.append("the last state of the file is not what is read")
        outcome.told = (
            f"{reads} reads, each whole or refused; the last state is read at the end"
        )
    return outcome


def version(number: int) -> str:
    """Write the file with so many events more."""
    return BASE + "".join(ENTRY.format(number=n) for n in range(1, number + 1))


def rewrite(here: Bench, stop: threading.Event) -> None:
    """Replace the file, then overwrite it in place, in turns."""
    number = 0
    while not stop.is_set():
        number += 1
        if number % 2:
            here.file.write_text(version(number % 5), encoding="utf-8")
        else:
            beside = here.folder / "beside.toml"
            beside.write_text(version(number % 5), encoding="utf-8")
            os.replace(beside, here.file)
        time.sleep(0.003)


def backwards(times: int) -> Outcome:
    """Let the clock go backwards between a change of the file and the next."""
    outcome = Outcome("a clock that goes backwards", f"{times} changes")
    with measured(outcome), bench() as here:
        now = time.time()
        for number in range(times):
            here.file.write_text(
                BASE.replace("Event 0", f"Event {number % 10}"), encoding="utf-8"
            )
            os.utime(here.file, (now - number * 3600, now - number * 3600))
            (event,) = json.loads(here.run("timeline", "--format", "json").stdout)
            if event["title"] != f"Event {number % 10}":
                outcome.failures.append(f"{number}: an old state is shown")
        outcome.told = "the new state is shown each time"
    return outcome

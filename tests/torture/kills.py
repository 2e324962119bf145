"""Kill or interrupt the program at random moments: a file is the old or the new one, and the next
command works.
"""

from __future__ import annotations

import random
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from kzfr_cli.main import COMMANDS

from .bench import BASE, Bench, Outcome, bench, is_bug, is_pythons, measured

ADD = (
    "add",
    "--yes",
    "--date",
    "2001-02-04",
    "--title",
    "A new visit",
    "--category",
    "visit",
    "--source",
    "paper",
)
LEFTOVER = re.compile(r"\.(?!lock$)[^.]*\.(tmp|part)|\.desk\.toml\.[^l]")

ENOUGH = 10
"""Moments among which one comes before the end of any work."""

Prepare = Callable[[Bench], tuple[str, ...]]


def adding(bench: Bench) -> tuple[str, ...]:
    """Add an event."""
    return ADD


def repairing(bench: Bench) -> tuple[str, ...]:
    """Repair the typography of a file."""
    bench.file.write_text(BASE.replace("Événement 0", "L'événement..."), encoding="utf-8")
    return ("validate", "--fix")


def editing(bench: Bench) -> tuple[str, ...]:
    """Edit an event with an editor that answers at once."""
    return ("edit", "event-0")


def removing(bench: Bench) -> tuple[str, ...]:
    """Remove an event."""
    return ("remove", "event-0", "--yes")


def importing(bench: Bench) -> tuple[str, ...]:
    """Import a table."""
    table = bench.folder / "table.csv"
    rows = [
        f"imported-{n}-2001,2001-03-{n % 28 + 1:02},Imported {n},visit,paper"
        for n in range(200)
    ]
    table.write_text(
        "\n".join(["id,date,title,category,source", *rows]) + "\n", encoding="utf-8"
    )
    return ("import", str(table), "--yes")


def undoing(bench: Bench) -> tuple[str, ...]:
    """Take a change back."""
    bench.run(*ADD)
    return ("undo", "--yes")


def indexing(bench: Bench) -> tuple[str, ...]:
    """Build an index."""
    text = BASE + "".join(entry(n) for n in range(1, 2_000))
    if not bench.file.is_file() or bench.file.stat().st_size != len(text.encode()):
        bench.file.write_text(text, encoding="utf-8")
    shutil.rmtree(bench.cache, ignore_errors=True)
    return ("timeline", "--limit", "1")


def entry(number: int) -> str:
    """Write one more event."""
    from .bench import ENTRY

    return ENTRY.format(number=number)


WORKS: dict[str, Prepare] = {
    name: prepare
    for name, prepare in {
        "add": adding,
        "edit": editing,
        "remove": removing,
        "import": importing,
        "undo": undoing,
        "validate": repairing,
        "index": indexing,
    }.items()
    if name in COMMANDS or name == "index"
}


def editor(bench: Bench) -> dict[str, str]:
    """Make an editor that changes one letter."""
    script = bench.folder / "editor"
    script.write_text("#!/bin/sh\nsed -i 's/Event 0/Event nought/' \"$1\"\n")
    script.chmod(0o755)
    return {"EDITOR": str(script), "VISUAL": str(script)}


def killed(work: str, times: int, seed: int, sent: int = signal.SIGKILL) -> Outcome:
    """Stop one kind of work at random moments of its life."""
    said = "kill -9" if sent == signal.SIGKILL else "^C"
    outcome = Outcome(
        f"{said} during `{work}`" if work != "index" else f"{said} while the index is built",
        f"{times} times",
    )
    chance = random.Random(seed)
    seen = {"old": 0, "new": 0, "stopped": 0}
    with measured(outcome), bench() as here:
        env = editor(here)
        old, new, length = rehearsed(here, work, env)
        for number in range(times):
            one(
                here,
                work,
                env,
                old,
                new,
                chance.uniform(0.05, 1.1) * length,
                sent,
                outcome,
                seen,
                number,
            )
    if times >= ENOUGH and not seen["stopped"]:
        outcome.failures.append("none was stopped before its end")
    outcome.told = (
        f"{seen['old']} old, {seen['new']} new, {seen['stopped']} stopped before the end"
    )
    return outcome


def fresh(here: Bench, work: str) -> tuple[str, ...]:
    """Put everything in place for the work."""
    if work != "index":
        here.file.write_text(BASE, encoding="utf-8")
        shutil.rmtree(here.folder / "home", ignore_errors=True)
    return WORKS[work](here)


def rehearsed(here: Bench, work: str, env: dict[str, str]) -> tuple[bytes, bytes, float]:
    """Do the work once unharmed: the bytes before and after it, and how long it takes."""
    for _ in range(2):  # the first warms the caches of the system
        arguments = fresh(here, work)
        old = here.file.read_bytes()
        begun = time.monotonic()
        result = here.run(*arguments, env=env)
        length = time.monotonic() - begun
        assert result.returncode in (0, 1), f"{work}: {result.stderr}"
    new = here.file.read_bytes()
    assert work == "index" or new != old, f"{work} changed nothing: {result.stderr}"
    return old, new, length


def one(
    here: Bench,
    work: str,
    env: dict[str, str],
    old: bytes,
    new: bytes,
    after: float,
    sent: int,
    outcome: Outcome,
    seen: dict[str, int],
    number: int,
) -> None:
    """Stop the work once, look at the file, and run the next command."""
    arguments = fresh(here, work)
    process = here.start(*arguments, env=env)
    time.sleep(after)
    process.send_signal(sent)
    try:
        _, errors = process.communicate(timeout=60)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        outcome.failures.append(f"{number}: hangs")
        return
    seen["stopped"] += process.returncode in (-sent, 130)
    now = here.file.read_bytes()
    seen["new" if now == new and work != "index" else "old"] += 1
    if now not in (old, new):
        outcome.failures.append(f"{number}: the file is neither the old nor the new one")
    said = errors.decode()
    ended_well = process.returncode in (0, 1, 130, -sent) and not is_bug(said)
    if sent == signal.SIGINT and not ended_well and not is_pythons(said):
        outcome.failures.append(f"{number}: ended with {process.returncode}: {said[-300:]}")
    try:
        here.ids()
        if number % 10 == 0:
            follow(here, old)
    except AssertionError as error:
        outcome.failures.append(f"{number}: the next command: {error}")


def follow(here: Bench, old: bytes) -> None:
    """Change the file after the harm: what was left over must not stand in the way, nor remain."""
    result = here.run(
        "add",
        "--yes",
        "--date",
        "2002",
        "--title",
        "Afterwards",
        "--category",
        "sport",
        "--no-source",
    )
    assert result.returncode == 0, result.stderr
    assert result.stdout.strip() in here.ids()
    left = [path.name for path in Path(here.folder).iterdir() if LEFTOVER.search(path.name)]
    assert not left, f"left over: {left}"

"""A file of 100,000 events, names that are no text, input that never ends, TOML as others write it."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from pathlib import Path

from kzfr_cli.editing.journal import WHOLE

from .bench import BASE, ENTRY, Bench, Outcome, bench, is_bug, measured
from .kills import ADD

SECONDS = 5.0
"""Of a change of a large file; one of 100,000 events was read for 8 to 14 before."""

RECORD = 5_000
"""Bytes that the journal may keep of a change of one entry, where it keeps no whole file."""

ENDLESS = 700_000_000
"""Bytes of memory for what never ends."""

OTHERS = """\
# about the journey
[["events"]]
id = "journey-2001"
category = "visit"
mood = "good"
title.en = "Journey"
[[ 'events' . dates ]]
kind = "occurred"
value = 2001-02-03
sources = ["paper"]

# about the fair
[[events]]
id = "fair-2002"
category = "culture"
title.en = "Fair"
dates = [{ kind = "occurred", value = 2002 }]
"""


def large(events: int) -> Outcome:
    """Add to, take from and restore a large file, and look at it after each change."""
    outcome = Outcome(f"changes of a file of {events:,} events", "4 changes")
    told = []
    with measured(outcome), bench() as here:
        here.file.write_text(
            BASE + "".join(ENTRY.format(number=n) for n in range(1, events))
        )
        before = here.file.read_bytes()
        here.run("timeline", "--limit", "1")
        works = (ADD, ("undo", "--yes"), ("remove", f"event-{events // 2}", "--yes"))
        for arguments in (*works, ("undo", "--yes")):
            seconds, memory = timed(here, arguments, outcome)
            looked, _ = timed(here, ("timeline", "--limit", "1"), outcome)
            told.append(f"`{arguments[0]}` {seconds:.1f} s and {memory} MB")
            kept = sum(path.stat().st_size for path in here.folder.rglob("undo/*"))
            if len(before) > WHOLE and (kept > RECORD or seconds + looked > SECONDS):
                outcome.failures.append(f"{arguments[0]}: {seconds} s, {looked} s, {kept} B")
        if here.file.read_bytes() != before:
            outcome.failures.append("the file is not what it was")
    outcome.told = ", ".join(told[:3])
    return outcome


def timed(here: Bench, arguments: tuple[str, ...], outcome: Outcome) -> tuple[float, int]:
    """Run a command that must succeed: the seconds of processor and the megabytes that it took."""
    process = here.start(*arguments)
    assert process.stdout is not None and process.stderr is not None
    with process.stdout as output, process.stderr as told:
        output.read()
        errors = told.read().decode()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        outcome.failures.append(f"{arguments[0]}: {process.returncode} {errors[-300:]}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss // 1024


def names() -> Outcome:
    """Read and write files whose names are not UTF-8, or would begin a line of a log."""
    outcome = Outcome(
        "a name that is not UTF-8, with a line break, with `::error`", "9 runs"
    )
    with measured(outcome):
        for name in (b"r\xe9union.toml", b"a\n::error b.toml", b"::error::c.toml"):
            with bench() as here:
                path = here.folder / os.fsdecode(name)
                here.file.rename(path)
                here.file = path
                for arguments in (ADD, ("validate",), ("timeline",)):
                    look(here, arguments, outcome)
                if (
                    sorted(os.listdir(os.fsencode(here.folder)))[-1] != name
                    and not path.exists()
                ):
                    outcome.failures.append(f"{name!r} is gone")
        outcome.told = "the file itself is changed, and no line begins with its name’s end"
    return outcome


def look(here: Bench, arguments: tuple[str, ...], outcome: Outcome) -> None:
    """Run a command on a file named as the bench’s; relative, since that is how names are told."""
    command = here.command(*arguments)
    command[command.index(str(here.file))] = here.file.name
    done = subprocess.run(
        command,
        env=here.environment(),
        cwd=here.folder,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        timeout=120,
        check=False,
    )
    told = (done.stdout + done.stderr).decode("utf-8", "replace")
    if done.returncode not in (0, 1) or any(
        line.lstrip().startswith("::") for line in told.splitlines()
    ):
        outcome.failures.append(f"{arguments[0]}: {done.returncode} {told[-300:]}")


def endless() -> Outcome:
    """Read what never ends: a text, a database, settings, a document, what an editor left."""
    outcome = Outcome("input that never ends", "5 runs with 0.7 GB of memory")
    with measured(outcome), bench() as here:
        link = (
            "import os, sys; os.unlink(sys.argv[-1]); os.symlink('/dev/zero', sys.argv[-1])"
        )
        (editor := Path(here.folder / "leave.py")).write_text(link)
        runs: tuple[tuple[tuple[str, ...], dict[str, str]], ...] = (
            (("check", "/dev/zero"), {}),
            (("validate", "/dev/zero"), {}),
            (("timeline", "--db", "/dev/zero"), {}),
            (("timeline",), {"KZFR_CONFIG": "/dev/zero"}),
            (("edit", "event-0"), {"EDITOR": f"{sys.executable} {editor}"}),
        )
        for arguments, env in runs:
            begun = time.monotonic()
            done = here.run(*arguments, env=env, preexec_fn=bounded)
            if done.returncode != 3 or is_bug(done.stderr):
                outcome.failures.append(
                    f"{arguments}: {done.returncode} {done.stderr[-300:]}"
                )
            if "limit" not in done.stderr or time.monotonic() - begun > 60:
                outcome.failures.append(f"{arguments}: {done.stderr[-300:]}")
        outcome.told = "refused with exit code 3 and the limit named"
    return outcome


def bounded() -> None:
    """Let a command have little memory."""
    resource.setrlimit(resource.RLIMIT_AS, (ENDLESS, ENDLESS))


def dialects() -> Outcome:
    """Read TOML as others write it, and remove an entry with its comment."""
    outcome = Outcome(
        "headers in quotes, dates without, a field that is not known", "3 runs"
    )
    with measured(outcome), bench() as here:
        here.file.write_text(BASE + OTHERS)
        shown = here.run("timeline", "--format", "json")
        if '"journey-2001"' not in shown.stdout or '"fair-2002"' not in shown.stdout:
            outcome.failures.append(shown.stdout[-300:] + shown.stderr[-300:])
        if "mood" not in here.run("validate").stdout:
            outcome.failures.append("the field is not told")
        here.run("remove", "fair-2002", "--yes")
        text = here.file.read_text()
        if "about the fair" in text or "about the journey" not in text:
            outcome.failures.append(text[-300:])
        outcome.told = "read, the field told, and a removed entry takes its comment along"
    return outcome

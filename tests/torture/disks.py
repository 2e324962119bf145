"""Disks that are full, folders that cannot be written, an index that is damaged or of somebody
else.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import resource
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from .bench import Bench, Outcome, bench, is_bug, measured
from .kills import ADD, WORKS, editor, fresh, rehearsed

NOBODY = 65534
PLAIN = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
"""Runs a program as a root for whom permissions hold; where Python lives may be closed to every
other user.
"""
GOOD = (0, 1, 3)


def full(work: str, limits: list[int]) -> Outcome:
    """Let no file grow beyond some bytes while the work is done."""
    outcome = Outcome(f"disk full (RLIMIT_FSIZE) during `{work}`", f"{len(limits)} sizes")
    kept = 0
    with measured(outcome), bench() as here:
        env = editor(here)
        old, new, _ = rehearsed(here, work, env)
        for limit in limits:
            arguments = fresh(here, work)
            shutil.rmtree(here.cache, ignore_errors=True)
            result = here.run(*arguments, env=env, preexec_fn=partial(limit_files, limit))
            now = here.file.read_bytes()
            kept += now == old
            if (
                now not in (old, new)
                or result.returncode not in GOOD
                or is_bug(result.stderr)
            ):
                outcome.failures.append(
                    f"{limit} bytes: {result.returncode} {result.stderr[-300:]}"
                )
            if work != "index" and result.returncode == 0 and now != new:
                outcome.failures.append(
                    f"{limit} bytes: success is told, the file is the old one"
                )
            follows(here, outcome, f"{limit} bytes")
    outcome.told = f"{kept} old, {len(limits) - kept} new, none in between"
    return outcome


def limit_files(size: int) -> None:
    """Let no file of this process grow beyond a size."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def follows(here: Bench, outcome: Outcome, what: str) -> None:
    """Run the next command."""
    try:
        here.ids()
    except AssertionError as error:
        outcome.failures.append(f"{what}: the next command: {error}")


@contextlib.contextmanager
def small_disk(folder: Path, size: str) -> Iterator[bool]:
    """Mount a small disk of memory; tells whether that was possible."""
    folder.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)],
        capture_output=True,
    )
    try:
        yield done.returncode == 0
    finally:
        if done.returncode == 0:
            subprocess.run(["umount", "-l", str(folder)], check=False)


def small(times: int) -> Outcome:
    """Add events on a disk of 160 kB until nothing more goes, with everything on it."""
    outcome = Outcome("disk full (tmpfs of 160 kB)", f"up to {times} events added")
    with (
        measured(outcome),
        bench() as here,
        small_disk(here.folder / "disk", "160k") as mounted,
    ):
        if not mounted:
            outcome.told = "not done: mounting needs root"
            return outcome
        disk = here.folder / "disk"
        here.file = Path(shutil.move(here.file, disk / "desk.toml"))
        held, refused = 0, 0
        for number in range(times):
            before = here.file.read_bytes()
            result = here.run(
                *ADD,
                "--id",
                f"more-{number}-2001",
                "--title",
                f"Visit {number}",
                "--summary",
                "x" * 2_000,
                env={"XDG_STATE_HOME": str(disk), "KZFR_CACHE": str(disk / "cache")},
            )
            after = here.file.read_bytes()
            held += result.returncode == 0
            refused += result.returncode == 3
            whole = (
                after.startswith(before.rstrip())
                if result.returncode == 0
                else after == before
            )
            if not whole or result.returncode not in (0, 3) or is_bug(result.stderr):
                outcome.failures.append(
                    f"{number}: {result.returncode} {result.stderr[-300:]}"
                )
        if sum(id.startswith("more-") for id in here.ids()) != held or not refused:
            outcome.failures.append(f"{held} told as added, {refused} refused")
        outcome.told = f"{held} added, {refused} refused, the file whole each time"
    return outcome


def can_be_plain() -> bool:
    """Tell whether permissions can be made to hold."""
    return os.geteuid() == 0 and shutil.which(PLAIN[0]) is not None


def read_only() -> Outcome:
    """Run every work with a folder closed: that of the file, of the index, of the home."""
    outcome = Outcome("folders that cannot be written", "")
    if not can_be_plain():
        outcome.told = "not done: needs root and setpriv"
        return outcome
    done = 0
    with measured(outcome):
        for work in WORKS:
            for closed in ("file", "cache", "home"):
                with bench() as here:
                    env = editor(here)
                    arguments = fresh(here, work)
                    close(here, closed)
                    before = here.file.read_bytes()
                    result = here.run(*arguments, env=env, before=PLAIN)
                    done += 1
                    changed = here.file.read_bytes() != before
                    wrong = result.returncode not in GOOD or is_bug(result.stderr)
                    if wrong or (changed and result.returncode == 3):
                        outcome.failures.append(
                            f"{work}, {closed}: {result.returncode} {result.stderr[-300:]}"
                        )
    outcome.done = f"{done} runs"
    outcome.told = "refused with exit code 3, or done in place, without the index or the undo that had no room"
    return outcome


def close(here: Bench, closed: str) -> None:
    """Close a folder: that of the file to writing, the others, given to somebody else, to
    everything.
    """
    folder = {"file": here.folder, "cache": here.cache, "home": here.folder / "home"}[closed]
    for each in (here.cache, here.folder / "home"):
        each.mkdir(exist_ok=True)
    if closed == "file":
        folder.chmod(0o555)
    else:
        os.chown(folder, NOBODY, NOBODY)
        folder.chmod(0o700)


def damaged(times: int, seed: int) -> Outcome:
    """Damage the index in every way: the answer stays the same."""
    outcome = Outcome(
        "an index damaged, truncated, foreign, newer, a folder", f"{times} indexes"
    )
    chance = random.Random(seed)
    with measured(outcome), bench() as here:
        wanted = here.run("timeline", "--format", "json").stdout
        (index,) = here.cache.glob("*.sqlite")
        good = index.read_bytes()
        for number in range(times):
            spoil(index, good, number, chance)
            result = here.run("timeline", "--format", "json")
            if result.stdout != wanted or result.returncode or is_bug(result.stderr):
                outcome.failures.append(
                    f"{HARMS[number % len(HARMS)]} {number}: {result.returncode} "
                    f"{result.stderr[-300:]}"
                )
            if index.is_dir():
                shutil.rmtree(index)
        outcome.told = f"{times - len(outcome.failures)} right answers"
        json.loads(wanted)
    return outcome


HARMS = ("truncated", "bytes", "foreign", "newer", "folder", "empty", "page", "text")


def spoil(index: Path, good: bytes, number: int, chance: random.Random) -> None:
    """Put something else in the place of an index."""
    if index.is_dir():
        shutil.rmtree(index)
    index.unlink(missing_ok=True)
    harm = HARMS[number % len(HARMS)]
    if harm == "truncated":
        index.write_bytes(good[: chance.randrange(len(good))])
    elif harm in ("bytes", "page"):
        spoilt = bytearray(good)
        start = chance.randrange(len(good))
        for place in range(start, min(start + (4096 if harm == "page" else 8), len(good))):
            spoilt[place] = chance.randrange(256)
        index.write_bytes(spoilt)
    elif harm in ("foreign", "newer"):
        index.write_bytes(good if harm == "newer" else b"")
        with contextlib.closing(sqlite3.connect(index)) as connection, connection:
            if harm == "newer":
                connection.execute("ALTER TABLE entries RENAME TO entrances")
            else:
                connection.execute("CREATE TABLE meta (key TEXT, value TEXT)")
    elif harm == "folder":
        index.mkdir()
    else:
        index.write_bytes(b"" if harm == "empty" else b"not a database\n" * 1_000)


def of_another() -> Outcome:
    """Read with an index folder that belongs to somebody else and is closed."""
    outcome = Outcome("an index folder of another user", "3 commands")
    if not can_be_plain():
        outcome.told = "not done: needs root and setpriv"
        return outcome
    with measured(outcome), bench() as here:
        here.ids()
        close(here, "cache")
        for arguments in (("timeline",), ("search", "event"), ("anniversary",)):
            result = here.run(*arguments, before=PLAIN)
            if result.returncode not in (0, 1) or "KZFR_CACHE" not in result.stderr:
                outcome.failures.append(
                    f"{arguments}: {result.returncode} {result.stderr[-300:]}"
                )
        outcome.told = "answered from memory, with one line on stderr"
    return outcome

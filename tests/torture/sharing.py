"""Two accounts, links, devices, a planted cache, a file system without locks."""

from __future__ import annotations

import json
import os
import random
import signal
import stat
import struct
import subprocess
import sys
import time

from kzfr_cli.store import locks, traits

from .bench import Bench, Outcome, bench, is_bug, measured
from .kills import ADD

TEAM = 4242
OTHER = ("setpriv", "--reuid=65534", "--regid=65534", f"--groups={TEAM}")
"""Runs a program as another account, which is of the team."""

LIST = struct.pack("<I", 2) + b"".join(
    struct.pack("<HHI", tag, may, who)
    for tag, may, who in (
        (1, 6, 2**32 - 1),
        (2, 6, 65534),
        (4, 6, 2**32 - 1),
        (16, 6, 2**32 - 1),
        (32, 0, 2**32 - 1),
    )
)
"""An access control list that lets that account write."""

IN_PROCESS = """
import errno, os, sys
from kzfr_cli.store import locks
from kzfr_cli import main
def take(handle):
    raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))
locks.take = take
sys.exit(main.run(sys.argv[1:]))
"""


def title(number: int) -> str:
    """Name one of many visits."""
    return f"Journey of delegation {number}"


def adding(number: int) -> tuple[str, ...]:
    """Add one of many visits, each of a year of its own."""
    year = str(1900 + number)
    named = ("--title", title(number), "--category", "visit", "--source", "paper")
    return ("add", "--yes", "--date", year, *named)


def can_be_other(here: Bench) -> bool:
    """Return whether another account can run the program here."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return False
    return here.run("--version", before=OTHER).returncode == 0


def shared() -> Outcome:
    """Let a colleague add to a file of a team, of a list, of two names, with an attribute."""
    outcome = Outcome("a colleague adds to a file of a team, a list, two names", "4 files")
    done = 0
    with measured(outcome):
        for kind in ("team", "list", "names", "attribute"):
            with bench() as here:
                prepare(here, kind)
                if not can_be_other(here):
                    outcome.told = (
                        "not done: needs root, and a Python that all accounts reach"
                    )
                    return outcome
                before = traits.of(str(here.file))
                result = here.run(*ADD, before=OTHER, env={"HOME": str(here.folder / "b")})
                done += 1
                if result.returncode or b"event-0" not in here.file.read_bytes():
                    outcome.failures.append(
                        f"{kind}: {result.returncode} {result.stderr[-300:]}"
                    )
                elif traits.of(str(here.file)) != before:
                    outcome.failures.append(f"{kind}: {before} {traits.of(str(here.file))}")
                if here.run(*adding(1)).returncode:
                    outcome.failures.append(f"{kind}: the owner is shut out")
    outcome.done = f"{done} files"
    outcome.told = (
        "owner, group, mode, list, attributes and names as before, the owner writes on"
    )
    return outcome


def prepare(here: Bench, kind: str) -> None:
    """Make a file that the other account may write, in a folder that both reach."""
    here.folder.chmod(0o777)
    (here.folder / "b").mkdir()
    os.chown(here.folder / "b", 65534, 65534)
    os.chown(here.file, 0, TEAM)
    here.file.chmod(0o660)
    if kind == "list":
        os.chown(here.file, 0, 0)
        os.setxattr(here.file, "system.posix_acl_access", LIST)
    elif kind == "names":
        os.link(here.file, here.folder / "other.toml")
    elif kind == "attribute":
        os.setxattr(here.file, "user.note", b"ours")


def killed_in_place(times: int, seed: int) -> Outcome:
    """Kill `add` on a file of two names, which is written in place; then add again."""
    outcome = Outcome("kill -9 during `add` to a file of two names", f"{times} times")
    chance = random.Random(seed)
    whole = 0
    with measured(outcome), bench() as here:
        os.link(here.file, here.folder / "other.toml")
        here.run("timeline")
        for number in range(times):
            process = here.start(*adding(2 * number))
            time.sleep(chance.uniform(0.05, 0.8))
            process.send_signal(signal.SIGKILL)
            process.communicate()
            result = here.run(*adding(2 * number + 1))
            text = here.file.read_text(encoding="utf-8")
            whole += title(2 * number) in text
            if result.returncode or title(2 * number + 1) not in text:
                outcome.failures.append(
                    f"{number}: {result.returncode} {result.stderr[-300:]}"
                )
            if len(here.ids()) != text.count("[[events]]"):
                outcome.failures.append(f"{number}: {text[-300:]}")
        outcome.told = f"{times - whole} old, {whole} new, each later change made"
    return outcome


def locked() -> Outcome:
    """Put a link, a pipe and a folder in the place of the lock, and take locks away."""
    outcome = Outcome("a lock that is a link, a pipe, a folder; no locks at all", "4 runs")
    with measured(outcome):
        for kind in ("link", "pipe", "folder", "none"):
            with bench() as here:
                victim = here.folder / "victim"
                victim.write_text("precious")
                lock = here.folder / ".desk.toml.lock"
                before = here.file.read_bytes()
                begun = time.monotonic()
                result = refused_lock(here, kind, lock, victim)
                if (
                    result.returncode != 3
                    or here.file.read_bytes() != before
                    or victim.read_text() != "precious"
                    or time.monotonic() - begun > locks.LOCK_SECONDS / 2
                ):
                    outcome.failures.append(
                        f"{kind}: {result.returncode} {result.stderr[-300:]}"
                    )
        outcome.told = "refused at once with exit code 3, nothing followed, nothing changed"
    return outcome


def refused_lock(
    here: Bench, kind: str, lock: os.PathLike[str], victim: os.PathLike[str]
) -> subprocess.CompletedProcess[str]:
    """Run `add` where the lock is of that kind."""
    if kind == "none":
        command = [sys.executable, "-c", IN_PROCESS, *here.command(*ADD)[3:]]
        return subprocess.run(
            command,
            env=here.environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
    if kind == "link":
        os.symlink(victim, lock)
    else:
        (os.mkfifo if kind == "pipe" else os.mkdir)(lock)
    return here.run(*ADD)


def devices() -> Outcome:
    """Write to a device and a pipe, and read a device that never ends."""
    outcome = Outcome("a device and a pipe in the place of a database", "3 runs")
    with measured(outcome), bench() as here:
        os.mkfifo(pipe := here.folder / "pipe.toml")
        for place in ("/dev/null", str(pipe)):
            kind = stat.S_IFMT(os.stat(place).st_mode)
            result = here.run(*ADD, "--no-packaged", "--db", place, alone=False)
            if result.returncode != 3 or stat.S_IFMT(os.stat(place).st_mode) != kind:
                outcome.failures.append(
                    f"{place}: {result.returncode} {result.stderr[-300:]}"
                )
        result = here.run("timeline", "--no-packaged", "--db", "/dev/zero", alone=False)
        if result.returncode != 3 or is_bug(result.stderr):
            outcome.failures.append(f"/dev/zero: {result.returncode} {result.stderr[-300:]}")
        outcome.told = (
            "refused with exit code 3, still a device and a pipe, not read for ever"
        )
    return outcome


def planted() -> Outcome:
    """Plant settings and an index in a cache folder that others can write."""
    outcome = Outcome("settings and an index planted in the cache folder", "4 runs")
    with measured(outcome), bench() as here:
        settings = here.folder / "home" / ".config" / "kzfr" / "config.toml"
        settings.parent.mkdir(parents=True)
        settings.write_text('language = "en"\n')
        wanted = here.run("timeline", "--format", "json").stdout
        for path in here.cache.iterdir():
            data = (
                path.read_bytes().replace(b"Event 0", b"Planted").replace(b'"en"', b'"fr"')
            )
            path.write_bytes(data)
        for way in ("file", "folder"):
            for path in here.cache.iterdir():
                path.chmod(0o666)
            here.cache.chmod(0o777 if way == "folder" else 0o755)
            for _ in range(2):
                result = here.run("timeline", "--format", "json")
                if result.stdout != wanted or result.returncode:
                    outcome.failures.append(
                        f"{way}: {result.stdout[:200]} {result.stderr[-300:]}"
                    )
        json.loads(wanted)
        outcome.told = "neither was read: the same answer"
    return outcome


def killed_update(times: int, seed: int) -> Outcome:
    """Kill a search while it brings the index up to date; the next run answers and keeps it."""
    outcome = Outcome("kill -9 during an update of the index", f"{times} times")
    chance = random.Random(seed)
    left = 0
    with measured(outcome), bench() as here:
        here.run("search", "event", alone=False, env={"KZFR_DB": str(here.file)})
        for number in range(times):
            with here.file.open("a") as file:
                file.write(f"# {number}\n")
            process = here.start(
                "search", "event", alone=False, env={"KZFR_DB": str(here.file)}
            )
            begun = time.monotonic()
            while process.poll() is None and time.monotonic() - begun < 10:
                if any(here.cache.glob("*-journal")):
                    break
            time.sleep(chance.uniform(0, 0.012))
            process.kill()
            process.communicate()
            left += any(here.cache.glob("*-journal"))
            result = here.run(
                "search", "event", alone=False, env={"KZFR_DB": str(here.file)}
            )
            if result.returncode not in (0, 1) or "KZFR_CACHE" in result.stderr:
                outcome.failures.append(
                    f"{number}: {result.returncode} {result.stderr[-300:]}"
                )
        outcome.told = f"{left} journals left, each thrown away or rolled back"
    return outcome


def site() -> Outcome:
    """Plant a manifest, a link and a page of others in the folder of a site."""
    outcome = Outcome("a planted manifest, a link, a page of others in a site", "3 runs")
    with measured(outcome):
        for kind in ("manifest", "link", "page"):
            with bench() as here:
                public = here.folder / "public"
                here.run("site", str(public))
                (victim := here.folder / "public" / ".git").mkdir()
                (victim / "config").write_text("precious")
                if kind == "manifest":
                    (public / ".kzfr-site.json").write_text('[".git/config", "index.html"]')
                elif kind == "link":
                    (public / "feed.atom").unlink()
                    (public / "feed.atom").symlink_to(victim / "config")
                else:
                    (public / "index.html").write_text("precious")
                result = here.run("site", str(public), "--category", "visit")
                kept = (victim / "config").read_text() == "precious"
                page = (public / "index.html").read_text()
                if (
                    is_bug(result.stderr)
                    or not kept
                    or (kind == "page" and page != "precious")
                ):
                    outcome.failures.append(
                        f"{kind}: {result.returncode} {result.stderr[-300:]}"
                    )
        outcome.told = "what is not ours is as it was"
    return outcome

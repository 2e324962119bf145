"""What the trials share: a folder of their own, the program run in it, and what a trial tells."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
signal.signal(signal.SIGINT, signal.default_int_handler)
"""What runs in the background inherits that ^C is ignored, and so would the program: no trial of ^C
would be one.
"""

PATIENCE = 120
"""Seconds after which a command counts as hanging."""

ENTRY = """
[[events]]
id = "event-{number}"
category = "visit"
title.en = "Event {number}"
title.fr = "Événement {number}"

[[events.dates]]
kind = "occurred"
value = "2001-02-03"
sources = ["paper"]
"""
BASE = (
    '# Our own file.\n\n[[sources]]\nid = "paper"\ntitle = "Paper"\n'
    + ENTRY.format(number=0)
    + "\n# End.\n"
)


@dataclass
class Outcome:
    """Tell one trial: what was done how often, what came of it, and what failed."""

    name: str
    done: str
    told: str = ""
    failures: list[str] = field(default_factory=list)
    seconds: float = 0.0


class Bench:
    """Run the program in a home of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "desk.toml"
        self.cache = folder / "cache"
        self.file.write_text(BASE, encoding="utf-8")

    def environment(self, **more: str) -> dict[str, str]:
        """Make the environment of a run; where no file may grow, Python 3.11 would leave half a
        module compiled.
        """
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self.folder / "home"),
            "PYTHONPATH": str(ROOT / "src"),
            "LANG": "C.UTF-8",
            "KZFR_CACHE": str(self.cache),
            "KZFR_TODAY": "2018-06-05",
            "PYTHONDONTWRITEBYTECODE": "1",
            **more,
        }

    def command(self, *arguments: str, alone: bool = True) -> list[str]:
        """Write a command line; `alone` leaves the packaged database out and names the desk's file."""
        layers = ["--no-packaged", "--db", str(self.file)] if alone else []
        return [sys.executable, "-m", "kzfr_cli", *arguments, *layers, "--lang", "en"]

    def start(
        self,
        *arguments: str,
        alone: bool = True,
        env: dict[str, str] | None = None,
        before: Sequence[str] = (),
        **options: Any,
    ) -> subprocess.Popen[bytes]:
        """Begin a command."""
        return subprocess.Popen(
            [*before, *self.command(*arguments, alone=alone)],
            env=self.environment(**env or {}),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=self.folder,
            **options,
        )

    def run(self, *arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
        """Run a command to its end; one that hangs is killed and has the code -9."""
        process = self.start(*arguments, **options)
        try:
            out, err = process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            out, err = process.communicate()
        return subprocess.CompletedProcess(
            process.args,
            process.returncode,
            out.decode("utf-8", "replace"),
            err.decode("utf-8", "replace"),
        )

    def ids(self, **options: Any) -> list[str]:
        """List the events of the desk as the next command sees them; raises `AssertionError` when
        it fails.
        """
        result = self.run("timeline", "--format", "json", **options)
        events = json.loads(result.stdout) if result.returncode in (0, 1) else None
        nothing = result.returncode == 1 and events == []
        assert events is not None, f"timeline: {result.returncode} {result.stderr}"
        assert nothing or (result.returncode == 0 and not result.stderr), result.stderr
        return sorted(event["id"] for event in events)


@contextlib.contextmanager
def bench() -> Iterator[Bench]:
    """Give a bench in a folder that goes with it."""
    with tempfile.TemporaryDirectory(prefix="kzfr-torture-") as folder:
        yield Bench(Path(folder))


@contextlib.contextmanager
def measured(outcome: Outcome) -> Iterator[Outcome]:
    """Take the time of a trial."""
    begun = time.monotonic()
    yield outcome
    outcome.seconds = time.monotonic() - begun


def is_pythons(stderr: str) -> bool:
    """Tell what Python itself says of ^C: before it has begun the program, or in a callback that
    can't be stopped.
    """
    return "KeyboardInterrupt" in stderr and (
        "kzfr_cli" not in stderr or "Exception ignored in" in stderr
    )


def is_bug(stderr: str) -> bool:
    """Tell whether a command ended in what nobody foresaw."""
    return "Traceback" in stderr or ("kzfr-" in stderr and "report" in stderr.lower())

"""The program on a terminal of so many lines and columns, as its users see it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pexpect

from .conftest import ROOT


def start(
    home: Path,
    *arguments: str,
    lines: int = 24,
    columns: int = 80,
    timeout: float = 60,
    **env: str,
) -> pexpect.spawn[str]:
    """Start the program on a terminal of its own."""
    return run(
        home,
        ["-m", "kzfr_cli", *arguments],
        lines=lines,
        columns=columns,
        timeout=timeout,
        **env,
    )


def run(
    home: Path,
    arguments: list[str],
    *,
    lines: int = 24,
    columns: int = 80,
    timeout: float = 60,
    **env: str,
) -> pexpect.spawn[str]:
    """Start Python on a terminal of its own."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "PYTHONPATH": str(ROOT / "src"),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "KZFR_TODAY": "2018-06-05",
        **env,
    }
    return pexpect.spawn(
        sys.executable,
        arguments,
        env=environment,
        dimensions=(lines, columns),
        encoding="utf-8",
        timeout=timeout,
    )


def ended(terminal: pexpect.spawn[str]) -> tuple[int | None, str]:
    """Wait for the end; gives the exit code and what the terminal was sent since it was last asked."""
    terminal.expect(pexpect.EOF)
    terminal.close()
    return terminal.exitstatus, terminal.before or ""


def seen(
    home: Path, *arguments: str, lines: int = 24, columns: int = 80, **env: str
) -> tuple[int | None, str]:
    """Run the program to its end; gives the exit code and what the terminal was sent."""
    return ended(start(home, *arguments, lines=lines, columns=columns, **env))

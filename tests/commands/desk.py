"""A desk of its own for a test: the small database below, `mine.toml` over it, a home and an
editor.
"""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ..conftest import SMALL

Run = Callable[..., subprocess.CompletedProcess[str]]


class Desk:
    """Run commands that write, each in the same home."""

    def __init__(self, kzfr: Run, folder: Path) -> None:
        self.kzfr = kzfr
        self.folder = folder
        self.mine = folder / "mine.toml"
        (folder / "base.toml").write_text(SMALL, encoding="utf-8")
        self.env = {
            "XDG_STATE_HOME": str(folder / "state"),
            "XDG_DATA_HOME": str(folder / "data"),
        }

    def run(self, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
        """Run a command on the small database with `mine.toml` over it, in English."""
        files = ("--db", str(self.folder / "base.toml"), "--db", str(self.mine))
        return self.kzfr(
            *arguments, "--no-packaged", *files, "--lang", "en", env={**self.env, **env}
        )

    def ok(self, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
        """Run a command that must succeed."""
        result = self.run(*arguments, **env)
        assert result.returncode == 0, result.stderr
        return result

    def show(self, id: str) -> dict[str, Any]:
        """Show an entry."""
        shown: dict[str, Any] = json.loads(self.ok("show", id, "--format", "json").stdout)
        return shown

    def editor(self, code: str) -> str:
        """Give an editor that runs Python code on the file `p`, whose text is `s`, and counts its
        runs in `n`.
        """
        path = self.folder / "editor folder" / "editor.py"
        path.parent.mkdir(exist_ok=True)
        path.write_text(
            "import pathlib, sys\n"
            "p = pathlib.Path(sys.argv[-1])\n"
            "seen = pathlib.Path(__file__).with_name('seen')\n"
            "n = len(list(seen.parent.glob('seen*')))\n"
            "s = p.read_bytes().decode()\n"
            "seen.with_name(f'seen{n}').write_bytes(s.encode())\n"
            f"{code}\n"
            "p.write_bytes(s.encode())\n"
        )
        return f"{shlex.quote(sys.executable)} {shlex.quote(str(path))}"

    def seen(self, number: int = 0) -> str:
        """Give the text that the editor was opened with."""
        return (self.folder / "editor folder" / f"seen{number}").read_bytes().decode()

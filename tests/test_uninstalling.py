"""What the README says of taking kzfr away leaves nothing behind."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import ROOT

Run = Callable[..., subprocess.CompletedProcess[str]]


def lines() -> list[str]:
    block = (
        (ROOT / "README.md").read_text(encoding="utf-8").partition("<!-- uninstall -->")[2]
    )
    return re.findall(r"^    (.+)$", block.split("\n\nand the program")[0], re.M)


@pytest.mark.skipif(sys.platform == "win32", reason="the folders are those of Linux")
def test_nothing_is_left_behind(kzfr: Run, tmp_path: Path) -> None:
    env = {"HOME": str(tmp_path), "SHELL": "/bin/bash"}
    (tmp_path / ".bashrc").write_text("alias ll='ls -l'\n")
    kzfr("timeline", "2008", env=env)
    kzfr("config", "set", "language", "fr", env=env)
    kzfr("completion", "bash", "--install", env=env)
    event = ("--date", "2026-09-01", "--title", "Colloque", "--category", "science")
    assert kzfr("add", *event, "--no-source", "--yes", env=env).returncode == 0
    assert len([*tmp_path.rglob("*kzfr*")]) >= 4

    first, *removals = lines()
    assert kzfr(*first.split()[1:], env=env).returncode == 0
    for line in removals:
        assert line.startswith("rm -r")
        subprocess.run(
            line,
            shell=True,
            check=True,
            env={"HOME": str(tmp_path), "PATH": "/bin:/usr/bin"},
        )

    assert [*tmp_path.rglob("*kzfr*")] == []
    left = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert left == [tmp_path / ".bashrc"]
    assert left[0].read_text() == "alias ll='ls -l'\n"

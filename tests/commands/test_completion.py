"""`kzfr completion` prints the scripts that are shipped."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

COMPLETIONS = Path(__file__).resolve().parent.parent.parent / "completions"
FILES = {"bash": "kzfr.bash", "zsh": "_kzfr", "fish": "kzfr.fish", "powershell": "kzfr.ps1"}


@pytest.mark.parametrize("shell", FILES)
def test_script_is_the_one_that_is_shipped(kzfr: Callable[..., subprocess.CompletedProcess[str]], shell: str) -> None:
    result = kzfr("completion", shell)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == (COMPLETIONS / FILES[shell]).read_text(encoding="utf-8")


def test_another_shell_is_refused_with_the_names(kzfr: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    result = kzfr("completion", "tcsh")
    assert result.returncode == 2
    assert "'powershell'" in result.stderr

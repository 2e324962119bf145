"""Completion in the shells themselves, where they are installed; the scripts are kept current by test_docs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
Complete = Callable[..., str]


@pytest.fixture
def path(tmp_path: Path, home: Path) -> dict[str, str]:
    """Put a `kzfr` that runs this source first on the path."""
    program = tmp_path / "bin" / "kzfr"
    program.parent.mkdir()
    source = f"import sys; sys.argv[0] = 'kzfr'; sys.path.insert(0, {str(ROOT / 'src')!r})"
    program.write_text(f"#!{sys.executable}\n{source}\nfrom kzfr_cli.__main__ import main\nmain()\n")
    program.chmod(0o755)
    return {"PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}", "HOME": str(home), "LANG": "C.UTF-8"}


def shell(name: str) -> str:
    """Find a shell, or skip the test."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed here")
    return found


BASH = """
source {root}/completions/kzfr.bash
COMP_WORDS=({words}) COMP_CWORD={last} COMP_LINE="{line}" COMP_POINT=${{#COMP_LINE}}
_kzfr_completion kzfr
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


def bash(env: dict[str, str], *words: str) -> list[str]:
    """Complete the last word in bash."""
    listed = " ".join(f"'{word}'" for word in ("kzfr", *words))
    script = BASH.format(root=ROOT, words=listed, last=len(words), line=" ".join(("kzfr", *words)))
    result = subprocess.run([shell("bash"), "-c", script], env=env, capture_output=True, encoding="utf-8", timeout=60)
    assert result.stderr == ""
    return result.stdout.split()


def test_bash_completes_commands_options_categories_tags_and_ids(path: dict[str, str]) -> None:
    assert bash(path, "anni") == ["anniversary"]
    assert "--within" in bash(path, "anniversary", "--w")
    assert bash(path, "timeline", "--category", "sp") == ["space", "sport"]
    assert "strategic-partnership" in bash(path, "timeline", "--tag", "strategic-p")
    assert "strategic-partnership-treaty-2008" in bash(path, "show", "strategic-partnership-t")


def test_fish_completes_ids_with_title_and_year(path: dict[str, str]) -> None:
    script = f'source {ROOT}/completions/kzfr.fish; complete -C "kzfr show strategic-partnership-t"'
    result = subprocess.run(
        [shell("fish"), "--no-config", "-c", script], env=path, capture_output=True, encoding="utf-8", timeout=60
    )
    id, description = result.stdout.splitlines()[0].split("\t")
    assert id == "strategic-partnership-treaty-2008"
    assert description.startswith("2008 · Strategic partnership treaty")


ZSH = """
compdef() {{ :; }}
_describe() {{ local -a found; found=("${{(@P)3}}"); print -rl -- $found; }}
compadd() {{ print -rl -- "$@"; }}
words=({words}) CURRENT={current}
source {root}/completions/_kzfr
(( $+functions[_kzfr_completion] )) && _kzfr_completion
"""


def test_zsh_completes_ids_with_title_and_year(path: dict[str, str]) -> None:
    script = ZSH.format(root=ROOT, words="kzfr show strategic-partnership-t", current=3)
    result = subprocess.run(
        [shell("zsh"), "-f", "-c", script], env=path, capture_output=True, encoding="utf-8", timeout=60
    )
    assert "strategic-partnership-treaty-2008:2008 · Strategic partnership treaty" in result.stdout, result.stderr


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_script_is_valid_for_its_shell(name: str) -> None:
    file = {"bash": "kzfr.bash", "zsh": "_kzfr", "fish": "kzfr.fish"}[name]
    result = subprocess.run([shell(name), "-n", str(ROOT / "completions" / file)], capture_output=True, timeout=60)
    assert (result.returncode, result.stderr) == (0, b"")


def test_a_database_that_cannot_be_read_completes_nothing(path: dict[str, str]) -> None:
    assert bash({**path, "KZFR_DB": "/nonexistent"}, "show", "strategic") == []

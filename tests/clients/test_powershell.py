"""Completion in PowerShell: there where it is on the path; everywhere what its script asks and is
told.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kzfr_cli.terminal.completion import startup_files
from tests.clients.conftest import Client
from tests.conftest import ROOT

SCRIPT = ROOT / "completions" / "kzfr.ps1"
TREATY = "strategic-partnership-treaty-2008"
Run = Callable[..., subprocess.CompletedProcess[str]]

PARSE = """
import json, sys
import tree_sitter, tree_sitter_powershell

def broken(node):
    below = [line for child in node.children for line in broken(child)]
    return [node.start_point[0] + 1, *below] if node.is_error or node.is_missing else below

parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_powershell.language()))
print(json.dumps([broken(parser.parse(text.encode()).root_node) for text in json.load(sys.stdin)]))
"""


def test_script_and_the_lines_of_the_profile_are_powershell(client: Client) -> None:
    texts = [
        SCRIPT.read_text(encoding="utf-8"),
        *(place.lines for place in startup_files.places("powershell", {})),
    ]
    result = subprocess.run(
        [client("powershell/bin/python"), "-c", PARSE],
        input=json.dumps([*texts, "if ($a { }"]),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    *parsed, broken = json.loads(result.stdout)
    assert parsed == [[] for _ in texts]
    assert broken, "the parser finds no fault"


def test_script_is_ascii_which_windows_powershell_reads_without_a_mark() -> None:
    assert SCRIPT.read_text(encoding="utf-8").isascii()


@pytest.mark.parametrize(
    ("words", "word", "told"),
    [
        (
            ["kzfr"],
            "anni",
            "anniversary\tanniversary\tList the anniversaries on or around a day",
        ),
        (
            ["kzfr", "show"],
            "strategic-partnership-t",
            f"{TREATY}\t{TREATY}\t2008 · Strategic partnership treaty signed",
        ),
        (["kzfr", "--lang", "fr", "timeline", "--category"], "spo", "sport\tsport\tsport"),
        (
            ["kzfr", "--lang", "fr", "timeline"],
            "--category=spa",
            "--category=space\tspace\tespace",
        ),
        (["kzfr", "timeline", "--place"], "Нур-С", "Нур-Султан\tНур-Султан\tastana"),
        (["kzfr", "timeline", "--place"], '"Mer d', "'Mer d’’Aral'\tMer d’Aral\tmer-aral"),
        (
            ["kzfr", "timeline"],
            "--place='Mer d’’A",
            "--place='Mer d’’Aral'\tMer d’Aral\tmer-aral",
        ),
    ],
)
def test_program_tells_what_is_inserted_what_is_listed_and_what_it_means(
    kzfr: Run, words: list[str], word: str, told: str
) -> None:
    asked = {
        "_KZFR_COMPLETE": "powershell",
        "_KZFR_WORDS": "\n".join(words),
        "_KZFR_WORD": word,
    }
    result = kzfr(env=asked)
    assert (result.returncode, result.stderr) == (0, "")
    kind, *lines = result.stdout.splitlines()
    assert kind == "words"
    assert all(len(line.split("\t")) == 3 and all(line.split("\t")) for line in lines)
    assert any(line.startswith(told) for line in lines)


COMPLETE = """
param($script, $lines)
. $script
foreach ($line in Get-Content -Encoding utf8 $lines) {
    $found = TabExpansion2 -inputScript $line -cursorColumn $line.Length
    $first = $found.CompletionMatches | Select-Object -First 1
    "$($first.CompletionText)|$($first.ListItemText)|$($first.ToolTip)"
}
"""

TYPED = {
    "kzfr anni": "anniversary|anniversary|List the anniversaries on or around a day",
    "kzfr show strategic-partnership-t": (
        f"{TREATY}|{TREATY}|2008 · Strategic partnership treaty signed"
    ),
    "kzfr timeline --category spa": "space|space|space",
    "kzfr timeline --category=spa": "--category=space|space|space",
    "kzfr anniversary --wi": "--within|--within|Show also those",
    "kzfr timeline --place 'Mer d": "'Mer d’’Aral'|Mer d’Aral|mer-aral",
    "kzfr --db /nonexistent show stra": "||",
}


def test_powershell_completes(client: Client, home: Path, tmp_path: Path) -> None:
    pwsh = client("pwsh")
    (tmp_path / "complete.ps1").write_text(COMPLETE)
    (tmp_path / "lines").write_text("\n".join(TYPED) + "\n", encoding="utf-8")
    result = subprocess.run(
        [pwsh, "-NoProfile", "-NonInteractive", "-File", "complete.ps1", SCRIPT, "lines"],
        env=with_program(tmp_path, home),
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
    assert result.stderr == ""
    told = result.stdout.splitlines()
    assert [
        line[: len(wanted)] for line, wanted in zip(told, TYPED.values(), strict=True)
    ] == [*TYPED.values()]


def test_new_powershell_completes_after_the_installation(
    client: Client, kzfr: Run, tmp_path: Path
) -> None:
    pwsh = client("pwsh")
    done = kzfr("completion", "powershell", "--install", env={"HOME": str(tmp_path)})
    assert done.returncode == 0, done.stderr
    result = subprocess.run(
        [
            pwsh,
            "-NonInteractive",
            "-Command",
            "(TabExpansion2 'kzfr anni' 9).CompletionMatches.CompletionText",
        ],
        env=with_program(tmp_path, tmp_path),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
    assert result.stdout.strip() == "anniversary"


def with_program(folder: Path, home: Path) -> dict[str, str]:
    """Put a `kzfr` that runs this source first on the path."""
    program = folder / "kzfr"
    program.write_text(
        f'#!/bin/sh\nPYTHONPATH="{ROOT / "src"}" exec "{sys.executable}" -m kzfr_cli "$@"\n'
    )
    program.chmod(0o755)
    return {
        "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(home),
        "LANG": "C.UTF-8",
    }

"""Every listing command that finds nothing says so on stderr, in the reader's language, and ends with
exit code 1; programs still read an empty list.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable

import pytest

from kzfr_cli import main
from kzfr_cli.languages import language

Run = Callable[..., subprocess.CompletedProcess[str]]

NOTHING = {
    "timeline": ("--from", "1500", "--to", "1501"),
    "search": ("zzzzzqq",),
    "anniversary": ("--next", "3", "--category", "space", "--place", "lyon"),
    "figures": ("--from", "1500", "--to", "1501"),
    "sources": ("--kind", "blog", "--single"),
}
OTHERS = {
    "today": "greets, and has nothing to say on some days",
    "show": "names one entry, which exists or not: exit code 3",
    "cite": "names entries, which exist or not: exit code 3",
    "export": "writes a file of what there is, the head of a table too",
    "site": "writes files",
    "check": "has no findings where all is right: exit code 0",
    "validate": "has no findings where all is right: exit code 0",
    "info": "has always what it lists",
    "config": "has always what it lists",
    "schema": "has always what it lists",
    "completion": "has always what it lists",
    "add": "changes",
    "edit": "changes",
    "remove": "changes",
    "source": "changes",
    "import": "changes",
    "undo": "changes",
}
"""The commands that are no listing, and what they do."""


def test_every_command_is_a_listing_or_not() -> None:
    assert NOTHING.keys() | OTHERS.keys() == set(main.COMMANDS)


@pytest.mark.parametrize("lang", language.ALL)
@pytest.mark.parametrize("command", NOTHING)
def test_nothing_found_is_said_on_stderr(kzfr: Run, command: str, lang: str) -> None:
    options = ["--no-packaged"] if command == "sources" else []
    result = kzfr(command, *NOTHING[command], *options, "--lang", lang)
    assert result.returncode == 1
    assert result.stdout == ""
    assert result.stderr.strip()


@pytest.mark.parametrize("command", NOTHING)
def test_program_reads_an_empty_list(kzfr: Run, command: str) -> None:
    options = ["--no-packaged"] if command == "sources" else []
    result = kzfr(command, *NOTHING[command], *options, "--format", "json")
    assert result.returncode == 1
    assert json.loads(result.stdout) == []
    assert result.stderr.strip()


def test_anniversaries_that_are_only_left_out_were_found(kzfr: Run) -> None:
    day = ("anniversary", "--date", "2018-06-05", "--within", "0", "--category", "sport")
    result = kzfr(*day)
    assert result.returncode == 0
    assert "--all" in result.stdout
    assert json.loads(kzfr(*day, "--format", "json").stdout)

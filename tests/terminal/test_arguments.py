"""What stands on a command line: no short option takes what is glued to it, in any command."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from kzfr_cli.terminal.arguments import CommandLine

from ..commands.test_help import COMMANDS

Run = Callable[..., subprocess.CompletedProcess[str]]


def pieces(command: str, *arguments: str) -> list[tuple[str, str]]:
    """Read a command line of a command."""
    found = COMMANDS[tuple(command.split())]
    line = CommandLine(found, click.Context(found))
    return [(piece.text, piece.role) for piece in line.pieces(arguments)]


@pytest.mark.parametrize(
    ("arguments", "roles"),
    [
        (["a", "-b"], ["word", "unknown"]),
        (["-o", "-b"], ["option", "value"]),
        (["-ob"], ["unknown"]),
        (["--limit", "-5", "a"], ["option", "value", "word"]),
        (["--limit=5", "a"], ["option", "word"]),
        (["--reverse", "a"], ["option", "word"]),
        (["--color", "-b"], ["option", "unknown"]),
        (["--color", "never"], ["option", "value"]),
        (["--limt", "2"], ["unknown", "word"]),
        (["-", "--", "-o", "--limit"], ["word", "word", "word"]),
        (["-o"], ["option"]),
    ],
)
def test_each_piece_has_its_role(arguments: list[str], roles: list[str]) -> None:
    assert [role for _, role in pieces("timeline", *arguments)] == roles


WITH_OUTPUT = sorted(
    " ".join(path)
    for path, command in COMMANDS.items()
    if path != ("search",) and any("-o" in item.opts for item in command.params)
)


def test_many_commands_write_files() -> None:
    assert {"timeline", "anniversary", "show", "check", "schema", "config"} <= set(
        WITH_OUTPUT
    )


@pytest.mark.parametrize("command", WITH_OUTPUT)
@pytest.mark.parametrize("glued", ["-orano", "-output", "-o=rano", "-oрано"])
def test_a_value_glued_to_a_short_option_is_refused_and_no_file_is_written(
    kzfr: Run, tmp_path: Path, command: str, glued: str
) -> None:
    result = kzfr(*command.split(), glued, "x", cwd=tmp_path, env={"KZFR_LANG": "en"})
    assert result.returncode == 2
    assert "-o " in result.stderr or "--output" in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [" ".join(path) for path in COMMANDS if path])
def test_a_word_that_begins_like_the_help_prints_no_help(kzfr: Run, command: str) -> None:
    if command == "search":
        return
    result = kzfr(*command.split(), "-hollande", env={"KZFR_LANG": "en"})
    assert (result.returncode, result.stdout) == (2, "")
    assert "No such option" in result.stderr


def test_a_long_option_with_one_hyphen_is_named(kzfr: Run) -> None:
    result = kzfr("timeline", "-limit", "3", env={"KZFR_LANG": "en"})
    assert result.returncode == 2
    assert "--limit" in result.stderr


def test_the_value_of_an_option_may_begin_with_a_hyphen(kzfr: Run, tmp_path: Path) -> None:
    result = kzfr("info", "-o", "-orano", cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["-orano"]

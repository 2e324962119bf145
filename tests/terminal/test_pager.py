"""A list that is longer than the terminal goes through a pager, there and nowhere else."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("pexpect")

from kzfr_cli.terminal import pager
from tests.screens import ended, seen, start

Run = Callable[..., subprocess.CompletedProcess[str]]

LONG = ("timeline", "--lang", "en", "--from", "1800", "--limit", "60")
SHORT = ("timeline", "--lang", "en", "--from", "1800", "--limit", "2")
END = "--limit 0 shows every one"
"""What stands at the end of a list that is cut."""

MARK = "sed s/^/PAGED/"
needs_less = pytest.mark.skipif(shutil.which("less") is None, reason="less is not there")


@needs_less
def test_long_list_waits_in_less_and_leaving_it_early_is_no_error(home: Path) -> None:
    terminal = start(home, *LONG, LESSHISTFILE="-")
    terminal.expect("1865")
    terminal.expect("\r\n:")
    terminal.send("q")
    code, text = ended(terminal)
    assert code == 0
    assert "Traceback" not in text
    assert END not in text


@needs_less
def test_interrupt_is_left_to_less(home: Path) -> None:
    terminal = start(home, *LONG, LESSHISTFILE="-")
    terminal.expect("\r\n:")
    terminal.sendintr()
    terminal.send("G")
    terminal.expect(END)
    terminal.send("q")
    assert ended(terminal)[0] == 0


@pytest.mark.parametrize(
    "arguments", [LONG, (*LONG, "--format", "json"), ("schema", "timeline")], ids=" ".join
)
def test_long_output_is_paged(home: Path, arguments: tuple[str, ...]) -> None:
    code, text = seen(home, *arguments, KZFR_PAGER=MARK)
    assert (code, text.startswith("PAGED")) == (0, True)


def test_few_rows_of_long_lines_are_paged(home: Path) -> None:
    _, text = seen(home, *SHORT, "--format", "json", KZFR_PAGER=MARK)
    assert text.startswith("PAGED")


@pytest.mark.parametrize(
    ("arguments", "env"),
    [
        (SHORT, {}),
        ((*LONG, "--no-pager"), {}),
        (LONG, {"TERM": "dumb"}),
        (LONG, {"KZFR_PAGER": ""}),
        (LONG, {"KZFR_PAGER": "cat"}),
    ],
)
def test_is_not_paged(home: Path, arguments: tuple[str, ...], env: dict[str, str]) -> None:
    code, text = seen(home, *arguments, **{"KZFR_PAGER": MARK, **env})
    assert code == 0
    assert "1865" in text
    assert "PAGED" not in text


@pytest.mark.parametrize(
    ("text", "long"),
    [
        ("a\n" * 3, False),
        ("a\n" * 4, True),
        (f"{'a' * 10}\n" * 3, False),
        (f"{'a' * 11}\n" * 3, True),
        (f"\x1b[1m{'a' * 10}\x1b[0m\n" * 3, False),
        ("\x1b]8;id=1;https://example.org/\x1b\\a\x1b]8;;\x1b\\\n" * 3, False),
    ],
    ids=["fits", "rows", "as-wide", "wider", "colours", "links"],
)
def test_length_is_that_of_what_is_seen(
    monkeypatch: pytest.MonkeyPatch, text: str, long: bool
) -> None:
    monkeypatch.setenv("COLUMNS", "10")
    monkeypatch.setenv("LINES", "4")
    assert pager.is_long(text) is long


def test_pipe_is_not_paged(kzfr: Run) -> None:
    assert (
        "PAGED"
        not in kzfr(*LONG, env={"KZFR_PAGER": MARK, "COLUMNS": "80", "LINES": "5"}).stdout
    )


def test_own_variable_goes_before_the_file_before_that_of_the_system(
    home: Path, tmp_path: Path
) -> None:
    file = tmp_path / "config.toml"
    env = {"KZFR_CONFIG": str(file), "PAGER": "sed s/^/SYSTEM/"}
    assert seen(home, *LONG, **env)[1].startswith("SYSTEM")
    file.write_text('pager = "sed s/^/FILE/"\n')
    assert seen(home, *LONG, **env)[1].startswith("FILE")
    assert seen(home, *LONG, **env, KZFR_PAGER="sed s/^/OWN/")[1].startswith("OWN")


def test_pager_that_is_not_there_loses_nothing(home: Path) -> None:
    code, text = seen(home, *LONG, KZFR_PAGER="no-such-pager-anywhere")
    assert (code, END in text) == (0, True)


def test_without_less_the_list_is_written(home: Path) -> None:
    code, text = seen(home, *LONG, PATH="/nowhere")
    assert (code, "60 shown" in text) == (0, True)


def test_pager_that_fails_or_reads_nothing_is_no_error(home: Path) -> None:
    assert seen(home, *LONG, KZFR_PAGER="exit 5")[0] == 0
    assert (
        seen(home, *LONG, "--format", "json", KZFR_PAGER="exec <&-; sleep 0.2; false")[0]
        == 0
    )


def test_less_gets_the_options_of_git_unless_the_user_has_others(home: Path) -> None:
    show = "cat > /dev/null; echo [$LESS]"
    assert "[FRX]" in seen(home, *LONG, KZFR_PAGER=show)[1]
    assert "[-iM]" in seen(home, *LONG, KZFR_PAGER=show, LESS="-iM")[1]


@pytest.mark.parametrize(
    ("pager", "env", "coloured", "linked"),
    [
        ("less", {}, True, True),
        ("less", {"LESS": "-iM"}, False, False),
        ("less -FRX", {"LESS": "-iM"}, True, True),
        ("less --ignore-case", {"LESS": "-i"}, False, False),
        ("more", {}, True, False),
    ],
)
def test_pager_gets_what_it_shows(
    home: Path, tmp_path: Path, pager: str, env: dict[str, str], coloured: bool, linked: bool
) -> None:
    program = tmp_path / pager.split()[0]
    program.write_text(
        f"#!/bin/sh\nexec {sys.executable} -c 'print(ascii(__import__(\"sys\").stdin.read()))'\n"
    )
    program.chmod(0o755)
    path = f"{tmp_path}:/usr/bin:/bin"
    _, text = seen(
        home, *LONG, columns=10_000, FORCE_HYPERLINK="1", KZFR_PAGER=pager, PATH=path, **env
    )
    assert "1865" in text
    assert ("\\x1b[" in text, "\\x1b]8;" in text) == (coloured, linked)

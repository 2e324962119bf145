"""Long work shows a bar on stderr, on a terminal only, and takes it away."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("pexpect")

from tests.screens import ended, run

from ..conftest import ROOT

WAITING = """
import time
from kzfr_cli.terminal import progress
progress.PATIENCE = 0.0
drawing = progress.Drawing({total}, "Working", True)
drawing.begin()
while drawing.progress is None or drawing.task is None:
    time.sleep(0.01)
drawing.advance(1)
drawing.progress.refresh()
drawing.end()
print("done")
"""
COMMAND = """
import sys
from kzfr_cli import main as cli
from kzfr_cli.terminal import progress
progress.PATIENCE = 0.0
sys.exit(cli.run({arguments}))
"""
ERASED = "\x1b[1A\x1b[2K"


@pytest.mark.parametrize("columns", [20, 80, 300])
def test_bar_tells_how_far_the_work_is_and_is_erased(home: Path, columns: int) -> None:
    code, text = ended(run(home, ["-c", WAITING.format(total=2)], columns=columns))
    assert code == 0
    assert "Working" in text
    assert columns == 20 or "50 %" in text
    assert re.search(r"\x1b\[\?25h\r\x1b\[1A\x1b\[2Kdone\r\n$", text)


def test_bar_of_unknown_length_gives_no_number(home: Path) -> None:
    _, text = ended(run(home, ["-c", WAITING.format(total=None)]))
    assert "Working" in text
    assert "%" not in text


def command(*arguments: str) -> list[str]:
    """Run a command whose every work counts as long."""
    return ["-c", COMMAND.format(arguments=list(arguments))]


@pytest.fixture
def texts(tmp_path: Path) -> list[str]:
    """Write texts to check."""
    paths = [tmp_path / f"{number}.txt" for number in range(30)]
    for path in paths:
        path.write_text(
            "Le traité de partenariat stratégique a été signé le 11 juin 2008 à Paris."
        )
    return list(map(str, paths))


def test_commands_show_it_and_leave_nothing_of_it(
    home: Path, tmp_path: Path, texts: list[str]
) -> None:
    for arguments, label in (
        (["check", *texts], "Checking"),
        (["export", str(tmp_path / "x.docx")], "Writing"),
        (["site", str(tmp_path / "site")], "Writing the pages"),
        (["timeline", "--limit", "1", "--no-pager"], "Reading the database"),
    ):
        cache = str(tmp_path / arguments[0]) if label.startswith("Reading") else ""
        code, text = ended(run(home, command(*arguments, "--lang", "en"), KZFR_CACHE=cache))
        assert code == 0
        assert label in text
        assert ERASED in text
        assert label not in text[text.rindex(ERASED) :]


@pytest.mark.parametrize(("more", "env"), [(["--plain"], {}), ([], {"TERM": "dumb"})])
def test_plain_and_dumb_show_none(
    home: Path, texts: list[str], more: list[str], env: dict[str, str]
) -> None:
    code, text = ended(run(home, command("check", *texts, *more, "--lang", "en"), **env))
    assert (code, text) == (0, "60 claims read: 60 confirmed.\r\n")


def test_bar_has_no_colour_where_there_is_to_be_none(home: Path, texts: list[str]) -> None:
    _, text = ended(run(home, command("check", *texts), NO_COLOR="1"))
    assert "Checking" in text
    assert re.findall(r"\x1b\[[0-9;]*m", text) == []


def test_pipe_gets_nothing(home: Path, texts: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, *command("check", *texts)],
        env={"HOME": str(home), "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")

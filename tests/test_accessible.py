"""The program is for every terminal and every reader: narrow and wide, plain, in four languages,
without colours.
"""

from __future__ import annotations

import io
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.cells import cell_len

from kzfr_cli import main
from kzfr_cli.core.event import LANGUAGES
from kzfr_cli.terminal import screen

Run = Callable[..., subprocess.CompletedProcess[str]]
WIDTHS = (20, 40, 60, 80, 120, 200, 300)

DRAFT = "La France et le Kazakhstan ont signé le traité de partenariat stratégique le 5 juin 2008.\n"
COMMANDS = {
    "welcome": [],
    "today": ["today", "--today", "2018-06-11"],
    "timeline": ["timeline", "--from", "2008", "--to", "2010"],
    "decades": ["timeline", "--disputed", "--group-by", "decade", "--limit", "12"],
    "search": ["search", "sorbone", "almaty"],
    "nothing found": ["search", "qwertz"],
    "anniversary": ["anniversary", "--date", "2018-06-05"],
    "planner": ["anniversary", "--year", "2027", "--only-round"],
    "event": ["show", "strategic-partnership-treaty-2008"],
    "name": ["show", "astana"],
    "figures": ["figures", "kz-stat-trade-total"],
    "indicators": ["figures"],
    "sources": ["sources", "--kind", "official"],
    "cite": ["cite", "strategic-partnership-treaty-2008"],
    "check": ["check", "draft.md", "--as-of", "2018-05-20"],
    "explain": ["check", "draft.md", "--as-of", "2018-05-20", "--explain"],
    "validate": ["validate", "--explain", "K101"],
    "info": ["info"],
    "config": ["config"],
}
"""A command of each kind of text."""

INDENT = 20
"""Columns that may stand before a word, an address or an id which does not fit on a line alone."""

HEAD = {"Period", "Value", "Remarks", "and", "sources"}
"""The head of a table, which it loses where its columns stand below one another."""

DRAWN = re.compile("[\u2190-\u2bff\u2800-\u28ff]")
COLOURS = re.compile("\x1b\\[[0-9;]*m")


@pytest.fixture
def shown(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Run a command in this process on a terminal of so many columns; gives what it wrote."""
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name, value in {
        "HOME": str(home),
        "KZFR_TODAY": "2018-06-05",
        "TERM": "xterm-256color",
    }.items():
        monkeypatch.setenv(name, value)
    for name in ("KZFR_CACHE", "COLUMNS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def run(arguments: list[str], width: int, *options: str) -> str:
        stdout, stderr = io.StringIO(), io.StringIO()
        for stream in (stdout, stderr):
            monkeypatch.setattr(stream, "isatty", lambda: True)
        line = [*arguments, "--no-pager", *options]
        monkeypatch.setattr(sys, "stdout", stdout)
        monkeypatch.setattr(sys, "stderr", stderr)
        monkeypatch.setattr(sys, "argv", ["kzfr", *line])
        monkeypatch.setattr(screen, "terminal_width", lambda: width)
        assert main.run(line) in (0, 1), stderr.getvalue()
        return stdout.getvalue()

    return run


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", COMMANDS)
def test_no_line_is_wider_than_the_terminal_but_for_what_cannot_be_broken(
    shown: Callable[..., str], name: str, lang: str
) -> None:
    for width in WIDTHS:
        for line in shown(
            COMMANDS[name], width, "--lang", lang, "--color", "never"
        ).splitlines():
            longest = max(map(cell_len, line.split()), default=0)
            is_place = (
                line.startswith("draft.md:") or name == "today"
            )  # for programs, or too short to load rich
            assert (
                cell_len(line) <= width
                or is_place
                or longest > max(width - INDENT, INDENT // 2)
            ), (width, line)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", COMMANDS)
def test_plain_text_draws_nothing_and_says_in_words_what_colours_and_marks_say(
    shown: Callable[..., str], name: str, lang: str
) -> None:
    plain = shown(COMMANDS[name], 120, "--lang", lang, "--plain")
    assert DRAWN.findall(COLOURS.sub("", plain)) == []
    coloured = shown(COMMANDS[name], 120, "--lang", lang, "--color", "always")
    assert (
        not words(coloured) - words(plain) - {"always"}
    )  # what `config` tells of the colours


@pytest.mark.parametrize("name", sorted({*COMMANDS} - {"config"}))
def test_the_words_are_the_same_without_colours_and_at_every_width(
    shown: Callable[..., str], name: str
) -> None:
    whole = words(shown(COMMANDS[name], 300, "--lang", "en", "--color", "always")) - HEAD
    for width in (40, 80):
        text = re.sub(
            r"\W", "", shown(COMMANDS[name], width, "--lang", "en", "--color", "never")
        )
        assert [word for word in whole if word not in text] == [], width


def words(text: str) -> set[str]:
    """Give the words of a text, without the marks and lines around them."""
    return set(re.findall(r"\w{2,}", COLOURS.sub("", text)))


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize(
    "env",
    [
        {"LANG": "C", "PYTHONIOENCODING": "ascii"},
        {"LANG": "C", "PYTHONIOENCODING": "cp1252"},
        {"TERM": "dumb"},
    ],
    ids=["ascii", "cp1252", "dumb"],
)
def test_poor_terminals_get_an_answer(
    kzfr: Run, tmp_path: Path, name: str, env: dict[str, str]
) -> None:
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    result = kzfr(*COMMANDS[name], "--lang", "kk", env=env, cwd=tmp_path)
    assert result.returncode in (0, 1), result.stderr
    assert result.stdout or result.stderr
    assert "Traceback" not in result.stderr
    assert "\x1b" not in result.stdout

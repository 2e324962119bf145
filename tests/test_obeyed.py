"""No line of output begins, out of the data, with what the log of a build obeys."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kzfr_cli.core.visible import inert
from kzfr_cli.formats import registry

Run = Callable[..., subprocess.CompletedProcess[str]]

OBEYED = re.compile(r"^\s*(?:::|##\[)")
HOSTILE = Path(__file__).with_name("obeyed.toml").read_text(encoding="utf-8")
DRAFT = (
    "::error::The visit.\n\nThe “::error::title” took place on 4 February 2001 in Almaty.\n"
)
TABLE = 'id,date,title,category\n::error::a,2001-02-03,"::error::t\n::error::u",visit\n'
ADDED = ("--title", "::error::x", "--date", "2003", "--category", "visit", "--no-source")

COMMANDS = [
    ("timeline",),
    ("timeline", "--format", "csv"),
    ("show", "one-2001"),
    ("show", "almaty"),
    ("show", "paper"),
    ("show", "trade-2001"),
    ("search", "title"),
    ("search", "::error::"),
    ("figures", "--all"),
    ("figures", "trade"),
    ("figures", "--format", "csv"),
    ("sources",),
    ("sources", "--format", "csv"),
    ("cite", "one-2001"),
    ("anniversary", "02-03"),
    ("validate", "--all"),
    ("remove", "::error::"),
    ("edit", "::error::"),
    ("add", "--dry-run", *ADDED),
    ("import", "::error.csv", "--dry-run"),
    ("check", "::error.md"),
    ("check", "::error.md", "--format", "csv"),
    *(
        ("export", "--format", name, "--lang", "en")
        for name in registry.EXPORTS
        if name not in ("docx", "sqlite", "html")
    ),
]


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_no_line_begins_with_what_a_log_obeys(
    kzfr: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in (("toml", HOSTILE), ("md", DRAFT), ("csv", TABLE)):
        Path(f"::error.{name}").write_text(text, encoding="utf-8")
    result = kzfr(*arguments, "--no-packaged", "--db", "::error.toml")
    told = result.stdout + result.stderr
    assert result.returncode != 70, told
    assert [line for line in told.splitlines() if OBEYED.match(line)] == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::error::x", "‹U+003A›:error::x"),
        ("a\n \t::error::x", "a\n \t‹U+003A›:error::x"),
        ("##[error]x", "‹U+0023›#[error]x"),
        ("a ::error::x", "a ::error::x"),
        ("## Heading", "## Heading"),
        (": a", ": a"),
    ],
)
def test_first_sign_of_what_a_log_obeys_is_shown(text: str, shown: str) -> None:
    assert inert(text) == shown

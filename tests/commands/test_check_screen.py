"""`kzfr check` on a terminal: what it waits for, and its last line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ..screens import ended, seen, start

TEXT = (
    "Le traité de partenariat stratégique entre la France et le Kazakhstan a été signé le "
    "5 juin 2008. La réunion a eu lieu le mardi 5 juin 2018.\n"
)
STYLE = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_last_line_counts_the_claims(home: Path, text: Path) -> None:
    code, told = seen(home, "check", str(text), "--lang", "en", columns=100)
    assert code == 1
    last = STYLE.sub("", told).rstrip().splitlines()[-1]
    assert re.fullmatch(r"\d claims read: (\d confirmed, )?1 wrong.*\.", last)


def test_last_line_stands_alone_where_nothing_is_wrong(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Rien.", encoding="utf-8")
    code, told = seen(home, "check", str(path), "--lang", "en")
    assert (code, STYLE.sub("", told).strip()) == (0, "0 claims read.")


def test_keyboard_is_said_to_be_read(home: Path) -> None:
    terminal = start(home, "check", "--lang", "en")
    terminal.expect("Type or paste the text; end it with Ctrl-D on a line of its own.")
    terminal.sendline("Réunion le lundi 5 juin 2018.")
    terminal.sendeof()
    code, told = ended(terminal)
    assert code == 1
    assert "mardi 5 juin 2018" in told

"""The questions of `kzfr add` on a terminal."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from ..conftest import ROOT, SMALL

pexpect = pytest.importorskip("pexpect")


@pytest.fixture
def terminal(tmp_path: Path):
    """Run the program on a terminal, on the small database with `mine.toml` over it."""
    (tmp_path / "base.toml").write_text(SMALL)
    env = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "PYTHONPATH": str(ROOT / "src"),
        "LANG": "C.UTF-8",
        "TERM": "dumb",
        "KZFR_TODAY": "2018-06-05",
    }

    def run(*arguments: str):
        files = [
            "--no-packaged",
            "--db",
            str(tmp_path / "base.toml"),
            "--db",
            str(tmp_path / "mine.toml"),
        ]
        return pexpect.spawn(
            sys.executable,
            ["-m", "kzfr_cli", *arguments, *files, "--lang", "en"],
            env=env,
            encoding="utf-8",
            timeout=10,
            cwd=str(tmp_path),
        )

    return run


def test_what_no_option_says_is_asked(terminal, tmp_path: Path) -> None:
    child = terminal("add")
    child.expect("Date")
    child.sendline("31 June 2018")
    child.expect("the last day of that month is 30 June 2018")
    child.sendline("29 February 2020")
    child.expect("Saturday 29 February 2020")
    child.expect("Title")
    child.sendline("A visit")
    child.expect("Perhaps the same:")
    child.expect("visit-2020")
    child.expect("Is yours another event")
    child.sendline("oui")
    child.expect("Category")
    child.sendline("econ\t")
    child.expect("Places")
    child.sendline("astana")
    child.expect("People")
    child.sendline("")
    child.expect("Summary")
    child.sendline("They met.")
    child.expect("Source")
    child.sendline("")
    child.expect("--no-source")
    child.sendline("senate")
    child.expect("Id.*visit-2020-2|Id.*a-visit-2020|Id")
    child.sendline("my-visit")
    child.expect("Write this to")
    child.sendline("")
    child.expect("Added to")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    text = (tmp_path / "mine.toml").read_text()
    assert (
        'id = "my-visit"\ncategory = "economy"\ntitle.en = "A visit"\nsummary.en = "They met."'
        in text
    )


@pytest.mark.parametrize("end", ["interrupt", "eof", "no"])
def test_whoever_stops_answering_has_written_nothing(
    terminal, tmp_path: Path, end: str
) -> None:
    event = [
        "--date",
        "2018-07-14",
        "--title",
        "Gala",
        "--category",
        "culture",
        "--no-source",
        "--place",
        "astana",
    ]
    child = terminal("add", *event, "--person", "jane-doe", "--summary", "x", "--id", "gala")
    child.expect(r"\[Y/n\]")
    if end == "no":
        child.sendline("n")
    else:
        child.sendintr() if end == "interrupt" else child.sendeof()
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 130
    assert not (tmp_path / "mine.toml").exists()


def test_removing_shows_the_entry_and_asks(terminal, tmp_path: Path) -> None:
    child = terminal("remove", "visit-2020")
    child.expect('title.en = "Visit"')
    child.expect("Hide it by an entry of")
    child.sendline("")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 130
    assert not (tmp_path / "mine.toml").exists()

"""Links stand on a terminal that shows them, lead to the web only, and are in no pipe and no file."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from kzfr_cli.formats import links

pytest.importorskip("pexpect")

from tests.screens import seen

from ..conftest import SMALL

Run = Callable[..., subprocess.CompletedProcess[str]]

LINK = re.compile("\x1b\\]8;id=[0-9]+;([^\x1b]+)\x1b\\\\(.*?)\x1b\\]8;;\x1b\\\\")


@pytest.mark.parametrize(
    ("environment", "shown"),
    [
        ({}, False),
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "xterm-kitty"}, True),
        ({"TERM": "foot"}, True),
        ({"TERM_PROGRAM": "iTerm.app"}, True),
        ({"TERM_PROGRAM": "Apple_Terminal"}, False),
        ({"VTE_VERSION": "7600"}, True),
        ({"VTE_VERSION": "5000"}, False),
        ({"VTE_VERSION": "no number"}, False),
        ({"WT_SESSION": "1"}, True),
        ({"TERM": "xterm", "FORCE_HYPERLINK": "1"}, True),
        ({"TERM": "xterm-kitty", "FORCE_HYPERLINK": "0"}, False),
    ],
)
def test_terminals_that_show_links(environment: dict[str, str], shown: bool) -> None:
    assert links.are_shown(environment) is shown


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://example.org/a?b=c;d#e", "https://example.org/a?b=c;d#e"),
        ("HTTPS://example.org/", "HTTPS://example.org/"),
        ("https://example.org/élysée", "https://example.org/%C3%A9lys%C3%A9e"),
        (
            "https://example.org/a b\x1b\\\x07\x9c\u202e",
            "https://example.org/a%20b%1B\\%07%C2%9C%E2%80%AE",
        ),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("", ""),
        ("https://example.org/" + "a" * 3000, ""),
    ],
)
def test_address_is_of_the_web_and_inert(address: str, written: str) -> None:
    assert links.safe(address) == written


def test_pieces_of_one_link_are_one(home: Path) -> None:
    _, text = seen(home, "timeline", "--limit", "3", "--lang", "en", columns=60, **SHOWN)
    found = re.findall("\x1b\\]8;id=([0-9]+);([^\x1b]+)", text)
    assert len(found) > 3
    assert [number for number, _ in dict.fromkeys(found)] == ["1", "2", "3"]


SHOWN = {"FORCE_HYPERLINK": "1", "KZFR_PAGER": ""}


@pytest.fixture
def small(home: Path, write: Callable[..., Path]) -> Callable[..., str]:
    """Show the small database on a terminal."""
    path = str(write(SMALL))

    def run(*arguments: str, **env: str) -> str:
        code, text = seen(
            home, *arguments, "--no-packaged", "--db", path, "--lang", "en", **SHOWN, **env
        )
        assert code == 0
        return text

    return run


@pytest.mark.parametrize(
    ("arguments", "address", "words"),
    [
        (["timeline"], "https://example.org/senate", "Partnership treaty"),
        (["search", "partnership"], "https://example.org/senate", "Partnership"),
        (["sources"], "https://example.org/article", "Article of 2018"),
        (["show", "treaty-2008"], "https://example.org/senate", "Senate report"),
        (["show", "treaty-2008"], "https://example.org/article", "[2]"),
        (["show", "article"], "https://example.org/article", "https://example.org/article"),
        (["show", "astana"], "https://example.org/senate", "Partnership treaty"),
        (
            ["cite", "treaty-2008"],
            "https://example.org/senate",
            "https://example.org/senate",
        ),
    ],
)
def test_source_is_a_link_where_it_is_named(
    small: Callable[..., str], arguments: list[str], address: str, words: str
) -> None:
    def found(text: str) -> list[tuple[str, str]]:
        return [(to, re.sub("\x1b\\[[0-9;]*m", "", on)) for to, on in LINK.findall(text)]

    assert any(to == address and words in on for to, on in found(small(*arguments)))
    bare = small(*arguments, NO_COLOR="1")
    assert (address, words) in [(to, on[: len(words)]) for to, on in found(bare)]
    assert "\x1b[" not in bare


@pytest.mark.parametrize("how", [{"arguments": ["--plain"]}, {"TERM": "dumb"}])
def test_plain_and_dumb_have_none(small: Callable[..., str], how: dict[str, object]) -> None:
    arguments = how.pop("arguments", [])
    assert "\x1b]8" not in small("show", "treaty-2008", *arguments, **how)  # type: ignore[misc]


def test_pipe_and_file_have_none(kzfr: Run, tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    assert "\x1b]8" not in kzfr("timeline", "--color", env=SHOWN).stdout
    kzfr("timeline", "-o", str(path), env=SHOWN)
    assert "\x1b]8" not in path.read_text(encoding="utf-8")


def test_hostile_address_is_no_link(home: Path, write: Callable[..., Path]) -> None:
    for address in ("javascript:alert(1)", "https://example.org/\\u001b\\\\\\u001b[31m"):
        path = str(write(SMALL.replace("https://example.org/senate", address)))
        _, text = seen(
            home, "show", "senate", "--no-packaged", "--db", path, "--lang", "en", **SHOWN
        )
        assert "javascript:" not in "".join(to for to, _ in LINK.findall(text))
        assert "\x1b[31m" not in text

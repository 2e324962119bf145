"""Documents that were made to exhaust memory or time, and damaged ones, end in one sentence."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from kzfr_cli.errors import TextTooLongError, UnreadableTextError
from kzfr_cli.proofreading.texts import reading

HOSTILE = Path(__file__).parent / "hostile"
SECONDS = 2.0
BYTES = 300_000_000
LONGER = 4
"""How much longer a machine that does other things may take."""

READ_WHOLE = ("deep_p.docx", "nestp.odt")
"""What was once read again for each level of its nesting, and now once."""


@pytest.mark.parametrize("path", sorted(HOSTILE.iterdir()), ids=lambda path: path.name)
def test_one_sentence_within_time(path: Path) -> None:
    begun = time.perf_counter()
    try:
        draft = reading.read(str(path), path.read_bytes())
        assert path.name in READ_WHOLE or draft.unread
    except UnreadableTextError:
        assert path.name not in READ_WHOLE
    assert time.perf_counter() - begun < SECONDS * LONGER


@pytest.mark.skipif(sys.platform != "linux", reason="the shell of others sets no such limit")
@pytest.mark.parametrize("name", ["b49_text.docx", "b49_elems.docx", "quadratic-75kB.html"])
def test_command_says_one_sentence_within_memory(name: str) -> None:
    limited = f'ulimit -v {BYTES // 1024}; exec "$0" "$@"'
    command = [
        sys.executable,
        "-m",
        "kzfr_cli",
        "check",
        "--lang",
        "en",
        str(HOSTILE / name),
    ]
    done = subprocess.run(
        ["sh", "-c", limited, *command],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == 3
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "piece",
    [
        "<a ",
        "<b>",
        "<li>",
        "<p><table><td>",
        '<a x="',
        "<!--",
        "</p>",
        "<sup>",
        "&amp;",
        "<p hidden>",
    ],
)
def test_html_takes_time_in_line_with_its_length(piece: str) -> None:
    begun = time.perf_counter()
    reading.from_text(piece * (500_000 // len(piece)), "page.html")
    assert time.perf_counter() - begun < SECONDS * LONGER


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "<!--",
        "<a",
        "`",
        "](",
        "**_`<",
        "&#",
        "http://",
        "~~",
        "<del>",
        " ",
        "- ",
        "> ",
        "|",
        "#",
    ],
)
def test_markdown_takes_time_in_line_with_its_length(piece: str) -> None:
    begun = time.perf_counter()
    reading.from_text(piece * (400_000 // len(piece)) + "x", "a.md")
    assert time.perf_counter() - begun < SECONDS * LONGER


def test_input_without_end_is_cut_while_it_is_read() -> None:
    with open("/dev/zero", "rb") as endless, pytest.raises(TextTooLongError):
        reading.within_limit("-", endless)


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize("piece", [" ", "\t", "|", " |", "a: 1", "1 ", "2010  ", "1:"])
def test_line_of_a_list_takes_time_in_line_with_its_length(piece: str, name: str) -> None:
    line = "1" + piece * (200_000 // len(piece)) + "x y"
    begun = time.perf_counter()
    reading.from_text(f"{line}\n{line}\n", name)
    assert time.perf_counter() - begun < SECONDS * LONGER

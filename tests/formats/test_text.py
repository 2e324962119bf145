"""Text: safe to show, whole in a pipe, broken within a terminal's width, plain when asked."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from ..conftest import SMALL
from .conftest import OBEYED

Run = Callable[..., subprocess.CompletedProcess[str]]


COMMANDS = [
    ["timeline"],
    ["anniversary", "--date", "2018-06-05"],
    ["anniversary", "--year", "2018"],
    ["search", "treaty"],
    ["show", "treaty-2008"],
    ["show", "astana"],
    ["info"],
    [],
]


@pytest.mark.parametrize(
    "arguments", [["timeline"], ["show", "evil-2001"], ["search", "summary"], ["sources"]]
)
def test_nothing_is_obeyed_and_markup_stays_as_it_is(
    evil: Run, arguments: list[str]
) -> None:
    text = evil(*arguments)
    assert not OBEYED & set(text)
    assert "[bold]" in text
    assert "‹U+202E›" in text


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_plain_draws_no_boxes_and_no_marks(small: Run, arguments: list[str]) -> None:
    text = small("--plain", *arguments).stdout
    assert text
    assert re.findall("[\u2190-\u2bff·•]", text) == []


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_pipe_has_no_colours(small: Run, arguments: list[str]) -> None:
    assert "\x1b" not in small(*arguments).stdout
    assert "\x1b" not in small(*arguments, env={"FORCE_COLOR": "1", "NO_COLOR": "1"}).stdout
    assert "\x1b" not in small(*arguments, "--no-color", env={"FORCE_COLOR": "1"}).stdout
    assert "\x1b[" in small(*arguments, env={"FORCE_COLOR": "1"}).stdout
    assert "\x1b[" in small(*arguments, "--color", env={"NO_COLOR": "1"}).stdout


def test_a_file_has_no_colours_even_when_they_are_forced(small: Run, tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    small("timeline", "-o", str(path), "--color", env={"FORCE_COLOR": "1"})
    assert "\x1b" not in path.read_text(encoding="utf-8")


def test_piped_text_is_neither_broken_nor_cut(kzfr: Run, write: Callable[..., Path]) -> None:
    title = "word " * 60 + "end"
    path = write(SMALL.replace("Partnership treaty", title))
    text = kzfr(
        "timeline", "--no-packaged", "--db", str(path), "--lang", "en", env={"COLUMNS": "20"}
    ).stdout
    assert title in text


def test_output_keeps_the_link_and_the_permissions(small: Run, tmp_path: Path) -> None:
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    assert small("timeline", "-o", str(link)).stdout == ""
    assert link.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert "Partnership treaty" in real.read_text(encoding="utf-8")
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix == ".txt") == [
        "link.txt",
        "real.txt",
    ]


def test_dash_is_the_standard_output(small: Run) -> None:
    assert small("timeline", "-o", "-").stdout == small("timeline").stdout


@pytest.mark.parametrize("width", [20, 60, 80, 120])
@pytest.mark.parametrize("view", ["timeline", "anniversary", "planner", "sheet"])
def test_no_line_is_wider_than_the_terminal(
    small: Run, width: int, view: str, tmp_path: Path
) -> None:
    from kzfr_cli.answers.commemorations import Commemorations
    from kzfr_cli.answers.lookup import Lookup
    from kzfr_cli.answers.timeline import Timeline
    from kzfr_cli.core import edtf
    from kzfr_cli.formats import registry
    from kzfr_cli.formats.surface import Surface
    from kzfr_cli.queries.anniversaries import Anniversaries
    from kzfr_cli.session import Session, Settings

    settings = Settings(lang="en", packaged=False, databases=(str(tmp_path / "base.toml"),))
    app = Session(settings, {"KZFR_CACHE": str(tmp_path / "cache"), "HOME": str(tmp_path)})
    day = edtf.parse("2018-06-05").day
    assert day is not None
    made = {
        "timeline": Timeline(),
        "anniversary": Commemorations(Anniversaries(day=day)),
        "planner": Commemorations(Anniversaries(day=day, year=2018)),
        "sheet": Lookup("treaty-2008"),
    }[view].answer(app.speaker)
    text = registry.render(
        made, "text", Surface(catalogue=app.catalogue, width=width, terminal=True)
    )
    assert max(map(len, text.splitlines())) <= width

"""The first look: `kzfr`, `kzfr --help`, the examples of every help."""

from __future__ import annotations

import re
import shlex
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from .. import screens
from .test_help import COMMANDS

Run = Callable[..., subprocess.CompletedProcess[str]]
EVENTS = (
    '[{"date": "2026-10-01", "title": "Concert", "category": "culture", "source": '
    '"https://example.org/concert"}]'
)
MADE = {
    "my-events.toml": "",
    "speech.md": "",
    "text.md": "",
    "article.md": "",
    "events.csv": "date,title\n2026-10-01,Concert\n",
    "events.json": EVENTS,
    "calendar.ics": "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261001\nSUMMARY:Concert\nEND:VEVENT\nEND:VCALENDAR\n",
}
"""Files that examples name; most may be empty."""
WRITING = ("add", "edit", "remove", "source", "import", "undo", "config")
DOCUMENT = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body><w:p><w:r><w:t>2008</w:t></w:r></w:p></w:body></w:document>"
)


def example_lines(command: click.Command) -> list[str]:
    """List the example lines of a command's help."""
    return [
        line.strip()
        for line in (command.help or "").splitlines()
        if line.strip().startswith("kzfr ")
    ]


def commands() -> dict[str, click.Command]:
    """Give every command by its name, the program itself by none."""
    return {" ".join(path): command for path, command in COMMANDS.items()}


EXAMPLES = [line for command in commands().values() for line in example_lines(command)]


def a_desk(kzfr: Run, folder: Path) -> dict[str, str]:
    """Give a home of its own to a command that writes, with an event in each of its files, and an
    editor.
    """
    env = {
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_STATE_HOME": str(folder / "state"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "EDITOR": "true",
    }
    event = (
        "--date",
        "2026-09-01",
        "--title",
        "Colloquium",
        "--category",
        "science",
        "--no-source",
    )
    for more in ((), ("--db", "my-events.toml")):
        assert kzfr("add", *event, *more, "--yes", cwd=folder, env=env).returncode == 0
    return env


@pytest.mark.parametrize("name", commands())
def test_every_help_has_examples(name: str) -> None:
    assert len(example_lines(commands()[name])) >= 2


@pytest.mark.parametrize("line", EXAMPLES)
def test_example_runs_as_printed(kzfr: Run, tmp_path: Path, line: str) -> None:
    for name, text in MADE.items():
        (tmp_path / name).write_text(text)
    with zipfile.ZipFile(tmp_path / "speech.docx", "w") as document:
        document.writestr("word/document.xml", DOCUMENT)
    words = shlex.split(line.split(" > ")[0].split(" >> ")[0].split(" | ")[0])[1:]
    if "--open" in words:  # it starts a browser, which may be none
        words = words[: words.index("--open")]
    env = a_desk(kzfr, tmp_path) if words[0] in WRITING else {}
    result = kzfr(*words, cwd=tmp_path, stdin="Le 11 juin 2008.\n", env=env)
    assert result.returncode in ((0, 1) if words[0] in ("check", "validate") else (0,)), (
        result.stderr
    )
    assert "failed" not in result.stderr


def test_the_first_page_greets_with_the_day_and_commands_to_try(kzfr: Run) -> None:
    text = kzfr("--today", "2018-06-10", env={"KZFR_LANG": "en"}).stdout
    assert "Sunday 10 June 2018" in text
    today, week = text.split("In the coming week")
    assert "★ 10th · Nursultan Nazarbayev visits Paris" in today
    assert "★ 11 June · 10th · Strategic partnership treaty signed" in week
    assert "kzfr --help" in week


def test_a_day_without_anniversaries_says_so_before_the_week(kzfr: Run) -> None:
    text = kzfr("--today", "2026-11-23", env={"KZFR_LANG": "en"}).stdout
    assert "Nothing is celebrated today.\nIn the coming week" in text


def test_the_commands_to_try_run(kzfr: Run, tmp_path: Path) -> None:
    from kzfr_cli.formats.text.welcome import TRY

    (tmp_path / "article.md").write_text("The treaty is of 11 June 2008.\n")
    for line, _ in TRY:
        assert kzfr(*shlex.split(line)[1:], cwd=tmp_path).returncode == 0


@pytest.mark.parametrize("lang", ["fr", "en", "ru", "kk"])
def test_the_first_page_has_twenty_lines_at_most(home: Path, lang: str) -> None:
    for month in range(1, 13):
        code, text = screens.seen(home, "--today", f"2026-{month:02}-11", "--lang", lang)
        assert code == 0
        assert 10 < text.count("\n") <= 20, text
        assert "2026" in text.splitlines()[-1]


def test_a_disputed_day_is_not_told_as_the_day_of_the_treaty(kzfr: Run) -> None:
    today, week = kzfr(env={"KZFR_LANG": "en"}).stdout.split("In the coming week")
    assert "Tuesday 5 June 2018" in today
    assert "Strategic partnership" not in today
    assert week.count("Strategic partnership") == 1


@pytest.mark.parametrize("month", range(1, 13))
def test_no_event_stands_twice_and_what_is_disputed_says_so(kzfr: Run, month: int) -> None:
    for day in (1, 8, 15, 22):
        told = kzfr("--today", f"2026-{month:02}-{day:02}", env={"KZFR_LANG": "en"}).stdout
        titles = re.findall(r"[0-9](?:st|nd|rd|th) · ([^·\n]*)", told)
        assert len(titles) == len(set(titles))


def test_language_follows_the_locale(kzfr: Run) -> None:
    assert "Mardi 5 juin 2018" in kzfr(env={"LANG": "fr_FR.UTF-8"}).stdout

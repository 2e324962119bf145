"""The ending of a file picks its format, in every command; what cannot be written is refused."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from kzfr_cli.errors import UnwritableEndingError
from kzfr_cli.formats import endings, registry

from ..commands.test_help import COMMANDS

Run = Callable[..., subprocess.CompletedProcess[str]]

LISTING = endings.of(registry.FORMATS)


@pytest.mark.parametrize("name", registry.EXPORTS)
def test_each_ending_picks_its_format(name: str) -> None:
    every = endings.of(registry.EXPORTS)
    for ending in registry.EXPORTS[name].endings:
        for path in (f"x{ending}", f"folder.d/x.2{ending}", f"X{ending.upper()}"):
            assert endings.picked(path, every) == name


@pytest.mark.parametrize(
    "path",
    ["x", "/dev/stdout", "folder.d/x", ".hidden", "visit 5.12.2018", "St. Petersburg"],
)
def test_a_name_without_an_ending_picks_none(path: str) -> None:
    assert endings.picked(path, LISTING) is None


@pytest.mark.parametrize(
    "path",
    [
        *(
            "x.docx",
            "x.DOCX",
            "x.pdf",
            "x.xlsx",
            "x.odt",
            "x.md",
            "x.html",
            "x.svg",
            "x.7z",
            "x.mp3",
        ),
        *("x.timeline.json", "x.csl.json", "x.sarif", "x.unheard"),
    ],
)
def test_an_ending_that_cannot_be_written_is_refused_with_those_that_can(path: str) -> None:
    with pytest.raises(UnwritableEndingError) as refused:
        endings.picked(path, LISTING)
    assert refused.value.facts == {"path": path, "endings": tuple(LISTING)}


@pytest.mark.parametrize(
    ("path", "fmt"),
    [("x.docx", "text"), ("x.pdf", "json"), ("x.db", "csv"), ("x.DOCX", "markdown")],
)
def test_a_text_is_not_written_under_the_ending_of_another_kind_of_file(
    path: str, fmt: str
) -> None:
    with pytest.raises(UnwritableEndingError):
        endings.check(path, fmt, endings.of(registry.EXPORTS))


@pytest.mark.parametrize(
    ("path", "fmt"),
    [("x.docx", "docx"), ("notes.txt", "markdown"), ("x.json", "ndjson"), ("x", "svg")],
)
def test_a_format_that_is_asked_for_may_stand_under_another_ending(
    path: str, fmt: str
) -> None:
    endings.check(path, fmt, endings.of(registry.EXPORTS))


ARGUMENTS = {
    "show": ["astana"],
    "cite": ["strategic-partnership-treaty-2008"],
    "search": ["sorbonne"],
    "check": ["text.md"],
    "anniversary": ["--date", "2027-01-25"],
}
WRITING = sorted(
    " ".join(path)
    for path, command in COMMANDS.items()
    if any("-o" in item.opts for item in command.params)
)


@pytest.mark.parametrize("command", WRITING)
@pytest.mark.parametrize("name", ["x.pages", "x.ods", "x.unheard"])
def test_every_command_refuses_what_it_cannot_write(
    kzfr: Run, tmp_path: Path, command: str, name: str
) -> None:
    (tmp_path / "text.md").write_text("2008\n")
    arguments = [*command.split(), *ARGUMENTS.get(command, []), "-o", name, "--lang", "en"]
    result = kzfr(*arguments, cwd=tmp_path)
    assert (result.returncode, result.stdout) == (2, "")
    assert f"“{name}”" in result.stderr
    assert ".txt" in result.stderr or ".json" in result.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["text.md"]


@pytest.mark.parametrize(
    "command", [item for item in WRITING if item not in ("schema", "cite")]
)
def test_every_command_writes_each_format_by_its_ending(
    kzfr: Run, tmp_path: Path, command: str
) -> None:
    (tmp_path / "text.md").write_text("2008\n")
    choices = next(
        item.type for item in COMMANDS[tuple(command.split())].params if item.name == "fmt"
    )
    assert isinstance(choices, click.Choice)
    begin = [*command.split(), *ARGUMENTS.get(command, []), "--lang", "en"]
    for ending, fmt in list(endings.of(choices.choices).items())[:6]:
        result = kzfr(*begin, "-o", f"x{ending}", cwd=tmp_path)
        assert result.returncode in (0, 1), result.stderr
        asked = kzfr(*begin, "--format", fmt, "-o", "asked", cwd=tmp_path)
        assert asked.returncode == result.returncode
        written = (tmp_path / f"x{ending}").read_bytes()
        assert written == (tmp_path / "asked").read_bytes()


@pytest.mark.parametrize(
    ("name", "begin"),
    [("x.bib", "%"), ("x.csl.json", "["), ("x.json", "["), ("x.ris", "TY")],
)
def test_a_reference_is_written_by_its_ending(
    kzfr: Run, tmp_path: Path, name: str, begin: str
) -> None:
    kzfr("cite", "strategic-partnership-treaty-2008", "-o", name, cwd=tmp_path)
    text = (tmp_path / name).read_text().lstrip()
    assert text.startswith(begin)

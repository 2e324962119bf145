"""The Python interface: what its documentation shows is true, it is light, and its records are
frozen.
"""

from __future__ import annotations

import doctest
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import kzfr_cli
from kzfr_cli import database, open_database
from kzfr_cli.core import edtf
from kzfr_cli.errors import (
    EndBeforeStartError,
    InvalidDateError,
    NeedsDayError,
    UnknownIdError,
    UnknownWordError,
)
from kzfr_cli.formats import plain, schemas
from kzfr_cli.proofreading import frames

from .conftest import ROOT, SMALL


@pytest.fixture
def small(write: Callable[..., Path], tmp_path: Path) -> database.Database:
    """Open the small database."""
    return open_database(write(SMALL), packaged=False, cache=tmp_path / "cache")


def test_examples_of_the_docstrings_are_true() -> None:
    assert doctest.testmod(database).failed == 0


def test_examples_of_the_documentation_are_true() -> None:
    result = doctest.testfile(
        str(ROOT / "docs" / "api.md"), module_relative=False, encoding="utf-8"
    )
    assert result.attempted > 5
    assert result.failed == 0


def in_fresh_interpreter(code: str, home: Path) -> list[str]:
    """Run some code and give what it prints."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "PYTHONPATH": str(ROOT / "src"),
    }
    result = subprocess.run(
        [sys.executable, "-c", code],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    return result.stdout.split()


def test_asking_loads_neither_click_nor_rich(home: Path) -> None:
    code = """
import sys
from kzfr_cli import open_database
with open_database(lang="fr") as database:
    database.search("sorbone almati"), database.timeline(limit=3), database.anniversaries("2018-06-05")
    database.event("strategic-partnership-treaty-2008"), database.figures(), database.check("Le 11 juin 2008.")
print(*(name for name in sys.modules if name.split(".")[0] in ("click", "rich") or "kzfr_cli.commands" in name))
"""
    assert in_fresh_interpreter(code, home) == []


def test_importing_the_package_loads_none_of_it(home: Path) -> None:
    code = (
        "import sys; before = set(sys.modules); import kzfr_cli; "
        "print(*sorted(set(sys.modules) - before))"
    )
    assert in_fresh_interpreter(code, home) == ["kzfr_cli"]


def test_only_what_is_promised_can_be_imported() -> None:
    assert {name for name in kzfr_cli.__all__ if getattr(kzfr_cli, name)} == set(
        kzfr_cli.__all__
    )
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        kzfr_cli.nothing  # noqa: B018
    assert (Path(kzfr_cli.__file__).parent / "py.typed").is_file()


@pytest.mark.parametrize(
    ("command", "asked"),
    [
        ("timeline", lambda base: base.timeline()),
        ("search", lambda base: base.search("treaty")),
        ("anniversary", lambda base: base.anniversaries("2018-06-11")),
        ("anniversary", lambda base: base.anniversaries_of_year(2018)),
        ("show", lambda base: base.show("astana")),
        ("show", lambda base: base.event("treaty-2008")),
        ("sources", lambda base: base.sources()),
        (
            "check",
            lambda base: base.check("The Partnership treaty was signed on 12 June 2008."),
        ),
    ],
)
def test_records_are_those_that_the_schema_promises(
    small: database.Database, command: str, asked: Callable[[database.Database], object]
) -> None:
    found = plain.value(asked(small))
    assert found
    jsonschema.Draft202012Validator(schemas.of_command(command)).validate(found)


def test_record_is_frozen(small: database.Database) -> None:
    with pytest.raises(AttributeError, match="frozen"):
        small.event("treaty-2008").title = "Other"  # type: ignore[misc]


def test_record_outlives_its_database(small: database.Database) -> None:
    with small:
        events = small.timeline()
    assert [event.id for event in events] == [
        "office-1993",
        "treaty-2008",
        "season-2013",
        "visit-2020",
    ]


@pytest.mark.parametrize("after", ["2013-12", date(2013, 12, 1), edtf.parse("2013-12")])
def test_date_may_be_text_a_date_or_a_partial_date(
    small: database.Database, after: database.When
) -> None:
    assert [event.id for event in small.timeline(after=after)] == [
        "season-2013",
        "visit-2020",
    ]


@pytest.mark.parametrize(
    ("error", "ask"),
    [
        (UnknownIdError, lambda base: base.event("treaty-2009")),
        (UnknownIdError, lambda base: base.show("treaty-2009")),
        (InvalidDateError, lambda base: base.timeline(after="11/06/2008")),
        (EndBeforeStartError, lambda base: base.timeline(after="2010", before="2008")),
        (NeedsDayError, lambda base: base.anniversaries("2008")),
        (UnknownWordError, lambda base: base.timeline(place="Nowhere")),
        (UnknownWordError, lambda base: open_database(lang="de")),
    ],
)
def test_wrong_question_raises_an_error_of_ours(
    small: database.Database,
    error: type[Exception],
    ask: Callable[[database.Database], object],
) -> None:
    with pytest.raises(error) as raised:
        ask(small)
    assert isinstance(raised.value, kzfr_cli.KzfrError)


def test_own_files_are_opened_only_when_they_are_named(
    write: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(SMALL)
    monkeypatch.setenv("KZFR_DB", str(path))
    with (
        open_database(cache=tmp_path) as without,
        open_database(path, cache=tmp_path) as beside,
    ):
        assert not [event for event in without.timeline() if event.id == "season-2013"]
        assert [event for event in beside.timeline() if event.id == "season-2013"]


def test_fault_of_a_file_is_told_and_the_rest_is_there(
    write: Callable[..., Path], tmp_path: Path
) -> None:
    path = write(SMALL.replace('value = "2020-02-29"', 'value = "2019-02-29"'))
    with open_database(path, packaged=False, cache=tmp_path / "cache") as base:
        assert [problem.entry for problem in base.problems()] == ["visit-2020"]
        assert len(base.timeline()) == 3


WRONG = "# Traité\n\nThe Partnership treaty was signed on **12 _June_** 2008.\n"


def test_text_is_checked_in_the_format_of_its_name(small: database.Database) -> None:
    (found,) = small.check(WRONG, name="draft.md")
    assert (found.verdict, found.event) == ("contradicted", "treaty-2008")
    assert WRONG[found.start : found.end] == "12 _June_** 2008"
    assert (found.text, found.suggestions) == ("12 June 2008", ("11 June 2008",))
    assert found.place == "1st paragraph under “Traité”"


def test_database_is_read_once_for_all_the_texts_that_it_checks(
    small: database.Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = []
    beside = frames.beside

    def counted(*args: Any) -> sqlite3.Connection:
        opened.append(args)
        return beside(*args)

    monkeypatch.setattr(frames, "beside", counted)
    first = small.check(WRONG)
    assert small.check(WRONG) == first
    assert len(opened) == 1


def test_bytes_are_checked_as_what_they_are(small: database.Database) -> None:
    page = '<meta charset="utf-16le"><p>The Partnership treaty was signed on 12 June 2008.'
    for data, name in ((page.encode(), "page.html"), (page.encode("utf-16"), "page.html")):
        (found,) = small.check(data, name=name)
        assert found.text == "12 June 2008"


def test_lone_surrogate_is_no_crash(small: database.Database) -> None:
    text = "\ud800 The Partnership treaty was signed on 12 June 2008."
    (found,) = small.check(text)
    assert text[found.start : found.end] == "12 June 2008"

"""`kzfr add` as its users run it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from ..conftest import SMALL

Run = Callable[..., subprocess.CompletedProcess[str]]
EVENT = ("--date", "2018-07-14", "--title", "A reception", "--category", "diplomacy")


@pytest.fixture
def mine(kzfr: Run, write: Callable[..., Path], tmp_path: Path) -> Run:
    """Run a command on the small database with a file of one's own over it, `mine.toml`."""
    path = write(SMALL)
    env = {
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "XDG_DATA_HOME": str(tmp_path / "data"),
    }

    def run(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
        files = ("--db", str(path), "--db", str(tmp_path / "mine.toml"))
        return kzfr(*arguments, "--no-packaged", *files, "--lang", "en", env=env, **options)

    return run


def added(run: Run, *arguments: str) -> dict[str, object]:
    """Add an event and show it."""
    result = run("add", *EVENT, *arguments)
    assert result.returncode == 0, result.stderr
    return json.loads(run("show", result.stdout.strip(), "--format", "json").stdout)


def test_an_event_is_written_and_its_id_printed(mine: Run, tmp_path: Path) -> None:
    result = mine("add", *EVENT, "--source", "senate")
    assert (result.returncode, result.stdout) == (0, "reception-2018\n")
    assert f"Created {tmp_path / 'mine.toml'}." in result.stderr
    assert "kzfr undo" in result.stderr
    shown = json.loads(mine("show", "reception-2018", "--format", "json").stdout)
    assert (shown["date"], shown["title"], shown["sources"]) == (
        "2018-07-14",
        "A reception",
        ["senate"],
    )


def test_without_any_database_file_it_goes_to_the_users_own(
    kzfr: Run, tmp_path: Path
) -> None:
    env = {
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "XDG_DATA_HOME": str(tmp_path / "data"),
    }
    assert kzfr("add", *EVENT, "--no-source", env=env).returncode == 0
    assert "A reception" in (tmp_path / "data" / "kzfr" / "events.toml").read_text()


def test_every_option_reaches_the_entry(mine: Run) -> None:
    event = added(
        mine,
        "--title",
        "fr=Une réception",
        "--summary",
        "ru=Приём",
        "--kind",
        "celebrated",
        "--scope",
        "context",
        "--place",
        "Nour-Soultan",
        "--person",
        "Jane Doe",
        "--organisation",
        "Club",
        "--tag",
        "gardens",
        "--source",
        "senate",
        "--source",
        "https://example.org/article/",
        "--note",
        "fr=Selon eux.",
        "--id",
        "mine-2018",
    )
    assert event["id"] == "mine-2018"
    assert event["titles"] == {"en": "A reception", "fr": "Une réception"}
    assert event["summaries"] == {"ru": "Приём"}
    assert (event["scope"], event["dates"][0]["kind"], event["dates"][0]["note"]) == (
        "context",
        "celebrated",
        "Selon eux.",
    )
    assert (event["places"], event["people"], event["organisations"]) == (
        ["astana"],
        ["jane-doe"],
        ["club"],
    )
    assert event["people_names"] == ["Jane Doe"]
    assert (event["tags"], event["sources"]) == (["gardens"], ["senate", "article"])


def test_a_page_that_no_source_has_becomes_one(mine: Run) -> None:
    event = added(mine, "--source", "https://www.example.net/news/2018/reception.html?x=1")
    assert (
        event["citations"][0]["url"]
        == "https://www.example.net/news/2018/reception.html?x=1"
    )
    assert event["sources"] == ["example-reception"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("5 juin 2018", "2018-06-05"),
        ("June 2018", "2018-06"),
        ("1993-09~", "1993-09~"),
        ("1992/..", "1992/.."),
    ],
)
def test_a_date_is_read_as_typed_or_as_the_database_writes_it(
    mine: Run, typed: str, kept: str
) -> None:
    assert added(mine, "--date", typed, "--no-source")["date"] == kept


@pytest.mark.parametrize(
    ("typed", "told"), [("2013-24", "  = winter 2013–2014\n"), ("2018-06", "")]
)
def test_a_date_that_may_be_meant_otherwise_is_read_back(
    mine: Run, typed: str, told: str
) -> None:
    result = mine("add", *EVENT, "--no-source", "--date", typed, "--dry-run")
    assert result.stderr == told


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--title", "X"), 2, "Missing: --date, --category."),
        (EVENT, 2, "--no-source"),
        ((*EVENT, "--source", "sentae"), 2, "Did you mean: senate"),
        ((*EVENT, "--no-source", "--place", "Astan"), 2, "Did you mean: astana"),
        ((*EVENT, "--no-source", "--date", "05/06/2018"), 2, "--day-first"),
        ((*EVENT, "--no-source", "--id", "visit-2020"), 3, "kzfr edit visit-2020"),
        ((*EVENT, "--no-source", "--id", "No Id"), 3, "id"),
        (
            (*EVENT, "--no-source", "--date", "2020-02-29", "--title", "Visit"),
            2,
            "visit-2020",
        ),
    ],
)
def test_what_cannot_be_added_is_refused_and_nothing_written(
    mine: Run, tmp_path: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    result = mine("add", *arguments)
    assert (result.returncode, result.stdout) == (code, "")
    assert said in result.stderr
    assert not (tmp_path / "mine.toml").exists()


def test_a_proposed_id_that_is_taken_gets_a_number(mine: Run) -> None:
    assert added(mine, "--no-source")["id"] == "reception-2018"
    assert added(mine, "--no-source", "--yes")["id"] == "reception-2018-2"


def test_a_dry_run_shows_the_entry_and_writes_nothing(mine: Run, tmp_path: Path) -> None:
    result = mine("add", *EVENT, "--no-source", "--dry-run")
    assert result.stdout.startswith('[[events]]\nid = "reception-2018"\n')
    assert not (tmp_path / "mine.toml").exists()


def test_the_rest_of_the_file_keeps_its_bytes(mine: Run, tmp_path: Path) -> None:
    before = b"\xef\xbb\xbf# mine\r\n[[tags]]   # own\r\nid = 'x'\r\nlabel = {en='X'}\r\n"
    (tmp_path / "mine.toml").write_bytes(before)
    added(mine, "--no-source")
    after = (tmp_path / "mine.toml").read_bytes()
    assert after.startswith(before)
    assert after.count(b"\n") == after.count(b"\r\n")


def test_programs_that_add_at_once_take_turns(mine: Run, tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        runs = [pool.submit(mine, "add", *EVENT, "--no-source", "--yes") for _ in range(8)]
    assert [run.result().returncode for run in runs] == [0] * 8
    events = json.loads(
        mine("timeline", "--from", "2018-07", "--to", "2018-07", "--format", "json").stdout
    )
    assert len({event["id"] for event in events}) == 8


def test_a_file_that_cannot_be_written_is_told(mine: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").mkdir()
    (tmp_path / "mine.toml" / "events.toml").mkdir()
    result = mine("add", *EVENT, "--no-source")
    assert result.returncode == 3
    assert "Error:" in result.stderr

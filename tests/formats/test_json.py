"""JSON and NDJSON: the promised fields with their types, UTF-8 unescaped, nothing that a terminal
obeys.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable

import pytest

from .conftest import OBEYED

Run = Callable[..., subprocess.CompletedProcess[str]]


EVENT = {
    "id": str,
    "title": str,
    "titles": dict,
    "summary": str,
    "category": str,
    "date": str,
    "earliest": str,
    "latest": str,
    "precision": str,
    "disputed": bool,
    "dates": list,
    "places": list,
    "people": list,
    "organisations": list,
    "tags": list,
    "scope": str,
    "sources": list,
}
ANNIVERSARY = {
    **EVENT,
    "years": int,
    "on": str,
    "kind": str,
    "anniversary_of": str,
    "round": bool,
    "match": str,
}
HIT = {**EVENT, "score": float, "matched": list}


@pytest.mark.parametrize(
    ("arguments", "promised"),
    [
        (["timeline"], EVENT),
        (["anniversary", "--date", "2018-06-05", "--within", "30"], ANNIVERSARY),
        (["search", "treaty"], HIT),
    ],
)
def test_every_promised_field_is_there_with_its_type(
    small: Run, arguments: list[str], promised: dict[str, type]
) -> None:
    rows = json.loads(small(*arguments, "--format", "json").stdout)
    assert rows
    for row in rows:
        assert {name: type(row.get(name)) for name in promised} == promised
        assert all(
            {"kind", "value", "status", "sources", "note"} <= set(facet)
            for facet in row["dates"]
        )


def test_offset_is_a_number_for_a_day_and_null_for_a_year(small: Run) -> None:
    rows = json.loads(
        small("anniversary", "--date", "2018-06-05", "--format", "json").stdout
    )
    assert {(row["match"], row["offset_days"], row["weekday"]) for row in rows} == {
        ("day", 0, "Tuesday"),
        ("near", 6, "Monday"),
        ("year", None, None),
    }


def test_ndjson_has_the_objects_of_json_one_a_line(small: Run) -> None:
    lines = small("timeline", "--format", "ndjson").stdout.splitlines()
    assert [json.loads(line) for line in lines] == json.loads(
        small("timeline", "--format", "json").stdout
    )


def test_letters_are_not_escaped(small: Run) -> None:
    assert "Traité de partenariat" in small("timeline", "--format", "json").stdout


def test_nothing_found_is_an_empty_array(small: Run) -> None:
    assert json.loads(small("timeline", "--from", "2050", "--format", "json").stdout) == []


@pytest.mark.parametrize("command", ["show", "info"])
def test_a_single_thing_is_one_object(small: Run, command: str) -> None:
    arguments = ["show", "treaty-2008"] if command == "show" else ["info"]
    assert isinstance(json.loads(small(*arguments, "--format", "json").stdout), dict)


@pytest.mark.parametrize("format", ["json", "ndjson"])
def test_what_a_terminal_obeys_is_escaped_and_reads_back_the_same(
    evil: Run, format: str
) -> None:
    text = evil("show", "evil-2001", "--format", format)
    assert not OBEYED & set(text)
    assert json.loads(text)["title"] == "\x1b[31m[bold]T[/bold]\u202e\x07"

"""The day of the data, and the list of what changed, are true of the packaged database."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kzfr_cli.doctor import reading
from kzfr_cli.doctor.database import DatabaseFiles
from kzfr_cli.store import paths, provenance


@pytest.fixture(scope="module")
def database() -> DatabaseFiles:
    return reading.read(paths.all_files([paths.packaged()], []))


def test_nothing_was_read_or_happened_after_the_day_of_the_data(
    database: DatabaseFiles,
) -> None:
    as_of = provenance.load().as_of.latest
    assert as_of is not None
    read = [source.retrieved.earliest for _, source in database.sources if source.retrieved]
    assert [day for day in read if day and day > as_of] == []
    happened = [event.preferred.value.earliest for _, event in database.events]
    assert [day for day in happened if day and day > as_of] == []


def test_the_review_is_not_older_than_the_version_before() -> None:
    found = provenance.load()
    assert (
        found.before_as_of.sort_key() <= found.reviewed.sort_key() <= found.as_of.sort_key()
    )


def test_the_list_of_changes_names_what_is_there(database: DatabaseFiles) -> None:
    for change in provenance.changes():
        is_there = change.id in database.entries[change.kind]
        assert is_there is (change.what != "removed"), change


def test_what_is_read_is_what_is_written(tmp_path: Path) -> None:
    kinds = {"events": {"added": ["a-1"], "changed": {"b-1": ["dates"]}, "removed": ["c-1"]}}
    (tmp_path / "changes.json").write_text(json.dumps(kinds), encoding="utf-8")
    assert [
        (item.id, item.what, item.fields) for item in provenance.changes(str(tmp_path))
    ] == [
        ("a-1", "added", ()),
        ("b-1", "changed", ("dates",)),
        ("c-1", "removed", ()),
    ]

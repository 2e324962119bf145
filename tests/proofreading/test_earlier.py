"""What was worked out earlier of events that are the same is taken as it is; only the others are read again."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from kzfr_cli.core.event import Event
from kzfr_cli.proofreading import framing
from kzfr_cli.store.index.reading import Index
from tests.conftest import SMALL

TABLES = ("texts", "postings", "dated", "frames", "series")
MORE = """
[[events]]
id = "mine"
category = "culture"
title.en = "Concert in Pavlodar"
[[events.dates]]
kind = "occurred"
value = "2020-03-01"
status = "preferred"
"""
NAME = """
[[names]]
id = "pavlodar"
kind = "place"
label.en = "Pavlodar"
"""


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the events that are worked out."""
    found: list[str] = []
    frame_of = framing.frame_of

    def counted(event: Event, speller: framing.Speller) -> object:
        found.append(event.id)
        return frame_of(event, speller)

    monkeypatch.setattr(framing, "frame_of", counted)
    return found


def worked_out(index: Index, *earlier: sqlite3.Connection) -> sqlite3.Connection:
    """What is worked out of an index, with what was worked out earlier."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    framing.work_out(index, connection, [*earlier])
    return connection


def kept(connection: sqlite3.Connection) -> dict[str, list[object]]:
    """All that is kept."""
    return {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in TABLES}


def test_of_an_entry_more_only_that_entry_is_worked_out(
    write: Callable[..., Path], open_files: Callable[..., Index], read: list[str]
) -> None:
    path = write(SMALL)
    before = worked_out(open_files(path))
    write(SMALL + MORE)
    index = open_files(path)
    read.clear()
    after = worked_out(index, before)
    assert read == ["mine"]
    assert kept(after) == kept(worked_out(index))


def test_a_new_name_is_found_in_the_events_that_were_there(
    write: Callable[..., Path], open_files: Callable[..., Index], read: list[str]
) -> None:
    path = write(SMALL + MORE)
    before = worked_out(open_files(path))
    write(SMALL + MORE + NAME)
    index = open_files(path)
    after = worked_out(index, before)
    assert kept(after) == kept(worked_out(index))
    assert after.execute("SELECT 1 FROM postings WHERE unit = '_pavlodar'").fetchone()


def test_what_is_damaged_is_worked_out_again(
    write: Callable[..., Path], open_files: Callable[..., Index], read: list[str]
) -> None:
    index = open_files(write(SMALL))
    before = worked_out(index)
    events = [*read]
    before.execute("DROP TABLE postings")
    read.clear()
    worked_out(index, before)
    assert read == events

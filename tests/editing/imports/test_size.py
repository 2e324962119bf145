"""The time of an import grows with its rows, and no faster."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kzfr_cli.editing import edits
from kzfr_cli.editing.imports import reading, written
from kzfr_cli.editing.imports.plan import ADDED, LEFT_OUT, REFUSED, Planned, Planner
from kzfr_cli.editing.imports.saying import Defaults
from kzfr_cli.editing.imports.texts import ImportFile
from kzfr_cli.languages.typed import Habits
from kzfr_cli.store.index import opening

FEW, MANY = 1_000, 8_000
SLACK = 2.0
"""How much longer than in proportion the many may take, on a machine that does other things."""


def equal_rows(count: int) -> bytes:
    """A table that tells one event again and again."""
    return ("date,title\n" + "2001-02-03,The same event\n" * count).encode()


def equal_titles(count: int) -> bytes:
    """A table of events with one title and one date, told apart by their summaries."""
    rows = (f"2001-02-03,The same title,Summary {number}\n" for number in range(count))
    return ("date,title,summary\n" + "".join(rows)).encode()


def unclosed(count: int) -> bytes:
    """A table in which each row forgets to close its quotation mark."""
    return ("date,title\n" + '2001-02-03,"Open\n' * count).encode()


def planned(folder: Path, data: bytes, ending: str = "csv") -> list[Planned]:
    """What becomes of the rows of a file in an empty database."""
    path = folder / "empty.toml"
    path.write_bytes(b"")
    index = opening.make("", [opening.stamp(str(path))], 0, None, "test")
    defaults = Defaults(
        lang="en", habits=Habits(date(2026, 11, 30)), category="visit", no_source=True
    )
    rows = reading.read(ImportFile(path=f"t.{ending}", data=data)).rows
    return list(Planner(index, defaults).plan(rows))


def seconds(folder: Path, data: bytes) -> float:
    """The time of the processor that the rows of a file take."""
    begin = time.process_time()
    planned(folder, data)
    return time.process_time() - begin


@pytest.mark.parametrize("make", [equal_rows, equal_titles, unclosed])
def test_time_is_in_proportion_to_the_rows(
    tmp_path: Path, make: Callable[[int], bytes]
) -> None:
    seconds(tmp_path, make(10))
    few = min(seconds(tmp_path, make(FEW)) for _ in range(3))
    assert seconds(tmp_path, make(MANY)) < SLACK * few * MANY / FEW + 0.2


def test_rows_that_say_the_same_are_one_event(tmp_path: Path) -> None:
    plans = planned(tmp_path, equal_rows(20))
    assert [plan.action for plan in plans] == [ADDED] + [LEFT_OUT] * 19


def test_rows_of_one_title_and_date_have_ids_of_their_own(tmp_path: Path) -> None:
    plans = planned(tmp_path, equal_titles(20))
    assert len({plan.id for plan in plans}) == 20


def test_event_of_very_many_categories_is_read_at_once(tmp_path: Path) -> None:
    words = ",".join(f"c{number}" for number in range(200_000))
    text = f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20260915\r\nSUMMARY:A\r\nCATEGORIES:{words}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    begin = time.process_time()
    plans = planned(tmp_path, text.encode(), "ics")
    assert [plan.action for plan in plans] == [ADDED]
    assert time.process_time() - begin < 5


def test_list_beyond_what_an_entry_may_hold_refuses_its_row(tmp_path: Path) -> None:
    tags = ";".join(f"t{number}" for number in range(200_000))
    begin = time.process_time()
    (plan,) = planned(tmp_path, f"date,title,tags\n2026,A,{tags[:900_000]}\n".encode())
    assert plan.action == REFUSED
    assert time.process_time() - begin < 5


def test_what_is_written_is_what_was_planned(tmp_path: Path) -> None:
    plans = planned(tmp_path, equal_titles(300))
    path = tmp_path / "empty.toml"
    index = opening.make("", [opening.stamp(str(path))], 0, None, "test")
    after = written.imported(b"# mine\n", plans, index)
    assert after.startswith(b"# mine\n")
    assert [fields["id"] for _, fields in edits.entries(after)] == [
        plan.id for plan in plans
    ]

"""The index follows the files, is rebuilt when it is damaged, and is never needed."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kzfr_cli.core.record import replace
from kzfr_cli.store import files
from kzfr_cli.store.index import opening, rebuilding, stamps
from kzfr_cli.store.index.reading import Index
from tests.conftest import SMALL

OVERLAY = """
[[events]]
id = "treaty-2008"
extend = true
title.en = "Our own title"

[[events]]
id = "visit-2020"
hidden = true

[[events]]
id = "ours-2021"
category = "visit"
title.en = "Ours"

[[events.dates]]
kind = "occurred"
value = "2021-05"
sources = ["senate"]
"""


def test_second_opening_finds_the_index_fresh(
    write: Callable[..., Path], open_files: Callable[..., Index]
) -> None:
    path = write(SMALL)
    assert open_files(path).state == "rebuilt"
    assert open_files(path).state == "fresh"


def test_changed_file_is_read_again(
    write: Callable[..., Path], open_files: Callable[..., Index]
) -> None:
    path = write(SMALL)
    open_files(path)
    write(SMALL.replace("Partnership treaty", "Another title, longer"))
    event = open_files(path).event("treaty-2008")
    assert event is not None
    assert event.title["en"] == "Another title, longer"


@pytest.mark.parametrize(
    "damage", [b"", b"not a database", b"SQLite format 3\x00" + b"\x00" * 500]
)
def test_damaged_index_is_rebuilt(
    write: Callable[..., Path], open_files: Callable[..., Index], damage: bytes
) -> None:
    path = write(SMALL)
    index = Path(open_files(path).path)
    index.write_bytes(damage)
    assert open_files(path).count("events") == 4


def test_index_that_was_not_finished_is_rebuilt(
    write: Callable[..., Path], open_files: Callable[..., Index]
) -> None:
    path = write(SMALL)
    index = open_files(path).path
    with sqlite3.connect(index) as connection:
        connection.execute("DELETE FROM meta")
    connection.close()
    assert open_files(path).state == "rebuilt"


def test_folder_that_cannot_be_made_gives_an_index_in_memory(
    write: Callable[..., Path], tmp_path: Path
) -> None:
    path = write(SMALL)
    blocked = tmp_path / "file"
    blocked.write_text("")
    index = opening.open_index([path], blocked / "cache")
    assert (index.state, index.path) == ("in memory", "")
    assert index.reason
    assert index.count("events") == 4


def test_overlay_changes_hides_and_adds(
    write: Callable[..., Path], open_files: Callable[..., Index]
) -> None:
    index = open_files(write(SMALL), write(OVERLAY, "over.toml"))
    treaty = index.event("treaty-2008")
    assert treaty is not None
    assert treaty.title == {"fr": "Traité de partenariat", "en": "Our own title"}
    assert treaty.file.endswith("over.toml")
    assert index.event("visit-2020") is None
    assert index.rows("SELECT added, changed, hidden FROM files WHERE no = 1") == [(1, 1, 1)]
    assert index.rows("SELECT count(*) FROM events") == [(4,)]


def test_overlay_alone_is_read_again_when_it_alone_changed(
    write: Callable[..., Path],
    open_files: Callable[..., Index],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    base, over = write(SMALL), write(OVERLAY, "over.toml")
    open_files(base, over)
    read: list[bytes] = []
    read_block = files.read_block
    monkeypatch.setattr(
        files,
        "read_block",
        lambda path, block: (read.append(block.text), read_block(path, block))[1],
    )
    write(OVERLAY + '\n[[tags]]\nid = "new"\nlabel.en = "New"\n', "over.toml")
    index = open_files(base, over)
    assert index.state == "updated"
    assert [text.split()[0] for text in read] == [b"[[events]]", b"[[tags]]"]
    assert index.count("events") == 4
    assert index.tag("new") is not None


def test_what_an_overlay_covered_comes_back_without_it(
    write: Callable[..., Path], open_files: Callable[..., Index]
) -> None:
    base, over = write(SMALL), write(OVERLAY, "over.toml")
    open_files(base, over)
    write("", "over.toml")
    index = open_files(base, over)
    assert index.state == "updated"
    treaty = index.event("treaty-2008")
    assert treaty is not None
    assert treaty.title["en"] == "Partnership treaty"
    assert index.event("visit-2020") is not None
    assert index.event("ours-2021") is None
    fresh = open_files(write(SMALL, "again.toml"))
    for table in ("events", "facets", "links", "tag_links", "citations", "words"):
        count = f"SELECT count(*) FROM {table}"
        assert index.rows(count) == fresh.rows(count), table


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (SMALL + '[[events]]\nid = "visit-2020"\n', "duplicate-id"),
        ('[[events]]\nid = "x-1"\nextend = true\n', "extends-nothing"),
        ('[[events]]\nid = "x-1"\ntitle.en = "X"\ncategory = "visit"\n', "missing-field"),
        (
            SMALL.replace('status = "accepted"', 'status = "preferred"'),
            "two-preferred-dates",
        ),
        (SMALL.replace('status = "preferred"', 'status = "accepted"'), "no-preferred-date"),
        (SMALL.replace('id = "article"\nsays', 'id = "nobody"\nsays'), "unknown-source"),
    ],
)
def test_wrong_entry_is_reported(
    write: Callable[..., Path], open_files: Callable[..., Index], text: str, code: str
) -> None:
    problems = open_files(write(text)).problems()
    assert [problem.code for problem in problems] == [code]
    assert problems[0].line > 0


def test_same_schema_names_are_those_of_the_records() -> None:
    from typing import get_args

    from kzfr_cli.core import event
    from kzfr_cli.store import schema

    assert get_args(schema.Category) == event.CATEGORIES
    assert get_args(schema.FacetKind) == event.FACET_KINDS
    assert get_args(schema.Status) == event.STATUSES


def test_a_change_of_the_same_size_and_time_is_seen(
    write: Callable[..., Path], open_files: Callable[..., Index]
) -> None:
    for title in ("Partnership treaty", "Partnership TREATY"):
        path = write(SMALL.replace("Partnership treaty", title))
        os.utime(path, (1_790_000_000, 1_790_000_000))
        event = open_files(path).event("treaty-2008")
        assert event is not None
        assert event.title["en"] == title


def test_a_change_that_leaves_every_time_as_it_was_is_seen(
    write: Callable[..., Path],
    open_files: Callable[..., Index],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As on shares and sticks that keep times by the second or by two."""
    now = time.time_ns() // stamps.SECOND * stamps.SECOND
    coarse = stamps.stamp

    def stamp(path: str) -> stamps.Stamp:
        return replace(coarse(path), mtime_ns=now, ctime_ns=now, inode=0)

    monkeypatch.setattr(opening, "stamp", stamp)
    path = write(SMALL)
    assert open_files(path).state == "rebuilt"
    assert open_files(path).state == "fresh"
    write(SMALL.replace("Partnership treaty", "Partnership TREATY"))
    event = open_files(path).event("treaty-2008")
    assert event is not None
    assert event.title["en"] == "Partnership TREATY"


def test_an_old_file_is_told_by_its_times_alone() -> None:
    old = stamps.Stamp("f", 1, 10 * stamps.SECOND, 1, 10 * stamps.SECOND)
    assert stamps.is_young(old, 12 * stamps.SECOND)
    assert not stamps.is_young(old, 13 * stamps.SECOND)
    fine = replace(old, ctime_ns=10 * stamps.SECOND + 1)
    assert not stamps.is_young(fine, 11 * stamps.SECOND)


def test_a_journal_that_a_kill_left_goes_with_its_index(
    write: Callable[..., Path], open_files: Callable[..., Index], tmp_path: Path
) -> None:
    base, mine = write(SMALL), write(OVERLAY, "mine.toml")
    index = open_files(base, mine).path
    write(OVERLAY + "\n# more\n", "mine.toml")
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(base), str(mine), str(tmp_path / "cache")],
        check=False,
        timeout=60,
    )
    assert killed.returncode == 9
    assert os.path.exists(f"{index}-journal")
    opened = open_files(base, mine)
    assert (opened.state, opened.reason) == ("rebuilt", "")
    assert not os.path.exists(f"{index}-journal")
    assert open_files(base, mine).state == "fresh"


KILLED = """
import os, sys
from kzfr_cli.store.index import opening, rebuilding
def stop(connection):
    connection.execute("PRAGMA cache_spill = 1")
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("UPDATE entries SET body = body || hex(zeroblob(500000))")
    os._exit(9)
rebuilding.close = stop
opening.open_index(sys.argv[1:3], sys.argv[3])
"""


def test_damage_found_by_an_update_is_mended(
    write: Callable[..., Path],
    open_files: Callable[..., Index],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    base, mine = write(SMALL), write(OVERLAY, "mine.toml")
    open_files(base, mine)
    write(OVERLAY + "\n# more\n", "mine.toml")

    def fail(*_: object) -> None:
        error = sqlite3.DatabaseError("database disk image is malformed")
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise error

    monkeypatch.setattr(rebuilding, "update", fail)
    assert open_files(base, mine).state == "rebuilt"


def test_the_sweep_touches_only_what_is_ours(
    write: Callable[..., Path], open_files: Callable[..., Index], tmp_path: Path
) -> None:
    (cache := tmp_path / "cache").mkdir()
    others = [
        "index-mine.sqlite",
        "index-1-00000000.sqlite.Backup",
        "index-x.tmp",
        "index-1.tmp",
    ]
    left = ["index-1-00000000.sqlite.99.tmp", f"settings-00000000.json.{'0' * 16}.tmp"]
    gone = ["index-1-00000000.sqlite.terms", "index-1-00000000.sqlite-journal"]
    for name in (*others, *left, *gone, "settings-00000000.json"):
        (cache / name).write_text("")
        os.utime(cache / name, (1, 1))
    (cache / "index-1-00000001.sqlite.1.tmp").symlink_to(tmp_path / "base.toml")
    open_files(write(SMALL))
    names = {path.name for path in cache.iterdir()}
    assert {*others, "settings-00000000.json", "index-1-00000001.sqlite.1.tmp"} <= names
    assert not names & {*left, *gone}


def test_an_index_that_others_could_have_planted_is_not_read(
    write: Callable[..., Path], open_files: Callable[..., Index], tmp_path: Path
) -> None:
    path = write(SMALL)
    index = open_files(path).path
    with sqlite3.connect(index) as connection:
        connection.execute(
            "UPDATE entries SET body = replace(body, 'Partnership', 'Planted')"
        )
    connection.close()
    os.chmod(index, 0o666)
    opened = open_files(path)
    assert opened.state == "rebuilt"
    event = opened.event("treaty-2008")
    assert event is not None
    assert event.title["en"] == "Partnership treaty"
    (tmp_path / "cache").chmod(0o777)
    opened = open_files(path)
    assert (opened.state, opened.reason) == ("in memory", "cache-of-others")

"""An index that is brought up to date is the one that would be built anew."""

from __future__ import annotations

import itertools
import sqlite3
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzfr_cli.store.index import opening, patching, rebuilding

BELOW = """\
[[sources]]
id = "paper"
title = "Paper"

[[tags]]
id = "energy"
label.en = "Energy"

[[events]]
id = "visit-2001"
former_ids = ["journey-2001"]
category = "visit"
title.en = "Visit below"
dates = [{ kind = "occurred", value = "2001-02-03", sources = ["paper"] }]

[[events]]
id = "fair-2002"
category = "culture"
title.en = "Fair below"
dates = [{ kind = "occurred", value = "2002" }]
"""
EVENT = """
[[events]]
id = "{id}"
category = "visit"
title.en = "{title}"
{more}
[[events.dates]]
kind = "occurred"
value = "2001-02-03"
sources = ["{source}"]
"""


def event(id: str, title: str, more: str = "", source: str = "paper") -> str:
    """Write an event."""
    return EVENT.format(id=id, title=title, more=more, source=source)


FIGURE = """
[[figures]]
id = "trade-2002"
indicator = "trade"
period = "2002"
value = 6
unit = "EUR"
label.en = "Trade"
label.fr = "Commerce"
sources = [{ id = "paper" }]
"""

BLOCKS = [
    event("one-2001", "One"),
    event("one-2001", "One, told otherwise", "# a comment\n\n"),
    event("two-2001", "Two", 'tags = ["energy"]', "nowhere"),
    event("three-2001", "Three", 'aliases.en = ["Trio"]\nplaces = ["almaty"]'),
    event("visit-2001", "Visit laid over"),
    event("journey-2001", "Visit under its former id"),
    event("four-2001", "Four", 'former_ids = ["quartet-2001"]'),
    event("five-2001", "Five", 'former_ids = ["quartet-2001", "one-2001"]'),
    event("quartet-2001", "Quartet"),
    event("six-2001", "Six", 'misspelt = "field"'),
    '\n[[events]]\nid = "visit-2001"\nhidden = true\n',
    '\n[[events]]\nid = "visit-2001"\nextend = true\ntitle.fr = "Visite"\n',
    '\n[[events]]\nid = "one-2001"\nextend = true\ntitle.fr = "Un"\n',
    '\n[[events]]\nid = "fair-2002"\nhidden = true\n',
    '\n[[events]]\nid = "broken-2001"\ncategory = \n',
    '\n[[events]]\nid = "undated-2001"\ncategory = "visit"\ntitle.en = "Undated"\ndates = []\n',
    '\n[[sources]]\nid = "nowhere"\ntitle = "Nowhere"\n',
    '\n[[sources]]\nid = "paper"\ntitle = "Another paper"\n',
    '\n[[names]]\nid = "almaty"\nkind = "place"\nlabel.fr = "Almaty"\nlabel.en = "Almaty"\n',
    '\n[[tags]]\nid = "energy"\nlabel.en = "Power"\n',
    '\n[[indicators]]\nid = "trade"\nlabel.fr = "Commerce"\nlabel.en = "Trade"\nunit = "EUR"\n',
    '\n[[indicators]]\nid = "trade"\nlabel.fr = "Négoce"\nlabel.en = "Barter"\nunit = "EUR"\n',
    '\n[[figures]]\nid = "trade-2001"\nindicator = "trade"\nperiod = "2001"\nvalue = 5\n',
    FIGURE,
    "\n[[unknown]]\nx = 1\n",
    "\n# only a comment\n",
]
HEADS = ["", "# Ours.\n", 'events = [{ id = "inline-2001" }]\n', "schema = 1\n\n\n"]
AFTER = event("visit-2001", "Visit in the last file") + event("late-2001", "Late")

texts = st.builds(
    lambda head, numbers: head + "".join(BLOCKS[number] for number in numbers),
    st.sampled_from(HEADS),
    st.lists(st.integers(0, len(BLOCKS) - 1), max_size=9),
)
REFERRING = {
    "entries": "no, kind, id, parent, file, visible, body",
    "lines": "no, line",
    "events": "no, category, scope, disputed, sort, earliest, latest, weight, conflicts, of",
    "facets": "event, position, kind, status, year, month, day",
    "links": "event, name, role",
    "tag_links": "event, tag",
    "aliases": "event, language, words",
    "former_ids": "entry, former",
    "citations": "entry, source",
    "words": "rowid, title, names, tags, summary, sources",
    "spellings": "number, word, token, spelling, kind",
}
ALONE = (
    "SELECT no, added, changed, hidden FROM files",
    "SELECT * FROM problems",
    "SELECT * FROM blocks",
    "SELECT * FROM lexicon",
    "SELECT * FROM vocabulary WHERE documents",
)


def held(index: str) -> dict[str, list[Any]]:
    """Return all that an index holds; entries by their places, since numbers may have gaps."""
    with sqlite3.connect(index) as connection:
        numbers = [no for (no,) in connection.execute("SELECT no FROM entries ORDER BY no")]
        places = {number: place for place, number in enumerate(numbers)}
        found = {
            table: sorted(
                (places[row[0]], *map(str, row[1:]))
                for row in connection.execute(f"SELECT {columns} FROM {table}")
            )
            for table, columns in REFERRING.items()
        }
        alone = {query: sorted(connection.execute(query)) for query in ALONE}
    connection.close()
    return {**found, **alone}


class Desk:
    """A list of database files that change, with an index that follows them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files = [folder / name for name in ("below.toml", "desk.toml", "last.toml")]
        self.files[0].write_text(BELOW, encoding="utf-8")
        self.caches = map(str, itertools.count())

    def write(self, text: str, last: str = "") -> None:
        """Write the files that change."""
        self.files[1].write_bytes(text.encode())
        self.files[2].write_bytes(last.encode())

    def open(self, cache: str = "followed") -> tuple[str, str]:
        """Open the index of a cache folder, and return what was done and its place."""
        index = opening.open_index(self.files, self.folder / cache)
        index.connection.close()
        return index.state, index.path

    def is_as_built(self) -> bool:
        """Return whether the index that follows is the one that is built anew."""
        return held(self.open()[1]) == held(self.open(next(self.caches))[1])


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk in a folder of its own."""
    return Desk(tmp_path)


@settings(max_examples=25, deadline=None)
@given(st.lists(texts, min_size=2, max_size=4), st.booleans())
def test_index_brought_up_to_date_is_the_one_built_anew(
    states: Sequence[str], is_covered: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        for text in states:
            desk.write(text, AFTER if is_covered else "")
            assert desk.is_as_built()


@pytest.mark.parametrize("block", BLOCKS)
def test_each_kind_of_entry_comes_and_goes(desk: Desk, block: str) -> None:
    around = event("before-2001", "Before"), event("after-2001", "After")
    for text in ("".join(around), block.join(around), "".join(around), block.join(around)):
        desk.write(text)
        assert desk.is_as_built()


@pytest.mark.parametrize(
    ("number", "is_read"), [(0, False), (6, False), (19, False), (5, True), (20, True)]
)
def test_only_what_may_change_others_has_the_file_read_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, number: int, is_read: bool
) -> None:
    around = event("before-2001", "Before"), event("after-2001", "After")
    desk.write("".join(around))
    desk.open()
    desk.write(BLOCKS[number].join(around))
    patched = []
    patch = patching.patch
    monkeypatch.setattr(
        rebuilding.patching,
        "patch",
        lambda *given: patched.append(done := patch(*given)) or done,
    )
    assert desk.open()[0] == "updated"
    assert patched == [not is_read]


@pytest.mark.parametrize(
    ("first", "second", "is_last"),
    [
        ([4, 5], [4, 16, 5], False),
        ([5, 5], [5], False),
        ([16, 22, 9, 22], [16, 18, 9, 22], False),
        ([2, 11, 2, 5], [2, 11, 19, 5], True),
        ([10, 5], [], False),
        ([5, 15, 8], [5, 15], True),
        ([5, 21], [23, 5, 21], False),
    ],
    ids=[
        "renamed",
        "renamed-twice",
        "left-out",
        "covered",
        "hidden-renamed",
        "former",
        "series",
    ],
)
def test_entries_that_meet_under_one_id_are_followed(
    desk: Desk, first: list[int], second: list[int], is_last: bool
) -> None:
    for numbers in (first, second, first):
        desk.write("".join(BLOCKS[number] for number in numbers), AFTER if is_last else "")
        assert desk.is_as_built()


def test_mark_and_line_ends_of_windows_are_followed(desk: Desk) -> None:
    text = "".join(BLOCKS[:4])
    for one in (text, "\ufeff" + text, text.replace("\n", "\r\n"), text.rstrip()):
        desk.write(one)
        assert desk.is_as_built()


def test_removed_entry_that_is_put_back_stands_where_it_stood(desk: Desk) -> None:
    whole = "".join(event(f"visit-{n}-2001", f"Visit {n}") for n in range(5))
    for text in (whole, whole.replace(event("visit-2-2001", "Visit 2"), ""), whole):
        desk.write(text)
        state, _ = desk.open()
        assert desk.is_as_built()
    assert state == "updated"


def test_file_of_which_too_much_changed_is_built_anew(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patching, "LIMIT", 3)
    desk.write("".join(event(f"visit-{n}-2001", "Visit") for n in range(8)))
    desk.open()
    desk.write("".join(event(f"visit-{n}-2001", "Journey") for n in range(8)))
    assert desk.open()[0] == "rebuilt"
    desk.write("".join(event(f"visit-{n}-2001", "Journey") for n in range(9)))
    assert desk.open()[0] == "updated"

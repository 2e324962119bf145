"""What is exported and imported is the same: for any entries, in every format that promises it."""

from __future__ import annotations

import string
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kzfr_cli.answers.shapes import Shape
from kzfr_cli.answers.timeline import Timeline
from kzfr_cli.core.event import CATEGORIES, CONFIDENCES, FACET_KINDS, STATUSES
from kzfr_cli.database import Database
from kzfr_cli.editing import edits, toml_writer
from kzfr_cli.editing.imports import reading, written
from kzfr_cli.editing.imports.plan import Planner
from kzfr_cli.editing.imports.saying import Defaults
from kzfr_cli.editing.imports.texts import ImportFile
from kzfr_cli.formats import registry
from kzfr_cli.formats.surface import Surface
from kzfr_cli.languages.typed import Habits
from kzfr_cli.locale import catalogue
from kzfr_cli.store.index import opening
from kzfr_cli.store.index.reading import Index

TEXTS = st.text(
    st.characters(blacklist_categories=("Cs",))
    | st.sampled_from("=+-@;‹›\u200e\u202e\"'\\"),
    min_size=1,
    max_size=30,
).filter(str.strip)
LETTERS = st.text(string.ascii_lowercase, min_size=1, max_size=6)
IDS = st.builds("{}-{}".format, LETTERS, LETTERS)
WORDS = st.dictionaries(st.sampled_from(["fr", "en", "ru", "kk", "de"]), TEXTS, max_size=3)
SOME_WORDS = WORDS.filter(bool)
SPELLINGS = st.dictionaries(
    st.sampled_from(["fr", "en", "ru"]), st.lists(TEXTS, min_size=1, max_size=2), max_size=2
)
DATES = st.sampled_from(
    ["2008-06-11", "2008-06", "2008", "1992?", "1993-09~", "199X", "1992/..", "2013-09/2013-12",
     "[2025-09-22..2025-09-24]", "2017-22", "0044-03-15"]
)  # fmt: skip


@st.composite
def databases(draw: st.DrawFn) -> dict[str, list[dict[str, Any]]]:
    """Some events with all that an entry may hold, and the sources, names and tags they refer to."""
    ids = draw(st.lists(IDS, min_size=5, max_size=7, unique=True))
    source, name, other, tag, *events = ids
    made: dict[str, list[dict[str, Any]]] = {
        "sources": [
            {
                "id": source,
                "title": draw(TEXTS),
                "authors": draw(st.lists(TEXTS, max_size=2)),
            }
        ],
        "names": [
            {"id": name, "kind": "person", "label": draw(SOME_WORDS), "part_of": other},
            {
                "id": other,
                "kind": "institution",
                "label": draw(SOME_WORDS),
                "note": draw(WORDS),
            },
        ],
        "tags": [{"id": tag, "label": draw(SOME_WORDS)}],
        "events": [],
    }
    for event in events:
        made["events"].append(draw(entries(event, source, name, tag)))
    return made


def entries(
    event: str, source: str, name: str, tag: str
) -> st.SearchStrategy[dict[str, Any]]:
    """One event that refers to everything."""
    facet = {
        "kind": st.sampled_from(FACET_KINDS),
        "value": DATES,
        "sources": st.just([source]),
        "note": WORDS,
        "wording": st.just("") | TEXTS,
    }
    others = st.fixed_dictionaries({**facet, "status": st.sampled_from(STATUSES[1:])})
    return st.fixed_dictionaries(
        {
            "id": st.just(event),
            "category": st.sampled_from(CATEGORIES),
            "scope": st.sampled_from(["bilateral", "context"]),
            "title": SOME_WORDS,
            "summary": WORDS,
            "confidence": st.sampled_from(["", *CONFIDENCES]),
            "weight": st.sampled_from([1, 2, 3]),
            "commemorated": st.booleans(),
            "not_commemorated": WORDS,
            "once": st.booleans(),
            "aliases": SPELLINGS,
            "keywords": SPELLINGS,
            "uid": st.just("") | TEXTS,
            "people": st.just([name]),
            "tags": st.just([tag]),
            "dates": st.tuples(st.fixed_dictionaries(facet), others).map(list),
            "disputes": st.just([])
            | st.just([{"about": {"en": "a"}, "note": {"en": "b"}, "sources": [source]}]),
            "quantities": st.just([{"value": 1.5, "unit": "EUR", "holder": name}]),
            "sources": TEXTS.map(lambda says: [{"id": source, "says": says}]),
        }
    )


def bare(value: Any) -> Any:
    """A value without what says nothing."""
    if isinstance(value, dict):
        return {
            name: bare(inner) for name, inner in value.items() if inner not in ("", [], {})
        }
    return [bare(item) for item in value] if isinstance(value, list) else value


def opened(folder: Path, name: str, data: bytes) -> Index:
    """An index, in memory, of a file of those bytes."""
    path = folder / name
    path.write_bytes(data)
    return opening.make("", [opening.stamp(str(path))], 0, None, "test")


@pytest.mark.parametrize("ending", ["json", "ndjson", "sqlite"])
@given(made=databases())
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_what_is_exported_and_imported_is_the_same(
    tmp_path: Path, ending: str, made: dict[str, list[dict[str, Any]]]
) -> None:
    given_text = "\n".join(
        toml_writer.entry(kind, fields) for kind, listed in made.items() for fields in listed
    )
    before = given_text.encode()
    index = opened(tmp_path, "before.toml", before)
    shape = Shape(registry.shape_of(ending, of_events=True))
    english = catalogue.load("en")
    view = Database(index, english).ask(Timeline(shape=shape))
    told = registry.render(view, ending, Surface(catalogue=english, width=80))
    data = told if isinstance(told, bytes) else told.encode()
    empty = opened(tmp_path, "after.toml", b"")
    rows = reading.read(ImportFile(path=f"x.{ending}", data=data)).rows
    defaults = Defaults(lang="en", habits=Habits(date(2026, 11, 30)))
    plans = list(Planner(empty, defaults).plan(rows))
    assert [plan.error for plan in plans if plan.error] == []
    after = written.imported(b"", plans, empty)
    assert sorted_entries(after) == sorted_entries(before)


def sorted_entries(data: bytes) -> list[Any]:
    """The entries of a file in one order."""
    found = [(kind, bare(fields)) for kind, fields in edits.entries(data)]
    return sorted(found, key=lambda item: (item[0], item[1]["id"]))

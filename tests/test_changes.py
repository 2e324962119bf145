"""What is listed as changed since the version before."""

from __future__ import annotations

import sys

from tests.conftest import ROOT

sys.path.insert(0, str(ROOT / "tools"))
import changes

OLD = {
    "kept-1": {"id": "kept-1", "title": {"en": "A"}, "weight": 1},
    "told-1": {"id": "told-1", "title": {"en": "A"}, "dates": [{"value": "2008"}]},
    "gone-1": {"id": "gone-1"},
    "once-1": {"id": "once-1", "title": {"en": "A"}},
}
NEW = {
    "kept-1": {"id": "kept-1", "title": {"en": "A"}, "weight": 3, "keywords": {"en": ["b"]}},
    "told-1": {"id": "told-1", "title": {"en": "B"}, "dates": [{"value": "2009"}]},
    "new-1": {"id": "new-1"},
    "now-1": {"id": "now-1", "title": {"en": "A"}, "former_ids": ["once-1"]},
}


def test_what_a_reader_sees_is_told_and_how_it_is_found_is_not() -> None:
    found = changes.compared("events", OLD, NEW)
    assert found == {
        "added": ["new-1"],
        "changed": {"told-1": ["title", "dates"]},
        "removed": ["gone-1"],
    }


def test_an_entry_under_a_new_id_is_neither_added_nor_removed() -> None:
    found = changes.compared("events", OLD, NEW)
    assert "now-1" not in found["added"]
    assert "once-1" not in found["removed"]


def test_the_fields_that_are_told_exist() -> None:
    from kzfr_cli.store import schema

    for kind, fields in changes.TOLD.items():
        assert set(fields) <= set(schema.field_names(kind)), kind

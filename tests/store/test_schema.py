"""A refused field is named exactly."""

from __future__ import annotations

from typing import Any

import pytest

from kzfr_cli.store import schema


@pytest.mark.parametrize(
    ("kind", "entry", "field"),
    [
        ("events", {"id": "a", "title": {"en": "b", "fr": 1}}, "title.fr"),
        ("events", {"id": "a", "title": {"en": "b", "FR": "c"}}, "title.FR"),
        (
            "names",
            {"id": "a", "spellings": {"en": ["a"], "fr": ["a", 1]}},
            "spellings.fr[1]",
        ),
        ("events", {"id": "a", "dates": [{"kind": "x", "value": "2008"}]}, "dates[0].kind"),
        (
            "events",
            {"id": "a", "dates": [{"kind": "signed", "value": "2008", "note": {"fr": 1}}]},
            "dates[0].note.fr",
        ),
        (
            "events",
            {"id": "a", "dates": [{"kind": "signed", "value": "2008", "place": "b"}]},
            "dates[0].place",
        ),
        ("events", {"id": "a", "titel": {}}, "titel"),
        ("events", {"id": "a", "weight": 4}, "weight"),
        ("events", {"id": "a", "commemorated": "no"}, "commemorated"),
        ("events", {"id": "A"}, "id"),
        ("events", {}, ""),
        ("events", "text", ""),
    ],
)
def test_a_refused_field_is_named(kind: str, entry: Any, field: str) -> None:
    with pytest.raises(schema.ValidationError) as caught:
        schema.check(kind, entry)
    assert schema.fault(kind, entry, caught.value)[0] == field

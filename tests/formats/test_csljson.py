"""CSL-JSON that holds to the schema, and says no more of a date than is known."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

import jsonschema
import pytest

from .cited import DATES

Cite = Callable[..., str]

DATE = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {
                "type": "array",
                "minItems": 1,
                "maxItems": 3,
                "items": {"type": "integer"},
            },
        },
        "season": {"enum": [1, 2, 3, 4]},
        "circa": {"type": "boolean"},
        "literal": {"type": "string"},
        "raw": {"type": "string"},
    },
    "anyOf": [{"required": ["date-parts"]}, {"required": ["literal"]}],
    "additionalProperties": False,
}
TEXT = {"type": "string", "minLength": 1}
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["type", "id"],
        "additionalProperties": False,
        "properties": {
            "type": {
                "enum": [
                    "article-newspaper",
                    "document",
                    "entry",
                    "entry-encyclopedia",
                    "post-weblog",
                    "webpage",
                ]
            },
            **dict.fromkeys(
                (
                    "id",
                    "title",
                    "container-title",
                    "publisher",
                    "URL",
                    "version",
                    "language",
                ),
                TEXT,
            ),
            **dict.fromkeys(("issued", "event-date", "accessed"), DATE),
        },
    },
}
"""The part of csl-data.json (CSL 1.0.2) that we write, in our words and stricter: what passes here
passes there.
"""


@pytest.mark.parametrize("id", ["event-0", "trade-2017", "awkward", "paper", "hostile"])
def test_items_hold_to_the_schema(cite: Cite, id: str) -> None:
    jsonschema.validate(json.loads(cite(id, "csljson", date(2026, 11, 22))), SCHEMA)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2008-06-11", {"date-parts": [[2008, 6, 11]]}),
        ("2008-06", {"date-parts": [[2008, 6]]}),
        ("2008", {"date-parts": [[2008]]}),
        ("2013-09/2013-12", {"date-parts": [[2013, 9], [2013, 12]]}),
        ("1992?", {"date-parts": [[1992]], "circa": True, "raw": "1992?"}),
        ("1993-09~", {"date-parts": [[1993, 9]], "circa": True, "raw": "1993-09~"}),
        ("2009%", {"date-parts": [[2009]], "circa": True, "raw": "2009%"}),
        ("2013-23", {"date-parts": [[2013]], "season": 3, "raw": "2013-23"}),
        (
            "[2025-09-22..2025-09-24]",
            {
                "date-parts": [[2025, 9, 22], [2025, 9, 24]],
                "circa": True,
                "raw": "[2025-09-22..2025-09-24]",
            },
        ),
    ],
)
def test_a_date_has_the_parts_that_are_known_and_edtf_where_they_say_less(
    cite: Cite, value: str, expected: dict[str, object]
) -> None:
    item = json.loads(cite(f"event-{DATES.index(value)}", "csljson"))[0]
    assert item["event-date"] == expected


@pytest.mark.parametrize("value", ["199X", "19XX", "../1992", "1992/.."])
def test_a_date_without_a_year_is_told_in_words_and_edtf(cite: Cite, value: str) -> None:
    items = json.loads(cite(f"event-{DATES.index(value)}", "csljson"))
    jsonschema.validate(items, SCHEMA)
    assert items[0]["event-date"]["raw"] == value
    assert items[0]["event-date"]["literal"]


def test_the_record_comes_before_its_sources(cite: Cite) -> None:
    items = json.loads(cite("event-0", "csljson"))
    assert [item["type"] for item in items] == [
        "entry",
        "webpage",
        "article-newspaper",
        "post-weblog",
    ]


def test_a_newspaper_is_what_its_article_is_part_of(cite: Cite) -> None:
    (item,) = json.loads(cite("paper", "csljson"))
    assert item["container-title"] == "Казинформ"
    assert "publisher" not in item


def test_a_title_is_kept_to_the_letter(cite: Cite) -> None:
    (item,) = json.loads(cite("awkward", "csljson"))
    assert (
        item["title"]
        == "R&D: 100 % of {sets} cost $5_each #1 ~ ^ \\ «\u00a0so\u00a0»\u202f!"
    )


def test_no_day_of_access_is_made_up(cite: Cite) -> None:
    (item,) = json.loads(cite("paper", "csljson"))
    assert "accessed" not in item


def test_the_day_of_access_is_told_when_it_is_given(cite: Cite) -> None:
    (item,) = json.loads(cite("paper", "csljson", date(2026, 11, 22)))
    assert item["accessed"] == {"date-parts": [[2026, 11, 22]]}


def test_escape_sequences_are_shown_and_not_sent(cite: Cite) -> None:
    text = cite("hostile", "csljson")
    assert "Line break ‹U+001B›[31m ‹U+202E›" in text
    assert "\x1b" not in text

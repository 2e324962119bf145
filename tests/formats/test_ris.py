"""RIS, read back by a parser."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest
import rispy

from .cited import DATES

Cite = Callable[..., str]

LINE = re.compile(r"[A-Z][A-Z0-9]  - [^\r\n]*\r\n")


def test_each_line_is_a_tag_and_ends_with_cr_and_lf(cite: Cite) -> None:
    for line in cite("event-0", "ris", date(2026, 11, 22)).splitlines(keepends=True):
        assert line == "\r\n" or LINE.fullmatch(line)


def test_the_record_comes_before_its_sources(cite: Cite) -> None:
    records = rispy.loads(cite("event-0", "ris"))
    assert [record["id"] for record in records] == ["event-0", "awkward", "paper", "hostile"]
    assert [record["type_of_reference"] for record in records] == [
        "DATA",
        "ELEC",
        "NEWS",
        "BLOG",
    ]


def test_a_source_reads_back(cite: Cite) -> None:
    (record,) = rispy.loads(cite("paper", "ris", date(2026, 11, 22)))
    assert record["title"] == "Стратегическое партнёрство"
    assert record["secondary_title"] == "Казинформ"
    assert record["urls"] == ["https://example.org/paper"]
    assert record["year"] == "2018"
    assert record["date"] == "2018/06/05/"
    assert record["access_date"] == "2026/11/22/"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2008-06-11", "2008/06/11/"),
        ("2008-06", "2008/06//"),
        ("2008", "2008///"),
        ("1992?", "1992///"),
        ("1993-09~", "1993/09//"),
        ("199X", "///"),
    ],
)
def test_a_date_has_the_parts_that_are_known_and_edtf_beside_them(
    cite: Cite, value: str, expected: str
) -> None:
    record = rispy.loads(cite(f"event-{DATES.index(value)}", "ris"))[0]
    assert record["date"].startswith(expected)
    assert f"EDTF: {value}" in record["notes"]
    assert "year" not in record


def test_an_uncertain_date_says_so_in_words(cite: Cite) -> None:
    (record,) = rispy.loads(cite("awkward", "ris"))
    assert record["date"] == "2017///about 2017"


def test_a_line_break_in_a_title_does_not_break_the_record(cite: Cite) -> None:
    (record,) = rispy.loads(cite("hostile", "ris"))
    assert record["title"] == "Line break ‹U+001B›[31m ‹U+202E›"

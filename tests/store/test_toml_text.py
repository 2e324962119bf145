"""The line of a field is found however the entry is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzfr_cli.store import toml_text

ENTRY = '''[[events]]
id = "a"   # title.fr = "no"
title.fr = "[[events]] \\" #"
title . "en" = 'y'
summary.fr = """
places = 3
"""
places = ["a", # b ]
  "b",
  { c = 1, d.e = [1,
  2] }]

[events.summary.more]
kk = "é"

[[events.dates]]
kind = "s"
note.fr = "n"

[[events.dates]]
value = 1979-05-27 07:32:00
[events.dates.note]
fr = 'a'
'''


@pytest.mark.parametrize(
    ("field", "line"),
    [
        ("id", 2),
        ("title", 3),
        ("title.fr", 3),
        ("title.en", 4),
        ("summary.fr", 5),
        ("places", 8),
        ("places[0]", 8),
        ("places[1]", 9),
        ("places[2].d.e[1]", 11),
        ("summary.more.kk", 14),
        ("dates", 16),
        ("dates[0]", 16),
        ("dates[0].note.fr", 18),
        ("dates[1]", 20),
        ("dates[1].value", 21),
        ("dates[1].note", 22),
        ("dates[1].note.fr", 23),
    ],
)
def test_a_field_has_its_own_line(field: str, line: int) -> None:
    assert toml_text.of_field(ENTRY, field) + 1 == line


@pytest.mark.parametrize(
    ("field", "line"),
    [
        ("title.kk", 3),
        ("dates[1].note.en", 22),
        ("dates[1].sources[0]", 20),
        ("tags", 1),
        ("", 1),
    ],
)
def test_a_missing_field_has_the_line_of_what_should_hold_it(field: str, line: int) -> None:
    assert toml_text.of_field(ENTRY, field) + 1 == line


@pytest.mark.parametrize("field", ["title[...]", "title.", ".", "]", "title.fr.a-b[x]"])
def test_an_odd_path_has_the_line_of_what_holds_it(field: str) -> None:
    assert toml_text.of_field(ENTRY, field) in (0, 2)


def test_a_table_that_is_none_of_ours_has_its_own_line() -> None:
    text = '[[events]]\nid = "a"\n\n[meta]\nid = "b"\ntitle = 1\n'
    assert toml_text.of_field(text, "meta") == 3
    assert toml_text.of_field(text, "id") == 1
    assert toml_text.of_field(text, "title") == 0


@given(st.text(alphabet="ab.=[]{}\"'#\n, \\1é", max_size=200))
def test_any_text_is_walked_to_its_end(text: str) -> None:
    assert all(0 <= place < len(text) for place in toml_text.positions(text).values())


def test_deep_nesting_is_walked_to_its_end() -> None:
    assert toml_text.of_field("x = " + "[" * 100_000, "x[0][0]") == 0

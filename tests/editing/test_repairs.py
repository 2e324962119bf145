"""A repair changes the string of its field and nothing else, in the quotes that stood there."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzfr_cli.editing import repairs

FILE = """# kept

[[events]]  # mine
id = "a-2001"
category = 'visit'   # kept too
title.en = "It's"
title . "fr" = {title}  # a remark
tags = [ "one",
  'two' ]

[[events.dates]]
kind = "occurred"
value = "2001"

# of nobody
"""
FIELD = "title.fr"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"L\'été"', '"L’été"'),
        ("'L été'", "'L’été'"),
        ('"""L\'été"""', '"""L’été"""'),
        ("'''L'été'''", "'''L’été'''"),
        ('"L\\u0027été"', '"L’été"'),
    ],
)
def test_quotes_stay_and_every_other_byte_does(old: str, new: str) -> None:
    before, after = (
        FILE.replace("{title}", old).encode(),
        FILE.replace("{title}", new).encode(),
    )
    assert (
        repairs.repaired(before, [repairs.Repair("events", "a-2001", FIELD, "L’été")])
        == after
    )


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_line_ends_and_mark_stay(end: str) -> None:
    before = b"\xef\xbb\xbf" + FILE.replace("{title}", '"x"').replace("\n", end).encode()
    after = repairs.repaired(before, [repairs.Repair("events", "a-2001", FIELD, "y")])
    assert after == before.replace(b'= "x"', b'= "y"')


def test_item_of_a_list_is_repaired_alone() -> None:
    before = FILE.replace("{title}", '"x"').encode()
    after = repairs.repaired(
        before, [repairs.Repair("events", "a-2001", "tags[1]", "three")]
    )
    assert after == before.replace(b"'two'", b"'three'")


def test_field_that_is_not_there_is_left() -> None:
    before = FILE.replace("{title}", '"x"').encode()
    assert (
        repairs.repaired(before, [repairs.Repair("events", "a-2001", "summary.fr", "y")])
        == before
    )


@pytest.mark.parametrize("quotes", ['"""', "'''"])
def test_a_line_end_at_the_beginning_is_not_lost(quotes: str) -> None:
    before = FILE.replace("{title}", f"{quotes}x{quotes}").encode()
    after = repairs.repaired(before, [repairs.Repair("events", "a-2001", FIELD, "\n0")])
    assert tomllib.loads(after.decode())["events"][0]["title"]["fr"] == "\n0"


@given(
    st.text(min_size=1).filter(lambda text: text.strip() and "\r" not in text),
    st.sampled_from(['"', "'", '"""', "'''"]),
)
def test_what_is_put_in_is_what_is_read_back(value: str, quotes: str) -> None:
    if any(0xD800 <= ord(sign) < 0xE000 for sign in value):
        return
    before = FILE.replace("{title}", f"{quotes}x{quotes}").encode()
    after = repairs.repaired(before, [repairs.Repair("events", "a-2001", FIELD, value)])
    assert tomllib.loads(after.decode())["events"][0]["title"]["fr"] == value

"""An entry is found without reading the others, however its id is written."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kzfr_cli.editing import edits, layout, toml_writer
from kzfr_cli.store import files

EVENT = """
[[events]]
{id}
category = "visit"
title.en = "Visit"
dates = [{{ kind = "occurred", value = "2001", sources = ["paper"] }}]
"""
MANY = "".join(EVENT.format(id=f'id = "visit-{number}"') for number in range(300))


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The blocks that were read."""
    seen: list[bytes] = []
    read_block = files.read_block
    monkeypatch.setattr(
        files,
        "read_block",
        lambda path, block: (seen.append(block.text), read_block(path, block))[1],
    )
    return seen


@pytest.mark.parametrize(
    "written",
    [
        'id = "one-2001"',
        "id = 'one-2001'",
        '"id" = "one-2001" # said so',
        'id = """one-2001"""',
        "id = '''\none-2001'''",
        'id = """one-\\\n    2001"""',
        'id = "\\u006fne-2001"',
        '"\\u0069d" = "one-2001"',
        'id = "one-2001"\nunknown = 1',
        'id = "one-2001"\nbroken = ',
    ],
)
def test_entry_is_found_however_its_id_is_written(written: str) -> None:
    text = ("# one-2001\n" + MANY + EVENT.format(id=written) + MANY).encode()
    found = layout.Layout(text).find([("events", "one-2001"), ("tags", "one-2001")])
    assert list(found) == [("events", "one-2001")]
    assert found["events", "one-2001"] == 301


def test_id_that_others_mention_is_theirs_no_less() -> None:
    text = (MANY + '\n[[sources]]\nid = "paper"\ntitle = "visit-7"\n').encode()
    found = layout.Layout(text).find([("sources", "paper"), ("events", "visit-7")])
    assert found == {("sources", "paper"): 301, ("events", "visit-7"): 8}


def test_of_two_entries_with_one_id_the_first_is_found() -> None:
    text = EVENT.format(id='id = "one"').encode() * 2
    assert layout.Layout(text).find([("events", "one")]) == {("events", "one"): 1}


def test_many_entries_are_found_as_few_are() -> None:
    text = MANY.encode()
    asked = [("events", f"visit-{number}") for number in range(0, 300, 7)]
    found = layout.Layout(text).find(asked)
    assert found == {
        identity: layout.Layout(text).find([identity])[identity] for identity in asked
    }


@pytest.mark.parametrize(
    "change",
    [
        lambda entry: edits.Addition("events", "new", entry("new")),
        lambda entry: edits.Replacement("events", "visit-150", entry("visit-150")),
        lambda entry: edits.Removal("events", "visit-150"),
    ],
    ids=["add", "replace", "remove"],
)
def test_change_of_one_entry_reads_no_other(
    read: list[bytes], change: Callable[..., edits.Edit]
) -> None:
    def entry(entry_id: str) -> str:
        dates = [{"kind": "occurred", "value": "2018"}]
        fields = {"id": entry_id, "category": "visit", "title": {"en": "A"}, "dates": dates}
        return toml_writer.entry("events", fields)

    edits.apply(MANY.encode(), [change(entry)])
    assert len(read) <= 6


def test_blocks_that_stand_in_both_files_are_counted() -> None:
    one = layout.Layout(MANY.encode())
    other = layout.Layout(MANY.replace('"visit-150"', '"visit-150b"').encode())
    assert one.unchanged(other) == (151, 149)
    assert one.unchanged(layout.Layout(b"")) == (0, 0)
    assert one.unchanged(one) == (301, 0)

"""Edits of one entry: every other byte stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzfr_cli.editing import edits, toml_writer
from kzfr_cli.errors import (
    DuplicateIdError,
    EntryRefusedError,
    InlineEntriesError,
    NotInFileError,
)
from kzfr_cli.store import toml_text


def event(id: str, title: str = "Visit", **more: object) -> dict[str, object]:
    """Make the fields of an event."""
    dates = [{"kind": "occurred", "value": "2018-06-05", "status": "preferred"}]
    return {"id": id, "category": "visit", "title": {"en": title}, "dates": dates, **more}


def written(id: str, title: str = "Visit", **more: object) -> str:
    """Write an event as the program does."""
    return toml_writer.entry("events", event(id, title, **more))


def addition(id: str, title: str = "Visit") -> edits.Addition:
    """Add an event."""
    return edits.Addition("events", id, written(id, title))


FILE = """\
# My events. \t
schema = 1

[[events]]  # the first
  id = 'one'      # single quotes
category    = "visit"
title = { en = "One", fr = 'Un' }

    [[events.dates]]
    value = "1992"   # a year
    kind = "occurred"


# about the second
[[ events ]]
id = "two"
category = "visit"
summary.en = \"\"\"
A line that reads like a header:
[[events]]
id = "one"
\"\"\"
title.en = "Two ]]"
dates = [
  # chosen
  { kind = "occurred", value = "1993" },
]
# trailing
[notes]
mine = true

[[sources]]
id = "two"
title = "Not the event"
"""


def forms() -> list[bytes]:
    """Give the file with each kind of line end, with a byte-order mark, and without a last line
    end.
    """
    plain = FILE.encode()
    return [
        plain,
        plain.replace(b"\n", b"\r\n"),
        toml_text.MARK + plain,
        plain.removesuffix(b"\n"),
    ]


@pytest.mark.parametrize("before", forms())
def test_an_added_entry_comes_last_and_nothing_else_changes(before: bytes) -> None:
    after = edits.apply(before, [addition("three")])
    assert after.startswith(before)
    assert (b"\r\n" in before) == (b'\r\n[[events]]\r\nid = "three"\r\n' in after)


@pytest.mark.parametrize("before", forms())
@pytest.mark.parametrize("id", ["one", "two"])
def test_a_replaced_entry_gives_way_on_its_own_lines_only(before: bytes, id: str) -> None:
    own = edits.own_lines(before, "events", id)
    after = edits.apply(before, [edits.Replacement("events", id, written(id, "Other"))])
    head, tail = before.split(own.encode())
    assert after.startswith(head)
    assert after.endswith(tail)
    assert b"Other" in after


@pytest.mark.parametrize("before", forms())
def test_replacing_an_entry_by_its_own_lines_changes_no_byte(before: bytes) -> None:
    for id in ("one", "two"):
        own = edits.own_lines(before, "events", id)
        assert edits.apply(before, [edits.Replacement("events", id, own)]) == before


def test_own_lines_hold_the_text_that_looks_like_a_header_but_no_other_table() -> None:
    own = edits.own_lines(FILE.encode(), "events", "two")
    assert "A line that reads like a header" in own
    assert own.endswith("]\n")
    assert "notes" not in own


def test_the_comment_straight_above_a_removed_entry_goes_with_it() -> None:
    after = edits.apply(FILE.encode(), [edits.Removal("events", "two")]).decode()
    assert "about the second" not in after
    assert "# trailing\n[notes]" in after
    first = edits.apply(FILE.encode(), [edits.Removal("events", "one")]).decode()
    assert first.startswith("# My events. \t\nschema = 1\n")
    assert "# about the second\n[[ events ]]" in first
    assert 'id = "two"\ntitle = "Not the event"' in after


@pytest.mark.parametrize(
    "before", [b"", toml_text.MARK, b"# only a comment", b"\n\n", *forms()[:3]]
)
def test_what_was_added_and_removed_again_leaves_the_file_as_it_was(before: bytes) -> None:
    after = edits.apply(
        edits.apply(before, [addition("three")]), [edits.Removal("events", "three")]
    )
    assert after.rstrip(b"\r\n") == before.rstrip(b"\r\n")
    if before.endswith(b"\n") and before.strip():
        assert after == before


def test_all_edits_or_none() -> None:
    with pytest.raises(NotInFileError):
        edits.apply(FILE.encode(), [addition("three"), edits.Removal("events", "four")])


def test_an_id_is_added_once() -> None:
    with pytest.raises(DuplicateIdError):
        edits.apply(FILE.encode(), [addition("one")])
    with pytest.raises(DuplicateIdError):
        edits.apply(FILE.encode(), [addition("three"), addition("three")])


def test_entries_written_inline_are_not_mixed_with_tables() -> None:
    with pytest.raises(InlineEntriesError):
        edits.apply(b'events = [{ id = "one" }]\n', [addition("two")])


@pytest.mark.parametrize(
    "text",
    [
        '[[events]]\nid = "x"\n',
        (
            '[[events]]\nid = "x"\ncategory = "feast"\ntitle.en = "X"\ndates = [{kind="occurred", '
            'value="1992"}]\n'
        ),
        (
            '[[events]]\nid = "x"\ncategory = "visit"\ntitle.en = "X"\ndates = [{kind="occurred", '
            'value="1992-13"}]\n'
        ),
        '[[events]]\nid = "x"\ncategory = "visit"\ntitle.en = "X\n',
        '[[sources]]\nid = "x"\ntitle = "X"\n',
        '[[events]]\nid = "x"\nhidden = true\n[[events]]\nid = "y"\nhidden = true\n',
        "",
    ],
)
def test_an_entry_that_would_not_be_read_back_is_refused(text: str) -> None:
    with pytest.raises(EntryRefusedError):
        edits.apply(FILE.encode(), [edits.Addition("events", "x", text)])


def test_a_broken_entry_is_replaced_by_its_id_and_others_stay_broken() -> None:
    broken = b'[[events]]\nid = "one"\ntitle.en = "no end\n\n[[events]]\nid = "two"\ncategory = 3\n'
    after = edits.apply(broken, [edits.Replacement("events", "one", written("one"))])
    assert after.endswith(b'\n\n[[events]]\nid = "two"\ncategory = 3\n')
    assert after.startswith(written("one").encode())


# ---- any file, any entry

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
COMMENTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20).map(
    lambda text: f"#{text}"
)
GAPS = st.lists(
    st.one_of(st.just(""), st.just("  "), COMMENTS, st.just("# [[events]]")), max_size=3
)
TITLES = st.one_of(
    TEXTS.map(toml_writer.inline),
    st.just('"""\n[[events]]\nid = "one"\n"""'),
    st.just("'''[[sources]]\n\n# no comment'''"),
    st.just('"""a""b"""""'),
)


@st.composite
def entries(draw: st.DrawFn, number: int) -> str:
    """Write an entry in one of the ways in which people do."""
    indent = draw(st.sampled_from(["", "  ", "\t"]))
    facet = draw(
        st.sampled_from(
            [
                '[[events.dates]]\nkind = "occurred"\nvalue = "1992"\n',
                '\n[[ events . dates ]]\nkind = "occurred" # [[events]]\nvalue = "1992"\n',
                'dates = [ { kind = "occurred", value = "1992" }, # ]\n]\n',
            ]
        )
    )
    return (
        f'{indent}[[events]]\n{indent}id = "entry-{number}"\ncategory = "visit"\ntitle.en '
        f"= {draw(TITLES)}\n"
        f"title.fr = {draw(TITLES)}\n{facet}"
    )


@st.composite
def databases(draw: st.DrawFn) -> tuple[bytes, int]:
    """Write a file of some entries, with comments and blank lines between them."""
    count = draw(st.integers(0, 4))
    text = ""
    for number in range(count):
        text += "".join(f"{line}\n" for line in draw(GAPS)) + draw(entries(number))
    text += "\n".join(draw(GAPS))
    if draw(st.booleans()):
        text = text.replace("\r\n", "\n").replace("\n", "\r\n")
    return (toml_text.MARK if draw(st.booleans()) else b"") + text.encode(), count


def filled(text: bytes) -> list[bytes]:
    """List the lines that are not blank."""
    return [line for line in text.splitlines() if line.strip()]


def without_comment(gap: bytes) -> bytes:
    """Take the comment off that ends what stands between two entries."""
    lines = gap.splitlines(keepends=True)
    while lines and lines[-1].lstrip().startswith(b"#"):
        lines.pop()
    return b"".join(lines)


@settings(max_examples=300, deadline=None)
@given(databases(), TEXTS.filter(bool), st.data())
def test_any_edit_of_any_file_leaves_every_other_byte(
    made: tuple[bytes, int], title: str, data: st.DataObject
) -> None:
    before, count = made
    spans, _ = edits.read(before)
    assert [span.id for span in spans] == [f"entry-{number}" for number in range(count)]
    added = edits.apply(before, [addition("new", title)])
    assert added.startswith(before)
    if not count:
        return
    span = spans[data.draw(st.integers(0, count - 1))]
    content, mark = edits.body(before), before[: len(before) - len(edits.body(before))]
    head, tail = mark + content[: span.start], content[edits.own_end(content, span) :]
    replaced = edits.apply(
        before, [edits.Replacement("events", span.id, written(span.id, title))]
    )
    assert replaced.startswith(head)
    assert replaced.endswith(tail)
    removed = edits.apply(before, [edits.Removal("events", span.id)])
    place = spans.index(span)
    above = edits.own_end(content, spans[place - 1]) if place else 0
    kept = without_comment(content[above : span.start])
    assert removed.startswith((mark + content[:above] + kept).rstrip())
    whole = content[:above] + kept + tail.removeprefix(mark)
    assert filled(edits.body(removed)) == filled(whole)
    assert removed.endswith(tail.lstrip())
    assert len(edits.read(removed)[0]) == count - 1


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(["en", "fr", "ru"]), TEXTS.filter(bool), min_size=1))
def test_an_entry_is_read_back_as_it_was_given(titles: dict[str, str]) -> None:
    given = event("one", title=titles, notes=None) | {"title": titles}
    given.pop("notes")
    assert edits.item_of("events", toml_writer.entry("events", given)) == ("events", given)

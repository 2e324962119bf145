"""A database file is read entry by entry: one broken entry costs only itself, and has its line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kzfr_cli.errors import (
    ChangingDatabaseError,
    EndlessFileError,
    Problem,
    UnreadableDatabaseError,
)
from kzfr_cli.locale import catalogue, messages
from kzfr_cli.store import files

GOOD = '[[tags]]\nid = "one"\nlabel.en = "One"\n'


def read(tmp_path: Path, text: str | bytes) -> tuple[list[str], list[Problem]]:
    path = tmp_path / "f.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    items = list(files.read(path))
    return (
        [item.entry["id"] for item in items if isinstance(item, files.Read)],
        [item for item in items if isinstance(item, Problem)],
    )


@pytest.mark.parametrize(
    ("broken", "code", "line"),
    [
        ('[[tags]]\nid = "two\nlabel.en = "Two"\n', "syntax", 5),
        ('[[tags]]\nid = "two"\nlabel.en = 3\n', "wrong-type", 6),
        (
            '[[events]]\nid = "two"\n\n[[events.dates]]\nkind = "signed"\nvalue = "2018-02-30"\n',
            "invalid-date",
            9,
        ),
        (
            '[[events]]\nid = "two"\n\n[[events.dates]]\nkind = "sealed"\nvalue = "2018"\n',
            "wrong-type",
            8,
        ),
        ('[[sources]]\nid = "two"\n\nurl = ["x"]\n', "wrong-type", 7),
    ],
)
def test_broken_entry_is_left_out_with_its_line_and_the_others_load(
    tmp_path: Path, broken: str, code: str, line: int
) -> None:
    ids, problems = read(tmp_path, GOOD + broken + GOOD.replace("one", "three"))
    assert ids == ["one", "three"]
    assert [(problem.code, problem.line) for problem in problems] == [(code, line)]


@pytest.mark.parametrize(
    ("text", "fields", "line"),
    [
        ('label.en = "Two"\ncolour = "red"\n', ["colour"], 7),
        ('label.en = "Two"\n"a.b" = 1\n', ["a.b"], 7),
        ('label.en = "Two"\na = 1\nb = {c = 1}\n', ["a", "b"], 7),
    ],
)
def test_a_field_that_is_not_known_costs_a_warning_and_not_the_entry(
    tmp_path: Path, text: str, fields: list[str], line: int
) -> None:
    ids, problems = read(tmp_path, f'{GOOD}[[tags]]\nid = "two"\n{text}')
    assert ids == ["one", "two"]
    assert [dict(problem.facts)["field"] for problem in problems] == fields
    assert {problem.code for problem in problems} == {"unknown-key"}
    assert (problems[0].line, problems[0].left_out) == (line, False)


def test_a_field_that_is_not_known_within_a_date_costs_a_warning(tmp_path: Path) -> None:
    text = '[[events]]\nid = "two"\n[[events.dates]]\nkind = "signed"\nvalue = "2018"\nmood = 1\n'
    ids, (problem,) = read(tmp_path, text)
    assert (ids, dict(problem.facts)["field"], problem.line) == (["two"], "dates[0].mood", 6)


def test_what_else_is_wrong_still_costs_the_entry(tmp_path: Path) -> None:
    ids, problems = read(tmp_path, '[[tags]]\nid = "two"\ncolour = 1\nlabel.en = 3\n')
    assert ids == []
    assert {problem.code for problem in problems} == {"unknown-key", "wrong-type"}


def test_more_fields_than_a_later_version_would_have_cost_the_entry(tmp_path: Path) -> None:
    text = "".join(f"field-{number} = 1\n" for number in range(50))
    ids, problems = read(tmp_path, f'[[tags]]\nid = "two"\n{text}')
    assert ids == []
    assert problems[-1].left_out


@pytest.mark.parametrize(
    "header", ['[["tags"]]', "[['tags']]", '[[ "tags" ]]', "[[\ttags\t]]"]
)
@pytest.mark.parametrize("more", ["", 'label.fr = """x"""\n'])
def test_a_header_may_be_written_with_quotes(tmp_path: Path, header: str, more: str) -> None:
    text = f'{header}\nid = "two"\nlabel.en = "Two"\n{more}'
    assert read(tmp_path, GOOD + text + GOOD.replace("one", "three")) == (
        ["one", "two", "three"],
        [],
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            '[[events]]\nid = "e"\ndates = [{kind = "signed", value = 2020-01-02}]\n',
            "2020-01-02",
        ),
        ('[[events]]\nid = "e"\ndates = [{kind = "signed", value = 2020}]\n', "2020"),
        ('[[sources]]\nid = "e"\npublished = 2020-01-02\n', "2020-01-02"),
        ('[[tags]]\nid = "e"\nsince = 1992\n', "1992"),
        ('[[figures]]\nid = "e"\nperiod = 2019\n', "2019"),
        (
            '[[names]]\nid = "e"\nperiods = [{from = 2020-01-02, label.en = "x"}]\n',
            "2020-01-02",
        ),
    ],
)
def test_dates_and_years_may_stand_without_quotes(
    tmp_path: Path, text: str, value: str
) -> None:
    (path := tmp_path / "f.toml").write_text(text)
    (item,) = files.read(path)
    assert isinstance(item, files.Read), item
    assert list(files.dates(item.kind, item.entry)) == [value]


@pytest.mark.parametrize(
    "value", ["20", "20200102", "2020-01-02T10:00:00", "true", "2020.5"]
)
def test_what_is_no_date_without_quotes_is_refused(tmp_path: Path, value: str) -> None:
    text = f'[[events]]\nid = "e"\ndates = [{{kind = "signed", value = {value}}}]\n'
    ids, (problem,) = read(tmp_path, text)
    assert (ids, problem.code) == ([], "wrong-type")


def test_facet_of_the_second_table_has_its_own_line(tmp_path: Path) -> None:
    text = """[[events]]
id = "two"
category = "visit"

[[events.dates]]
kind = "signed"
value = "2018"

[[events.dates]]
kind = "signed"
value = "2018"
status = "sure"
"""
    _, (problem,) = read(tmp_path, text)
    assert (problem.line, dict(problem.facts)["field"]) == (12, "dates[1].status")


def test_multi_line_string_may_hold_what_looks_like_a_table(tmp_path: Path) -> None:
    text = (
        '[[tags]]\nid = "one"\nlabel.en = """\n[[tags]]\nid = "ghost"\n"""\n'
        + GOOD.replace("one", "two")
    )
    assert read(tmp_path, text) == (["one", "two"], [])


def test_byte_order_mark_and_windows_line_ends_are_accepted(tmp_path: Path) -> None:
    assert read(tmp_path, b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()) == (
        ["one"],
        [],
    )


def test_letter_that_is_not_utf8_costs_only_its_entry(tmp_path: Path) -> None:
    ids, problems = read(
        tmp_path, GOOD.encode() + b'[[tags]]\nid = "two"\nlabel.en = "caf\xe9"\n'
    )
    assert ids == ["one"]
    assert [
        (problem.code, problem.line, dict(problem.facts)["byte"]) for problem in problems
    ] == [("not-utf8", 6, "0xe9")]


def test_deep_nesting_is_refused_without_a_crash(tmp_path: Path) -> None:
    ids, problems = read(tmp_path, GOOD + "[[tags]]\nid = " + "[" * 100_000 + "]" * 100_000)
    assert ids == ["one"]
    assert problems[0].code == "syntax"


def test_huge_entry_is_refused_with_the_limit_named(tmp_path: Path) -> None:
    ids, problems = read(
        tmp_path, GOOD + '[[tags]]\nid = "two"\nlabel.en = "' + "x" * 10_000_000 + '"\n'
    )
    assert ids == ["one"]
    assert problems[0].code == "too-large"
    assert dict(problems[0].facts)["limit"] == "1000000"
    assert "1,000,000" in messages.problem(problems[0], catalogue.load("en"))
    assert "1\u202f000\u202f000" in messages.problem(problems[0], catalogue.load("fr"))


def test_an_endless_list_is_refused_with_the_limit_named(tmp_path: Path) -> None:
    tags = ", ".join(f'"t{number}"' for number in range(100_000))
    ids, problems = read(tmp_path, GOOD + f'[[events]]\nid = "two"\ntags = [{tags}]\n')
    assert ids == ["one"]
    assert [(problem.code, problem.entry) for problem in problems] == [("wrong-type", "two")]
    assert "it lists more than the limit of 10,000" in messages.problem(
        problems[0], catalogue.load("en")
    )


def test_entries_written_inline_are_read_too(tmp_path: Path) -> None:
    assert read(tmp_path, 'tags = [{id = "one", label = {en = "One"}}]\n') == (["one"], [])


def test_unknown_table_is_told(tmp_path: Path) -> None:
    _, problems = read(tmp_path, "[[event]]\nid = 1\n")
    assert [(problem.code, problem.line) for problem in problems] == [("unknown-table", 1)]


def test_folder_in_place_of_a_file_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDatabaseError):
        list(files.read(tmp_path))


@pytest.mark.parametrize(
    ("text", "is_read"),
    [
        ("[" + ".".join("a" * files.DEEPEST) + "]", True),
        ("[" + ".".join("a" * (files.DEEPEST + 1)) + "]", False),
        ("[[events]]\nx = " + "[" * 100 + "]" * 100, False),
    ],
)
def test_what_is_nested_too_deep_is_refused_with_the_limit(
    tmp_path: Path, text: str, is_read: bool
) -> None:
    path = tmp_path / "deep.toml"
    path.write_text(text)
    details = [dict(found.facts).get("detail", "") for found in files.read(path)]
    assert (
        any(f"more than {files.DEEPEST} levels" in detail for detail in details) != is_read
    )


@pytest.mark.skipif(
    not Path("/dev/zero").exists(), reason="this system has no device of zeros"
)
def test_a_device_that_never_ends_is_read_no_further_than_the_limit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(files, "LARGEST", 1_000)
    with pytest.raises(EndlessFileError) as refused:
        list(files.read(Path("/dev/zero")))
    assert refused.value.facts == {"path": "/dev/zero", "limit": 1_000}


def test_file_that_is_being_overwritten_is_not_taken_for_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "f.toml"
    path.write_bytes(b"")
    monkeypatch.setattr(files.time, "sleep", lambda _: path.write_text(GOOD))
    assert files.content(str(path)) == GOOD.encode()


def test_file_that_never_comes_to_rest_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "f.toml"
    path.write_bytes(b"")
    times = iter(range(1, 9))
    monkeypatch.setattr(files.time, "sleep", lambda _: os.utime(path, (next(times),) * 2))
    with pytest.raises(ChangingDatabaseError):
        files.content(str(path))


def test_empty_file_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "f.toml"
    path.write_bytes(b"")
    assert files.content(str(path)) == b""

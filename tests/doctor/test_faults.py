"""Every fault of the file of faults is found, at its line, and nothing else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from kzfr_cli.doctor import checks, examination
from kzfr_cli.doctor.registry import Diagnosis
from kzfr_cli.locale import catalogue, messages

FAULTS = Path(__file__).parent / "faults.toml"
EXPECTED = re.compile(r"# expect:((?: K[0-9]{3})+)$")

UNHOLDABLE = {
    "K002": b'[[events]]\nid = "visit-2000"\ntitle.fr = "Visite d\x92\xc9tat"\n',
    "K003": b'[[events]]\nid = "visit-2000"\ntitle.fr = "' + b"a" * 1_000_000 + b'"\n',
}
"""What a file of UTF-8 text that people read cannot hold, with the line of its fault."""
LINES = {"K002": 3, "K003": 1}


@pytest.fixture(scope="module")
def found() -> list[Diagnosis]:
    return examination.examine([str(FAULTS)])


def expected() -> Counter[tuple[int, str]]:
    lines = FAULTS.read_text(encoding="utf-8").splitlines()
    return Counter(
        (number, code)
        for number, line in enumerate(lines, 1)
        if (match := EXPECTED.search(line))
        for code in match[1].split()
    )


def test_all_and_only_the_annotated_lines_are_found(found: list[Diagnosis]) -> None:
    assert Counter((finding.line, finding.check.code) for finding in found) == expected()


def test_every_check_is_exercised() -> None:
    exercised = {code for _, code in expected()} | set(UNHOLDABLE)
    assert exercised == {check.code for check in checks.ALL}


@pytest.mark.parametrize("code", sorted(UNHOLDABLE))
def test_what_text_cannot_hold_is_found(code: str, tmp_path: Path) -> None:
    path = tmp_path / "file.toml"
    path.write_bytes(UNHOLDABLE[code])
    assert [(item.check.code, item.line) for item in examination.examine([str(path)])] == [
        (code, LINES[code])
    ]


def test_findings_come_by_line(found: list[Diagnosis]) -> None:
    assert [finding.line for finding in found] == sorted(finding.line for finding in found)


def test_every_finding_names_its_entry(found: list[Diagnosis]) -> None:
    assert [finding.check.code for finding in found if not finding.entry] == ["K004"]


def test_every_finding_has_a_whole_sentence(found: list[Diagnosis]) -> None:
    english = catalogue.load("en")
    for finding in found:
        said = english.text(finding.check.message, **messages.worded(finding.facts, english))
        assert said and not re.search(r"\{\w+\}", said)


def test_what_dangles_only_because_its_entry_cannot_be_read_is_not_told(
    write: Callable[..., Path],
) -> None:
    path = write(
        """
        [[sources]]
        id = "broken"
        title = "Broken

        [[events]]
        id = "visit-2000"
        category = "visit"
        title = { fr = "Visite", en = "Visit" }
        summary = { fr = "Visite", en = "Visit" }
        dates = [{ kind = "occurred", value = "2000", sources = ["broken"] }]
        sources = [{ id = "broken", says = "Yes." }]
        """
    )
    assert [
        finding.check.name
        for finding in examination.failures(examination.examine([str(path)]))
    ] == ["syntax"]

"""Each tuned number has its witness: a text that is read otherwise when the number is moved.

`python -m tests.claims.ablation` names every judged claim that turns on a number.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.proofreading import thresholds
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.proofreading.cited import Citations
from kzfr_cli.proofreading.frames import Frames
from kzfr_cli.proofreading.linking import Linker
from kzfr_cli.store.index.reading import Index
from tests.claims import ablation

with Path(thresholds.FILE).open("rb") as file:
    NUMBERS: dict[str, dict[str, Any]] = tomllib.load(file)
KNOBS = {knob.title: knob for knob in ablation.knobs()}
MOST = 50


@pytest.fixture(scope="module")
def frames(packaged: Index) -> Frames:
    """What the database tells of each event."""
    return Frames(packaged)


def read(frames: Frames, witness: dict[str, Any]) -> list[tuple[int, int, str, str]]:
    """What is found in the text of a witness, with nothing remembered of another."""
    checker = Checker(frames.index)
    checker.linker = Linker(frames)
    checker.citations = Citations(frames.index)
    as_of = edtf.parse(witness["as_of"]) if "as_of" in witness else None
    found = checker.check(witness["needs"], as_of)
    return [(each.start, each.end, each.verdict, each.event) for each in found]


def test_the_reader_of_numbers_reads_what_a_toml_parser_reads() -> None:
    assert thresholds.table() == {name: each["value"] for name, each in NUMBERS.items()}


def test_there_are_few_and_each_is_used() -> None:
    assert len(NUMBERS) <= MOST
    assert NUMBERS.keys() == KNOBS.keys()


@pytest.mark.parametrize("name", NUMBERS)
def test_witness_is_read_otherwise_when_the_number_is_moved(
    frames: Frames, name: str
) -> None:
    witness, knob = NUMBERS[name], KNOBS[name]
    before = read(frames, witness)
    knob.put(witness["moved"])
    try:
        after = read(frames, witness)
    finally:
        knob.put(knob.value)
    assert before != after

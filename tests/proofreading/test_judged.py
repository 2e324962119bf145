"""The judged sets hold what they held: nothing right is accused, no less is found, and no claim that
was read rightly is lost, by name.

Each text is read once for all tests.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from kzfr_cli.database import open_database
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.proofreading.texts import reading
from kzfr_cli.store.index.reading import Index
from kzfr_cli.views import findings
from tests.claims import judged, ratchet

Read = Callable[[str, Any], Any]

LEAST = {
    "published.jsonl": (0.8, 0.7, 0.72),
    "train.jsonl": (0.73, 0.74, 0.76),
    "article-2018.json": (1.0, 0.6, 0.7),
}
"""For each set the share of wrong claims found with their event, of disputed ones said, of right ones confirmed."""


MOST_ACCUSED = 4
"""Right claims of strangers that are accused, of 1,452: a town of an embassy, a shop still to open …"""


@pytest.fixture(scope="module")
def read(packaged: Index) -> Read:
    """Read a text, or remember what was read."""
    return cache(Checker(packaged).check)


@pytest.mark.parametrize("name", judged.SETS)
def test_set_is_read_no_worse_and_accuses_nothing_right(read: Read, name: str) -> None:
    tally = judged.evaluate(
        judged.read(judged.FOLDER / name), judged.saying(judged.as_read(read))
    )
    found, disputed, confirmed = LEAST[name]
    assert tally.misses.get("accused", []) == []
    assert tally.ratio("right event") >= found
    assert tally.ratio("disputed") >= disputed
    assert tally.ratio("confirmed") >= confirmed


def test_texts_of_strangers_are_read_no_worse(read: Read) -> None:
    cases = judged.read(judged.FOLDER / "strangers.jsonl")
    tally = judged.evaluate(cases, judged.saying(judged.as_read(read)))
    accused = tally.misses.get("accused", [])
    assert len(accused) <= MOST_ACCUSED, accused
    assert tally.ratio("right event") >= 0.66
    assert tally.ratio("confirmed") >= 0.8


def test_no_claim_that_was_read_rightly_is_lost(read: Read) -> None:
    names = ratchet.rightly_read(judged.saying(judged.as_read(read)))
    assert sorted(set(ratchet.held()) - set(names)) == []


@pytest.mark.parametrize("name", judged.SETS)
def test_every_finding_of_a_set_can_be_told(read: Read, name: str) -> None:
    with open_database(lang="fr") as database:
        for case in judged.read(judged.FOLDER / name):
            as_of = judged.edtf.parse(case["as_of"]) if case.get("as_of") else None
            outcome = findings.Outcome(
                draft=reading.of(case["text"], "text.txt"),
                findings=tuple(read(case["text"], as_of)),
                as_of=as_of,
                lacks_date=False,
            )
            rows = findings.finding_list([outcome], database.speaker).rows
            assert all(row.message and "{" not in row.message for row in rows)

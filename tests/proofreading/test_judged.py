"""The judged sets hold what they held: nothing right is accused, and no less is found."""

from __future__ import annotations

import pytest

from kzfr_cli.database import open_database
from kzfr_cli.store.index.reading import Index
from tests.claims import judged

LEAST = {
    "published.jsonl": (0.8, 0.7, 0.72),
    "train.jsonl": (0.73, 0.73, 0.76),
    "article-2018.json": (1.0, 0.6, 0.7),
}
"""For each set the share of wrong claims found with their event, of disputed ones said, of right ones confirmed."""


@pytest.mark.parametrize("name", judged.SETS)
def test_set_is_read_no_worse_and_accuses_nothing_right(packaged: Index, name: str) -> None:
    tally = judged.evaluate(judged.read(judged.FOLDER / name), judged.checker(packaged))
    found, disputed, confirmed = LEAST[name]
    assert tally.misses.get("accused", []) == []
    assert tally.ratio("right event") >= found
    assert tally.ratio("disputed") >= disputed
    assert tally.ratio("confirmed") >= confirmed


@pytest.mark.parametrize("name", judged.SETS)
def test_every_finding_of_a_set_can_be_told(packaged: Index, name: str) -> None:
    with open_database(lang="fr") as database:
        for case in judged.read(judged.FOLDER / name):
            found = database.check(case["text"], as_of=case.get("as_of") or None)
            assert all(each.message and "{" not in each.message for each in found)

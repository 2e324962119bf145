"""Tuned numbers have a witness each: a claim that is read rightly, and no more when the number is moved.

`python -m tests.claims.ablation` names the witnesses of all.
"""

from __future__ import annotations

import pytest

from kzfr_cli.proofreading import linking
from kzfr_cli.store.index.reading import Index
from tests.claims import judged, ratchet

WITNESSES = [
    pytest.param("MOST", 12, "c062", id="events that are compared"),
    pytest.param("ENOUGH", 20, "c115", id="events that the rarest units bring"),
]


def right_of(index: Index, case_id: str) -> set[str]:
    """The claims of a case that are read rightly."""
    check = judged.checker(index)
    cases = [case for name in judged.SETS for case in judged.read(judged.FOLDER / name)]
    case = next(case for case in cases if case["id"] == case_id)
    found = ratchet.findings(case, check)
    return {claim["span"] for claim, over in found if ratchet.is_right(claim, over)}


@pytest.mark.parametrize(("name", "moved", "case_id"), WITNESSES)
def test_claim_turns_on_the_number(
    packaged: Index, monkeypatch: pytest.MonkeyPatch, name: str, moved: int, case_id: str
) -> None:
    before = right_of(packaged, case_id)
    monkeypatch.setattr(linking, name, moved)
    assert before - right_of(packaged, case_id)

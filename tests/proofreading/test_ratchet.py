"""No claim of the judged texts that was read rightly is lost, by name."""

from __future__ import annotations

from kzfr_cli.store.index.reading import Index
from tests.claims import judged, ratchet


def test_no_claim_that_was_read_rightly_is_lost(packaged: Index) -> None:
    names = ratchet.rightly_read(judged.checker(packaged))
    assert sorted(set(ratchet.held()) - set(names)) == []

"""No judged query that was answered rightly is lost, by name."""

from __future__ import annotations

from kzfr_cli.store.index.reading import Index
from tests.search import ratchet


def test_no_query_that_was_answered_rightly_is_lost(packaged: Index) -> None:
    assert sorted(set(ratchet.held()) - set(ratchet.rightly_answered(packaged))) == []

"""The events that words without an option find, where they name no category, name or tag."""

from __future__ import annotations

from kzfr_cli.queries import filters
from kzfr_cli.queries.wording import Worded
from kzfr_cli.search import engine
from kzfr_cli.search.candidates import Scope
from kzfr_cli.views.speaker import Speaker


def numbers(wanted: Worded, speaker: Speaker) -> list[int]:
    """Return the numbers of the events that words find among those of some filters."""
    condition, values = filters.restriction(wanted.filters)
    found = engine.search(
        speaker.index.connection,
        " ".join(wanted.rest),
        Scope(
            ("events",),
            condition or None,
            values,
        ),
        limit=None,
    )
    return [hit.number for hit in found.hits]

"""Put a source together from what was typed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kzfr_cli.editing import new_event
from kzfr_cli.errors import DuplicateIdError
from kzfr_cli.store.index.reading import Index


def fields(index: Index, typed: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a new source, its id of its address or title when none was typed.

    Raises `DuplicateIdError` when the page or the id is there already.
    """
    url, title = typed["url"], typed["title"]
    new = typed["id"] or proposed(index, url, title)
    if same := known(index, url, new):
        raise DuplicateIdError(id=same)
    return {**typed, "id": new, "title": title or new_event.title_of(url)}


def proposed(
    index: Index,
    url: str,
    title: str | None,
) -> str:
    """A free id made of the address, else of the title."""
    proposal = new_event.source_id(url) if url else new_event.slug(title or "")
    return new_event.free(
        proposal, lambda candidate: new_event.is_taken(index, "sources", candidate)
    )


def known(
    index: Index,
    url: str,
    entry_id: str,
) -> str | None:
    """The id under which the page is known already, None when it is not."""
    if url:
        return new_event.same_page(index, url)
    return entry_id if index.source(entry_id) else None

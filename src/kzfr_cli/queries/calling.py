"""The entry that a person calls by its id in any case, by a name in any spelling, by a title, or by
the beginning of one of these.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kzfr_cli.core.event import NAME_KINDS
from kzfr_cli.errors import UnknownIdError
from kzfr_cli.languages import folding
from kzfr_cli.queries import lookups
from kzfr_cli.store import records
from kzfr_cli.store.index.reading import Index

SHORTEST = 3
"""Letters of the shortest beginning that is looked for."""


def find(index: Index, text: str) -> tuple[str, ...]:
    """Find the id of the entry that a text calls, or the ids of all that it begins; raises
    `UnknownIdError` when there are none.
    """
    if entry_id := exact(index, text):
        return (entry_id,)
    wanted = folding.fold(text)
    found = dict.fromkeys(
        entry_id
        for folded, entry_id in called(index)
        if len(wanted) >= SHORTEST and folded.startswith(wanted)
    )
    if not found:
        raise UnknownIdError(id=text, near=lookups.near_ids(index, text))
    return tuple(found)


def exact(index: Index, text: str) -> str | None:
    """Find the id of the entry that a text calls, whole; None when there is none."""
    wanted = folding.fold(text)
    found = None
    for folded, entry_id in called(index):
        if folded == wanted:
            found = entry_id
    return found if wanted else None


def called(index: Index) -> Iterator[tuple[str, str]]:
    """Yield what entries are called, folded, each with the id: titles, names, ids, the
    surer last.
    """
    for entry in index.all("events"):
        event = records.event(entry)
        for title in (*event.title.values(), *aliases(event.aliases)):
            yield folding.fold(title), event.id
    for spelling, entry_id in lookups.spelt(index, reversed(NAME_KINDS)).items():
        yield spelling, entry_id
    for kind in reversed(lookups.NAMED):
        for entry_id in index.all_ids(kind):
            yield folding.fold(entry_id), entry_id


def aliases(by_language: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield the aliases of an event in every language."""
    for words in by_language.values():
        yield from words

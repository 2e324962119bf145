"""The entry that a person calls by its id in any case, by a name in any spelling, by a title, or by
the beginning of one of these.
"""

from __future__ import annotations

from collections.abc import Iterator

from kzfr_cli.core.event import NAME_KINDS
from kzfr_cli.errors import SeveralEntriesError, UnknownIdError
from kzfr_cli.languages import folding
from kzfr_cli.queries import lookups
from kzfr_cli.store import records
from kzfr_cli.store.index.reading import Index

SHORTEST = 3
"""Letters of the shortest beginning that is looked for."""


def find(index: Index, text: str) -> str:
    """Find the id of the entry that a text calls.

    Raises `SeveralEntriesError` for a beginning that several share, `UnknownIdError`.
    """
    wanted = folding.fold(text)
    forms = {folded: entry_id for folded, entry_id in called(index) if folded}
    if wanted in forms:
        return forms[wanted]
    found = dict.fromkeys(
        entry_id
        for folded, entry_id in called(index)
        if len(wanted) >= SHORTEST and folded.startswith(wanted)
    )
    if len(found) == 1:
        return next(iter(found))
    if found:
        raise SeveralEntriesError(text=text, ids=tuple(found))
    raise UnknownIdError(id=text, near=lookups.near_ids(index, text))


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


def aliases(by_language: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield the aliases of an event in every language."""
    for words in by_language.values():
        yield from words

"""The names, tags and sources that rows mention, as entries of the database, known or new."""

from __future__ import annotations

import re
from collections.abc import (
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from typing import Any

from kzfr_cli.core.event import ENTRY_KINDS
from kzfr_cli.editing import new_event
from kzfr_cli.editing.imports import queries
from kzfr_cli.editing.imports.rows import Remark
from kzfr_cli.editing.new_event import Companion, FoundEntry
from kzfr_cli.errors import RowRefusedError, UnknownWordError
from kzfr_cli.languages import folding
from kzfr_cli.store import schema
from kzfr_cli.store.index.reading import Index

ADDRESS = re.compile(r"https?://[^\s<>\"|]+", re.IGNORECASE)
ORGANISATIONS = ("organisation", "institution", "programme")
LINKED = {"places": ("place",), "people": ("person",), "organisations": ORGANISATIONS}
BETWEEN_PLACES = re.compile(r"\s*[,;/\n(]\s*")


class Links:
    """Find what rows mention, each with what those before it brought."""

    def __init__(
        self,
        index: Index,
        lang: str,
        *,
        new_names: bool,
    ) -> None:
        self.index = index
        self.lang = lang
        self.new_names = new_names
        self.known: dict[tuple[str, str], FoundEntry] = {}
        self.brought: dict[tuple[str, str], Mapping[str, Any]] = {}

    def bring(self, entries: object) -> None:
        """Remember the entries that a file holds besides events; those that are no entries say
        nothing.
        """
        if not isinstance(entries, Mapping):
            return
        for kind in ENTRY_KINDS:
            listed = entries.get(kind, ())
            for fields in listed if isinstance(listed, list) else ():
                if is_entry(kind, fields):
                    self.brought[kind, fields["id"]] = fields

    def names(
        self,
        field: str,
        texts: Sequence[str],
    ) -> list[FoundEntry]:
        """The names of a field; raises `UnknownWordError`, `MisspeltNameError`,
        `RowRefusedError`.
        """
        return [self.name(LINKED[field], text) for text in few(field, texts)]

    def name(
        self,
        kinds: tuple[str, ...],
        text: str,
    ) -> FoundEntry:
        """One name of some kinds."""
        key = (kinds[0], folding.fold(text))
        if key not in self.known:
            self.known[key] = self.carried("names", text) or new_event.name(
                self.index, kinds, text, self.lang, new=self.new_names
            )
        return self.known[key]

    def tags(self, texts: Sequence[str]) -> list[FoundEntry]:
        """Tags; raises as `names` does."""
        return [self.tag(text) for text in few("tags", texts)]

    def tag(self, text: str) -> FoundEntry:
        """One tag."""
        key = ("tags", folding.fold(text))
        if key not in self.known:
            self.known[key] = self.carried("tags", text) or new_event.tag(
                self.index, text, self.lang, new=self.new_names
            )
        return self.known[key]

    def sources(self, texts: Iterable[str]) -> list[FoundEntry]:
        """Sources, each once; raises `UnknownWordError`."""
        return [self.source(text) for text in dict.fromkeys(texts)]

    def source(self, text: str) -> FoundEntry:
        """One source, by its id or address, be the latter within other words."""
        key = ("sources", text)
        if key not in self.known:
            found = self.carried("sources", text)
            address = ADDRESS.search(text)
            wanted = queries.page(address[0].rstrip(".,;)")) if address else text
            self.known[key] = found or new_event.source(self.index, wanted)
        return self.known[key]

    def place(self, text: str) -> FoundEntry | None:
        """The place that an address names, whole or in one of its parts; None when it is
        not known.
        """
        for part in (text, *reversed(BETWEEN_PLACES.split(text))):
            if part.strip() and (
                known := new_event.known_name(self.index, ("place",), part.strip(" )"))
            ):
                return FoundEntry(id=known)
        return None

    def carried(
        self,
        kind: str,
        entry_id: str,
    ) -> FoundEntry | None:
        """An entry that the file holds and the database has not."""
        fields = self.brought.get((kind, entry_id))
        if fields is None or self.index.body(kind, entry_id) is not None:
            return None
        return FoundEntry(id=entry_id, companion=Companion(kind, fields))

    def needed(self, fields: Mapping[str, Any]) -> Iterator[FoundEntry]:
        """The entries that the file holds for what an entry refers to, and for what they
        refer to.
        """
        open_ids, seen = list(texts_of(fields)), set()
        while open_ids:
            text = open_ids.pop()
            for kind in ENTRY_KINDS:
                if (kind, text) in seen:
                    continue
                seen.add((kind, text))
                if kind != "events" and (found := self.carried(kind, text)):
                    yield found
                    open_ids += texts_of(self.brought[kind, text])


def texts_of(value: object) -> Iterator[str]:
    """Every text within a value that may be an id."""
    if isinstance(value, str):
        if new_event.ID.match(value):
            yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from texts_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_of(inner)


def is_entry(
    kind: str,
    fields: object,
) -> bool:
    """Return whether a value is an entry of a kind that may stand in a file."""
    if not isinstance(fields, dict):
        return False
    try:
        schema.check(kind, fields)
    except schema.ValidationError:
        return False
    return not schema.missing(kind, fields)


def few(
    field: str,
    texts: Sequence[str],
) -> Sequence[str]:
    """The values of a list that is no longer than an entry may hold; raises `RowRefusedError`."""
    if len(texts) > schema.MOST_WORDS:
        raise RowRefusedError(
            reason="too-many", field=field, count=len(texts), limit=schema.MOST_WORDS
        )
    return list(dict.fromkeys(texts))


def known_sources(
    links: Links,
    texts: Sequence[str],
    *,
    lenient: bool,
) -> tuple[list[FoundEntry], list[Remark]]:
    """The sources of a row; where others stand in for them, one that is none is left out.

    Raises `UnknownWordError`.
    """
    found: list[FoundEntry] = []
    left_out: list[Remark] = []
    for text in dict.fromkeys(texts):
        try:
            found.append(links.source(text))
        except UnknownWordError:
            if not lenient:
                raise
            left_out.append(Remark("no-source", {"text": text}))
    return found, left_out


def ids(found: Iterable[FoundEntry]) -> list[str]:
    """The ids of some entries, each once."""
    return list(dict.fromkeys(item.id for item in found))

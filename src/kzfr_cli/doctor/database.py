"""The database as the doctor sees it: the visible entries, each with the files and lines that it
comes from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from kzfr_cli.core.event import ENTRY_KINDS, Event, Figure, Indicator, Name, Source, Tag
from kzfr_cli.core.record import record
from kzfr_cli.errors import Problem
from kzfr_cli.store import records, toml_text

Fields = Mapping[str, Any]


class Layer:
    """Hold what one file says of an entry: the fields that it names, and its text, whose first line
    is `line`.
    """

    def __init__(
        self,
        path: str,
        line: int,
        fields: Fields,
        text: bytes,
    ) -> None:
        self.path = path
        self.line = line
        self.fields = fields
        self.text = text

    def holds(self, field: str) -> bool:
        """Return whether a field such as `title.fr` or `dates[1].value` is written here."""
        return value_at(self.fields, field) is not None

    def line_of(self, field: str) -> int:
        """Return the line of a field, or of the nearest one around it."""
        return self.line + toml_text.nearest(self.places, self.decoded, field)

    @cached_property
    def decoded(self) -> str:
        """Decode the text, which is only needed where a fault is found."""
        return self.text.decode("utf-8", "replace")

    @cached_property
    def places(self) -> dict[str, int]:
        """Find where each field stands."""
        return toml_text.positions(self.decoded)


@record
class Fix:
    """Say what the value of a field must be, when there is one right answer."""

    field: str
    value: str


@record
class Fault:
    """Report what a check found: the entry and its field, and the facts that fill the sentence of
    the check.
    """

    entry: Entry
    field: str
    facts: Mapping[str, str]
    fix: Fix | None = None


class Entry:
    """Hold one visible entry: its fields, merged from its layers, of which the last one wins."""

    def __init__(
        self,
        kind: str,
        fields: Fields,
        layers: tuple[Layer, ...],
    ) -> None:
        self.kind = kind
        self.id = str(fields["id"])
        self.fields = fields
        self.layers = layers

    def value(self, field: str) -> Any:
        """Read a field such as `dates[1].note`, or None when there is none."""
        return value_at(self.fields, field)

    def place(self, field: str) -> tuple[str, int]:
        """Return the file and line of a field, or those of the nearest field around it that is
        written.
        """
        for outer in toml_text.outwards(field):
            for layer in reversed(self.layers):
                if layer.holds(outer):
                    return layer.path, layer.line_of(outer)
        return self.layers[-1].path, self.layers[-1].line

    def fault(self, field: str, /, fix: str | None = None, **facts: str) -> Fault:
        """Report a fault of one field; `fix` is the value that it must have."""
        return Fault(
            entry=self,
            field=field,
            facts=facts,
            fix=None if fix is None else Fix(field=field, value=fix),
        )


class DatabaseFiles:
    """Hold the visible entries of some files laid over each other, and what was wrong while reading
    them.
    """

    def __init__(self) -> None:
        self.files: list[str] = []
        self.entries: dict[str, dict[str, Entry]] = {kind: {} for kind in ENTRY_KINDS}
        self.problems: list[Problem] = []
        self.left_out: set[tuple[str, str]] = set()
        """The entries that could not be read: what refers to them dangles only until they are
        repaired.
        """

    def knows(self, kind: str, entry_id: str) -> bool:
        """Return whether there is an entry of that id, be it one that could not be read."""
        return entry_id in self.entries[kind] or (kind, entry_id) in self.left_out

    def all(self, *kinds: str) -> Iterator[Entry]:
        """Return the entries of some kinds."""
        for kind in kinds or ENTRY_KINDS:
            yield from self.entries[kind].values()

    # ---- typed

    @cached_property
    def events(self) -> list[tuple[Entry, Event]]:
        """Return the events, in the order of the files."""
        return [(entry, records.event(entry.fields)) for entry in self.all("events")]

    @cached_property
    def sources(self) -> list[tuple[Entry, Source]]:
        """Return the sources, in the order of the files."""
        return [(entry, records.source(entry.fields)) for entry in self.all("sources")]

    @cached_property
    def names(self) -> list[tuple[Entry, Name]]:
        """Return the names, in the order of the files."""
        return [(entry, records.name(entry.fields)) for entry in self.all("names")]

    @cached_property
    def tags(self) -> list[tuple[Entry, Tag]]:
        """Return the tags, in the order of the files."""
        return [(entry, records.tag(entry.fields)) for entry in self.all("tags")]

    @cached_property
    def indicators(self) -> list[tuple[Entry, Indicator]]:
        """Return the indicators, in the order of the files."""
        return [(entry, records.indicator(entry.fields)) for entry in self.all("indicators")]

    @cached_property
    def figures(self) -> list[tuple[Entry, Figure]]:
        """Return the figures, in the order of the files."""
        return [(entry, records.figure(entry.fields)) for entry in self.all("figures")]

    @cached_property
    def names_by_id(self) -> dict[str, Name]:
        """Find a name by its id."""
        return {name.id: name for _, name in self.names}

    @cached_property
    def sources_by_id(self) -> dict[str, Source]:
        """Find a source by its id."""
        return {source.id: source for _, source in self.sources}


def value_at(fields: Fields, path: str) -> Any:
    """Read what stands at a path such as `dates[1].note` of some fields, or None when nothing
    does.
    """
    found: Any = fields
    for step in toml_text.steps(path):
        if isinstance(found, list):
            found = found[int(step)] if step.isdigit() and int(step) < len(found) else None
        else:
            found = found.get(step) if isinstance(found, dict) else None
    return found


def citations(entry: Entry) -> Iterator[tuple[str, str]]:
    """Return every place where an entry cites a source, as (field, id of the source)."""
    fields = entry.fields
    if entry.kind in ("events", "figures"):
        for number, item in enumerate(fields.get("sources", ())):
            yield f"sources[{number}].id", item["id"]
    for group in ("dates", "periods", "offices", "disputes"):
        for number, item in enumerate(fields.get(group, ())):
            yield from listed(f"{group}[{number}].sources", item.get("sources", ()))
            if "source" in item:
                yield f"{group}[{number}].source", item["source"]


def listed(field: str, ids: Iterable[str]) -> Iterator[tuple[str, str]]:
    """List the ids of a list, each with its own place."""
    for number, entry_id in enumerate(ids):
        yield f"{field}[{number}]", entry_id

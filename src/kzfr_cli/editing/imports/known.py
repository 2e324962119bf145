"""What an import must know of the database again and again, read from it once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from kzfr_cli.core import edtf
from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.event import LANGUAGES, Event
from kzfr_cli.editing import new_event
from kzfr_cli.languages import folding
from kzfr_cli.locale import catalogue
from kzfr_cli.store.index.reading import Index

NEVER = "9999-99-99"
"""How the index writes the end of what is open."""


class KnownEvents:
    """The events of a database, and those that an import brings, by what tells them."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.numbers: dict[str, int] = {}
        self.dated: dict[str, list[int]] = {}

    @cached_property
    def ids(self) -> set[str]:
        """Every id that an event has or had."""
        former = self.index.rows("SELECT former FROM former_ids")
        return {*self.index.all_ids("events"), *(item for (item,) in former)}

    @cached_property
    def by_uid(self) -> dict[str, str]:
        """The ids of the events that came from a calendar, by their UID there."""
        rows = self.index.rows(
            "SELECT json_extract(body, '$.uid'), id FROM entries"
            " WHERE kind = 'events' AND visible AND instr(body, '\"uid\"')"
        )
        return {uid: entry_id for uid, entry_id in rows if uid}

    @cached_property
    def by_date(self) -> Mapping[tuple[str, str], list[int]]:
        """The numbers of the events by their first and last day."""
        found: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, earliest, latest in self.index.rows(
            "SELECT no, earliest, latest FROM events"
        ):
            found[earliest, latest].append(number)
        return found

    def twins(
        self,
        titles: Mapping[str, str],
        value: PartialDate,
    ) -> list[Event]:
        """The events of the same date with nearly the same title."""
        numbers = self.on(value.text)
        if not numbers:
            return []
        return [
            event
            for event in self.index.events(numbers)
            if new_event.are_alike(event.title, titles)
        ]

    def on(self, text: str) -> list[int]:
        """The numbers of the events of the same first and last day as a date; asked again, they
        are remembered.
        """
        if text not in self.dated:
            value = edtf.parse(text)
            first = value.earliest.isoformat() if value.earliest else ""
            last = value.latest.isoformat() if value.latest else NEVER
            self.dated[text] = self.by_date.get((first, last), [])
        return self.dated[text]

    def body(self, entry_id: str) -> dict[str, Any] | None:
        """The fields of an event; None when there is none of that id."""
        if entry_id not in self.ids:
            return None
        found = self.index.body("events", entry_id)
        return found[1] if found else None

    def take(
        self,
        title: str,
        value: PartialDate,
    ) -> str:
        """Take a free id for an event; equal titles are numbered on, and not from the
        first again.
        """
        base = new_event.base_id(title, value)
        proposed, number = base, self.numbers.get(base, 1)
        while proposed in self.ids:
            number += 1
            proposed = f"{base}-{number}"
        self.numbers[base] = number
        self.ids.add(proposed)
        return proposed


class Words:
    """The names of a few things, and what they are called in every language."""

    def __init__(
        self,
        names: Iterable[str],
        labels: Mapping[str, str],
    ) -> None:
        self.names = dict.fromkeys(names)
        self.meant: dict[str, str] = {}
        for name in reversed([*self.names]):
            said = [name]
            if name in labels:
                said += [catalogue.load(lang).text(labels[name]) for lang in LANGUAGES]
            self.meant |= {folding.fold(word): name for word in said}

    def find(self, word: str) -> str:
        """The name that a word means, empty when it means none."""
        if word in self.names:
            return word
        wanted = folding.fold(word)
        return self.meant.get(wanted, "") if wanted else ""

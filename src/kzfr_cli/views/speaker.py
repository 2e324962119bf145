"""Put entries into the words of one language."""

from __future__ import annotations

from collections.abc import Iterable

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.event import Event, Words, in_language
from kzfr_cli.core.record import pair
from kzfr_cli.languages import dates
from kzfr_cli.locale.catalogue import Catalogue
from kzfr_cli.store.index.reading import Index


@pair
class Speaker:
    """Put entries into words: the language asked, its catalogue, and the names of the index."""

    index: Index
    catalogue: Catalogue

    @property
    def lang(self) -> str:
        """Return the language asked."""
        return self.catalogue.lang

    def words(self, words: Words) -> str:
        """Return a text in the language asked, or in the next best."""
        return in_language(words, self.lang)[0]

    def date(
        self,
        value: PartialDate,
        weekday: bool = False,
    ) -> str:
        """Write a date in words."""
        return dates.date_in_words(value, self.lang, weekday=weekday)

    def name(
        self,
        entry_id: str,
        value: PartialDate,
    ) -> str:
        """Print a name as it was at a date, with today's in brackets where it differs; an unknown
        id as it stands.
        """
        name = self.index.name(entry_id)
        if name is None:
            return entry_id
        then, now = self.words(name.label_on(value)), self.words(name.label)
        return (
            then
            if then == now
            else self.catalogue.text("{then} (today {now})", then=then, now=now)
        )

    def label(self, name_id: str) -> str:
        """Print a name as it is today; an unknown id as it stands."""
        name = self.index.name(name_id)
        return self.words(name.label) if name else name_id

    def prepare(self, events: Iterable[Event]) -> None:
        """Read at once the names that some events are linked to."""
        self.index.load_names(
            entry_id
            for event in events
            for entry_id in (*event.places, *event.people, *event.organisations)
        )

    def names(
        self,
        ids: Iterable[str],
        value: PartialDate,
    ) -> tuple[str, ...]:
        """Print several names as they were at a date."""
        return tuple(self.name(entry_id, value) for entry_id in ids)

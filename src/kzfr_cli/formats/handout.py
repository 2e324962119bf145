"""What a handout says of each event, whatever program reads it: what is agreed first, what is
disputed, and the dates that were refuted apart.
"""

from __future__ import annotations

from itertools import groupby
from urllib.parse import urlsplit

from kzfr_cli.core.record import pair
from kzfr_cli.formats import origin
from kzfr_cli.formats.surface import Surface
from kzfr_cli.languages import typography
from kzfr_cli.locale import vocabulary
from kzfr_cli.views.dossiers import Dossier, NoteView
from kzfr_cli.views.events import FacetView
from kzfr_cli.views.sheets import EventSheet

SOURCES = 3
"""The most that a note names: the best; the others are in the database."""

LONG = 25
"""Events from which on a handout, of more than four pages then, begins with its contents."""

LONGEST_ADDRESS = 90
"""Letters of an address that is shown as it is: about a line of a note."""


@pair
class Utterance:
    """One line about an event, and the ids of the sources that say so."""

    words: str
    sources: tuple[str, ...] = ()


@pair
class Standing:
    """What is told below an event: what its sources agree on, dispute, and have refuted."""

    agreed: tuple[Utterance, ...]
    disputed: tuple[Utterance, ...]
    rejected: tuple[Utterance, ...]


def heading(entry: EventSheet, surface: Surface) -> str:
    """The date and the title of an event."""
    return surface.catalogue.text(
        "{label}: {value}", label=entry.date_words, value=entry.title
    )


def subtitle(view: Dossier) -> str:
    """The years that the handout is about, and what was asked for."""
    return ", ".join(filter(None, (view.span, view.asked)))


def as_of(surface: Surface) -> str:
    """The sentence that tells of which day the data are."""
    return origin.sentence(surface)


def standing(entry: EventSheet, surface: Surface) -> Standing:
    """Sort the dates of an event and the other points on which its sources disagree."""
    agreed, disputed, rejected = [], [], []
    for facet in entry.dates:
        line = Utterance(dated(facet, surface), facet.sources)
        if facet.status == "rejected":
            rejected.append(line)
        elif facet.status == "disputed":
            disputed.append(line)
        elif facet.note or facet.value != entry.date:
            agreed.append(line)
    for item in entry.disputes:
        said = surface.catalogue.text("{label}: {value}", label=item.about, value=item.note)
        disputed.append(Utterance(said, item.sources))
    return Standing(tuple(agreed), tuple(disputed), tuple(rejected))


def dated(facet: FacetView, surface: Surface) -> str:
    """A dated side of an event, with what is noted of it."""
    said = surface.catalogue.text(
        "{label}: {value}",
        label=vocabulary.kind(facet.kind, surface.catalogue),
        value=facet.words,
    )
    return " ".join(filter(None, (typography.closed(said), facet.note)))


def refuted(lines: tuple[Utterance, ...], surface: Surface) -> tuple[Utterance, ...]:
    """The dates that were refuted, each under words that say so."""
    text = surface.catalogue.text
    return tuple(
        Utterance(text("Refuted, not to be used: {date}", date=line.words), line.sources)
        for line in lines
    )


def linked(entry: EventSheet, surface: Surface) -> str:
    """The category of an event, where it was and who took part."""
    names = (*entry.place_names, *entry.people_names)
    return " · ".join((vocabulary.category(entry.category, surface.catalogue), *names))


@pair
class SourceWords:
    """A source as a note names it: in words, its address if it is one of the web, what is shown of
    the address, and what parts it from the source before.
    """

    words: str
    url: str = ""
    shown: str = ""
    separator: str = ""


class NoteWriter:
    """The notes of a handout, numbered from 1; a source is told in full once."""

    def __init__(self, view: Dossier, surface: Surface) -> None:
        self.view = view
        self.surface = surface
        self.count = 0
        self.first: dict[str, int] = {}

    def note(self, sources: tuple[str, ...]) -> tuple[SourceWords, ...]:
        """The next note: the best of some sources; nothing, and no number, for none."""
        if not sources:
            return ()
        self.count += 1
        numbers = sorted(self.view.numbers[entry_id] for entry_id in sources)[:SOURCES]
        return tuple(
            self.cited(self.view.notes[number - 1], is_first=not order)
            for order, number in enumerate(numbers)
        )

    def cited(self, source: NoteView, *, is_first: bool) -> SourceWords:
        """A source in full, or by its publisher and the note in which it was told."""
        separator = "" if is_first else " ; " if self.view.lang == "fr" else "; "
        known = self.first.setdefault(source.id, self.count)
        if known != self.count:
            words = self.surface.catalogue.text(
                "{source} (note {number})",
                source=source.publisher or source.title,
                number=known,
            )
            return SourceWords(words, separator=separator)
        parts = (*source.authors, source.publisher, source.title, source.published_words)
        words = typography.closed(", ".join(filter(None, parts)))
        url = source.url if source.url.startswith(("http://", "https://")) else ""
        return SourceWords(words, url, self.shown(url), separator)

    def shown(self, url: str) -> str:
        """What is shown of an address: all of it, or its host where it would take lines."""
        if len(url) <= LONGEST_ADDRESS and not self.view.is_brief:
            return url
        return urlsplit(url).netloc.removeprefix("www.")


def by_year(view: Dossier) -> list[tuple[str, list[EventSheet]]]:
    """The events under the year in which each begins."""
    return [(year, list(each)) for year, each in groupby(view.entries, key=year_of)]


def year_of(entry: EventSheet) -> str:
    """The year under which an event stands, as it is written in a heading."""
    return (entry.earliest or entry.latest or "")[:4].lstrip("0")


def year_number(entry: EventSheet) -> int | str:
    """The year in which an event begins, as a number; nothing where it is not known."""
    year = year_of(entry)
    return int(year) if year.isdigit() else ""

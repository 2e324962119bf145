"""Work out once what the database tells of each event: cut it into units, dates and numbers."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import (
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from typing import Any, NamedTuple

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.event import Event, Facet
from kzfr_cli.proofreading import (
    amounts,
    durations,
    lexicon,
    points,
    quantities,
    roles,
    told_clauses,
)
from kzfr_cli.proofreading.earlier import (
    EarlierFrames,
    FramedEvent,
    Worked,
    digest,
)
from kzfr_cli.proofreading.framed import (
    NAMED_PLACE,
    OF_A_TYPE,
    OWN,
    PARTED,
    SAID,
    SUMMARY,
    day_keys,
    month_key,
)
from kzfr_cli.proofreading.plain import TOKEN, plain
from kzfr_cli.proofreading.text import cut
from kzfr_cli.proofreading.vocabulary import (
    EVERYDAY,
    Speller,
    group_keys,
    spellings,
)
from kzfr_cli.store import records
from kzfr_cli.store.index import tables, thesaurus
from kzfr_cli.store.index.derived import Kept
from kzfr_cli.store.index.reading import Index

SPELLINGS = (
    "SELECT word, token, spelling, kind FROM spellings WHERE kind NOT IN ('part', 'whole', '')"
    " AND instr(spelling || ' ', word || ' ') = 1"
)
FIGURES = "SELECT parent, body FROM entries WHERE kind = 'figures' AND visible ORDER BY id"
INDICATORS = "SELECT id, body FROM entries WHERE kind = 'indicators' AND visible"
EVENTS = "SELECT no, body FROM events JOIN entries USING (no) ORDER BY no"
PEOPLE = "SELECT name FROM links WHERE role = 'person'"
GROUPS = "SELECT word, number, token FROM thesaurus WHERE number >= 0 ORDER BY number, word"
TABLES = """
CREATE TABLE texts(name TEXT PRIMARY KEY, body TEXT) WITHOUT ROWID;
CREATE TABLE postings(unit TEXT PRIMARY KEY, body TEXT) WITHOUT ROWID;
CREATE TABLE dated(key TEXT PRIMARY KEY, body TEXT) WITHOUT ROWID;
CREATE TABLE frames(place INTEGER PRIMARY KEY, made_of TEXT, body TEXT);
CREATE TABLE series(place INTEGER PRIMARY KEY, made_of TEXT, body TEXT);
"""


def work_out(index: Index, connection: sqlite3.Connection, kept: Kept) -> None:
    """Cut every event into units, once; those that were worked out earlier are taken as they
    are.
    """
    tables.run(connection, TABLES)
    framer = Framer(index, kept)
    events = list(framer.events())
    called = roles.gathered(roles_in(events))
    texts = {
        **framer.texts,
        "count": len(events),
        "roles": called,
    }
    keep_texts(connection, texts)
    keep_events(connection, events)
    keep(connection, "series", framer.figures())


class Framer:
    """Work out the events and the figures of a database, those that were not worked out earlier."""

    def __init__(self, index: Index, kept: Kept) -> None:
        self.index = index
        self.earlier = EarlierFrames(kept)
        people = Counter(token(name) for (name,) in index.rows(PEOPLE))
        spelt, kinds = spellings(index.rows(SPELLINGS), people)
        groups = group_keys(index.rows(GROUPS), thesaurus.FIRST_EVERYDAY)
        self.speller = Speller(spelt, kinds, groups)
        self.texts: dict[str, Any] = {
            "spelt": spelt,
            "kinds": kinds,
            "groups": groups,
        }
        self.spelling = digest(*map(json.dumps, self.texts.values()))

    def made_of(self, *bodies: str) -> str:
        """The digest of some entries, and of all by which texts are cut into units."""
        return digest(*bodies, self.spelling)

    def events(self) -> Iterator[FramedEvent]:
        """Every event, in the order of the database."""
        for number, body in self.index.rows(EVENTS):
            made_of = self.made_of(body)
            yield self.earlier.events.get(made_of) or self.event(number, made_of)

    def event(self, number: int, made_of: str) -> FramedEvent:
        """An event, by its number in the index."""
        (event,) = self.index.events((number,))
        body, told = frame_of(event, self.speller)
        dated = sorted({key for facet in event.dates for key in keys_of(facet.value)})
        return FramedEvent(Worked(made_of, json.dumps(body)), dated, told)

    def figures(self) -> Iterator[Worked]:
        """The figures of the database, each with the units of its indicator."""
        indicators = dict(self.index.rows(INDICATORS))
        for parent, body in self.index.rows(FIGURES):
            if parent in indicators:
                yield self.figure(body, indicators[parent])

    def figure(self, body: str, indicator: str) -> Worked:
        """A figure, by its entry and that of its indicator."""
        made_of = self.made_of(body, indicator)
        known = self.earlier.figures.get(made_of)
        if known is None:
            figure = records.figure(json.loads(body))
            series = records.indicator(json.loads(indicator))
            known = json.dumps(points.of_figure(figure, series, self.speller))
        return Worked(made_of, known)


def keep_texts(connection: sqlite3.Connection, texts: Mapping[str, Any]) -> None:
    """Keep what belongs to all events."""
    rows = [(name, json.dumps(body)) for name, body in texts.items()]
    connection.executemany("INSERT INTO texts VALUES (?, ?)", rows)


def keep(connection: sqlite3.Connection, table: str, found: Iterable[Worked]) -> None:
    """Keep what was worked out, in its order."""
    rows = [(place, each.made_of, each.body) for place, each in enumerate(found)]
    connection.executemany(f"INSERT INTO {table} VALUES (?, ?, ?)", rows)


def keep_events(connection: sqlite3.Connection, events: Sequence[FramedEvent]) -> None:
    """Keep events: their frames by place, their units and dates so that either finds its events."""
    keep(connection, "frames", [event.frame for event in events])
    postings: dict[str, list[tuple[int, float]]] = {}
    dated: dict[str, list[int]] = {}
    for place, event in enumerate(events):
        for key in event.dated:
            dated.setdefault(key, []).append(place)
        for unit, level in event.told.items():
            postings.setdefault(unit, []).append((place, level))
    for table, found in (("dated", dated), ("postings", postings)):
        rows = [(key, json.dumps(places)) for key, places in found.items()]
        connection.executemany(f"INSERT INTO {table} VALUES (?, ?)", rows)


class EventTexts(NamedTuple):
    """The texts of an event: its names, what sums it up, what its sources say, its notes."""

    names: tuple[str, ...]
    summaries: tuple[str, ...]
    said: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def told(self) -> tuple[str, ...]:
        """All but the notes."""
        return (*self.names, *self.summaries, *self.said)


def worded(event: Event) -> EventTexts:
    """The texts of an event."""
    titles = [title for title in event.title.values() if title.lower() != "todo"]
    aliases = [alias for forms in event.aliases.values() for alias in forms]
    wordings = [facet.wording for facet in event.dates if facet.wording]
    return EventTexts(
        names=(*titles, *aliases),
        summaries=(*event.summary.values(), *wordings),
        said=tuple(cited.says for cited in event.sources),
        notes=tuple(note for facet in event.dates for note in facet.note.values()),
    )


def levels(event: Event, texts: EventTexts, speller: Speller) -> dict[str, float]:
    """How far each unit tells an event."""
    named = [
        unit
        for name in texts.names
        for unit in (*speller.keys(name), *further_of(name, speller))
    ]
    own = [token(name) for name in (*event.people, *event.organisations)]
    told: dict[str, float] = {}
    tell(told, [unit for text in texts.said for unit in telling(text, speller)], SAID)
    tell(
        told, [unit for text in texts.summaries for unit in telling(text, speller)], SUMMARY
    )
    tell(told, [token(name) for name in event.places], NAMED_PLACE)
    tell(told, [*own, *named], OWN)
    tell(told, [kind for text in texts.names for kind in types_of(text)], OF_A_TYPE)
    tell(told, [f"@{kind}" for kind in IMPLIED.get(event.category, ())], OF_A_TYPE)
    return told


def frame_of(event: Event, speller: Speller) -> tuple[dict[str, Any], dict[str, float]]:
    """The frame of an event, and how far each unit tells it."""
    texts = worded(event)
    told = levels(event, texts, speller)
    numbers = list(quantities.of_event(event, speller))
    for value, unit, _, _, level, *_ in numbers:
        tell(told, [amounts.key(value, unit)], level)
    titles = [title for title in event.title.values() if title.lower() != "todo"]
    people = [token(name) for name in event.people]
    bodies = [token(name) for name in event.organisations]
    places = [token(name) for name in event.places]
    body = {
        "id": event.id,
        "category": event.category,
        "scope": event.scope,
        "once": event.once,
        "aliases": len(texts.names) - len(titles),
        "names": sorted({*people, *bodies, *places, *filter(is_name, told)}),
        "people": people,
        "people_in_order": people,
        "places": places,
        "bodies": bodies,
        "tags": list(event.tags),
        "dates": [kept_date(facet) for facet in event.dates],
        "countries": sorted(countries_of((*texts.told, *event.places))),
        "numbers": numbers,
        "of": event.of,
        "edition": event.edition or 0,
        "roles": roles.gathered(roles_of(texts, speller)),
        "is_celebration": any(map(is_of_celebration, titles)),
        "summary_dates": sorted(dates_of(texts.summaries)),
        "told_dates": sorted(dates_of((*texts.summaries, *texts.said, *texts.notes))),
        "told": plain(PARTED.join(texts.told)),
        "summary": PARTED.join((*titles, *texts.summaries)),
        "clauses": told_clauses.of_texts(texts.summaries, speller),
        "variants": [*filter(None, map(speller.keys, texts.names))],
    }
    return body, told


def is_name(unit: str) -> bool:
    """Return whether a unit is the token of a name."""
    return unit[0] == "_"


def kept_date(facet: Facet) -> tuple[str, str, str, tuple[str, ...]]:
    """A date of an event as it is kept."""
    return facet.kind, facet.value.text, facet.status, facet.sources


def roles_of(texts: EventTexts, speller: Speller) -> Iterator[tuple[str, str]]:
    """The persons of the texts of an event, each with what it calls him."""
    for told in texts.told:
        text = cut(told)
        yield from roles.pairs(text, speller.units(text))


def roles_in(events: Iterable[FramedEvent]) -> Iterator[tuple[str, str]]:
    """The persons of some events, each with what one of them calls him."""
    for event in events:
        called = json.loads(event.frame.body)["roles"]
        for key, held in called.items():
            yield from ((key, role) for role in held)


IMPLIED = {"visit": ("visit",), "sport": ("match",)}
"""Kinds of happening that the category of an event says."""


def token(name: str) -> str:
    """The token of a name by its id."""
    return "_" + name.replace("-", "_")


def tell(told: dict[str, float], units: Iterable[str], level: float) -> None:
    """Say that some units tell an event as far as this; what is told later tells it further."""
    for unit in units:
        told[unit] = max(told.get(unit, 0.0), level)


def telling(text: str, speller: Speller) -> list[str]:
    """The units and kinds of happening of a text."""
    return [*speller.keys(text), *types_of(text), *further_of(text, speller)]


def further_of(text: str, speller: Speller) -> list[str]:
    """The groups of everyday talk that the words of a text are of."""
    further = [key for word in TOKEN.findall(plain(text)) for key in speller.further(word)]
    return [key for key in further if key[0] == EVERYDAY]


def types_of(text: str) -> set[str]:
    """The kinds of happening that the words of a text speak of."""
    words = lexicon.load()
    return {f"@{kind}" for word in TOKEN.findall(plain(text)) for kind in words.types(word)}


def keys_of(value: PartialDate) -> set[str]:
    """The keys by which a date finds an event: its month, and its day in any year and in any
    month.
    """
    found: set[str] = set()
    ends = [value.start, value.end] if value.is_interval else [value]
    for end in ends:
        if end is not None and end.month:
            found.add(month_key(*end.month))
        if end is not None and end.day:
            found.update(day_keys(end.day))
    return found


def is_of_celebration(title: str) -> bool:
    """Return whether a title is that of the celebration of something older."""
    words = lexicon.load()
    if any(each.unit == "year" and each.number >= 5 for each in durations.find(cut(title))):
        return True
    return any(words.has("anniversary", word) for word in TOKEN.findall(plain(title)))


def dates_of(texts: Iterable[str]) -> set[str]:
    """The dates that some texts tell, in EDTF; without a year as «--06-11»."""
    found: set[str] = set()
    for text in texts:
        for mention in cut(text).dates:
            if mention.value is not None:
                found.update(value.text for value in (mention.value, *mention.values))
            elif mention.yearless and mention.yearless[1]:
                found.add(f"--{mention.yearless[0]:02}-{mention.yearless[1]:02}")
    return found


def countries_of(texts: Iterable[str]) -> set[str]:
    """The other countries that some texts speak of."""
    words = lexicon.load()
    return {
        country
        for text in texts
        for word in TOKEN.findall(plain(text))
        for country in words.countries(word)
    }

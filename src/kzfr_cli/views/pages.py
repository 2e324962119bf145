"""Views of events for a page to look at: everything on each, in every language at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.event import (
    CATEGORIES,
    LANGUAGES,
    STATUSES,
    Conflict,
    Event,
    Facet,
    Name,
    Source,
    Words,
    in_language,
)
from kzfr_cli.core.record import pair, record
from kzfr_cli.languages import dates
from kzfr_cli.views import curves, reading
from kzfr_cli.views.curves import Curve
from kzfr_cli.views.reading import SearchWords
from kzfr_cli.views.speaker import Speaker

Texts = Mapping[str, str]
"""One text in each of the four languages."""


@record
class SideView:
    """One dated side of an event; `sources` are places in the page's list, from 0.

    `note_languages` are those of the languages in which the note is that of another.
    """

    kind: str
    status: str
    value: str
    words: Texts
    note: Texts
    note_languages: Texts
    wording: str
    sources: tuple[int, ...]


@record
class ConflictSide:
    """On what point, other than a date, sources disagree; `sources` are places in the page's
    list, from 0.
    """

    about: Texts
    note: Texts
    note_languages: Texts
    sources: tuple[int, ...]


@record
class LinkedView:
    """A name that an event is linked to: its `labels` then, and `now`; `spellings` are all its
    forms, for the search.
    """

    id: str
    role: str
    kind: str
    labels: Texts
    now: Texts
    spellings: tuple[str, ...]


@record
class PageEvent:
    """One event; `languages` are those that its title is really in, where another falls back.

    `summary_languages` tells the same of the summary, for the languages alone in which it falls
    back.
    """

    id: str
    former_ids: tuple[str, ...]
    category: str
    scope: str
    date: str
    earliest: str | None
    latest: str | None
    precision: str
    uncertain: bool
    disputed: bool
    weight: int
    is_commemorated: bool
    aliases: Mapping[str, tuple[str, ...]]
    keywords: Mapping[str, tuple[str, ...]]
    titles: Texts
    languages: Texts
    summaries: Texts
    summary_languages: Texts
    words: Texts
    sides: tuple[SideView, ...]
    conflicts: tuple[ConflictSide, ...]
    linked: tuple[LinkedView, ...]
    tags: tuple[Texts, ...]
    tag_ids: tuple[str, ...]
    sources: tuple[tuple[int, str], ...]


@record
class PageView:
    """Some events as a page; `lang` is the language that it opens in, `languages` those of its
    summaries and notes where they are not in that one alone.

    `title` is one of its reader's own, `asked` says in words which events were asked for; `today`
    is the ISO day on which it is written, empty when that is not told. `curves` are the series of
    figures that it draws, `reader` what its search knows of words.
    """

    lang: str
    events: tuple[PageEvent, ...]
    sources: tuple[Source, ...]
    categories: tuple[str, ...]
    languages: tuple[str, ...] = ()
    title: str = ""
    asked: str = ""
    today: str = ""
    curves: tuple[Curve, ...] = ()
    reader: SearchWords

    @property
    def text_languages(self) -> tuple[str, ...]:
        """The languages of the summaries and notes."""
        return self.languages or (self.lang,)


@pair
class Wanted:
    """How a page is wanted: its title, what was asked for in words, the languages of its texts, all
    when none is named, and the day on which it is written.
    """

    title: str = ""
    asked: str = ""
    languages: tuple[str, ...] = ()
    today: date | None = None


PLAIN = Wanted()


class Common:
    """What many events have in common, each viewed once: names, tags and sources."""

    def __init__(self, speaker: Speaker) -> None:
        self.index = speaker.index
        self.names: dict[tuple[str, str], LinkedView] = {}
        self.tags: dict[str, Texts] = {}
        self.sources: dict[str, Source] = {}

    def name(
        self,
        entry_id: str,
        role: str,
        value: PartialDate,
    ) -> LinkedView:
        """View a name that an event of that date is linked to; one that was borne in some years
        only is viewed for each event.
        """
        if found := self.names.get((entry_id, role)):
            return found
        name = self.index.name(entry_id)
        labels = {**name.label, **name.label_on(value)} if name else {"en": entry_id}
        seen = LinkedView(
            id=entry_id,
            role=role,
            kind=name.kind if name else role,
            labels=every(labels),
            now=every(name.label if name else labels),
            spellings=spellings(name) if name else (entry_id,),
        )
        if name is None or not name.periods:
            self.names[entry_id, role] = seen
        return seen

    def tag(self, entry_id: str) -> Texts:
        """Return the words of a tag; one that no file defines is its id."""
        if entry_id not in self.tags:
            tag = self.index.tag(entry_id)
            self.tags[entry_id] = every(tag.label if tag else {"en": entry_id})
        return self.tags[entry_id]

    def source(self, entry_id: str) -> Source:
        """Return a source; one that no file defines is called by its id."""
        if entry_id not in self.sources:
            found = self.index.source(entry_id)
            self.sources[entry_id] = found or Source(id=entry_id, title=entry_id)
        return self.sources[entry_id]


def page(
    events: Iterable[Event],
    speaker: Speaker,
    wanted: Wanted = PLAIN,
) -> PageView:
    """View some events, their titles in every language; the series of figures stand on the page of
    all events.
    """
    chosen = list(events)
    speaker.prepare(chosen)
    cited = dict.fromkeys(entry_id for event in chosen for entry_id in sources_of(event))
    places = {entry_id: number for number, entry_id in enumerate(cited)}
    present = {event.category for event in chosen}
    held = wanted.languages or (speaker.lang,)
    is_all = len(chosen) == speaker.index.count("events")
    common = Common(speaker)
    return PageView(
        lang=speaker.lang,
        events=tuple(page_event(event, common, places) for event in chosen),
        sources=tuple(map(common.source, cited)),
        categories=tuple(name for name in CATEGORIES if name in present),
        languages=wanted.languages,
        title=wanted.title,
        asked=wanted.asked,
        today=wanted.today.isoformat() if wanted.today else "",
        curves=tuple(curves.curves(speaker)) if is_all else (),
        reader=reading.search_words(speaker, searched(chosen, held), held),
    )


def searched(events: Iterable[Event], languages: Sequence[str]) -> Iterator[str]:
    """Yield of each event what a search on the page reads of it in words: its titles in every
    language, the rest in those of the page.
    """
    for event in events:
        told = every(event.summary)
        own = [
            form
            for words in (event.aliases, event.keywords)
            for lang in languages
            for form in words.get(lang, ())
        ]
        yield " ".join((*event.title.values(), *own, *(told[lang] for lang in languages)))


def sources_of(event: Event) -> list[str]:
    """List the sources of an event, those of its dates first, each once."""
    dated = [entry_id for facet in event.dates for entry_id in facet.sources]
    disputed = [entry_id for item in event.disputes for entry_id in item.sources]
    cited = (citation.source for citation in event.sources)
    return list(dict.fromkeys([*dated, *disputed, *cited]))


def page_event(
    event: Event,
    common: Common,
    places: Mapping[str, int],
) -> PageEvent:
    """View one event."""
    value = event.preferred.value
    says = {citation.source: citation.says for citation in event.sources}
    return PageEvent(
        id=event.id,
        former_ids=event.former_ids,
        category=event.category,
        scope=event.scope,
        date=value.text,
        earliest=value.earliest.isoformat() if value.earliest else None,
        latest=value.latest.isoformat() if value.latest else None,
        precision=value.precision,
        uncertain=value.is_uncertain or value.is_approximate,
        disputed=event.is_disputed,
        weight=event.weight,
        is_commemorated=not event.not_commemorated,
        aliases=event.aliases,
        keywords=event.keywords,
        titles=every(event.title),
        languages={lang: in_language(event.title, lang)[1] for lang in LANGUAGES},
        summaries=every(event.summary),
        summary_languages=borrowed(event.summary),
        words=in_words(value),
        sides=tuple(side(facet, places) for facet in sorted(event.dates, key=rank)),
        conflicts=tuple(conflict(item, places) for item in event.disputes),
        linked=tuple(linked(event, common)),
        tags=tuple(map(common.tag, event.tags)),
        tag_ids=event.tags,
        sources=tuple(
            (places[entry_id], says.get(entry_id, "")) for entry_id in sources_of(event)
        ),
    )


def rank(facet: Facet) -> tuple[object, ...]:
    """Order the dated sides of an event: the agreed ones before those disputed and rejected, then
    by time.
    """
    return (
        STATUSES.index(facet.status) if facet.status in STATUSES[2:] else 0,
        facet.value.sort_key(),
    )


def side(facet: Facet, places: Mapping[str, int]) -> SideView:
    """View one dated side of an event."""
    return SideView(
        kind=facet.kind,
        status=facet.status,
        value=facet.value.text,
        words=in_words(facet.value),
        note=every(facet.note) if facet.note else {},
        note_languages=borrowed(facet.note),
        wording=facet.wording,
        sources=tuple(places[entry_id] for entry_id in facet.sources),
    )


def conflict(item: Conflict, places: Mapping[str, int]) -> ConflictSide:
    """View one point, other than a date, on which sources disagree."""
    return ConflictSide(
        about=every(item.about),
        note=every(item.note),
        note_languages=borrowed(item.note),
        sources=tuple(places[entry_id] for entry_id in item.sources),
    )


def linked(event: Event, common: Common) -> Iterable[LinkedView]:
    """View the names that an event is linked to, as they were at its time."""
    for role, ids in (
        ("place", event.places),
        ("person", event.people),
        ("organisation", event.organisations),
    ):
        for entry_id in ids:
            yield common.name(entry_id, role, event.preferred.value)


def spellings(name: Name) -> tuple[str, ...]:
    """List every way to write a name, each once."""
    forms = [
        *name.label.values(),
        *(form for forms in name.spellings.values() for form in forms),
        *name.acronyms,
    ]
    forms += [form for period in name.periods for form in period.label.values()]
    return tuple(dict.fromkeys(forms))


def every(words: Words) -> Texts:
    """Return a text in each language, or in the next best."""
    return {lang: in_language(words, lang)[0] for lang in LANGUAGES}


def borrowed(words: Words) -> Texts:
    """Return the language that a text is in, for each language in which there is none of its
    own.
    """
    found = {lang: in_language(words, lang)[1] for lang in LANGUAGES}
    return {lang: real for lang, real in found.items() if real != lang}


@lru_cache(maxsize=256)
def in_words(value: PartialDate) -> Texts:
    """Write a date in each language."""
    return {lang: dates.date_in_words(value, lang) for lang in LANGUAGES}

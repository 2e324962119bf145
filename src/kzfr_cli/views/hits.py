"""Views of what a search found, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from kzfr_cli.core import tokens
from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.event import CATEGORIES, Event, in_language
from kzfr_cli.core.record import record
from kzfr_cli.locale import quantities, vocabulary
from kzfr_cli.search import highlighting
from kzfr_cli.search.result import DATE, Hit, Match
from kzfr_cli.views.events import EventView, event_fields
from kzfr_cli.views.speaker import Speaker

Described = tuple[str, str | None, str]
"""The title of an entry, its language, and what it is in a few words."""


@record
class MatchView:
    """Say which word of the query matched what, in which field, and how."""

    word: str
    found: str
    field: str
    how: str


@record
class EventHit(EventView):
    """One event that was found; `highlights` are the (start, end) characters of the title that
    matched. What is not `complete` only comes near to an answer; `missing` are the words it
    lacks.
    """

    kind: str
    score: float
    complete: bool
    missing: tuple[str, ...]
    matched: tuple[MatchView, ...]
    highlights: tuple[tuple[int, int], ...]


@record
class OtherHit:
    """One name, figure or source that was found; a source is titled in a language of its
    own.
    """

    id: str
    kind: str
    title: str
    language: str | None
    detail: str
    score: float
    complete: bool
    missing: tuple[str, ...]
    matched: tuple[MatchView, ...]
    highlights: tuple[tuple[int, int], ...]


@record
class HitListView:
    """What was found, the best first, of `total`; what comes near; figures and names
    beside.
    """

    query: str
    rows: tuple[EventHit | OtherHit, ...]
    near: tuple[EventHit | OtherHit, ...] = ()
    also: tuple[OtherHit, ...] = ()
    total: int = 0


def hit_list(
    query: str,
    hits: Sequence[Hit],
    speaker: Speaker,
) -> HitListView:
    """View the hits of a search."""
    return HitListView(query=query, rows=rows(hits, speaker), total=len(hits))


def rows(hits: Iterable[Hit], speaker: Speaker) -> tuple[EventHit | OtherHit, ...]:
    """View each hit."""
    return tuple(VIEWS.get(hit.kind, other)(hit, speaker) for hit in hits)


def event_hit(hit: Hit, speaker: Speaker) -> EventHit:
    """View an event that was found."""
    (event,) = speaker.index.events([hit.number])
    fields = event_fields(event, speaker)
    return EventHit(
        **fields,
        kind=hit.kind,
        score=hit.score,
        complete=hit.is_answer,
        missing=hit.missing,
        matched=tuple(event_match(match, event, speaker) for match in hit.matched),
        highlights=tuple(highlighting.highlights(str(fields["title"]), hit)),
    )


def other(hit: Hit, speaker: Speaker) -> OtherHit:
    """View a name, a figure or a source that was found."""
    title, language, detail = DESCRIBE[hit.kind](hit.id, speaker)
    return OtherHit(
        id=hit.id,
        kind=hit.kind,
        title=title,
        language=language,
        detail=detail,
        score=hit.score,
        complete=hit.is_answer,
        missing=hit.missing,
        matched=tuple(match_view(match, [title]) for match in hit.matched),
        highlights=tuple(highlighting.highlights(title, hit)),
    )


def of_name(identifier: str, speaker: Speaker) -> OtherHit:
    """View the name that a query is."""
    title, language, detail = name(identifier, speaker)
    return OtherHit(
        id=identifier,
        kind="names",
        title=title,
        language=language,
        detail=detail,
        score=1.0,
        complete=True,
        missing=(),
        matched=(),
        highlights=(),
    )


# ---- why


def event_match(
    match: Match,
    event: Event,
    speaker: Speaker,
) -> MatchView:
    """View why an event was found, in letters that the reader may see of it."""
    title = in_language(event.title, speaker.lang)[0]
    is_own_date = match.word in event.preferred.value.text
    if match.token.startswith(tokens.OTHER) and (other := other_date(match.token, event)):
        return match_view(match, [], speaker.date(other), "dates")
    if match.how == DATE and (is_own_date or match.token.startswith("_")):
        return match_view(match, [], speaker.date(event.preferred.value), "date")
    if match.field == "names":
        return match_view(match, [], speaker.label(match.token[1:].replace("_", "-")))
    if match.field == "tags":
        keywords = (word for words in event.keywords.values() for word in words)
        return match_view(match, keywords, subject(match.token, speaker))
    if match.field == "title":
        return match_view(match, [title, *event.title.values()])
    summaries = [speaker.words(event.summary), *event.summary.values()]
    return match_view(match, summaries if match.field == "summary" else [])


def other_date(token: str, event: Event) -> PartialDate | None:
    """The date of an event that a token means, when it is not the one it goes by."""
    figures = token.removeprefix(tokens.OTHER)
    every = (facet.value for facet in event.dates if facet is not event.preferred)
    return next(
        (each for each in every if each.text.replace("-", "").startswith(figures)), None
    )


def match_view(
    match: Match,
    texts: Iterable[str],
    found: str = "",
    field: str = "",
) -> MatchView:
    """View why an entry was found: the letters of the first of some texts, else the word as
    typed.
    """
    letters = (highlighting.letters(text, [*match.forms, match.token]) for text in texts)
    return MatchView(
        word=match.word,
        found=found or next(filter(None, letters), match.word),
        field=field or match.field,
        how=match.how,
    )


def subject(token: str, speaker: Speaker) -> str:
    """Return the label of a tag, a category or a kind of date; empty for a keyword."""
    if not tokens.is_tag(token):
        return ""
    identifier = tokens.identifier_of(token)
    if tag := speaker.index.tag(identifier):
        return speaker.words(tag.label)
    if identifier in CATEGORIES:
        return vocabulary.category(identifier, speaker.catalogue)
    return vocabulary.kind(identifier, speaker.catalogue)


# ---- other kinds


def name(entry_id: str, speaker: Speaker) -> Described:
    """Describe a name by its label and its kind."""
    found = speaker.index.name(entry_id)
    if found is None:
        return entry_id, None, ""
    return *in_language(found.label, speaker.lang), vocabulary.name_kind(
        found.kind, speaker.catalogue
    )


def figure(entry_id: str, speaker: Speaker) -> Described:
    """Describe a figure by its label, its value and its period."""
    found = speaker.index.figure(entry_id)
    if found is None:
        return entry_id, None, ""
    value = quantities.bounded(found.value, found.unit, found.bound, speaker.catalogue)
    return *in_language(found.label, speaker.lang), f"{value}, {speaker.date(found.period)}"


def source(entry_id: str, speaker: Speaker) -> Described:
    """Describe a source by its title and its publisher."""
    found = speaker.index.source(entry_id)
    return (found.title, None, found.publisher) if found else (entry_id, None, "")


VIEWS: dict[str, Callable[[Hit, Speaker], EventHit | OtherHit]] = {"events": event_hit}
DESCRIBE = {"names": name, "figures": figure, "sources": source}

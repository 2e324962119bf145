"""The values of the database: events with their dated facets, names, figures, sources, tags,
indicators.
"""

from __future__ import annotations

from collections.abc import Mapping

from kzfr_cli.core import kinds
from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.record import record

LANGUAGES = ("fr", "en", "ru", "kk")

CATEGORIES = tuple(category.name for category in kinds.CATEGORIES)
SCOPES = ("bilateral", "context")
FACET_KINDS = tuple(kind.name for kind in kinds.DATE_KINDS)
STATUSES = ("preferred", "accepted", "disputed", "rejected")
SUBJECTS = ("trade", "investment", "oil", "uranium", "industry", "people")
"""What series of figures are about, in the order in which they are listed."""

CONFIDENCES = ("high", "medium", "low")
LANDMARK, NOTABLE, DETAIL = 3, 2, 1
"""How much an event weighs; what says none is notable."""

WEIGHTS = (LANDMARK, NOTABLE, DETAIL)

SOURCE_KINDS = ("official", "academic", "press", "company", "encyclopaedia", "blog")
NAME_KINDS = (
    "place",
    "person",
    "organisation",
    "institution",
    "programme",
    "work",
    "demonym",
)
OFFICES = ("president", "prime-minister", "foreign-minister", "ambassador")
BOUNDS = ("exact", "about", "more-than", "at-least", "less-than", "up-to", "nearly")

Words = Mapping[str, str]
"""One text by language code (`fr`, `en`, `ru`, `kk`)."""

NO_WORDS: Words = {}
NO_SPELLINGS: Mapping[str, tuple[str, ...]] = {}


def in_language(words: Words, lang: str) -> tuple[str, str]:
    """Return a text in a language, else in English, else in French, else in any, with the
    language it is in.
    """
    for language in (lang, "en", "fr", *words):
        if text := words.get(language):
            return text, language
    return "", lang


ENTRY_KINDS = ("sources", "names", "tags", "indicators", "figures", "events")
"""The kinds of entries of a database file, those that others refer to first."""

ROUND_PROFILES = ("default", "decades", "unesco")
"""The named ways to say which numbers of years are round."""


@record
class Facet:
    """Date one side of an event (its signature, its entry into force …) as its sources give it."""

    kind: str
    value: PartialDate
    status: str
    sources: tuple[str, ...] = ()
    note: Words = NO_WORDS
    wording: str = ""


@record
class Citation:
    """Say in our words what a source states about the entry that cites it."""

    source: str
    says: str = ""


@record
class Conflict:
    """Say on what point, other than a date, the sources of an event disagree, and who says what."""

    about: Words
    note: Words
    sources: tuple[str, ...] = ()


@record
class Quantity:
    """A number that an event tells.

    `holder` is the id of the name that it belongs to, empty when it is that of the whole event.
    """

    value: float
    unit: str
    holder: str = ""
    bound: str = "exact"


@record
class EventFacts:
    """What an event says of itself that its views show as it stands.

    `of` is the id of the event or name that it is a step or an `edition` of. `weight` is one of
    `WEIGHTS`. Nobody would mark the anniversary of what is not `commemorated`.
    """

    places: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    scope: str = "bilateral"
    confidence: str = ""
    weight: int = NOTABLE
    commemorated: bool = True
    of: str = ""
    edition: int | None = None


@record
class Event(EventFacts):
    """One dated, sourced event.

    `aliases` are what texts call it beside its title, by language, `keywords` words that lead a
    search to it; `once` says that it can happen only once. `uid` names it in the
    calendar that it was imported from. `not_commemorated` says why nobody would
    mark its anniversary.
    """

    id: str
    category: str
    title: Words
    summary: Words = NO_WORDS
    dates: tuple[Facet, ...]
    sources: tuple[Citation, ...] = ()
    former_ids: tuple[str, ...] = ()
    translation: str = ""
    not_commemorated: Words = NO_WORDS
    aliases: Mapping[str, tuple[str, ...]] = NO_SPELLINGS
    keywords: Mapping[str, tuple[str, ...]] = NO_SPELLINGS
    once: bool = False
    uid: str = ""
    disputes: tuple[Conflict, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    file: str = ""
    line: int = 0

    @property
    def preferred(self) -> Facet:
        """Return the facet whose date the event goes by."""
        return next(facet for facet in self.dates if facet.status == "preferred")

    @property
    def is_disputed(self) -> bool:
        """Return whether a source gives another date that has not been refuted."""
        return any(facet.status == "disputed" for facet in self.dates)

    def is_contested(self, facet: Facet) -> bool:
        """Return whether a date is disputed, or has a disputed rival of its kind."""
        return any(
            other.status == "disputed" and other.kind == facet.kind for other in self.dates
        )


@record
class Source:
    """One page or document.

    `retrieved` is when we read it, `archived` the address of a copy that stays.
    """

    id: str
    title: str
    publisher: str = ""
    url: str = ""
    language: str = ""
    kind: str = ""
    published: PartialDate | None = None
    retrieved: PartialDate | None = None
    authors: tuple[str, ...] = ()
    archived: str = ""


@record
class NamePeriod:
    """The name that a place or organisation bore from one date to another, both included."""

    label: Words
    start: PartialDate | None = None
    end: PartialDate | None = None
    sources: tuple[str, ...] = ()


@record
class Office:
    """Say that a person held an office from one day to another, both included.

    `of` is the id of the state or body, `at` that of the state to which an ambassador is sent.
    """

    office: str
    of: str
    at: str = ""
    start: PartialDate | None = None
    end: PartialDate | None = None
    sources: tuple[str, ...] = ()


@record
class Name:
    """One person, place, organisation or work in every language.

    `acronyms` are those of every language, `acronyms_in` the same by language where it is known.
    `part_of` is the id of the name of what it belongs to, `coordinates` are degrees of latitude and
    longitude (WGS 84).
    """

    id: str
    kind: str
    label: Words
    spellings: Mapping[str, tuple[str, ...]] = NO_SPELLINGS
    acronyms: tuple[str, ...] = ()
    acronyms_in: Mapping[str, tuple[str, ...]] = NO_SPELLINGS
    part_of: str = ""
    coordinates: tuple[float, float] | None = None
    offices: tuple[Office, ...] = ()
    periods: tuple[NamePeriod, ...] = ()
    note: Words = NO_WORDS
    translation: str = ""

    def label_on(self, value: PartialDate) -> Words:
        """Return the name that it bore at a date; today's when no period is known to hold the
        whole date.
        """
        if value.earliest is not None and value.latest is not None:
            for period in self.periods:
                first = period.start.earliest if period.start else None
                last = period.end.latest if period.end else None
                if (first is None or first <= value.earliest) and (
                    last is None or value.latest <= last
                ):
                    return {**self.label, **period.label}
        return self.label


@record
class Counts:
    """Say which events a complete set holds.

    They are those of a category, with a holder of an office `of` a state or with an
    `organisation`, in the place or country `at`.
    """

    category: str
    office: str = ""
    of: str = ""
    organisation: str = ""
    at: str = ""


@record
class Tag:
    """One subject in every language.

    Of a `complete` one the database holds every event `since` that date; `counts` says which.
    """

    id: str
    label: Words
    complete: bool = False
    since: PartialDate | None = None
    counts: Counts | None = None
    note: Words = NO_WORDS


@record
class Indicator:
    """What a series of figures measures.

    A text speaks of it when its sentence has a word of each group of `cues`, known by its first
    letters, and none of `excludes`. `short` is what a table of series calls it under its subject;
    `not_drawn` tells why its figures make no line, `breaks` in which years the count changes.
    """

    id: str
    label: Words
    measures: Words = NO_WORDS
    subject: str = ""
    short: Words = NO_WORDS
    not_drawn: Words = NO_WORDS
    breaks: tuple[int, ...] = ()
    translation: str = ""
    former_ids: tuple[str, ...] = ()
    cues: tuple[tuple[str, ...], ...] = ()
    excludes: tuple[str, ...] = ()


@record
class Dispute:
    """The rival value that another source gives for a figure."""

    source: str
    period: PartialDate | None = None
    value: float | None = None
    unit: str = ""
    note: Words = NO_WORDS


@record
class Figure:
    """One measured value with its period, unit and sources."""

    id: str
    indicator: str
    period: PartialDate
    value: float
    unit: str
    label: Words
    bound: str = "exact"
    status: str = "preferred"
    confidence: str = ""
    change: Words = NO_WORDS
    note: Words = NO_WORDS
    sources: tuple[Citation, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    former_ids: tuple[str, ...] = ()

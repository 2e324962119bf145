"""The shape of the database files, checked by msgspec while the index is built.

Every field but `id` may be left out here, because an overlay entry with `extend = true` names only
what it changes; `missing` tells what a whole entry lacks.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from kzfr_cli.core import event
from kzfr_cli.store import toml_text

ID = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"

Id = Annotated[str, Meta(pattern=ID, max_length=120)]
Language = Annotated[str, Meta(pattern=r"^[a-z]{2,3}(?:_[a-z]{4})?$")]
Words = dict[Language, str]
MOST_WORDS = 10_000
"""Ids, spellings or dates that a field of an entry may list."""

MOST_LETTERS = 1_000
"""Letters of a name that another program gave."""

SHORT_LIST = Meta(max_length=MOST_WORDS)
Ids = Annotated[list[Id], SHORT_LIST]
Spellings = Annotated[list[str], SHORT_LIST]
Forms = dict[Language, Spellings]
Text = Annotated[str, Meta(min_length=1)]

if TYPE_CHECKING:
    Category = str
    FacetKind = str
    Scope = str
    Status = str
    Bound = str
    SourceKind = str
    NameKind = str
    OfficeName = str
    Subject = str
    Confidence = str
else:
    Category = Literal[event.CATEGORIES]
    FacetKind = Literal[event.FACET_KINDS]
    Scope = Literal[event.SCOPES]
    Status = Literal[event.STATUSES]
    Bound = Literal[event.BOUNDS]
    SourceKind = Literal["", *event.SOURCE_KINDS]
    NameKind = Literal[event.NAME_KINDS]
    OfficeName = Literal[event.OFFICES]
    Subject = Literal["", *event.SUBJECTS]
    Confidence = Literal["", *event.CONFIDENCES]
Translation = Literal["", "unreviewed", "reviewed"]


class FacetItem(Struct, forbid_unknown_fields=True):
    """One dated facet of an event."""

    kind: FacetKind
    value: Text
    status: Status = "preferred"
    sources: Ids = []
    note: Words = {}
    wording: str = ""


class CitationItem(Struct, forbid_unknown_fields=True):
    """What a source says, kept with the entry that cites it."""

    id: Id
    says: str = ""


class Layered(Struct, forbid_unknown_fields=True, kw_only=True):
    """What every entry may say about the entry of the same id in an earlier file."""

    id: Id
    extend: bool = False
    hidden: bool = False


Number = Annotated[float, Meta(ge=-1e15, le=1e15)]
"""A measured value: a number, not an infinite one, which JSON cannot hold."""


class ConflictItem(Struct, forbid_unknown_fields=True):
    """One point of an event, other than a date, on which sources disagree."""

    about: Words
    note: Words
    sources: Ids = []


class QuantityItem(Struct, forbid_unknown_fields=True):
    """One number that the summary of an event tells."""

    value: Number
    unit: Text
    holder: str = ""
    bound: Bound = "exact"


class EventEntry(Layered, kw_only=True):
    """One `[[events]]` table."""

    former_ids: Ids = []
    category: Category | None = None
    scope: Annotated[
        Scope, Meta(description="bilateral: relations proper; context: what surrounds them.")
    ] = "bilateral"
    title: Words = {}
    translation: Translation = ""
    summary: Annotated[Words, Meta(description="What happened, by language.")] = {}
    places: Annotated[Ids, Meta(description="Ids of the names of places.")] = []
    people: Annotated[Ids, Meta(description="Ids of the names of people.")] = []
    organisations: Annotated[
        Ids, Meta(description="Ids of the names of organisations and institutions.")
    ] = []
    tags: Annotated[Ids, Meta(description="Ids of tags.")] = []
    confidence: Confidence = ""
    weight: Annotated[
        Literal[1, 2, 3],
        Meta(description="3: a landmark; 2: notable, as when nothing is said; 1: a detail."),
    ] = 2
    commemorated: Annotated[
        bool, Meta(description="Whether anybody would mark its anniversary.")
    ] = True
    not_commemorated: Annotated[
        Words, Meta(description="Why nobody would mark its anniversary, by language.")
    ] = {}
    aliases: Annotated[
        Forms,
        Meta(
            description="What texts call the event, by language: a check knows it by them."
        ),
    ] = {}
    keywords: Annotated[
        Forms,
        Meta(description="Words that lead a search to the event, by language; never shown."),
    ] = {}
    once: Annotated[bool, Meta(description="Whether it can happen only once.")] = False
    of: str = ""
    edition: Annotated[
        Annotated[int, Meta(ge=1)] | None,
        Meta(description="The number of the edition of what `of` names: 4 for the fourth."),
    ] = None
    uid: Annotated[
        str,
        Meta(
            max_length=MOST_LETTERS,
            description="Its name (UID) in the calendar that it was imported from.",
        ),
    ] = ""
    dates: Annotated[
        list[FacetItem],
        SHORT_LIST,
        Meta(description="The dated sides of the event; exactly one is preferred."),
    ] = []
    disputes: Annotated[list[ConflictItem], SHORT_LIST] = []
    quantities: Annotated[
        list[QuantityItem],
        SHORT_LIST,
        Meta(description="Numbers that the summary states, to be compared."),
    ] = []
    sources: Annotated[list[CitationItem], SHORT_LIST] = []


class SourceEntry(Layered, kw_only=True):
    """One `[[sources]]` table."""

    former_ids: Ids = []
    title: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    kind: SourceKind = ""
    published: str = ""
    retrieved: str = ""
    authors: Spellings = []
    archived: str = ""


class PeriodItem(Struct, forbid_unknown_fields=True, rename={"start": "from", "end": "to"}):
    """One name of a renamed thing."""

    label: Words
    start: str = ""
    end: str = ""
    sources: Ids = []


class OfficeItem(Struct, forbid_unknown_fields=True, rename={"start": "from", "end": "to"}):
    """One office that a person held."""

    office: OfficeName
    of: Id
    at: str = ""
    start: str = ""
    end: str = ""
    sources: Ids = []


class NameEntry(Layered, kw_only=True):
    """One `[[names]]` table."""

    kind: NameKind | None = None
    label: Words = {}
    spellings: Forms = {}
    acronyms: Spellings | Forms = []
    part_of: str = ""
    coordinates: Annotated[list[float], Meta(min_length=2, max_length=2)] | None = None
    offices: Annotated[list[OfficeItem], SHORT_LIST] = []
    periods: list[PeriodItem] = []
    note: Words = {}
    translation: Translation = ""


class CountItem(Struct, forbid_unknown_fields=True):
    """Which events a complete set holds: of a category, with an officer or a body, somewhere."""

    category: Category
    office: str = ""
    of: str = ""
    organisation: str = ""
    at: str = ""


class TagEntry(Layered, kw_only=True):
    """One `[[tags]]` table."""

    label: Words = {}
    complete: bool = False
    since: str = ""
    counts: CountItem | None = None
    note: Words = {}


class IndicatorEntry(Layered, kw_only=True):
    """One `[[indicators]]` table."""

    former_ids: Ids = []
    subject: Subject = ""
    label: Words = {}
    short: Words = {}
    translation: Translation = ""
    measures: Words = {}
    not_drawn: Words = {}
    breaks: list[int] = []
    cues: list[Spellings] = []
    excludes: Spellings = []


class DisputeItem(Struct, forbid_unknown_fields=True, kw_only=True):
    """One rival value of a figure."""

    source: Id
    period: str = ""
    value: Number | None = None
    unit: str = ""
    note: Words = {}


class FigureEntry(Layered, kw_only=True):
    """One `[[figures]]` table."""

    former_ids: Ids = []
    indicator: Id = ""
    period: str = ""
    value: Number | None = None
    unit: str = ""
    bound: Bound = "exact"
    status: Literal["preferred", "disputed", "rejected"] = "preferred"
    confidence: Confidence = ""
    label: Words = {}
    change: Words = {}
    note: Words = {}
    sources: Annotated[list[CitationItem], SHORT_LIST] = []
    disputes: list[DisputeItem] = []


ENTRIES: dict[str, type[Layered]] = {
    "events": EventEntry,
    "sources": SourceEntry,
    "names": NameEntry,
    "tags": TagEntry,
    "indicators": IndicatorEntry,
    "figures": FigureEntry,
}

REQUIRED = {
    "events": ("category", "title", "dates"),
    "sources": ("title",),
    "names": ("kind", "label"),
    "tags": ("label",),
    "indicators": ("label",),
    "figures": ("indicator", "period", "value", "unit", "label"),
}

ValidationError = msgspec.ValidationError


def check(kind: str, entry: dict[str, Any]) -> None:
    """Check the types and names of an entry's fields; raises `ValidationError` with a path such as
    `$.dates[0]`.
    """
    msgspec.convert(entry, ENTRIES[kind])


def drop_unknown(kind: str, entry: dict[str, Any]) -> Iterator[str]:
    """Take the fields that are not known out of an entry, and give their paths, such as `mood` or
    `dates[0].mood`; raises `ValidationError` with the first thing else that is wrong.
    """
    for _ in range(MOST_UNKNOWN):
        try:
            check(kind, entry)
            return
        except ValidationError as error:
            unknown = UNKNOWN_FIELD.search(str(error))
            if unknown is None:
                raise
            path = fault(kind, entry, error)[0]
            drop(entry, path.removesuffix(unknown[1]), unknown[1])
            yield path
    check(kind, entry)


def drop(entry: Any, path: str, name: str) -> None:
    """Take a field out of what stands at a path of an entry."""
    holder = entry
    for step in toml_text.steps(path):
        holder = holder[int(step)] if isinstance(holder, list) else holder[step]
    del holder[name]


MOST_UNKNOWN = 20
"""Fields that are not known beyond which an entry is left out: each costs another look at it."""

PLACE = re.compile(
    r" - at `(?:(?P<key>key)` in `)?\$?\.?(?P<path>[^`]*?)(?P<any>\[\.\.\.\](?P<below>[^`]*))?`$"
)
MISSING_FIELD = re.compile(r"missing required field `([^`]*)`")
UNKNOWN_FIELD = re.compile(r"unknown field `([^`]*)`")


def fault(kind: str, entry: Any, error: ValidationError) -> tuple[str, str]:
    """Return the field that was refused, such as `dates[0].kind`, and why, from the message of
    `check`.

    Where msgspec says only that some key or value of a mapping is wrong, the first one that is
    wrong alone is named.
    """
    message = str(error)
    place = PLACE.search(message)
    path, detail = (place["path"], message[: place.start()]) if place else ("", message)
    if place and (place["key"] or place["any"]):
        path = f"{path}.{wrong_name(kind, entry, path)}{place['below'] or ''}"
    if unknown := UNKNOWN_FIELD.search(message):
        path = f"{path}.{unknown[1]}".removeprefix(".")
    return path, detail


def wrong_name(kind: str, entry: Any, path: str) -> str:
    """Find which name of the mapping at `path` is refused."""
    trial = copy.deepcopy(entry)
    mapping = trial
    for step in toml_text.steps(path):
        mapping = mapping[int(step)] if isinstance(mapping, list) else mapping[step]
    whole = dict(mapping)
    for name, value in whole.items():
        mapping.clear()
        mapping[name] = value
        try:
            check(kind, trial)
        except ValidationError:
            return str(name)
    return ""


def field_names(kind: str) -> tuple[str, ...]:
    """List the fields of a kind of entry in the order in which they are written."""
    return ENTRIES[kind].__struct_encode_fields__


def missing(kind: str, entry: dict[str, Any]) -> list[str]:
    """List the fields that a whole entry must have and this one has not."""
    return [field for field in REQUIRED[kind] if entry.get(field) in (None, "", {}, [])]


def encode(entry: dict[str, Any]) -> str:
    """Write an entry as the JSON that the index keeps; raises `TypeError` on a value that JSON
    cannot hold.
    """
    return msgspec.json.encode(entry).decode()

"""Turn the plain mapping of an entry, from TOML or from the index, into the records of
`core.event`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from kzfr_cli.core import edtf
from kzfr_cli.core.event import (
    NO_SPELLINGS,
    NO_WORDS,
    Citation,
    Conflict,
    Counts,
    Dispute,
    Event,
    Facet,
    Figure,
    Indicator,
    Name,
    NamePeriod,
    Office,
    Quantity,
    Source,
    Tag,
)
from kzfr_cli.core.record import fields

Entry = Mapping[str, Any]


def event(
    entry: Entry,
    file: str = "",
    line: int = 0,
) -> Event:
    """Read an event; raises `InvalidDateError` on a date that is not EDTF."""
    given = {name: READERS.get(name, plain)(entry[name]) for name in EVENT if name in entry}
    return Event(**given, file=file, line=line)


def plain(value: Any) -> Any:
    """Return a value as it stands, a list as a tuple."""
    return tuple(value) if isinstance(value, list) else value


def facet(item: Entry) -> Facet:
    """Read one dated facet."""
    return Facet(
        kind=item["kind"],
        value=edtf.parse(item["value"]),
        status=item.get("status", "preferred"),
        sources=tuple(item.get("sources", ())),
        note=item.get("note", NO_WORDS),
        wording=item.get("wording", ""),
    )


def conflict(item: Entry) -> Conflict:
    """Read one conflict that is not about a date."""
    return Conflict(
        about=item["about"], note=item["note"], sources=tuple(item.get("sources", ()))
    )


def quantity(item: Entry) -> Quantity:
    """Read one number of an event."""
    return Quantity(
        value=item["value"],
        unit=item["unit"],
        holder=item.get("holder", ""),
        bound=item.get("bound", "exact"),
    )


def by_language(forms: Mapping[str, Iterable[str]] | None) -> Mapping[str, tuple[str, ...]]:
    """Read lists of words by language."""
    return {lang: tuple(words) for lang, words in forms.items()} if forms else NO_SPELLINGS


def citations(items: Iterable[Entry]) -> tuple[Citation, ...]:
    """Read what an entry cites."""
    return tuple(Citation(source=item["id"], says=item.get("says", "")) for item in items)


def source(entry: Entry) -> Source:
    """Read a source."""
    return Source(
        id=entry["id"],
        title=entry["title"],
        publisher=entry.get("publisher", ""),
        url=entry.get("url", ""),
        language=entry.get("language", ""),
        kind=entry.get("kind", ""),
        published=optional_date(entry.get("published")),
        retrieved=optional_date(entry.get("retrieved")),
        authors=tuple(entry.get("authors", ())),
        archived=entry.get("archived", ""),
    )


def name(entry: Entry) -> Name:
    """Read a name with its spellings, offices and periods; acronyms are one list, or lists by
    language.
    """
    acronyms = entry.get("acronyms", ())
    acronyms_in = by_language(acronyms) if isinstance(acronyms, Mapping) else NO_SPELLINGS
    listed = (form for forms in acronyms_in.values() for form in forms)
    return Name(
        id=entry["id"],
        kind=entry["kind"],
        label=entry["label"],
        spellings=by_language(entry.get("spellings")),
        acronyms=tuple(dict.fromkeys(listed if acronyms_in else acronyms)),
        acronyms_in=acronyms_in,
        part_of=entry.get("part_of", ""),
        coordinates=tuple(entry["coordinates"]) if entry.get("coordinates") else None,
        offices=tuple(office(item) for item in entry.get("offices", ())),
        periods=tuple(periods(entry.get("periods", ()))),
        note=entry.get("note", NO_WORDS),
        translation=entry.get("translation", ""),
    )


def office(item: Entry) -> Office:
    """Read one office of a person."""
    return Office(
        office=item["office"],
        of=item["of"],
        at=item.get("at", ""),
        start=optional_date(item.get("from")),
        end=optional_date(item.get("to")),
        sources=tuple(item.get("sources", ())),
    )


def periods(items: Iterable[Entry]) -> Iterable[NamePeriod]:
    """Read the periods of a renamed place or organisation."""
    for item in items:
        yield NamePeriod(
            label=item["label"],
            start=optional_date(item.get("from")),
            end=optional_date(item.get("to")),
            sources=tuple(item.get("sources", ())),
        )


def tag(entry: Entry) -> Tag:
    """Read a tag."""
    counts = entry.get("counts")
    return Tag(
        id=entry["id"],
        label=entry["label"],
        complete=entry.get("complete", False),
        since=optional_date(entry.get("since")),
        counts=Counts(**counts) if counts else None,
        note=entry.get("note", NO_WORDS),
    )


def indicator(entry: Entry) -> Indicator:
    """Read the definition of a series."""
    return Indicator(
        id=entry["id"],
        label=entry["label"],
        measures=entry.get("measures", NO_WORDS),
        subject=entry.get("subject", ""),
        short=entry.get("short", NO_WORDS),
        not_drawn=entry.get("not_drawn", NO_WORDS),
        breaks=tuple(entry.get("breaks", ())),
        translation=entry.get("translation", ""),
        former_ids=tuple(entry.get("former_ids", ())),
        cues=tuple(tuple(group) for group in entry.get("cues", ())),
        excludes=tuple(entry.get("excludes", ())),
    )


def figure(entry: Entry) -> Figure:
    """Read a figure with its disputes."""
    return Figure(
        id=entry["id"],
        indicator=entry["indicator"],
        period=edtf.parse(entry["period"]),
        value=entry["value"],
        unit=entry["unit"],
        label=entry["label"],
        bound=entry.get("bound", "exact"),
        status=entry.get("status", "preferred"),
        confidence=entry.get("confidence", ""),
        change=entry.get("change", NO_WORDS),
        note=entry.get("note", NO_WORDS),
        sources=citations(entry.get("sources", ())),
        disputes=tuple(dispute(item) for item in entry.get("disputes", ())),
        former_ids=tuple(entry.get("former_ids", ())),
    )


def dispute(item: Entry) -> Dispute:
    """Read the rival value of a figure."""
    return Dispute(
        source=item["source"],
        period=optional_date(item.get("period")),
        value=item.get("value"),
        unit=item.get("unit", ""),
        note=item.get("note", NO_WORDS),
    )


def optional_date(text: str | None) -> edtf.PartialDate | None:
    """Parse a date that may be left out."""
    return edtf.parse(text) if text else None


EVENT = tuple(name for name in fields(Event) if name not in ("file", "line"))
"""The fields of an event that a file gives."""

READERS: Mapping[str, Callable[[Any], Any]] = {
    "dates": lambda items: tuple(map(facet, items)),
    "sources": citations,
    "aliases": by_language,
    "keywords": by_language,
    "disputes": lambda items: tuple(map(conflict, items)),
    "quantities": lambda items: tuple(map(quantity, items)),
}
"""What reads the fields of an event that are no plain values."""

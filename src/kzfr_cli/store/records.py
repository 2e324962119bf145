"""Turn the plain mapping of an entry, from TOML or from the index, into the records of
`core.event`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kzfr_cli.core import edtf
from kzfr_cli.core.event import (
    NO_SPELLINGS,
    NO_WORDS,
    Citation,
    Dispute,
    Event,
    Facet,
    Figure,
    Indicator,
    Name,
    NamePeriod,
    Source,
    Tag,
)

Entry = Mapping[str, Any]


def event(entry: Entry, file: str = "", line: int = 0) -> Event:
    """Read an event; raises `InvalidDateError` on a date that is not EDTF."""
    return Event(
        id=entry["id"],
        category=entry["category"],
        scope=entry.get("scope", "bilateral"),
        title=entry["title"],
        summary=entry.get("summary", NO_WORDS),
        dates=tuple(facet(item) for item in entry["dates"]),
        sources=citations(entry),
        former_ids=tuple(entry.get("former_ids", ())),
        translation=entry.get("translation", ""),
        places=tuple(entry.get("places", ())),
        people=tuple(entry.get("people", ())),
        organisations=tuple(entry.get("organisations", ())),
        tags=tuple(entry.get("tags", ())),
        confidence=entry.get("confidence", ""),
        weight=entry.get("weight", 2),
        commemorated=entry.get("commemorated", True),
        not_commemorated=entry.get("not_commemorated", NO_WORDS),
        aliases={lang: tuple(forms) for lang, forms in entry.get("aliases", NO_SPELLINGS).items()},
        once=entry.get("once", False),
        file=file,
        line=line,
    )


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


def citations(entry: Entry) -> tuple[Citation, ...]:
    """Read what an entry cites."""
    return tuple(
        Citation(source=item["id"], says=item.get("says", "")) for item in entry.get("sources", ())
    )


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
    )


def name(entry: Entry) -> Name:
    """Read a name with its spellings and periods."""
    return Name(
        id=entry["id"],
        kind=entry["kind"],
        label=entry["label"],
        spellings={
            language: tuple(forms) for language, forms in entry.get("spellings", NO_WORDS).items()
        },
        acronyms=tuple(entry.get("acronyms", ())),
        periods=tuple(periods(entry.get("periods", ()))),
        note=entry.get("note", NO_WORDS),
        translation=entry.get("translation", ""),
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
    return Tag(id=entry["id"], label=entry["label"])


def indicator(entry: Entry) -> Indicator:
    """Read the definition of a series."""
    return Indicator(
        id=entry["id"],
        label=entry["label"],
        measures=entry.get("measures", NO_WORDS),
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
        change=entry.get("change", NO_WORDS),
        note=entry.get("note", NO_WORDS),
        sources=citations(entry),
        disputes=tuple(dispute(item) for item in entry.get("disputes", ())),
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

"""What a site tells search engines in JSON-LD by schema.org: the record as a data set, and its
events.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from kzfr_cli import __released__, __version__
from kzfr_cli.core import edtf
from kzfr_cli.core.event import Source
from kzfr_cli.formats import html, plain
from kzfr_cli.views.pages import PageEvent

Sources = Sequence[Source]

SCHEMA = "https://schema.org"
LICENSE = "https://creativecommons.org/licenses/by/4.0/"
KNOWN = {"month": 7, "season": 7, "year": 4, "decade": 4, "century": 4}
"""How many signs of a day in ISO 8601 are told of a date that is known so far."""

TYPES = {"person": "Person", "organisation": "Organization", "place": "Place"}
"""What schema.org calls the names of an event, by their role."""

DOWNLOADS = (("events.csv", "text/csv"), ("events.json", "application/json"))


def event(
    sources: Sources,
    seen: PageEvent,
    lang: str,
    base: str,
    image: str,
) -> str:
    """Describe an event, its dates in ISO 8601 as far as they are known; `base` is the address of
    the folder of its language, `image` that of its picture.

    Search engines demand a place of an `Event`. What the record knows no place of is described as
    what its page is, an `Article` on a time.
    """
    places = [
        {**place, "address": place["name"]}
        for place in named(
            seen,
            "place",
            lang,
        )
    ]
    addresses = (html.safe_url(sources[number].url) for number, _ in seen.sources)
    return block(
        {
            "@context": SCHEMA,
            **(happening(seen, lang, places) if places else article(seen, lang)),
            "inLanguage": lang,
            "description": seen.summaries[lang],
            "about": [*named(seen, "person", lang), *named(seen, "organisation", lang)],
            "citation": list(filter(None, addresses)),
            "url": f"{base}events/{seen.id}.html" if base else "",
            "image": image,
        }
    )


def happening(
    seen: PageEvent,
    lang: str,
    places: list[dict[str, str]],
) -> dict[str, Any]:
    """Say of an event what it is, when and where."""
    return {
        "@type": "Event",
        "name": seen.titles[lang],
        "startDate": iso(seen, last=False),
        "endDate": iso(seen, last=True),
        "location": places,
    }


def article(seen: PageEvent, lang: str) -> dict[str, str]:
    """Say of a page on what it is, and of which time it tells."""
    ends = (iso(seen, last=False), iso(seen, last=True))
    return {
        "@type": "Article",
        "headline": seen.titles[lang],
        "temporalCoverage": ends[0] if ends[0] == ends[1] else "/".join(map(open_end, ends)),
    }


def open_end(day: str) -> str:
    """Return a day, or two dots where an end is open (ISO 8601-2)."""
    return day or ".."


def named(
    seen: PageEvent,
    role: str,
    lang: str,
) -> list[dict[str, str]]:
    """Name what an event is linked to."""
    return [
        {"@type": TYPES[role], "name": item.labels[lang]}
        for item in seen.linked
        if item.role == role
    ]


def dataset(
    says: dict[str, str],
    lang: str,
    span: str,
    base: str,
) -> str:
    """Describe the record as a data set; `span` is its first and its last year by ISO 8601, `says`
    what is said of it.
    """
    return block(
        {
            "@context": SCHEMA,
            "@type": "Dataset",
            "name": says["title"],
            "description": f"{says['lead']} {says['made']}",
            "inLanguage": lang,
            "temporalCoverage": span,
            "spatialCoverage": ["France", "Kazakhstan"],
            "license": LICENSE if says["license"] else "",
            "isAccessibleForFree": True,
            "creator": {"@type": "Organization", "name": "kzfr"},
            "keywords": says["keywords"],
            "identifier": f"{base}index.html" if base else "",
            "version": __version__,
            "dateModified": __released__,
            "url": f"{base}index.html" if base else "",
            "distribution": [
                {"@type": "DataDownload", "encodingFormat": media, "contentUrl": base + path}
                for path, media in (DOWNLOADS if base else ())
            ],
        }
    )


def block(described: dict[str, Any]) -> str:
    """Write JSON that no parser of HTML can take for markup, without what is empty."""
    kept = {name: value for name, value in described.items() if value}
    text = plain.escaped(json.dumps(kept, ensure_ascii=False))
    for sign, escape in html.UNSAFE.items():
        text = text.replace(sign, escape)
    return text


def iso(seen: PageEvent, *, last: bool) -> str:
    """Return the first or last day of an event, as precise as it is known; nothing where it is
    open.
    """
    value = edtf.parse(seen.date)
    end = (value.end if last else value.start) if value.is_interval else value
    day = (end.latest if last else end.earliest) if end else None
    return day.isoformat()[: KNOWN.get(end.precision, 10)] if end and day else ""

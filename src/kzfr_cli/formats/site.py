"""A static site: the page of the timeline, one of each event and year, and what programs read
beside them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

from kzfr_cli import __released__
from kzfr_cli.core import edtf
from kzfr_cli.core.visible import visible
from kzfr_cli.formats import csv, html, ics, plain
from kzfr_cli.formats import json as json_format
from kzfr_cli.formats.surface import Surface
from kzfr_cli.locale import vocabulary
from kzfr_cli.views.calendars import CalendarView, OccasionView
from kzfr_cli.views.pages import PageEvent, PageView
from kzfr_cli.views.sites import SiteView

FEED = 50
"""Anniversaries to come that the feed tells."""

ATOM = "http://www.w3.org/2005/Atom"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
SAFE_NAME = re.compile(
    r"(?!(?:con|prn|aux|nul|com[0-9]|lpt[0-9])\Z)(?=.{1,200}\Z)[a-z0-9]+(-[a-z0-9]+)*"
)
"""The ids that are names of files, on Windows too; no other leads out of the folder."""

PATHS = re.compile(
    r"index[.]html|events[.](?:json|csv)|anniversaries[.]ics|feed[.]atom|sitemap[.]xml"
    r"|years/-?[0-9]{1,4}[.]html|events/(?P<id>[a-z0-9-]+)[.]html"
)
"""The files that a site can hold."""


def may_hold(path: str) -> bool:
    """Return whether a site can hold a file at that path."""
    found = PATHS.fullmatch(path)
    return found is not None and (
        found["id"] is None or bool(SAFE_NAME.fullmatch(found["id"]))
    )


SIGNS = {
    "html": re.compile(
        rb'<meta name="generator" content="kzfr '
        rb"|style-src 'sha256-[^']+'; img-src data:; base-uri 'none'; form-action 'none'\">\s*"
        rb'<meta name="description" content="'
    ),
    "atom": re.compile(rb"<id>urn:kzfr:anniversaries</id>"),
    "ics": re.compile(rb"PRODID:-//kzfr//kzfr "),
    "csv": re.compile(rb"\A(?:\xef\xbb\xbf)?id[,;]title[,;]language[,;]titles[.]fr[,;]"),
    "json": re.compile(rb'\A\[\s*\{"id": "[a-z0-9-]+", "title": "'),
}
"""What the first version wrote into each kind of file, and nobody else."""

LOCATION = re.compile(rb"<loc>([^<]*)</loc>")


def is_signed(path: str, content: bytes) -> bool:
    """Return whether a file is one that the first version wrote, whose manifest told no digests; a
    list for search engines is when it names nothing but pages of a site of ours.
    """
    if path == "sitemap.xml":
        found = [place.decode("utf-8", "replace") for place in LOCATION.findall(content)]
        base = found[0].removesuffix("index.html") if found else ""
        return bool(base) and all(
            place.startswith(base) and may_hold(place.removeprefix(base)) for place in found
        )
    return SIGNS[path.rpartition(".")[2]].search(content) is not None


def files(view: SiteView, surface: Surface) -> Iterator[tuple[str, bytes]]:
    """Return each file of the site by its path."""
    page, events = view.page, named(view.page)
    yield (
        "index.html",
        html.page(page, surface, years=[year for year, _ in by_year(events)]).encode(),
    )
    for place, event in enumerate(events):
        yield f"events/{event.id}.html", event_page(view, events, place, surface)
    for year, members in by_year(events):
        yield f"years/{year}.html", year_page(view, year, members, surface)
    yield "events.json", json_format.render(view.listing, surface).encode()
    yield "events.csv", csv.render(view.listing, surface).encode()
    yield "anniversaries.ics", ics.render(view.calendar, surface)
    yield "feed.atom", feed(view.calendar, surface, view.today, view.base)
    if view.base:
        yield "sitemap.xml", sitemap(["index.html", *paths(events)], view.base)


def named(page: PageView) -> list[PageEvent]:
    """The events whose ids are names of files."""
    return [event for event in page.events if SAFE_NAME.fullmatch(event.id)]


def count(page: PageView) -> int:
    """Count the files of the site, a few more or less: those of its events and years, and what
    stands beside them.
    """
    return len(paths(page.events)) + 6


def paths(events: Sequence[PageEvent]) -> list[str]:
    """List the paths of the pages of events and years."""
    return [
        *(f"events/{event.id}.html" for event in events),
        *(f"years/{year}.html" for year, _ in by_year(events)),
    ]


def by_year(events: Sequence[PageEvent]) -> list[tuple[str, list[PageEvent]]]:
    """Gather the events by the year in which they begin."""
    return [(year, list(members)) for year, members in groupby(events, key=year_of)]


def year_of(event: PageEvent) -> str:
    """Return the year under which an event stands."""
    return (event.earliest or event.latest or "0000")[:4]


def event_page(
    view: SiteView, events: Sequence[PageEvent], place: int, surface: Surface
) -> bytes:
    """Write the page of an event, linked to its year and its neighbours."""
    event, lang = events[place], view.page.lang
    year = year_of(event)
    around = [(year.lstrip("0"), f"../years/{year}.html")]
    if place:
        around.append(
            ("← " + titled(events[place - 1], lang), f"{events[place - 1].id}.html")
        )
    if place + 1 < len(events):
        around.append(
            (titled(events[place + 1], lang) + " →", f"{events[place + 1].id}.html")
        )
    return framed(
        view,
        surface,
        path=f"events/{event.id}.html",
        heading=titled(event, lang),
        around=around,
        description=visible(event.summaries[lang] or event.titles[lang]),
        event=event,
        linked_data=linked_data(view.page, event, view.base),
    )


def titled(event: PageEvent, lang: str) -> str:
    """The title of an event in a language."""
    return visible(event.titles[lang])


def year_page(
    view: SiteView, year: str, members: Sequence[PageEvent], surface: Surface
) -> bytes:
    """Write the page of a year, linked to the years beside it."""
    years = [each for each, _ in by_year(named(view.page))]
    place = years.index(year)
    around = []
    if place:
        around.append((f"← {years[place - 1].lstrip('0')}", f"{years[place - 1]}.html"))
    if place + 1 < len(years):
        around.append((f"{years[place + 1].lstrip('0')} →", f"{years[place + 1]}.html"))
    heading = f"{html.spoken(view.page.lang, surface)['title']}, {year.lstrip('0')}"
    return framed(
        view,
        surface,
        path=f"years/{year}.html",
        heading=heading,
        around=around,
        description=heading,
        events=members,
    )


def framed(view: SiteView, surface: Surface, **values: Any) -> bytes:
    """Write a page of the site."""
    style, lang = html.asset("site.css"), view.page.lang
    says = {
        **html.spoken(lang, surface),
        "coming": surface.catalogue.text("Anniversaries to come"),
    }
    written: str = template().render(
        lang=lang,
        style=style,
        style_hash=html.digest(style),
        says=says,
        base=view.base,
        sources=view.page.sources,
        visible=visible,
        safe_url=html.safe_url,
        said=html.pairs(lang),
        kinds=html.vocabulary(vocabulary.KINDS, lang),
        statuses=html.vocabulary(vocabulary.STATUSES, lang),
        categories=html.vocabulary(vocabulary.CATEGORIES, lang),
        **values,
    )
    return written.encode()


@lru_cache(maxsize=1)
def template() -> Any:
    """Load the frame of the pages, in which every value is escaped."""
    from jinja2 import Environment

    return Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(
        html.asset("frame.html")
    )


def linked_data(page: PageView, event: PageEvent, base: str) -> str:
    """Describe an event in JSON-LD by schema.org, its dates in ISO 8601 as far as they are
    known.
    """
    lang = page.lang
    described: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": event.titles[lang],
        "inLanguage": lang,
        "description": event.summaries[lang],
        "startDate": iso(event, last=False),
        "endDate": iso(event, last=True),
        "location": [
            {"@type": "Place", "name": item.labels[lang]}
            for item in event.linked
            if item.role == "place"
        ],
        "citation": [
            url
            for number, _ in event.sources
            if (url := html.safe_url(page.sources[number].url))
        ],
        "url": f"{base}events/{event.id}.html" if base else "",
    }
    text = plain.escaped(
        json.dumps(
            {name: value for name, value in described.items() if value}, ensure_ascii=False
        )
    )
    for sign, escape in html.UNSAFE.items():
        text = text.replace(sign, escape)
    return text


def iso(event: PageEvent, *, last: bool) -> str:
    """Return the first or last day of an event, as precise as it is known; nothing where it is
    open.
    """
    value = edtf.parse(event.date)
    end = (value.end if last else value.start) if value.is_interval else value
    day = (end.latest if last else end.earliest) if end else None
    return day.isoformat()[: KNOWN.get(end.precision, 10)] if end and day else ""


KNOWN = {"month": 7, "season": 7, "year": 4, "decade": 4, "century": 4}
"""How many signs of a day in ISO 8601 are told of a date that is known so far."""


def feed(calendar: CalendarView, surface: Surface, today: str, base: str) -> bytes:
    """Write an Atom feed (RFC 4287) of the anniversaries to come; `today` is an ISO day."""
    root = ElementTree.Element(f"{{{ATOM}}}feed", {"xml:lang": calendar.lang})
    add(root, "title", surface.catalogue.text("Anniversaries to come"))
    add(root, "id", base or "urn:kzfr:anniversaries")
    add(root, "updated", f"{today}T00:00:00Z")
    add(ElementTree.SubElement(root, f"{{{ATOM}}}author"), "name", "kzfr")
    link(root, "alternate", f"{base}index.html", "text/html")
    if base:
        link(root, "self", f"{base}feed.atom", "application/atom+xml")
    for occasion in [item for item in calendar.occasions if item.day.isoformat() >= today][
        :FEED
    ]:
        entry(root, occasion, base)
    ElementTree.register_namespace("", ATOM)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def entry(root: ElementTree.Element, occasion: OccasionView, base: str) -> None:
    """Write one entry of the feed, which is new to its readers only when its data are."""
    element = ElementTree.SubElement(root, f"{{{ATOM}}}entry")
    event = occasion.uid.split(".")[0]
    add(element, "title", f"{occasion.day.isoformat()} · {occasion.title}")
    add(element, "id", f"urn:kzfr:{quote(occasion.uid)}")
    add(element, "updated", f"{occasion.modified:%Y-%m-%dT%H:%M:%SZ}")
    add(element, "summary", occasion.description)
    link(element, "alternate", f"{base}events/{event}.html", "text/html")


def link(parent: ElementTree.Element, relation: str, address: str, media: str) -> None:
    """Add a link to a feed or an entry."""
    ElementTree.SubElement(
        parent, f"{{{ATOM}}}link", {"rel": relation, "type": media, "href": address}
    )


def add(parent: ElementTree.Element, name: str, text: str) -> None:
    """Add an element that holds a text."""
    ElementTree.SubElement(parent, f"{{{ATOM}}}{name}").text = visible(text)


def sitemap(paths: Sequence[str], base: str) -> bytes:
    """Write the list of pages for search engines (sitemaps.org 0.9)."""
    root = ElementTree.Element(f"{{{SITEMAP}}}urlset")
    for path in paths:
        url = ElementTree.SubElement(root, f"{{{SITEMAP}}}url")
        ElementTree.SubElement(url, f"{{{SITEMAP}}}loc").text = base + path
        ElementTree.SubElement(url, f"{{{SITEMAP}}}lastmod").text = __released__
    ElementTree.register_namespace("", SITEMAP)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"

"""The feed of a site: the round anniversaries of the year to come."""

from __future__ import annotations

from urllib.parse import quote
from xml.etree import ElementTree

from kzfr_cli.core import edtf
from kzfr_cli.core.visible import visible
from kzfr_cli.languages import dates
from kzfr_cli.locale import catalogue
from kzfr_cli.views.calendars import CalendarView, OccasionView

ATOM = "http://www.w3.org/2005/Atom"


def feed(
    calendar: CalendarView,
    today: str,
    base: str,
) -> bytes:
    """Write an Atom feed (RFC 4287); `today` is an ISO day, `base` the address of its folder."""
    lang = calendar.lang
    root = ElementTree.Element(f"{{{ATOM}}}feed", {"xml:lang": lang})
    add(
        root,
        "title",
        catalogue.load(lang).text("Round anniversaries of the year ahead"),
    )
    add(root, "id", f"{base}feed.atom" if base else f"urn:kzfr:anniversaries:{lang}")
    add(root, "updated", f"{today}T00:00:00Z")
    add(ElementTree.SubElement(root, f"{{{ATOM}}}author"), "name", "kzfr")
    link(root, "alternate", f"{base}anniversaries.html", "text/html")
    if base:
        link(root, "self", f"{base}feed.atom", "application/atom+xml")
    for occasion in calendar.occasions:
        if occasion.day.isoformat() >= today:
            entry(
                root,
                occasion,
                calendar.lang,
                base,
            )
    ElementTree.register_namespace("", ATOM)
    written: bytes = ElementTree.tostring(
        root,
        encoding="utf-8",
        xml_declaration=True,
    )
    return written + b"\n"


def entry(
    root: ElementTree.Element,
    occasion: OccasionView,
    lang: str,
    base: str,
) -> None:
    """Write one entry of the feed, which is new to its readers only when its data are."""
    element = ElementTree.SubElement(root, f"{{{ATOM}}}entry")
    event = occasion.uid.split(".")[0]
    day = dates.date_in_words(edtf.parse(occasion.day.isoformat()), lang)
    add(element, "title", f"{day} · {occasion.title}")
    add(element, "id", f"urn:kzfr:{lang}:{quote(occasion.uid)}")
    add(element, "updated", f"{occasion.modified:%Y-%m-%dT%H:%M:%SZ}")
    for name in occasion.categories:
        ElementTree.SubElement(element, f"{{{ATOM}}}category", {"term": visible(name)})
    add(
        element,
        "summary",
        occasion.description,
    )
    link(element, "alternate", f"{base}events/{event}.html", "text/html")


def link(
    parent: ElementTree.Element,
    relation: str,
    address: str,
    media: str,
) -> None:
    """Add a link to a feed or an entry."""
    ElementTree.SubElement(
        parent, f"{{{ATOM}}}link", {"rel": relation, "type": media, "href": address}
    )


def add(
    parent: ElementTree.Element,
    name: str,
    text: str,
) -> None:
    """Add an element that holds a text."""
    ElementTree.SubElement(parent, f"{{{ATOM}}}{name}").text = visible(text)

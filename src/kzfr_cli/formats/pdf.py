"""PDF: the hand-out on paper, with footnotes, bookmarks and links, set by Typst.

The texts go in as data, so that no sign in them is markup; the letters are those of our own font,
for a machine may have none. The file is tagged as PDF/UA-1 (ISO 14289-1) asks.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typst
from anyascii import anyascii

from kzfr_cli import __released__
from kzfr_cli.core.visible import visible
from kzfr_cli.formats import handout, palette
from kzfr_cli.formats.handout import NoteWriter, SourceWords, Utterance
from kzfr_cli.formats.surface import Surface
from kzfr_cli.store import paths
from kzfr_cli.views.dossiers import Dossier, sources_of
from kzfr_cli.views.sheets import EventSheet

DRAWN = (
    (0x20, 0x7E),
    (0xA0, 0x17F),
    (0x300, 0x304),
    (0x306, 0x30C),
    (0x400, 0x4FF),
    (0x2010, 0x2027),
    (0x202F, 0x2030),
    (0x2032, 0x2033),
    (0x2039, 0x203A),
    (0x2070, 0x2071),
    (0x2074, 0x208E),
)
"""The first and last code points of what our font has letters for, with `SINGLE`. PDF/UA refuses a
text that cannot be shown.
"""

SINGLE = frozenset((0x0A, 0x2BC, 0x2044, 0x20AC, 0x20B8, 0x20BD, 0x2116, 0x2122))

INKS = ("ink", "navy", "grey", "amber", "pale")
TEMPLATE = Path(__file__).with_name("handout.typ")


def render(view: Dossier, surface: Surface) -> bytes:
    """Write the hand-out, the same bytes for the same data."""
    written: bytes = typst.compile(
        TEMPLATE,
        format="pdf",
        font_paths=[Path(paths.fonts())],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(composed(view, surface), ensure_ascii=False)},
        pdf_standards=["ua-1"],
        timestamp=datetime.fromisoformat(__released__).replace(tzinfo=UTC),
    )
    return written


def composed(view: Dossier, surface: Surface) -> dict[str, Any]:
    """The hand-out as the template wants it: years, events, lines, and the notes of each."""
    citing = NoteWriter(view, surface)
    written = [
        {"year": year, "events": [event(entry, view, citing) for entry in entries]}
        for year, entries in handout.by_year(view)
    ]
    return {
        "title": printable(view.title),
        "subtitle": printable(handout.subtitle(view)),
        "as_of": handout.as_of(surface),
        "lang": view.lang,
        "inks": {name: getattr(palette, name.upper()) for name in INKS},
        "paper": "us-letter" if surface.is_letter and view.lang == "en" else "a4",
        "released": __released__[:10],
        "brief": view.is_brief,
        "contents": len(view.entries) > handout.LONG and not view.is_brief,
        "years": written,
    }


def event(entry: EventSheet, view: Dossier, citing: NoteWriter) -> dict[str, Any]:
    """An event; a brief one is its date, its title and its best source."""
    surface = citing.surface
    head = {
        "date": printable(entry.date_words),
        "title": printable(entry.title),
        "heading": printable(handout.heading(entry, surface)),
        "doubt": surface.catalogue.text("date disputed") if entry.disputed else "",
    }
    if view.is_brief:
        return {**head, "note": noted(citing.note(sources_of(entry)[:1]))}
    note = noted(citing.note(sources_of(entry)))
    standing = handout.standing(entry, surface)
    return {
        **head,
        "summary": printable(entry.summary),
        "note": note,
        "agreed": lines(standing.agreed, citing),
        "disputed": lines(standing.disputed, citing),
        "rejected": lines(handout.refuted(standing.rejected, surface), citing),
        "disputed_head": surface.catalogue.text("Disputed."),
        "linked": printable(handout.linked(entry, surface)),
    }


def printable(text: str) -> str:
    """Write a text in letters that the font has: those of other scripts in Latin ones."""
    return "".join(
        letter if is_drawn(ord(letter)) else anyascii(letter) or "?"
        for letter in visible(text)
    )


def is_drawn(point: int) -> bool:
    """Return whether our font has a letter for a code point."""
    return point in SINGLE or any(first <= point <= last for first, last in DRAWN)


def lines(written: tuple[Utterance, ...], citing: NoteWriter) -> list[dict[str, Any]]:
    """Lines, each with its note."""
    return [
        {"words": printable(line.words), "note": noted(citing.note(line.sources))}
        for line in written
    ]


def noted(cited: tuple[SourceWords, ...]) -> list[dict[str, str]]:
    """The sources of a note."""
    return [
        {
            "words": printable(source.separator + source.words),
            "url": source.url,
            "shown": printable(source.shown),
        }
        for source in cited
    ]

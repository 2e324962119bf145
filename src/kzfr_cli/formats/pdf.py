"""PDF: the hand-out on paper, with footnotes, bookmarks and links, set by Typst.

The texts go in as data, so that no sign in them is markup; the letters are those of our own font,
for a machine may have none. The file is tagged as PDF/UA-1 (ISO 14289-1) asks.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typst
from anyascii import anyascii

from kzfr_cli import __released__
from kzfr_cli.core.visible import visible
from kzfr_cli.formats import handout
from kzfr_cli.formats.handout import NoteWriter, SourceWords, Utterance
from kzfr_cli.formats.surface import Surface
from kzfr_cli.store import paths
from kzfr_cli.views.dossiers import Dossier, sources_of
from kzfr_cli.views.sheets import EventSheet

UNDRAWN = re.compile(
    "[^\n\u0020-\u007e\u00a0-\u017f\u0192\u02bc\u02c6\u02da\u02dc\u0300-\u0304\u0306-\u030c\u0400-\u04ff"
    "\u2010-\u2027\u202f-\u2030\u2032-\u2033\u2039-\u203a\u2044\u2070-\u2071\u2074-\u208e\u2090-\u209c"
    "\u20ac\u20b8\u20bd\u2116\u2122]+"
)
"""What our font has no letters for; PDF/UA refuses a text that cannot be shown."""

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
    return UNDRAWN.sub(lambda match: anyascii(match[0]) or "?", visible(text))


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

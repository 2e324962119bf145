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

from kzfr_cli import __released__
from kzfr_cli.core.visible import visible
from kzfr_cli.formats import handout
from kzfr_cli.formats.handout import NoteWriter, SourceWords, Utterance
from kzfr_cli.formats.surface import Surface
from kzfr_cli.store import paths
from kzfr_cli.views.dossiers import Dossier, sources_of
from kzfr_cli.views.sheets import EventSheet

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
        "title": visible(view.title),
        "subtitle": visible(handout.subtitle(view)),
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
        "date": visible(entry.date_words),
        "title": visible(entry.title),
        "heading": visible(handout.heading(entry, surface)),
        "doubt": surface.catalogue.text("date disputed") if entry.disputed else "",
    }
    if view.is_brief:
        return {**head, "note": noted(citing.note(sources_of(entry)[:1]))}
    note = noted(citing.note(sources_of(entry)))
    standing = handout.standing(entry, surface)
    return {
        **head,
        "summary": visible(entry.summary),
        "note": note,
        "agreed": lines(standing.agreed, citing),
        "disputed": lines(standing.disputed, citing),
        "rejected": lines(handout.refuted(standing.rejected, surface), citing),
        "disputed_head": surface.catalogue.text("Disputed."),
        "linked": visible(handout.linked(entry, surface)),
    }


def lines(written: tuple[Utterance, ...], citing: NoteWriter) -> list[dict[str, Any]]:
    """Lines, each with its note."""
    return [
        {"words": visible(line.words), "note": noted(citing.note(line.sources))}
        for line in written
    ]


def noted(cited: tuple[SourceWords, ...]) -> list[dict[str, str]]:
    """The sources of a note."""
    return [
        {
            "words": visible(source.separator + source.words),
            "url": source.url,
            "shown": visible(source.shown),
        }
        for source in cited
    ]

"""PDF: the handout on paper, with footnotes, bookmarks and links."""

from __future__ import annotations

from typing import Any

from kzfr_cli.formats import handout
from kzfr_cli.formats.handout import NoteWriter, SourceWords, Utterance
from kzfr_cli.formats.surface import Surface
from kzfr_cli.formats.typesetting import compiled, printable
from kzfr_cli.views.dossiers import Dossier, sources_of
from kzfr_cli.views.sheets import EventSheet

TEMPLATE = "handout.typ"


def render(view: Dossier, surface: Surface) -> bytes:
    """Write the handout, the same bytes for the same data."""
    return compiled(TEMPLATE, composed(view, surface), surface)


def composed(view: Dossier, surface: Surface) -> dict[str, Any]:
    """The handout as the template wants it: years, events, lines, and the notes of each."""
    citing = NoteWriter(view, surface)
    written = [
        {"year": year, "events": [event(entry, view, citing) for entry in entries]}
        for year, entries in handout.by_year(view)
    ]
    return {
        "title": printable(view.title),
        "subtitle": printable(handout.subtitle(view)),
        "as_of": handout.as_of(surface),
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

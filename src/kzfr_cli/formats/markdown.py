"""Markdown: a handout with a heading for each year, and the sources as numbered notes.

CommonMark 0.31, with the footnotes of GitHub and Pandoc.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from kzfr_cli.core.visible import visible
from kzfr_cli.formats import origin
from kzfr_cli.formats.handout import year_of
from kzfr_cli.formats.links import harmless
from kzfr_cli.formats.surface import Surface
from kzfr_cli.languages import typography
from kzfr_cli.locale import vocabulary
from kzfr_cli.views.dossiers import Dossier, NoteView, sources_of
from kzfr_cli.views.events import ConflictView, FacetView
from kzfr_cli.views.sheets import EventSheet

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&!])")
SAFE_URL = re.compile(
    r"https?://[^\s<>()\\\x00-\x20\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]+"
)


def render(view: Dossier, surface: Surface) -> str:
    """Write the handout."""
    return "\n".join(lines(view, surface))


def lines(view: Dossier, surface: Surface) -> Iterator[str]:
    """Write each line."""
    yield f"# {escaped(view.title)}"
    subtitle = ", ".join(filter(None, (view.span, view.asked)))
    yield from ("", f"*{escaped(subtitle)}*") if subtitle else ()
    dated = origin.sentence(surface)
    yield from ("", escaped(dated)) if dated else ()
    if view.is_brief:
        yield from ("", *(in_a_line(entry, view, surface) for entry in view.entries))
    for year, entries in groupby(() if view.is_brief else view.entries, key=year_of):
        yield from ("", f"## {year}")
        for entry in entries:
            yield from ("", *event(entry, view, surface))
    yield from (
        ("", f"## {escaped(surface.catalogue.text('Sources'))}", "") if view.notes else ()
    )
    yield from (note(item) for item in view.notes)


def in_a_line(entry: EventSheet, view: Dossier, surface: Surface) -> str:
    """Write an event in a line, with its best source."""
    doubt = surface.catalogue.text("date disputed") if entry.disputed else ""
    told = f"{escaped(entry.title)}{f' ({escaped(doubt)})' if doubt else ''}"
    return f"- **{escaped(entry.date_words)}** {told}{marks(sources_of(entry)[:1], view)}"


def event(entry: EventSheet, view: Dossier, surface: Surface) -> Iterator[str]:
    """Write one event: its date and title, its summary, its dates where there are several, its
    notes.
    """
    catalogue = surface.catalogue
    yield (
        f"### "
        f"{escaped(catalogue.text('{label}: {value}', label=entry.date_words, value=entry.title))}"
    )
    yield ""
    told = f"{escaped(entry.summary)}{marks(sources_of(entry), view)}"
    yield from (told, "") if told else ()
    others = [facet for facet in entry.dates if len(entry.dates) > 1 or facet.note]
    yield from (side(facet, view, surface) for facet in others)
    yield from (conflict(item, view, surface) for item in entry.disputes)
    yield from [""] if others or entry.disputes else []
    linked = (
        vocabulary.category(entry.category, catalogue),
        *entry.place_names,
        *entry.people_names,
    )
    yield f"*{escaped(' · '.join(linked))}*"


def side(facet: FacetView, view: Dossier, surface: Surface) -> str:
    """Write one dated side of an event, with its status where that says something and its note."""
    catalogue = surface.catalogue
    status = (
        f" ({vocabulary.status(facet.status, catalogue)})"
        if facet.status in ("disputed", "rejected")
        else ""
    )
    said = catalogue.text(
        "{label}: {value}", label=vocabulary.kind(facet.kind, catalogue), value=facet.words
    )
    text = " ".join(filter(None, (typography.closed(said + status), facet.note)))
    return f"- {escaped(text)}{marks(facet.sources, view)}"


def conflict(item: ConflictView, view: Dossier, surface: Surface) -> str:
    """Write a point, other than a date, on which the sources disagree."""
    said = surface.catalogue.text("{label}: {value}", label=item.about, value=item.note)
    return f"- {escaped(said)}{marks(item.sources, view)}"


def marks(sources: tuple[str, ...], view: Dossier) -> str:
    """Write the marks of the notes of some sources."""
    return "".join(f"[^{view.numbers[entry_id]}]" for entry_id in sources)


def note(item: NoteView) -> str:
    """Write one numbered source."""
    address = (
        f"<{item.url}>" if SAFE_URL.fullmatch(item.url) else escaped(harmless(item.url))
    )
    told = ", ".join(
        escaped(part)
        for part in (*item.authors, item.publisher, item.title, item.published_words)
        if part
    )
    said = f"{typography.closed(told)} {address}" if address else told
    return f"[^{item.number}]: {said}"


def escaped(text: str) -> str:
    """Keep a text from being markup: one line, with its special signs behind a backslash."""
    return SPECIAL.sub(r"\\\1", visible(" ".join(text.split("\n")))).strip(" ")

"""Markwhen: a text timeline under a heading for each year.

Dates stay EDTF where the language has them; one that is uncertain is given by its bounds, and says
so in words.
"""

from __future__ import annotations

import json
from itertools import groupby

from kzfr_cli.core import edtf
from kzfr_cli.core.visible import visible
from kzfr_cli.formats import origin
from kzfr_cli.formats.handout import year_of
from kzfr_cli.formats.surface import Surface
from kzfr_cli.formats.timelinejs import further_dates
from kzfr_cli.locale.catalogue import NN_
from kzfr_cli.views.dossiers import Dossier, sources_of
from kzfr_cli.views.sheets import EventSheet

PLAIN = ("day", "month", "year")


def render(view: Dossier, surface: Surface) -> str:
    """Write the timeline."""
    dated = origin.sentence(surface)
    head = {"title": view.title, **({"description": dated} if dated else {})}
    told = [
        f"{key}: {json.dumps(visible(text), ensure_ascii=False)}"
        for key, text in head.items()
    ]
    parts = ["\n".join(("---", *told, "---", ""))]
    for year, entries in groupby(
        (entry for entry in view.entries if when(entry)), key=year_of
    ):
        parts.append(f"# {year}\n")
        parts += [event(entry, view, surface) for entry in entries]
    return "\n".join(parts)


def losses(view: Dossier, surface: Surface) -> list[str]:
    """Say what a text timeline cannot hold."""
    count = sum(not when(entry) for entry in view.entries)
    one, many = NN_(
        "{count} event without a beginning or an end is left out.",
        "{count} events without a beginning or an end are left out.",
    )
    said = [surface.catalogue.plural(one, many, count, count=count)] if count else []
    return said + further_dates(view, surface)


def event(entry: EventSheet, view: Dossier, surface: Surface) -> str:
    """Write one event: date, title and tags, then its summary and its sources."""
    doubt = (
        f" ({one_line(entry.date_words)})"
        if entry.uncertain or entry.precision not in PLAIN
        else ""
    )
    disputed = f" ({surface.catalogue.text('date disputed')})" if entry.disputed else ""
    head = f"{when(entry)}: {one_line(entry.title)}{doubt}{disputed} #{entry.category}"
    notes = [note for note in view.notes if note.id in sources_of(entry)]
    sources = [
        f"[{one_line(note.title)}]({''.join(visible(note.url).split())})"
        for note in notes
        if note.url.startswith("http")
    ]
    return "\n".join(filter(None, (head, one_line(entry.summary), *sources))) + "\n"


def when(entry: EventSheet) -> str:
    """Return a date as Markwhen reads it; nothing for one that is open at an end."""
    value = edtf.parse(entry.date)
    if entry.precision in PLAIN and not entry.uncertain:
        return entry.date
    if value.earliest is None or value.latest is None:
        return ""
    return f"{value.earliest.isoformat()}/{value.latest.isoformat()}"


def one_line(text: str) -> str:
    """Keep a text on one line, and its signs from being tags, links or properties."""
    table = {ord("#"): "＃", ord("["): "［", ord("]"): "］", ord("@"): "＠", ord("`"): "’"}
    return visible(" ".join(text.split())).translate(table)

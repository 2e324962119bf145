"""TimelineJS 3 (Knight Lab): its JSON, with dates no more precise than they are known.

What is uncertain has a `display_date` in words. A landmark of half a year or more is an era too.
Texts are HTML there, so that every sign of ours is escaped.
"""

from __future__ import annotations

import json
from datetime import date
from html import escape
from typing import Any

from kzfr_cli.core import edtf
from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.event import LANDMARK
from kzfr_cli.core.visible import visible
from kzfr_cli.formats import origin, plain
from kzfr_cli.formats.surface import Surface
from kzfr_cli.locale import vocabulary
from kzfr_cli.locale.catalogue import NN_
from kzfr_cli.views.dossiers import Dossier, NoteView, sources_of
from kzfr_cli.views.sheets import EventSheet

ERA = 180
"""Days from which a landmark that lasts is an era: a season, not a works or an exhibition."""

SOURCES = 3
"""The most that are told of an event: the best."""

KNOWN = {"day": 3, "set": 3, "month": 2, "season": 2, "year": 1, "decade": 1, "century": 1}
"""How many of year, month and day are told of a date that is known so far."""

SPANS = ("interval", "season", "decade", "century", "set")
"""The dates that have an end too."""


def render(view: Dossier, surface: Surface) -> str:
    """Write the timeline."""
    dated = [entry for entry in view.entries if edtf.parse(entry.date).earliest]
    subtitle = ", ".join(filter(None, (view.span, view.asked)))
    said = " · ".join(filter(None, (subtitle, origin.sentence(surface))))
    timeline = {
        "title": {
            "unique_id": "title",
            "text": {"headline": html(view.title), "text": html(said)},
        },
        "events": [slide(entry, view, surface) for entry in dated],
        "eras": [era(entry) for entry in dated if is_era(entry)],
        "scale": "human",
    }
    return plain.escaped(json.dumps(timeline, ensure_ascii=False, indent=2)) + "\n"


def losses(view: Dossier, surface: Surface) -> list[str]:
    """Say how many events have no beginning, and how many dates are not those that events go by."""
    count = sum(edtf.parse(entry.date).earliest is None for entry in view.entries)
    one, many = NN_(
        "{count} event without a beginning is left out.",
        "{count} events without a beginning are left out.",
    )
    said = [surface.catalogue.plural(one, many, count, count=count)] if count else []
    return said + further_dates(view, surface)


def further_dates(view: Dossier, surface: Surface) -> list[str]:
    """Say how many dates a format leaves out that holds one of each event."""
    count = sum(len(entry.dates) - 1 for entry in view.entries)
    one, many = NN_(
        "{count} further date of an event is left out.",
        "{count} further dates of events are left out.",
    )
    return [surface.catalogue.plural(one, many, count, count=count)] if count else []


def slide(entry: EventSheet, view: Dossier, surface: Surface) -> dict[str, Any]:
    """Write one event, with the best of its sources below what happened."""
    made = {"unique_id": entry.id, **dated(entry, surface)}
    made["group"] = html(vocabulary.category(entry.category, surface.catalogue))
    numbers = [view.numbers[entry_id] for entry_id in sources_of(entry)[:SOURCES]]
    credit = " · ".join(cited(view.notes[number - 1]) for number in numbers)
    told = [f"<p>{html(entry.summary)}</p>"] if entry.summary else []
    if credit:
        told.append(f"<p>{html(surface.catalogue.text('Sources:'))} {credit}</p>")
    made["text"] = {"headline": html(entry.title), "text": "".join(told)}
    return made


def cited(note: NoteView) -> str:
    """Write a source: its publisher, and its title as a link."""
    title = link(note.title, note.url)
    return f"{html(note.publisher)}, {title}" if note.publisher else title


def dated(entry: EventSheet, surface: Surface) -> dict[str, Any]:
    """Write when an event took place, in words where the numbers do not say it all."""
    value = edtf.parse(entry.date)
    made: dict[str, Any] = {"start_date": parts(value, last=False)}
    if value.precision in SPANS and value.latest:
        made["end_date"] = parts(value, last=True)
    if entry.uncertain or entry.disputed or entry.precision in SPANS:
        disputed = f" ({surface.catalogue.text('date disputed')})" if entry.disputed else ""
        made["display_date"] = html(entry.date_words + disputed)
    return made


def is_era(entry: EventSheet) -> bool:
    """Return whether an event is a time in which others lie."""
    return entry.weight == LANDMARK and length(edtf.parse(entry.date)) >= ERA


def era(entry: EventSheet) -> dict[str, Any]:
    """Write an era."""
    value = edtf.parse(entry.date)
    return {
        "start_date": parts(value, last=False),
        "end_date": parts(value, last=True),
        "text": {"headline": html(entry.title)},
    }


def parts(value: PartialDate, *, last: bool) -> dict[str, int]:
    """Return year, month and day as far as they are known, of the beginning or the end."""
    end = (value.end if last else value.start) if value.is_interval else value
    day = (end.latest if last else end.earliest) if end else value.earliest
    assert day is not None
    known = KNOWN[end.precision] if end else 3
    return dict(list({"year": day.year, "month": day.month, "day": day.day}.items())[:known])


def length(value: PartialDate) -> int:
    """Return the days that an interval takes, 0 for anything else."""
    first, last = value.earliest or date.min, value.latest or date.min
    return (last - first).days if value.is_interval else 0


def html(text: str) -> str:
    """Write a text as HTML."""
    return escape(visible(text), quote=False)


def link(title: str, url: str) -> str:
    """Write a link to a source, or its title alone where the address is none of the web."""
    if not url.startswith(("http://", "https://")):
        return html(title)
    return f'<a href="{escape(visible(url))}" rel="noopener noreferrer">{html(title)}</a>'

"""CSL-JSON, the input of citation processors (Citation Style Language 1.0.2, csl-data.json).

Dates are `date-parts`, which every processor reads. Where those say less than the database does,
`raw` holds the EDTF (the schema has no other place for it) and `circa` warns.
"""

from __future__ import annotations

import json
from typing import Any

from kzfr_cli.core import edtf
from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.formats import bibliography, lines, links, origin, plain
from kzfr_cli.formats.surface import Surface
from kzfr_cli.views.citations import ReferencesView, WorkView

TYPES = {
    "press": "article-newspaper",
    "encyclopaedia": "entry-encyclopedia",
    "blog": "post-weblog",
}
"""The type of a source by its kind; any other is a `webpage`, or a `document` without an address.

What these are parts of, a newspaper, an encyclopaedia, a blog, is known by the name of its
publisher.
"""

SEASONS = {21: 1, 22: 2, 23: 3, 24: 4}
WHOLE = ("day", "month", "year")

losses = bibliography.losses


def render(view: ReferencesView, surface: Surface) -> str:
    """Write an array of items."""
    note = origin.sentence(surface)
    items = [item(work, note) for work in view.rows]
    return plain.escaped(json.dumps(items, ensure_ascii=False, indent=2)) + "\n"


def item(work: WorkView, note: str = "") -> dict[str, Any]:
    """Write one item, without the variables that it has no value for; `note` says of which day
    the data are.
    """
    part = work.kind in TYPES
    values = {
        "id": work.id,
        "type": kind(work),
        "author": [{"literal": lines.single(name)} for name in work.authors],
        "title": lines.single(work.title),
        "container-title": lines.single(work.publisher if part else work.container),
        "publisher": lines.single("" if part else work.publisher),
        "issued": date_variable(work.issued, work.issued_words),
        "event-date": date_variable(work.about, work.about_words),
        "accessed": date_variable(work.accessed),
        "URL": links.harmless(work.url),
        "archive_location": links.harmless(work.archived),
        "version": work.version,
        "language": work.language,
        "note": note,
    }
    return {name: value for name, value in values.items() if value}


def kind(work: WorkView) -> str:
    """Return the CSL type of a work: a record of kzfr is an entry of a database."""
    if work.type != "source":
        return "entry"
    return TYPES.get(work.kind, "webpage" if work.url else "document")


def date_variable(text: str | None, words: str = "") -> dict[str, Any] | None:
    """Write a date; `words` stand for one that has neither a year nor two to give."""
    if not text:
        return None
    value = edtf.parse(text)
    variable: dict[str, Any] = {}
    if parts := date_parts(value):
        variable["date-parts"] = parts
    elif words:
        variable["literal"] = words
    if value.precision == "season":
        variable["season"] = SEASONS[int(text[5:7])]
    if value.is_uncertain or value.is_approximate or value.precision == "set":
        variable["circa"] = True
    if not is_plain(value):
        variable["raw"] = text
    return variable


def date_parts(value: PartialDate) -> list[list[int]]:
    """Return the year, month and day of a date, of both ends of an interval, or nothing when
    those are not known.
    """
    if value.precision == "interval":
        ends = [date_parts(end) for end in (value.start, value.end) if end is not None]
        return [parts[0] for parts in ends] if len(ends) == 2 and all(ends) else []
    first, last = value.earliest, value.latest
    if first is None or last is None:
        return []
    if value.precision == "set":
        return [[first.year, first.month, first.day], [last.year, last.month, last.day]]
    known = {"day": 3, "month": 2, "year": 1, "season": 1}.get(value.precision, 0)
    return [[first.year, first.month, first.day][:known]] if known else []


def is_plain(value: PartialDate) -> bool:
    """Return whether `date-parts` say all that there is to say."""
    if value.is_uncertain or value.is_approximate:
        return False
    if value.precision == "interval":
        return (
            value.start is not None
            and value.end is not None
            and is_plain(value.start)
            and is_plain(value.end)
        )
    return value.precision in WHOLE

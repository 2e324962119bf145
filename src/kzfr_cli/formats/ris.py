"""RIS, which reference managers import: two letters, two spaces, a hyphen, CRLF at the end of each
line.
"""

from __future__ import annotations

from collections.abc import Iterator

from kzfr_cli.core import edtf
from kzfr_cli.formats import bibliography, lines, links, origin
from kzfr_cli.formats.surface import Surface
from kzfr_cli.views.citations import ReferencesView, WorkView

TYPES = {"press": "NEWS", "encyclopaedia": "ENCYC", "blog": "BLOG"}
"""The type of a source by its kind; any other is `ELEC`, a page of the web."""

losses = bibliography.losses


def render(view: ReferencesView, surface: Surface) -> str:
    """Write a record for each thing cited, with an empty line between two."""
    note = origin.sentence(surface)
    return "\r\n".join(record(work, note) for work in view.rows)


def record(work: WorkView, note: str = "") -> str:
    """Write one record; `note` says of which day the data are."""
    written = tags(work, note)
    return "".join(f"{tag}  - {lines.single(value)}\r\n" for tag, value in written)


def tags(work: WorkView, note: str = "") -> Iterator[tuple[str, str]]:
    """List the tags that have a value: the type first, the end last, as the format demands."""
    date, part = work.issued or work.about, work.kind in TYPES
    yield "TY", "DATA" if work.type != "source" else TYPES.get(work.kind, "ELEC")
    yield "ID", work.id
    yield from (("AU", name) for name in work.authors)
    yield "TI", work.title
    values = {
        "T2": work.publisher if part else work.container,
        "PB": "" if part else work.publisher,
        "DA": date_tag(date, work.issued_words or work.about_words),
        "PY": year(work.issued),
        "ET": work.version,
        "LA": work.language,
        "UR": links.harmless(work.url),
        "LK": links.harmless(work.archived),
        "Y2": date_tag(work.accessed),
        "N1": f"EDTF: {date}" if date else "",
    }
    yield from ((tag, value) for tag, value in values.items() if value)
    if note:
        yield "N1", note
    yield "ER", ""


def year(text: str | None) -> str:
    """Return the year of a date when it is known."""
    value = edtf.parse(text).year if text else None
    return str(value) if value else ""


def date_tag(text: str | None, words: str = "") -> str:
    """Write a date as YYYY/MM/DD/words, each part empty when it is not known; words only where the
    parts say less.
    """
    if not text:
        return ""
    value = edtf.parse(text)
    known = {"day": 3, "month": 2, "year": 1}.get(value.precision, 0)
    parts = value.earliest.isoformat().split("-")[:known] if value.earliest else []
    plain = bool(parts) and not value.is_uncertain and not value.is_approximate
    return "/".join([*parts, *[""] * (3 - len(parts)), "" if plain else words])

"""Anniversaries as one page of HTML that needs nothing else: a table for each month."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from kzfr_cli.core.visible import visible
from kzfr_cli.formats import origin
from kzfr_cli.formats.plans import table
from kzfr_cli.formats.surface import Surface
from kzfr_cli.views.anniversaries import AnniversaryListView

STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%}"
    "th,td{border-bottom:1px solid #ccc;padding:.3rem .6rem;text-align:left;vertical-align:top}"
    ".round{font-weight:bold}"
    "small{display:block;font-weight:normal}"
)


def render(view: AnniversaryListView, surface: Surface) -> str:
    """Write the page."""
    return "\n".join(lines(view, surface))


def lines(view: AnniversaryListView, surface: Surface) -> Iterator[str]:
    """Write each line."""
    title = text(table.title(view, surface))
    yield "<!DOCTYPE html>"
    yield f'<html lang="{surface.catalogue.lang}">'
    yield '<head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title><style>{STYLE}</style></head>"
    yield f"<body><h1>{title}</h1>"
    if dated := origin.sentence(surface):
        yield f"<p>{text(dated)}</p>"
    for section in table.sections(view, surface):
        yield f"<h2>{text(section.heading)}</h2>"
        yield from rows(section, table.columns(surface))
    yield "</body></html>"


def rows(section: table.Section, heads: Iterable[str]) -> Iterator[str]:
    """Write the table of a section."""
    yield "<table>"
    yield f"<thead><tr>{''.join(f'<th scope=col>{text(head)}</th>' for head in heads)}</tr></thead>"
    yield "<tbody>"
    for row in section.rows:
        mark = ' class="round"' if row.is_round else ""
        yield f"<tr{mark}>{''.join(map(cell, row.cells))}</tr>"
    yield "</tbody></table>"


def cell(lines: tuple[str, ...]) -> str:
    """Write a cell: what it says, and below it the rest."""
    first, *rest = map(text, lines)
    return f"<td>{first}{''.join(f'<small>{line}</small>' for line in rest)}</td>"


def text(words: str) -> str:
    """Keep words from being markup."""
    return escape(visible(words))

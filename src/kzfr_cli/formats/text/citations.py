"""A numbered source of a sheet: what it is, what it says there, where it is."""

from __future__ import annotations

from rich.text import Text

from kzfr_cli.formats.text.page import Page, styled
from kzfr_cli.views.sheets import CitationView

WIDEST = 74
"""Columns of the longest address that is told on a page that is cut."""


def write(
    page: Page, number: int, citation: CitationView, *, is_short: bool = False
) -> None:
    """Write one source; in short, without what it says, nor an address of more than a line."""
    indent = Text("      ")
    about = ", ".join(filter(None, (citation.publisher, citation.published or "")))
    line = Text.assemble(
        page.link(styled(citation.title or citation.id), citation.url),
        styled(f" — {about}" if about else "", "dim"),
    )
    page.hang(styled(f"{f'[{number}]':>5} "), indent, line)
    if citation.says and not is_short:
        page.hang(indent, indent, styled(citation.says, "italic"))
    if citation.url and (len(citation.url) <= WIDEST or not is_short):
        page.hang(indent, indent, page.link(styled(citation.url, "blue"), citation.url))

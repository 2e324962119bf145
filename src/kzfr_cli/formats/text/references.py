"""References as a bibliography has them: the record, then its sources, one a line."""

from __future__ import annotations

from rich.text import Text

from kzfr_cli.formats.surface import Surface
from kzfr_cli.formats.text.page import Page, styled
from kzfr_cli.views.citations import ReferencesView


def render(view: ReferencesView, surface: Surface) -> str:
    """Write each reference in words."""
    page = Page(surface)
    for row in view.rows:
        indent = Text("  ") if view.lead and row.type == "source" else Text("")
        page.hang(indent, Text("    "), page.link(styled(row.reference), row.url, row.url))
        if row.type != "source" and view.lead:
            page.add(styled(view.lead))
    return page.text()

"""The checks by code, in a line each."""

from __future__ import annotations

from rich.text import Text

from kzfr_cli.formats.surface import Surface
from kzfr_cli.formats.text.page import Page, styled
from kzfr_cli.formats.text.problems import STYLES
from kzfr_cli.locale.catalogue import N_
from kzfr_cli.views.problems import CheckListView

SEVERITIES = {
    "error": N_("error"),
    "warning": N_("warning"),
    "information": N_("information"),
}


def render(view: CheckListView, surface: Surface) -> str:
    """Write each check with what it checks."""
    page = Page(surface)
    width = max((len(row.name) for row in view.rows), default=0)
    for row in view.rows:
        head = Text.assemble(
            styled(row.code, STYLES[row.severity]), styled(f"  {row.name:{width}}  ")
        )
        page.hang(head, Text(" " * head.cell_len), styled(row.what))
    return page.text()

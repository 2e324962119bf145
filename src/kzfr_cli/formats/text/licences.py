"""The packages that kzfr is built on, by what brings them, each with its licence."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from kzfr_cli.formats.text.page import Page, styled
from kzfr_cli.locale.catalogue import N_

if TYPE_CHECKING:
    from kzfr_cli.formats.surface import Surface
    from kzfr_cli.views.licences import LicenceListView, LicenceView

OURS = N_(
    "The program: MIT. The data: CC BY 4.0. The font Noto Sans: SIL Open Font License 1.1."
)
"""What the expression of our own licence means for each part."""


def render(view: LicenceListView, surface: Surface) -> str:
    """Write the list."""
    page = Page(surface)
    text = surface.catalogue.text
    ours, *others = view.rows
    page.add(styled(f"{ours.name} {ours.version} · {ours.licence}", "bold"))
    page.hang(Text(""), Text(""), styled(text(OURS)))
    width = max((cell_len(row.name) for row in others), default=0)
    for extra, rows in groupby(others, key=lambda row: row.extra):
        page.add()
        page.add(styled(heading(extra, surface), "bold"))
        for row in rows:
            first = styled(f"  {row.name}{' ' * (width - cell_len(row.name))}  ")
            page.hang(first, Text("    "), styled(told(row, surface)))
    return page.text()


def heading(extra: str, surface: Surface) -> str:
    """Say what brings some packages."""
    text = surface.catalogue.text
    if extra:
        return text("With the extra {extra}", extra=extra)
    return text("In every installation")


def told(row: LicenceView, surface: Surface) -> str:
    """Tell the licence and the version of a package."""
    text = surface.catalogue.text
    if not row.installed:
        return text("not installed")
    return f"{row.licence or text('it names no licence')} ({row.version})"

"""What changed since the version before, by kind: counted, then listed."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text

from kzfr_cli.formats.text.page import Page, styled
from kzfr_cli.languages import dates
from kzfr_cli.locale import vocabulary

if TYPE_CHECKING:
    from kzfr_cli.formats.surface import Surface
    from kzfr_cli.views.changes import ChangeListView, ChangeView

LISTED = ("events",)
"""The kinds whose entries are listed one by one; of the others only their number is told."""


def render(view: ChangeListView, surface: Surface) -> str:
    """Write what changed."""
    page = Page(surface)
    text = surface.catalogue.text
    head = text(
        "Changes from version {before} ({day}) to today’s data ({as_of})",
        before=view.before,
        day=dates.iso_in_words(view.before_as_of, surface.catalogue.lang),
        as_of=dates.iso_in_words(view.as_of, surface.catalogue.lang),
    )
    page.add(styled(head, "bold"))
    for kind, rows in groupby(view.rows, key=lambda row: row.kind):
        write_kind(page, kind, list(rows))
    return page.text()


def write_kind(
    page: Page,
    kind: str,
    rows: list[ChangeView],
) -> None:
    """Write the changes of one kind of entry."""
    page.add()
    for what, group in groupby(rows, key=lambda row: row.change):
        found = list(group)
        count = vocabulary.count(kind, len(found), page.surface.catalogue)
        word = vocabulary.change(what, page.surface.catalogue)
        told = page.surface.catalogue.text("{label}: {value}", label=count, value=word)
        page.add(styled(told, "bold"))
        for item in found if kind in LISTED else ():
            write_row(page, item)


def write_row(page: Page, item: ChangeView) -> None:
    """Write one entry, and which of its fields changed."""
    fields = f" ({', '.join(item.fields)})" if item.fields else ""
    line = Text.assemble(styled(item.title), styled(f"{fields}  [{item.id}]", "dim"))
    page.hang(Text("  "), Text("    "), line)

"""One source on a page: what it is, and what cites it with what it says there."""

from __future__ import annotations

from rich.text import Text

from kzfr_cli.formats.surface import Surface
from kzfr_cli.formats.text.page import Page, styled
from kzfr_cli.formats.text.sources import counts
from kzfr_cli.locale import vocabulary
from kzfr_cli.views.sources import CitingView, SourceSheet, StatementView

NONE, INDENT, DEEPER = Text(""), Text("  "), Text("      ")


def render(view: SourceSheet, surface: Surface) -> str:
    """Write a source."""
    page = Page(surface)
    catalogue = surface.catalogue
    page.hang(
        NONE,
        NONE,
        Text.assemble(
            page.link(styled(view.title, "bold"), view.url), styled(f"  [{view.id}]", "dim")
        ),
    )
    kind = vocabulary.source_kind(view.kind, catalogue) if view.kind else ""
    language = vocabulary.language(view.language, catalogue) if view.language else ""
    page.hang(
        NONE,
        NONE,
        styled(" · ".join(filter(None, (view.publisher, view.published_words, kind, language)))),
    )
    if view.url:
        page.hang(NONE, NONE, page.link(styled(view.url, "blue"), view.url))
    page.add()
    page.hang(
        NONE,
        NONE,
        styled(" · ".join(counts(view.events, view.figures, view.alone, catalogue)), "bold"),
    )
    for row in view.cited_by:
        write(page, row)
    return page.text()


def write(page: Page, row: CitingView) -> None:
    """Write one event or figure that cites the source."""
    catalogue = page.surface.catalogue
    alone = catalogue.text("no other source") if row.alone else ""
    line = Text.assemble(
        styled(row.date_words, "bold"),
        "  ",
        styled(row.title),
        styled(f" · {alone}" if alone else "", "yellow"),
        styled(f"  [{row.id}]", "dim"),
    )
    page.hang(INDENT, DEEPER, line)
    if row.says:
        page.hang(DEEPER, DEEPER, styled(row.says, "italic"))
    for statement in row.dates:
        if statement.status != "preferred":
            page.hang(DEEPER, DEEPER, styled(stated(statement, page.surface), "yellow"))


def stated(statement: StatementView, surface: Surface) -> str:
    """Write a date that the source is cited for beside the one that the event goes by."""
    status = vocabulary.status(statement.status, surface.catalogue)
    return f"{statement.words}  {vocabulary.kind(statement.kind, surface.catalogue)} · {status}"

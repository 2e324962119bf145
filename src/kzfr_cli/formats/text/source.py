"""One source on a page: what it is, and what cites it with what it says there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from rich.text import Text

from kzfr_cli.formats.surface import Surface
from kzfr_cli.formats.text import fitting
from kzfr_cli.formats.text.fitting import Passage
from kzfr_cli.formats.text.page import Page, styled
from kzfr_cli.formats.text.sources import counts
from kzfr_cli.languages import dates
from kzfr_cli.locale import vocabulary
from kzfr_cli.views.sources import CitingView, SourceSheet, StatementView

WHOLE = len("2026-11-30")
"""Letters of a date that is known to the day."""

NONE, INDENT, DEEPER = Text(""), Text("  "), Text("      ")


def render(view: SourceSheet, surface: Surface) -> str:
    """Write a source."""
    return fitting.written(partial(sections, view), surface)


def sections(view: SourceSheet, surface: Surface) -> Iterator[Passage]:
    """Yield what the source is, and what cites it."""
    told = " · ".join(counts(view.events, view.figures, view.alone, surface.catalogue))
    yield Passage("", [partial(head, view=view)], is_tight=True)
    yield Passage(told, [partial(write, row=row) for row in view.cited_by], 1)


def head(page: Page, view: SourceSheet) -> None:
    """Write what the source is and where."""
    title = page.link(styled(view.title, "bold"), view.url)
    page.hang(NONE, NONE, Text.assemble(title, styled(f"  [{view.id}]", "dim")))
    page.hang(NONE, NONE, styled(" · ".join(filter(None, described(view, page.surface)))))
    for address in filter(None, (view.url, view.archived)):
        page.hang(NONE, NONE, page.link(styled(address, "blue"), address))


def described(view: SourceSheet, surface: Surface) -> Iterator[str]:
    """Say who wrote a source, who published it and when, what it is, and when it was read."""
    catalogue = surface.catalogue
    yield ", ".join(view.authors)
    yield view.publisher
    yield view.published_words
    yield vocabulary.source_kind(view.kind, catalogue) if view.kind else ""
    yield vocabulary.language(view.language, catalogue) if view.language else ""
    if view.retrieved:
        day = dates.iso_in_words(view.retrieved, catalogue.lang)
        yield (
            catalogue.text("read in {month}", month=day)
            if len(view.retrieved) < WHOLE
            else (catalogue.text("read on {day}", day=day))
        )


def write(page: Page, row: CitingView) -> None:
    """Write one event or figure that cites the source."""
    catalogue = page.surface.catalogue
    said = [catalogue.text("date disputed")] if row.disputed and row.kind == "event" else []
    said += [catalogue.text("no other source")] if row.alone else []
    line = Text.assemble(
        styled(row.date_words, "bold"),
        "  ",
        styled(row.title),
        styled("".join(f" · {word}" for word in said), "yellow"),
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
    return (
        f"{statement.words}  {vocabulary.kind(statement.kind, surface.catalogue)} · {status}"
    )

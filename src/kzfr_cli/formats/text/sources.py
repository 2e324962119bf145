"""The sources, the most cited first, and how many events rest on one of them alone."""

from __future__ import annotations

from rich.text import Text

from kzfr_cli.formats.surface import Surface
from kzfr_cli.formats.text.page import Page, styled
from kzfr_cli.locale import vocabulary
from kzfr_cli.locale.catalogue import Catalogue
from kzfr_cli.locale.quantities import number
from kzfr_cli.views.sources import SourceListView, SourceView


def render(view: SourceListView, surface: Surface) -> str:
    """Write the sources and the line of their count."""
    page = Page(surface)
    catalogue = surface.catalogue
    if not view.rows:
        page.add(styled(catalogue.text("No source. Drop --kind or --single.")))
    for row in view.rows:
        write(page, row)
    page.add()
    page.hang(Text(""), Text(""), styled(summary(view, catalogue), "bold"))
    return page.text()


def write(page: Page, row: SourceView) -> None:
    """Write one source: what it is, then what rests on it."""
    none, indent = Text(""), Text("    ")
    about = ", ".join(filter(None, (row.publisher, row.published_words)))
    title = Text.assemble(
        page.link(styled(row.title, "bold"), row.url),
        styled(f" — {about}" if about else ""),
        styled(f"  [{row.id}]", "dim"),
    )
    page.hang(none, indent, title)
    catalogue = page.surface.catalogue
    said = [vocabulary.source_kind(row.kind, catalogue)] if row.kind else []
    said += counts(row.events, row.figures, row.alone, catalogue)
    page.hang(indent, indent, styled(" · ".join(said)))


def counts(
    events: int,
    figures: int,
    alone: int,
    catalogue: Catalogue,
) -> list[str]:
    """Say how much rests on a source."""
    plural, lang = catalogue.plural, catalogue.lang
    said = [plural("{count} event", "{count} events", events, count=number(events, lang))]
    if figures:
        said.append(
            plural("{count} figure", "{count} figures", figures, count=number(figures, lang))
        )
    if alone:
        said.append(
            plural(
                "{count} event on it alone",
                "{count} events on it alone",
                alone,
                count=number(alone, lang),
            )
        )
    return said


def summary(view: SourceListView, catalogue: Catalogue) -> str:
    """Say how many sources there are, and how many events of all rest on a single one."""
    count = len(view.rows)
    sources = catalogue.plural(
        "{count} source", "{count} sources", count, count=number(count, catalogue.lang)
    )
    events = catalogue.plural(
        "{alone} of {count} events rests on one source",
        "{alone} of {count} events rest on one source",
        view.all_alone,
        alone=number(view.all_alone, catalogue.lang),
        count=number(view.all_events, catalogue.lang),
    )
    return catalogue.text("{sources}; {events}", sources=sources, events=events)

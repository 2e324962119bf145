"""One figure on a page: its value, what it measures, who says otherwise, its sources."""

from __future__ import annotations

from rich.text import Text

from kzfr_cli.formats.surface import Surface
from kzfr_cli.formats.text import citations
from kzfr_cli.formats.text.figures import PLAIN_RIVAL, RIVAL, claim, remarks
from kzfr_cli.formats.text.page import Page, styled
from kzfr_cli.locale import vocabulary
from kzfr_cli.locale.catalogue import Catalogue
from kzfr_cli.views.figures import FigureSheet

NONE = Text("")


def value(view: FigureSheet, sentences: Catalogue) -> Text:
    """The value with its period, and whether it is disputed."""
    said = remarks(view, sentences)
    return Text.assemble(
        styled(view.value_words, "bold"),
        styled(f"  {view.period_words}"),
        styled(f" · {said}" if said else "", "italic yellow" if view.disputed else "italic"),
    )


def sources(page: Page, view: FigureSheet) -> None:
    """Write the sources of a figure."""
    sentences = page.surface.catalogue
    count = len(view.citations)
    page.add()
    page.add(
        styled(
            sentences.plural("{count} source", "{count} sources", count, count=count),
            "bold",
        )
    )
    for number, citation in enumerate(view.citations, 1):
        citations.write(page, number, citation)


def render(view: FigureSheet, surface: Surface) -> str:
    """Write a figure."""
    page = Page(surface)
    text = surface.catalogue.text
    page.hang(
        NONE,
        NONE,
        Text.assemble(styled(view.label, "bold"), styled(f"  [{view.id}]", "dim")),
    )
    page.hang(NONE, NONE, value(view, surface.catalogue))
    if view.note:
        page.hang(NONE, NONE, styled(view.note, "italic"))
    if view.confidence:
        how = vocabulary.confidence(view.confidence, surface.catalogue)
        page.hang(NONE, NONE, styled(text("Confidence: {how}", how=how), "dim"))
    page.add()
    page.hang(
        NONE,
        NONE,
        Text.assemble(styled(view.indicator_label), styled(f"  [{view.indicator}]", "dim")),
    )
    if view.measures:
        page.hang(NONE, NONE, styled(text("Measures: {what}", what=view.measures), "italic"))
    disputes(page, view)
    sources(page, view)
    page.add()
    place = text("From {file}, line {line}.", file=view.file, line=view.line)
    if view.former_ids:
        place += " " + text("Formerly {ids}.", ids=", ".join(view.former_ids))
    page.hang(NONE, NONE, styled(place, "dim"))
    return page.text()


def disputes(page: Page, view: FigureSheet) -> None:
    """Write what other sources say."""
    if not view.disputes:
        return
    page.add()
    page.add(styled(page.surface.catalogue.text("What others say"), "bold"))
    for rival in view.disputes:
        value = "  ".join(filter(None, (rival.value_words, rival.period_words)))
        line = Text.assemble(
            styled(value, "bold"),
            styled(" · " if value else ""),
            styled(claim(rival, page.surface.catalogue)),
            page.sourced(styled(f"  [{rival.source}]", "dim"), [rival.source]),
        )
        sign = Text("  " + (PLAIN_RIVAL if page.surface.plain else RIVAL))
        page.hang(sign, Text(" " * sign.cell_len), line)

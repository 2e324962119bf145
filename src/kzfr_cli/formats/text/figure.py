"""One figure on a page: its value, what it measures, who says otherwise, its sources."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial

from rich.text import Text

from kzfr_cli.formats.surface import Surface
from kzfr_cli.formats.text import citations, fitting
from kzfr_cli.formats.text.figures import PLAIN_RIVAL, RIVAL, claim, remarks
from kzfr_cli.formats.text.fitting import Passage, Short
from kzfr_cli.formats.text.page import Page, styled
from kzfr_cli.locale import vocabulary
from kzfr_cli.locale.catalogue import NN_, Catalogue
from kzfr_cli.views.figures import DisputeView, FigureSheet
from kzfr_cli.views.problems import seen_from

NONE = Text("")


def render(view: FigureSheet, surface: Surface) -> str:
    """Write a figure."""
    return fitting.written(partial(sections, view), surface)


def sections(view: FigureSheet, surface: Surface) -> Iterator[Passage]:
    """Yield the value, what others say, the sources and where the figure stands."""
    text = surface.catalogue.text
    count = len(view.citations)
    heading = surface.catalogue.plural(
        *NN_("{count} source", "{count} sources"),
        count,
        count=count,
    )
    cited = [
        partial(citations.write, number=number, citation=citation, is_short=surface.cut)
        for number, citation in enumerate(view.citations, 1)
    ]
    yield Passage("", [partial(head, view=view)], is_tight=True)
    yield Passage(
        text("What others say"), [partial(dispute, rival=it) for it in view.disputes], 1
    )
    kind = Short if surface.cut else Passage
    yield kind(heading, cited, 2)
    yield Passage("", [partial(place, view=view)])


def head(page: Page, view: FigureSheet) -> None:
    """Write the value, what is said of it, and what it measures."""
    sentences = page.surface.catalogue
    label = styled(view.label, "bold")
    page.hang(NONE, NONE, Text.assemble(label, styled(f"  [{view.id}]", "dim")))
    page.hang(NONE, NONE, value(view, sentences))
    if view.note:
        page.hang(NONE, NONE, styled(view.note, "italic"))
    if view.confidence:
        how = vocabulary.confidence(view.confidence, sentences)
        page.hang(NONE, NONE, styled(sentences.text("Confidence: {how}", how=how), "dim"))
    page.add()
    indicator = styled(view.indicator_label)
    page.hang(NONE, NONE, Text.assemble(indicator, styled(f"  [{view.indicator}]", "dim")))
    if view.measures:
        measures = sentences.text("Measures: {what}", what=view.measures)
        page.hang(NONE, NONE, styled(measures, "italic"))


def value(view: FigureSheet, sentences: Catalogue) -> Text:
    """The value with its period, and whether it is disputed."""
    said = remarks(view, sentences)
    return Text.assemble(
        styled(view.value_words, "bold"),
        styled(f"  {view.period_words}"),
        styled(f" · {said}" if said else "", "italic yellow" if view.disputed else "italic"),
    )


def dispute(page: Page, rival: DisputeView) -> None:
    """Write what another source says."""
    told = "  ".join(filter(None, (rival.value_words, rival.period_words)))
    line = Text.assemble(
        styled(told, "bold"),
        styled(" · " if told else ""),
        styled(claim(rival, page.surface.catalogue)),
        page.sourced(styled(f"  [{rival.source}]", "dim"), [rival.source]),
    )
    sign = Text("  " + (PLAIN_RIVAL if page.surface.plain else RIVAL))
    page.hang(sign, Text(" " * sign.cell_len), line)


def place(page: Page, view: FigureSheet) -> None:
    """Write which file the figure comes from."""
    text = page.surface.catalogue.text
    told = text(
        "From {file}, line {line}.", file=seen_from(os.getcwd(), view.file), line=view.line
    )
    if view.former_ids:
        told += " " + text("Formerly {ids}.", ids=", ".join(view.former_ids))
    page.hang(NONE, NONE, styled(told, "dim"))

"""The tables of figures: what is measured, each value, its sources, and what others say."""

from __future__ import annotations

from kzfr_cli.formats.sqlite.table import Tables
from kzfr_cli.views.figures import FigureView
from kzfr_cli.views.whole import Archive


def fill(tables: Tables, view: Archive) -> None:
    """Fill them."""
    for indicator in view.indicators:
        told = (indicator.label, indicator.measures, indicator.not_drawn)
        tables.insert("indicators", (indicator.id, *told))
        for figure in indicator.rows:
            tables.insert("figures", row(figure))
            fill_sources(tables, figure)


def row(figure: FigureView) -> tuple[object, ...]:
    """Write the row of a figure."""
    return (
        figure.id,
        f"{figure.indicator_label}, {figure.period_words}",
        figure.indicator,
        figure.period,
        figure.period_words,
        figure.earliest,
        figure.latest,
        figure.value,
        figure.unit,
        figure.value_words,
        figure.bound,
        figure.status,
        figure.confidence,
        figure.disputed,
        figure.note,
    )


def fill_sources(tables: Tables, figure: FigureView) -> None:
    """Insert who tells a figure, and who tells another."""
    for source in figure.sources:
        tables.insert("figure_sources", (figure.id, source))
    for rival in figure.disputes:
        told = (rival.source or None, rival.period, rival.value, rival.unit, rival.note)
        tables.insert("figure_disputes", (figure.id, *told))

"""The indicators: what each measures, how many figures it has, from when to when."""

from __future__ import annotations

from rich.text import Text

from kzfr_cli.formats.surface import Surface
from kzfr_cli.formats.text.page import Page, styled
from kzfr_cli.locale import quantities
from kzfr_cli.views.figures import IndicatorListView, IndicatorRow


def render(view: IndicatorListView, surface: Surface) -> str:
    """Write the indicators by id, and how to see one."""
    page = Page(surface)
    text, plural, lang = surface.catalogue.text, surface.catalogue.plural, surface.catalogue.lang
    if not view.indicators:
        page.add(styled(text("No figure. Widen --from and --to.")))
        return page.text()
    for row in view.indicators:
        write(page, row)
    page.add()
    indicators, figures = len(view.indicators), len(view.rows)
    counts = (
        plural(
            "{count} indicator",
            "{count} indicators",
            indicators,
            count=quantities.number(indicators, lang),
        ),
        plural(
            "{count} figure", "{count} figures", figures, count=quantities.number(figures, lang)
        ),
    )
    page.add(styled(", ".join(counts), "bold"))
    page.add(styled(text("One of them: kzfr figures {id}", id=view.indicators[0].id), "dim"))
    return page.text()


def write(page: Page, row: IndicatorRow) -> None:
    """Write one indicator."""
    catalogue = page.surface.catalogue
    none, indent = Text(""), Text("    ")
    page.hang(
        none, indent, Text.assemble(styled(row.label, "bold"), styled(f"  [{row.id}]", "dim"))
    )
    said = [
        catalogue.plural("{count} figure", "{count} figures", row.points, count=row.points),
        row.first if row.first == row.last else f"{row.first} → {row.last}",
        ", ".join(row.units),
    ]
    if row.disputed:
        said.append(
            catalogue.plural(
                "{count} disputed", "{count} disputed", row.disputed, count=row.disputed
            )
        )
    page.hang(indent, indent, styled(" · ".join(said)))
    if row.measures:
        page.hang(indent, indent, styled(row.measures, "italic"))

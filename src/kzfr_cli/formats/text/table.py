"""Rows of values, a tab between them: what a script cuts and sorts."""

from __future__ import annotations

from kzfr_cli.core.visible import visible
from kzfr_cli.formats import csv
from kzfr_cli.formats.surface import Surface
from kzfr_cli.views.tables import TableView


def render(view: TableView, surface: Surface) -> str:
    """Write a line for each row."""
    lines = ("\t".join(visible(text(value)) for value in row.values()) for row in view.rows)
    return "".join(f"{line}\n" for line in lines)


def text(value: object) -> str:
    """Write a value as CSV does, but for what only a spreadsheet would run."""
    return value if isinstance(value, str) else str(csv.cell(value))

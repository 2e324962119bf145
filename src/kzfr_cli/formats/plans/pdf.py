"""Anniversaries in PDF: a table for each month on an upright sheet, with bookmarks."""

from __future__ import annotations

from typing import Any

from kzfr_cli.formats import origin
from kzfr_cli.formats.plans import table
from kzfr_cli.formats.surface import Surface
from kzfr_cli.formats.typesetting import compiled, printable
from kzfr_cli.views.anniversaries import AnniversaryListView

TEMPLATE = "plan.typ"


def render(view: AnniversaryListView, surface: Surface) -> bytes:
    """Write the plan, the same bytes for the same data."""
    data = {
        "title": printable(table.title(view, surface)),
        "as_of": printable(origin.sentence(surface) or ""),
        "heads": [printable(head) for head in table.columns(surface)],
        "sections": [section(found) for found in table.sections(view, surface)],
    }
    return compiled(TEMPLATE, data, surface)


def section(found: table.Section) -> dict[str, Any]:
    """Write a section as the template wants it: its heading, and the lines of each cell."""
    return {
        "heading": printable(found.heading),
        "rows": [
            {
                "round": row.is_round,
                "cells": [list(map(printable, cell)) for cell in row.cells],
            }
            for row in found.rows
        ],
    }

"""A footnote: the record and its sources in one paragraph, separated by semicolons."""

from __future__ import annotations

from kzfr_cli.formats import lines
from kzfr_cli.formats.surface import Surface
from kzfr_cli.views.citations import ReferencesView


def render(view: ReferencesView, surface: Surface) -> str:
    """Write one line for all that is cited."""
    between = surface.catalogue.text("; ")
    return lines.single(between.join(row.reference.rstrip(".") for row in view.rows)) + ".\n"

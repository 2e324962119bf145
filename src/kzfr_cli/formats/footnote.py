"""A footnote: the record and its sources in one paragraph, separated by semicolons."""

from __future__ import annotations

from kzfr_cli.formats import lines
from kzfr_cli.formats.surface import Surface
from kzfr_cli.languages import dates
from kzfr_cli.locale.catalogue import Catalogue
from kzfr_cli.views.citations import ReferencesView, WorkView


def render(view: ReferencesView, surface: Surface) -> str:
    """Write one line for all that is cited."""
    text = surface.catalogue.text("; ").join(
        unstopped(row, surface.catalogue) for row in view.rows
    )
    return lines.single(text if text.endswith(".") else f"{text}.") + "\n"


def unstopped(row: WorkView, catalogue: Catalogue) -> str:
    """Take the full stop from the end of a reference, unless it is that of an abbreviation, as «5
    июня 2018 г.».
    """
    accessed = dates.iso_in_words(row.accessed, catalogue.lang) if row.accessed else ""
    endings = (accessed, row.issued_words, row.about_words, catalogue.text("n.d."))
    is_abbreviated = any(
        words.endswith(".") and row.reference.endswith(words) for words in endings
    )
    return row.reference if is_abbreviated else row.reference.removesuffix(".")

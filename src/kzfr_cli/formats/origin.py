"""Of which day the data are, in the sentence that a file which leaves the program carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfr_cli.languages import dates
from kzfr_cli.locale import catalogue

if TYPE_CHECKING:
    from kzfr_cli.formats.surface import Surface
    from kzfr_cli.store.provenance import Provenance

SILENT = ("csv", "json", "ndjson")
"""The formats of rows, whose readers take whatever stands in them for an event: it is told on
stderr when they are written to a file.
"""

LAST_LINE = ("text",)
"""The formats whose files end with it."""


def of(surface: Surface) -> Provenance | None:
    """Return where the packaged data come from; None where none are read."""
    return surface.origin() if surface.origin else None


def sentence(surface: Surface, lang: str = "") -> str:
    """Return “Data as of …, last reviewed on …” in a language; nothing without packaged data."""
    origin = of(surface)
    if origin is None:
        return ""
    spoken = catalogue.load(lang) if lang else surface.catalogue
    return spoken.text(
        "Data as of {as_of}, last reviewed on {reviewed}.",
        as_of=dates.date_in_words(origin.as_of, spoken.lang),
        reviewed=dates.date_in_words(origin.reviewed, spoken.lang),
    )

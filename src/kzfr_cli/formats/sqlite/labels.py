"""The tables of what ids mean: categories, kinds of dates, tags."""

from __future__ import annotations

from collections.abc import Callable

from kzfr_cli.core.event import LANGUAGES
from kzfr_cli.formats.sqlite.table import Tables
from kzfr_cli.locale import catalogue, vocabulary
from kzfr_cli.locale.catalogue import Catalogue
from kzfr_cli.views.whole import Archive

Word = Callable[[str, Catalogue], str]


def fill(tables: Tables, view: Archive) -> None:
    """Fill them: with all that we know, and what the events have beyond."""
    own = {entry.category for entry in view.entries} - set(vocabulary.CATEGORIES)
    for name in (*vocabulary.CATEGORIES, *sorted(own)):
        tables.label("categories", name, worded(name, vocabulary.category))
    for name in vocabulary.KINDS:
        tables.label("kinds", name, worded(name, vocabulary.kind))
    for kind, body in view.held:
        if kind == "tags":
            tables.label("tags", body["id"], body.get("label", {}))
    for entry in view.entries:
        for tag in entry.tags:
            tables.label("tags", tag, {})


def worded(name: str, word: Word) -> dict[str, str]:
    """Return a word of our vocabulary in each language."""
    return {lang: word(name, catalogue.load(lang)) for lang in LANGUAGES}

"""What the tests of formats share: references rendered without a process of their own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kzfr_cli.formats import registry
from kzfr_cli.formats.surface import Surface
from kzfr_cli.locale import catalogue
from kzfr_cli.queries import citations
from kzfr_cli.store.index import Index
from kzfr_cli.views import citations as views
from kzfr_cli.views.speaker import Speaker

from .cited import database

Cite = Callable[..., str]


@pytest.fixture
def cite(write: Callable[..., Path], open_files: Callable[..., Index]) -> Cite:
    """Give `cite(id, format, accessed=None)`, which cites an entry of the awkward database."""
    index = open_files(write(database()))
    english = catalogue.load("en")

    def render(id: str, format: str, accessed: date | None = None) -> str:
        view = views.references(citations.find(index, id), Speaker(index, english), accessed)
        return registry.render(view, format, Surface(catalogue=english, width=10_000))

    return render

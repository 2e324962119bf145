"""What the tests of formats share: a small database, one that tries to be obeyed, references
rendered here.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kzfr_cli.formats import registry
from kzfr_cli.formats.surface import Surface
from kzfr_cli.locale import catalogue
from kzfr_cli.queries import citations
from kzfr_cli.store.index.reading import Index
from kzfr_cli.views import citations as views
from kzfr_cli.views.speaker import Speaker

from ..conftest import SMALL
from .cited import database

Cite = Callable[..., str]
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def cite(write: Callable[..., Path], open_files: Callable[..., Index]) -> Cite:
    """Give `cite(id, format, accessed=None)`, which cites an entry of the awkward database."""
    index = open_files(write(database()))
    english = catalogue.load("en")

    def render(id: str, format: str, accessed: date | None = None) -> str:
        view = views.references(citations.find(index, id), Speaker(index, english), accessed)
        return registry.render(view, format, Surface(catalogue=english, width=10_000))

    return render


@pytest.fixture
def small(kzfr: Run, write: Callable[..., Path]) -> Run:
    """Run a command on the small database, in English."""
    path = write(SMALL)

    def run(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
        return kzfr(
            *arguments, "--no-packaged", "--db", str(path), "--lang", "en", **options
        )

    return run


EVIL = """
[[sources]]
id = "evil-source"
title = "\\u001b[31m[bold]S[/bold]\\u202e"

[[events]]
id = "evil-2001"
category = "visit"
title.en = "\\u001b[31m[bold]T[/bold]\\u202e\\u0007"
title.fr = "=1+1"
summary.en = "\\u009b31m[red]summary"

[[events.dates]]
kind = "occurred"
value = "2001-02-03"
sources = ["evil-source"]
note.en = "\\u001b]0;title\\u0007"
wording = "@SUM(A1)"
"""


@pytest.fixture
def evil(kzfr: Run, write: Callable[..., Path]) -> Run:
    """Run a command on a database whose every text tries to be obeyed."""
    path = write(EVIL, "evil.toml")

    def run(*arguments: str) -> str:
        result = kzfr(*arguments, "--no-packaged", "--db", str(path), "--lang", "en")
        assert (result.returncode, result.stderr) == (0, "")
        return str(result.stdout)

    return run


OBEYED = set("\x1b\x07\x9b\u202e")

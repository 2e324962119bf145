"""What the tests share: a small database, an index of it, and the program run as its users run it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kzfr_cli.store import paths
from kzfr_cli.store.index import opening
from kzfr_cli.store.index.reading import Index

ROOT = Path(__file__).resolve().parent.parent

SMALL = """
[[sources]]
id = "senate"
title = "Senate report"
url = "https://example.org/senate"
kind = "official"
language = "fr"

[[sources]]
id = "article"
title = "Article of 2018"
url = "https://example.org/article"
kind = "press"
language = "fr"

[[names]]
id = "astana"
kind = "place"
label.fr = "Astana"
label.en = "Astana"
spellings.fr = ["Nour-Soultan"]

[[names.periods]]
from = "2019-03-23"
to = "2022-09-16"
label.fr = "Nour-Soultan"
label.en = "Nur-Sultan"

[[events]]
id = "treaty-2008"
category = "treaty"
title.fr = "Traité de partenariat"
title.en = "Partnership treaty"
summary.en = "The treaty is signed."
places = ["astana"]
tags = ["partnership"]

[[events.dates]]
kind = "signed"
value = "2008-06-11"
status = "preferred"
sources = ["senate"]

[[events.dates]]
kind = "in-force"
value = "2010"
status = "accepted"
sources = ["senate"]

[[events.dates]]
kind = "celebrated"
value = "2018-06-05"
status = "disputed"
sources = ["article"]
note.fr = "Selon l’article."
note.en = "According to the article."

[[events.sources]]
id = "senate"
says = "Signed on 11 June 2008."

[[events.sources]]
id = "article"
says = "To be celebrated on 5 June."

[[events]]
id = "visit-2020"
category = "visit"
title.fr = "Visite"
title.en = "Visit"
places = ["astana"]

[[events.dates]]
kind = "occurred"
value = "2020-02-29"
sources = ["senate"]

[[events.sources]]
id = "senate"

[[events]]
id = "season-2013"
category = "culture"
title.fr = "Saison"
title.en = "Season"

[[events.dates]]
kind = "occurred"
value = "2013-09/2013-12"
sources = ["senate"]

[[events.sources]]
id = "senate"

[[events]]
id = "office-1993"
category = "economy"
scope = "context"
title.fr = "Bureau"
title.en = "Office"

[[events.dates]]
kind = "opened"
value = "1993"
sources = ["senate"]

[[events.sources]]
id = "senate"
"""


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write a database file."""

    def make(text: str, name: str = "base.toml") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return make


@pytest.fixture
def open_files(tmp_path: Path) -> Callable[..., Index]:
    """Open the index of some files, in a cache folder of the test's own."""

    def make(*files: Path) -> Index:
        return opening.open_index(list(files), tmp_path / "cache")

    return make


@pytest.fixture
def small(write: Callable[..., Path], open_files: Callable[..., Index]) -> Index:
    """Open the small database."""
    return open_files(write(SMALL))


@pytest.fixture(scope="session")
def packaged(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """Open the packaged database."""
    return opening.open_index(
        paths.all_files([paths.packaged()], []), tmp_path_factory.mktemp("cache")
    )


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give an empty home folder, kept for the whole run so that its index is warm."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def kzfr(home: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the program in a process of its own: `kzfr("timeline", "--limit", "1", env={...})`."""

    def run(
        *arguments: str,
        env: dict[str, str] | None = None,
        stdin: str = "",
        **options: object,
    ):
        environment = {
            "PATH": os.environ.get("PATH", ""),
            "HOME": str(home),
            "PYTHONPATH": str(ROOT / "src"),
            "LANG": "C.UTF-8",
            "KZFR_TODAY": "2018-06-05",
            **(env or {}),
        }
        return subprocess.run(
            [sys.executable, "-m", "kzfr_cli", *arguments],
            env={name: value for name, value in environment.items() if value},
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            **options,
        )

    return run

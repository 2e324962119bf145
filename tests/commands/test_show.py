"""`kzfr show` as its users run it."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from ..conftest import SMALL

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def small(kzfr: Run, write: Callable[..., Path]) -> Run:
    """Run a command on the small database, in English."""
    path = write(SMALL)

    def run(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
        return kzfr(
            *arguments, "--no-packaged", "--db", str(path), "--lang", "en", **options
        )

    return run


def ids(result: subprocess.CompletedProcess[str]) -> list[str]:
    """List the ids of a JSON output."""
    return [row["id"] for row in json.loads(result.stdout)]


def test_an_event_tells_dates_sources_and_disputes(small: Run) -> None:
    text = small("show", "treaty-2008").stdout
    assert re.search(r"11 June 2008  signed · .+\[1\]", text)
    assert re.search(r"5 June 2018  celebrated · disputed  \[2\]", text)
    assert "According to the article." in text
    assert "https://example.org/senate" in text
    assert "Traité de partenariat" in text


def test_a_name_tells_what_it_was_called_when(small: Run) -> None:
    text = small("show", "astana").stdout
    assert re.search("Nur-Sultan +.*2019.*2022", text)
    assert "Nour-Soultan" in text


def test_an_unknown_id_names_near_ones_and_a_search(small: Run) -> None:
    result = small("show", "treaty-2009")
    assert (result.returncode, result.stdout) == (3, "")
    assert "Did you mean: treaty-2008" in result.stderr
    assert "kzfr search treaty-2009" in result.stderr


def test_a_title_without_the_language_asked_falls_back_and_says_so(small: Run) -> None:
    assert (
        json.loads(small("show", "treaty-2008", "--lang", "kk", "--format", "json").stdout)[
            "language"
        ]
        != "kk"
    )


@pytest.mark.parametrize(
    ("event", "said"),
    [
        ("strategic-partnership-treaty-2008", "Sure: "),
        ("gourdet-verny-1875", "Probable: "),
    ],
)
def test_the_confidence_is_told_in_words(kzfr: Run, event: str, said: str) -> None:
    assert said in kzfr("show", event, "--lang", "en").stdout


def test_it_tells_how_to_report_a_wrong_date(kzfr: Run, small: Run) -> None:
    text = kzfr("show", "npt-accession-1994", "--lang", "en").stdout
    assert "A wrong date? Tell https://" in text
    assert "kzfr edit npt-accession-1994" in text
    assert "A wrong date?" not in small("show", "treaty-2008").stdout

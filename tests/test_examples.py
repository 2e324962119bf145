"""The example of another pair makes the program serve it, alone."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable

import pytest

from .conftest import ROOT

Run = Callable[..., subprocess.CompletedProcess[str]]
ANOTHER_PAIR = (
    "--no-packaged",
    "--db",
    str(ROOT / "examples" / "eu-kazakhstan.toml"),
    "--lang",
    "en",
)


def test_the_example_has_no_fault(kzfr: Run) -> None:
    result = kzfr("validate", *ANOTHER_PAIR)
    assert (result.returncode, result.stdout) == (0, "")


def test_its_timeline_is_of_that_pair_alone(kzfr: Run) -> None:
    events = json.loads(kzfr("timeline", "--format", "json", *ANOTHER_PAIR).stdout)
    assert len(events) == 7
    assert events[1]["id"] == "eu-kazakhstan-pca-1995"
    assert all(event["sources"] for event in events)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("search", "enhanced partnership signed"), "eu-kazakhstan-epca-signature-2015"),
        (("anniversary", "--date", "2025-12-21"), "10th"),
        (("show", "epca-entry-into-force-2020"), "1 March 2020"),
        (("sources", "--format", "json"), "an-15-ei152"),
        (("cite", "eu-kazakhstan-pca-1995"), "23 January 1995"),
    ],
)
def test_every_kind_of_question_is_answered_from_it(
    kzfr: Run, arguments: tuple[str, ...], said: str
) -> None:
    result = kzfr(*arguments, *ANOTHER_PAIR)
    assert result.returncode == 0, result.stderr
    assert said in result.stdout


def test_a_wrong_date_of_that_pair_is_found_in_a_text(kzfr: Run) -> None:
    result = kzfr(
        "check", "-", *ANOTHER_PAIR, stdin="The EPCA entered into force on 1 March 2021.\n"
    )
    assert result.returncode == 1
    assert "1 March 2020" in result.stdout

"""SARIF is read by the validator of those who wrote the format, which holds it against the schema
of 2.1.0.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.clients.conftest import Client
from tests.conftest import ROOT


@pytest.fixture
def validate(client: Client) -> Callable[[Path], str]:
    program = client("node_modules/.bin/sarif-multitool")

    def run(path: Path) -> str:
        return subprocess.run(
            [program, "validate", path], capture_output=True, encoding="utf-8", timeout=120
        ).stdout

    return run


def test_findings_are_valid_sarif(
    kzfr: Callable, validate: Callable[[Path], str], tmp_path: Path
) -> None:
    log = tmp_path / "found.sarif"
    kzfr(
        "check",
        *map(str, sorted((ROOT / "examples").glob("*.md"))),
        "--explain",
        "--format",
        "sarif",
        "-o",
        str(log),
    )
    told = validate(log)
    assert "Analysis completed successfully" in told
    assert "error" not in told


def test_the_validator_refuses_what_the_schema_does_not_know(
    validate: Callable[[Path], str], tmp_path: Path
) -> None:
    log = tmp_path / "wrong.sarif"
    log.write_text(
        '{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}, "resultz": []}]}'
    )
    assert "resultz" in validate(log)

"""Taplo, the TOML checker behind Even Better TOML, takes the schema of the database files."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from kzfr_cli.store import json_schema, paths

from ..conftest import SMALL

Client = Callable[[str], Path]


@pytest.fixture
def check(client: Client, tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Check files against the schema."""
    taplo = client("taplo/bin/taplo")
    schema = tmp_path / "database.json"
    schema.write_text(json.dumps(json_schema.database()), encoding="utf-8")

    def run(*files: str) -> subprocess.CompletedProcess[str]:
        command = [str(taplo), "check", "--schema", schema.as_uri(), *files]
        return subprocess.run(
            command,
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )

    return run


def test_packaged_files_pass(check: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    files = paths.database_files(paths.packaged())
    result = check(*files)
    assert (result.returncode, f"total={len(files)} excluded=0" in result.stderr) == (
        0,
        True,
    ), result.stderr


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ('category = "treaty"', 'category = "treatise"', "treatise"),
        (
            'category = "treaty"',
            'category = "treaty"\ncolour = "red"',
            "'colour' was unexpected",
        ),
        ('places = ["astana"]', 'places = "astana"', "is not of type"),
        ('value = "2008-06-11"', 'value = "11 June 2008"', "does not match"),
        ('category = "treaty"', "", "required property"),
    ],
)
def test_fault_is_told(
    check: Callable[..., subprocess.CompletedProcess[str]],
    tmp_path: Path,
    right: str,
    wrong: str,
    said: str,
) -> None:
    path = tmp_path / "own.toml"
    path.write_text(SMALL)
    assert check(str(path)).returncode == 0
    path.write_text(SMALL.replace(right, wrong, 1))
    result = check(str(path))
    assert result.returncode == 1
    assert said in result.stderr

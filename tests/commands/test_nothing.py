"""A listing that finds nothing says so on stderr and ends with exit code 1."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

NOTHING = [
    ("timeline", "--from", "1600", "--to", "1601"),
    ("anniversary", "--year", "1700"),
    ("anniversary", "--date", "1700-01-01"),
    ("figures", "--from", "1600", "--to", "1601"),
    ("figures", "kz-stat-trade-total", "--from", "1600", "--to", "1601"),
    ("sources", "--kind", "blog", "--single", "--no-packaged"),
]


@pytest.mark.parametrize("arguments", NOTHING)
def test_nothing_is_told_on_stderr_with_exit_code_1(
    kzfr: Run, arguments: tuple[str, ...]
) -> None:
    result = kzfr(*arguments, "--lang", "en")
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.strip()


@pytest.mark.parametrize("arguments", NOTHING)
def test_nothing_is_an_empty_list_in_json(kzfr: Run, arguments: tuple[str, ...]) -> None:
    result = kzfr(*arguments, "--lang", "en", "--format", "json")
    assert (result.returncode, json.loads(result.stdout)) == (1, [])

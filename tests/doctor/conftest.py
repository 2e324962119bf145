"""Examine small files as a user's files are examined."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kzfr_cli.doctor import examination


@pytest.fixture
def codes(write: Callable[..., Path]) -> Callable[..., list[str]]:
    """Name the checks that find something, beside what only deserves a look, in files laid over
    each other.
    """
    numbers = iter(range(100))

    def examine(*texts: str, all: bool = False) -> list[str]:
        files = [str(write(text, f"{next(numbers)}.toml")) for text in texts]
        found = examination.examine(files)
        return [
            finding.check.name for finding in (found if all else examination.failures(found))
        ]

    return examine

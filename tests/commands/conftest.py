"""What the tests of commands share."""

from __future__ import annotations

from pathlib import Path

import pytest

from .desk import Desk, Run


@pytest.fixture
def desk(kzfr: Run, tmp_path: Path) -> Desk:
    """Give a home and files of its own to a test of a command that writes."""
    return Desk(kzfr, tmp_path)

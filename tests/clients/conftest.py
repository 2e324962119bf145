"""Find the programs of others, installed by `tools/clients.sh FOLDER` and named to the tests by
KZFR_CLIENTS.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

Client = Callable[[str], Path]


@pytest.fixture(scope="session")
def client() -> Client:
    """Give a function from a place among the clients, or a Debian program's name, to its path;
    absent, it skips.

    `client("khal/bin/khal")`, `client("node_modules/axe-core/axe.min.js")`, `client("chromium")`.
    """

    def find(name: str) -> Path:
        folder = os.environ.get("KZFR_CLIENTS", "")
        if folder and (Path(folder) / name).exists():
            return Path(folder) / name
        found = shutil.which(name)
        if found is None:
            pytest.skip(
                f"{name} is not installed: run tools/clients.sh FOLDER, then set "
                f"KZFR_CLIENTS=FOLDER"
            )
        return Path(found)

    return find


@pytest.fixture(scope="session")
def browser(client: Client) -> Iterator[Any]:
    """Start the Chromium of the system, without a screen, once for all tests."""
    chromium = client("chromium")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        launched = driver.chromium.launch(
            executable_path=str(chromium), args=["--no-sandbox"]
        )
        yield launched
        launched.close()

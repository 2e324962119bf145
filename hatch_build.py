"""Compile the message catalogues for every build, and put the database and the manual pages into
the wheel.

An editable install gets no copy of the database: it reads `data/` beside `src/`, the very files of
the checkout.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from babel.messages import mofile, pofile
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Make `kzfr.mo` from each `kzfr.po`, and the manual pages from the commands."""

    manual: str | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before the files are gathered."""
        for source in sorted(
            Path(self.root, "src/kzfr_cli/locale/catalogues").glob("*/LC_MESSAGES/*.po")
        ):
            with source.open("rb") as po, source.with_suffix(".mo").open("wb") as mo:
                mofile.write_mo(mo, pofile.read_po(po))
        build_data["artifacts"].append("src/kzfr_cli/locale/catalogues/**/*.mo")
        if version == "standard":
            build_data["force_include"][str(Path(self.root, "data"))] = "kzfr_cli/data"
            build_data["shared_data"].update(self.manual_pages())

    def manual_pages(self) -> dict[str, str]:
        """Write the manual pages beside the checkout and give the place of each in the wheel.

        A process of its own reads the commands, which import what kzfr needs to run: pyproject.toml
        asks for that.
        """
        self.manual = tempfile.mkdtemp()
        tool = Path(self.root, "tools", "manpages.py")
        found = [str(Path(self.root, "src")), *filter(None, [os.environ.get("PYTHONPATH")])]
        subprocess.run(
            [sys.executable, str(tool), self.manual],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(found)},
            check=True,
            stdout=subprocess.DEVNULL,
        )
        pages = sorted(path for path in Path(self.manual).rglob("*.1"))
        return {
            str(page): f"share/man/{page.relative_to(self.manual).as_posix()}" for page in pages
        }

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Take the pages away once they are in the wheel."""
        if self.manual is not None:
            shutil.rmtree(self.manual, ignore_errors=True)

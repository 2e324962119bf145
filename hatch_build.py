"""Compile the message catalogues for every build, and put the database, the scripts of the shells,
the words of the languages, the frames of the events and the manual pages into the wheel.

An editable install gets no copy of the first three: it reads the very files of the checkout.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from babel.messages import mofile, pofile
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Make `kzfr.mo` from each `kzfr.po`, manual pages from the commands, frames from the data."""

    made: str | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before the files are gathered."""
        for source in sorted(
            Path(self.root, "src/kzfr_cli/locale/catalogues").glob("*/LC_MESSAGES/*.po")
        ):
            with source.open("rb") as po, source.with_suffix(".mo").open("wb") as mo:
                mofile.write_mo(mo, pofile.read_po(po))
        build_data["artifacts"].append("src/kzfr_cli/locale/catalogues/**/*.mo")
        if version == "standard":
            for folder in ("data", "completions"):
                build_data["force_include"][str(Path(self.root, folder))] = (
                    f"kzfr_cli/{folder}"
                )
            self.made = tempfile.mkdtemp()
            build_data["force_include"].update(self.words())
            build_data["force_include"].update(self.frames())
            build_data["shared_data"].update(
                self.manual_pages(os.path.join(self.made, "man"))
            )

    def words(self) -> dict[str, str]:
        """Write the words of each language as JSON, and return the place of each in the wheel."""
        places = {}
        folder = Path(self.root, "src/kzfr_cli/languages")
        of_names = (folder / "claims/bodies.toml", folder / "claims/given_names.toml")
        for source in sorted([*folder.rglob("??.toml"), *of_names]):
            inside = source.relative_to(folder).with_suffix(".json")
            made = Path(str(self.made), inside)
            made.parent.mkdir(exist_ok=True)
            words = tomllib.loads(source.read_text("utf-8"))
            made.write_text(
                json.dumps(words, ensure_ascii=False, separators=(",", ":")), "utf-8"
            )
            places[str(made)] = f"kzfr_cli/languages/{inside.as_posix()}"
        return places

    def frames(self) -> dict[str, str]:
        """Work out the frames of the events, with which `check` begins, and return their place in
        the wheel.
        """
        made = os.path.join(str(self.made), "frames.sqlite")
        self.run_tool("frames.py", made)
        return {made: "kzfr_cli/proofreading/frames.sqlite"}

    def manual_pages(self, folder: str) -> dict[str, str]:
        """Write the manual pages into a folder and return the place of each in the wheel."""
        self.run_tool("manpages.py", folder)
        pages = sorted(path for path in Path(folder).rglob("*.1"))
        return {
            str(page): f"share/man/{page.relative_to(folder).as_posix()}" for page in pages
        }

    def run_tool(self, name: str, target: str) -> None:
        """Run a tool of the project that makes something.

        A process of its own imports the program, with what it needs to run: pyproject.toml asks for
        that.
        """
        found = [str(Path(self.root, "src")), *filter(None, [os.environ.get("PYTHONPATH")])]
        subprocess.run(
            [sys.executable, str(Path(self.root, "tools", name)), target],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(found)},
            check=True,
            stdout=subprocess.DEVNULL,
        )

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Take away what was made once it is in the wheel."""
        if self.made is not None:
            shutil.rmtree(self.made, ignore_errors=True)

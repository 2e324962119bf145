"""Compile the message catalogues for every build, and put the database into the wheel.

An editable install gets no copy of the database: it reads `data/` beside `src/`, the very files of the checkout.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages import mofile, pofile
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Make `kzfr.mo` from each `kzfr.po`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before the files are gathered."""
        for source in sorted(Path(self.root, "src/kzfr_cli/locale/catalogues").glob("*/LC_MESSAGES/*.po")):
            with source.open("rb") as po, source.with_suffix(".mo").open("wb") as mo:
                mofile.write_mo(mo, pofile.read_po(po))
        build_data["artifacts"].append("src/kzfr_cli/locale/catalogues/**/*.mo")
        if version == "standard":
            build_data["force_include"][str(Path(self.root, "data"))] = "kzfr_cli/data"

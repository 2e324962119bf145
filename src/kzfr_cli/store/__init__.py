"""Files: paths, TOML read entry by entry, the schema, the index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfr_cli.core import lazy

if TYPE_CHECKING:
    from kzfr_cli.store import atomic, folder, paths, provenance, target

__all__ = ["atomic", "folder", "paths", "provenance", "target"]
__getattr__ = lazy.modules(__name__)

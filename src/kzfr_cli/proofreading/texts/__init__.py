"""Read the texts that are proof-read as their readers see them, each character with its place in
the source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfr_cli.core import lazy

if TYPE_CHECKING:
    from kzfr_cli.proofreading.texts import dating, reading

__all__ = ["dating", "reading"]
__getattr__ = lazy.modules(__name__)

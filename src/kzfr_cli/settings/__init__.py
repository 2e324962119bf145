"""The settings: what each means, and which of its values holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfr_cli.core import lazy

if TYPE_CHECKING:
    from kzfr_cli.settings import cache, file, values

__all__ = ["cache", "file", "values"]
__getattr__ = lazy.modules(__name__)

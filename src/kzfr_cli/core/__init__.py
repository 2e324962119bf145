"""Values: dates, entries, records, and packages that load late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfr_cli.core import lazy

if TYPE_CHECKING:
    from kzfr_cli.core import installation

__all__ = ["installation"]
__getattr__ = lazy.modules(__name__)

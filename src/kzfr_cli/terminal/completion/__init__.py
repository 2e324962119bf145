"""Completion: what may stand at the cursor, how shells ask for it, and where it is installed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfr_cli.core import lazy

if TYPE_CHECKING:
    from kzfr_cli.terminal.completion import protocol, values

__all__ = ["protocol", "values"]
__getattr__ = lazy.modules(__name__)

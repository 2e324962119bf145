"""The commands, one a file: read the options, ask, show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfr_cli.core import lazy

if TYPE_CHECKING:
    from kzfr_cli.commands import today

__all__ = ["today"]
__getattr__ = lazy.modules(__name__)

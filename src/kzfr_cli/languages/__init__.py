"""All that the program must know of French, English, Russian and Kazakh, and nothing of the database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfr_cli.core import lazy

if TYPE_CHECKING:
    from kzfr_cli.languages import dates, typed

__all__ = ["dates", "typed"]
__getattr__ = lazy.modules(__name__)

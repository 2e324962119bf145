"""All that the program must know of French, English, Russian and Kazakh, and nothing of the
database.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfr_cli.core import lazy

if TYPE_CHECKING:
    from kzfr_cli.languages import (
        bare,
        dates,
        mention,
        mentions,
        spoken_dates,
        typed,
        typography,
    )

__all__ = ["bare", "dates", "mention", "mentions", "spoken_dates", "typed", "typography"]
__getattr__ = lazy.modules(__name__)

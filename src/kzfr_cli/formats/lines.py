"""Text from the database as one safe line, for the formats of bibliographies."""

from __future__ import annotations

import re

from kzfr_cli.core.visible import visible

SPACES = re.compile(r"[\t\n\v\f\r \x85\u2028\u2029]+")


def single(text: str) -> str:
    """Put a text on one line, its no-break spaces kept, and show each unsafe character as its code
    point.
    """
    return visible(SPACES.sub(" ", text)).strip(" ")

"""Text from the database as one safe line, for the formats of bibliographies."""

from __future__ import annotations

import re

SPACES = re.compile(r"[\t\n\v\f\r \x85\u2028\u2029]+")
UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What a terminal would obey rather than show: controls, escape sequences, directional overrides.
"""


def single(text: str) -> str:
    """Put a text on one line, its no-break spaces kept, and show each unsafe character as its code
    point.
    """
    return UNSAFE.sub(lambda match: f"‹U+{ord(match[0]):04X}›", SPACES.sub(" ", text)).strip(" ")

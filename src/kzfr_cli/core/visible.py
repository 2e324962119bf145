"""Text that nobody vouches for, shown without what a terminal would obey."""

from __future__ import annotations

import re

UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]"
)
"""What a terminal would obey rather than show: controls, escape sequences, directional overrides.
"""


def visible(text: str) -> str:
    """Show each unsafe character as its code point, such as ‹U+202E›."""
    return UNSAFE.sub(lambda match: f"‹U+{ord(match[0]):04X}›", text)

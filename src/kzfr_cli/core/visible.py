"""Text that nobody vouches for, shown without what a terminal or a page would obey."""

from __future__ import annotations

import re

MARKS = "\u200e\u200f"
"""Directional marks, which stand in right texts that mix scripts and hide nothing."""

OVERRIDES = "\u202a-\u202e\u2066-\u2069"
"""What turns the direction of letters, within the brackets of a regular expression."""

DIRECTIONS = MARKS + OVERRIDES

SEPARATORS = "\u2028\u2029"
"""The separators of lines and paragraphs."""

CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f"
"""Controls and escape sequences, but tab and line feed."""

NO_CHARACTERS = "\ufffe\uffff"
"""What no XML may hold."""

UNSAFE = f"[{CONTROLS}{DIRECTIONS}{SEPARATORS}{NO_CHARACTERS}]"
"""What would be obeyed rather than shown; compiled when a text is not plain."""


def visible(text: str) -> str:
    """Show each unsafe character as its code point, such as ‹U+202E›."""
    return text if text.isprintable() else re.sub(UNSAFE, named, text)


OBEYED = f"[{CONTROLS}{OVERRIDES}{SEPARATORS}{NO_CHARACTERS}]"
"""What is not right in data either."""


def as_data(text: str) -> str:
    """A text for another program: its directional marks stay, what else is unsafe is shown."""
    return text if text.isprintable() else re.sub(OBEYED, named, text)


def in_line(text: str) -> str:
    """Show a text, such as the name of a file, that must not begin another line."""
    return visible(text).replace("\n", "‹U+000A›")


COMMAND = r"(?m)^([^\S\n]*)([:#])(?=:|#\[)"
"""What begins a line that the log of GitHub Actions or Azure Pipelines obeys: `::error` and
`##[error]`, after blanks too.
"""


def inert(text: str) -> str:
    """A text of which no line begins with what a log would obey: its first sign is shown."""
    if "::" not in text and "##[" not in text:
        return text
    return re.sub(COMMAND, lambda found: f"{found[1]}‹U+{ord(found[2]):04X}›", text)


def named(found: re.Match[str]) -> str:
    """The code point of a character, for people to see."""
    return f"‹U+{ord(found[0]):04X}›"

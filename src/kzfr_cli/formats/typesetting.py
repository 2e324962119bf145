"""Setting pages with Typst: data go into a template, and a PDF comes out.

The texts go in as data, so that no sign in them is markup; the letters are those of our own font,
for a machine may have none. The file is tagged as PDF/UA-1 (ISO 14289-1) asks.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typst
from anyascii import anyascii

from kzfr_cli import __released__
from kzfr_cli.core.visible import visible
from kzfr_cli.formats import palette
from kzfr_cli.formats.surface import Surface
from kzfr_cli.store import paths

DRAWN = (
    (0x20, 0x7E),
    (0xA0, 0x17F),
    (0x300, 0x304),
    (0x306, 0x30C),
    (0x400, 0x4FF),
    (0x2010, 0x2027),
    (0x202F, 0x2030),
    (0x2032, 0x2033),
    (0x2039, 0x203A),
    (0x2070, 0x2071),
    (0x2074, 0x208E),
)
"""The first and last code points of what our font has letters for, with `SINGLE`. PDF/UA refuses a
text that cannot be shown.
"""

SINGLE = frozenset((0x0A, 0x2BC, 0x2044, 0x20AC, 0x20B8, 0x20BD, 0x2116, 0x2122))

INKS = ("ink", "navy", "grey", "amber", "pale")
TEMPLATES = Path(__file__).parent


def compiled(template: str, data: dict[str, Any], surface: Surface) -> bytes:
    """Set the data in a template of this package, the same bytes for the same data."""
    lang = surface.catalogue.lang
    shared = {
        "lang": lang,
        "inks": {name: getattr(palette, name.upper()) for name in INKS},
        "paper": "us-letter" if surface.is_letter and lang == "en" else "a4",
        "released": __released__[:10],
    }
    written: bytes = typst.compile(
        TEMPLATES / template,
        format="pdf",
        font_paths=[Path(paths.fonts())],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps({**shared, **data}, ensure_ascii=False)},
        pdf_standards=["ua-1"],
        timestamp=datetime.fromisoformat(__released__).replace(tzinfo=UTC),
    )
    return written


def printable(text: str) -> str:
    """Write a text in letters that the font has: those of other scripts in Latin ones."""
    return "".join(
        letter if is_drawn(ord(letter)) else anyascii(letter) or "?"
        for letter in visible(text)
    )


def is_drawn(point: int) -> bool:
    """Return whether our font has a letter for a code point."""
    return point in SINGLE or any(first <= point <= last for first, last in DRAWN)

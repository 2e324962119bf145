"""PNG: the picture of the SVG format as pixels, for a slide or a poster.

The letters are those of our own font: without one a renderer draws none, and says nothing.
"""

from __future__ import annotations

from pathlib import Path

import resvg_py

from kzfr_cli.formats import svg
from kzfr_cli.formats.surface import Surface
from kzfr_cli.store import paths
from kzfr_cli.views.dossiers import Dossier

FONT = "Noto Sans"
WIDTHS = {"slide": 1920, "poster": 7680}
"""Pixels: a screen (1080 lines), and 65 cm at 300 dots an inch."""


def render(view: Dossier, surface: Surface) -> bytes:
    """Draw the picture."""
    return pixels(svg.render(view, surface), WIDTHS[view.size])


def pixels(drawn: str, width: int) -> bytes:
    """Draw an SVG so many pixels wide, in our own font."""
    fonts = [str(path) for path in sorted(Path(paths.fonts()).glob("*.ttf"))]
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=drawn,
            width=width,
            skip_system_fonts=True,
            font_files=fonts,
            font_family=FONT,
            sans_serif_family=FONT,
        )
    )


losses = svg.losses

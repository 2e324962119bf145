"""The colours of the families of categories are read on every ground of the page."""

from __future__ import annotations

import re

import pytest

from kzfr_cli.core.event import CATEGORIES
from kzfr_cli.formats import html
from kzfr_cli.formats.palette import FAMILIES, OTHER, family_of

STYLE = html.asset("page.css")


def luminance(colour: str) -> float:
    """Give the relative luminance of a colour (WCAG 2.2)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_family_is_read_on_every_ground(scheme: str) -> None:
    block = STYLE.split(f"color-scheme: {scheme};", 1)[1].split("}", 1)[0]
    grounds = dict(re.findall(r"--(ground|panel|stripe): (#[0-9a-f]{6})", block))
    assert len(grounds) == 3
    faint = {
        (family.name, ground): round(contrast(getattr(family, scheme), shade), 2)
        for family in FAMILIES
        for ground, shade in grounds.items()
        if contrast(getattr(family, scheme), shade) < 4.5
    }
    assert faint == {}


def test_every_category_is_of_one_family() -> None:
    of_families = [category for family in FAMILIES for category in family.categories]
    assert sorted(of_families) == sorted(CATEGORIES)


def test_a_new_category_takes_no_other_family_s_colour() -> None:
    assert family_of("agriculture") == OTHER
    for colour in (OTHER.light, OTHER.dark):
        parts = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
        assert max(parts) - min(parts) < 16

"""The categories of events and the kinds of their dates: a line each, with what people read and see
of it.
"""

from __future__ import annotations

from kzfr_cli.core.record import pair


@pair
class Category:
    """A category of events.

    `label` is its English name, which the catalogues translate; `mark` a character of one column,
    which tells it apart without colour; `ink` one of the sixteen colours that the theme of a
    terminal sets; `light` and `dark` its colours on such grounds, with a contrast of 4.5 or more
    (WCAG 2.2).
    """

    name: str
    label: str
    mark: str
    ink: str
    light: str
    dark: str


CATEGORIES = (
    Category("diplomacy", "diplomacy", "◆", "blue", "#1d4ed8", "#93c5fd"),
    Category("visit", "visit", "▲", "cyan", "#0e7490", "#67e8f9"),
    Category("treaty", "treaty", "■", "magenta", "#6d28d9", "#c4b5fd"),
    Category("multilateral", "multilateral", "○", "blue", "#4338ca", "#a5b4fc"),
    Category("economy", "economy", "●", "green", "#92400e", "#fcd34d"),
    Category("energy", "energy", "✦", "yellow", "#ad4e08", "#fbbf24"),
    Category("transport", "transport", "▶", "green", "#475569", "#cbd5e1"),
    Category("space", "space", "★", "cyan", "#7e22ce", "#d8b4fe"),
    Category("defence", "defence", "▼", "red", "#4d5d0b", "#bef264"),
    Category("security", "security", "▽", "red", "#57534e", "#d6d3d1"),
    Category("culture", "culture", "♪", "magenta", "#be185d", "#f9a8d4"),
    Category("education", "education", "◇", "yellow", "#137a39", "#86efac"),
    Category("science", "science", "△", "yellow", "#0f766e", "#5eead4"),
    Category("health", "health", "✚", "green", "#b91c1c", "#fca5a5"),
    Category("sport", "sport", "◉", "cyan", "#c2410c", "#fdba74"),
)


@pair
class DateKind:
    """A kind of date of an event; `label` is its English name, which the catalogues translate."""

    name: str
    label: str


DATE_KINDS = (
    DateKind("occurred", "took place"),
    DateKind("signed", "signed"),
    DateKind("in-force", "in force"),
    DateKind("provisionally-applied", "applied provisionally"),
    DateKind("ratified", "ratified"),
    DateKind("approved", "approved"),
    DateKind("founded", "founded"),
    DateKind("published", "published"),
    DateKind("opened", "opened"),
    DateKind("closed", "closed"),
    DateKind("announced", "announced"),
    DateKind("celebrated", "celebrated"),
)

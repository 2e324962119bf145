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
    terminal sets; `light` its colour on a light ground, with a contrast of 4.5 or more (WCAG 2.2).
    """

    name: str
    label: str
    mark: str
    ink: str
    light: str


CATEGORIES = (
    Category("diplomacy", "diplomacy", "◆", "blue", "#1d4ed8"),
    Category("visit", "visit", "▲", "cyan", "#0e7490"),
    Category("treaty", "treaty", "■", "magenta", "#6d28d9"),
    Category("multilateral", "multilateral", "○", "blue", "#4338ca"),
    Category("economy", "economy", "●", "green", "#92400e"),
    Category("energy", "energy", "✦", "yellow", "#ad4e08"),
    Category("transport", "transport", "▶", "green", "#475569"),
    Category("space", "space", "★", "cyan", "#7e22ce"),
    Category("defence", "defence", "▼", "red", "#4d5d0b"),
    Category("security", "security", "▽", "red", "#57534e"),
    Category("culture", "culture", "♪", "magenta", "#be185d"),
    Category("education", "education", "◇", "yellow", "#137a39"),
    Category("science", "science", "△", "yellow", "#0f766e"),
    Category("health", "health", "✚", "green", "#b91c1c"),
    Category("sport", "sport", "◉", "cyan", "#c2410c"),
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

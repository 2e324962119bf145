"""The colours of the categories, of their families on both grounds, and the inks of paper."""

from __future__ import annotations

from kzfr_cli.core.kinds import CATEGORIES
from kzfr_cli.core.record import pair
from kzfr_cli.locale.catalogue import N_

LIGHT = {category.name: category.light for category in CATEGORIES}


@pair
class Family:
    """Categories that share a colour, where fifteen hues would tell nothing apart; `label` is their
    English name, which the catalogues translate.
    """

    name: str
    label: str
    categories: tuple[str, ...]
    light: str
    dark: str


FAMILIES = (
    Family(
        "politics",
        N_("Politics"),
        ("diplomacy", "visit", "treaty", "multilateral"),
        "#1c5196",
        "#8fbcf5",
    ),
    Family(
        "economy",
        N_("Economy and energy"),
        ("economy", "energy", "transport"),
        "#8f5200",
        "#ecbb62",
    ),
    Family("security", N_("Security"), ("defence", "security"), "#a23423", "#f5a593"),
    Family("space", N_("Space"), ("space",), "#6a3d9a", "#cbb2f0"),
    Family(
        "culture",
        N_("Culture and knowledge"),
        ("culture", "education", "science", "health", "sport"),
        "#0b6b58",
        "#73cfb6",
    ),
    Family("other", N_("Other"), (), "#55534e", "#b9b7b0"),
)
OTHER = FAMILIES[-1]


def properties(ground: str) -> str:
    """Write the colour of each family on a `light` or `dark` ground as properties of CSS."""
    return " ".join(f"--{family.name}: {getattr(family, ground)};" for family in FAMILIES)


def grounds() -> str:
    """Write the rules of CSS for both: light, but dark where the reader or the system wants it."""
    light, dark = properties("light"), properties("dark")
    wanted = "@media (prefers-color-scheme: dark)"
    return "\n".join(
        (
            f":root {{ {light} }}",
            f"[data-theme=dark] {{ {dark} }}",
            f"{wanted} {{ :root:not([data-theme=light]) {{ {dark} }} }}",
        )
    )


def family_of(category: str) -> Family:
    """Return the family of a category; one that has none yet is of the neutral one."""
    return next((each for each in FAMILIES if category in each.categories), OTHER)


INK, NAVY, GREY, AMBER, PALE = "1f2937", "1e3a5f", "6b7280", "b45309", "fef7e6"
"""On paper: texts, headings, what is said by the way, what is disputed, the ground of its box."""

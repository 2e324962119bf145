"""Kazakh that is typed in Latin letters is read as its Cyrillic is spelt, each letter in its place."""

from __future__ import annotations

import pytest

from kzfr_cli.languages import kazakh_cyrillic


@pytest.mark.parametrize(
    ("typed", "spelt"),
    [
        pytest.param(
            "Frantsiia prezidentı Astanağa 2023 jylğy 1 qaraşada keldı.",
            "Франция президенті Астанаға 2023 жылғы 1 қарашада келді.",
            id="the alphabet of 2021",
        ),
        pytest.param(
            "Qazaqstan táýelsizdigi 1991 jylǵy jeltoqsanda jarııalandy.",
            "Қазақстан тәуелсіздігі 1991 жылғы желтоқсанда жарияланды.",
            id="the alphabet of 2018",
        ),
        pytest.param(
            "Kelisimge 2008 zhylgy mausymda qol qoyyldy.",
            "Келісімге 2008 жылгы маусымда қол қоыылды.",
            id="letters without marks",
        ),
        pytest.param(
            "Ekı eldıñ qatynastaryna 25 jyl toldy; QAITARU turaly Jarlyq.",
            "Екі елдің қатынастарына 25 жыл толды; ҚАЙТАРУ туралы Жарлық.",
            id="capitals",
        ),
    ],
)
def test_latin_kazakh_is_spelt_in_cyrillic(typed: str, spelt: str) -> None:
    found = kazakh_cyrillic.spelt(typed)
    assert found is not None
    assert found.text == spelt


def test_places_are_those_of_the_typed_text() -> None:
    typed = "Zhylymyz ashyldy: shart 2008 zhylgy mausymda."
    found = kazakh_cyrillic.spelt(typed)
    assert found is not None
    begun = found.text.index("2008")
    ended = found.text.index("маусымда") + len("маусымда")
    assert typed[found.places[begun] : found.places[ended]] == "2008 zhylgy mausymda"
    assert found.places[len(found.text)] == len(typed)


@pytest.mark.parametrize(
    "text",
    [
        "Le mot « qazaqstan » s'écrit ainsi depuis 2018, dit la note de la 2024 jylğy sur la langue.",
        "In Qatar and Iraq the talks of the five went on for the whole of the year.",
        "Франция президенті 2023 жылғы 1 қарашада келді.",
    ],
)
def test_other_texts_are_left_as_they_are(text: str) -> None:
    assert kazakh_cyrillic.spelt(text) is None


def test_only_the_lines_of_kazakh_are_spelt_otherwise() -> None:
    text = "The treaty of friendship was signed in Paris.\nDostyq şarty 1992 jylğy qyrküiekte.\n"
    found = kazakh_cyrillic.spelt(text)
    assert found is not None
    assert found.text.startswith(
        "The treaty of friendship was signed in Paris.\nДостық шарты"
    )

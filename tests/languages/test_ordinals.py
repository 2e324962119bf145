"""Ordinals, where khal prints "111st" and num2words «26me»."""

from __future__ import annotations

import pytest

from kzfr_cli.languages.ordinals import anniversary, ordinal, roman


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("fr", "0e 1er 2e 3e 10e 11e 21e 26e 100e 101e"),
        ("en", "0th 1st 2nd 3rd 10th 11th 21st 26th 100th 101st"),
        ("ru", "0-й 1-й 2-й 3-й 10-й 11-й 21-й 26-й 100-й 101-й"),
        ("kk", "0-ші 1-ші 2-ші 3-ші 10-шы 11-ші 21-ші 26-шы 100-ші 101-ші"),
    ],
)
def test_an_ordinal_has_the_ending_of_its_language(lang: str, words: str) -> None:
    assert [
        ordinal(number, lang) for number in (0, 1, 2, 3, 10, 11, 21, 26, 100, 101)
    ] == words.split()


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (4, "4th"),
        (12, "12th"),
        (13, "13th"),
        (22, "22nd"),
        (23, "23rd"),
        (111, "111th"),
        (112, "112th"),
        (121, "121st"),
    ],
)
def test_the_english_teens_take_th_in_every_hundred(number: int, words: str) -> None:
    assert ordinal(number, "en") == words


@pytest.mark.parametrize(
    ("lang", "words"), [("fr", "1re"), ("ru", "1-я"), ("en", "1st"), ("kk", "1-ші")]
)
def test_the_feminine_shows_where_the_language_has_one(lang: str, words: str) -> None:
    assert ordinal(1, lang, feminine=True) == words


@pytest.mark.parametrize(
    ("lang", "words"), [("fr", "1er"), ("en", "1st"), ("ru", "1-я"), ("kk", "1-ші")]
)
def test_an_anniversary_has_the_gender_of_its_word(lang: str, words: str) -> None:
    assert anniversary(1, lang) == words


def test_the_french_feminine_shows_in_the_first_only() -> None:
    assert ordinal(2, "fr", feminine=True) == "2e"


@pytest.mark.parametrize(
    ("ending", "numbers"),
    [
        # as the last word of each number is said: алтыншы, тоғызыншы, оныншы, жиырмасыншы,
        # отызыншы, қырқыншы …
        ("шы", [6, 9, 10, 16, 19, 20, 29, 30, 40, 60, 90, 110, 1000, 2000]),
        # екінші, елуінші, жетпісінші, сексенінші, жүзінші, миллионыншы aside
        ("ші", [1, 2, 3, 4, 5, 7, 8, 15, 25, 50, 70, 80, 100, 150, 200, 1050, 1100]),
    ],
)
def test_the_kazakh_ending_follows_the_vowels_of_the_last_word(
    ending: str, numbers: list[int]
) -> None:
    assert {ordinal(number, "kk") for number in numbers} == {
        f"{number}-{ending}" for number in numbers
    }


def test_centuries_have_roman_figures() -> None:
    words = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI"
    assert [roman(number) for number in range(1, 22)] == words.split()

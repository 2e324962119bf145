"""Ordinal numbers in figures: «1er», «26e», 1st, 111th, «10-й», «10-шы»."""

from __future__ import annotations

from kzfr_cli.languages import language

ENGLISH_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
KAZAKH_BACK_UNITS = frozenset({6, 9})
"""Алтыншы and тоғызыншы: the units whose ordinal has back vowels; all the others have front ones,
«екінші».
"""
KAZAKH_BACK_TENS = frozenset({10, 20, 30, 40, 60, 90})
ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def ordinal(number: int, lang: str, feminine: bool = False) -> str:
    """Write an ordinal; the gender shows in French («1re») and in Russian («10-я»)."""
    if lang == "fr":
        return french(number, feminine)
    if lang == "ru":
        return f"{number}-{'я' if feminine else 'й'}"
    if lang == "kk":
        return f"{number}-{kazakh_ending(number)}"
    return f"{number}{english_ending(number)}"


def anniversary(number: int, lang: str) -> str:
    """Number an anniversary: the word for it is masculine in French, feminine in Russian («10-я
    годовщина»).
    """
    return ordinal(number, lang, feminine=lang == "ru")


def anniversary_in_text(number: int, lang: str) -> str:
    """Number an anniversary as a sentence does: in Kazakh by so many years, «25 жылдығы»."""
    words = language.of(lang).words("forms", "anniversary") if lang in language.ALL else []
    return words[0].format(number) if words else anniversary(number, lang)


def french(number: int, feminine: bool = False) -> str:
    """Write «1er», «1re», «2e»: one letter is enough from 2 on (Imprimerie nationale, Lexique)."""
    if number == 1:
        return "1re" if feminine else "1er"
    return f"{number}e"


def english_ending(number: int) -> str:
    """Return the letters after a number: the teens take "th" whatever their last figure."""
    if number % 100 in {11, 12, 13}:
        return "th"
    return ENGLISH_ENDINGS.get(number % 10, "th")


def kazakh_ending(number: int) -> str:
    """Return «шы» or «ші», which follows the vowels of the last word of the number as it is
    said.
    """
    if number % 10:
        return "шы" if number % 10 in KAZAKH_BACK_UNITS else "ші"
    if number % 100:
        return "шы" if number % 100 in KAZAKH_BACK_TENS else "ші"
    return "шы" if number and number % 1000 == 0 and number % 1_000_000 else "ші"


def roman(number: int) -> str:
    """Write a number below 40, such as that of a century, in Roman figures."""
    figures = "X" * (number // 10)
    rest = number % 10
    for value, letters in ROMAN[1:]:
        while rest >= value:
            figures += letters
            rest -= value
    return figures

"""Write another number as a text has written one: «25e», "twenty-fifth", «25-летие», «21 год»."""

from __future__ import annotations

import re

from kzfr_cli.languages import (
    dates,
    durations,
    language,
    numbers,
    ordinals,
)
from kzfr_cli.languages.numbers import SpokenNumber

TENS = 10
ENGLISH_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
SMALL_ENDING = re.compile(r"(?<=\d)[^\W\d_]+")
ROMAN = re.compile(r"[IVXLC]+(?![^\W\d_]*[A-Z])")
KAZAKH_JOINT = "-"


def rewrite(
    written: str,
    old: int,
    new: int,
    lang: str,
) -> str:
    """What was written with another number; empty where that cannot be said so."""
    years = dates.years_in_words(old, lang)
    if written == years:
        return dates.years_in_words(new, lang)
    found = [number for number in numbers.find(written) if number.value == old]
    if not found:
        return _of_duration(written, new, lang)
    if len(found) != 1:
        return ""
    number = found[0]
    said = _said(
        written[number.start : number.end],
        number,
        new,
        lang,
    )
    text = f"{written[: number.start]}{said}{written[number.end :]}" if said else ""
    if any(other.value == new for other in numbers.find(text)):
        return text
    return ""


def _of_duration(
    written: str,
    new: int,
    lang: str,
) -> str:
    """A number of years instead of a time that is said otherwise: «un quart de siècle»."""
    found = durations.find(written)
    is_whole = len(found) == 1 and found[0].end - found[0].start == len(written)
    if is_whole:
        return dates.years_in_words(new, lang)
    return ""


def _said(
    written: str,
    number: SpokenNumber,
    new: int,
    lang: str,
) -> str:
    """A number in the form of one."""
    if ROMAN.match(written):
        return _roman(written, new)
    if number.in_words:
        return in_words(written, number, new, lang)
    text = re.sub(
        r"\d+",
        str(new),
        written,
        count=1,
    )
    if number.form == "ordinal":
        return _with_ending(text, number, new, lang)
    return text


def _roman(
    written: str,
    new: int,
) -> str:
    """Roman figures, with what stands after them."""
    figures = ROMAN.match(written)
    if figures and new < 40:
        return ordinals.roman(new) + written[figures.end() :]
    return ""


def _with_ending(
    text: str,
    number: SpokenNumber,
    new: int,
    lang: str,
) -> str:
    """An ordinal in figures with the letters that go with its number."""
    if ENGLISH_ORDINAL.search(text):
        return ENGLISH_ORDINAL.sub(ordinals.english_ending(new), text)
    if lang == "kk":
        return f"{new}{KAZAKH_JOINT}{ordinals.kazakh_ending(new)}"
    if lang == "fr" and 1 in (new, number.value):
        return SMALL_ENDING.sub(ordinals.french(new).lstrip("0123456789"), text)
    return text


def in_words(
    written: str,
    number: SpokenNumber,
    new: int,
    lang: str,
) -> str:
    """A number in words as one in words, or an ordinal in figures where its words are irregular."""
    is_ordinal = number.form == "ordinal"
    said = spelled(new, lang, is_ordinal)
    if not said:
        if is_ordinal:
            return ordinals.anniversary(new, lang)
        return str(new)
    ending = russian_ending(written) if lang == "ru" and is_ordinal else ""
    return said + ending


def spelled(
    number: int,
    lang: str,
    is_ordinal: bool,
) -> str:
    """A number up to 69 in words, its last word an ordinal where asked; empty beyond."""
    words = language.of(lang)
    cardinals = dict(words.words("numbers", "cardinals"))
    last = dict(words.words("numbers", "ordinals")) if is_ordinal else cardinals
    if row := last.get(str(number)):
        return str(row[0])
    tens, units = number - number % TENS, str(number % TENS)
    if tens > 60 or str(tens) not in cardinals or units not in last:
        return ""
    row = last[units]
    if lang == "fr" and units == "1":
        joiner = words.words("numbers", "joiners")[0]
        return f"{cardinals[str(tens)][0]} {joiner} {row[-1]}"
    joint = "-" if lang in ("fr", "en") else " "
    return f"{cardinals[str(tens)][0]}{joint}{row[0]}"


def russian_ending(written: str) -> str:
    """The ending of an ordinal, which is that of an adjective: «двадцать пят|ой»."""
    endings = language.of("ru").words("numbers", "ordinal_word_endings")
    found = [ending for ending in endings if written.lower().endswith(ending)]
    return max(
        found,
        key=len,
        default="",
    )

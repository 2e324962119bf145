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
from kzfr_cli.locale import catalogue

TENS = 10
ENGLISH_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
SMALL_ENDING = re.compile(r"(?<=\d)[^\W\d_]+")
ROMAN = re.compile(r"[IVXLC]+(?![^\W\d_]*[A-Z])")
KAZAKH_JOINT = "-"
THIRD = 3
"""The Russian ordinal whose endings are its own."""

COMPLEMENT = re.compile(r" d['’]\w+")
"""What follows a rough number in French."""

TIMES = (
    ("{number} month", "{number} months"),
    ("{number} week", "{number} weeks"),
    ("{number} day", "{number} days"),
)
"""The messages by which times are counted."""


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
    if not said:
        return _exactly(written, number, new, lang)
    rest = agreed(written[number.end :], old, new, lang)
    text = f"{written[: number.start]}{said}{rest}"
    if any(other.value == new for other in numbers.find(text)):
        return text
    return ""


def agreed(
    rest: str,
    old: int,
    new: int,
    lang: str,
) -> str:
    """What follows a number, its unit of time as it goes with another: «три года», «один год»."""
    for before, after in zip(units_of(old, lang), units_of(new, lang), strict=True):
        found = re.search(rf"(?<!\w){before}(?!\w)", rest)
        if found:
            return f"{rest[: found.start()]}{after}{rest[found.end() :]}"
    return rest


def units_of(number: int, lang: str) -> list[str]:
    """The years, months, weeks and days of a number, as they are counted in a language."""
    plural = catalogue.load(lang).plural
    times = [
        plural(
            one,
            many,
            number,
            number=number,
        )
        for one, many in TIMES
    ]
    counted = [dates.years_in_words(number, lang), *times]
    return [said.split()[-1] for said in counted]


def _exactly(
    written: str,
    number: SpokenNumber,
    new: int,
    lang: str,
) -> str:
    """Years in an exact number, where a rough one has no word: «une quinzaine d'années»."""
    lasting = durations.find(written)
    complement = COMPLEMENT.match(written, number.end)
    if not number.is_rough or complement is None or len(lasting) != 1:
        return ""
    if lasting[0].unit != "year":
        return ""
    unit = units_of(new, lang)[0]
    rest = written[complement.end() :]
    return f"{written[: number.start]}{spelled(new, lang, False) or new} {unit}{rest}"


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
    figures = ROMAN.match(written)
    if figures and figures[0] == ordinals.roman(number.value):
        return _roman(written, new)
    if number.is_rough and number.in_words:
        return _rough(written, new, lang)
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


def _rough(
    written: str,
    new: int,
    lang: str,
) -> str:
    """A rough number as one in one word: «une cinquantaine»; empty where there is none."""
    rows: dict[str, list[str]] = language.of(lang).words("numbers", "rough")
    if str(new) not in rows:
        return ""
    article, space, _ = written.rpartition(" ")
    return f"{article}{space}{rows[str(new)][0]}"


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
    if lang == "ru" and is_ordinal and is_ambiguous(written, number.value, new):
        return f"{new}{KAZAKH_JOINT}{russian_letters(written)}"
    if lang == "ru" and not is_ordinal:
        return russian_cardinal(written, number.value, new)
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


def russian_cardinal(
    written: str,
    old: int,
    new: int,
) -> str:
    """A number in words in the case of another, the first or the second; in figures where its
    words change otherwise.
    """
    case = russian_case(written)
    rows = dict(language.of("ru").words("numbers", "cardinals"))
    parts = [str(new)] if str(new) in rows else [str(new - new % TENS), str(new % TENS)]
    is_one = new % TENS == 1 and case != 0
    known = case is not None and all(part in rows for part in parts)
    if known and not is_one:
        return " ".join(str(rows[part][case or 0]) for part in parts)
    if units_of(old, "ru") == units_of(new, "ru"):
        return str(new)
    return ""


def russian_case(written: str) -> int | None:
    """The case of a Russian number in words, 0 or 1; None where it is another, or not known."""
    rows = dict(language.of("ru").words("numbers", "cardinals"))
    cases = {
        row.index(word)
        for word in written.lower().split()
        for row in rows.values()
        if word in row
    }
    case: int | None = cases.pop() if len(cases) == 1 else None
    if case is None or case > 1:
        return None
    return case


def is_ambiguous(written: str, old: int, new: int) -> bool:
    """Return whether the ending of a Russian ordinal does not tell that of another: «третьим»,
    «второй».
    """
    stressed = (2, 6, 7, 8)
    endings = language.of("ru").words("numbers", "ordinal_word_endings")
    is_masculine = old % TENS in stressed and written.endswith(endings[1])
    return THIRD in (old % TENS, new % TENS) or is_masculine


def russian_letters(written: str) -> str:
    """The letters of an ordinal in words that stand behind its figures: «4-м», «4-го»."""
    endings = language.of("ru").words("numbers", "ordinal_word_endings")
    longer = (ending[1:] for ending in endings if len(ending) > 2)
    return next(
        (letters for letters in longer if written.endswith(letters)),
        written[-1:],
    )


def russian_ending(written: str) -> str:
    """The ending of an ordinal, which is that of an adjective: «двадцать пят|ой»."""
    endings = language.of("ru").words("numbers", "ordinal_word_endings")
    found = [ending for ending in endings if written.lower().endswith(ending)]
    return max(
        found,
        key=len,
        default="",
    )

"""Write another month or weekday in the form of one: its case, its abbreviation, its capitals."""

from __future__ import annotations

from kzfr_cli.languages import kazakh, language

LISTS = {
    "month": "months",
    "abbreviation": "month_abbreviations",
    "maybe_month": "months",
    "weekday": "weekdays",
    "maybe_weekday": "weekdays",
    "short_weekday": "weekday_abbreviations",
}
"""The roles of the words of a date, and the lists that hold their forms."""

ACCUSATIVE = 3
"""The place of that case in rows of six."""
WEEKDAYS = ("weekday", "maybe_weekday", "short_weekday")


def same_form(
    word: str,
    role: str,
    numbers: tuple[int, int],
    lang: str,
) -> str:
    """The word of another month or weekday in the form of one: «июня» → «июля», "Jun" → "Jul".

    `numbers` are the one that is written and the right one; of two languages that share the word
    it is that of the text.
    """
    first = 0 if role in WEEKDAYS else 1
    for code in (lang, *language.ALL):
        rows = rows_of(code, role)
        row, others = (rows[number - first] for number in numbers) if rows else ((), ())
        others = others or language.of(code).words("dates", "months")[numbers[1] - first]
        for form, known in enumerate(row):
            ending = ending_of(word, known, code)
            if ending is not None:
                other = others[min(form, len(others) - 1)]
                return like(word, inflected(known, ending, other) if ending else other)
    return word


def rows_of(
    code: str,
    role: str,
) -> list[list[str]]:
    """The forms of the months or weekdays, the same form at the same place of each row.

    The accusative stands first: beside a date «понедельник» is one, «в понедельник».
    """
    rows: list[list[str]] = language.of(code).words("dates", LISTS[role])
    if role in WEEKDAYS:
        return [row[ACCUSATIVE : ACCUSATIVE + 1] + row for row in rows]
    return rows


def ending_of(
    word: str,
    known: str,
    code: str,
) -> str | None:
    """What a word of a text has after one of a list; None where it is no form of that."""
    small, stem = word.lower(), known.lower()
    endings = ("", *language.of(code).words("dates", "endings"))
    return next((ending for ending in endings if small == stem + ending), None)


def inflected(
    known: str,
    ending: str,
    other: str,
) -> str:
    """A Kazakh word with the ending of another, changed as its vowels ask."""
    for case in (kazakh.FROM, kazakh.TO, kazakh.IN):
        if kazakh.inflect(known, case) == known + ending:
            return kazakh.inflect(other, case)
    return known + ending


def like(
    word: str,
    other: str,
) -> str:
    """A word in the capitals of another."""
    if word.isupper():
        return other.upper()
    if word[:1].isupper():
        return other[:1].upper() + other[1:]
    return other.lower()

"""Write Kazakh that is typed in Latin letters as its Cyrillic is spelt, each letter with the place
from which it comes: the alphabet of 2021, that of 2018 with its acutes, and what people type for
want of either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kzfr_cli.core.record import record
from kzfr_cli.languages import folding, language
from kzfr_cli.languages.small_words import stop_words

LETTERS = dict(
    zip(
        "aäábvwgğǵdejziıkqlmnñńoöóprstuūüúýfhxcşçy",
        "аәәбвугғғдежзиікқлмнңңоөөпрстуұүүуфххцшчы",
        strict=True,
    )
)
"""The letters of both alphabets; `ACUTE` has those that mean another one in that of 2018."""

ACUTE = LETTERS | {"i": "і", "ı": "и", "u": "ұ"}
BARE = LETTERS | {"i": "і"}
"""Letters of a text with acutes, and of one without any mark."""

TOGETHER = {
    "iia": "ия",
    "ııa": "ия",
    "ia": "ия",
    "ıa": "ия",
    "iu": "ю",
    "ıý": "ю",
    "ts": "ц",
    "sh": "ш",
    "ch": "ч",
    "gh": "ғ",
    "zh": "ж",
    "kh": "х",
}
"""Letters that are written together for one sound."""

VOWELS = frozenset("аәеоөұүуы")
SHORT = "й"
"""The letter of the sound of «и» behind a vowel."""

WORD = re.compile(r"[^\W\d_]+")
PIECE = re.compile("|".join(sorted(TOGETHER, key=len, reverse=True)) + "|.", re.DOTALL)
LINE = re.compile(r"[^\n]*\n?")
LIKELY = re.compile("q[a-tv-z]|jyl|zhyl")
"""What hardly a text of French or English has, and every one of Kazakh, in small letters."""

MARKED = re.compile("[äÄğĞşŞñÑūŪüÜıöÖçÇ]")
WITH_ACUTES = re.compile("[áǵńóúý]", re.IGNORECASE)
SHORTEST = 4
"""Letters of a small word that shows that a line is Kazakh."""

MANY = 3
"""A line of French or English has one of its small words in so many."""


@record
class Spelt:
    """A text in Cyrillic letters; `places` are those of its letters in the text as it was typed,
    with that of the end.
    """

    text: str
    places: tuple[int, ...]


def spelt(text: str) -> Spelt | None:
    """The text with its lines of Kazakh in Cyrillic letters; None where it has no such line."""
    if not is_likely(text):
        return None
    letters: list[str] = []
    places: list[int] = []
    is_any = False
    for line in LINE.finditer(text):
        written = _spelt(line[0]) if is_likely(line[0]) else None
        is_any = is_any or written is not None
        for letter, place in written or zip(line[0], range(len(line[0])), strict=True):
            letters.append(letter)
            places.append(line.start() + place)
    if not is_any:
        return None
    return Spelt(text="".join(letters), places=(*places, len(text)))


def is_likely(text: str) -> bool:
    """Return whether a text has what hardly any but one of Kazakh has."""
    return LIKELY.search(text.lower()) is not None


def is_typed_at(text: str, place: int) -> bool:
    """Return whether the line at a place of a text is Kazakh in Latin letters."""
    begun = text.rfind("\n", 0, place) + 1
    line = LINE.match(text, begun)
    return line is not None and spelt(line[0]) is not None


def _spelt(line: str) -> list[tuple[str, int]] | None:
    """The letters of a line of Kazakh, each with its place in the line; None for any other."""
    written = list(_letters(line))
    words = WORD.findall("".join(letter for letter, _ in written).lower())
    if marks().isdisjoint(words):
        return None
    typed = WORD.findall(line.lower())
    small = sum(folding.fold(word) in stop_words(is_cyrillic=False) for word in typed)
    return written if small * MANY <= len(typed) else None


def _letters(line: str) -> Iterator[tuple[str, int]]:
    known = _alphabet(line)
    before = ""
    for piece in PIECE.finditer(line):
        typed = piece[0].lower()
        found = TOGETHER.get(typed) or known.get(typed, piece[0])
        if found in ("и", "і") and before in VOWELS and typed != "ı":
            found = SHORT
        before = found[-1]
        for letter in found:
            yield (letter.upper() if piece[0][0].isupper() else letter), piece.start()


def _alphabet(line: str) -> dict[str, str]:
    """The letters in the alphabet in which a line seems to be typed."""
    if WITH_ACUTES.search(line):
        return ACUTE
    return LETTERS if MARKED.search(line) else BARE


@cache
def marks() -> frozenset[str]:
    """The words that show that a line is Kazakh: of years, months with their endings, small ones
    that are not too short.
    """
    kazakh = language.of("kk")
    endings = ("", *kazakh.words("dates", "endings"))
    months = (form for row in kazakh.words("dates", "months") for form in row)
    dated = {month + ending for month in months for ending in endings}
    years = (word for word in kazakh.words("dates", "year_words") if len(word) > 2)
    small = (word for word in kazakh.words("search", "stop_words") if len(word) >= SHORTEST)
    return frozenset((*dated, *years, *small))

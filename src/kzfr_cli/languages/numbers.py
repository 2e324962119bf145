"""Read the numbers of a text: in figures, in words and in both, in French, English, Russian and
Kazakh.

    find(text) -> list[SpokenNumber]

«vingt-cinquième», "25th", «XXVe», «двадцать пятой», «жиырма бесінші», «25-летие», «une
trentaine». Amounts with separators and scales ("1,400", «4,5 milliards») are read by `amounts`,
numbers of years or of months by `durations`.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from kzfr_cli.core.record import record
from kzfr_cli.languages import language
from kzfr_cli.languages.lexicon import REMEMBERED, WordTable, fold
from kzfr_cli.languages.tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any, Literal

    from kzfr_cli.languages.language import Language
    from kzfr_cli.languages.lexicon import Entry

    Form = Literal["cardinal", "ordinal", "years"]

SECTIONS = ("numbers", "durations", "amounts")
OPENING = frozenset(
    {
        "roman",
        "numbers.cardinals",
        "numbers.ordinals",
        "numbers.rough",
        "durations.one",
        "durations.whole",
        "durations.months_whole",
        "durations.days_whole",
        "durations.bare_units",
        "amounts.weekly",
        "amounts.times",
    }
)
"""The roles of the words with which a number, a span of time or a quantity may begin."""

LAST_ROMAN = 100
LONGEST_FIGURE = 4
JOINTS = frozenset(" ¶-")
ENDING_JOINTS = frozenset("_-")


@record
class SpokenNumber:
    """A whole number in a text: «vingt-cinquième» is the ordinal 25, «25-летие» so many "years".

    `start` and `end` are places in characters, `first` and `until` in tokens; `is_rough` is that of
    «une trentaine», `in_words` that of a number without figures.
    """

    start: int
    end: int
    first: int
    until: int
    value: int
    form: Form = "cardinal"
    is_rough: bool = False
    in_words: bool = False
    language: str = ""


def find(text: str, *, languages: Sequence[str] = language.ALL) -> list[SpokenNumber]:
    """Return the whole numbers of a text, in its order."""
    return in_tokens(Tokens(text, lexicon(tuple(languages))))


def in_tokens(tokens: Tokens) -> list[SpokenNumber]:
    """Return the whole numbers among the tokens of a text that were made with `lexicon`."""
    found: list[SpokenNumber] = []
    until = 0
    for place in beginnings(tokens):
        number = read(tokens, place) if place >= until else None
        if number is not None:
            found.append(number)
            until = number.until
    return found


@lru_cache(maxsize=2)
def beginnings(tokens: Tokens) -> list[int]:
    """Return the places at which a number, a span of time or a quantity may begin: at a figure, at
    a word that opens one, at a number of years in one word.
    """
    return [
        place for place, word in enumerate(tokens.words) if _may_begin(tokens, place, word)
    ]


def _may_begin(tokens: Tokens, place: int, word: str) -> bool:
    if word[0].isdigit() or not OPENING.isdisjoint(tokens.known_senses(place)):
        return True
    return not word.isascii() and compound(word, tokens.lexicon) is not None


@cache
def lexicon(codes: tuple[str, ...]) -> WordTable:
    """Return the words of quantities of some languages; a role is the section and the list."""
    return build([*map(language.of, codes)])


def build(languages: Iterable[Language]) -> WordTable:
    """Return the table of the words of quantities of some languages."""
    return WordTable([*_entries(languages)], romans=LAST_ROMAN)


def _entries(languages: Iterable[Language]) -> Iterator[Entry]:
    for words in languages:
        code = words.code
        for section in SECTIONS:
            for name, entry in words.sections[section].items():
                yield from _of_list(code, f"{section}.{name}", entry["words"])
        endings = words.words("numbers", "ordinal_word_endings")
        for value, stems in dict(words.words("numbers", "ordinals")).items():
            for stem in stems if endings else ():
                yield from (
                    (code, "numbers.ordinals", int(value), stem + end) for end in endings
                )


def _of_list(code: str, role: str, entries: Any) -> Iterator[Entry]:
    if isinstance(entries, list):
        yield from ((code, role, True, word) for word in entries)
        return
    role = role.replace("whole_ordinals", "ordinals")
    for value, row in entries.items():
        meant = float(value) if "." in value else int(value) if value.isdigit() else value
        yield from ((code, role, meant, word) for word in row)


def read(tokens: Tokens, place: int) -> SpokenNumber | None:
    """Return the number that begins at a token, or None; spans of time and quantities ask again."""
    if place not in tokens.numbers:
        tokens.numbers[place] = _read(tokens, place)
    number: SpokenNumber | None = tokens.numbers[place]
    return number


def _read(tokens: Tokens, place: int) -> SpokenNumber | None:
    word = tokens.words[place]
    if word[0].isdigit():
        return _in_figures(tokens, place)
    senses = tokens.known_senses(place)
    rough = (
        place + 1
        if senses.get("numbers.cardinals") == 1 or "durations.one" in senses
        else place
    )
    if "numbers.rough" in tokens.known_senses(rough):
        value = tokens.known_senses(rough)["numbers.rough"]
        return _made(tokens, place, rough + 1, value, is_rough=True, in_words=True)
    if "roman" in senses:
        return _in_roman(tokens, place, senses["roman"])
    if "numbers.cardinals" in senses or "numbers.ordinals" in senses:
        return _in_words(tokens, place)
    years = compound(word, tokens.lexicon) if not word.isascii() else None
    if years is not None:
        return _made(
            tokens, place, place + 1, years, form="years", in_words=True, language="ru"
        )
    return None


def _in_figures(tokens: Tokens, place: int) -> SpokenNumber | None:
    figures = tokens.words[place]
    if len(figures) > LONGEST_FIGURE or not figures.isascii():
        return None
    senses = tokens.known_senses(place + 1) if tokens.gaps[place] in ENDING_JOINTS else {}
    if "numbers.ordinal_endings" in senses:
        return _made(tokens, place, place + 2, int(figures), form="ordinal")
    if "numbers.years_of" in senses:
        return _made(tokens, place, place + 2, int(figures), form="years")
    return _made(tokens, place, place + 1, int(figures))


def _in_roman(tokens: Tokens, place: int, value: int) -> SpokenNumber | None:
    """Read «XXVe»: the figure is in capitals, and its ending is not."""
    start, end = tokens.starts[place], tokens.ends[place]
    written = tokens.text[start:end]
    if not written[0].isupper() or not written[-1].islower():
        return None
    return _made(
        tokens, place, place + 1, value, form="ordinal", in_words=True, language="fr"
    )


class _Sum:
    """A number that grows word by word: «deux cent vingt-cinq»."""

    def __init__(self, *, counts_on: bool = False) -> None:
        """Begin a number; `counts_on` when its language says eleven as ten and one."""
        self.counts_on = counts_on
        self.thousands = 0
        self.rest = 0
        self.is_empty = True

    @property
    def value(self) -> int:
        return self.thousands + self.rest

    def takes(self, number: int) -> bool:
        """Return whether a number may follow, and add it."""
        if number == 1000:
            if self.thousands:
                return False
            self.thousands, self.rest = max(self.rest, 1) * 1000, 0
        elif number == 100 and 0 < self.rest < 10:
            self.rest *= 100
        elif self._has_room(number):
            self.rest += number
        else:
            return False
        self.is_empty = False
        return True

    def _has_room(self, number: int) -> bool:
        below = self.rest % 100
        if number >= 100:
            return self.rest == 0
        if below == 0:
            return self.is_empty or number > 0
        if below in {60, 80}:
            return 0 < number < 20
        if below in {10, 70, 90}:
            return 0 < number < 10 and (below != 10 or number >= 7 or self.counts_on)
        return below % 10 == 0 and 0 < number < 10


def _counts_on(code: str) -> bool:
    """Return whether a language has no word of its own for eleven."""
    return "11" not in language.of(code).words("numbers", "cardinals")


def _in_words(tokens: Tokens, place: int) -> SpokenNumber | None:
    spoken = tokens.languages(place, place + 1)
    total = _Sum(counts_on=all(map(_counts_on, spoken)))
    until, form = place, "cardinal"
    at = place
    while at < len(tokens.words) and (at == place or tokens.gaps[at - 1] in JOINTS):
        senses = tokens.known_senses(at)
        if "numbers.joiners" in senses and until == at and at > place:
            at += 1
            continue
        ordinal = senses.get("numbers.ordinals")
        number = senses.get("numbers.cardinals", ordinal)
        if number is None or not total.takes(number):
            break
        at += 1
        until = at
        if "numbers.cardinals" not in senses:
            form = "ordinal"
            break
    if until == place:
        return None
    return _made(tokens, place, until, total.value, form=form, in_words=True)


@lru_cache(maxsize=REMEMBERED)
def compound(word: str, lexicon: WordTable) -> int | None:
    """Return the number of years in one Russian word: «двадцатипятилетие»; None in any other."""
    word = fold(word)
    endings = lexicon.words_of("numbers.years_of")
    ending = next((end for end in endings if word.endswith(end)), None)
    if ending is None:
        return None
    rest, total = word.removesuffix(ending), _Sum()
    parts = lexicon.words_of("numbers.first_parts")
    while rest:
        part = max((part for part in parts if rest.startswith(part)), key=len, default="")
        if not part or not total.takes(parts[part]):
            return None
        rest = rest.removeprefix(part)
    return total.value or None


def _made(tokens: Tokens, first: int, until: int, value: int, **facts: Any) -> SpokenNumber:
    facts.setdefault("language", tokens.language(first, until))
    start, end = tokens.starts[first], tokens.ends[until - 1]
    return SpokenNumber(start=start, end=end, first=first, until=until, value=value, **facts)

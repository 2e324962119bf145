"""Read the quantities of a text: a number with its scale, its currency or unit, and per what time.

    find(text) -> list[SpokenAmount]

«4,5 milliards d’euros», "$1.2bn", «1 400 tonnes par an», «25 %», «40 entreprises», «млрд», «пайыз».
In English a comma separates thousands, elsewhere decimals.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kzfr_cli.core.record import record
from kzfr_cli.languages import language, numbers
from kzfr_cli.languages.tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

SIGNS = {"€": "EUR", "$": "USD", "£": "GBP", "₸": "KZT", "₽": "RUB", "¥": "CNY"}
CODES = re.compile(r"(?:EUR|USD|KZT|GBP|RUB|CNY|US\$|[€$£₸₽¥])\s?$")
NUMBER = re.compile(
    r"(?P<whole>\d{1,3}(?:(?P<gap>[ \u00a0\u202f\u2009.,'’])\d{3})(?:(?P=gap)\d{3})*(?!\d)|\d+)"
    r"(?:(?P<sign>[.,])(?P<decimals>\d+))?"
)
PERCENT = re.compile(r"\s?%")
SIGN_AFTER = re.compile(r"\s?(?P<short>[MmKk]d?|bn|Mds?)?\s?(?P<sign>[€$£₸₽¥])")
SHORT = {
    "k": 1_000,
    "m": 1_000_000,
    "md": 1_000_000_000,
    "mds": 1_000_000_000,
    "bn": 1_000_000_000,
}
SPACES = " \u00a0\u202f\u2009"
BOUNDS = ("more", "less", "nearly", "about")
BOUNDS_BEHIND = ("more", "nearly")
JOINTS = frozenset(" ¶'-_.")
MOST_DIGITS = 15
ENDING = 3
"""Letters of the longest ending of a Kazakh case behind figures: «3200-ден»."""

LONGEST_COMPLEMENT = 2
"""Words between a unit and «par an»: «tonnes d’uranium par an»."""


@record
class SpokenAmount:
    """A quantity in a text: `value` is `number` times `scale`, in `unit`.

    `unit` is a currency (ISO 4217), "percent", "tonne" …; without one, `noun` is the word that
    follows («40 entreprises»), small. `step` is half of the last place that is given. `per` is
    "year", "week" … or "". `start` and `end` hold number, scale and unit; `lead` the bound as well.
    """

    start: int
    end: int
    lead: int
    value: float
    number: float
    scale: int = 1
    unit: str = ""
    noun: str = ""
    step: float = 0.5
    per: str = ""
    bound: str = ""
    language: str = ""


def find(text: str, *, languages: Sequence[str] = language.ALL) -> list[SpokenAmount]:
    """Return the quantities of a text, in its order: all that counts or measures something."""
    return in_tokens(Tokens(text, numbers.lexicon(tuple(languages))))


def in_tokens(tokens: Tokens) -> list[SpokenAmount]:
    """Return the quantities among the tokens of a text that were made with `numbers.lexicon`."""
    found: list[SpokenAmount] = []
    until = 0
    for place in numbers.beginnings(tokens):
        if place < until:
            continue
        reading = tokens.amounts[place] = _Reading(tokens, place)
        if reading.is_read:
            found.append(reading.amount())
        until = reading.until
    return found


def number_at(tokens: Tokens, place: int) -> SpokenAmount | None:
    """Return the number that begins at a token, whether it measures anything or not."""
    reading = tokens.amounts.get(place) or _Reading(tokens, place)
    return reading.amount() if reading.is_number else None


@lru_cache(maxsize=8)
def _language_of(text: str) -> str:
    """Guess the language of a whole text, once."""
    return language.guess(text, default="en")


class _Reading:
    """A quantity that is read from a token on."""

    def __init__(self, tokens: Tokens, place: int) -> None:
        self.tokens = tokens
        self.place = self.until = place
        self.number = 0.0
        self.step = 0.5
        self.scale = 1
        self.unit = self.noun = self.per = self.bound = ""
        self.start = self.lead = tokens.starts[place]
        self.end = tokens.ends[place]
        self.is_number = self._number()
        self.is_read = self.is_number and self._measure()
        if self.is_read:
            self._read_per()
        if self.is_number:
            self._read_before()
            self._read_behind()

    def has(self, name: str) -> Any:
        """Return what the next token stands for in a list of amounts, or None."""
        return self._senses().get(f"amounts.{name}")

    def _senses(self) -> dict[str, Any]:
        if (
            self.until >= len(self.tokens.words)
            or self.tokens.gaps[self.until - 1] not in JOINTS
        ):
            return {}
        return self.tokens.known_senses(self.until)

    def _take(self) -> None:
        self.end = self.tokens.ends[self.until]
        self.until += 1

    def _number(self) -> bool:
        if not self.tokens.words[self.place][0].isdigit():
            return self._number_in_words()
        match = NUMBER.match(self.tokens.text, self.start)
        if match is None or len(match[0]) > MOST_DIGITS:
            return False
        self.end = match.end()
        while (
            self.until < len(self.tokens.words) and self.tokens.starts[self.until] < self.end
        ):
            self.until += 1
        self.number, decimals = _value(match, self._is_english())
        self.step = 0.5 * 10**-decimals
        return True

    def _number_in_words(self) -> bool:
        number = numbers.read(self.tokens, self.place)
        if number is None:
            return self._frequency()
        if number.form != "cardinal":
            return False
        self.number, self.end, self.until = float(number.value), number.end, number.until
        return number.value > 1 or bool(self.has("scales"))

    def _frequency(self) -> bool:
        """Read how often something is in a week: «bihebdomadaire», "twice a week"."""
        senses = self.tokens.known_senses(self.place)
        weekly = senses.get("amounts.weekly")
        often = weekly or senses.get("amounts.times")
        if often is None:
            return False
        self.number = float(often)
        self.per = "week" if weekly else ""
        self._take()
        self._read_per()
        return bool(self.per)

    def _is_english(self) -> bool:
        """Return whether a comma separates thousands, by the words beside the number or the
        text.
        """
        beside = self.tokens.languages(self.place, self.until + 2)
        if len(beside) != 1:
            return _language_of(self.tokens.text) == "en"
        return "en" in beside

    def _measure(self) -> bool:
        """Read the scale and the unit; return whether the number counts or measures something."""
        text = self.tokens.text
        before = CODES.search(text, max(0, self.start - 4), self.start)
        if before:
            code = before[0].strip()
            self.unit = SIGNS.get(code[-1], code)
            self.start = before.start()
        if percent := PERCENT.match(text, self.end):
            self.unit, self.end = "percent", percent.end()
            return True
        if sign := SIGN_AFTER.match(text, self.end):
            return self._sign_after(sign)
        self._scale()
        self._unit()
        return bool(self.unit or self.noun or self.per or self.scale > 1)

    def _sign_after(self, sign: re.Match[str]) -> bool:
        self.unit, self.end = SIGNS[sign["sign"]], sign.end()
        self.scale = SHORT.get((sign["short"] or "").lower(), 1)
        while (
            self.until < len(self.tokens.words) and self.tokens.starts[self.until] < self.end
        ):
            self.until += 1
        return True

    def _scale(self) -> None:
        while (scale := self.has("scales")) and (self.scale == 1 or scale >= 1_000_000):
            self.scale *= scale
            self._take()

    def _unit(self) -> None:
        before = self.until, self.end
        while self.has("joints") or self.has("nationals"):
            self._take()
        unit = self.has("currencies") or self.has("units")
        if unit and not self.unit:
            self.unit = unit.replace("_", " ")
            self._take()
            if self.has("nationals"):
                self._take()
            return
        self.until, self.end = before
        if not self.unit:
            self.noun = self._noun()

    def _noun(self) -> str:
        """Return the word that is counted."""
        place = self.until
        while place < len(
            self.tokens.words
        ) and "amounts.joints" in self.tokens.known_senses(place):
            place += 1
        if place >= len(self.tokens.words) or self.tokens.gaps[place - 1] not in " ¶'":
            return ""
        word = self.tokens.words[place]
        return word if word.isalpha() and len(word) > 2 else ""

    def _read_per(self) -> None:
        """Read «par an» after the unit, or after what is measured: «tonnes d’uranium par an»."""
        until = self.until
        for self.until in range(until, until + LONGEST_COMPLEMENT + 1):
            if self.has("per_year"):
                self.per = "year"
                self._take()
                return
            if adjective := self.has("per_unit"):
                self.per = adjective
                self._take()
                return
            unit = self.tokens.known_senses(self.until + 1).get("durations.units")
            if unit and self.has("per"):
                self.per = unit
                self._take()
                self._take()
                return
        self.until = until

    def _read_before(self) -> None:
        """Read the bound, and in Kazakh per what time: «жылына 1400 тонна»."""
        for place in range(self.place - 1, max(-1, self.place - 3), -1):
            senses = self.tokens.known_senses(place)
            bound = next((name for name in BOUNDS if f"durations.{name}" in senses), "")
            per = (
                "year"
                if "amounts.per_year" in senses
                else senses.get("amounts.per_unit", "")
            )
            if self.tokens.gaps[place] not in " ¶'" or not (bound or per):
                return
            self.bound, self.per = self.bound or bound, self.per or per
            self.lead = self.tokens.starts[place]

    def _read_behind(self) -> None:
        """Read the bound where it stands behind, as in Kazakh: «8000 шаршы метрден астам», «380-ге
        жуық».
        """
        ending = self.until if self._is_ending(self.until) else self.until - 1
        if self.bound or self.tokens.gaps[ending] not in " ¶":
            return
        senses = self.tokens.known_senses(ending + 1)
        names = (name for name in BOUNDS_BEHIND if f"durations.behind_{name}" in senses)
        self.bound = next(names, "")

    def _is_ending(self, place: int) -> bool:
        """Return whether a word is the ending of a case that a dash joins to figures: «380-ге»."""
        words, gaps = self.tokens.words, self.tokens.gaps
        return place < len(words) and gaps[place - 1] == "-" and len(words[place]) <= ENDING

    def amount(self) -> SpokenAmount:
        """Return what was read."""
        return SpokenAmount(
            start=self.start,
            end=self.end,
            lead=min(self.lead, self.start),
            value=self.number * self.scale,
            number=self.number,
            scale=self.scale,
            unit=self.unit,
            noun=self.noun,
            step=self.step * self.scale,
            per=self.per,
            bound=self.bound,
            language=self.tokens.language(self.place, self.until),
        )


def _value(match: re.Match[str], is_english: bool) -> tuple[float, int]:
    """Return the number in figures, and how many decimals it has."""
    whole, gap, decimals = match["whole"], match["gap"], match["decimals"] or ""
    groups = re.split(r"\D", whole)
    if (
        gap in {",", "."}
        and len(groups) == 2
        and not decimals
        and gap == ","
        and not is_english
    ):
        return float(f"{groups[0]}.{groups[1]}"), len(groups[1])
    if gap == "." and len(groups) == 2 and is_english:
        return float(f"{groups[0]}.{groups[1]}"), len(groups[1])
    return float(f"{''.join(groups)}.{decimals or 0}"), len(decimals)

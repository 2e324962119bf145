"""Read the spans of time of a text: so many years, months, weeks or days, in four languages.

    find(text) -> list[SpokenDuration]

«quinze ans», "a quarter of a century", «полвека», "two and a half years", «отыз жыл бұрын»,
«25-летие». Decades and centuries are told in years, fortnights in days.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfr_cli.core.record import record
from kzfr_cli.languages import language, numbers
from kzfr_cli.languages.tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, Literal

    from kzfr_cli.languages.numbers import SpokenNumber

    Unit = Literal["day", "week", "month", "year"]

YEARS = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}
"""Units that are told in years."""
FORMS = ("ago", "in", "since", "later", "earlier")
BOUNDS = ("more", "less", "nearly", "about")
WHOLE = {"whole": "year", "months_whole": "month", "days_whole": "day"}
LONGEST_LEAD = 4
CALENDAR = range(1700, 2200)
JOINTS = frozenset(" ¶'-")


@record
class SpokenDuration:
    """A span of time in a text: `count` of `unit`; `said` is the unit of the text ("decade").

    `form` is what it is counted from: "ago", "in" (from now on), "since" (up to now), "later" and
    "earlier" (than another date), "jubilee" («25-летие», «30 жылдығы»), or "". `bound` is "more",
    "less", "nearly", "about" or "". `start` and `end` hold the number and the unit, `lead` and
    `behind` the words of form and bound as well.
    """

    start: int
    end: int
    lead: int
    behind: int
    count: float
    unit: Unit
    said: str
    form: str = ""
    bound: str = ""
    is_rough: bool = False
    language: str = ""

    @property
    def years(self) -> float | None:
        """The number of years; None when it is told in months, weeks or days."""
        return self.count if self.unit == "year" else None


def find(text: str, *, languages: Sequence[str] = language.ALL) -> list[SpokenDuration]:
    """Return the spans of time of a text, in its order."""
    return in_tokens(Tokens(text, numbers.lexicon(tuple(languages))))


def in_tokens(tokens: Tokens) -> list[SpokenDuration]:
    """Return the spans of time among the tokens of a text that were made with `numbers.lexicon`."""
    found: list[SpokenDuration] = []
    until = 0
    for place in numbers.beginnings(tokens):
        span = _Span(tokens, place) if place >= until else None
        if span is not None and span.is_read and not span.is_bare():
            found.append(span.duration())
            until = span.behind
    return found


def _is_year(number: SpokenNumber) -> bool:
    """Return whether a number is rather a year: «2008 жыл»."""
    return not number.in_words and number.value in CALENDAR and number.value % 100 > 0


class _Span:
    """A span of time that is read from a token on."""

    def __init__(self, tokens: Tokens, place: int) -> None:
        self.tokens = tokens
        self.first = self.lead = self.end = place
        self.count = 1.0
        self.said = ""
        self.form = ""
        self.bound = ""
        self.is_rough = False
        self.needs_form = False
        self.is_read = self._read()
        self.behind = self.end
        if self.is_read:
            self._read_behind()
            self._read_before()

    def has(self, place: int, name: str) -> Any:
        """Return what a token stands for in a list of durations, or None."""
        return self.tokens.known_senses(place).get(f"durations.{name}")

    def _read(self) -> bool:
        whole = next((name for name in WHOLE if self.has(self.first, name)), None)
        if whole is not None:
            self.count = float(self.has(self.first, whole))
            self.said = WHOLE[whole]
            self.end += 1
            return True
        number = numbers.read(self.tokens, self.first)
        if number is not None and number.form == "years":
            return self._is_jubilee(number)
        if number is not None:
            return self._counted(number)
        if self.has(self.first, "one"):
            self.end += 1
            return self._unit()
        self.needs_form = bool(self.has(self.first, "bare_units"))
        return self.needs_form and self._unit()

    def _is_jubilee(self, number: SpokenNumber) -> bool:
        self.count, self.end = float(number.value), number.until
        self.said, self.form = "year", "jubilee"
        return True

    def _counted(self, number: SpokenNumber) -> bool:
        if number.form != "cardinal" or _is_year(number):
            return False
        self.count, self.end, self.is_rough = (
            float(number.value),
            number.until,
            number.is_rough,
        )
        if number.value == 1 and self.has(self.end, "whole"):
            self.count = float(self.has(self.end, "whole"))
            self.said = "year"
            self.end += 1
            return True
        if self._joined(self.end) and self.has(self.end, "half_before"):
            self.count += 0.5
            self.end += 1
        self._read_between()
        for name in ("of", "before"):
            if self._joined(self.end) and self.has(self.end, name):
                self.end += 1
        return self._unit()

    def _read_between(self) -> None:
        for bound in BOUNDS:
            if self._joined(self.end) and self.has(self.end, f"between_{bound}"):
                self.bound = bound
                self.end += 1

    def _unit(self) -> bool:
        if self.end > self.first and not self._joined(self.end):
            return False
        jubilee = self.has(self.end, "jubilees")
        unit = jubilee or self.has(self.end, "units")
        if unit is None:
            return False
        self.said = unit
        self.form = "jubilee" if jubilee else ""
        if self.has(self.end, "about_units"):
            self.bound = "about"
        self.end += 1
        if self._joined(self.end) and self.has(self.end, "half_after"):
            self.count += 0.5
            self.end += 1
        return True

    def _joined(self, place: int) -> bool:
        return place < len(self.tokens.words) and self.tokens.gaps[place - 1] in JOINTS

    def _read_behind(self) -> None:
        while self._joined(self.behind):
            form = next(
                (name for name in FORMS if self.has(self.behind, f"behind_{name}")), ""
            )
            bound = next(
                (name for name in BOUNDS if self.has(self.behind, f"behind_{name}")), ""
            )
            if not form and not bound:
                return
            self.form, self.bound = self.form or form, self.bound or bound
            self.behind += 1

    def _read_before(self) -> None:
        while self.first - self.lead < LONGEST_LEAD and self.lead > 0:
            if self.tokens.gaps[self.lead - 1] not in JOINTS:
                return
            form = next((name for name in FORMS if self.has(self.lead - 1, name)), "")
            bound = next((name for name in BOUNDS if self.has(self.lead - 1, name)), "")
            if not form and not bound and not self._is_passed(self.lead - 1):
                return
            self.form, self.bound = self.form or form, self.bound or bound
            self.lead -= 1

    def _is_passed(self, place: int) -> bool:
        return bool(self.has(place, "one") or self.has(place, "stressed"))

    def is_bare(self) -> bool:
        """Return whether a unit without a number says nothing: «год» alone, unlike «год назад»."""
        return self.needs_form and self.form in {"", "since", "jubilee"}

    def duration(self) -> SpokenDuration:
        """Return what was read."""
        factor = YEARS.get(self.said)
        return SpokenDuration(
            start=self.tokens.starts[self.first],
            end=self.tokens.ends[self.end - 1],
            lead=self.tokens.starts[self.lead],
            behind=self.tokens.ends[self.behind - 1],
            count=self.count * (factor or 1),
            unit="year" if factor else self.said,  # type: ignore[arg-type]  # the lists name no other
            said=self.said,
            form=self.form,
            bound=self.bound,
            is_rough=self.is_rough,
            language=self.tokens.language(self.first, self.end),
        )

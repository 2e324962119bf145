"""The values of a check: what a text claims, and what is found about it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from kzfr_cli.core.record import record

KINDS = (
    "anniversary",
    "elapsed",
    "date",
    "weekday",
    "impossible-date",
    "figure",
    "count",
    "name",
    "organisation",
)
VERDICTS = ("supported", "unknown", "disputed", "contradicted")
"""From the least to the most serious."""


@record
class Moment:
    """Hold a date that a text gives: year, month and day as far as it gives them, and the tokens it
    stands in.

    `last_day` ends a span of days. `shift` is -1, 0 or 1 for «dernier», "this", «prochain» where
    the year is left to the date of the text. `impossible` is the last day of its month when the
    text gives one beyond it.
    """

    first: int
    last: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: date | None = None
    shift: int | None = None
    weekday: int | None = None
    impossible: int | None = None

    @property
    def is_whole(self) -> bool:
        """Tell whether the day is known with its year."""
        return None not in (self.year, self.month, self.day) and self.impossible is None

    @property
    def value(self) -> date | None:
        """Give the day when it is known."""
        if (
            self.year is None
            or self.month is None
            or self.day is None
            or self.impossible is not None
        ):
            return None
        return date(self.year, self.month, self.day)

    @property
    def text(self) -> str:
        """Write it in EDTF as far as it is known with its year."""
        if self.year is None:
            return ""
        if self.month is None:
            return f"{self.year:04}"
        if self.day is None or self.impossible is not None:
            return f"{self.year:04}-{self.month:02}"
        return f"{self.year:04}-{self.month:02}-{self.day:02}"


@record
class Claim:
    """Hold one thing that a text claims, with the tokens it stands in and those of its sentence.

    `number` is that of years, of an ordinal or of a figure; `bound` is exact, more, nearly, about,
    less, rough or exactly; `moments` are the dates of the sentence; `form` tells the patterns apart
    (ordinal, years-of, ago, since, later); `attitude` is empty or why the author does not assert it
    (denied, planned, rejected, life).
    """

    kind: str
    first: int
    last: int
    sentence: tuple[int, int]
    form: str = ""
    number: float | None = None
    bound: str = "exact"
    moment: Moment | None = None
    moments: tuple[Moment, ...] = ()
    attitude: str = ""
    unit: str = ""
    word: str = ""


@record
class Finding:
    """Hold the verdict on a claim: the event and facet it was linked to, and the facts that the
    message is made of.

    `expected` is what the text should say, as plain as it can be written in its language; `code`
    names the message, `facts` fill it; `suggestions` are (what stands there, what may replace it).
    """

    claim: Claim
    start: int
    end: int
    verdict: str
    code: str
    facts: Mapping[str, object]
    event: str = ""
    facet: str = ""
    expected: str = ""
    sources: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    score: float = 0.0

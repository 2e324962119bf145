"""What a text says of one date."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from kzfr_cli.core.record import pair, record

if TYPE_CHECKING:
    from datetime import date
    from typing import Literal

    from kzfr_cli.core.edtf import PartialDate

    Kind = Literal[
        "day",
        "span",
        "list",
        "month",
        "year",
        "season",
        "decade",
        "century",
        "part",
        "half",
        "quarter",
        "week",
        "weekday",
    ]
    Unit = Literal[
        "day", "weekday", "week", "weekend", "month", "year", "decade", "occurrence"
    ]
    Anchor = Literal["today", "text"]
    Relation = Literal["", "before", "after", "since", "until", "between", "around"]


@pair
class Said:
    """A date as far as the words say it themselves: «le 3 juin» has no year, «en juin» neither
    year nor day.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    weekday: int | None = None


@pair
class Relative:
    """How far a date is from another: `count` of a `unit` from today, or from the date that the
    text told before.

    The unit "occurrence" stands for the nearest date with this month, this day or this season:
    "last May" is −1.
    """

    unit: Unit
    count: int
    anchor: Anchor = "today"


@record
class Mention:
    """A date in a text; see the module `mentions` for what each field says."""

    start: int
    end: int
    lead: int
    kind: Kind
    value: PartialDate | None = None
    values: tuple[PartialDate, ...] = ()
    said: tuple[Said, ...] = ()
    relation: Relation = ""
    relative: Relative | None = None
    part: str = ""
    is_indefinite: bool = False
    is_ambiguous: bool = False
    impossible: int | None = None
    language: str = ""

    @property
    def weekday(self) -> int | None:
        """The weekday that is said, alone or beside the (first) day, from Monday 0."""
        return self.said[0].weekday if self.said else None

    @property
    def yearless(self) -> tuple[int, int | None] | None:
        """The month and the day of a date that is said without its year."""
        if self.relative or not self.said or self.said[0].year or not self.said[0].month:
            return None
        return self.said[0].month, self.said[0].day


def interval(mention: Mention) -> tuple[date | None, date | None]:
    """Return the first and the last day that a mention allows, its relation heeded; None where it
    sets no end.
    """
    value = mention.value
    if value is None:
        return None, None
    first, last = value.earliest, value.latest
    if mention.relation == "before":
        return None, first and first - timedelta(days=1)
    if mention.relation == "after":
        return last and last + timedelta(days=1), None
    if mention.relation == "since":
        return first, None
    if mention.relation == "until":
        return None, last
    return first, last

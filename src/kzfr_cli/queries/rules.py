"""What counts as an anniversary, and what a calendar of them holds."""

from __future__ import annotations

from datetime import date
from typing import Literal

from kzfr_cli.core.event import ROUND_PROFILES
from kzfr_cli.core.record import pair, record
from kzfr_cli.errors import InvalidProfileError
from kzfr_cli.queries.filters import Filters

LeapDay = Literal["feb28", "mar1", "both"]

LONGEST = 2000
"""Years beyond which no anniversary is looked for among the round ones first."""

YEARS = 10
"""Years of anniversaries that a calendar holds when nothing is asked."""


@pair
class Round:
    """The numbers of years that are round."""

    profile: str

    def __post_init__(self) -> None:
        if self.profile not in ROUND_PROFILES and not parse_list(self.profile):
            raise InvalidProfileError(profile=self.profile, names=ROUND_PROFILES)

    def years(self) -> list[int]:
        """List the round numbers of years."""
        return [years for years in range(1, LONGEST) if years in self]

    def __contains__(self, years: int) -> bool:
        """Return whether a number of years is round: `default` is every fifth, so every
        centenary.
        """
        if self.profile == "default":
            return years % 5 == 0
        if self.profile == "decades":
            return years % 10 == 0
        if self.profile == "unesco":
            return years % 50 == 0
        return years in parse_list(self.profile)


def parse_list(text: str) -> frozenset[int]:
    """Read a list of years such as `7,33`; empty when it is none."""
    parts = [part.strip() for part in text.split(",")]
    valid = all(
        part.isascii() and part.isdigit() and len(part) < 5 and int(part) > 0
        for part in parts
    )
    return frozenset(int(part) for part in parts) if valid else frozenset()


JUBILEES = (10, 25, 50, 100)
"""The years at which a detail is told too."""

NOTABLE = 2
"""The weight from which an event's anniversary is told every year."""


@pair
class Cut:
    """How much of the anniversaries a reader is told: with `by_weight` a detail at its jubilees
    only, and of each kind of match `limit` rows at most, None for all; with `round_years` what is
    known to the year only when it is round.
    """

    by_weight: bool = True
    limit: int | None = None
    round_years: bool = False

    def tells(
        self,
        weight: int,
        years: int,
    ) -> bool:
        """Return whether an anniversary of an event of this weight is told."""
        return not self.by_weight or weight >= NOTABLE or years in JUBILEES


@record
class Rules:
    """What counts: the round numbers, and whether only these; the kinds of facets; the rule of leap
    days; whether also what nobody would mark; the events wanted, their tags and names resolved;
    `among` are the numbers of those that a search found.
    """

    round: Round = Round("default")
    only_round: bool = False
    kinds: tuple[str, ...] = ()
    leap_day: LeapDay = "feb28"
    uncommemorated: bool = True
    filters: Filters = Filters()
    among: tuple[int, ...] | None = None


REMINDERS = ("P14D", "P0D")
"""When a calendar reminds if nothing else is asked: two weeks before, for what is to be prepared,
and on the day.
"""


@record
class Plan:
    """What a calendar holds: the anniversaries from `start` on, one by one for so many years or
    repeated without end; `alarms` are durations of RFC 5545. One that is not `whole` holds what is
    round or weighty, of what people mark.
    """

    start: date
    years: int = YEARS
    recurring: bool = False
    alarms: tuple[str, ...] = ()
    whole: bool = True

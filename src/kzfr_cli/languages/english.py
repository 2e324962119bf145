"""English, as in Britain: "5 June 2018"."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kzfr_cli.languages import grammar, ordinals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kzfr_cli.core.edtf import PartialDate


class English(grammar.Grammar):
    """Say dates in English."""

    uncertain = "{} (uncertain)"
    unknown_start = "{} (start unknown)"
    unknown_end = "{} (end unknown)"
    same_day = "the same day"

    def day(self, day: date, weekday: bool = False) -> str:
        """Say "5 June 2018", "Tuesday 5 June 2018"."""
        words = f"{day.day} {self.months[day.month - 1]} {day.year}"
        return f"{self.weekdays[day.weekday()]} {words}" if weekday else words

    def piece(self, value: PartialDate, unsaid: str = "") -> str:
        """Say "5", "5 June", "June 2018", "autumn 2013", "winter 2013–2014", "1990s", "20th
        century".
        """
        first, precision = value.earliest, value.precision
        if first is None or precision == "year":
            return str(grammar.first_year(value))
        if precision == "decade":
            return f"{grammar.decade(value)}s"
        if precision == "century":
            return f"{ordinals.ordinal(grammar.century(value), 'en')} century"
        if precision == "season":
            name, year = (
                self.seasons[grammar.season_number(value)],
                grammar.season_years(value, "–"),
            )
        elif unsaid == "month":
            return str(first.day)
        else:
            name, year = self.months[first.month - 1], str(first.year)
            name = f"{first.day} {name}" if precision == "day" else name
        return name if unsaid else f"{name} {year}"

    def when(self, value: PartialDate) -> str:
        """Say "on 5 June 2018", "in June 2018", "in the 1990s"."""
        return f"{'on' if value.precision == 'day' else 'in'} {self._articled(value)}"

    def about(self, value: PartialDate) -> str:
        """Say "about June 1993"."""
        return f"about {self._articled(value)}"

    def about_span(self, words: str) -> str:
        """Say "about 7–8 February 2008", "since about 1992"."""
        first, _, rest = words.partition(" ")
        return (
            f"{first} about {rest}"
            if first in {"since", "from", "until"}
            else f"about {words}"
        )

    def span(self, start: PartialDate, end: PartialDate, shared: str) -> str:
        """Say "7–8 February 2008", "28 February – 1 March 2008", "September–December 2013"."""
        first, last = self.piece(start, shared), self.piece(end, shared)
        return grammar.dash(first, last) + self.piece(end)[len(last) :]

    def between(self, start: PartialDate, end: PartialDate, shared: str) -> str:
        """Say "between 22 and 24 September 2025"."""
        return f"between {self.piece(start, shared)} and {self.piece(end)}"

    def since(self, start: PartialDate) -> str:
        """Say "since 1992"."""
        return f"since {self._articled(start)}"

    def starting(self, start: PartialDate) -> str:
        """Say "from 1992"."""
        return f"from {self._articled(start)}"

    def until(self, end: PartialDate) -> str:
        """Say "until 1992"."""
        return f"until {self._articled(end)}"

    def either(self, words: Sequence[str]) -> str:
        """Say "1992, 1993 or 1994"."""
        return f"{', '.join(words[:-1])} or {words[-1]}"

    def or_earlier(self, words: str) -> str:
        """Say "1992 or earlier"."""
        return f"{words} or earlier"

    def or_later(self, words: str) -> str:
        """Say "1992 or later"."""
        return f"{words} or later"

    def days(self, count: int) -> str:
        """Say "1 day", "6 days"."""
        return f"{count} {'day' if count == 1 else 'days'}"

    def years(self, count: int) -> str:
        """Say "1 year", "4 years"."""
        return f"{count} {'year' if count == 1 else 'years'}"

    def later(self, span: str) -> str:
        """Say "6 days later"."""
        return f"{span} later"

    def earlier(self, span: str) -> str:
        """Say "6 days earlier"."""
        return f"{span} earlier"

    def _articled(self, value: PartialDate) -> str:
        words = self.piece(value)
        return f"the {words}" if value.precision in {"decade", "century"} else words


GRAMMAR = English

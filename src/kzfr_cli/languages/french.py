"""French: «1er juin 2018», «du 7 au 8 février 2008»; articles and elisions included."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kzfr_cli.languages import grammar, ordinals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kzfr_cli.core.edtf import PartialDate

ARTICLES = {"day": "le ", "decade": "les ", "century": "le "}
CONTRACTED = {"de": {"le ": "du ", "les ": "des "}, "à": {"le ": "au ", "les ": "aux "}}
VOWELS = "aeéio"
"""The vowels that begin a month or a season."""


class French(grammar.Grammar):
    """Say dates in French."""

    uncertain = "{} (incertain)"
    unknown_start = "{} (début inconnu)"
    unknown_end = "{} (fin inconnue)"
    same_day = "le même jour"

    def day(self, day: date, weekday: bool = False) -> str:
        """Say «1er juin 2018», «mardi 5 juin 2018»."""
        words = f"{number(day)} {self.months[day.month - 1]} {day.year}"
        return f"{self.weekdays[day.weekday()]} {words}" if weekday else words

    def piece(self, value: PartialDate, unsaid: str = "") -> str:
        """Say «1er», «5 juin», «juin 2018», «automne 2013», «hiver 2013-2014», «années 1990», «XXe
        siècle».
        """
        first, precision = value.earliest, value.precision
        if first is None or precision == "year":
            return str(grammar.first_year(value))
        if precision == "decade":
            return f"années {grammar.decade(value)}"
        if precision == "century":
            count = grammar.century(value)
            return f"{ordinals.roman(count)}{ordinals.french(count).lstrip('0123456789')} siècle"
        if precision == "season":
            name, year = (
                self.seasons[grammar.season_number(value)],
                grammar.season_years(value, "-"),
            )
        elif unsaid == "month":
            return number(first)
        else:
            name, year = self.months[first.month - 1], str(first.year)
            name = f"{number(first)} {name}" if precision == "day" else name
        return name if unsaid else f"{name} {year}"

    def noun(self, value: PartialDate) -> str:
        """Say «le 5 juin 2018», «juin 2018», «les années 1990»."""
        return f"{article(value)}{self.piece(value)}"

    def when(self, value: PartialDate) -> str:
        """Say «le 5 juin 2018», «en juin 2018», «au printemps 2013», «dans les années 1990»."""
        if value.precision == "day":
            return f"le {self.piece(value)}"
        if value.precision == "decade":
            return f"dans les {self.piece(value)}"
        if article(value) == "le ":
            return self._after("à", value)
        return f"en {self.piece(value)}"

    def about(self, value: PartialDate) -> str:
        """Say «vers septembre 1993», «vers le 5 juin 2018»."""
        return f"vers {article(value)}{self.piece(value)}"

    def about_span(self, words: str) -> str:
        """Say «de 1993 à 1994 environ»."""
        return f"{words} environ"

    def span(self, start: PartialDate, end: PartialDate, shared: str) -> str:
        """Say «du 7 au 8 février 2008», «d’avril à juin 2013»."""
        return f"{self._after('de', start, shared)} {self._after('à', end)}"

    def between(self, start: PartialDate, end: PartialDate, shared: str) -> str:
        """Say «entre le 22 et le 24 septembre 2025»."""
        first = f"{article(start)}{self.piece(start, shared)}"
        return f"entre {first} et {article(end)}{self.piece(end)}"

    def since(self, start: PartialDate) -> str:
        """Say «depuis 1992», «depuis le 5 juin 1992»."""
        return f"depuis {article(start)}{self.piece(start)}"

    def starting(self, start: PartialDate) -> str:
        """Say «à partir de 1992», «à partir du 5 juin 1992»."""
        return f"à partir {self._after('de', start)}"

    def until(self, end: PartialDate) -> str:
        """Say «jusqu’en 1992», «jusqu’au 5 juin 1992»."""
        if article(end):
            return f"jusqu’{self._after('à', end)}"
        return f"jusqu’en {self.piece(end)}"

    def either(self, words: Sequence[str]) -> str:
        """Say «1992, 1993 ou 1994»."""
        return f"{', '.join(words[:-1])} ou {words[-1]}"

    def or_earlier(self, words: str) -> str:
        """Say «1992 ou avant»."""
        return f"{words} ou avant"

    def or_later(self, words: str) -> str:
        """Say «1992 ou après»."""
        return f"{words} ou après"

    def day_in_list(self, day: date) -> str:
        """Write «ven. 1er», «mar. 5»."""
        return f"{self.short_weekdays[day.weekday()]}. {number(day)}"

    def days(self, count: int) -> str:
        """Say «1 jour», «6 jours»; zero is singular."""
        return f"{count} {'jour' if count < 2 else 'jours'}"

    def years(self, count: int) -> str:
        """Say «1 an», «4 ans»; zero is singular."""
        return f"{count} {'an' if count < 2 else 'ans'}"

    def later(self, span: str) -> str:
        """Say «6 jours plus tard»."""
        return f"{span} plus tard"

    def earlier(self, span: str) -> str:
        """Say «6 jours plus tôt»."""
        return f"{span} plus tôt"

    def _after(self, preposition: str, value: PartialDate, unsaid: str = "") -> str:
        """Say a date after «de» or «à», which melt into its article."""
        words, before = self.piece(value, unsaid), article(value)
        if before in CONTRACTED[preposition]:
            return CONTRACTED[preposition][before] + words
        if preposition == "de" and not before and words[0] in VOWELS:
            return f"d’{words}"
        return f"{preposition} {before}{words}"


def number(day: date) -> str:
    """Write the number of a day: only the first is an ordinal."""
    return "1er" if day.day == 1 else str(day.day)


def article(value: PartialDate) -> str:
    """Return the article before a date, with the space that follows it; months and years have
    none.
    """
    if value.precision == "season":
        return "le " if grammar.season_number(value) == 0 else "l’"
    return ARTICLES.get(value.precision, "")


GRAMMAR = French

"""Russian: «5 июня 2018 г.»; months stand in the genitive after a day, in the nominative alone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kzfr_cli.languages import grammar, ordinals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kzfr_cli.core.edtf import PartialDate

NOMINATIVE, GENITIVE, ACCUSATIVE, INSTRUMENTAL, PREPOSITIONAL = 0, 1, 3, 4, 5
"""The places of the cases in the rows of names; the dative stands between."""


class Russian(grammar.Grammar):
    """Say dates in Russian."""

    uncertain = "{} (дата не установлена точно)"
    unknown_start = "{} (начало неизвестно)"
    unknown_end = "{} (окончание неизвестно)"
    same_day = "в тот же день"

    def day(self, day: date, weekday: bool = False) -> str:
        """Say «5 июня 2018 г.», «вторник, 5 июня 2018 г.»."""
        words = f"{day.day} {self.names('months', GENITIVE)[day.month - 1]} {day.year} г."
        return f"{self.weekdays[day.weekday()]}, {words}" if weekday else words

    def piece(self, value: PartialDate, unsaid: str = "", genitive: bool = False) -> str:
        """Say «5», «5 июня», «июнь 2018 г.», «осень 2013 г.», «1990-е годы», «XX век»."""
        first, precision = value.earliest, value.precision
        if first is None or precision == "year":
            return self._year(value, unsaid)
        if precision == "decade":
            return f"{grammar.decade(value)}-{'х годов' if genitive else 'е годы'}"
        if precision == "century":
            return f"{ordinals.roman(grammar.century(value))} век{'а' if genitive else ''}"
        if precision == "season":
            return self._season(value, unsaid, genitive)
        if unsaid == "month":
            return str(first.day)
        case = GENITIVE if genitive or precision == "day" else NOMINATIVE
        name = self.names("months", case)[first.month - 1]
        name = f"{first.day} {name}" if precision == "day" else name
        return name if unsaid else f"{name} {first.year} г."

    def _year(self, value: PartialDate, unsaid: str) -> str:
        return str(grammar.first_year(value)) + ("" if unsaid else " г.")

    def _season(self, value: PartialDate, unsaid: str, genitive: bool) -> str:
        case = GENITIVE if genitive else NOMINATIVE
        name = self.names("seasons", case)[grammar.season_number(value)]
        if unsaid:
            return name
        years = grammar.season_years(value, "–")
        return f"{name} {years} {'гг.' if '–' in years else 'г.'}"

    def when(self, value: PartialDate) -> str:
        """Say «5 июня 2018 г.», «в июне 2018 г.», «весной 2013 г.», «в 1990-х годах»."""
        words = self.piece(value)
        if value.precision == "day" or value.earliest is None:
            return words
        if value.precision == "season":
            season = self.names("seasons", INSTRUMENTAL)[grammar.season_number(value)]
            return f"{season} {words.partition(' ')[2]}"
        if value.precision == "month":
            month = self.names("months", PREPOSITIONAL)[value.earliest.month - 1]
            return f"в {month} {words.partition(' ')[2]}"
        return f"в {words.replace('-е годы', '-х годах').replace('век', 'веке')}"

    def about(self, value: PartialDate) -> str:
        """Say «около сентября 1993 г.»."""
        return f"около {self.piece(value, genitive=True)}"

    def about_span(self, words: str) -> str:
        """Say «примерно 1993–1994 гг.»."""
        return f"примерно {words}"

    def span(self, start: PartialDate, end: PartialDate, shared: str) -> str:
        """Say «7–8 февраля 2008 г.», «сентябрь–декабрь 2013 г.», «2013–2014 гг.»."""
        if start.precision == end.precision == "year":
            return f"{self.piece(start, 'year')}–{self.piece(end, 'year')} гг."
        first, last = self.piece(start, shared), self.piece(end, shared)
        return grammar.dash(first, last) + self.piece(end)[len(last) :]

    def during(self, start: PartialDate, end: PartialDate, shared: str) -> str:
        """Say «7–8 февраля 2008 г.», «с сентября по декабрь 2013 г.», «в 2013–2014 гг.», «с осени
        до весны».
        """
        if start.precision == end.precision == "year":
            return f"в {self.span(start, end, shared)}"
        if start.precision == end.precision == "month":
            return f"с {self.piece(start, shared, genitive=True)} по {self.piece(end)}"
        if start.precision == "day" and end.precision == "day":
            return self.span(start, end, shared)
        return f"с {self.piece(start, shared, genitive=True)} до {self.piece(end, genitive=True)}"

    def between(self, start: PartialDate, end: PartialDate, shared: str) -> str:
        """Say «не ранее 22 и не позднее 24 сентября 2025 г.»."""
        first, last = (
            self.piece(start, shared, genitive=True),
            self.piece(end, genitive=True),
        )
        return f"не ранее {first} и не позднее {last}"

    def since(self, start: PartialDate) -> str:
        """Say «с 1992 г.»."""
        return f"с {self.piece(start, genitive=True)}"

    def until(self, end: PartialDate) -> str:
        """Say «по 1992 г.», which takes the end in, as «до» may not."""
        words = self.piece(end)
        if end.precision == "season":
            season = self.names("seasons", ACCUSATIVE)[grammar.season_number(end)]
            words = f"{season} {words.partition(' ')[2]}"
        return f"по {words}"

    def either(self, words: Sequence[str]) -> str:
        """Say «1992 г., 1993 г. или 1994 г.»."""
        return f"{', '.join(words[:-1])} или {words[-1]}"

    def or_earlier(self, words: str) -> str:
        """Say «1992 г. или ранее»."""
        return f"{words} или ранее"

    def or_later(self, words: str) -> str:
        """Say «1992 г. или позднее»."""
        return f"{words} или позднее"

    def without_year(self, words: str, year: int) -> str:
        """Take « 2018 г.» out."""
        return words.replace(f" {year} г.", "", 1)

    def days(self, count: int) -> str:
        """Say «1 день», «2 дня», «6 дней»."""
        return f"{count} {plural(count, 'день', 'дня', 'дней')}"

    def years(self, count: int) -> str:
        """Say «1 год», «2 года», «5 лет»."""
        return f"{count} {plural(count, 'год', 'года', 'лет')}"

    def later(self, span: str) -> str:
        """Say «на 6 дней позже»."""
        return f"на {span} позже"

    def earlier(self, span: str) -> str:
        """Say «на 6 дней раньше»."""
        return f"на {span} раньше"

    def gap(self, span: str) -> str:
        """Say «4 года спустя»."""
        return f"{span} спустя"


def plural(count: int, one: str, few: str, many: str) -> str:
    """Choose among the three Russian plural forms (CLDR: one, few, many)."""
    if count % 10 == 1 and count % 100 != 11:
        return one
    if count % 10 in {2, 3, 4} and count % 100 not in {12, 13, 14}:
        return few
    return many


GRAMMAR = Russian

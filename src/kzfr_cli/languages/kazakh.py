"""Kazakh: «2018 ж. 5 маусым», the year first; cases are suffixes, which the tables spell out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kzfr_cli.languages import grammar, ordinals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kzfr_cli.core.edtf import PartialDate

FROM, TO, IN, WHAT = 0, 1, 2, 3
"""The ablative, the dative, the locative, which says when, and the accusative."""
ENDINGS = {
    "vowel": (("дан", "ден"), ("ға", "ге"), ("да", "де"), ("ны", "ні")),
    "voiced": (("дан", "ден"), ("ға", "ге"), ("да", "де"), ("ды", "ді")),
    "nasal": (("нан", "нен"), ("ға", "ге"), ("да", "де"), ("ды", "ді")),
    "voiceless": (("тан", "тен"), ("қа", "ке"), ("та", "те"), ("ты", "ті")),
}
"""The endings of the cases after a last sound, with a back vowel and with a front one."""
FRONT, BACK = "әеёиөүіэ", "аоуұыяю"
NASAL, VOICELESS = "мнң", "бвгдкқпстфхһцчшщ"
WRITTEN_OUT = {"ж.": "жыл", "жж.": "жылдар"}
WHEN = {"жыл": "жылы", "жылдар": "жылдары"}
"""What says when by the word for a year is its possessive."""


class Kazakh(grammar.Grammar):
    """Say dates in Kazakh."""

    uncertain = "{} (нақты емес)"
    unknown_start = "{} (басы белгісіз)"
    unknown_end = "{} (соңы белгісіз)"
    same_day = "сол күні"

    def day(self, day: date, weekday: bool = False) -> str:
        """Say «2018 ж. 5 маусым», «2018 ж. 5 маусым, сейсенбі»."""
        words = f"{day.year} ж. {day.day} {self.months[day.month - 1]}"
        return f"{words}, {self.weekdays[day.weekday()]}" if weekday else words

    def piece(self, value: PartialDate, unsaid: str = "") -> str:
        """Say «5», «5 маусым», «2018 ж. маусым», «2013 ж. күз», «1990-жылдар», «XX ғасыр»."""
        first, precision = value.earliest, value.precision
        if first is None or precision == "year":
            return f"{grammar.first_year(value)}" + ("" if unsaid else " ж.")
        if precision == "decade":
            return f"{grammar.decade(value)}-жылдар"
        if precision == "century":
            return f"{ordinals.roman(grammar.century(value))} ғасыр"
        if precision == "season":
            name, years = (
                self.seasons[grammar.season_number(value)],
                grammar.season_years(value, "–"),
            )
            return name if unsaid else f"{years} {'жж.' if '–' in years else 'ж.'} {name}"
        name = self.months[first.month - 1]
        if precision == "day":
            name = f"{first.day}" if unsaid == "first" else f"{first.day} {name}"
        return name if unsaid else f"{first.year} ж. {name}"

    def when(self, value: PartialDate) -> str:
        """Say «2018 ж. 5 маусымда», «2018 ж. маусымда», «2018 жылы», «1990-жылдары»."""
        return inflect(self.piece(value), IN)

    def about(self, value: PartialDate) -> str:
        """Say «шамамен 1993 ж. қыркүйек»."""
        return f"шамамен {self.piece(value)}"

    def when_about(self, value: PartialDate) -> str:
        """Say «шамамен 1993 ж. қыркүйекте», «шамамен 1993 жылы»."""
        return inflect(self.about(value), IN)

    def about_span(self, words: str) -> str:
        """Say «шамамен 1993–1994 жж.»."""
        return f"шамамен {words}"

    def span(self, start: PartialDate, end: PartialDate, shared: str) -> str:
        """Say «2008 ж. 7–8 ақпан», «2013 ж. қыркүйек–желтоқсан», «2013–2014 жж.»."""
        if start.precision == end.precision == "year":
            return f"{self.piece(start, 'year')}–{self.piece(end, 'year')} жж."
        if not shared:
            return grammar.dash(self.piece(start), self.piece(end))
        first, last, whole = (
            self.piece(start, shared),
            self.piece(end, shared),
            self.piece(end),
        )
        if shared == "month":
            first = first.partition(" ")[0]
            return f"{whole.removesuffix(last)}{first}–{last}"
        return f"{whole.removesuffix(last)}{grammar.dash(first, last)}"

    def during(self, start: PartialDate, end: PartialDate, shared: str) -> str:
        """Say «2008 ж. 7–8 ақпанда», «2013 ж. қыркүйек–желтоқсанда», «2013–2014 жылдары»."""
        return inflect(self.span(start, end, shared), IN)

    def between(self, start: PartialDate, end: PartialDate, shared: str) -> str:
        """Say «2025 ж. 22–24 қыркүйек аралығында»."""
        return f"{self.span(start, end, shared)} аралығында"

    def since(self, start: PartialDate) -> str:
        """Say «1992 жылдан бастап»."""
        return f"{inflect(self.piece(start), FROM)} бастап"

    def until(self, end: PartialDate) -> str:
        """Say «1992 жылды қоса алғанға дейін», which takes the end in, as «дейін» alone may not."""
        return f"{inflect(self.piece(end), WHAT)} қоса алғанға дейін"

    def either(self, words: Sequence[str]) -> str:
        """Say «1992 ж., 1993 ж. немесе 1994 ж.»."""
        return f"{', '.join(words[:-1])} немесе {words[-1]}"

    def or_earlier(self, words: str) -> str:
        """Say «1992 ж. немесе одан бұрын»."""
        return f"{words} немесе одан бұрын"

    def or_later(self, words: str) -> str:
        """Say «1992 ж. немесе одан кейін»."""
        return f"{words} немесе одан кейін"

    def without_year(self, words: str, year: int) -> str:
        """Take «2018 ж. » out."""
        return words.replace(f"{year} ж. ", "", 1)

    def days(self, count: int) -> str:
        """Say «6 күн»; a noun after a number stays singular."""
        return f"{count} күн"

    def years(self, count: int) -> str:
        """Say «4 жыл»; a noun after a number stays singular."""
        return f"{count} жыл"

    def later(self, span: str) -> str:
        """Say «6 күннен кейін», «4 жылдан кейін»."""
        return f"{span}{'нен' if span.endswith('күн') else 'дан'} кейін"

    def earlier(self, span: str) -> str:
        """Say «6 күн бұрын»."""
        return f"{span} бұрын"


def inflect(words: str, case: int) -> str:
    """Put the last word of a date in one of its cases."""
    before, gap, last = words.rpartition(" ")
    number, hyphen, stem = last.rpartition("-")
    stem = WRITTEN_OUT.get(stem, stem)
    if case == IN and stem in WHEN:
        return f"{before}{gap}{number}{hyphen}{WHEN[stem]}"
    return f"{before}{gap}{number}{hyphen}{stem}{ending(stem, case)}"


def ending(stem: str, case: int) -> str:
    """Return the ending of a case, which follows the last vowel and the last letter of the stem."""
    vowel = next(letter for letter in reversed(stem) if letter in FRONT + BACK)
    sound = "vowel" if stem[-1] in FRONT + BACK else "voiced"
    if stem[-1] in NASAL:
        sound = "nasal"
    elif stem[-1] in VOICELESS:
        sound = "voiceless"
    return ENDINGS[sound][case][vowel in FRONT]


GRAMMAR = Kazakh

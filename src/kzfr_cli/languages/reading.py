"""What the words of a date say, from the form that they have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfr_cli.core.record import record, replace
from kzfr_cli.languages.mention import Relative, Said

if TYPE_CHECKING:
    import re

    from kzfr_cli.languages.mention import Anchor, Unit
    from kzfr_cli.languages.tokens import Tokens

YEARS: tuple[tuple[str, Unit], ...] = (("r", "year"), ("s", "year"), ("t", "occurrence"))
"""The groups that move a date, with what they move it by."""

MOVES: dict[str, tuple[int, Anchor]] = {
    "last": (-1, "today"),
    "this": (0, "today"),
    "next": (1, "today"),
    "preceding": (-1, "text"),
    "same": (0, "text"),
    "following": (1, "text"),
}
COUNTED: tuple[tuple[str, str, Unit, Anchor], ...] = (
    ("a", "years_away", "year", "today"),
    ("o", "days_away", "day", "today"),
    ("i", "days_from_there", "day", "text"),
)
"""The groups of words that stand for a number of days or years, with what they count."""
UNITS: dict[str, Unit] = {
    "week": "week",
    "month_unit": "month",
    "weekend": "weekend",
    "decade_unit": "decade",
}
THIS_CENTURY = 40
"""A year of two figures up to this one is of the 2000s."""
NEW_DECADES = 20
"""A decade of two figures up to this one is of the 2000s: «les années 20», but not «les années
30».
"""


@record
class DateReading:
    """The dates that a form says, how far they are from another, and the other way of reading
    figures.
    """

    said: tuple[Said, ...]
    relative: Relative | None = None
    decade: int | None = None
    until_decade: int | None = None
    century: int | None = None
    swapped: Said | None = None
    until_year: int | None = None
    has_short_year: bool = False


class FoundForm:
    """A form that was found in a text: the words of its groups."""

    def __init__(self, tokens: Tokens, match: re.Match[str]) -> None:
        self.tokens = tokens
        self.match = match
        self.groups = {
            name: match.start(name) // 2
            for name, text in match.groupdict().items()
            if text is not None
        }

    def word(self, group: str) -> str:
        """Return the word of a group, or nothing."""
        return self.tokens.words[self.groups[group]] if group in self.groups else ""

    def figure(self, group: str) -> int | None:
        """Return the number that stands in a group."""
        word = self.word(group)
        return int(word) if word.isdigit() else None

    def sense(self, group: str, *roles: str) -> int | None:
        """Return what the word of a group stands for in the first of these roles that it may
        play.
        """
        if group not in self.groups:
            return None
        senses = self.tokens.senses(self.groups[group])
        return next((int(senses[role]) for role in roles if role in senses), None)

    def first(self, letter: str) -> str:
        """Return the first group of a letter that is there: "x1", "x2"; or nothing."""
        return next((name for name in sorted(self.groups) if name[0] == letter), "")

    def move(self, group: str) -> tuple[int, Anchor] | None:
        """Return by how much, and from where, the word of a group moves a date."""
        if group not in self.groups:
            return None
        senses = self.tokens.senses(self.groups[group])
        return next((move for role, move in MOVES.items() if role in senses), None)


def read(form: FoundForm) -> DateReading | None:
    """Return what a form says; None when its figures are no date."""
    if group := form.first("x"):
        return _decade(form, group)
    if group := form.first("c"):
        value = form.figure(group) or form.sense(group, "roman", "centuries_in_words")
        return DateReading(said=(), century=value)
    said = [_said(form, place) for place in sorted({int(group[1]) for group in form.groups})]
    found = [each for each in said if each is not None]
    if any(each.month is not None and not 1 <= each.month <= 12 for each in found):
        return None
    relative = _relative(form)
    if not found and relative is None:
        return None
    return DateReading(
        said=tuple(_completed(found)),
        relative=relative,
        swapped=_swapped(form),
        until_year=_second_year(form),
        has_short_year=len(form.word("h1")) == 2,
    )


def _said(form: FoundForm, place: int) -> Said | None:
    year = form.figure(f"y{place}")
    month = form.sense(
        f"m{place}", "month", "maybe_month", "abbreviation", "month_first"
    ) or form.figure(f"n{place}")
    day = form.figure(f"d{place}") or form.sense(f"b{place}", "day_word")
    if f"h{place}" in form.groups:
        year, month, day = _usual(form, place)
    elif f"g{place}" in form.groups:
        month = form.figure(f"g{place}")
    season = form.sense(f"e{place}", "season", "maybe_season")
    weekday = _weekday(form, place)
    said = Said(year, month, day, season, weekday)
    return said if said != Said() else None


def _weekday(form: FoundForm, place: int) -> int | None:
    """The weekday before a date, behind it, or before its year."""
    kinds = ("weekday", "maybe_weekday", "short_weekday")
    found = (form.sense(f"{letter}{place}", *kinds) for letter in "wvu")
    return next((each for each in found if each is not None), None)


def _usual(form: FoundForm, place: int) -> tuple[int, int, int]:
    """Read 05.06.2018 with the day first, unless only the other order gives a month."""
    one, two = int(form.word(f"f{place}")), int(form.word(f"g{place}"))
    year = _full_year(form.word(f"h{place}"))
    return (year, one, two) if two > 12 >= one else (year, two, one)


def _full_year(figures: str) -> int:
    short = int(figures)
    if len(figures) > 2:
        return short
    return short + (2000 if short <= THIS_CENTURY else 1900)


def _swapped(form: FoundForm) -> Said | None:
    """Return the other reading of 05/06/2018; a date with stops has its day first everywhere."""
    if "h1" not in form.groups or form.match["p1"] == "·" or "h2" in form.groups:
        return None
    one, two = int(form.word("f1")), int(form.word("g1"))
    if one == two or one > 12 or two > 12:
        return None
    return Said(_full_year(form.word("h1")), one, two)


def _second_year(form: FoundForm) -> int | None:
    """Return the second year of «hiver 2013-2014» or of "2013-14"."""
    word = form.word("z1") or form.word("z3")
    if not word:
        return None
    first = form.figure("y1") or form.figure("y3") or 0
    return int(word) if len(word) == 4 else first // 100 * 100 + int(word)


def _relative(form: FoundForm) -> Relative | None:
    """Return how far the date is from today, or from the date told before."""
    for letter, unit in YEARS:
        if move := form.move(form.first(letter)):
            return Relative(unit, *move)
    for letter, role, unit, anchor in COUNTED:
        if group := form.first(letter):
            return Relative(unit, form.sense(group, role) or 0, anchor)
    move = form.move("k1") or form.move("l1")
    if move is None:
        return None
    if group := form.first("u"):
        senses = form.tokens.senses(form.groups[group])
        return Relative(next(unit for role, unit in UNITS.items() if role in senses), *move)
    return Relative("weekday" if form.first("w") else "occurrence", *move)


def _decade(form: FoundForm, group: str) -> DateReading:
    """Return a decade, or the first and the last of several: «60–70-е годы»."""
    last = _first_year(form, group)
    first = form.first("j")
    if not first:
        return DateReading(said=(), decade=last)
    return DateReading(said=(), decade=_first_year(form, first), until_decade=last)


def _first_year(form: FoundForm, group: str) -> int:
    """Return the first year of the decade that stands in a group."""
    word = form.word(group)
    value = (
        int(word)
        if word.isdigit()
        else form.sense(group, "decades_in_words", "decades_in_words_alone") or 0
    )
    if value < 100:
        value += 2000 if value <= NEW_DECADES and word.isdigit() else 1900
    return value


def _completed(found: list[Said]) -> list[Said]:
    """Fill in the month and the year of each date that stand at another: «du 3 au 9 mai 2019»."""
    completed: list[Said] = []
    for each in reversed(found):
        after = completed[0] if completed else None
        completed.insert(0, _filled(each, after) if after else each)
    for place in range(1, len(completed)):
        before, each = completed[place - 1], completed[place]
        if each.month is None and each.day is not None:
            each = replace(each, month=before.month)
        completed[place] = _following(each, before) if each.year is None else each
    return completed


def _following(said: Said, before: Said) -> Said:
    """Fill in the year of a date from the one before it, or the next: «2013 ж. желтоқсан –
    қаңтар».
    """
    crosses = (
        said.month is not None and before.month is not None and said.month < before.month
    )
    year = before.year + 1 if before.year and crosses else before.year
    return replace(said, year=year)


def _filled(said: Said, after: Said) -> Said:
    month = said.month or (after.month if said.day else None)
    year = said.year
    if year is None and after.year is not None:
        crosses = month is not None and after.month is not None and month > after.month
        year = after.year - 1 if crosses else after.year
    return replace(said, month=month, year=year)

"""Say what speaks for a date that differs from that of an event: it is of an amount, of a text,
of an office.
"""

from __future__ import annotations

from kzfr_cli.languages.letters import is_cyrillic
from kzfr_cli.proofreading import judging, numbers
from kzfr_cli.proofreading.dating.limits import (
    BACK_TO_HEADING,
    BESIDE,
    SERIAL,
    TRAVELLING,
)
from kzfr_cli.proofreading.dating.telling import ToldDate
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.judging import DateMatch
from kzfr_cli.proofreading.linking import COUNTRIES, Link
from kzfr_cli.proofreading.numbers import Number

CAPITAL = "capital"
"""The tag of what happened to the capital."""

BACK_TO_OFFICE = 8
"""Words before a date among which it is said to be that of the taking of an office."""

MOST_NUMBERED = 200
ROUND = 100
"""From which no edition or session is numbered; from which an ordinal in words is that of a thing
made, «la centième locomotive».
"""

CAPITALS = frozenset(("_paris", "_astana", "_almaty"))
"""Towns in which a visit is of which only the country is known."""

OLDER = "older"
"""The names of the capital that it bore before 1998."""


class ExcusableDate(ToldDate):
    """A date that something may excuse."""

    def is_of_figure(self, frame: Frame) -> bool:
        """Return whether a year is that of an amount that stands beside it or in its clause, of
        which the event does not tell.
        """
        if self.moment.kind != "year":
            return False
        sentence = self.sentence
        first, last = (sentence.first, sentence.last) if sentence.is_row else self.cell
        if self.asked:
            first = max(self.first - BESIDE, first)
            last = min(self.last + BESIDE, last)
        told = {(each.value, each.unit) for each in frame.numbers}
        near = self.trial.measured(range(first, last))
        return any((each.value, each.unit) not in told for each in near)

    def is_of_other_number(self, frame: Frame) -> bool:
        """Return whether the clause numbers something that the event does not: «le 10e sommet»,
        "12th session".
        """
        begun, ended = self.clause
        inside = range(self.first, self.last + 1)
        told = {each.value for each in frame.numbers if each.is_ordinal}
        said = [
            numbers.at(self.text, place)
            for place in range(begun, ended)
            if place not in inside
        ]
        counted = {
            each.value
            for each in said
            if each
            and each.is_ordinal
            and 1 < each.value < MOST_NUMBERED
            and self.is_numbered(each)
        }
        if not counted:
            return False
        return counted.isdisjoint(told)

    def is_numbered(self, number: Number) -> bool:
        """Return whether an ordinal is that of something that comes again: in figures, or of a
        session, a summit.
        """
        if not number.in_words or number.value >= ROUND:
            return True
        beside = [number.last + step for step in (1, 2)] + [number.first - 1]
        for word in (self.text.word(place) for place in beside):
            if SERIAL & (self.words.types(word) | self.words.named("nouns", word)):
                return True
        return False

    def is_of_longer(self, match: DateMatch) -> bool:
        """Return whether years in brackets hold those of the event and more: they are of something
        longer that it was a part of, «la mission (1879-1882)».
        """
        mine, other = self.moment, match.dated.date
        if mine.kind != "span" or mine.month or "(" not in self.text.gap(self.first - 1):
            return False
        if not mine.earliest or not mine.latest:
            return False
        if not other.earliest or not other.latest:
            return False
        return mine.earliest <= other.earliest and other.latest <= mine.latest

    def is_of_office(self, link: Link) -> bool:
        """Return whether the date is that on which a visitor took his office: "since he became
        president in May".
        """
        begun = max(self.cell[0], self.first - BACK_TO_OFFICE)
        near = self.text.words[begun : self.claim.first]
        if is_cyrillic(self.text.words[self.claim.last]):
            near += self.words_behind(BESIDE)
        tells = any(self.frames.level(kind, link.frame) for kind in ("@elect", "@appoint"))
        if not self.comes_again(link):
            return False
        if tells:
            return False
        return self.words.any("taking", near) or self.words.any("office", near)

    def is_elsewhere(self, frame: Frame) -> bool:
        """Return whether the last town named before the date is one of which a visit tells nothing:
        "from Astana he went on to Samarkand, where, on 2 November, …"; or what comes again was in
        others than all those of the date's own clause: "silver at the Rio Games in 2016".
        """
        if frame.category == "visit":
            begun, _ = self.cell
            before = self.towns(begun, self.first)
            if before and self.is_untold(before[-1], frame):
                return True
        if self.sentence.is_row or frame.category not in TRAVELLING:
            return False
        begun, ended = self.clause
        own = self.towns(begun, ended)
        return bool(own) and all(self.is_untold(town, frame) for town in own)

    def towns(self, first: int, last: int) -> list[str]:
        """The words between two tokens that name towns."""
        words = self.text.words[first:last]
        return [word for word in words if self.words.named("cities", word)]

    def is_untold(self, town: str, frame: Frame) -> bool:
        """Return whether an event tells nothing of a town."""
        places = {f"_{name}" for name in self.words.named("cities", town)}
        if CAPITALS & places and not self.is_of_town(frame):
            return False
        return places.isdisjoint(frame.names) and not frame.tells_root(town)

    def is_of_town(self, frame: Frame) -> bool:
        """Return whether an event is known to have been in a town, not in a country alone."""
        return any(place not in COUNTRIES for place in frame.places)

    def is_of_seat(self, frame: Frame) -> bool:
        """Return whether the date is one on which a city is said to be the capital, not to become
        it: "in 2012 Astana was the capital".
        """
        begun, ended = self.cell
        own = self.text.words[begun:ended]
        if CAPITAL not in frame.tags or self.asked in {each.kind for each in frame.dates}:
            return False
        if self.words.any("deciding", own):
            return True
        if not self.words.any("capital_city", own):
            return self.is_of_older_names(own)
        is_changed = any(self.words.any(name, own) for name in ("renaming", "since"))
        return not (is_changed or self.moment.relation)

    def is_of_older_names(self, words: list[str]) -> bool:
        """Return whether some words name the city by its older names alone, of which no event
        tells since when it bore them: "in 1992 it became Akmola".
        """
        said = set().union(*(self.words.named("capital_names", each) for each in words))
        return said == {OLDER}

    def is_of_founding(self, link: Link, match: DateMatch) -> bool:
        """Return whether the date, far from the event, is that of a founding of which the event
        tells nothing.
        """
        is_founding = self.asked == "founded" and match.relation == judging.FAR
        return is_founding and all(each.kind != "founded" for each in link.frame.dates)

    def is_just_told(self) -> bool:
        """Return whether a line says but a date that was told rightly of another event a few
        sentences before: a chronology gives it in the heading, and again beneath.
        """
        if len(self.units) > 1 or self.moment.kind not in ("day", "span"):
            return False
        number = self.sentence.number
        before = range(max(number - BACK_TO_HEADING, 0), number)
        told = (moment for each in before for _, moment in self.trial.meant.get(each, ()))
        return any(moment.values == self.moment.values for moment in told)

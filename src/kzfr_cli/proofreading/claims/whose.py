"""Tell whose anniversary a number of years is: by what follows it, by its clause, by its
sentence.
"""

from __future__ import annotations

from kzfr_cli.languages.letters import is_cyrillic
from kzfr_cli.proofreading import (
    numbers,
    thresholds,
)
from kzfr_cli.proofreading.case import Case
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.linking import Link, Links
from kzfr_cli.proofreading.vocabulary import TextUnit
from kzfr_cli.proofreading.windows import Graded

LIKELY = thresholds.of("likely")
SURE = thresholds.of("passing")
"""Scores from which an event may be the one whose anniversary it is, and from which it surely
is.
"""

APART = thresholds.of("half")
"""Weight of what a sentence must say of a celebration beside what is celebrated."""

TITLED = thresholds.of("whole")
NAMED = thresholds.of("mostly")
"""Shares of a title from which a celebration is named, and from which what follows names an
event.
"""

BEGUN = frozenset(("founded", "opened", "signed"))
"""Kinds of dates of what lasts, whose anniversaries are kept whoever was there."""

OWN = 2
"""Words behind a number among which a possessive makes what follows a step of what stands
before.
"""

MOST = 6
"""Events of which one may be the celebration that the sentence tells."""

LIFE_BEFORE = thresholds.count("near")
LIFE_BEHIND = thresholds.count("near")
"""Words before a number, and behind it, among which a life is told."""


class WhoseCase(Case):
    """An anniversary on trial, as far as it is asked whose it is."""

    def subjects(self) -> Links:
        """The events whose anniversary it may be: by what follows it, else by its sentence."""
        complement = self.complement()
        named = self.trial.linked(complement) if self.tells(complement) else []
        if named and (named[0].score >= SURE or named[0].likeness >= NAMED):
            return self.told_apart(named)
        links = self.better(self.trial.linked(self.around), self.whole())
        if links and links[0].score >= LIKELY and not self.says("pronouns"):
            return links
        return self.better(links, self.trial.linked([*self.around, *self.context]))

    def is_of_unnamed(self, link: Link) -> bool:
        """Return whether most titles of an event name a person, and the text around nobody of
        them: the first Frenchman in space is not the first man there. What began with it is
        another thing than its titles say.
        """
        kinds = self.trial.speller.kinds
        said = {unit.key for unit in self.units} | {unit.key for unit, _ in self.context}
        if BEGUN & {each.kind for each in link.frame.dates}:
            return False
        named = [
            {key for key in variant if kinds.get(key) == "person"}
            for variant in link.frame.variants
        ]
        if said & frozenset[str]().union(*named):
            return False
        return sum(map(bool, named)) * 2 > len(named)

    def whole(self) -> Links:
        """The events of which the part of the sentence around the number says a whole title, where
        there is another part.
        """
        if len(self.sentence.cells) < 2:
            return []
        links = self.trial.linked(self.between(*self.cell))
        return links if links and links[0].likeness >= TITLED else []

    def told_apart(self, named: Links) -> Links:
        """The events that what follows names, by what the sentence says besides where it says
        whose: «Rennes et Almaty fêtent les 30 ans de leur jumelage».
        """
        is_owned = any(self.text.has("their", each) for each in self.behind())
        if not is_owned:
            return named
        ids = {link.id for link in named}
        found = [link for link in self.trial.linked(self.around) if link.id in ids]
        is_told = bool(found) and found[0].score > named[0].score
        return found if is_told else named

    def behind(self) -> range:
        """The tokens after the number among which a possessive says whose anniversary it is."""
        return range(self.last + 1, self.last + 1 + OWN)

    def tells(self, complement: Graded) -> bool:
        """Return whether what follows the number tells more than a step of what stands before:
        «de son entrée en vigueur».
        """
        is_own = self.words.any("pronouns", self.words_behind(OWN))
        types = self.words.types
        only_steps = all(types(self.text.words[unit.first]) for unit, _ in complement)
        if not complement:
            return False
        return not (is_own and only_steps)

    def better(self, links: Links, more: Links) -> Links:
        """Of two readings the one that means its event more surely, the first where they are
        alike.
        """
        if not links:
            return more
        is_surer = bool(more) and more[0].score > links[0].score
        if is_surer:
            return more
        return links

    def complement(self) -> Graded:
        """The units that say whose anniversary it is: after the claim to the end of the phrase,
        or before «dont».
        """
        if self.text.has("year_behind", self.last):
            return self.before()
        begun, _ = self.clause
        if begun > self.sentence.first and self.text.has("whose", begun):
            return self.between(*self.sentence.clause(begun - 1))
        if not self.is_followed():
            return []
        return self.between(self.last + 1, self.phrase())

    def is_followed(self) -> bool:
        """Return whether what follows the number says whose it is: «de la visite», a case of
        Russian.
        """
        if self.text.gap(self.last) not in (" ", "\n"):
            return False
        following = self.text.word(self.last + 1)
        is_declined = bool(following) and is_cyrillic(following)
        return is_declined or self.words.has("wedge", following)

    def phrase(self) -> int:
        """The end of the phrase behind the claim: before a date, a verb, or an "and" with
        another number.
        """
        _, last = self.sentence.clause(self.last)
        dates = {moment.first for moment in self.moments}
        behind = range(self.last + 1, last)
        ends = (place for place in behind if place in dates or self.ends_phrase(place))
        return next(ends, last)

    def ends_phrase(self, place: int) -> bool:
        """Return whether a word ends a phrase: a verb, or an "and" with another number."""
        if self.text.has("copulas", place):
            return True
        is_joint = self.text.has("joints", place)
        if not is_joint:
            return False
        return numbers.at(self.text, place + 2) is not None

    def between(self, first: int, last: int) -> Graded:
        """The units of the sentence between two tokens, the latter not included."""
        return [(unit, 1.0) for unit in self.units if first <= unit.first < last]

    def before(self) -> Graded:
        """The units before the claim, where Kazakh says whose anniversary it is, back to the
        last date.
        """
        begun, _ = self.clause
        earlier = [each for each in self.moments if each.last < self.first - 1]
        ends = [each.last + 1 for each in earlier]
        return self.between(max([begun, *ends]), self.first)

    def is_told_celebration(self, years: list[int]) -> bool:
        """Return whether the sentence is on a celebration of one of some years that the database
        tells with that number.
        """
        inside = {unit.first for unit, _ in self.complement()}
        window = [(unit, 1.0) for unit in self.units if unit.first not in inside]
        apart = self.trial.linked(window)[:MOST] if window else []
        likely = [link for link in apart if link.explained >= APART]
        whole = self.trial.links(self.sentence)
        likely += [link for link in whole if link is whole[0] or link.likeness >= TITLED]
        return any(self.is_celebration_of(link.frame, years) for link in likely)

    def is_celebration_of(self, frame: Frame, years: list[int]) -> bool:
        """Return whether an event is a celebration, in one of some years, with the number of the
        text.
        """
        if not frame.is_celebration:
            return False
        if years and frame.preferred.date.year not in years:
            return False
        in_years = [told for told in frame.numbers if told.unit == "year"]
        return self.claim.number in {told.value for told in in_years}

    def is_of_life(self) -> bool:
        """Return whether the sentence speaks of someone's life near the number."""
        before, behind = self.words_before(LIFE_BEFORE), self.words_behind(LIFE_BEHIND)
        if any(map(self.is_word_of_life, [*before, *behind])):
            return True
        if self.text.has("numbered", self.last + 1):
            return True
        if self.claim.form == "turned":
            return self.is_of_person(self.sentence.first)
        if not self.is_possessed():
            return False
        return self.is_of_person(self.clause[0])

    def is_word_of_life(self, word: str) -> bool:
        """Return whether a word tells a part of a life, not merely an age."""
        if not self.words.has("life", word):
            return False
        return not self.words.has("age", word)

    def is_possessed(self) -> bool:
        """Return whether the number is that of something named before: «ses 15 ans»."""
        return self.text.has("their", self.first - 1)

    def is_of_person(self, begun: int) -> bool:
        """Return whether the only subject between a token and the number is a person."""
        before = [unit for unit in self.units if begun <= unit.first < self.first]
        subjects = [unit for unit in before if is_subject(unit)]
        if not subjects:
            return False
        return all(unit.kind == "person" for unit in subjects)


def is_subject(unit: TextUnit) -> bool:
    """Return whether a unit is a name, and not one of a place."""
    if unit.key[0] != "_":
        return False
    return unit.kind != "place"

"""Tell whose anniversary a number of years is: by what follows it, by its clause, by its sentence."""

from __future__ import annotations

from kzfr_cli.languages.letters import is_cyrillic
from kzfr_cli.proofreading import numbers
from kzfr_cli.proofreading.case import Case
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.linking import Links
from kzfr_cli.proofreading.vocabulary import TextUnit

LIKELY, SURE = 0.3, 0.38
"""Scores from which an event may be the one whose anniversary it is, and from which it surely is."""

APART = 0.5
"""Weight of what a sentence must say of a celebration beside what is celebrated."""


class WhoseCase(Case):
    """An anniversary on trial, as far as it is asked whose it is."""

    def subjects(self) -> Links:
        """The events whose anniversary it may be: by what follows it, else by its sentence."""
        complement = self.complement()
        if complement:
            links = self.trial.linked(complement)
            if links and (links[0].score >= SURE or links[0].likeness >= 0.75):
                return links
        around = self.around
        links = self.trial.linked(around)
        if not links or links[0].score < LIKELY or self.says("pronouns"):
            more = self.trial.linked([*around, *self.context])
            links = more if not links or (more and more[0].score > links[0].score) else links
        return links

    def complement(self) -> list[tuple[TextUnit, float]]:
        """The units that say whose anniversary it is: after the claim to the end of the phrase, or before «dont»."""
        if self.text.has("year_behind", self.last):
            return self.before()
        begun = self.clause[0]
        if begun > self.sentence.first and self.text.has("whose", begun):
            return self.between(*self.sentence.clause(begun - 1))
        return self.between(self.last + 1, self.phrase()) if self.is_followed() else []

    def is_followed(self) -> bool:
        """Return whether what follows the number says whose it is: «de la visite», a case of Russian."""
        following = self.text.word(self.last + 1)
        leads = self.words.has("wedge", following) or (
            bool(following) and is_cyrillic(following)
        )
        return leads and self.text.gap(self.last) in (" ", "\n")

    def phrase(self) -> int:
        """The end of the phrase behind the claim: before a date, a verb, or an "and" with another number."""
        last = self.sentence.clause(self.last)[1]
        stops = {moment.first for moment in self.moments}
        for end in range(self.last + 1, last):
            word = self.text.words[end]
            joined = self.words.has("joints", word) and numbers.at(self.text, end + 2)
            if end in stops or self.words.has("copulas", word) or joined:
                return end
        return last

    def between(self, first: int, last: int) -> list[tuple[TextUnit, float]]:
        """The units of the sentence between two tokens, the latter not included."""
        units = self.units
        return [(unit, 1.0) for unit in units if first <= unit.first < last]

    def before(self) -> list[tuple[TextUnit, float]]:
        """The units before the claim, where Kazakh says whose anniversary it is, back to the last date."""
        first = self.clause[0]
        moments = [each.last + 1 for each in self.moments if each.last < self.first - 1]
        return self.between(max([first, *moments]), self.first)

    def is_told_celebration(self, years: list[int]) -> bool:
        """Return whether the sentence is on a celebration of one of some years that the database tells with that number."""
        inside = {unit.first for unit, _ in self.complement()}
        units = self.units
        window = [(unit, 1.0) for unit in units if unit.first not in inside]
        apart = self.trial.linked(window)[:6] if window else []
        likely = [link for link in apart if link.explained >= APART]
        likely += [link for link in self.trial.links(self.sentence) if link.likeness >= 0.9]
        return any(self.is_celebration_of(link.frame, years) for link in likely)

    def is_celebration_of(self, frame: Frame, years: list[int]) -> bool:
        """Return whether an event is a celebration, in one of some years, with the number of the text."""
        of_then = not years or frame.preferred.date.year in years
        numbers_told = {told.value for told in frame.numbers if told.unit == "year"}
        return frame.is_celebration and of_then and self.claim.number in numbers_told

    def is_of_life(self) -> bool:
        """Return whether the sentence speaks of someone's life near the number."""
        first = max(self.first - 6, self.sentence.first)
        last = min(self.last + 7, self.sentence.last)
        near = self.text.words[first : self.first] + self.text.words[self.last + 1 : last]
        if any(
            self.words.has("life", word) and not self.words.has("age", word) for word in near
        ):
            return True
        if self.text.has("numbered", self.last + 1):
            return True
        return self.text.has("their", self.first - 1) and self.is_of_person()

    def is_of_person(self) -> bool:
        """Return whether the only subject before a possessive is a person."""
        clause = self.clause
        before = [
            unit
            for unit in self.units
            if clause[0] <= unit.first < self.first
            and unit.key[0] == "_"
            and unit.kind != "place"
        ]
        return bool(before) and all(unit.kind == "person" for unit in before)

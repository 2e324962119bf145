"""Tell whether an organisation stands in the place of another: where it stands, what it does,
what is said of the event.
"""

from __future__ import annotations

from functools import cached_property

from kzfr_cli.proofreading import sorts, thresholds
from kzfr_cli.proofreading.claims.naming import NameCase
from kzfr_cli.proofreading.frames import ROOT, Frame
from kzfr_cli.proofreading.linking import (
    CITIES,
    COUNTRIES,
    Links,
)
from kzfr_cli.proofreading.plain import plain

ORGANISED = frozenset(("organisation", "institution"))

UNRECORDED = "="
"""How the form of a well-known organisation begins of which the database has no entry."""

OF_MANY = frozenset(("visit", "diplomacy", "multilateral"))
"""Categories of events at which many take part, of whom the database lists some."""


NEARLY = thresholds.of("nearly")
"""Share of a title from which the words without the organisation say the event."""


GENERIC = frozenset(("group", "company"))
"""Nouns that stand before the name of a company: «le groupe Thales»."""

ACT = thresholds.count("around")
"""Words before an organisation among which its act is named: «la convention contre l'extrémisme
de l'OCS».
"""

VERB = thresholds.count("near")
"""Words after an organisation among which the verb says what it did."""

TELLING = thresholds.of("likely")
"""Weight of what a sentence must say of an event beside who took part, since many sign on one
day.
"""


class StandInCase(NameCase):
    """An organisation that may stand in the place of another."""

    @property
    def sorts(self) -> frozenset[str]:
        """Of what sort the organisation is, by the database or by the words beside its name."""
        if self.claim.form[0] == "_":
            return sorts.of_token(self.frames, self.claim.form)
        if self.claim.form[0] == UNRECORDED:
            return sorts.of_unrecorded(self.claim.form[1:])
        return sorts.of_name(self.text, self.first, self.last) or frozenset((sorts.FIRM,))

    def is_one_of(
        self,
        frame: Frame,
        lacking: list[str],
    ) -> bool:
        """Return whether the organisation stands alone, is joined to one of the event or acts
        with it, or but one is lacking.
        """
        others = {unit.key for unit in self.units} & {*frame.bodies}
        if not others or len(lacking) == 1:
            return True
        beside = {unit.key for unit in self.trial.joined(self.first, self.last)}
        return bool(beside & {*frame.bodies}) or self.is_agent()

    def is_in_place(
        self,
        frame: Frame,
    ) -> bool:
        """Return whether the titles of an event name one of that kind whom the sentence lacks,
        and not this one.
        """
        titled = {key for variant in frame.variants for key in variant}
        kinds = self.trial.speller.kinds
        lacked = titled & {*self.missing(frame)}
        alike = any(kinds.get(name) == kinds.get(self.claim.form) for name in lacked)
        if not alike:
            return False
        return self.claim.form not in titled

    def is_told(
        self,
        frame: Frame,
    ) -> bool:
        """Return whether an event tells of the organisation, in whatever words."""
        if self.claim.form[0] == "_" and self.frames.postings(self.claim.form).get(
            frame.place
        ):
            return True
        return " ".join(self.own_words) in frame.told

    @property
    def own_words(self) -> list[str]:
        """The words of its name, without those that say of what sort it is where others are
        left.
        """
        words = self.text.words[self.first : self.last + 1]
        if self.claim.form[0] == "_":
            return words
        return [each for each in words if not self.words.named("sorts", each)] or words

    def is_said(self, name: str) -> bool:
        """Return whether the text names an organisation, or the sentence says beside this one
        what house or body of a state it is: «посольство».
        """
        if name in self.said or self.trial.speller.kinds.get(name) != sorts.INSTITUTION:
            return name in self.said
        noun = plain(self.trial.label(name)).partition(" ")[0][:ROOT]
        beside = range(self.sentence.first, self.sentence.last)
        own = range(self.first, self.last + 1)
        return any(
            self.text.words[each][:ROOT] == noun for each in beside if each not in own
        )

    def missing(
        self,
        frame: Frame,
    ) -> list[str]:
        """Those who took part, by the titles of an event or else by its list, whom the sentence
        does not name.
        """
        said = {unit.key for unit in self.units}
        titled = {key for variant in frame.variants for key in variant}
        missing = [name for name in frame.bodies if name not in said]
        partners = [name for name in missing if name in titled]
        if not partners and frame.category not in OF_MANY:
            return missing
        return partners

    def stands_for(
        self,
        missing: list[str],
        frame: Frame,
    ) -> bool:
        """Return whether the organisation stands where a missing one would: joined to its
        partner, or as the agent.
        """
        if self.is_reported() or self.is_anchor():
            return False
        if not (self.is_specific_beside(frame) or self.is_nearly_said(frame)):
            return False
        beside = self.trial.joined(self.first, self.last)
        if {unit.key for unit in beside} & set(frame.bodies):
            return True
        kinds = self.trial.speller.kinds
        alike = len(missing) == 1 and kinds.get(missing[0]) == kinds.get(self.claim.form)
        meant = {each.id for each, _ in self.meant_here}
        if not alike:
            return False
        if frame.id not in meant:
            return False
        return self.is_agent() or self.is_subject()

    def is_reported(self) -> bool:
        """Return whether the sentence reports what another has written or dated."""
        return self.says("attributing") or self.says("dating")

    def is_nearly_said(
        self,
        frame: Frame,
    ) -> bool:
        """Return whether the words without the organisation say nearly a whole title of an
        event.
        """
        return any(
            link.frame.id == frame.id and link.likeness >= NEARLY for link in self.links
        )

    def is_agent(self) -> bool:
        """Return whether the organisation stands behind a word such as "by" or "with"."""
        before = (self.text.word(self.first - step) for step in (1, 2))
        return self.words.any("agents", before)

    def is_subject(self) -> bool:
        """Return whether the organisation opens its clause, and what it did follows."""
        first, last = self.clause
        units = self.units
        opens = not any(
            first <= unit.first < self.first
            for unit in units
            if not GENERIC & self.words.named("nouns", self.text.words[unit.first])
        )
        following = self.text.words[self.last + 1 : min(self.last + VERB, last)]
        if not opens:
            return False
        return any(self.words.types(word) for word in following)

    def is_specific_beside(
        self,
        frame: Frame,
    ) -> bool:
        """Return whether the sentence says of an event more than who took part, where, and that
        something happened.
        """
        linker = self.trial.linker
        weight = sum(
            linker.key_weight(unit.key)
            * linker.frames.postings(unit.key).get(frame.place, 0.0)
            for unit in self.units
            if unit.key not in COUNTRIES
            and unit.key not in CITIES
            and unit.kind not in ORGANISED
            and not self.words.types(self.text.words[unit.first])
        )
        return weight >= TELLING

    def is_author(self) -> bool:
        """Return whether the organisation is said to have made the thing: «la convention de
        l’Organisation …».
        """
        begun = max(self.first - ACT, self.sentence.first)
        before = self.text.words[begun : self.first]
        return self.words.any("acts", before)

    @cached_property
    def links(self) -> Links:
        """The events that the sentence without the organisation may mean."""
        inside = range(self.first, self.last + 1)
        whole = self.trial.windows.whole(self.sentence)
        window = [(unit, grade) for unit, grade in whole if unit.first not in inside]
        return self.trial.ranked(self.trial.linked(window))

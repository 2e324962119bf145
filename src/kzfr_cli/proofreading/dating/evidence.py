"""Weigh what speaks for a date being a slip of that of an event, and what speaks against it.

A wrong date is rarely random: it comes near the right one, and the words around it tell the event.
Each of these is a term of a sum, with a weight that `python -m benchmarks.fit_dates` fits on judged
texts; from nought on, the event is surely meant.
"""

from __future__ import annotations

import os
from functools import cache
from itertools import islice
from typing import NamedTuple

from kzfr_cli.proofreading import judging
from kzfr_cli.proofreading.dating.barring import BarredDate
from kzfr_cli.proofreading.dating.certainty import FAR_AWAY
from kzfr_cli.proofreading.dating.limits import (
    FINENESS,
)
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.judging import DateMatch
from kzfr_cli.proofreading.linking import Link, Links
from kzfr_cli.search import weights

FILE = os.path.join(os.path.dirname(__file__), "evidence.toml")

TERMS = (
    "floor",
    "coverage",
    "likeness",
    "explained",
    "behind",
    "span",
    "month",
    "year",
    "yearless",
    "end",
    "months_off",
    "years_off",
    "far",
    "further",
    "settled",
    "spoken",
    "other_step",
    "untold_step",
    "since",
    "wrong_step",
    "whole",
    "of_other",
    "another_act",
    "numbered",
    "vague",
    "unmistakable",
    "sole_step",
    "alone",
)
"""What is added up, each with its weight."""

MOST_EXPLAINED = 4.0
"""What words may add at most by their weight: more say nothing more."""

COMPARED = 3
"""Events of which one may be meant."""

KINDS = {
    "span": "span",
    "list": "span",
    "month": "month",
    "part": "month",
    "season": "month",
    "year": "year",
}
"""The terms for how exact a date is; a day has none."""

RELATIONS = {
    judging.NEAR_END: "end",
    judging.NEAR_MONTHS: "months_off",
    judging.NEAR_YEARS: "years_off",
    judging.FAR: "far",
}
"""The terms for how a date differs; where it is in one component it has none."""


class Suspect(NamedTuple):
    """An event that may be meant, its date that is nearest to that of the text, and how many
    others are likelier.
    """

    link: Link
    match: DateMatch
    behind: int


@cache
def fitted() -> tuple[float, ...]:
    """The weights of the terms."""
    table = weights.numbers(FILE)
    return tuple(table[name] for name in TERMS)


class WeighedDate(BarredDate):
    """A date that differs from those of the events that may be meant."""

    def surest(self, suspects: list[Suspect]) -> Suspect | None:
        """The event that is surely meant, or None."""
        weighed = [(self.weigh(each), each) for each in suspects]
        sure = [each for each in weighed if each[0] >= 0]
        if not sure:
            return None
        return max(sure, key=lambda each: each[0])[1]

    def weigh(self, suspect: Suspect) -> float:
        """What speaks for an event less what speaks against it."""
        terms = self.terms(suspect)
        return sum(weight * term for weight, term in zip(fitted(), terms, strict=True))

    def terms(self, suspect: Suspect) -> list[float]:
        """The terms of an event, unweighted."""
        link, match, behind = suspect
        frame = link.frame
        found = dict.fromkeys(TERMS, 0.0)
        found["floor"] = 1.0
        found["coverage"] = link.coverage
        found["likeness"] = link.likeness
        found["explained"] = min(link.explained, MOST_EXPLAINED)
        found["behind"] = behind
        for name in (KINDS.get(self.moment.kind), RELATIONS.get(match.relation)):
            if name:
                found[name] = 1.0
        found["yearless"] = not self.moment.has_year
        found["further"] = self.is_years_off(match)
        found["settled"] = self.is_settled(link, match)
        found["spoken"] = link.id in self.trial.told
        found["other_step"] = self.is_of_other_step(frame)
        found["untold_step"] = bool(self.asked) and not self.is_step_of(frame)
        found["since"] = self.moment.relation == "since"
        found["wrong_step"] = found["other_step"] and self.is_told_by_day(frame)
        found["whole"] = self.is_whole(link)
        found["of_other"] = self.is_of_other(link)
        found["another_act"] = self.is_of_another_act(link, match)
        found["numbered"] = self.is_coarse and self.is_of_other_number(frame)
        found["vague"] = self.is_vague(match)
        if match.relation in FAR_AWAY:
            found["unmistakable"] = self.is_unmistakable(link)
            found["sole_step"] = self.is_sole_step(link)
            found["alone"] = self.is_told_alone(link)
        return list(found.values())

    def suspects(self, links: Links) -> list[Suspect]:
        """The events of which one may be meant, those first that the date makes likeliest."""
        found = []
        for link in links:
            near, match = self.nearest(link.frame)
            if match is not None and link.score > 0:
                found.append((link.score * self.nearness(near), link, match))
        found.sort(key=lambda item: -item[0])
        pairs = ((link, match) for _, link, match in found)
        refutable = filter(lambda pair: self.may_be_refuted(*pair), pairs)
        return [
            Suspect(link, match, behind)
            for behind, (link, match) in enumerate(islice(refutable, COMPARED))
        ]

    def is_told_by_day(self, frame: Frame) -> bool:
        """Return whether the verb beside a day tells a step that an event has on another."""
        if self.moment.kind != "day" or not self.beside:
            return False
        return self.beside in {each.kind for each in self.relevant(frame)}

    def is_settled(self, link: Link, match: DateMatch) -> bool:
        """Return whether another date of the sentence is the event's, and this one no other step
        of it.
        """
        agreed = self.trial.agreed.get(self.sentence.number, set())
        if self.asked in {each.kind for each in link.frame.dates}:
            return False
        mine = FINENESS.get(self.moment.kind, 1)
        finer = {(name, of) for name, of, kind in agreed if FINENESS.get(kind, 1) >= mine}
        told = link.id in {name for name, _ in finer}
        return (told and bool(self.asked)) or (link.id, match.dated.value) in finer

"""Weigh what speaks for a date being a slip of that of an event, and what speaks against it.

A wrong date is rarely random: it comes near the right one, and the words around it tell the event. Each of these
is a term of a sum, with a weight that `python -m benchmarks.fit_dates` fits on judged texts; from nought on, the
event is surely meant.
"""

from __future__ import annotations

import os
from functools import cache
from typing import NamedTuple

from kzfr_cli.proofreading import judging
from kzfr_cli.proofreading.dating.certainty import CertainDate
from kzfr_cli.proofreading.dating.limits import (
    COARSE_KINDS,
    COMPONENTS,
    ENOUGH,
    FAR_OFF,
    FINENESS,
    MONTH_DAYS,
    NEARNESS,
    NOUN_TELLS,
    SANCTIONED,
    STANDS_FOR,
    WHOLE_LIKENESS,
)
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.judging import DateMatch
from kzfr_cli.proofreading.linking import COUNTRIES, Link, Links
from kzfr_cli.search import weights

NEAREST = judging.AGREE | frozenset((judging.NEAR_COMPONENT, judging.NEAR_END))
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
    "unmistakable",
    "sole_step",
    "alone",
)
"""What is added up, each with its weight."""

GIVEN = judging.AGREE | {judging.PARTIAL}
"""How a date stands to one that a source gives, so that it is not held against the event."""

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


class Candidate(NamedTuple):
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


class WeighedDate(CertainDate):
    """A date that differs from those of the events that may be meant."""

    def surest(self, candidates: list[Candidate]) -> Candidate | None:
        """The event that is surely meant, or None."""
        weighed = [(self.weigh(each), each) for each in candidates]
        sure = [each for each in weighed if each[0] >= 0]
        if not sure:
            return None
        return max(sure, key=lambda each: each[0])[1]

    def weigh(self, candidate: Candidate) -> float:
        """What speaks for an event less what speaks against it."""
        terms = self.terms(candidate)
        return sum(weight * term for weight, term in zip(fitted(), terms, strict=True))

    def terms(self, candidate: Candidate) -> list[float]:
        """The terms of an event, unweighted."""
        link, match, behind = candidate
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
        found["unmistakable"] = self.is_unmistakable(link)
        found["sole_step"] = self.is_sole_step(link)
        found["alone"] = self.is_told_alone(link)
        return list(found.values())

    def candidates_for(self, links: Links) -> list[Candidate]:
        """The events of which one may be meant, those first that the date makes likeliest."""
        found = []
        for link in links:
            near, match = self.nearest(link.frame)
            if match is not None and link.score > 0 and self.may_be_refuted(link, match):
                found.append((link.score * self.nearness(near), link, match))
        found.sort(key=lambda item: -item[0])
        return [
            Candidate(link, match, behind)
            for behind, (_, link, match) in enumerate(found[:COMPARED])
        ]

    def may_be_refuted(self, link: Link, match: DateMatch) -> bool:
        """Return whether a date may be held against that of an event at all."""
        if self.is_to_come_then(link.frame) or self.is_vague(match) or self.is_passed(link):
            return False
        if self.is_of_past(link.frame) or self.is_just_told():
            return False
        if self.is_of_founding(link, match) or self.is_given(link.frame):
            return False
        if self.is_of_another_noun(link.frame):
            return False
        if self.moment.kind in COARSE_KINDS and self.is_of_other_number(link.frame):
            return False
        if self.is_told(link.frame) or self.is_of_other_column(link, match):
            return False
        if self.moment.kind == "year" and self.is_of_figure():
            return False
        if (
            self.is_of_longer(match)
            or self.is_of_years(match)
            or self.is_relative_far(match)
            or self.is_of_office(link)
        ):
            return False
        if self.moment.relation == "since" and self.comes_again(link):
            return False
        if self.is_of_another_act(link, match) or self.is_elsewhere(link.frame):
            return False
        return self.is_near_enough(match)

    def is_given(self, frame: Frame) -> bool:
        """Return whether some source gives the very date for a step of an event that the verb
        may tell.
        """
        return any(self.compare(each) in GIVEN for each in self.relevant(frame))

    def is_of_another_noun(self, frame: Frame) -> bool:
        """Return whether the date belongs to a noun of which an event does not tell: «le décret
        du 25 juin».
        """
        noun = self.noun()
        return noun is not None and self.level(noun, frame) < NOUN_TELLS

    def is_near_enough(self, match: DateMatch) -> bool:
        """Return whether a day without its year differs in a component alone: of others any year
        may be meant.
        """
        is_day = self.moment.kind in ("day", "span", "list")
        return self.moment.has_year or not is_day or match.relation in COMPONENTS

    def is_of_years(self, match: DateMatch) -> bool:
        """Return whether a span of years stands beside an event of some days, or of one year: «le cinéma
        kazakh de 1938 à 2011».
        """
        is_of_years = self.moment.kind == "span" and not self.moment.month
        value = match.dated.date
        return is_of_years and (
            not value.is_interval or judging.days_of(value) <= MONTH_DAYS
        )

    def is_told_by_day(self, frame: Frame) -> bool:
        """Return whether the verb beside a day tells a step that an event has on another."""
        if self.moment.kind != "day" or not self.beside:
            return False
        return self.beside in {each.kind for each in self.relevant(frame)}

    def is_to_come_then(self, frame: Frame) -> bool:
        """Return whether an event is all after the text, whose date is before it: it tells of
        something else.
        """
        today, mine = self.today, self.moment.latest
        if today is None or mine is None or mine > today:
            return False
        begun = [each.date.earliest for each in frame.dates]
        return all(day is not None and (day - today).days > judging.SOON for day in begun)

    def nearness(self, near: str) -> float:
        """What the nearness of a date adds to a link, and its distance takes: slips change one
        component.
        """
        if self.moment.kind in ("day", "span") and near in (judging.NEAR_YEARS, judging.FAR):
            return FAR_OFF
        return NEARNESS.get(near, 1.0)

    def nearest(self, frame: Frame) -> tuple[str, DateMatch | None]:
        """The relevant date of an event that is nearest, and how near it is."""
        order = list(ENOUGH)
        found = [
            match
            for match in self.matched(frame, ("preferred", "accepted"))
            if match.relation in ENOUGH and self.may_be_of(match)
        ]
        if found and self.is_of_other_step(frame):
            return judging.NEAR_COMPONENT, DateMatch(
                dated=found[0].dated,
                relation=judging.NEAR_COMPONENT,
            )
        if not found:
            return "", None
        match = min(found, key=lambda item: order.index(item.relation))
        return match.relation, match

    def may_be_of(self, match: DateMatch) -> bool:
        """Return whether a date may be meant: how a treaty came into force is not, by a day
        without its year and without the verb of the step.
        """
        is_of_step = match.dated.kind in SANCTIONED and self.asked != match.dated.kind
        return self.moment.has_year or not is_of_step

    def is_whole(self, link: Link) -> bool:
        """Return whether something that happens once, or a treaty, is named as a whole."""
        once = link.frame.once or link.frame.category == "treaty"
        if not once:
            return False
        return link.likeness > WHOLE_LIKENESS

    def is_vague(self, match: DateMatch) -> bool:
        """Return whether the event's own date is too uncertain to refute another."""
        value = match.dated.date
        uncertain = value.is_uncertain and match.relation not in COMPONENTS
        if value.precision == "set" and judging.days_of(value) <= MONTH_DAYS:
            return False
        return (
            value.is_approximate
            or uncertain
            or value.precision in ("set", "decade", "century")
        )

    def is_step_of(self, frame: Frame) -> bool:
        """Return whether the verb beside the date asks for a step that an event has."""
        steps = {each.kind for each in self.relevant(frame)}
        return self.asked in steps or bool(steps & {*STANDS_FOR.get(self.asked, ())})

    def is_years_off(self, match: DateMatch) -> bool:
        """Return whether the year of the date is further from that of an event than slips are: of
        "last year" no digit was mistyped.
        """
        mine, own = self.moment.year, match.dated.date.year
        if mine is None or own is None:
            return False
        return abs(mine - own) > judging.YEARS_NEAR

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

    def is_relative_far(self, match: DateMatch) -> bool:
        """Return whether a date counted from the text's own («hier», "this month") is not about
        an event of then.
        """
        if not self.moment.relative:
            return False
        unit, _, anchor = self.moment.relative.partition(" ")
        if self.moment.relation == "since" or self.today is None:
            return True
        if anchor == "text" and unit != "occurrence":
            return True
        far = (judging.FAR, judging.NEAR_YEARS)
        if unit in ("year", "occurrence"):
            return match.relation == judging.FAR or self.is_years_off(match)
        value = match.dated.date
        today = self.today
        recent = value.latest and today and -31 <= (today - value.latest).days <= 31
        return match.relation in far or not recent

    def is_of_sentence_before(self, link: Link) -> bool:
        """Return whether an event is told in the sentence before alone, and this one has names of
        its own: "… He had served in Lyon, and, three years later, in 2002, in Kyiv".
        """
        names = [unit for unit in self.units if unit.is_proper and unit.key not in COUNTRIES]
        if not names or self.sentence.is_row:
            return False
        return not any(self.level(unit, link.frame) for unit in self.units)

    def is_of_other_column(self, link: Link, match: DateMatch) -> bool:
        """Return whether the date of another column of its row comes nearer to that of the event: a
        return stands beside a departure.
        """
        if not self.sentence.is_row or match.relation in COMPONENTS:
            return False
        others = [each for each in self.moments if each.first != self.first]
        return any(judging.compare(each, match.dated) in NEAREST for each in others)

    def is_passed(self, link: Link) -> bool:
        """Return whether the date is that of the vote which texts call the ratification."""
        if self.asked != "ratified":
            return False
        if self.moment.kind != "day":
            return False
        return self.is_at(link.frame, "approved")

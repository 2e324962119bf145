"""Say how surely an event is meant by a date that differs from its own, by how it differs."""

from __future__ import annotations

from functools import cached_property

from kzfr_cli.proofreading import judging
from kzfr_cli.proofreading.dating.excusing import ExcusableDate
from kzfr_cli.proofreading.dating.limits import (
    ALONE,
    ALONE_LIKENESS,
    ALONE_SHARE,
    COARSE_KINDS,
    COMPONENTS,
    DIFFERING,
    FAR_OFF,
    HALF,
    MONTH_DAYS,
    NEARNESS,
    NOUN_TELLS,
    SANCTIONED,
    STANDS_FOR,
    UNMISTAKABLE_LIKENESS,
    UNMISTAKABLE_SHARE,
    WHOLE_LIKENESS,
)
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.judging import DateMatch
from kzfr_cli.proofreading.linking import COUNTRIES, Link, Links
from kzfr_cli.proofreading.vocabulary import TextUnit

FAR_AWAY = frozenset((judging.FAR, judging.NEAR_YEARS))
"""How a date differs that is rather another event's."""


BEGUN = ("founded", "opened")
"""Kinds of dates since which something is there."""


class CertainDate(ExcusableDate):
    """A date that differs from that of an event, which is meant more or less surely."""

    def is_whole(self, link: Link) -> bool:
        """Return whether something that happens once, or a treaty, is named as a whole."""
        once = link.frame.once or link.frame.category == "treaty"
        if not once:
            return False
        return link.likeness > WHOLE_LIKENESS

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
        order = list(DIFFERING)
        found = [
            match
            for match in self.matched(frame, ("preferred", "accepted"))
            if match.relation in DIFFERING and self.may_be_of(match)
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

    def is_of_past(self, frame: Frame) -> bool:
        """Return whether an event is over, where the text tells a day to come without its year."""
        mine, today = self.moment.earliest, self.today
        if self.moment.has_year or mine is None or today is None or mine <= today:
            return False
        ended = frame.preferred.date.latest
        return ended is not None and ended <= today

    @property
    def is_coarse(self) -> bool:
        """Whether the date is but a month or a year."""
        return self.moment.kind in COARSE_KINDS

    def is_of_kind(self, frame: Frame) -> bool:
        """Return whether the date's own clause tells the kind of happening that an event is."""
        begun, ended = self.clause
        kinds = {
            kind for word in self.text.words[begun:ended] for kind in self.words.types(word)
        }
        return any(self.frames.level(f"@{kind}", frame) for kind in kinds)

    def is_of_another_act(self, link: Link, match: DateMatch) -> bool:
        """Return whether a year or a month that is no slip of the event's is rather that of
        something else that was done by the same, or with it: «le consulat de Strasbourg a
        changé de consul en 2023».
        """
        if not self.is_coarse:
            return False
        is_other = any(self.may_be_of_another(unit, link.frame) for unit in self.beside_it)
        is_far = match.relation in FAR_AWAY
        if self.is_step_of(link.frame):
            return is_far and is_other
        if is_far or is_other:
            return is_other or self.untold(link.frame) > 0
        return match.relation in COMPONENTS and self.is_of_nothing_told(link.frame, match)

    @property
    def beside_it(self) -> list[TextUnit]:
        """The units of its clause."""
        begun, ended = self.clause
        return [unit for unit in self.units if begun <= unit.first < ended]

    def untold(self, frame: Frame) -> int:
        """How many units of its clause an event hardly tells."""
        return sum(self.is_little_told(unit, frame) for unit in self.beside_it)

    def is_of_nothing_told(self, frame: Frame, match: DateMatch) -> bool:
        """Return whether the clause tells no step, nor the kind of happening that an event is, and
        the month is years off, or it says several things of which the event tells none.
        """
        if any(map(self.steps_at, range(*self.clause))) or self.is_of_kind(frame):
            return False
        return self.is_years_off(match) or self.untold(frame) > 1

    def may_be_of_another(self, unit: TextUnit, frame: Frame) -> bool:
        """Return whether a unit of which an event does not tell names something else: another kind
        of happening, somebody, a place; not where the month is counted from the text's own day.
        """
        if self.moment.relative or unit.key in COUNTRIES or self.level(unit, frame):
            return False
        return self.is_name(unit) or self.is_happening(unit)

    def is_name(self, unit: TextUnit) -> bool:
        """Return whether a unit is the name of somebody, of a town, or one that nobody knows."""
        if unit.is_proper or unit.kind == "person":
            return True
        return bool(self.words.named("cities", self.text.words[unit.first]))

    def is_happening(self, unit: TextUnit) -> bool:
        """Return whether a unit says a kind of happening that is no step of an act."""
        word = self.text.words[unit.first]
        return bool(self.words.types(word)) and not self.words.facets(word)

    def is_step_of(self, frame: Frame) -> bool:
        """Return whether the verb beside the date asks for a step that an event has."""
        steps = {each.kind for each in self.relevant(frame)}
        if self.moment.relation == "since" and frame.preferred.kind in BEGUN:
            return True
        return self.asked in steps or bool(steps & {*STANDS_FOR.get(self.asked, ())})

    def is_years_off(self, match: DateMatch) -> bool:
        """Return whether the year of the date is further from that of an event than slips are: of
        "last year" no digit was mistyped.
        """
        mine, own = self.moment.year, match.dated.date.year
        if mine is None or own is None:
            return False
        return abs(mine - own) > judging.YEARS_NEAR

    def is_little_told(self, unit: TextUnit, frame: Frame) -> bool:
        """Return whether an event tells neither a unit, nor the kind of happening that it says,
        nor a word that begins as it does.
        """
        if self.level(unit, frame) >= NOUN_TELLS:
            return False
        return not frame.tells_root(self.text.words[unit.first])

    def is_unmistakable(self, link: Link) -> bool:
        """Return whether the words mean a step of one event and no other: one that happens once,
        nearly its whole title, the verb of the step, and no other that comes near.
        """
        if not self.is_step_of(link.frame) or self.moment.kind == "span":
            return False
        if self.comes_again(link) or link.likeness < UNMISTAKABLE_LIKENESS:
            return False
        return self.is_without_rival(link)

    def is_sole_step(self, link: Link) -> bool:
        """Return whether the verb beside the date tells a step of the event, half of whose title
        is said, and of no other that comes near: «L'usine Danone, ouverte en 2013, …».
        """
        steps = {each.kind for each in self.relevant(link.frame)}
        if self.moment.kind != "year" or self.beside not in steps:
            return False
        if self.comes_again(link) or link.likeness < HALF:
            return False
        rivals = self.rivals(link)
        return all(self.nearest(other.frame)[0] == judging.FAR for other in rivals)

    def is_without_rival(self, link: Link) -> bool:
        """Return whether no other event comes near, but those of the same act."""
        return not self.rivals(link)

    def rivals(self, link: Link) -> Links:
        """The other events that come near, but those of the same act, or of a sister elsewhere."""
        return [
            other
            for other in self.links
            if other.id != link.id
            and other.score >= link.score * UNMISTAKABLE_SHARE
            and other.frame.of != link.id
            and not self.is_sister(other.frame, link.frame)
        ]

    def is_sister(self, other: Frame, frame: Frame) -> bool:
        """Return whether an event is of a house of the same kind in another town than the one that
        the clause names.
        """
        if not frame.of or other.of != frame.of or set(other.places) & set(frame.places):
            return False
        said = self.places_said
        return bool(said & {*frame.places}) and said.isdisjoint(other.places)

    @cached_property
    def places_said(self) -> set[str]:
        """The places that its clause names, else those of its sentence."""
        own = {unit.key for unit in self.beside_it if unit.kind == "place"}
        return own or {unit.key for unit in self.units if unit.kind == "place"}

    def is_alone(self, link: Link, relation: str) -> bool:
        """Return whether something that comes again is surely told, a year or two off, and
        nothing like it.
        """
        if relation != judging.NEAR_YEARS:
            return False
        return self.is_told_alone(link)

    def is_told_alone(self, link: Link) -> bool:
        """Return whether something is surely told, and nothing like it whose date is not far
        off.
        """
        if link.score < ALONE or link.likeness < ALONE_LIKENESS:
            return False
        return not any(
            other.frame.category == link.frame.category
            and other.id != link.id
            and other.score >= link.score * ALONE_SHARE
            and self.nearest(other.frame)[0] != judging.FAR
            for other in self.links
        )

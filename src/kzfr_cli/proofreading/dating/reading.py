"""Read a date of a text: the events that it may be of, the step that its verb asks for."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kzfr_cli.proofreading import judging, parting
from kzfr_cli.proofreading.case import Claim, Finding
from kzfr_cli.proofreading.dating import editions, preferring
from kzfr_cli.proofreading.dating.asking import AskingDate
from kzfr_cli.proofreading.dating.limits import (
    ACTED,
    BACK,
    COMPONENTS,
    EDGES,
    FEW_DAYS,
    HALF,
    LOOSE_STEPS,
    NEAR_GRADE,
    NOUN_TELLS,
    SALIENT,
    SAYS_LITTLE,
    SPECIAL,
    STANDS_FOR,
    STEPS,
)
from kzfr_cli.proofreading.framed import day_keys, month_key
from kzfr_cli.proofreading.frames import (
    FIRM,
    Dated,
    Frame,
)
from kzfr_cli.proofreading.judging import AGREE, DateMatch
from kzfr_cli.proofreading.linking import (
    CITIES,
    COUNTRIES,
    Link,
    Links,
)
from kzfr_cli.proofreading.trial import Trial
from kzfr_cli.proofreading.vocabulary import TextUnit
from kzfr_cli.proofreading.windows import Graded

ENDS = frozenset(("until", "before"))
"""What says of a date that something ends then: its verb names no other event, "… and runs until
24 May".
"""

IN_FORCE = "in-force"
"""The step that only «en vigueur», "into force" tell, not the word alone."""


class ReadDate(AskingDate):
    """A date of a text, with what stands around it."""

    def __init__(self, trial: Trial, claim: Claim) -> None:
        super().__init__(trial, claim)
        self._compared: dict[str, str] = {}
        self._matched: dict[tuple[int, Collection[str]], list[DateMatch]] = {}
        self.beside = self.verb_before()
        if not self.beside and not self.is_of_noun():
            self.beside = self.verb_after()
        leans = not self.beside and not self.is_of_noun()
        self.asked = self.only_verb() if leans else self.beside
        if parting.verb_shared(self.sentence, self.first):
            self.beside = self.asked
        self.links = self.candidates()
        if self.asked and not self.beside and not self.is_step_of_likely():
            self.asked = ""
            self._compared.clear()
            self._matched.clear()

    def is_step_of_likely(self) -> bool:
        """Return whether an event that is likely meant, or another of its act, has the step of a
        verb that does not stand beside the date; else the verb is of something else: "the air
        force".
        """
        likely = [link for link in self.links if link.score >= self.links[0].score * HALF]
        return any(
            each.kind == self.asked
            for link in likely
            for frame in self.frames.family(link.frame)
            for each in frame.dates
        )

    def candidates(self) -> Links:
        """The events that the words around the date may mean, the best first."""
        around = self.around
        salient: set[int] = set()
        if self.leans(around):
            salient = set() if self.says_special(around) else self.salient()
            around = [*around, *self.context]
        near = [*self.near(), *salient]
        links = self.better(self.trial.linked(around, near))
        if salient:
            links = self.favoured(links, salient)
        links = preferring.by_step(self.beside, editions.chosen(self, links))
        is_absolute = self.moment.has_year and not self.moment.relative
        if is_absolute:
            return links
        return self.trial.ranked(links)

    def leans(self, around: Graded) -> bool:
        """Return whether the words around the date leave open which event is meant: they say
        little, or nothing but kinds of happening, countries and cities, or have a pronoun.
        """
        if self.says("pronouns") or self.trial.weight_of(around) < SAYS_LITTLE:
            return True
        return not self.says_special(around)

    def says_special(self, around: Graded) -> bool:
        """Return whether some words say more than kinds of happening, countries and cities."""
        weight = self.trial.weight
        special = sum(
            weight(unit) * grade for unit, grade in around if self.is_special(unit)
        )
        return special >= SPECIAL

    def is_special(self, unit: TextUnit) -> bool:
        """Return whether a unit says more than a kind of happening, a country or a city."""
        if unit.key in COUNTRIES or unit.key in CITIES or unit.kind == "period":
            return False
        return not self.words.types(self.text.words[unit.first])

    def salient(self) -> set[int]:
        """The places of the events that the dates of the sentences before were found to mean."""
        numbers = range(max(self.sentence.number - BACK, 0), self.sentence.number)
        meant = self.trial.meant
        return {frame.place for number in numbers for frame, _ in meant.get(number, ())}

    def favoured(self, links: Links, salient: set[int]) -> Links:
        """Links with what it adds that an event was just told of."""
        found = [
            link.expected(link.prior * SALIENT) if link.frame.place in salient else link
            for link in links
        ]
        return sorted(found, key=lambda link: (-link.score, link.id))

    def better(self, links: Links) -> Links:
        """Links, each by the clause of the date alone where that tells its event more surely."""
        if len(self.sentence.clauses) == 1:
            return links
        alone = self.named(self.own, HALF)
        if not alone:
            return links
        known = {link.id: link for link in links}
        found = [
            max(
                (each for each in (known.get(name), alone.get(name)) if each),
                key=lambda link: link.score,
            )
            for name in dict.fromkeys((*known, *alone))
        ]
        return sorted(found, key=lambda link: (-link.score, link.id))

    def named(self, window: Graded, least: float) -> dict[str, Link]:
        """The events that some units name by so much of a title, by their ids."""
        units = [unit for unit, _ in window]
        return {
            link.id: link
            for link in self.trial.linked(window, self.near())
            if link.likeness >= least and self.trial.is_specific(link, units)
        }

    def near_units(self) -> list[TextUnit]:
        """The units that stand near enough to the date to tell what it is of."""
        around = self.around
        near = [unit for unit, grade in around if grade >= NEAR_GRADE]
        leans = self.leans([(unit, 1.0) for unit in near])
        return near + ([unit for unit, _ in self.context] if leans else [])

    def near(self) -> list[int]:
        """The places of the events whose date agrees with this one but for a component."""
        frames, moment = self.frames, self.moment
        if moment.kind not in ("day", "span", "month", "list") or moment.earliest is None:
            return []
        keys = [month_key(moment.earliest.year, moment.earliest.month)]
        if moment.kind != "month":
            keys += day_keys(moment.earliest)
        return list(dict.fromkeys(place for key in keys for place in frames.dated(key)))

    def relevant(self, frame: Frame) -> list[Dated]:
        """The dates of an event that the verb beside the date may speak of."""
        if self.asked == "celebrated":
            return self.with_lasting(frame, list(frame.dates))
        dates = [each for each in frame.dates if each.kind != "celebrated"]
        chosen = self.kinds_asked({each.kind for each in frame.dates})
        dates = self.with_lasting(frame, dates)
        return [each for each in dates if not chosen or each.kind in chosen]

    def kinds_asked(self, kinds: set[str]) -> Collection[str]:
        """The kinds of dates, of some that an event has, that the verb asks for; none where it
        asks for no one.
        """
        if self.asked in STEPS and (self.asked not in LOOSE_STEPS or kinds & STEPS):
            return (self.asked,)
        if self.asked in kinds:
            return STANDS_FOR.get(self.asked, ())
        return ()

    def with_lasting(self, frame: Frame, dates: list[Dated]) -> list[Dated]:
        """Dates of an event, with how long it lasted where the text tells a span."""
        lasted = lasting(frame) if self.moment.kind == "span" else None
        if lasted:
            return [*dates, lasted]
        return dates

    def matched(self, frame: Frame, statuses: tuple[str, ...]) -> list[DateMatch]:
        """How the date stands to the relevant dates of an event of some status, the best first;
        worked out once.
        """
        asked = (frame.place, statuses)
        known = self._matched.get(asked)
        if known is None:
            found = [
                DateMatch(
                    dated=dated,
                    relation=self.compare(dated),
                )
                for dated in self.relevant(frame)
                if dated.status in statuses
            ]
            known = self._matched[asked] = sorted(found, key=by_agreement)
        return known

    def compare(self, dated: Dated) -> str:
        """How the date stands to one of an event; worked out once for each that events have."""
        known = self._compared.get(dated.value)
        if known is None:
            known = self._compared[dated.value] = self.compared(dated)
        return known

    def compared(self, dated: Dated) -> str:
        """How the date stands to one of an event: one on which something opened or closed, to its
        first or last day.
        """
        relation = judging.compare(self.moment, dated)
        edge = EDGES.get(self.asked) or EDGES.get(self.moment.relation)
        if edge is None or relation != judging.INSIDE or self.moment.kind != "day":
            return relation
        value = dated.date
        ends = judging.ends_of(value)
        if len(ends) < 2 or judging.days_of(value) <= FEW_DAYS:
            return relation
        if judging.is_on(self.moment, ends[edge]):
            return judging.INSIDE
        return judging.NEAR_END

    def is_known_closer(self, frame: Frame) -> bool:
        """Return whether the event has a date that is known to the day and differs in one
        component.
        """
        firm = self.matched(frame, FIRM)
        return any(match.relation in COMPONENTS for match in firm)

    def is_at(self, frame: Frame, kind: str) -> bool:
        """Return whether the date is that of a step of the event: parliaments ratify what they
        approve.
        """
        return any(
            each.kind == kind and judging.compare(self.moment, each) in AGREE
            for each in frame.dates
        )

    def is_of_other_step(self, frame: Frame) -> bool:
        """Return whether the date is that of another step of the event than the one the text
        tells.
        """
        relevant = self.relevant(frame)
        others = [
            each
            for each in frame.dates
            if each not in relevant and each.kind != "celebrated"
        ]
        if self.moment.kind == "year" and self.asked and relevant:
            return any(each.date.year == self.moment.year for each in others)
        if self.moment.kind != "day":
            return False
        if relevant and self.asked in STEPS:
            others += self.steps_of_act(frame)
        return any(
            judging.compare(self.moment, each) in AGREE and each.date.precision == "day"
            for each in others
        )

    def steps_of_act(self, frame: Frame) -> list[Dated]:
        """The dates of the other events of the act of an event, but those of the step that the
        text tells.
        """
        others = [*self.dates_of_act(frame)]
        asked = {each.value for each in others if each.kind == self.asked}
        return [each for each in others if each.kind in ACTED and each.value not in asked]

    def dates_of_act(self, frame: Frame) -> Iterator[Dated]:
        """The firm dates of the other events of the act of an event."""
        for other in self.frames.family(frame):
            if other.id != frame.id:
                yield from (each for each in other.dates if each.is_firm)

    def is_of_other(self, link: Link) -> bool:
        """Return whether the date's own clause means another event more surely than this one."""
        own = self.own
        said = sum(
            self.trial.weight(unit)
            for unit, _ in own
            if not self.words.types(self.text.words[unit.first])
        )
        links = self.trial.linked(own) if said >= 1.0 else []
        if not links or links[0].frame.id == link.id:
            return False
        mine = next((each.score for each in links if each.frame.id == link.id), 0.0)
        if links[0].score < 0.3:
            return False
        return mine < links[0].score * 0.6

    def is_named_beside(self, link: Link) -> bool:
        """Return whether the date's own clause says something of the event, or says nothing at all,
        and in "the visit of 3 May" the noun tells the event, too.
        """
        own = self.own
        noun = self.noun()
        if noun is not None and self.level(noun, link.frame) < NOUN_TELLS:
            return False
        units = [unit for unit, _ in own]
        if self.moment.relation in ENDS:
            units = [unit for unit in units if unit.is_proper]
        if not any(map(self.may_name_another, units)):
            return True
        return any(self.level(unit, link.frame) for unit in units)

    def may_name_another(self, unit: TextUnit) -> bool:
        """Return whether a unit may name an event: the database tells it, or it is a name."""
        if unit.key in CITIES or unit.key in COUNTRIES:
            return False
        return unit.is_proper or bool(self.frames.postings(unit.key))

    def told_day(self) -> str:
        """The date in EDTF as exactly as it is told; empty for a part of a year, which its own
        words say.
        """
        moment = self.moment
        if moment.part:
            return ""
        values = moment.values
        is_coarse = len(values) > 1 and values[0].precision in ("year", "month")
        if is_coarse:
            return f"{values[0].text}/{values[-1].text}"
        return moment.text

    def contradict(self, link: Link, match: DateMatch) -> Finding:
        """The finding on a wrong date."""
        found = self.finding(
            "contradicted",
            "wrong-date",
            of=match.dated.value,
            kind=match.dated.kind,
            day=self.told_day(),
            spoken=self.text.said(self.first, self.last),
            step=self.asked if self.asked in STEPS else "",
            part=self.moment.part,
        )
        self.trial.mean(self.sentence, link.frame, self.moment)
        self.trial.wrong_dates.add(self.moment.first)
        return self.on(found, link.frame, match.dated, link.score)


def by_agreement(match: DateMatch) -> int:
    """How far a date is from agreeing with that of an event."""
    return AGREEMENT.get(match.relation, len(AGREEMENT))


AGREEMENT = {
    relation: place
    for place, relation in enumerate(
        (judging.EQUAL, judging.INSIDE, judging.COARSE, judging.PARTIAL)
    )
}
"""How well a date agrees, the best first."""


def lasting(frame: Frame) -> Dated | None:
    """The span from the day on which something opened to that on which it closed, if it did."""
    ends = {
        each.kind: each for each in frame.dates if each.status in ("preferred", "accepted")
    }
    opened, closed = ends.get("opened"), ends.get("closed")
    if opened is None or closed is None or len(opened.value) != len(closed.value):
        return None
    sources = (*opened.sources, *closed.sources)
    value = f"{opened.value}/{closed.value}"
    return Dated(
        kind="occurred",
        value=value,
        status="accepted",
        sources=sources,
    )

"""Judge a time beside the date to which it leads: «signé le 3 mars 2001, il est entré en vigueur
deux ans plus tard, le 7 mai 2003», "sold in February 2016, fourteen months later".
"""

from __future__ import annotations

from collections.abc import Iterator

from kzfr_cli.core.record import replace
from kzfr_cli.proofreading import arithmetic, closeness, thresholds
from kzfr_cli.proofreading.case import Finding
from kzfr_cli.proofreading.claims.elapsing import ElapsedCase
from kzfr_cli.proofreading.moments import Moment

BESIDE = 2
"""Words that may stand between a time and the date to which it leads."""

EXACT = frozenset(("day", "month", "year", "span"))
"""Kinds of dates between which time is counted."""

Ends = tuple[Moment, Moment]
"""The date from which a time is counted, and that to which it leads."""

MOST = 3
"""Years beside that of another date in which one without its year may be."""

FAR = 20
"""How many times as long as it is told a time may be that is told wrongly."""

SURE = thresholds.of("sure")
"""Score from which an event of the words around excuses the number."""


class ApposedCase(ElapsedCase):
    """A time beside the date to which it leads, on trial."""

    def judge(self) -> Finding | None:
        """The verdict by the dates that the text states; None where it states but one, or none
        beside the time.
        """
        led = self.led()
        if led is None or self.claim.form not in ("later", "earlier"):
            return None
        known = [ends for each in self.starts(led) for ends in self.ordered(each, led)]
        right = [each for each in known if self.is_right(*each)]
        if right:
            start, end = right[-1]
            return self.said_of(self.agreement(start.date, "", end.date), start, end)
        if not known or self.is_told(led):
            return None
        return self.wrong_from(*known[-1])

    # ---- the dates

    def led(self) -> Moment | None:
        """The date beside the time, to which it leads: behind it, else before it where the time
        ends its part of the sentence.
        """
        behind = self.last + 1
        for each in self.dates_told():
            if each.first > self.last and self.is_void(behind, each.first):
                return each
        ends = not self.text.gap(self.last).isspace()
        return self.before() if ends else None

    def before(self) -> Moment | None:
        """The date right before the time, in its part of the sentence."""
        begun, _ = self.cell
        near = [each for each in self.dates_told() if begun <= each.first < self.first]
        is_near = bool(near) and self.is_void(near[-1].last + 1, self.first)
        return near[-1] if is_near else None

    def dates_told(self) -> list[Moment]:
        """The dates of the sentence outside the claim."""
        inside = range(self.first, self.last + 1)
        return [
            each for each in self.moments if self.may_end(each) and each.first not in inside
        ]

    def may_end(self, moment: Moment) -> bool:
        """Return whether time may be counted from a date, or to it."""
        if not moment.is_resolved or moment.relative or moment.kind not in EXACT:
            return False
        return moment.first not in self.trial.wrong_dates

    def is_void(self, begun: int, ended: int) -> bool:
        """Return whether hardly a word, and none that tells anything, stands between two tokens."""
        between = range(begun, ended)
        return len(between) <= BESIDE and not any(map(self.tells, between))

    def tells(self, place: int) -> bool:
        """Return whether a token tells of a thing, or of a step."""
        unit = self.trial.windows.unit_at(place)
        is_known = unit is not None and bool(self.frames.postings(unit.key))
        return is_known or bool(self.words.facets(self.text.words[place]))

    def starts(self, led: Moment) -> list[Moment]:
        """The other dates of the sentence that stand before the time, else those of the sentence
        before.
        """
        own = [each for each in self.dates_told() if each.first < min(self.first, led.first)]
        before = self.sentence.previous
        if own or before is None or before.is_row:
            return own
        return list(filter(self.may_end, self.trial.moments_of(before)))

    def ordered(self, start: Moment, led: Moment) -> Iterator[Ends]:
        """A date from which time leads to another, and that, where it follows, or comes before
        where the time goes back; one without its year in each year in which it does, the nearest
        last.
        """
        is_later = self.claim.form == "later"
        for end in self.in_years(led, start):
            first, last = (start, end) if is_later else (end, start)
            if closeness.is_before(first.date, last.date):
                yield start, end

    def in_years(self, led: Moment, start: Moment) -> Iterator[Moment]:
        """A date; one without its year in the years beside that of another, the nearest last."""
        if led.has_year or start.year is None or led.earliest is None:
            yield led
            return
        step = 1 if self.claim.form == "later" else -1
        for apart in range(MOST, -1, -1):
            made = moved(led, start.year + step * apart - led.earliest.year)
            if self.today is None or not made.earliest or made.earliest <= self.today:
                yield made

    # ---- the verdict

    def is_right(self, start: Moment, led: Moment) -> bool:
        """Return whether the number may be that between two dates."""
        return closeness.is_possible(self.claim, start.date, led.date)

    def is_told(self, led: Moment) -> bool:
        """Return whether the number is that from a date of an event that the words around surely
        mean, so that the text may count from it.
        """
        links = [link for link in self.subjects() if link.score >= SURE]
        dates = [each.date for link in links for each in self.dates(link.frame)]
        return any(closeness.is_possible(self.claim, each, led.date) for each in dates)

    def wrong_from(self, start: Moment, led: Moment) -> Finding | None:
        """The finding on a number that two dates refute; None where they are too far from each
        other for a slip.
        """
        of, at = sorted((start.date, led.date), key=lambda value: value.sort_key())
        if arithmetic.spans(of, at, self.claim.unit)[0] > FAR * self.claim.number:
            return None
        facts = self.facts(of, "", at)
        if facts["elapsed"] == facts["number"] and self.is_plain():
            return None
        found = self.finding("contradicted", "wrong-years", **facts)
        return self.said_of(replace(found, expected=str(facts["elapsed"])), start, led)

    def said_of(self, found: Finding, *ends: Moment) -> Finding:
        """The finding, said of the event of one of two dates, else of that which the words around
        may mean.
        """
        known = [each.first for each in ends]
        meant = [frame for frame, moment in self.meant_near if moment.first in known]
        links = self.subjects()
        then = [
            link.frame for link in links if any(self.was(link.frame, end) for end in ends)
        ]
        frames = [*meant, *then, *(link.frame for link in links[:1])]
        return replace(found, event=frames[0].id if frames else "", score=1.0)


def moved(moment: Moment, years: int) -> Moment:
    """A date, so many years later."""
    begun, ended = moment.earliest, moment.latest
    if begun is None or ended is None:
        return moment
    return replace(
        moment,
        earliest=arithmetic.same_day(begun, begun.year + years),
        latest=arithmetic.same_day(ended, ended.year + years),
    )

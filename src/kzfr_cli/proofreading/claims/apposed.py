"""Judge a time beside the date to which it leads: «signé le 3 mars 2001, il est entré en vigueur
deux ans plus tard, le 7 mai 2003», "sold in February 2016, fourteen months later".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kzfr_cli.core.record import replace
from kzfr_cli.proofreading import arithmetic, closeness, durations, thresholds
from kzfr_cli.proofreading.case import Finding
from kzfr_cli.proofreading.claims.elapsing import ElapsedCase
from kzfr_cli.proofreading.frames import Frame
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
        led = self.led() if self.claim.form in ("later", "earlier") else None
        if led is None:
            return None
        known = [ends for each in self.starts(led) for ends in self.ordered(each, led)]
        if found := self.fitting(known):
            return found
        if not known or self.is_told(led):
            return None
        return self.wrong_from(*known[-1])

    def fitting(self, known: Sequence[Ends]) -> Finding | None:
        """The finding on a number that two dates make right, the last of some."""
        for start, end in reversed(known):
            if self.is_right(start, end):
                return self.said_of(self.agreement(start.date, "", end.date), start, end)
        return None

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
        if not own and before is not None and not before.is_row:
            own = list(filter(self.may_end, self.trial.moments_of(before)))
        return [each for each in own if not self.is_parted_from(each)]

    def is_parted_from(self, moment: Moment) -> bool:
        """Return whether another time stands between a date and this one, which is counted from
        that: «en 1993 ; seize ans plus tard …, et cinq ans après, en décembre 2014».
        """
        times = (each for each in durations.find(self.text) if each.form)
        return any(moment.first < each.first and each.behind < self.first for each in times)

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
        years = start.year - led.earliest.year
        for apart in range(MOST, -1, -1):
            made = moved(led, years + step * apart)
            if self.is_past(made):
                yield made

    def is_past(self, moment: Moment) -> bool:
        """Return whether a date is not after the text."""
        if self.today is None or moment.earliest is None:
            return True
        return moment.earliest <= self.today

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
        frame = self.owner([each.first for each in ends]) or self.linked_at(ends)
        return replace(found, event=frame.id if frame else "", score=1.0)

    def owner(self, places: list[int]) -> Frame | None:
        """The event that one of some dates was found to mean."""
        found = (frame for frame, each in self.meant_near if each.first in places)
        return next(found, None)

    def linked_at(self, ends: Sequence[Moment]) -> Frame | None:
        """The event that the words around may mean and that was at one of some dates, else the one
        that they mean most surely.
        """
        frames = [link.frame for link in self.subjects()]
        then = (frame for frame in frames if any(self.was(frame, end) for end in ends))
        return next(then, frames[0] if frames else None)


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

"""Judge a time beside the date to which it leads: «signé le 3 mars 2001, il est entré en vigueur
deux ans plus tard, le 7 mai 2003», "sold in February 2016, fourteen months later".
"""

from __future__ import annotations

from collections.abc import Iterator

from kzfr_cli.core.record import replace
from kzfr_cli.proofreading import arithmetic, thresholds
from kzfr_cli.proofreading.case import Finding
from kzfr_cli.proofreading.claims.elapsing import ElapsedCase
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.moments import Moment

BESIDE = 2
"""Words that may stand between a time and the date to which it leads."""

EXACT = frozenset(("day", "month", "year"))
"""Kinds of dates between which time is counted."""

OFF = 0.5
"""Days by which a number between two days that the text states may be off."""

ROUND = frozenset((8, 15))
"""Days that are a week or two: «huit jours après»."""

FAR = 20
"""How many times as long as it is told a time may be that is told wrongly."""

LIKELY = thresholds.of("likely")


class ApposedCase(ElapsedCase):
    """A time beside the date to which it leads, on trial."""

    def judge(self) -> Finding | None:
        """The verdict by the dates that the text states; None where it states but one, or none
        beside the time.
        """
        led = self.led()
        if led is None or self.claim.form not in ("later", "earlier"):
            return None
        starts = [self.ordered(each, led) for each in self.starts(led)]
        known = [each for each in starts if each is not None]
        fitting = [each for each in known if self.is_right(each, led)]
        if fitting:
            found = self.agreement(fitting[-1].date, "", led.date)
            return self.said_of(found, fitting[-1], led)
        if not known or self.is_told(led):
            return None
        return self.wrong_from(known[-1], led)

    def led(self) -> Moment | None:
        """The date beside the time, to which it leads."""
        near = [each for each in self.own_dates() if self.is_beside(each)]
        return near[0] if len(near) == 1 else None

    def is_beside(self, moment: Moment) -> bool:
        """Return whether hardly a word stands between the time and a date."""
        if moment.kind not in EXACT or moment.first in self.trial.wrong_dates:
            return False
        gap = moment.first - self.last - 1
        if moment.first < self.first:
            gap = self.first - moment.last - 1
        return 0 <= gap <= BESIDE

    def starts(self, led: Moment) -> list[Moment]:
        """The other dates of the sentence that stand before the time, else those of the sentence
        before.
        """
        own = [each for each in self.own_dates() if each is not led and each.first < self.first]
        before = self.sentence.previous
        if own or before is None or before.is_row:
            return [each for each in own if each.kind in EXACT]
        return [each for each in self.trial.moments_of(before) if self.may_start(each)]

    def may_start(self, moment: Moment) -> bool:
        """Return whether time may be counted from a date of the sentence before."""
        return moment.is_resolved and moment.kind in EXACT and not moment.relative

    def ordered(self, start: Moment, led: Moment) -> Moment | None:
        """A date from which time leads to another; None where it is not before it, or behind it
        where the time goes back.
        """
        first, last = (start, led) if self.claim.form == "later" else (led, start)
        if first.earliest is None or last.latest is None:
            return None
        return start if first.earliest < last.latest else None

    def is_right(self, start: Moment, led: Moment) -> bool:
        """Return whether the number is that between two dates."""
        if not self.fits(start.date, led.date):
            return False
        if self.claim.unit != "day" or not (start.is_day and led.is_day):
            return True
        assert start.earliest and led.earliest
        days = abs((led.earliest - start.earliest).days)
        is_loose = not self.is_plain() or self.claim.number in ROUND
        return is_loose or abs(days - self.claim.number) < OFF

    def is_told(self, led: Moment) -> bool:
        """Return whether the number is that from a date of an event that the words around may
        mean, so that the text may count from it.
        """
        at = led.date
        return any(
            self.fits(dated.date, at)
            for frame in self.likely()
            for dated in self.dates(frame)
            if not self.was(frame, led) or dated.date.text != at.text
        )

    def likely(self) -> Iterator[Frame]:
        """The events that the words around may mean."""
        links = self.subjects()
        yield from (link.frame for link in links if link.score >= LIKELY)

    def wrong_from(self, start: Moment, led: Moment) -> Finding | None:
        """The finding on a number that two dates refute; None where they are too far from each
        other for a slip.
        """
        of, at = sorted((start.date, led.date), key=lambda value: value.sort_key())
        if arithmetic.spans(of, at, self.claim.unit)[0] > FAR * self.claim.number:
            return None
        facts = self.facts(of, "", at)
        if facts["elapsed"] == facts["number"]:
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
        then = [link.frame for link in links if any(self.was(link.frame, end) for end in ends)]
        frames = [*meant, *then, *(link.frame for link in links[:1])]
        return replace(found, event=frames[0].id if frames else "", score=1.0)

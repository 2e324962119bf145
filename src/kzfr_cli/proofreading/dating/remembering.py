"""Say whether a date of a text is that on which something older is remembered."""

from __future__ import annotations

from datetime import date

from kzfr_cli.proofreading.dating.reading import ReadDate
from kzfr_cli.proofreading.frames import Dated, Frame


class RememberedDate(ReadDate):
    """A date on which something older may be celebrated."""

    def is_celebration(self, frame: Frame) -> bool:
        """Return whether the date is that of a celebration of an event, or as many years after
        it as the sentence counts: "on 25 January 2032, it will be forty years since …".
        """
        if self.is_told_itself(frame):
            return False
        value = frame.preferred.date
        mine = self.moment.earliest
        if mine is None or value.latest is None:
            if not self.is_celebrating():
                return False
            return mine is None
        if mine.year in self.own_years(frame):
            return False
        return self.is_later(mine, mine.year - value.latest.year)

    def is_told_itself(self, frame: Frame) -> bool:
        """Return whether the verb beside the date tells a step of the event, not its
        celebration.
        """
        if not self.beside:
            return False
        return self.beside in {each.kind for each in own_dates(frame)}

    def is_later(self, mine: date, later: int) -> bool:
        """Return whether a day, so many years after an event, is one on which it is remembered."""
        counted = self.trial.counted.get(self.sentence.number, ())
        if counted and later not in counted and self.is_past():
            return False
        coming = bool(counted) and self.today is not None and mine > self.today
        if later <= 0:
            return False
        return self.is_celebrating() or coming or later in counted

    def is_celebrating(self) -> bool:
        """Return whether the sentence tells of an anniversary; where it has several dates, the
        clause of this one.
        """
        if not self.trial.is_celebrating(self.sentence):
            return False
        if len(self.moments) == 1:
            return True
        begun, ended = self.clause
        inside = range(begun, ended)
        return any(self.text.has("celebrate", place) for place in inside) or any(
            place in inside for place in self.trial.jubilee_tokens
        )

    def is_past(self) -> bool:
        """Return whether the date is a mere year long before the text's own."""
        today, mine = self.today, self.moment.earliest
        past = bool(today and mine and today.year - mine.year > 1)
        if not past:
            return False
        return self.moment.kind == "year"

    def own_years(self, frame: Frame) -> set[int | None]:
        """The years in which an event was, or one of its steps."""
        return {each.date.year for each in own_dates(frame) if each.is_firm}


def own_dates(frame: Frame) -> list[Dated]:
    """The dates of an event but those of its celebrations."""
    return [each for each in frame.dates if each.kind != "celebrated"]

"""Say what bars a date from being held against an event, however likely the event is."""

from __future__ import annotations

from kzfr_cli.proofreading import judging
from kzfr_cli.proofreading.dating import editions
from kzfr_cli.proofreading.dating.certainty import BEGUN, FAR_AWAY, CertainDate
from kzfr_cli.proofreading.dating.limits import (
    COMPONENTS,
    ISO_LENGTH,
    MONTH_DAYS,
    NOUN_TELLS,
)
from kzfr_cli.proofreading.frames import Dated, Frame
from kzfr_cli.proofreading.judging import DateMatch
from kzfr_cli.proofreading.linking import Link

NEAREST = judging.AGREE | COMPONENTS
"""How a date stands to the one that it is of, or is a slip of."""


class BarredDate(CertainDate):
    """A date that may surely be of something else."""

    def may_be_refuted(self, link: Link, match: DateMatch) -> bool:
        """Return whether a date may be held against that of an event at all."""
        frame = link.frame
        if self.is_to_come_then(frame) or self.is_of_past(frame):
            return False
        if self.is_given(frame) or self.is_told(frame) or self.is_passed(link):
            return False
        if self.is_of_something_else(link, match) or self.is_of_edition(link, match):
            return False
        if self.is_of_other_column(match):
            return False
        return self.is_near_enough(match)

    def is_of_something_else(self, link: Link, match: DateMatch) -> bool:
        """Return whether a date is surely that of something of which the event does not tell."""
        if self.is_of_years(match) or self.is_of_longer(match):
            return True
        if self.is_just_told() or self.is_relative_far(match):
            return True
        if self.is_of_another_noun(link.frame) or self.is_elsewhere(link.frame):
            return True
        if self.is_of_figure(link.frame):
            return True
        if self.is_of_founding(link, match) or self.is_of_seat(link.frame):
            return True
        if match.relation in FAR_AWAY and self.is_of_another_act(link, match):
            return True
        return self.is_of_office(link)

    def is_of_edition(self, link: Link, match: DateMatch) -> bool:
        """Return whether a date is rather that of another edition of what comes again, or since
        which it has come again.
        """
        is_near = match.relation in COMPONENTS
        if self.moment.relation == "since" and self.comes_again(link) and not is_near:
            return True
        frame = link.frame
        if (
            self.moment.kind == "day"
            or self.is_of_its_place(frame)
            or self.is_of_start(frame)
        ):
            return False
        return editions.is_of_another(self, frame, self.moment)

    def is_of_its_place(self, frame: Frame) -> bool:
        """Return whether one of several houses of a kind, each founded but once, is told with its
        town, and hardly anything besides.
        """
        if frame.preferred.kind not in BEGUN or self.untold(frame):
            return False
        return not self.places_said.isdisjoint(frame.places)

    def is_of_start(self, frame: Frame) -> bool:
        """Return whether the verb beside the date tells the beginning of a series, which an event
        alone is.
        """
        begun = frame.preferred.kind
        if begun not in BEGUN or self.beside != begun or self.untold(frame):
            return False
        family = self.frames.family(frame)
        return sum(each.preferred.kind == begun for each in family) == 1

    def is_given(self, frame: Frame) -> bool:
        """Return whether some source gives the very date for a step of an event that the verb
        may tell. What begins on a day need not open then: "works on the plant began on …".
        """
        if any(map(self.is_date_of, self.relevant(frame))):
            return True
        return self.is_of_beginning() and self.is_date_of(frame.preferred)

    def is_of_beginning(self) -> bool:
        """Return whether its clause says that something began."""
        begun, ended = self.clause
        return self.words.any("beginning", self.text.words[begun:ended])

    def is_date_of(self, dated: Dated) -> bool:
        """Return whether a date is that which a source gives, or a day of the month or the year
        that it gives.
        """
        relation = self.compare(dated)
        is_of_day = len(dated.value) >= ISO_LENGTH
        return relation in judging.AGREE or (relation == judging.PARTIAL and not is_of_day)

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
        """Return whether a span of years stands beside an event of some days, or of one year:
        «le cinéma kazakh de 1938 à 2011».
        """
        is_of_years = self.moment.kind == "span" and not self.moment.month
        value = match.dated.date
        return is_of_years and (
            not value.is_interval or judging.days_of(value) <= MONTH_DAYS
        )

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

    def is_passed(self, link: Link) -> bool:
        """Return whether the date is that of the vote which texts call the ratification."""
        if self.asked != "ratified":
            return False
        if self.moment.kind != "day":
            return False
        return self.is_at(link.frame, "approved")

    def is_of_other_column(self, match: DateMatch) -> bool:
        """Return whether the date of another column of its row comes nearer to that of the event, a
        return stands beside a departure; or, of a sentence, where this one is far from it.
        """
        if match.relation in COMPONENTS or not (
            self.sentence.is_row or match.relation == judging.FAR
        ):
            return False
        others = [each for each in self.moments if each.first != self.first]
        return any(judging.compare(each, match.dated) in NEAREST for each in others)

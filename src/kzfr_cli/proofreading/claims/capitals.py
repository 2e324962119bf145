"""Find and judge the names of the capital, which changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from kzfr_cli.core.event import Name, NamePeriod
from kzfr_cli.core.record import replace
from kzfr_cli.languages import folding
from kzfr_cli.languages.letters import is_cyrillic
from kzfr_cli.proofreading import (
    arithmetic,
    durations,
    lexicon,
    thresholds,
)
from kzfr_cli.proofreading.case import (
    Case,
    Claim,
    Finding,
)
from kzfr_cli.proofreading.claims import scores, seats, towns
from kzfr_cli.proofreading.claims.of_days import Days, days_of, in_edtf
from kzfr_cli.proofreading.framed import NAMED_PLACE
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.moments import Moment
from kzfr_cli.proofreading.text import Text
from kzfr_cli.proofreading.trial import Trial

CAPITAL = "astana"
TOKEN = "_astana"
CAPITAL_SINCE = date(1997, 12, 10)
"""Before it became the capital the database does not date its names."""

CAPITAL_TAG = "capital"
"""The tag of what happened to it."""

FORMER_CAPITAL = "_almaty"
LATER_NAMES = frozenset(("astan", "nursu"))
"""How the names begin that the city bears since 1998."""

LIKELY = thresholds.of("likely")
MEANT = thresholds.of("passing")
"""Scores from which an event may be meant, and is meant where the text tells of its own day."""

ROOT = 5
GLUE = (" ", "-", " - ")


def find(trial: Trial) -> Iterator[Claim]:
    """The names of the capital in a text, and of the former one where it is said to be it."""
    for sentence in trial.text.sentences:
        for unit in trial.windows.units(sentence):
            is_former = unit.key == FORMER_CAPITAL
            if is_former and seats.is_called_capital(trial, unit.first, unit.last):
                yield Claim(
                    kind="name",
                    first=unit.first,
                    last=unit.last,
                    form="former",
                )
            is_side = scores.is_of_side(trial, unit.first)
            if unit.key == TOKEN and is_place(trial, unit.first, unit.last) and not is_side:
                yield Claim(
                    kind="name",
                    first=unit.first,
                    last=unit.last,
                    form="capital",
                )


def is_place(trial: Trial, first: int, last: int) -> bool:
    """Return whether the capital's name stands for the city: not in «Air Astana» or «Astana
    Opera».
    """
    text = trial.text
    if is_declined(text, last):
        return True
    following = text.word(last + 1)
    glued = (
        following
        and text.gap(last) in GLUE
        and text.is_capital(last + 1)
        and not lexicon.load().has("joints", following)
    )
    previous = text.word(first - 1)
    before = previous and text.gap(first - 1) in GLUE and text.is_capital(first - 1)
    named = before and text.sentence(first).first != first - 1 and len(previous) > 2
    if glued:
        return False
    return not named


def is_declined(text: Text, place: int) -> bool:
    """Return whether a word of Kazakh stands in the case of a place, which no part of a name
    does: «Астанада», «Нұр-Сұлтанға».
    """
    word = text.words[place]
    return is_cyrillic(word) and lexicon.load().ends("place_endings", word)


def judge(trial: Trial, claim: Claim) -> Finding:
    """Judge a name of the capital."""
    return CapitalCase(trial, claim).judge()


class CapitalCase(Case):
    """A name of the capital on trial."""

    def judge(self) -> Finding:
        """The verdict on it: the name that the city bore at the date of the sentence."""
        name = self.frames.index.name(CAPITAL)
        if name is None or (self.is_of_renaming() and not self.is_of_then()):
            return self.unknown("no-event")
        if why := self.attitude():
            return self.unknown(why)
        day, frame = self.day()
        if self.claim.form == "former":
            return self.of_former(name, day, frame)
        if day is not None and day[1] < CAPITAL_SINCE:
            return self.before_the_name(frame, day)
        if day is None or day[0] < CAPITAL_SINCE:
            return self.unknown("no-date")
        period = period_of(name, *day)
        if period:
            return self.by_period(name, period, day, frame)
        return self.unknown("no-date")

    def of_former(
        self,
        name: Name,
        day: Days | None,
        frame: Frame | None,
    ) -> Finding:
        """The verdict on the former capital where it is said to be the capital."""
        is_bound = any(each.relation for each in self.moments) or self.is_of_change(frame)
        if day is None or day[0] <= CAPITAL_SINCE <= day[1] or is_bound:
            return self.unknown("no-date")
        if day[1] < CAPITAL_SINCE:
            return self.unknown("no-event")
        period = period_of(name, *day)
        if period is None:
            return self.unknown("no-date")
        label = self.label(period, name)
        found = self.finding(
            "contradicted",
            "wrong-name",
            name=label,
            when=day[0].isoformat(),
            written=self.text.said(self.first, self.last),
        )
        return replace(
            found,
            event=frame.id if frame else "",
            expected=label,
            sources=period.sources,
            score=1.0,
            suggestions=(label,),
        )

    def by_period(
        self,
        name: Name,
        period: NamePeriod,
        day: Days,
        frame: Frame | None,
    ) -> Finding:
        """The verdict by the name that the city bore on the days of which the sentence speaks."""
        written = self.text.said(self.first, self.last)
        label = self.label(period, name)
        when = in_edtf(day)
        facts = {
            "name": label,
            "when": when,
            "written": written,
        }
        if not bears(written, period):
            if frame is None and self.is_of_another_day(name, written):
                return self.unknown("no-date")
            if seats.is_site(self) or seats.is_told_before(self):
                return self.unknown("no-date")
            found = self.finding("contradicted", "wrong-name", **facts)
            found = replace(found, suggestions=(label,))
        elif frame is None or not self.is_in(frame):
            return self.unknown("no-event")
        else:
            found = self.finding("supported", "right-name", **facts)
        event = frame.id if frame else ""
        return replace(
            found,
            event=event,
            expected=label,
            sources=period.sources,
            score=1.0,
        )

    def before_the_name(self, frame: Frame | None, day: tuple[date, date]) -> Finding:
        """The verdict on a name that the city did not bear yet, where the event was in the
        capital of then.
        """
        written = self.text.said(self.first, self.last)
        is_placed = towns.is_placed(self.trial, self.first)
        is_too_early = is_placed and self.is_named_too_early(frame, written)
        if not (is_too_early or self.is_seat()):
            return self.unknown("no-date")
        label = self.trial.label(FORMER_CAPITAL)
        found = self.finding(
            "contradicted",
            "wrong-name",
            name=label,
            when=in_edtf(day),
            written=written,
        )
        return replace(
            found,
            event=frame.id if frame else "",
            expected=label,
            suggestions=(label,),
            score=1.0,
        )

    def is_of_change(self, frame: Frame | None) -> bool:
        """Return whether the sentence counts from or to the day on which the capital changed."""
        if self.words.any("after", self.own_words):
            return True
        return frame is not None and CAPITAL_TAG in frame.tags

    def is_seat(self) -> bool:
        """Return whether the city is said to be the capital, not to become it."""
        own = self.own_words
        if any(self.words.any(name, own) for name in ("planned", "coming", "deciding")):
            return False
        return seats.is_called_capital(self.trial, self.first, self.last)

    def is_named_too_early(self, frame: Frame | None, written: str) -> bool:
        """Return whether a later name stands for the capital of then, where an event was."""
        if frame is None or FORMER_CAPITAL not in frame.places or self.is_in(frame):
            return False
        return root_of(written) in LATER_NAMES

    def is_of_another_day(self, name: Name, written: str) -> bool:
        """Return whether the event that the sentence means bore that name out, whatever date the
        text gives it.
        """
        links = self.trial.links(self.sentence)[:2]
        likely = [link.frame for link in links if link.score >= LIKELY]
        return any(self.was_in_under(frame, name, written) for frame in likely)

    def was_in_under(self, frame: Frame, name: Name, written: str) -> bool:
        """Return whether an event was in the capital when it bore the name that is written."""
        value = frame.preferred.date
        if value.earliest is None or value.latest is None or not self.is_in(frame):
            return False
        period = period_of(name, value.earliest, value.latest)
        return period is not None and bears(written, period)

    def is_in(self, frame: Frame) -> bool:
        """Return whether an event was in the capital."""
        return self.frames.level(TOKEN, frame) >= NAMED_PLACE

    def is_of_renaming(self) -> bool:
        """Return whether its part of the sentence tells of the city's names."""
        if len(self.roots) > 1:
            return True
        return self.words.any("renaming", self.own_words)

    @property
    def own_words(self) -> list[str]:
        """The words of its part of the sentence."""
        begun, ended = self.cell
        return self.text.words[begun:ended]

    @property
    def roots(self) -> set[str]:
        """The names of the capital that its part of the sentence says, by their roots."""
        begun, ended = self.cell
        return {
            root_of(self.text.said(unit.first, unit.last))
            for unit in self.units
            if unit.key == TOKEN and begun <= unit.first < ended
        }

    def is_of_then(self) -> bool:
        """Return whether the sentence says what the capital was called then, by one name:
        «в столице, носившей тогда имя Астана».
        """
        words = self.own_words
        is_then = self.words.any("back_then", words)
        return len(self.roots) == 1 and is_then and self.words.any("capital_city", words)

    def day(self) -> tuple[Days | None, Frame | None]:
        """The days of which the sentence speaks, and the event that was then."""
        own = [each for each in self.moments if each.kind != "weekday"]
        beside = self.beside(own)
        meant = self.meant_here
        if beside and len(own) > 1:
            meant = [pair for pair in meant if pair[1] in beside]
            if not meant:
                return days_of(beside[0]), None
        if meant:
            nearest = min(meant, key=lambda pair: abs(pair[1].first - self.first))
            return self.day_meant(*nearest), nearest[0]
        return self.day_stated([each for each in own if each.is_resolved])

    def beside(self, own: list[Moment]) -> list[Moment]:
        """The dates with a year in the name's own clause."""
        begun, ended = self.clause
        return [
            each
            for each in own
            if begun <= each.first < ended and each.is_resolved and each.has_year
        ]

    def day_meant(self, frame: Frame, moment: Moment) -> Days | None:
        """The days of an event, as the text gives them where it is right."""
        if (
            moment.is_resolved
            and moment.has_year
            and moment.first not in self.trial.wrong_dates
        ):
            return days_of(moment)
        value = frame.preferred.date
        if value.earliest and value.latest:
            return (value.earliest, value.latest)
        return None

    def day_stated(self, own: list[Moment]) -> tuple[Days | None, Frame | None]:
        """The days that the sentence states, the only ones; else those of the event near the
        text's own date.
        """
        stated = [each for each in own if each.has_year]
        if len(stated) == 1:
            return days_of(stated[0]), None
        if own and not stated:
            return days_of(own[0]), None
        return self.by_event(bool(own))

    def by_event(self, dated: bool) -> tuple[tuple[date, date] | None, Frame | None]:
        """The days of an event near the text's own date that the sentence surely means."""
        today = self.day_told()
        if dated or today is None or self.trial.is_celebrating(self.sentence):
            return None, None
        for link in self.trial.links(self.sentence)[:2]:
            value = link.frame.preferred.date
            if (
                link.score >= MEANT
                and value.earliest
                and value.latest
                and abs((today - value.latest).days) <= 31
            ):
                return (value.earliest, value.latest), link.frame
        return None, None

    def day_told(self) -> date | None:
        """The text's own day, or that of so many years ago, where the sentence says so."""
        today = self.trial.today
        begun, ended = self.cell
        ago = [
            each
            for each in durations.find(self.text)
            if each.form == "ago" and begun <= each.first < ended
        ]
        if not ago or today is None:
            return today
        years = int(ago[0].number) if len(ago) == 1 and ago[0].unit == "year" else 0
        if years:
            return arithmetic.same_day(today, today.year - years)
        return None

    def label(self, period: NamePeriod, name: Name) -> str:
        """The right name in the language of the text."""
        return period.label.get(self.trial.tongue) or name.label.get(self.trial.tongue, "")


@lru_cache(maxsize=4096)
def root_of(written: str) -> str:
    """The letters by which a name of the capital is known, whatever its case and spelling."""
    bare = "".join(folding.words(written)).replace("ou", "u").replace("q", "k")
    return bare[:ROOT]


def bears(written: str, period: NamePeriod) -> bool:
    """Return whether a name is that of a period."""
    return root_of(written) in {root_of(label) for label in period.label.values()}


def period_of(name: Name, first: date, last: date) -> NamePeriod | None:
    """The period of a name that holds some days, the only one."""
    found = [
        period
        for period in name.periods
        if ((period.start.earliest if period.start else None) or date.min) <= first
        and last <= ((period.end.latest if period.end else None) or date.max)
    ]
    if len(found) == 1:
        return found[0]
    return None

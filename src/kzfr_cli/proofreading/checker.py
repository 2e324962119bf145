"""Check a text: find its claims, link and judge each, the same way every time."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.record import replace
from kzfr_cli.languages import kazakh_cyrillic
from kzfr_cli.proofreading import (
    durations,
    moments,
)
from kzfr_cli.proofreading.case import Finding
from kzfr_cli.proofreading.cited import Citations
from kzfr_cli.proofreading.claims import (
    anniversaries,
    bodies,
    borne,
    capitals,
    counts,
    dates,
    elapsed,
    figures,
    lengths,
    people,
    places,
    regions,
    scores,
    strangers,
    weekdays,
)
from kzfr_cli.proofreading.frames import Frames, is_long_after
from kzfr_cli.proofreading.linking import Linker
from kzfr_cli.proofreading.text import Text
from kzfr_cli.proofreading.trial import Trial
from kzfr_cli.store.index.reading import Index

KINDS = (
    dates,
    anniversaries,
    elapsed,
    lengths,
    borne,
    weekdays,
    capitals,
    bodies,
    people,
    places,
    regions,
    counts,
    scores,
    figures,
)
"""The kinds of claims, each with `find` and `judge`, in the order in which they are judged."""

LAST_STEPS = frozenset(("ratified", "in-force"))
"""Steps of an act that a text may tell before they were taken: that is its error."""

WHERE_AND_WHO = frozenset(("wrong-place", "wrong-organisation", "wrong-person"))
"""The findings on where something was, and of whom; the name of a capital is wrong by its day
alone.
"""

HEADER = 60
"""Tokens at the beginning of a text among which its dateline is looked for."""


class Checker:
    """Check texts against one database."""

    def __init__(self, index: Index) -> None:
        self.linker = Linker(Frames(index))

    @cached_property
    def citations(self) -> Citations:
        """The pages that a text may cite."""
        return Citations(self.linker.frames.index)

    def check(self, text: str, as_of: PartialDate | None = None) -> list[Finding]:
        """The findings on a text, in its order; `as_of` is the text's own date.

        Kazakh that is typed in Latin letters is read as its Cyrillic is spelt.
        """
        spelt = kazakh_cyrillic.spelt(text)
        if spelt is None:
            return self.read(text, as_of)
        return [
            replace(
                each,
                start=spelt.places[each.start],
                end=spelt.places[each.end],
            )
            for each in self.read(spelt.text, as_of)
        ]

    def read(self, text: str, as_of: PartialDate | None) -> list[Finding]:
        """The findings on a text as it is spelt, of which nothing else is kept: its sentences refer
        back to it, so that it would wait for the collector, which commands do without.
        """
        read = Text(text)
        found = self.judge(read, as_of)
        read.sentences.clear()
        return found

    def judge(self, text: Text, as_of: PartialDate | None) -> list[Finding]:
        """The findings on a text that is read."""
        trial = Trial(text, moments.read(text, as_of), self.linker, as_of)
        trial.jubilee_tokens.update(claim.first for claim in anniversaries.find(trial))
        trial.jubilees.update(text.sentence(place).number for place in trial.jubilee_tokens)
        for years in durations.find(text):
            if years.unit == "year":
                sentence = text.sentence(years.first).number
                trial.counted.setdefault(sentence, set()).add(years.number)
        dates.prepare(trial, list(dates.find(trial)))
        judged = [kind.judge(trial, claim) for kind in KINDS for claim in kind.find(trial)]
        kept = [meant(trial, each) for each in judged if each is not None]
        trial.cases.clear()
        return ordered(self.citations.excused(text, of_one_happening(text, kept)))


def meant(trial: Trial, found: Finding) -> Finding:
    """A finding; without its verdict where the event that speaks against the text is hardly meant.
    A day that its month does not have is wrong whatever it is of.
    """
    if found.code == "impossible-day":
        return found
    return of_its_event(trial, in_its_time(trial, found))


def in_its_time(trial: Trial, found: Finding) -> Finding:
    """A finding; without its verdict where the event that speaks against the text came long after
    it was written, and the text tells of no day to come, nor of a step that was still to come.
    """
    if found.verdict != "contradicted" or found.facet in LAST_STEPS:
        return found
    frame = trial.frames.of_id(found.event)
    if frame is None or is_of_future(trial, found):
        return found
    if not is_long_after(frame, trial.today):
        return found
    return unjudged(found)


def of_its_event(trial: Trial, found: Finding) -> Finding:
    """A finding; without its verdict where the text likely speaks of something else than the
    event that speaks against it.
    """
    if found.verdict != "contradicted" or not strangers.are_meant(trial, found):
        return found
    return unjudged(found)


def of_one_happening(text: Text, found: list[Finding]) -> list[Finding]:
    """Findings; without the verdicts on a year and on a place, a body or a person of the same
    sentence that both differ from those of one event: they tell of another happening.
    """
    years, others = set(), set()
    for each in found:
        if each.verdict != "contradicted":
            continue
        moment = each.claim.moment
        if each.code in WHERE_AND_WHO:
            others.add(told_at(text, each))
        elif each.claim.kind == "date" and moment is not None and moment.kind == "year":
            years.add(told_at(text, each))
    apart = years & others
    if not apart:
        return found
    return [unjudged(each) if told_at(text, each) in apart else each for each in found]


def told_at(text: Text, found: Finding) -> tuple[str, int]:
    """The event of a finding, and the number of its sentence."""
    return found.event, text.sentence(found.claim.first).number


def unjudged(found: Finding) -> Finding:
    """A finding without its verdict."""
    return replace(
        found,
        verdict="unknown",
        code="no-event",
        suggestions=(),
    )


def is_of_future(trial: Trial, found: Finding) -> bool:
    """Return whether a finding is on a date after that of the text, or on a time still to pass."""
    if found.claim.form == "ahead":
        return True
    moment = found.claim.moment
    if moment is None or moment.latest is None:
        return False
    return trial.today is not None and moment.latest > trial.today


class Checked:
    """The findings of a text, in its order; `as_of` is its own date, of its dateline when
    not given.
    """

    def __init__(
        self,
        index: Index,
        text: str,
        as_of: PartialDate | None = None,
    ) -> None:
        read = Text(text)
        self.as_of = as_of or dateline(read)
        self.findings = Checker(index).check(text, self.as_of) if may_claim(read) else []

    @property
    def lacks_date(self) -> bool:
        """Return whether a claim could not be judged for want of the text's own date."""
        if self.as_of is not None:
            return False
        return any(item.code == "no-date" for item in self.findings)


def may_claim(text: Text) -> bool:
    """Return whether a text says anything at all."""
    return bool(text.words)


def ordered(found: Iterable[Finding]) -> list[Finding]:
    """Findings in the order of the text."""
    return sorted(found, key=lambda item: (item.start, item.end))


def dateline(text: Text) -> PartialDate | None:
    """The day under which a text stands: alone on its line, or after a place: «Paris, le
    20 mai 2018».
    """
    for moment in moments.read(text, None):
        if moment.first > HEADER:
            return None
        if not moment.is_day or moment.relative:
            continue
        begin = text.plain.rfind("\n", 0, text.starts[moment.first]) + 1
        before = [start for start in text.starts[: moment.first] if start >= begin]
        rest = text.plain[text.ends[moment.last] :].lstrip(" )")[:1]
        if len(before) <= 3 and rest in ("\n", "", "-", "|"):
            return moment.date
    return None


def check(index: Index, text: str, as_of: PartialDate | None = None) -> list[Finding]:
    """Judge every claim of a text, in the order of the text; `as_of` is the text's own date."""
    return Checked(index, text, as_of).findings

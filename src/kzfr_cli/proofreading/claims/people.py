"""Find and judge persons who are said to have done what another holder of their office did: the president of then.

Somebody is held against a text only where the event of its date names the one who held that office on that day, whom
the sentence lacks, and tells nothing of the one it names, who did not hold it yet or any more.
"""

from __future__ import annotations

from collections.abc import Iterator

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.event import Office
from kzfr_cli.proofreading import judging, thresholds
from kzfr_cli.proofreading.case import Case, Claim, Finding
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.framing import day_keys
from kzfr_cli.proofreading.moments import Moment
from kzfr_cli.proofreading.trial import Trial

HIGH = frozenset(("president", "prime-minister"))
"""Offices of which everybody knows who held them."""

DATED = frozenset(("day", "span", "month"))
"""Dates that are exact enough to tell which event is meant."""

GLUE = (" ", "-")

LIKELY = thresholds.of("weak")
"""Score from which an event of the very day is meant by a sentence without its person."""


def find(trial: Trial) -> Iterator[Claim]:
    """The persons of sentences with a date that stand for themselves, not in the name of a foundation."""
    for sentence in trial.text.sentences:
        if not trial.moments_of(sentence):
            continue
        for unit in trial.windows.units(sentence):
            if unit.kind == "person" and not is_in_name(trial, unit.first, unit.last):
                yield Claim(kind="name", first=unit.first, last=unit.last, form=unit.key)


def is_in_name(trial: Trial, first: int, last: int) -> bool:
    """Return whether a person is part of the name of something: "Nazarbayev University"."""
    text = trial.text
    behind = text.gap(last) in GLUE and is_of_name(trial, last + 1)
    before = text.gap(first - 1) in GLUE and is_of_name(trial, first - 1)
    titled = text.has("presidents", first - 1) or text.sentence(first).first == first - 1
    return behind or (before and not titled)


def is_of_name(trial: Trial, place: int) -> bool:
    """Return whether a word beside a person may make a name with him: a capitalised one, but no place."""
    unit = trial.windows.unit_at(place) if trial.text.is_capital(place) else None
    return unit is not None and unit.kind != "place"


def judge(trial: Trial, claim: Claim) -> Finding | None:
    """Judge a person; None where nothing speaks against him."""
    return PersonCase(trial, claim).judge()


class PersonCase(Case):
    """A person on trial."""

    def judge(self) -> Finding | None:
        """The finding on somebody in whose place the event names another, or None."""
        if self.attitude() or self.says("attributing") or self.says("celebrate"):
            return None
        frames = self.events()
        if any(self.frames.level(self.claim.form, frame) for frame in frames):
            return None
        lacked = [(frame, self.holders(frame)) for frame in frames]
        wanted = {name for _, names in lacked for name in names}
        if len(wanted) != 1:
            return None
        frame = next(frame for frame, names in lacked if names)
        return self.wrong(frame, wanted.pop())

    def events(self) -> list[Frame]:
        """The events that the dates of the person's own clause mean, where nothing is counted from it."""
        begun, ended = self.clause
        if self.words.any("after", self.text.words[begun : self.claim.first]):
            return []
        own = [each for each in self.moments if begun <= each.first < ended]
        exact = [each for each in own if self.is_exact(each)]
        meant = [frame for frame, moment in self.meant_here if moment in exact]
        if not meant and len(self.moments) == 1:
            return [frame for moment in exact for frame in self.then(moment)]
        return meant

    def then(self, moment: Moment) -> list[Frame]:
        """The events of the very day of a date that the sentence may mean, but for its person."""
        if moment.kind == "month" or not moment.has_year or moment.earliest is None:
            return []
        whole = self.trial.windows.whole(self.sentence)
        others = [(unit, grade) for unit, grade in whole if unit.first != self.claim.first]
        near = self.frames.dated(day_keys(moment.earliest)[1])
        return [
            link.frame
            for link in self.trial.linked(others, near)
            if link.score >= LIKELY and self.was(link.frame, moment)
        ]

    def was(self, frame: Frame, moment: Moment) -> bool:
        """Return whether an event was at a date."""
        return any(
            judging.compare(moment, each) in judging.AGREE and each.is_firm
            for each in frame.dates
        )

    def is_exact(self, moment: Moment) -> bool:
        """Return whether a date tells which event is meant, and is right."""
        return moment.kind in DATED and moment.first not in self.trial.wrong_dates

    def holders(self, frame: Frame) -> list[str]:
        """Those whom a title of the event names, the sentence does not, and who held the office of the person."""
        value = frame.preferred.date
        own = self.offices(self.claim.form)
        if any(covers(each, value) for each in own):
            return []
        held = {(each.office, each.of) for each in own if each.office in HIGH}
        said = {unit.key for unit in self.units}
        titled = {key for variant in frame.variants for key in variant}
        return [
            name
            for name in frame.people_in_order
            if name in titled - said
            and any(
                (each.office, each.of) in held and covers(each, value)
                for each in self.offices(name)
            )
        ]

    def offices(self, token: str) -> tuple[Office, ...]:
        """The offices of a person, by the token of his name."""
        name = self.frames.index.name(token[1:].replace("_", "-"))
        return name.offices if name else ()

    def wrong(self, frame: Frame, right: str) -> Finding:
        """The finding on somebody who was not the one."""
        wanted = self.trial.label(right)
        written = self.text.said(self.claim.first, self.claim.last)
        return self.misnamed(frame, "wrong-person", wanted, written)


def covers(office: Office, value: PartialDate) -> bool:
    """Return whether a date may lie in the time of an office."""
    begun = office.start.earliest if office.start else None
    ended = office.end.latest if office.end else None
    early = begun is not None and value.latest is not None and value.latest < begun
    late = ended is not None and value.earliest is not None and value.earliest > ended
    return not early and not late

"""Find and judge persons who are said to have done what others did: the president of then, the
ambassador, the sculptor.

Somebody is held against a text only where the event that is meant names one of his kind whom the
text lacks, and tells nothing of him: the holder of the same office, who is called alike, or the
one whom its title names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.event import Office
from kzfr_cli.core.record import replace
from kzfr_cli.proofreading import roles
from kzfr_cli.proofreading.case import Claim, Finding
from kzfr_cli.proofreading.claims.instead import InsteadCase
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.text import Sentence
from kzfr_cli.proofreading.trial import Trial

HIGH = frozenset(("president", "prime-minister"))
"""Offices of which everybody knows who held them."""

PERSONS = frozenset(("person",))

GLUE = (" ", "-")


def find(trial: Trial) -> Iterator[Claim]:
    """The persons of a text that stand for themselves, not in the name of a foundation, and
    strangers who are called something.
    """
    for sentence in trial.text.sentences:
        for unit in trial.windows.units(sentence):
            if unit.kind == "person" and not is_in_name(trial, unit.first, unit.last):
                yield Claim(
                    kind="name",
                    first=unit.first,
                    last=unit.last,
                    form=unit.key,
                )
        yield from strangers(trial, sentence)


def strangers(trial: Trial, sentence: Sentence) -> Iterator[Claim]:
    """The names of people whom the database does not know, behind what they are called: «œuvre
    de Zourab Tsereteli».
    """
    text = trial.text
    place = sentence.first + 1
    while place < sentence.last:
        last = last_of_run(trial, place, sentence.last)
        if last > place and roles.of_name(text, place, last):
            unit = trial.windows.unit_at(last)
            form = unit.key if unit is not None else text.words[last]
            yield Claim(
                kind="name",
                first=place,
                last=last,
                form=form,
            )
        place = max(last, place) + 1


def last_of_run(trial: Trial, place: int, end: int) -> int:
    """The last token of a run of capitalised words that no name of the database is part of, or
    the one before it.
    """
    last = place - 1
    while last + 1 < end and is_strange(trial, last + 1):
        last += 1
        if trial.text.gap(last) not in GLUE:
            break
    return last


def is_strange(trial: Trial, place: int) -> bool:
    """Return whether a token is a capitalised word that is no name of the database and no
    country.
    """
    text = trial.text
    word = text.words[place]
    if not text.is_capital(place) or trial.words.countries(word):
        return False
    unit = trial.windows.unit_at(place)
    return unit is not None and not unit.kind and unit.key[0] != "#"


def is_in_name(trial: Trial, first: int, last: int) -> bool:
    """Return whether a person is part of the name of something: "Nazarbayev University"."""
    text = trial.text
    behind = text.gap(last) in GLUE and is_of_name(trial, last + 1)
    before = text.gap(first - 1) in GLUE and is_of_name(trial, first - 1)
    titled = text.has("presidents", first - 1) or text.sentence(first).first == first - 1
    return behind or (before and not titled)


def is_of_name(trial: Trial, place: int) -> bool:
    """Return whether a word beside a person may make a name with him: a capitalised one, but no
    place and no office.
    """
    unit = trial.windows.unit_at(place) if trial.text.is_capital(place) else None
    if unit is None or roles.at(trial.text, place):
        return False
    return unit.kind != "place"


def judge(trial: Trial, claim: Claim) -> Finding | None:
    """Judge a person; None where nothing speaks for or against him."""
    return PersonCase(trial, claim).judge()


class PersonCase(InsteadCase):
    """A person on trial."""

    def judge(self) -> Finding | None:
        """The finding on somebody whom the event names, or in whose place it names another; or
        None.
        """
        for frame in self.known:
            if self.claim.form in frame.people:
                return self.right(frame)
        if self.is_excused() or self.says("celebrate"):
            return None
        for frame in self.meant:
            successor = self.successor(frame)
            if successor:
                return self.wrong(frame, successor)
        found, wanted = self.first_lacking(self.lacking)
        if found:
            return self.wrong(found, wanted)
        return None

    def own_names(self, frame: Frame) -> Iterable[str]:
        """The tokens of those of an event for whom the person might be taken, and whom the text
        lacks.
        """
        if self.is_told_of(frame):
            return []
        return [
            name
            for name in frame.people_in_order
            if name not in self.said and self.is_like(name, frame)
        ]

    def successor(self, frame: Frame) -> str:
        """The one of an event who held the office of the person, as he himself did not then; or
        nothing.
        """
        value = frame.preferred.date
        mine = [each for each in self.offices(self.claim.form) if each.office in HIGH]
        if not mine or any(covers(each, value) for each in mine) or self.is_in_office(mine):
            return ""
        held = {(each.office, each.of) for each in mine}
        found = (name for name in frame.people_in_order if name not in self.said)
        holders = [name for name in found if held & self.held(name, value)]
        if holders:
            return holders[0]
        return ""

    def is_in_office(self, held: list[Office]) -> bool:
        """Return whether one of some offices was held on a day that the sentence gives."""
        days = [(each.earliest, each.latest) for each in self.stated]
        return any(
            holds(office, first, last)
            for office in held
            for first, last in days
            if first is not None and last is not None
        )

    def held(self, name: str, value: PartialDate) -> set[tuple[str, str]]:
        """The offices, each of a state or body, that somebody held at a date."""
        return {(each.office, each.of) for each in self.offices(name) if covers(each, value)}

    def is_told_of(self, frame: Frame) -> bool:
        """Return whether an event tells of the person, whom it may call but by his last name."""
        surname = self.text.words[self.last]
        return super().is_told_of(frame) or surname in frame.told

    def lacking(self, frame: Frame) -> str:
        """The one of an event in whose place the person stands: the only one like him whom the
        text lacks; or nothing.
        """
        if self.strangers(frame, PERSONS) or self.is_of_visit(frame):
            return ""
        like = [
            name
            for name in frame.people_in_order
            if name not in self.said and self.may_be(name, frame)
        ]
        return self.only(like, frame)

    def may_be(self, name: str, frame: Frame) -> bool:
        """Return whether the person might be taken for another, and stands where he should."""
        if not self.is_like(name, frame):
            return False
        return self.stands_where(name, frame)

    def stands_where(self, name: str, frame: Frame) -> bool:
        """Return whether the person stands where another should: alone, called as he is, or
        joined to one of the event.
        """
        called = roles.of_name(self.text, self.first, self.last)
        if called & {*frame.roles.get(name, ())}:
            return True
        others = {unit.key for unit in self.units} & frame.people
        if not others or len(frame.people - others) == 1:
            return True
        beside = {unit.key for unit in self.trial.joined(self.first, self.last)}
        before = (self.text.word(self.first - step) for step in (1, 2, 3))
        return bool(beside & frame.people) or self.words.any("agents", before)

    def is_like(self, name: str, frame: Frame) -> bool:
        """Return whether the person might be taken for another: by what the text calls him, else
        by what he is.
        """
        if not self.is_of_one_state(name) or self.is_of_lower_rank(name):
            return False
        theirs_then = [each for each in self.offices(name) if each.office in HIGH]
        if theirs_then and self.stated and not self.is_in_office(theirs_then):
            return False
        theirs = {*frame.roles.get(name, ()), *self.roles_of(name)}
        called = roles.of_name(self.text, self.first, self.last)
        mine = called or {*self.roles_of(self.claim.form)}
        if mine:
            return bool(mine & theirs)
        if theirs:
            return False
        return name in frame.titling

    def is_of_lower_rank(self, name: str) -> bool:
        """Return whether another held a high office, and the person, whom the database knows,
        did not.
        """
        mine = {each.office for each in self.offices(self.claim.form)}
        theirs = {each.office for each in self.offices(name)}
        if not (theirs & HIGH):
            return False
        if mine & HIGH:
            return False
        return self.claim.form[0] == "_"

    def is_of_one_state(self, name: str) -> bool:
        """Return whether the offices of two persons, as far as both are known, were of one state
        or body.
        """
        mine = {each.of for each in self.offices(self.claim.form)}
        theirs = {each.of for each in self.offices(name)}
        return not mine or not theirs or bool(mine & theirs)

    def roles_of(self, token: str) -> frozenset[str]:
        """What a person is called, by the token of his name: by his offices, else in any text of
        the database.
        """
        held = {OFFICES.get(each.office, each.office) for each in self.offices(token)}
        return frozenset(held or self.frames.roles.get(token, []))

    def offices(self, token: str) -> tuple[Office, ...]:
        """The offices of a person, by the token of his name."""
        name = self.frames.index.name(token[1:].replace("_", "-"))
        if name:
            return name.offices
        return ()

    def right(self, frame: Frame) -> Finding:
        """The finding on somebody whom the event names."""
        found = self.finding("supported", "right-person")
        return replace(
            found,
            event=frame.id,
            score=1.0,
        )

    def wrong(self, frame: Frame, right: str) -> Finding:
        """The finding on somebody who was not the one."""
        wanted = self.trial.label(right)
        written = self.text.said(self.claim.first, self.claim.last)
        return self.misnamed(frame, "wrong-person", wanted, written)


OFFICES = {"foreign-minister": "minister"}
"""What those who held an office are called."""


def covers(office: Office, value: PartialDate) -> bool:
    """Return whether a date may lie in the time of an office."""
    return holds(office, value.earliest or date.min, value.latest or date.max)


def holds(office: Office, first: date, last: date) -> bool:
    """Return whether some days may lie in the time of an office."""
    begun = office.start.earliest if office.start else None
    ended = office.end.latest if office.end else None
    if not (begun is None or last >= begun):
        return False
    return ended is None or first <= ended

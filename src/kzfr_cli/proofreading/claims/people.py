"""Find and judge persons who are said to have done what others did: the president of then, the
ambassador, the sculptor.

Somebody is held against a text only where the event that is meant names one of his kind whom the
text lacks, and tells nothing of him: the holder of the same office, who is called alike, or the
one whom its title names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.event import Office
from kzfr_cli.core.record import replace
from kzfr_cli.proofreading import roles, thresholds
from kzfr_cli.proofreading.case import Claim, Finding
from kzfr_cli.proofreading.claims import full_names
from kzfr_cli.proofreading.claims.taken_for import (
    HIGH,
    OFFICES,
    TakenForCase,
    covers,
)
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.text import Sentence
from kzfr_cli.proofreading.trial import Trial

PERSONS = frozenset(("person",))

GLUE = (" ", "-")

NEAR = thresholds.count("near")
"""Words before and behind a name among which it is said that somebody was there before."""

MUTUAL = frozenset(("meeting", "sign", "visit", "match"))
"""What one does with another, who has his part in it."""

AMBASSADOR = "ambassador"
APPOINTED = "appoint"
"""An office, and the kind of happening by which somebody takes it."""


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
        called = list(strangers(trial, sentence))
        yield from called
        taken = {place for each in called for place in range(each.first, each.last + 1)}
        named = full_names.find(trial, sentence)
        yield from (each for each in named if each.last not in taken)


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


class PersonCase(TakenForCase):
    """A person on trial."""

    def judge(self) -> Finding | None:
        """The finding on somebody whom the event names, or in whose place it names another; or
        None.
        """
        for frame in self.known:
            if self.claim.form in frame.people:
                return self.right(frame)
        if self.is_not_asserted() or self.says("celebrate") or self.is_former():
            return None
        return self.by_office() or self.by_event()

    def by_office(self) -> Finding | None:
        """The finding on the holder of an office that another of the event held then, if he is
        called by it or the event tells nothing of him; or None.
        """
        if self.is_excused() and not self.is_called_wrongly():
            return None
        for frame in self.meant:
            successor = self.successor(frame)
            if successor:
                return self.wrong(frame, successor)
        return None

    def is_called_wrongly(self) -> bool:
        """Return whether the person is called by an office below that of president, whose title is
        kept: «le Premier ministre Massimov».
        """
        return bool(self.called & {roles.PRIME, AMBASSADOR})

    def by_event(self) -> Finding | None:
        """The finding on somebody in whose place the event has another; or None."""
        if self.is_excused():
            return None
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
        unsaid = [name for name in frame.people_in_order if name not in self.said]
        return self.alike(unsaid, frame)

    def successor(self, frame: Frame) -> str:
        """The one of an event who held the office of the person, as he himself did not then; or
        nothing.
        """
        value = frame.preferred.date
        mine = [each for each in self.offices(self.claim.form) if self.is_meant_in(each)]
        if not mine or any(covers(each, value) for each in mine) or self.is_in_office(mine):
            return ""
        held = {(each.office, each.of) for each in mine}
        found = (name for name in frame.people_in_order if name not in self.said)
        holders = [name for name in found if held & self.held(name, value)]
        if holders:
            return holders[0]
        return ""

    def is_meant_in(self, office: Office) -> bool:
        """Return whether the person is told of as the holder of an office: of a high one always, of
        another where he is called by it, or appointed.
        """
        if office.office in HIGH:
            return True
        is_called = OFFICES.get(office.office, office.office) in self.called
        return is_called or (office.office == AMBASSADOR and self.is_appointed())

    def is_former(self) -> bool:
        """Return whether the person is told of as who was there before or after: «l'ancien
        ambassadeur Martinet», «dont le prédécesseur avait servi».
        """
        if self.text.has("whose", self.clause[0]):
            return True
        return self.words.any("former", self.words_around(NEAR, NEAR))

    def is_guest(self) -> bool:
        """Return whether the person, who is not called anything, is but told to have been present
        or to have come with another, as are many whom no record names.
        """
        begun, ended = self.clause
        own = self.text.words[begun:ended]
        is_present = self.words.any("attending", own) or self.is_companion(own)
        return is_present and not self.called

    def is_companion(self, own: Iterable[str]) -> bool:
        """Return whether the person stands behind a "with" that no verb of some words asks for:
        "met with", "signed with".
        """
        types = {each for word in own for each in self.words.types(word)}
        is_with = self.text.has("accompanying", self.first - 1)
        return is_with and not types & MUTUAL

    def is_appointed(self) -> bool:
        """Return whether its clause tells that an ambassador takes his post."""
        begun, ended = self.clause
        own = range(begun, ended)
        if not any(AMBASSADOR in roles.at(self.text, place) for place in own):
            return False
        return any(APPOINTED in self.words.types(self.text.words[place]) for place in own)

    def held(self, name: str, value: PartialDate) -> set[tuple[str, str]]:
        """The offices, each of a state or body, that somebody held at a date."""
        return {(each.office, each.of) for each in self.offices(name) if covers(each, value)}

    def is_told_of(self, frame: Frame) -> bool:
        """Return whether an event tells of the person, whom it may call but by his last name."""
        surname = self.text.words[self.last]
        if super().is_told_of(frame) or surname in frame.told:
            return True
        return not self.is_recorded and any(map(self.is_spelt_alike, frame.people))

    def lacking(self, frame: Frame) -> str:
        """The one of an event in whose place the person stands: the only one like him whom the
        text lacks; or nothing.
        """
        if self.strangers(frame, PERSONS) or self.is_of_visit(frame) or self.is_guest():
            return ""
        unsaid = [name for name in frame.people_in_order if name not in self.said]
        there = [name for name in unsaid if self.stands_where(name, frame)]
        like = self.alike(there, frame)
        return self.only(like, frame) or self.first_of_joined(like, frame)

    def first_of_joined(self, like: list[str], frame: Frame) -> str:
        """The first of some people of an event, where the person is joined to another of them;
        or nothing.
        """
        beside = {unit.key for unit in self.trial.joined(self.first, self.last)}
        if like and beside & frame.people:
            return like[0]
        return ""

    def stands_where(self, name: str, frame: Frame) -> bool:
        """Return whether the person stands where another should: alone, called as he is, or
        joined to one of the event.
        """
        if self.called & {*frame.roles.get(name, ())}:
            return True
        others = {unit.key for unit in self.units} & frame.people
        if not others or len(frame.people - others) == 1:
            return True
        beside = {unit.key for unit in self.trial.joined(self.first, self.last)}
        before = (self.text.word(self.first - step) for step in (1, 2, 3))
        return bool(beside & frame.people) or self.words.any("agents", before)

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

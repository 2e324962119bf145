"""Tell whether somebody might be taken for another: by what he is called, the offices that he
held, the country of which he likely is.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.event import Office
from kzfr_cli.proofreading import given_names, roles, spelt
from kzfr_cli.proofreading.claims.full_names import RANKS
from kzfr_cli.proofreading.claims.instead import InsteadCase
from kzfr_cli.proofreading.claims.naming import SPORT
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.plain import TOKEN, plain

HIGH = frozenset(("president", "prime-minister"))
"""Offices of which everybody knows who held them."""

OFFICES = {"foreign-minister": "minister"}
"""What those who held an office are called."""


class TakenForCase(InsteadCase):
    """A person on trial, as far as he is like others."""

    @property
    def is_no_name(self) -> bool:
        """Return whether but one word opens the sentence, which may be no name: "More than …"."""
        return self.first == self.last == self.sentence.first

    @property
    def is_recorded(self) -> bool:
        """Return whether the database has an entry of the person."""
        return self.claim.form[0] == "_"

    @cached_property
    def called(self) -> frozenset[str]:
        """What the words beside the name call the person."""
        return roles.of_name(self.text, self.first, self.last)

    def alike(self, names: Iterable[str], frame: Frame) -> list[str]:
        """Those of some people of an event for whom the person might be taken: those who are
        called what he is, else those who may be so called.
        """
        likely = [name for name in names if self.is_like(name, frame)]
        return [name for name in likely if self.shares_role(name, frame)] or likely

    def is_like(self, name: str, frame: Frame) -> bool:
        """Return whether the person might be taken for another: by what the text calls him, else
        by what he is, or a name of the same country.
        """
        is_no_sportsman = frame.category == SPORT and bool(self.called & RANKS)
        if is_no_sportsman or not self.may_share(name, frame):
            return False
        theirs = self.roles_in(name, frame)
        if self.own_roles and theirs:
            return self.shares_role(name, frame) or self.is_of_same_day(name)
        return self.is_compatriot(name) or (not theirs and name in frame.titling)

    def shares_role(self, name: str, frame: Frame) -> bool:
        """Return whether another is called what the person is."""
        return bool(self.own_roles & self.roles_in(name, frame))

    @property
    def own_roles(self) -> frozenset[str]:
        """What the text calls the person, or else what he is."""
        return self.called or self.roles_of(self.claim.form)

    def roles_in(self, name: str, frame: Frame) -> frozenset[str]:
        """What somebody of an event is called, by it or otherwise."""
        return self.roles_of(name).union(frame.roles.get(name, ()))

    def is_of_same_day(self, name: str) -> bool:
        """Return whether the person, whom the text calls nothing, might be another whom the
        database calls otherwise, since the sentence gives the day or the month.
        """
        is_high = any(each.office in HIGH for each in self.offices(self.claim.form))
        if self.called or is_high or not self.exact:
            return False
        return self.is_compatriot(name)

    def may_share(self, name: str, frame: Frame) -> bool:
        """Return whether nothing that is known of another tells him from the person: a state, a
        rank, the years of an office.
        """
        if self.is_no_name or self.is_of_lower_rank(name):
            return False
        if not self.is_of_one_state(name):
            return False
        held = [*self.offices(name)]
        is_high = any(each.office in HIGH for each in held)
        if not is_high or not self.stated or self.is_in_office(held):
            return True
        return self.is_beside(frame) and not self.own_roles & HIGH

    def is_beside(self, frame: Frame) -> bool:
        """Return whether the sentence names another of the people of an event."""
        return any(unit.key in frame.people for unit in self.units)

    def is_of_lower_rank(self, name: str) -> bool:
        """Return whether another held a high office and the person did not, so that both may have
        been there; not of those who are said to be each other's counterparts.
        """
        mine = {each.office for each in self.offices(self.claim.form)}
        theirs = {each.office for each in self.offices_then(name)}
        if not theirs & HIGH or mine & HIGH or self.called & HIGH:
            return False
        return not self.says("counterparts")

    def is_spelt_alike(self, name: str) -> bool:
        """Return whether the name is another's, spelt otherwise: «Марек Альтер»."""
        said = self.text.words[self.first : self.last + 1]
        entry = self.frames.index.name(name[1:].replace("_", "-"))
        labels = entry.label.values() if entry else ()
        return any(spelt.is_one(said, TOKEN.findall(plain(label))) for label in labels)

    def is_of_one_state(self, name: str) -> bool:
        """Return whether two persons, as far as is known of both, were of one state or body."""
        mine = {each.of for each in self.offices(self.claim.form)}
        theirs = {each.of for each in self.offices(name)}
        if mine and theirs:
            return bool(mine & theirs)
        if self.is_recorded or not self.homes or not self.homes_of(name):
            return True
        return self.is_compatriot(name)

    def is_compatriot(self, name: str) -> bool:
        """Return whether another is likely of the same country as the person."""
        return bool(self.homes & self.homes_of(name))

    @cached_property
    def homes(self) -> frozenset[str]:
        """The countries of which the person may be."""
        if self.is_recorded:
            return self.homes_of(self.claim.form)
        return given_names.countries(self.text.words[self.first])

    def homes_of(self, token: str) -> frozenset[str]:
        """The countries of which somebody of the database may be: by his offices, else by his
        given name.
        """
        held = {each.of for each in self.offices(token)} & given_names.COUNTRIES
        if held:
            return frozenset(held)
        name = self.frames.index.name(token[1:].replace("_", "-"))
        words = TOKEN.findall(plain(name.label["fr"])) if name else [""]
        return given_names.countries(words[0])

    def is_in_office(self, held: list[Office]) -> bool:
        """Return whether one of some offices was held on a day that the sentence gives."""
        days = [(each.earliest, each.latest) for each in self.stated]
        return any(
            holds(office, first, last)
            for office in held
            for first, last in days
            if first is not None and last is not None
        )

    def roles_of(self, token: str) -> frozenset[str]:
        """What a person is called, by the token of his name: by his offices, else in any text of
        the database.
        """
        held = {OFFICES.get(each.office, each.office) for each in self.offices(token)}
        return frozenset(held or self.frames.roles.get(token, []))

    def offices_then(self, token: str) -> list[Office]:
        """The offices that somebody held on a day that the sentence gives, or ever where it gives
        none.
        """
        held = [*self.offices(token)]
        if not self.stated:
            return held
        return [each for each in held if self.is_in_office([each])]

    def offices(self, token: str) -> tuple[Office, ...]:
        """The offices of a person, by the token of his name."""
        name = self.frames.index.name(token[1:].replace("_", "-"))
        if name:
            return name.offices
        return ()


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

"""Judge the nth visit, state visit or visiting president by the visits that the database lists."""

from __future__ import annotations

from collections.abc import Iterable

from kzfr_cli.core import edtf
from kzfr_cli.core.record import replace
from kzfr_cli.proofreading.case import (
    Case,
    Finding,
)
from kzfr_cli.proofreading.frames import Frame

FRANCE, KAZAKHSTAN = "france", "kazakhstan"
TAGS = frozenset(("presidential-visit", "state-visit"))
INDEPENDENCE = "1991-12-16"
NEAR = 4
"""Words after an ordinal among which the rank of a visit is told."""

PHRASE = 7
"""Words after an ordinal among which it is told whose visit it is."""

FRESH = 10
"""Days for which a visit is what a text reports."""

FRENCH_TOWNS = frozenset(
    (
        "_paris",
        "_france",
        "_strasbourg",
        "_nice",
        "_lyon",
        "_cannes",
    )
)


class VisitCase(Case):
    """A number of visits on trial."""

    def happenings(self) -> frozenset[str]:
        """The kinds of happening of which the sentence speaks: what «la troisième fois» counts."""
        return frozenset(
            f"@{kind}" for word in self.sentence.words for kind in self.words.types(word)
        )

    def is_state(self) -> bool:
        """Return whether the ordinal counts state visits."""
        behind = f" {self.text.after(self.last, NEAR)} "
        phrases = self.text.phrases("state_visit")
        return any(f" {phrase} " in behind for phrase in phrases)

    def host(self) -> str:
        """The country that is visited, or nothing: of the two, the one that stands last after
        the ordinal.
        """
        units = self.units
        after = [unit.key for unit in units if unit.first > self.last]
        for key in after:
            if key == "_kazakhstan" or key in ("_astana", "_almaty"):
                return KAZAKHSTAN
            if key in FRENCH_TOWNS:
                return FRANCE
        return ""

    def visits(self, host: str, tags: frozenset[str]) -> list[Frame]:
        """The visits of presidents to a country since independence, in order."""
        found = [
            frame
            for frame in self.frames.tagged(TAGS)
            if frame.category == "visit" and frame.tags & tags and host_of(frame) == host
        ]
        found = [frame for frame in found if self.is_past(frame)]
        return sorted(found, key=lambda frame: frame.preferred.date.sort_key())

    def says_name(self, token: str) -> bool:
        """Return whether the sentence says a name."""
        return any(unit.key == token for unit in self.units)

    def is_past(self, frame: Frame) -> bool:
        """Return whether an event was since independence and not after the text."""
        value = frame.preferred.date
        begun = edtf.parse(INDEPENDENCE).earliest
        today = self.today
        if value.earliest is None or begun is None or value.earliest < begun:
            return False
        return today is None or value.earliest <= today

    def person(self) -> str:
        """The only person whom the sentence, or else the one before it, names."""
        if beside := self.subject():
            return beside
        for sentence in (self.sentence, self.sentence.previous):
            if sentence is None:
                continue
            people = {
                unit.key
                for unit in self.trial.windows.units(sentence)
                if unit.kind == "person"
            }
            if len(people) == 1:
                return next(iter(people))
            if people:
                return ""
        return ""

    def subject(self) -> str:
        """The only person whom the words of the same clause name before «est le quatrième
        président …».
        """
        begun = self.clause[0]
        if not any(
            self.words.has("copulas", word) for word in self.text.words[begun : self.first]
        ):
            return ""
        units = self.units
        people = {
            unit.key
            for unit in units
            if unit.kind == "person" and begun <= unit.first < self.first
        }
        if len(people) == 1:
            return next(iter(people))
        return ""

    def by_presidents(self) -> Finding | None:
        """The verdict on «le troisième président français à se rendre au Kazakhstan»."""
        near = self.text.words[self.first : self.last + 5]
        french = self.words.any("french_side", near)
        speaks = "@visit" in self.happenings() or bool(self.host())
        if not speaks or not french or self.is_since():
            return None
        firsts: dict[str, Frame] = {}
        for frame in self.visits(KAZAKHSTAN, TAGS):
            for name in visitors_of(frame):
                firsts.setdefault(name, frame)
        person = self.visitor(firsts)
        if not person:
            return None
        return self.counted([*firsts].index(person) + 1, firsts[person])

    def is_since(self) -> bool:
        """Return whether the ordinal counts from another on: «le premier président français à venir
        depuis François Hollande».
        """
        behind = self.text.words[self.last + 1 : self.sentence.last]
        if self.words.any("since", behind):
            return True
        return self.claim.number == 1 and self.words.any("after", behind)

    def by_number_of_presidents(self) -> Finding | None:
        """The verdict on "four French presidents have visited Kazakhstan"."""
        visits = self.visits(KAZAKHSTAN, TAGS)
        if not visits or not self.is_of_all_visitors():
            return None
        every = self.visitors(visits)
        if self.claim.number >= len(every):
            return self.counted(len(every), visits[-1])
        earlier = [frame for frame in visits if not self.is_fresh(frame)]
        return self.counted(len(self.visitors(earlier)), visits[-1])

    def visitors(self, visits: Iterable[Frame]) -> set[str]:
        """The persons who made some visits."""
        return {name for frame in visits for name in visitors_of(frame)}

    def is_fresh(self, frame: Frame) -> bool:
        """Return whether a visit is that of which the text reports, so that it may count those
        before it.
        """
        begun = frame.preferred.date.earliest
        if begun is None or self.today is None:
            return False
        return (self.today - begun).days <= FRESH

    def is_of_all_visitors(self) -> bool:
        """Return whether the number counts the French presidents who came to Kazakhstan, not those
        whom the sentence names, nor since when.
        """
        near = self.text.words[self.first : self.last + 5]
        if "@visit" not in self.happenings() or not self.words.any("french_side", near):
            return False
        if self.says("soft_counts") or not self.says_name("_" + KAZAKHSTAN):
            return False
        named = {unit.key for unit in self.units if unit.kind == "person"}
        return len(named) != self.claim.number

    def visitor(self, known: Iterable[str]) -> str:
        """The visitor of whom the sentence speaks, the only one whom it names; or nothing."""
        if (person := self.person()) in known:
            return person
        units = self.units
        named = {unit.key for unit in units if unit.key in known}
        if len(named) == 1:
            return named.pop()
        return ""

    def by_visits(self) -> Finding | None:
        """The verdict on the nth visit of someone to a country."""
        host, person = self.host(), self.person()
        if not host or not person or self.says("soft_counts"):
            return None
        own = [
            frame for frame in self.visits(host, TAGS | {"visit"}) if person in frame.people
        ]
        own = [frame for frame in own if person in visitors_of(frame)]
        told = {frame.id for frame, _ in self.meant_here}
        places = [place for place, frame in enumerate(own, 1) if frame.id in told]
        if len(places) == 1:
            return self.counted(places[0], own[places[0] - 1])
        if own:
            return self.counted(len(own), own[-1])
        return None

    def by_state_visits(self) -> Finding | None:
        """The verdict on the nth state visit to a country."""
        visits = self.state_visits()
        meant = [frame.id for frame, _ in self.meant_near]
        linked = [link.id for link in self.trial.links(self.sentence)[:3]]
        for name in (*meant, *linked):
            for place, frame in enumerate(visits, 1):
                if frame.id == name:
                    return self.counted(place, frame)
        return None

    def state_visits(self) -> list[Frame]:
        """The state visits to the country of which the sentence speaks: of the person whose they
        are, else of all.
        """
        host = self.host()
        if not host:
            return []
        visits = self.visits(host, frozenset(("state-visit",)))
        whose = self.whose()
        if not whose:
            return visits
        return [frame for frame in visits if whose in visitors_of(frame)]

    def whose(self) -> str:
        """The person whose visits alone are counted: «la première visite d'État du président
        Tokaïev», «sa première visite d'État»; or nothing.
        """
        if self.text.has("their", self.first - 1):
            return self.person()
        behind = range(self.last + 1, self.last + 1 + PHRASE)
        people = [unit for unit in self.units if unit.kind == "person"]
        return next((unit.key for unit in people if unit.first in behind), "")

    def counted(self, count: int, frame: Frame) -> Finding | None:
        """The finding on a number where so many are listed."""
        number = int(self.claim.number)
        value = frame.preferred.date
        until = (
            value.latest.isoformat() if value.is_interval and value.latest else value.text
        )
        facts = {
            "count": count,
            "number": number,
            "to": until,
        }
        if number == count:
            found = self.finding("supported", "right-count", **facts)
        elif number < count:
            found = replace(
                self.finding("contradicted", "low-count", **facts), expected=str(count)
            )
        else:
            return None
        return replace(
            found,
            event=frame.id,
            facet="occurred",
            sources=frame.preferred.sources,
            score=1.0,
        )


def host_of(frame: Frame) -> str:
    """The country that a visit is to."""
    if FRENCH_TOWNS & set(frame.places):
        return FRANCE
    return KAZAKHSTAN


def visitors_of(frame: Frame) -> list[str]:
    """The persons of a visit whom its titles name."""
    titled = {unit for variant in frame.variants for unit in variant}
    return [name for name in frame.people_in_order if name in titled][:1]

"""Find and judge the towns in which things are said to have happened."""

from __future__ import annotations

from kzfr_cli.core.record import replace
from kzfr_cli.languages.letters import is_cyrillic
from kzfr_cli.proofreading import roles, sorts, thresholds
from kzfr_cli.proofreading.case import Claim, Finding
from kzfr_cli.proofreading.claims import capitals, towns
from kzfr_cli.proofreading.claims.placed import PlacedCase
from kzfr_cli.proofreading.framed import NAMED_PLACE, SAID
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.plain import TOKEN, plain
from kzfr_cli.proofreading.trial import Trial
from kzfr_cli.proofreading.vocabulary import TextUnit

PLACES = frozenset(("place",))

SEATS = frozenset(
    (
        "_paris",
        "_astana",
        "_almaty",
        "_bruxelles",
        "_washington",
        "_madrid",
        "_riyad",
        "_budapest",
        "_helsinki",
        "_tachkent",
        "_bichkek",
    )
)
"""Towns that stand for a state or its government."""

NEAR = thresholds.count("near")
"""Words before a town among which it is said what of it is told."""

SPACE = "space"
"""The category of launches."""

POST = "ambassador"
"""What somebody is called who is posted to a town."""


find = towns.find


def judge(trial: Trial, claim: Claim) -> Finding | None:
    """Judge a town; None where nothing is known of where it was."""
    return PlaceCase(trial, claim).judge()


class PlaceCase(PlacedCase):
    """A town on trial."""

    def judge(self) -> Finding | None:
        """The verdict on it: by the word or the case of place, or else by the towns of the event
        alone.
        """
        if self.is_of_post():
            return None
        is_placed_here = towns.is_placed(self.trial, self.first)
        found = self.by_slot() if is_placed_here else None
        if found is not None and found.verdict != "unknown":
            return found
        return self.by_towns() or found

    def by_towns(self) -> Finding | None:
        """The verdict by the towns of the event: this one is one of them, or stands where the
        only one should that is lacking.
        """
        for frame in self.known:
            if self.is_where(frame):
                return self.right(frame)
        if not self.is_known() or self.is_excused() or self.is_of_no_event():
            return None
        found, wanted = self.first_lacking(self.lacking)
        if found:
            return self.wrong(found, [wanted])
        return None

    def is_of_no_event(self) -> bool:
        """Return whether the town stands for its state, or is where an anniversary is marked."""
        return self.is_of_state() or self.is_of_celebration()

    def lacking(self, frame: Frame) -> str:
        """The first of the towns of an event that the text lacks, where it names as many as it
        should; or nothing.
        """
        if self.is_of_visit(frame) or self.is_no_place_of(frame):
            return ""
        own = [name for name in frame.places if name not in towns.COUNTRIES]
        lacking = [name for name in own if name not in self.said and self.is_town(name)]
        if not lacking:
            return ""
        is_only = len(lacking) == len(own) and not self.strangers(frame, PLACES)
        is_one_of = len(lacking) == 1 and len(self.said_towns) <= len(own)
        if is_only or is_one_of:
            return lacking[0]
        return ""

    @property
    def said_towns(self) -> set[str]:
        """The towns of its part of the sentence."""
        return {unit.key for unit in self.inside if unit.kind == "place"} - towns.COUNTRIES

    def by_slot(self) -> Finding:
        """The verdict on a town in which something happens: the event that its clause dates was in
        another, and tells nothing of this one.
        """
        if why := self.attitude():
            return self.unknown(why)
        frames = self.events()
        for frame in frames:
            if self.is_where(frame):
                return self.right(frame) or self.unknown("no-event")
        if towns.noun_of(self.trial, self.claim.first) and not self.is_sited(frames):
            return self.unknown("no-event")
        right = self.right_towns(frames)
        if right and not (self.says_where(frames[0]) or self.is_of_visit(frames[0])):
            return self.wrong(frames[0], right)
        return self.unknown("no-event")

    def is_of_post(self) -> bool:
        """Return whether the town is where somebody is ambassador: "ambassador in Minsk",
        «Минскіде елші».
        """
        inside = range(self.sentence.first, self.sentence.last)
        beside = [each for each in (self.first - 2, self.last + 1) if each in inside]
        return any(POST in roles.at(self.text, each) for each in beside)

    def says_where(self, frame: Frame) -> bool:
        """Return whether the sentence says where an event was: this town is of something else."""
        said = {unit.key for unit in self.units if unit.kind == "place"}
        return any(map(self.is_town, said.intersection(frame.places)))

    def right_towns(self, frames: list[Frame]) -> list[str]:
        """The towns that are right instead; none where the town is not that of the event itself,
        but of a later step or of a celebration.
        """
        if self.is_one_more():
            return []
        for frame in frames[:1]:
            is_marked = self.is_of_celebration() and not self.is_feast(frame)
            if is_marked or self.is_no_place_of(frame):
                return []
        return self.instead(frames)

    def is_feast(self, frame: Frame) -> bool:
        """Return whether a title of an event says that something was celebrated, so that the town
        is its own.
        """
        if frame.is_celebration:
            return True
        words = {word for title in frame.titles for word in TOKEN.findall(plain(title))}
        return self.words.any("celebrate", words)

    def is_in_its_country(self, frame: Frame) -> bool:
        """Return whether the town is of a country that is a place of an event, of which no town
        there is known.
        """
        country = self.country_of(self.claim.form)
        if country not in frame.places:
            return False
        return all(self.country_of(place) != country for place in frame.places)

    def country_of(self, token: str) -> str:
        """The token of the country of a place that the database knows, or nothing."""
        name = self.frames.index.name(token[1:].replace("_", "-"))
        if name is None or not name.part_of:
            return ""
        return "_" + name.part_of.replace("-", "_")

    def is_no_place_of(self, frame: Frame) -> bool:
        """Return whether the town is that of a later step of an event, but left by it, or of what
        is to come when it is past.
        """
        if self.is_in_its_country(frame):
            return True
        if self.is_of_later_step(frame) or self.is_left(frame) or self.is_beside(frame):
            return True
        is_done = self.is_signed_there() or not self.is_past(frame)
        return not is_done and self.is_of_coming()

    def is_beside(self, frame: Frame) -> bool:
        """Return whether the town is told of by the way, or for the state that is given a thing."""
        return self.is_aside(frame) or self.is_given()

    def is_given(self) -> bool:
        """Return whether a seat of government is given something: «confié à Astana»."""
        begun, ended = self.clause
        is_verb_last = is_cyrillic(self.text.words[self.first])
        own = self.text.words[begun : ended if is_verb_last else self.first]
        return self.claim.form in SEATS and self.words.any("giving", own)

    def is_aside(self, frame: Frame) -> bool:
        """Return whether the town is the seat of somebody, of which an event does not tell, or
        where he went next: «dont le siège est à Vienne», «puis à Lille».
        """
        if towns.noun_of(self.trial, self.first):
            return False
        near = self.words_before(NEAR)
        if self.words.any("next", near):
            return True
        if not self.words.any("seated", near):
            return False
        return not self.words.any("seated", TOKEN.findall(plain(frame.summary)))

    def is_of_coming(self) -> bool:
        """Return whether a verb of its clause is of the future: «Elle ira ensuite à Lyon»."""
        begun, ended = self.clause
        words = [
            self.text.words[place]
            for place in range(begun, ended)
            if not (self.text.is_capital(place) or sorts.at(self.text, place))
        ]
        return any(self.words.ends("future_endings", word) for word in words)

    def is_past(self, frame: Frame) -> bool:
        """Return whether an event was before the text."""
        ended = frame.preferred.date.latest
        return bool(self.today and ended and ended < self.today)

    def is_left(self, frame: Frame) -> bool:
        """Return whether the town is but left, by an event that is no launch: «envolé de
        Bruxelles».
        """
        return frame.category != SPACE and towns.is_left(self.text, self.first)

    def instead(self, frames: list[Frame]) -> list[str]:
        """The towns that are right instead, where the events that may be meant tell nothing of
        this one.
        """
        begun, ended = self.cell
        own = self.text.words[begun:ended]
        planned = self.words.any("planned", own) or self.words.any("coming", own)
        if not frames or (planned and not self.is_of_plan(frames[0])):
            return []
        if any(map(self.is_told, frames)) and not self.is_barely_told(frames):
            return []
        places = frames[0].places
        if "_paris" in places and not self.is_known():
            return []
        return [
            name for name in places if name not in towns.COUNTRIES and self.is_town(name)
        ]

    def is_of_plan(self, frame: Frame) -> bool:
        """Return whether all that its clause says beside the town is told by an event itself, so
        that it is the event's own plan: «l'accord prévoit l'assemblage à Kostanaï».
        """
        own = self.rest_of_clause()
        told = [unit for unit in own if self.level(unit, frame) > SAID]
        return len(told) > 1 and len(told) == len(own)

    def rest_of_clause(self) -> list[TextUnit]:
        """The units of its clause but the town and the words of a plan."""
        begun, ended = self.clause
        inside = [unit for unit in self.units if begun <= unit.first < ended]
        return [
            unit
            for unit in inside
            if unit.first != self.first and not self.text.has("planned", unit.first)
        ]

    def is_barely_told(self, frames: list[Frame]) -> bool:
        """Return whether but a source of the event tells of the town, which stands for that of
        the event itself.
        """
        if self.is_of_signature(frames[0]):
            return True
        level = self.frames.level(self.claim.form, frames[0])
        if level > SAID:
            return False
        return self.is_sited(frames)

    def is_of_signature(self, frame: Frame) -> bool:
        """Return whether the sentence gives the very day of a signature, which has one place,
        and but a source tells of this one.
        """
        own = [
            moment
            for each, moment in self.meant_here
            if each.id == frame.id and moment.kind != "weekday"
        ]
        is_right = bool(own) and all(
            moment.is_day and moment.text == frame.preferred.value for moment in own
        )
        is_signature = frame.preferred.kind == "signed" and self.is_signed_there()
        if not (is_signature and is_right):
            return False
        return self.frames.level(self.claim.form, frame) <= SAID

    def is_town(self, name: str) -> bool:
        """Return whether a place is a town, not a country or a region."""
        return "region" not in name

    def is_where(self, frame: Frame) -> bool:
        """Return whether an event was in the town."""
        return self.frames.level(self.claim.form, frame) >= NAMED_PLACE

    def is_told_of(self, frame: Frame) -> bool:
        """Return whether an event tells of the town, in whatever words."""
        return self.is_told(frame)

    def right(self, frame: Frame) -> Finding | None:
        """The finding on a town of the event; None for the name of a thing, and for one that the
        capital did not bear then.
        """
        if towns.is_in_name(self.text, self.first) or not self.is_so_called(frame):
            return None
        found = self.finding("supported", "right-place")
        return replace(
            found,
            event=frame.id,
            score=1.0,
        )

    def is_so_called(self, frame: Frame) -> bool:
        """Return whether the town bore the name that is written when the event was, as far as is
        known.
        """
        name = self.frames.index.name(capitals.CAPITAL)
        value = frame.preferred.date
        if self.claim.form != capitals.TOKEN or name is None:
            return True
        if value.earliest is None or value.latest is None:
            return True
        period = capitals.period_of(name, value.earliest, value.latest)
        written = self.text.said(self.first, self.last)
        return period is None or capitals.bears(written, period)

    def is_of_state(self) -> bool:
        """Return whether a seat of government stands for its state: «Paris a reconnu le pays»."""
        if self.claim.form not in SEATS or towns.is_placed(self.trial, self.first):
            return False
        return "visit" not in self.words.types(self.text.word(self.first - 1))

    def wrong(self, frame: Frame, right: list[str]) -> Finding:
        """The finding on a town that is not the event's."""
        wanted = self.trial.label(right[0])
        written = self.text.said(self.first, self.last)
        return self.misnamed(frame, "wrong-place", wanted, written)

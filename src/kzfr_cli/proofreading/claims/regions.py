"""Find and judge the regions of Kazakhstan in which things are said to be: «в Карагандинской
области», "in the Kyzylorda region".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from kzfr_cli.core.record import replace
from kzfr_cli.languages.letters import is_cyrillic
from kzfr_cli.proofreading import lexicon, thresholds
from kzfr_cli.proofreading.case import Claim, Finding
from kzfr_cli.proofreading.claims.instead import NAMED
from kzfr_cli.proofreading.claims.naming import NameCase
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.linking import CITIES, COUNTRIES
from kzfr_cli.proofreading.text import Text
from kzfr_cli.proofreading.trial import Trial
from kzfr_cli.proofreading.vocabulary import TextUnit

SURE = thresholds.of("half")
ALIKE = thresholds.of("half")
"""Score from which an event without its date is meant, and share of it from which others may be
meant, which must be in the same region.
"""

LEAD = 2
"""Words before a region among which one says that something is in it."""


def find(trial: Trial) -> Iterator[Claim]:
    """The regions of a text behind a word of place, or in a case of place."""
    text = trial.text
    if not lexicon.load().among("region_nouns", text.vocabulary):
        return
    for place in range(len(text.words)):
        claim = region_at(text, place)
        if claim is not None and is_placed(text, claim):
            yield claim


def region_at(text: Text, place: int) -> Claim | None:
    """The region whose noun stands at a token, or None: its name is before it, or behind "of"."""
    if not text.has("region_nouns", place):
        return None
    if keys := named(text, place - 1):
        return claim_of(keys, place - 1, place)
    if text.has("wedge", place + 1) and (keys := named(text, place + 2)):
        return claim_of(keys, place, place + 2)
    return None


def named(text: Text, place: int) -> frozenset[str]:
    """The regions that a capitalised word names."""
    if not text.word(place) or not text.is_capital(place):
        return frozenset()
    return lexicon.load().named("regions", text.words[place])


def claim_of(keys: frozenset[str], first: int, last: int) -> Claim:
    """The claim of a region by its name and tokens."""
    return Claim(
        kind="place",
        first=first,
        last=last,
        form="~" + min(keys),
    )


def is_placed(text: Text, claim: Claim) -> bool:
    """Return whether something is said to be in a region."""
    noun = text.words[claim.last]
    if is_cyrillic(noun) and lexicon.load().ends("place_endings", noun):
        return True
    before = range(max(claim.first - LEAD, 0), claim.first)
    return any(text.has("at", each) or text.has("within", each) for each in before)


def judge(trial: Trial, claim: Claim) -> Finding | None:
    """Judge a region; None where nothing is known of where it was."""
    return RegionCase(trial, claim).judge()


class RegionCase(NameCase):
    """A region on trial."""

    def judge(self) -> Finding | None:
        """The verdict on it: the events that may be meant are in it, or all in the same other."""
        key = self.claim.form[1:]
        regions = {each for frame in self.likely for each in self.regions_of(frame)}
        if key in regions:
            found = self.finding("supported", "right-place")
            return replace(
                found,
                event=self.likely[0].id,
                score=1.0,
            )
        if len(regions) != 1 or self.is_excused_here():
            return None
        wanted = self.trial.label("_" + min(regions).replace("-", "_"))
        written = self.text.said(self.first, self.last)
        return self.misnamed(self.likely[0], "wrong-place", wanted, written)

    @cached_property
    def likely(self) -> list[Frame]:
        """The events that the rest means: by its date, or all of the one region."""
        if self.meant or self.moments:
            return self.meant
        links = self.others
        if not links or links[0].score < SURE or self.is_foreign(links[0].frame):
            return []
        found = [link.frame for link in links if link.score >= links[0].score * ALIKE]
        return found if all(map(self.regions_of, found)) else []

    def is_excused_here(self) -> bool:
        """Return whether the author does not say it himself, or any event that may be meant tells
        of the region.
        """
        if self.attitude() or self.is_anchor() or not self.is_named_beside():
            return True
        frames = [*self.likely, *(link.frame for link in self.possible)]
        return any(map(self.is_told_of, frames))

    def is_named_beside(self) -> bool:
        """Return whether its clause names something else of the event than a country or a great
        town, or says nothing else, so that it belongs to the one before.
        """
        begun, ended = self.clause
        own = range(self.first, self.last + 1)
        beside = [
            unit
            for unit in self.units
            if begun <= unit.first < ended and unit.first not in own
        ]
        names = self.names_of(beside) if beside else self.names_of(self.units)
        return any(self.frames.level(name, self.likely[0]) for name in names)

    def names_of(self, units: Iterable[TextUnit]) -> set[str]:
        """The names among some units by which an event is told apart from others like it."""
        return {unit.key for unit in units if unit.kind in NAMED} - COUNTRIES - CITIES

    def is_told_of(self, frame: Frame) -> bool:
        """Return whether an event tells of the region, or of a town that is called as it is."""
        key = self.claim.form[1:]
        if f"_{key.removesuffix(REGION)}" in frame.names:
            return True
        return any(key in self.words.named("regions", word) for word in words_of(frame))

    def regions_of(self, frame: Frame) -> set[str]:
        """The regions of the places of an event, as far as the database holds them."""
        names = [place[1:].replace("_", "-") for place in frame.places]
        entries = [self.frames.index.name(each) for each in names]
        wider = {each.part_of for each in entries if each is not None}
        return {*names, *wider} & self.words.all_named("regions")


REGION = "-region"
"""How the id of a region ends that is called as a town is."""


def words_of(frame: Frame) -> set[str]:
    """The plain words of all that an event tells."""
    return set(frame.told.replace(",", " ").replace(".", " ").split())

"""Find and judge the towns in which things are said to have happened."""

from __future__ import annotations

from collections.abc import Iterator

from kzfr_cli.core.record import replace
from kzfr_cli.languages.letters import is_cyrillic
from kzfr_cli.proofreading import lexicon, thresholds
from kzfr_cli.proofreading.case import Case, Claim, Finding
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.framing import NAMED_PLACE, SAID
from kzfr_cli.proofreading.linking import Links
from kzfr_cli.proofreading.moments import Moment
from kzfr_cli.proofreading.text import Span, Text
from kzfr_cli.proofreading.trial import Trial
from kzfr_cli.proofreading.vocabulary import TextUnit

COUNTRIES = frozenset(("_france", "_kazakhstan", "_chine", "_russie", "_asie_centrale"))
BESIDE = thresholds.count("around")
"""Words from a date within which a town belongs to it."""

SIGNED = thresholds.count("near")
"""Words before a town among which the verb says that something was signed there."""

CAPTION = 2
"""Words before a town and its date from which these are a caption, not a dateline."""

SURE = thresholds.of("telling")
KNOWN = thresholds.of("half")
RIVAL = thresholds.of("share")
"""Score from which an event without its date surely is meant, and of a town that is known; share that another may have."""


def find(trial: Trial) -> Iterator[Claim]:
    """The towns of a text that stand after a word of place, or in a case of place."""
    text = trial.text
    for sentence in text.sentences:
        capitals = filter(text.is_capital, range(sentence.first, sentence.last))
        for place in capitals:
            claim = town_at(trial, place)
            if claim is not None and is_situated(trial, place):
                yield claim


def is_situated(trial: Trial, place: int) -> bool:
    """Return whether a town is where something happens or stands."""
    return is_located(trial, place) or is_of_thing(trial, place)


def town_at(trial: Trial, place: int) -> Claim | None:
    """The town that begins at a token, known to the database, to a list, or to neither; or None."""
    unit = trial.windows.place_at(place)
    if unit is not None:
        if unit.key in COUNTRIES:
            return None
        return Claim(kind="place", first=place, last=unit.last, form=unit.key)
    word = trial.text.words[place]
    cities = lexicon.load().named("cities", word)
    if not cities and not is_unknown_town(trial, place):
        return None
    key = "_" + next(iter(cities), word)
    return Claim(kind="place", first=place, last=place, form=key)


def is_unknown_town(trial: Trial, place: int) -> bool:
    """Return whether a lone capitalised word that the database does not know may be a town: «à Djeddah»."""
    text = trial.text
    if is_cyrillic(text.words[place]) or len(text.words[place]) < 4:
        return False
    if text.has("towards", place - 1):
        return False
    unit = trial.windows.unit_at(place)
    if unit is None or unit.key[0] in "_#" or trial.frames.postings(unit.key):
        return False
    return not (
        text.gap(place) in (" ", "-")
        and place + 1 < len(text.words)
        and text.is_capital(place + 1)
    )


def is_located(trial: Trial, place: int) -> bool:
    """Return whether a town is where something happens, by the word before it or by its case."""
    text = trial.text
    before = text.word(place - 1)
    if is_in_table(text, place) or is_host(text, place) or is_in_caption(trial, place):
        return True
    words = lexicon.load()
    if is_cyrillic(text.words[place]):
        return words.has("at", before) or words.ends("place_endings", text.words[place])
    return words.has("at", before) and text.gap(place - 1) == " "


def is_of_thing(trial: Trial, place: int) -> bool:
    """Return whether a town tells which of several things is meant: «l'hôpital de Pavlodar», "the Almaty plant"."""
    return noun_of(trial, place) is not None


def noun_of(trial: Trial, place: int) -> TextUnit | None:
    """The thing that is named by a town, of the few that are: «l'école d'Almaty»."""
    text = trial.text
    if not text.has("wedge", place - 1):
        return None
    for step in (2, 3):
        if text.has("sited", place - step):
            return trial.windows.unit_at(place - step)
    return None


def is_host(text: Text, place: int) -> bool:
    """Return whether a town is said to have received something: "Astana hosted …", «Paris a accueilli …»."""
    return any(text.has("hosting", place + step) for step in (1, 2))


def is_in_caption(trial: Trial, place: int) -> bool:
    """Return whether a town stands between what happened and its date: «dévoilement du monument, Almaty, mai 2014»."""
    text = trial.text
    parted = text.gap(place - 1).strip() == "," and text.gap(place).strip() == ","
    if not parted:
        return False
    sentence = text.sentence(place)
    dated = any(moment.first == place + 1 for moment in trial.moments_of(sentence))
    return dated and place - sentence.first > CAPTION


def is_in_table(text: Text, place: int) -> bool:
    """Return whether a town opens a cell of a table, or is joined to the one that does."""
    joined = text.has("joints", place - 1) and text.is_capital(place - 2)
    return "|" in text.gap(place - 1) or (joined and "|" in text.gap(place - 3))


def judge(trial: Trial, claim: Claim) -> Finding:
    """Judge a town."""
    return PlaceCase(trial, claim).judge()


class PlaceCase(Case):
    """A town on trial."""

    def judge(self) -> Finding:
        """The verdict on it: the event that its clause dates was in another town, and tells nothing of this one."""
        if why := self.attitude():
            return self.unknown(why)
        frames = self.events()
        for frame in frames:
            if self.is_where(frame):
                found = self.finding("supported", "right-place")
                return replace(found, event=frame.id, score=1.0)
        if noun_of(self.trial, self.claim.first) and not self.is_sited(frames):
            return self.unknown("no-event")
        towns = self.towns(frames)
        return self.wrong(frames[0], towns) if towns else self.unknown("no-event")

    def towns(self, frames: list[Frame]) -> list[str]:
        """The towns that are right instead, where the events that may be meant tell nothing of this one."""
        planned = self.says("planned") or self.says("coming")
        if not frames or planned:
            return []
        if any(map(self.is_told, frames)) and not self.is_of_signature(frames[0]):
            return []
        places = frames[0].places
        if "_paris" in places and not self.is_known():
            return []
        return [name for name in places if name not in COUNTRIES and self.is_town(name)]

    def is_sited(self, frames: list[Frame]) -> bool:
        """Return whether a title of the likeliest event names the same thing by its own town."""
        noun = noun_of(self.trial, self.claim.first)
        own = {*frames[0].places} if frames else set()
        return noun is not None and any(
            noun.key in variant and own & {*variant}
            for variant in (frames[0].variants if frames else ())
        )

    def is_of_signature(self, frame: Frame) -> bool:
        """Return whether the sentence gives the very day of a signature, which has one place, and but a source tells of this one."""
        own = [
            moment
            for each, moment in self.meant_here
            if each.id == frame.id and moment.kind != "weekday"
        ]
        right = [moment.is_day and moment.text == frame.preferred.value for moment in own]
        begun = max(self.claim.first - SIGNED, self.sentence.first)
        near = range(begun, self.claim.first)
        signs = any("signed" in self.words.facets(self.text.words[place]) for place in near)
        is_signature = (
            frame.preferred.kind == "signed" and signs and bool(right) and all(right)
        )
        return is_signature and self.frames.level(self.claim.form, frame) <= SAID

    def is_known(self) -> bool:
        """Return whether the town is known as one, in the database or in a list."""
        return bool(
            self.words.named("cities", self.text.words[self.first])
            or self.frames.postings(self.claim.form)
        )

    def is_town(self, name: str) -> bool:
        """Return whether a place is a town, not a country or a region."""
        return "region" not in name

    def events(self) -> list[Frame]:
        """The events that the date of the town's own part of the sentence means, the nearest first."""
        first, last = self.part()
        pairs = self.meant_here
        meant = [
            (abs(moment.first - self.first), frame)
            for frame, moment in pairs
            if moment.first not in self.trial.wrong_dates
            and first <= moment.first < last
            and not self.is_parted(moment.first)
        ]
        dates = self.dates(first, last)
        nearest = min(dates, key=lambda moment: abs(moment.first - self.first), default=None)
        if nearest is not None and not any(
            moment.first == nearest.first for _, moment in pairs
        ):
            return self.linked()
        return [
            frame for _, frame in sorted(meant, key=lambda pair: pair[0])
        ] or self.linked()

    def part(self) -> Span:
        """The tokens among which the town's date stands: its clause and the one before it, its row, its part."""
        if is_in_table(self.text, self.first):
            return self.sentence.first, self.sentence.last
        first, last = self.clause
        if len(self.moments) == 1:
            return self.cell
        if not self.dates(first, last) and first > self.sentence.cell(first)[0]:
            first = self.sentence.clause(first - 1)[0]
        return first, last

    def dates(self, first: int, last: int) -> list[Moment]:
        """The dates of the sentence between two tokens."""
        return [moment for moment in self.moments if first <= moment.first < last]

    def linked(self) -> list[Frame]:
        """The event that the sentence surely means, whether or not its date is right: one without a rival."""
        if self.is_anchor() or self.trial.is_celebrating(self.sentence):
            return []
        first, last = self.stretch()
        links = self.links(first, last)
        enough = KNOWN if self.is_alone() else SURE
        if not links or links[0].score < enough or self.is_foreign(links[0].frame):
            return []
        best = links[0].frame
        if (
            self.is_of_untold(best)
            or self.is_one_of_many(best)
            or self.is_of_another(best, first, last)
        ):
            return []
        rivals = [link.frame for link in links[1:] if link.score >= links[0].score * RIVAL]
        return [best] if all(map(self.is_elsewhere, rivals)) else []

    def stretch(self) -> Span:
        """The tokens among which the event of the town is told: its part of the sentence, its row."""
        if is_in_table(self.text, self.first):
            return self.sentence.first, self.sentence.last
        return self.cell

    def links(self, first: int, last: int) -> Links:
        """The events that the units between two tokens, without the town, may mean."""
        inside = [
            (unit, 1.0)
            for unit in self.units
            if first <= unit.first < last and unit.first != self.first
        ]
        return self.trial.ranked(self.trial.linked(inside))

    def is_of_untold(self, frame: Frame) -> bool:
        """Return whether the town's own clause tells of something else than an event: «…, assemblage à Astana»."""
        begun, ended = self.clause
        own = [
            unit
            for unit in self.units
            if begun <= unit.first < ended and unit.first != self.claim.first
        ]
        return bool(own) and not any(self.level(unit, frame) for unit in own)

    def is_anchor(self) -> bool:
        """Return whether the town is that of what something is counted from: «un an après la visite à Astana»."""
        begun = self.clause[0]
        before = self.text.words[begun : self.first]
        return self.words.any("after", before)

    def is_one_of_many(self, frame: Frame) -> bool:
        """Return whether an event is a step, an edition or a session, of which others were elsewhere."""
        return bool(frame.of or frame.edition or "session" in frame.tags)

    def is_of_another(self, best: Frame, first: int, last: int) -> bool:
        """Return whether the dates between two tokens mean another event."""
        return any(
            frame.id != best.id
            for frame, moment in self.meant_here
            if first <= moment.first < last
        )

    def is_alone(self) -> bool:
        """Return whether the town is a known one, and the sentence tells no date and no other place."""
        places = {
            unit.key
            for unit in self.units
            if unit.kind == "place" and unit.key not in COUNTRIES
        }
        dates = self.moments
        return self.is_known() and not dates and not places - {self.claim.form}

    def is_elsewhere(self, frame: Frame) -> bool:
        """Return whether an event was in other towns, and tells nothing of this one."""
        towns = [name for name in frame.places if name not in COUNTRIES]
        return bool(towns) and not self.is_told(frame)

    def is_parted(self, place: int) -> bool:
        """Return whether an "after" stands between the town and a date."""
        first = self.sentence.clause(place)[0]
        before = self.text.words[first:place]
        apart = not first <= self.first < place + BESIDE
        if apart and self.words.any("after", before):
            return True
        low, high = sorted((place, self.first))
        return self.words.any("after", self.text.words[low:high])

    def is_where(self, frame: Frame) -> bool:
        """Return whether an event was in the town."""
        return self.frames.level(self.claim.form, frame) >= NAMED_PLACE

    def is_told(self, frame: Frame) -> bool:
        """Return whether an event tells of the town."""
        key = self.claim.form
        if self.frames.level(key, frame):
            return True
        words = lexicon.load()
        return any(
            key[1:] in words.named("cities", word)
            for word in set(frame.told.replace(",", " ").replace(".", " ").split())
        )

    def wrong(self, frame: Frame, towns: list[str]) -> Finding:
        """The finding on a town that is not the event's."""
        wanted = self.trial.label(towns[0])
        written = self.text.said(self.first, self.last)
        return self.misnamed(frame, "wrong-place", wanted, written)

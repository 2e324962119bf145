"""Find and judge ordinals: the nth visit, president, edition, meeting.

The database may lack a visit, so that a count of visits is wrong only when it is below what is listed. An ordinal that
the event itself tells of the same thing must be that of the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from kzfr_cli.core import edtf
from kzfr_cli.core.record import replace
from kzfr_cli.proofreading import lexicon, numbers, quantities, thresholds
from kzfr_cli.proofreading.case import Case, Claim, Finding
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.linking import COUNTRIES, Links
from kzfr_cli.proofreading.points import SeriesPoint, values_of
from kzfr_cli.proofreading.text import Text
from kzfr_cli.proofreading.trial import Trial, prior

LARGEST = 60
SURE = thresholds.of("sure")
LIKELY = thresholds.of("likely")
RIVAL = thresholds.of("rival")
BEHIND = thresholds.count("near")
"""Words behind an ordinal among which what it ranks is told."""

RANKED = thresholds.of("passing")
"""Share of the words of a series of ranks that must be said."""
FRANCE, KAZAKHSTAN = "france", "kazakhstan"
TAGS = frozenset(("presidential-visit", "state-visit"))
INDEPENDENCE = "1991-12-16"
FRENCH_TOWNS = frozenset(("_paris", "_france", "_strasbourg", "_nice", "_lyon", "_cannes"))


def find(trial: Trial) -> Iterator[Claim]:
    """The ordinals of a text that count something."""
    text = trial.text
    dated = {place for each in trial.moments for place in range(each.first, each.last + 1)}
    for number in numbers.find(text):
        if not number.is_ordinal or number.value > LARGEST or number.first in dated:
            continue
        form = form_of(text, number.last)
        if form:
            yield Claim(
                kind="count",
                first=number.first,
                last=number.last,
                number=number.value,
                form=form,
            )


def form_of(text: Text, last: int) -> str:
    """What an ordinal counts: heads of state, visits, anything else; nothing where it is an anniversary."""
    words = lexicon.load()
    following = [text.word(last + step) for step in (1, 2, 3)]
    if words.any("anniversary", following):
        return ""
    if words.any("presidents", following[:2]):
        return "president"
    return "visit" if words.any("visits", following) else "ordinal"


def judge(trial: Trial, claim: Claim) -> Finding | None:
    """Judge an ordinal; None where nothing of the database is like it."""
    return CountCase(trial, claim).judge()


class CountCase(Case):
    """An ordinal on trial."""

    def judge(self) -> Finding | None:
        """The verdict on it."""
        if self.attitude() or self.says("attributing"):
            return None
        if self.claim.form == "president":
            return self.by_presidents()
        if self.claim.form == "visit" and self.is_state():
            return self.by_state_visits()
        if self.claim.form == "visit" and (found := self.by_visits()):
            return found
        found = self.by_event() or self.by_ranks()
        return (
            None
            if found and self.claim.form == "visit" and found.verdict == "contradicted"
            else found
        )

    # ---- told in an event

    def by_event(self) -> Finding | None:
        """The verdict by the ordinals that the events of the sentence tell."""
        heads = self.heads()
        is_timed = "%times" in heads
        if is_timed:
            heads = self.happenings()
        may_refute = not is_timed or "@meeting" in heads
        for frame, score in self.tellers():
            values = ordinals_of(frame, heads)
            if self.claim.number > 1 and self.claim.number in values:
                found = self.finding("supported", "right-number", value=self.claim.number)
                return replace(found, event=frame.id, score=score)
            if may_refute and score >= SURE and self.is_refuted(frame, values):
                return self.refused(frame, values.pop(), score)
        return None

    def heads(self) -> frozenset[str]:
        """The keys of the words that the ordinal counts."""
        number = numbers.at(self.text, self.first)
        if number is None:
            return frozenset()
        return quantities.ordinal_heads(self.text, number, self.trial.speller)

    def is_refuted(self, frame: Frame, values: set[float]) -> bool:
        """Return whether an event tells one other ordinal of the thing, and may refute that of the text."""
        return len(values) == 1 and min(values) > 1 and self.may_accuse(frame)

    def happenings(self) -> frozenset[str]:
        """The kinds of happening of which the sentence speaks: what «la troisième fois» counts."""
        return frozenset(
            f"@{kind}" for word in self.sentence.words for kind in self.words.types(word)
        )

    def refused(self, frame: Frame, value: float, score: float) -> Finding:
        """The finding on an ordinal that is not the one that the event tells."""
        found = self.finding(
            "contradicted", "wrong-number", value=value, written=self.claim.number
        )
        return replace(
            found,
            event=frame.id,
            expected=f"{value:g}",
            sources=frame.preferred.sources,
            score=score,
        )

    def may_accuse(self, frame: Frame) -> bool:
        """Return whether another ordinal of the event may refute that of the text: its date is told, and agrees."""
        meant = {each.id for each, _ in self.meant_here}
        recent = self.today is not None and prior(frame, self.today) > 1.0
        rivals = [
            link
            for link in self.links
            if link.score >= self.links[0].score * RIVAL and link.id != frame.id
        ]
        if rivals and frame.id not in meant:
            return False
        return (
            self.claim.number > 1
            and not self.is_foreign(frame)
            and (frame.id in meant or recent)
        )

    @cached_property
    def links(self) -> Links:
        """The events that the words around the ordinal may mean, its own clause first."""
        around = self.around
        window = [*around, *self.context]
        return self.trial.ranked(self.trial.linked(window))

    def tellers(self) -> list[tuple[Frame, float]]:
        """The events that the sentence may tell of, those of its dates first."""
        scores = {link.id: link for link in self.links}
        meant = {frame.id: frame for frame, _ in self.meant_near}
        found = [
            (frame, max(scores[name].score if name in scores else 0.0, SURE))
            for name, frame in meant.items()
        ]
        best = max((link.score for link in scores.values()), default=0.0)
        found += [
            (link.frame, link.score)
            for link in scores.values()
            if link.id not in meant and link.score >= max(LIKELY, best * 0.8)
        ]
        return found

    def by_ranks(self) -> Finding | None:
        """The verdict on a rank, by the series of ranks; they differ by source, so that none refutes another."""
        number = self.claim.number
        ranks = self.ranks()
        told = [each for each in ranks if each.value == number]
        rivals = [each for each in ranks if number in values_of(each)[1:]]
        if not told and not rivals:
            return None
        each = (told or rivals)[0]
        verdict, code = "supported", "right-figure"
        if rivals or self.is_contested(each):
            verdict, code = "disputed", "contested-figure" if told else "disputed-figure"
        found = self.finding(
            verdict,
            code,
            label=each.label,
            value=each.own_value,
            unit=each.own_unit,
            bound=each.bound,
            period=each.period,
            written=number,
        )
        return replace(found, event=each.id, sources=each.sources, score=1.0)

    def is_contested(self, point: SeriesPoint) -> bool:
        """Return whether sources give other ranks than that of a point."""
        return bool(point.rivals) or any(each.value != point.value for each in self.ranks())

    def ranks(self) -> list[SeriesPoint]:
        """The points of series of ranks of which the sentence speaks."""
        return [
            each
            for share, each in self.trial.spoken(self.sentence, self.first)
            if each.unit == "rank" and share >= RANKED and self.is_ranked(each)
        ]

    def is_ranked(self, each: SeriesPoint) -> bool:
        """Return whether the words behind the ordinal are some of a series: «sixième fournisseur»."""
        behind = range(self.last + 1, self.last + 1 + BEHIND)
        keys = {unit.key for unit in self.units if unit.first in behind} - COUNTRIES
        return any(keys & {*variant} for variant in each.keys)

    # ---- visits

    def is_state(self) -> bool:
        """Return whether the ordinal counts state visits."""
        return self.sentence.says_phrase("state_visit")

    def host(self) -> str:
        """The country that is visited, or nothing: of the two, the one that stands last after the ordinal."""
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
        """The only person whom the words of the same clause name before «est le quatrième président …»."""
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
        return next(iter(people)) if len(people) == 1 else ""

    def by_presidents(self) -> Finding | None:
        """The verdict on «le troisième président français à se rendre au Kazakhstan»."""
        near = self.text.words[self.first : self.last + 5]
        french = self.words.any("french_side", near)
        speaks = "@visit" in self.happenings() or bool(self.host())
        if not speaks or not french:
            return None
        firsts: dict[str, Frame] = {}
        for frame in self.visits(KAZAKHSTAN, TAGS):
            for name in visitors_of(frame):
                firsts.setdefault(name, frame)
        person = self.visitor(firsts)
        if not person:
            return None
        return self.counted([*firsts].index(person) + 1, firsts[person])

    def visitor(self, known: Iterable[str]) -> str:
        """The visitor of whom the sentence speaks, the only one whom it names; or nothing."""
        if (person := self.person()) in known:
            return person
        units = self.units
        named = {unit.key for unit in units if unit.key in known}
        return named.pop() if len(named) == 1 else ""

    def by_visits(self) -> Finding | None:
        """The verdict on the nth visit of someone to a country."""
        host, person = self.host(), self.person()
        if not host or not person or self.says("soft_counts"):
            return None
        own = [
            frame for frame in self.visits(host, TAGS | {"visit"}) if person in frame.people
        ]
        own = [frame for frame in own if person in visitors_of(frame)]
        return self.counted(len(own), own[-1]) if own else None

    def by_state_visits(self) -> Finding | None:
        """The verdict on the nth state visit to a country."""
        host = self.host()
        visits = self.visits(host, frozenset(("state-visit",))) if host else []
        meant = [frame.id for frame, _ in self.meant_near]
        linked = [link.id for link in self.trial.links(self.sentence)[:3]]
        for name in (*meant, *linked):
            for place, frame in enumerate(visits, 1):
                if frame.id == name:
                    return self.counted(place, frame)
        return None

    def counted(self, count: int, frame: Frame) -> Finding | None:
        """The finding on a number where so many are listed."""
        number = int(self.claim.number)
        until = frame.preferred.date.text
        facts = {"count": count, "number": number, "to": until}
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


def ordinals_of(frame: Frame, heads: frozenset[str]) -> set[float]:
    """The ordinals that an event tells of some things."""
    ordinals = [told for told in frame.numbers if told.is_ordinal]
    return {told.value for told in ordinals if told.heads & heads}


def host_of(frame: Frame) -> str:
    """The country that a visit is to."""
    return FRANCE if FRENCH_TOWNS & set(frame.places) else KAZAKHSTAN


def visitors_of(frame: Frame) -> list[str]:
    """The persons of a visit whom its titles name."""
    titled = {unit for variant in frame.variants for unit in variant}
    return [name for name in frame.people_in_order if name in titled][:1]

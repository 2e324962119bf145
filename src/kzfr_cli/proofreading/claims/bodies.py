"""Find and judge the organisations that act: states' own, which sign and meet, and partners, who
sign together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kzfr_cli.core.record import replace
from kzfr_cli.languages.letters import is_cyrillic
from kzfr_cli.proofreading import (
    lexicon,
    roles,
    sorts,
    thresholds,
)
from kzfr_cli.proofreading.case import Claim, Finding
from kzfr_cli.proofreading.claims import full_names, same_sort
from kzfr_cli.proofreading.claims.instead import InsteadCase
from kzfr_cli.proofreading.claims.stand_ins import (
    OF_MANY,
    ORGANISED,
    UNRECORDED,
)
from kzfr_cli.proofreading.framed import OWN
from kzfr_cli.proofreading.frames import ROOT, Frame
from kzfr_cli.proofreading.linking import Links
from kzfr_cli.proofreading.plain import plain
from kzfr_cli.proofreading.text import Text
from kzfr_cli.proofreading.trial import Trial
from kzfr_cli.proofreading.vocabulary import TextUnit

BODIES = frozenset(
    [
        "_ocs",
        "_oci",
        "_osce",
        "_onu",
        "_union_europeenne",
        "_otan",
        "_cei",
        "_unesco",
        "_conseil_de_l_europe",
        "_cica",
        "_oaci",
        "_omc",
        "_oms",
        "_iata",
        "_agence_internationale_energie_atomique",
        "_bie",
        "_berd",
        "_banque_mondiale",
        "_otsc",
        "_g7",
        "_g20",
        "_uee",
    ]
)
"""Organisations of states, which sign, meet and decide."""


HALF = thresholds.of("half")
"""Share of the best score below which an event excuses nothing."""


LIKELY = thresholds.of("likely")
SURE = thresholds.of("certain")
RIVAL = thresholds.of("rival")
"""Score from which an event of the day of the sentence is meant, and one without it; share of it
that no other reaches.
"""

MOST = 3
POSSIBLE = 8
TITLE = 4
"""Events of which one may be meant, and of which none may tell of an organisation that is held
against a text; words of the name of an institution.
"""


def find(trial: Trial) -> Iterator[Claim]:
    """The organisations of a text, and unknown names that are joined to one."""
    well_known = list(same_sort.find(trial))
    yield from well_known
    taken = {place for each in well_known for place in range(each.first, each.last + 1)}
    for sentence in trial.text.sentences:
        for name in full_names.find(trial, sentence):
            taken.update(range(name.first, name.last + 1))
        for unit in trial.windows.units(sentence):
            if unit.first in taken:
                continue
            last = last_of_body(trial, unit)
            if last is not None:
                yield Claim(
                    kind="organisation",
                    first=unit.first,
                    last=last,
                    form=unit.key,
                )


def last_of_body(trial: Trial, unit: TextUnit) -> int | None:
    """The last token of an organisation that a unit begins; None where it begins none: what
    somebody is, «Ректор», «Président», is not the name of one.
    """
    if unit.key in BODIES or unit.kind in ORGANISED:
        return unit.last
    if lexicon.load().named("roles", trial.text.words[unit.first]):
        return None
    last = last_of_name(trial, unit)
    if is_partner(trial, unit, last) or is_stranger(trial, unit, last):
        return last
    return None


def last_of_name(
    trial: Trial,
    unit: TextUnit,
) -> int:
    """The last token of an unknown name of several words: «BNP Paribas», «l'Orchestre national
    de Lyon».
    """
    text, last = trial.text, unit.last
    if sorts.at(text, unit.first) and not is_cyrillic(text.words[last]):
        last = last_of_title(trial, last)
    end = text.sentence(last).last
    while last + 1 < end and text.gap(last) in (" ", "-") and text.is_capital(last + 1):
        last += 1
    return last


def last_of_title(trial: Trial, place: int) -> int:
    """The capitalised word that ends the name of an institution, a few small words behind its
    noun; else the noun.
    """
    text = trial.text
    end = min(text.sentence(place).last, place + 1 + TITLE)
    for each in range(place + 1, end):
        if text.gap(each - 1) not in (" ", "'", "’", "-") or text.has("at", each):
            break
        if text.is_capital(each):
            return each
    return place


def is_partner(
    trial: Trial,
    unit: TextUnit,
    last: int,
) -> bool:
    """Return whether an unknown name, of no country, is joined to an organisation."""
    if not unit.is_proper or lexicon.load().countries(trial.text.words[unit.first]):
        return False
    if roles.at(trial.text, unit.first):
        return False
    return any(each.kind in ORGANISED for each in trial.joined(unit.first, last))


def is_stranger(
    trial: Trial,
    unit: TextUnit,
    last: int,
) -> bool:
    """Return whether an unknown name says itself of what sort it is, or stands as an agent:
    «l'Institut Curie», «avec BNP Paribas».
    """
    text = trial.text
    is_titled = last > unit.first and bool(sorts.at(text, unit.first))
    if unit.key[0] == "_" or not (is_titled or text.is_capital(unit.first)):
        return False
    if roles.at(text, unit.first):
        return False
    if lexicon.load().countries(text.words[unit.first]) or trial.frames.postings(unit.key):
        if last <= unit.first:
            return False
        return bool(sorts.at(text, unit.first))
    is_named = last > unit.first or text.said(unit.first, last).isupper()
    is_called = bool(sorts.of_name(text, unit.first, last))
    is_named = is_named or is_adjective(text, unit)
    if not is_named:
        return False
    return is_called or text.has("agents", unit.first - 1)


def is_adjective(
    text: Text,
    unit: TextUnit,
) -> bool:
    """Return whether a capitalised word of Russian or Kazakh tells which institution the noun
    behind it is: «Страсбургский университет».
    """
    is_before = bool(sorts.at(text, unit.last + 1)) and text.gap(unit.last) == " "
    return unit.is_proper and is_before and is_cyrillic(text.words[unit.first])


def judge(
    trial: Trial,
    claim: Claim,
) -> Finding | None:
    """Judge an organisation; None where no event of the sentence tells who took part."""
    case = BodyCase(trial, claim)
    if case.attitude():
        return None
    same = same_sort.SameSortCase(trial, claim)
    is_recorded = claim.form[0] != UNRECORDED
    if is_recorded:
        return case.judge() or same.judge()
    return same.judge() or case.judge()


class BodyCase(InsteadCase):
    """An organisation on trial."""

    def judge(self) -> Finding | None:
        """The verdict on it as one of states or a partner, or by those of the event."""
        found = self.of_states() if self.claim.form in BODIES else self.of_partners()
        return found or self.by_bodies()

    def of_states(self) -> Finding | None:
        """The verdict on one of states: the event of the sentence has another one, and only
        that.
        """
        said = {unit.key for unit in self.units}
        if len(said & BODIES) > 1:
            return None
        postings = self.frames.postings
        for frame, score in self.events():
            told = {name: postings(name).get(frame.place, 0.0) for name in BODIES}
            own = {name for name, level in told.items() if level}
            titled = {name for name, level in told.items() if level >= OWN}
            is_own = self.claim.form in own and not self.is_author()
            if self.claim.form in titled or is_own:
                return self.right(frame, score)
            if self.is_alone(titled):
                return self.wrong(frame, next(iter(titled)), score)
        return None

    def is_alone(self, titled: set[str]) -> bool:
        """Return whether an event has one of states, and nothing is counted from this one."""
        return len(titled) == 1 and not self.is_anchor()

    def of_partners(self) -> Finding | None:
        """The verdict on one of those who took part: it stands where the only one stands that
        the sentence lacks.
        """
        events = self.events()
        if not events:
            return None
        for frame, score in events:
            if self.is_told(frame):
                took_part = self.claim.form in frame.bodies and not self.is_in_place(frame)
                if took_part:
                    return self.right(frame, score)
                return None
        least = self.links[0].score * HALF
        possible = [link for link in self.links[:POSSIBLE] if link.score >= least]
        if any(self.is_told(link.frame) for link in possible):
            return None
        for frame, score in events:
            missing = self.missing(frame)
            if missing and self.stands_for(missing, frame):
                return self.wrong(frame, missing[0], score)
        return None

    def by_bodies(self) -> Finding | None:
        """The verdict by the organisations of the event: this one is one of them, or stands
        where one of its sort is lacking.
        """
        for frame in self.known:
            if self.claim.form in frame.bodies:
                if self.is_in_place(frame):
                    return None
                return self.right(frame, 1.0)
        if self.is_reported() or self.is_excused() or not self.text.is_capital(self.first):
            return None
        found, wanted = self.first_lacking(self.lacking)
        if found:
            return self.wrong(found, wanted, 1.0)
        return None

    def own_names(self, frame: Frame) -> Iterable[str]:
        """The token of the one of an event in whose place the organisation stands, beside one of
        them that the sentence names.
        """
        beside = {unit.key for unit in self.trial.joined(self.first, self.last)}
        if not beside & {*frame.bodies}:
            return []
        return [name for name in (self.replaced(frame),) if name]

    def is_told_of(
        self,
        frame: Frame,
    ) -> bool:
        """Return whether an event tells of the organisation, in whatever words."""
        return self.is_told(frame) or self.is_qualified_by(frame)

    def is_qualified_by(
        self,
        frame: Frame,
    ) -> bool:
        """Return whether an event tells any of the words that say which institution it is, or
        one of its institutions is called by it.
        """
        if self.claim.form[0] in "_=":
            return False
        named = [
            self.text.words[each][:ROOT]
            for each in range(self.first, self.last + 1)
            if self.text.is_capital(each) and not sorts.at(self.text, each)
        ]
        told = f"{frame.told} {self.called(frame)}"
        return any(root in told for root in named)

    def called(self, frame: Frame) -> str:
        """What the organisations of an event are called in the language of the text."""
        return " ".join(plain(self.trial.label(name)) for name in frame.bodies)

    def lacking(self, frame: Frame) -> str:
        """The one of an event in whose place the organisation stands, where the sentence tells
        enough of the event to say so of a firm; or nothing.
        """
        if self.sorts == {sorts.FIRM} and not self.is_anchored(frame):
            return ""
        return self.replaced(frame)

    def replaced(self, frame: Frame) -> str:
        """The one of an event in whose place the organisation stands: the only one of its sort
        that the text lacks; or nothing.
        """
        own = [name for name in self.recorded(frame) if not self.is_said(name)]
        if self.strangers(frame, ORGANISED) or not self.is_one_of(frame, own):
            return ""
        mine = self.sorts
        like = [name for name in own if mine & sorts.of_token(self.frames, name)]
        return self.only(like, frame) or self.first_of_unsaid(like, frame)

    def recorded(self, frame: Frame) -> list[str]:
        """The organisations of an event, of those at which many take part those of its titles."""
        if frame.category not in OF_MANY:
            return [*frame.bodies]
        return [name for name in frame.bodies if name in frame.titling]

    def events(self) -> list[tuple[Frame, float]]:
        """The events that the sentence surely means: on the day that it gives, or without a
        rival.
        """
        meant = {frame.id for frame, _ in self.meant_near}
        if not meant and self.moments:
            return []
        found = [
            link for link in self.links[:MOST] if link.id in meant and link.score >= LIKELY
        ]
        return [(link.frame, link.score) for link in found or self.sure(self.links)]

    def sure(self, links: Links) -> Links:
        """The event that some words surely mean without its date, or none."""
        if not links or links[0].score < SURE or self.is_foreign(links[0].frame):
            return []
        is_rival = len(links) > 1 and links[1].score >= links[0].score * RIVAL
        if is_rival or self.moments:
            return []
        return links[:1]

    def right(
        self,
        frame: Frame,
        score: float,
    ) -> Finding | None:
        """The finding on an organisation that the event tells; None where it has another of its
        sort before it.
        """
        if same_sort.SameSortCase(self.trial, self.claim).stands_behind(frame):
            return None
        found = self.finding("supported", "right-organisation")
        return replace(
            found,
            event=frame.id,
            score=score,
        )

    def wrong(
        self,
        frame: Frame,
        right: str,
        score: float,
    ) -> Finding:
        """The finding on an organisation that is not the event's."""
        wanted = self.trial.label(right)
        written = self.text.said(self.first, self.last)
        facts = {"name": wanted, "written": written}
        return replace(
            self.finding("contradicted", "wrong-organisation", **facts),
            event=frame.id,
            expected=wanted,
            sources=frame.preferred.sources,
            score=score,
            suggestions=(wanted,),
        )

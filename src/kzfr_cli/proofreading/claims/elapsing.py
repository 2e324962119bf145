"""What the cases of elapsed time share: their ends, their arithmetic, their findings."""

from __future__ import annotations

from functools import cached_property

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.record import replace
from kzfr_cli.languages.letters import is_cyrillic
from kzfr_cli.proofreading import (
    arithmetic,
    closeness,
    judging,
    lexicon,
    thresholds,
)
from kzfr_cli.proofreading.case import (
    Case,
    Finding,
)
from kzfr_cli.proofreading.frames import (
    Dated,
    Frame,
)
from kzfr_cli.proofreading.linking import (
    Link,
    Links,
    Window,
)
from kzfr_cli.proofreading.moments import Moment
from kzfr_cli.proofreading.text import Text

NEAR_VERB = thresholds.count("beside")
"""Words around a time among which the step that it is counted from is named."""

NAMED = thresholds.of("half")
"""Score, and share of a title, from which the clause of a time names an event by itself."""

WHOLE = thresholds.of("whole")
WHOLLY = thresholds.of("named")
"""Share of a title from which it is said as a whole, and the score from which it is then surely
meant.
"""

ONCE = frozenset(("founded", "signed", "opened", "published"))
"""Kinds of dates of what happens once."""

RARE = frozenset(
    (
        "signed",
        "in-force",
        "ratified",
        "founded",
    )
)
WITHOUT = thresholds.of("without")
"""Steps that tell one event from another, and what is left of the link to an event that lacks
the one asked for.
"""

LATER = frozenset(("in-force", "ratified", "approved", "published"))
"""Steps of an act that come after its signature, from which a time is counted only where it
says so: "thirty years since it entered into force".
"""

UNASKED = LATER | {"announced"}
"""Dates from which no time is counted where another will do."""

WEEKS = 60
"""Days before a text in which a day without its year is surely of that year."""

SAYS_LITTLE = thresholds.of("little")
"""Weight of the words around a time below which the sentence before is read, too."""


class ElapsedCase(Case):
    """A time elapsed on trial."""

    def own_dates(self) -> list[Moment]:
        """The dates of the sentence outside the claim."""
        inside = range(self.first, self.last + 1)
        return [
            each
            for each in self.moments
            if each.is_resolved
            and each.first not in inside
            and not each.part
            and not each.relative.endswith("text")
        ]

    def is_exact(self, moment: Moment) -> bool:
        """Return whether a date is a day or a month of a year that the text states, or that of
        the weeks before it.
        """
        if moment.kind not in ("day", "month") or moment.first in self.trial.wrong_dates:
            return False
        today, day = self.today, moment.earliest
        if moment.has_year or today is None or day is None:
            return moment.has_year
        return 0 <= (today - day).days <= WEEKS

    def linked(
        self,
        low: int,
        high: int,
    ) -> Links:
        """The events that the words between two tokens may mean."""
        inside = range(self.first, self.last + 1)
        window = [
            (unit, 1.0)
            for unit in self.units
            if low <= unit.first < high and unit.first not in inside
        ]
        links = self.trial.linked(window) if window else []
        return [link for link in links if self.may_be_meant(link.frame)]

    def may_be_meant(self, frame: Frame) -> bool:
        """Return whether time may be counted from an event: it is not another country's, nor the
        celebration of what happened earlier.
        """
        if self.is_foreign(frame):
            return False
        return not frame.is_celebration or self.trial.is_celebrating(self.sentence)

    def subjects(self) -> Links:
        """The events that the words around may mean: those of its own clause where they name
        one, else of the sentence.
        """
        own = self.own
        named = self.rated(own)
        best = named[0] if named else None
        if best and (best.likeness >= WHOLE or min(best.likeness, best.score) >= NAMED):
            return named
        around = self.around
        weighty = self.trial.weight_of(around)
        if weighty < SAYS_LITTLE or self.says("pronouns"):
            around = [*around, *self.context]
        return self.surer(self.rated(around), named)

    def surer(
        self,
        links: Links,
        named: Links,
    ) -> Links:
        """Of two readings the one by the claim's own clause, where it names half a title and
        means it more surely.
        """
        if not links or not named or named[0].likeness < NAMED:
            return links
        if named[0].score > links[0].score:
            return named
        return links

    def rated(self, window: Window) -> Links:
        """The events that some units may mean, but those of other countries."""
        links = self.trial.linked(window)
        return self.stepped([link for link in links if self.may_be_meant(link.frame)])

    def stepped(self, links: Links) -> Links:
        """Links, those first that have the step which the words beside the time ask for: «signé
        il y a vingt ans».
        """
        if not self.asked & RARE:
            return links
        found = [
            link if self.has_asked(link.frame) else link.expected(link.prior * WITHOUT)
            for link in links
        ]
        return sorted(found, key=lambda link: (-link.score, link.id))

    def has_asked(self, frame: Frame) -> bool:
        """Return whether an event has one of the steps that are asked for."""
        return any(each.kind in self.asked for each in frame.dates)

    def is_numbered(self, frame: Frame) -> bool:
        """Return whether the event itself tells the number of the same unit."""
        return any(
            told.unit == self.claim.unit and told.value == self.claim.number
            for told in frame.numbers
        )

    def was(
        self,
        frame: Frame,
        moment: Moment,
    ) -> bool:
        """Return whether an event was at a date."""
        return any(judging.compare(moment, dated) in judging.AGREE for dated in frame.dates)

    def is_named(
        self,
        link: Link,
        least: float,
    ) -> bool:
        """Return whether an event is surely meant: by its score, or as what happens once and is
        said as a whole.
        """
        if self.claim.unit == "year" and self.is_dated_here(link):
            return True
        once = link.frame.once or link.frame.preferred.kind in ONCE
        whole = (once and link.likeness >= WHOLE) or self.is_only_visit(link)
        return link.score >= (min(WHOLLY, least) if whole else least)

    def is_repeated(self, link: Link) -> bool:
        """Return whether an event comes again and is not named as a whole."""
        if self.claim.unit == "year" and self.is_dated_here(link):
            return False
        again = link.frame.category in ("visit", "diplomacy", "sport", "culture")
        sure = link.likeness >= 0.75 and self.claim.form != "since"
        once = link.frame.once or link.frame.preferred.kind in ONCE
        if not again:
            return False
        if once:
            return False
        if sure:
            return False
        return not self.is_only_visit(link)

    def is_only_visit(self, link: Link) -> bool:
        """Return whether an event is the only visit of somebody whom the sentence names."""
        if link.frame.category != "visit":
            return False
        named = [token for token in link.frame.titled if self.says_name(token)]
        return any(len(self.frames.visits(token)) == 1 for token in named)

    def says_name(self, token: str) -> bool:
        """Return whether the sentence says a name."""
        return any(unit.key == token for unit in self.units)

    def dates(self, frame: Frame) -> list[Dated]:
        """The dates of an event that may begin a time."""
        dates = finest(frame)
        chosen = [each for each in dates if each.kind in self.asked]
        own = [each for each in dates if each.kind not in UNASKED]
        return chosen or own or dates

    def may_begin(
        self,
        frame: Frame,
        dated: Dated,
    ) -> bool:
        """Return whether time may be counted from a date: it is firm, and not that of the event
        told less exactly.
        """
        return dated in finest(frame)

    @cached_property
    def asked(self) -> set[str]:
        """The kinds of dates that the words beside the time ask for: «signé il y a dix ans»."""
        begun = max(self.first - NEAR_VERB, self.sentence.first)
        near = self.steps_between(begun, self.last + NEAR_VERB + 2)
        further = self.steps_between(self.last + 1, self.clause_behind()) & LATER
        if near or further or self.claim.form not in ("ago", "since"):
            return near | further
        behind = range(self.last + 1, self.cell[1])
        before = range(
            self.first - 1,
            self.clause[0] - 1,
            -1,
        )
        steps = (self.steps_between(place, place + 1) for place in (*behind, *before))
        return next(filter(None, steps), set())

    def clause_behind(self) -> int:
        """The end of the clause that goes on behind the time."""
        return self.sentence.clause(self.last)[1]

    def steps_between(
        self,
        first: int,
        last: int,
    ) -> set[str]:
        """The kinds of dates of which the words between two tokens speak."""
        return {
            kind for word in self.text.words[first:last] for kind in self.words.facets(word)
        }

    def fits(
        self,
        of: PartialDate,
        at: PartialDate,
    ) -> bool:
        """Return whether the number holds between two partial dates, whichever is first."""
        if of.earliest and at.earliest and at.earliest < of.earliest:
            of, at = at, of
        counted = arithmetic.spans(of, at, self.claim.unit)
        return any(
            arithmetic.holds(self.claim.number, self.claim.bound, span, self.claim.unit)
            for span in counted
        )

    # ---- findings

    def right(
        self,
        link: Link,
        dated: Dated,
        at: PartialDate,
    ) -> Finding:
        """The finding on a number that fits."""
        found = self.agreement(dated.date, dated.kind, at)
        return self.on(found, link.frame, dated, link.score)

    def agreement(
        self,
        of: PartialDate,
        kind: str,
        at: PartialDate,
    ) -> Finding:
        """The finding on a number that fits between two dates: confirmed where a careful hand
        would have counted so, unknown where it is merely not to be held against the text.
        """
        if not closeness.is_close(self.claim, of, at):
            return self.finding("unknown", "other-facet")
        facts = self.agreed(self.facts(of, kind, at))
        return self.finding("supported", "right-years", **facts)

    def agreed(self, facts: dict[str, object]) -> dict[str, object]:
        """The arithmetic of a right number, told as the text counts: 34 years and ten months are
        thirty-five.
        """
        if self.is_plain():
            return {**facts, "elapsed": facts["number"]}
        return facts

    def is_plain(self) -> bool:
        """Return whether the number has no bound: neither «plus de» nor «près de»."""
        return self.claim.bound == "exact"

    def wrong(
        self,
        link: Link,
        dated: Dated,
        at: PartialDate,
    ) -> Finding:
        """The finding on a wrong number."""
        facts = self.facts(dated.date, dated.kind, at)
        right = int(str(facts["elapsed"]))
        code = "day-wrong-years" if right == facts["number"] else "wrong-years"
        found = replace(
            self.finding("contradicted", code, **facts),
            expected=str(right),
        )
        return self.on(found, link.frame, dated, link.score)

    def facts(
        self,
        of: PartialDate,
        kind: str,
        at: PartialDate,
    ) -> dict[str, object]:
        """The arithmetic."""
        if of.earliest and at.earliest and at.earliest < of.earliest:
            of, at = at, of
        counted = arithmetic.spans(of, at, self.claim.unit)
        return {
            "of": of.text,
            "kind": kind,
            "to": at.text,
            "number": int(self.claim.number),
            "years": None,
            "elapsed": int(counted[0] + 0.01) if counted else 0,
            "unit_of_time": self.claim.unit,
        }


def finest(frame: Frame) -> list[Dated]:
    """The firm dates of an event but those of its celebrations and those told finer besides."""
    firm = [each for each in frame.dates if each.is_firm]
    own = [each for each in firm if each.kind != "celebrated"]
    return [each for each in own if not is_told_finer(each, own)]


def is_told_finer(dated: Dated, dates: list[Dated]) -> bool:
    """Return whether another date of the same kind tells the day or the month of a mere year, or
    the day of a mere month.
    """
    value = dated.date
    same = [each.date for each in dates if each.kind == dated.kind]
    if value.precision == "month":
        return any(each.day and each.month == value.month for each in same)
    is_coarse = value.precision == "year"
    return is_coarse and any(each.month and each.year == value.year for each in same)


def is_after_ablative(text: Text, first: int) -> bool:
    """Return whether the word before a number of units says before what it was, as in Kazakh:
    «шартқа қол қойылардан бір күн бұрын», «бұған үш күн бұрын».
    """
    if text.gap(first - 1) != " " or not is_cyrillic(text.words[first]):
        return False
    return lexicon.load().ends("from_which_endings", text.word(first - 1))

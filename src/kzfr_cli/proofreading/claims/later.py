"""Judge the time between two things that happened: N years after something, N days later, N
months before.
"""

from __future__ import annotations

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.record import replace
from kzfr_cli.proofreading import arithmetic, closeness, durations, thresholds
from kzfr_cli.proofreading.case import Finding
from kzfr_cli.proofreading.claims.elapsing import WHOLE, is_after_ablative
from kzfr_cli.proofreading.claims.stories import (
    CLOSE,
    FAR,
    HALF,
    SURE,
    StoryCase,
)
from kzfr_cli.proofreading.frames import Dated
from kzfr_cli.proofreading.linking import (
    Link,
    Links,
)
from kzfr_cli.proofreading.moments import Moment

LEAST = thresholds.of("likely")
"""Score from which an event may be an end of the time."""

NEARLY = thresholds.of("nearly")
"""Share of the titles of two visits from which the one is surely counted from the other."""

TELLING = thresholds.of("telling")
"""Weight of the words after «après» from which they surely tell an event, however little they
are.
"""

LIKELY = thresholds.of("likely")

NEAR_HEAD = 3
"""Words of a sentence among which a time opens it."""


class LaterCase(StoryCase):
    """A time between two things that happened, on trial."""

    def judge(self) -> Finding:
        """The verdict on the time between two things that happened, where both can be told."""
        found = self.by_ends()
        if found.verdict == "contradicted" and self.is_undivided():
            return self.unknown("no-event")
        return found

    def is_undivided(self) -> bool:
        """Return whether no sign parts what follows «après» from the main clause: "A year after the
        visit the two men met".
        """
        _, last = self.anchor()
        return self.first == self.sentence.first and last >= self.sentence.last

    def by_ends(self) -> Finding:
        """The verdict by what the time is counted from and to."""
        dates = self.own_dates()
        first, last = self.anchor()
        if self.is_behind_anchor():
            first, last = self.clause[0], self.first
        anchors = self.meant_between(first, last) or self.anchors(first, last)
        others = self.linked(self.sentence.first, self.first) + self.linked(
            max(last, self.sentence.clause(self.last)[1]), self.sentence.last
        )
        found = self.between_dates(dates) if len(dates) > 1 else self.from_before(dates)
        if found is not None and found.code != "no-event":
            return found
        if stepped := self.by_steps(anchors, others, dates) or self.told_on(others, dates):
            return stepped
        if found is not None:
            return (
                self.fitting(self.likely(anchors) + self.told(), self.ends(dates)) or found
            )
        return self.between_events(anchors, others, dates)

    def from_before(self, dates: list[Moment]) -> Finding | None:
        """The verdict on a time that opens its sentence, from a date of the one before to the only
        one of its own: «Huit mois plus tôt, en mai, …».
        """
        told = self.told_before()
        if not told or len(dates) != 1 or not self.is_exact(dates[0]):
            return None
        links = self.subjects()
        fitting = [each for each in told if self.fits(each.date, dates[0].date)]
        if fitting:
            return self.right_between(links, dates[0], fitting[0])
        if len(told) > 1 or self.is_far_from(told[0], dates[0]):
            return None
        return self.wrong_between(links, [told[0], dates[0]])

    def told_before(self) -> list[Moment]:
        """The exact dates of the sentence before, where the time opens its own."""
        before = self.sentence.previous
        opens = self.first - self.sentence.first <= NEAR_HEAD
        if before is None or not opens or self.claim.form not in ("later", "earlier"):
            return []
        return (
            []
            if before.is_row
            else list(filter(self.is_exact, self.trial.moments_of(before)))
        )

    def right_between(self, links: Links, one: Moment, other: Moment) -> Finding:
        """The finding on a number that two dates make right."""
        found = self.agreement(one.date, "", other.date)
        return self.of_date(found, links, one, other)

    def is_far_from(self, one: Moment, other: Moment) -> bool:
        """Return whether the time does not run from the one date to the other, or is no slip."""
        first, last = one.date, other.date
        if self.claim.form == "earlier":
            first, last = last, first
        return first.sort_key() >= last.sort_key()

    def is_behind_anchor(self) -> bool:
        """Return whether what the time is counted from stands before it, as in Kazakh:
        «келгеннен кейін елу жыл өткен соң», «шарттан бір күн бұрын».
        """
        if self.claim.form == "earlier":
            return is_after_ablative(self.text, self.first)
        return self.claim.form == "later" and self.text.has("after", self.first - 1)

    def anchors(self, first: int, last: int) -> Links:
        """The events that the words after «après» may mean; with who does it where they leave
        him to the main clause: «douze ans après y être venu, M. Tokaïev …».
        """
        apart = self.linked(first, last)
        inside = [unit for unit in self.units if first <= unit.first < last]
        persons = [unit for unit in self.units if unit.kind == "person"]
        is_named = any(unit in inside for unit in persons)
        if is_named or not apart or apart[0].likeness >= HALF:
            return apart
        window = [(unit, 1.0) for unit in (*inside, *persons)]
        return [
            link for link in self.trial.linked(window) if not self.is_foreign(link.frame)
        ]

    def meant_between(self, first: int, last: int) -> Links:
        """The events that the dates between two tokens were found to mean."""
        return [
            Link(
                frame=frame,
                coverage=1.0,
                likeness=1.0,
                explained=1.0,
            )
            for frame, moment in self.trial.meant.get(self.sentence.number, [])
            if first <= moment.first < last
        ]

    def ends(self, dates: list[Moment]) -> list[PartialDate]:
        """The dates that the text tells, or that the events told have."""
        told = [dated.date for _, dated in self.told()]
        return [each.date for each in dates] + told

    def fitting(
        self, starts: list[tuple[Link, Dated]], ends: list[PartialDate]
    ) -> Finding | None:
        """The finding on a number that fits between an event and an end."""
        for link, dated in starts:
            for at in ends:
                value = dated.date
                if at.text != value.text and self.fits(value, at):
                    return self.right(link, dated, at)
        return None

    def between_dates(self, dates: list[Moment]) -> Finding:
        """The verdict by the dates of the sentence alone."""
        links = self.subjects()
        best = links[0] if links else None
        pairs = [(one, other) for one in dates for other in dates if one.first < other.first]
        fitting = [pair for pair in pairs if self.fits(pair[0].date, pair[1].date)]
        if fitting:
            if self.is_parted_from(*fitting[0], dates):
                return self.unknown("other-facet", best)
            return self.right_between(links, *fitting[0])
        exact = len(dates) == 2 and all(map(self.is_exact, dates))
        if not exact or self.is_elsewhere() or self.is_backwards(dates):
            return self.unknown("no-event", best)
        return self.wrong_between(links, dates)

    def is_backwards(self, dates: list[Moment]) -> bool:
        """Return whether the date that follows «après» is the later of two."""
        first, last = self.anchor()
        one, other = sorted(dates, key=lambda each: not first <= each.first < last)
        if self.claim.form != "after" or not first <= one.first < last:
            return False
        return one.date.sort_key() > other.date.sort_key()

    def is_parted_from(
        self,
        one: Moment,
        other: Moment,
        dates: list[Moment],
    ) -> bool:
        """Return whether a date stands between a time «plus tard» and the one that it would be
        counted from: «en juin, … en juillet ; quatre mois plus tard, le 23 septembre».
        """
        if self.claim.form != "later" or not one.first < self.first < other.first:
            return False
        between = [each for each in dates if one.first < each.first < self.first]
        begun, ended = one.date.sort_key(), other.date.sort_key()
        return any(begun < each.date.sort_key() < ended for each in between)

    def wrong_between(self, links: Links, dates: list[Moment]) -> Finding:
        """The finding on a number that two dates refute; none on one too far off for a slip."""
        of, at = sorted((each.date for each in dates), key=lambda value: value.sort_key())
        if arithmetic.spans(of, at, self.claim.unit)[0] > FAR * self.claim.number:
            return self.unknown("no-event")
        facts = self.facts(of, "", at)
        found = replace(
            self.finding("contradicted", "wrong-years", **facts),
            expected=str(facts["elapsed"]),
        )
        return self.of_date(found, links, *dates)

    def is_elsewhere(self) -> bool:
        """Return whether the dates may not be the ends of the time: they stand in another part
        of the sentence.
        """
        first, last = self.cell
        return any(not first <= each.first < last for each in self.own_dates())

    def of_date(self, found: Finding, links: Links, *dates: Moment) -> Finding:
        """The finding with the event that was at one of some dates."""
        owners = [frame for frame, moment in self.meant_here if moment in dates]
        linked = [
            link.frame for link in links if any(self.was(link.frame, each) for each in dates)
        ]
        best = [*owners, *linked, *(link.frame for link in links[:1])]
        return replace(
            found,
            event=best[0].id if best else "",
            score=links[0].score if links else 0.0,
        )

    def between_events(
        self,
        anchors: Links,
        others: Links,
        dates: list[Moment],
    ) -> Finding:
        """The verdict by the events of the words before and after, the date of the sentence,
        what was just told.
        """
        starts = self.likely(anchors) if anchors else self.told() + self.likely(others)
        ends = self.others(others, dates, anchors)
        if found := self.fitting(starts, ends):
            return found
        linked = anchors or others
        if not linked:
            return self.unknown("no-event")
        link = linked[0]
        solid = self.solid_end(link, others, dates)
        is_sure = self.is_sure_anchor(link, anchors) or self.is_of_visitor(link, others)
        if not is_sure or solid is None:
            return self.unknown("no-event", link)
        value = link.frame.preferred.date
        if value.year is None or value.is_approximate:
            return self.unknown("vague-event", link)
        if not closeness.are_apart(value, solid, self.claim.form):
            return self.unknown("no-event", link)
        return self.wrong(link, link.frame.preferred, solid)

    def is_sure_anchor(self, link: Link, anchors: Links) -> bool:
        """Return whether the words after «après» surely mean an event that does not come again."""
        if not anchors or link.score < SURE or self.is_repeated(link):
            return False
        return link.explained >= TELLING or self.is_whole(link)

    def likely(self, links: Links) -> list[tuple[Link, Dated]]:
        """The dates of the events that some links may mean."""
        best = links[0].score if links else 0.0
        return [
            (link, dated)
            for link in links
            if link.score >= max(best * CLOSE, LEAST)
            for dated in self.dates(link.frame)
        ]

    def told(self) -> list[tuple[Link, Dated]]:
        """The events that the dates around were found to mean."""
        return [
            (
                Link(
                    frame=frame,
                    coverage=1.0,
                    likeness=1.0,
                    explained=1.0,
                ),
                dated,
            )
            for frame, _ in self.meant_near
            for dated in self.dates(frame)
        ]

    def others(
        self,
        others: Links,
        dates: list[Moment],
        anchors: Links,
    ) -> list[PartialDate]:
        """The dates at which the time may end: the text's own only where no other does."""
        found = self.ends(dates)
        found += [dated.date for link, dated in self.likely(others) if link.score >= LIKELY]
        first, last = self.anchor()
        outside = [
            each
            for each in dates
            if not (first <= each.first < last or each.relative)
            and not any(self.was(link.frame, each) for link in anchors[:1])
        ]
        if self.trial.as_of and not outside:
            found.append(self.trial.as_of)
        return found

    def solid_end(
        self,
        start: Link,
        others: Links,
        dates: list[Moment],
    ) -> PartialDate | None:
        """The one date at which the time from an event surely ends, or None."""
        stated = self.stated_end(dates)
        if stated is not None:
            return stated.date
        apart = {frame.id for frame, each in self.meant_here if self.is_of_other_time(each)}
        told = [link for link, _ in self.told() if link.id not in {start.id, *apart}]
        ends = told or self.strong_end(others)
        if ends:
            return ends[0].frame.preferred.date
        is_open = bool(others) and others[0].score >= SURE and self.is_told_more()
        if is_open:
            return None
        return self.trial.as_of

    def stated_end(self, dates: list[Moment]) -> Moment | None:
        """The first date with its year that stands neither behind «après» nor beside another time:
        «seize ans plus tard …, et cinq ans après, en décembre 2014».
        """
        first, last = self.anchor()
        outside = [each for each in dates if not first <= each.first < last]
        own = [each for each in outside if not self.is_of_other_time(each)]
        return next((each for each in own if each.has_year), None)

    def is_of_other_time(self, moment: Moment) -> bool:
        """Return whether another time stands between this one and a date."""
        begun, ended = sorted((self.first, moment.first))
        return any(
            begun < each.first < ended and each.form
            for each in durations.find(self.text)
            if not self.first <= each.first <= self.last
        )

    def strong_end(self, others: Links) -> Links:
        """The event of the main clause where it has just happened, or is said as a whole."""
        strong = self.trial.ranked(others)[:1]
        if strong and strong[0].prior > 1.0 and strong[0].score >= SURE:
            return strong
        if others and self.is_whole(others[0]):
            return others[:1]
        return []

    def is_of_visitor(self, link: Link, others: Links) -> bool:
        """Return whether a visit is counted from that of another visitor: «douze ans après
        Nicolas Sarkozy».
        """
        if not others or {link.frame.category, others[0].frame.category} != {"visit"}:
            return False
        units = {unit.key for unit in self.trial.windows.units(self.sentence)}
        other = others[0].frame
        is_named = bool(link.frame.people & units - other.people)
        is_there = bool({*link.frame.places} & {*other.places})
        if not (is_named and is_there):
            return False
        return min(link.likeness, others[0].likeness) >= NEARLY

    def is_whole(self, link: Link) -> bool:
        """Return whether what happens once is said as a whole, so that it is what the main
        clause tells.
        """
        if link.likeness < WHOLE:
            return False
        return self.is_named(link, 1.0)

    def is_told_more(self) -> bool:
        """Return whether the main clause tells of something that happened, not of how things
        are.
        """
        first, last = self.anchor()
        words = self.text.words[self.sentence.first : self.first]
        words += self.text.words[max(last, first) : self.sentence.last]
        return any(self.words.types(word) for word in words)

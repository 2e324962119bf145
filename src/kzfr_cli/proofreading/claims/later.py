"""Judge the time between two things that happened: N years after something, N days later, N months before."""

from __future__ import annotations

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.record import replace
from kzfr_cli.proofreading import arithmetic, thresholds
from kzfr_cli.proofreading.case import Finding
from kzfr_cli.proofreading.claims.elapsing import WHOLE, ElapsedCase
from kzfr_cli.proofreading.frames import Dated, Frame
from kzfr_cli.proofreading.linking import Link, Links
from kzfr_cli.proofreading.moments import Moment
from kzfr_cli.proofreading.text import Span

CLOSE = thresholds.of("rival")
LEAST = thresholds.of("likely")
"""Share of the best score, and score, from which an event may be an end of the time."""

HALF = thresholds.of("half")
"""Share of a title from which one visit of many is meant."""

STEP = thresholds.count("near")
"""Words after «après» among which a step is named."""

NAMED = thresholds.of("passing")
"""Score from which the words after «après» name an event by themselves."""

NEARLY = thresholds.of("nearly")
"""Share of the titles of two visits from which the one is surely counted from the other."""

TELLING = thresholds.of("telling")
"""Weight of the words after «après» from which they surely tell an event, however little they are."""

SURE = thresholds.of("sure")
LIKELY = thresholds.of("likely")


class LaterCase(ElapsedCase):
    """A time between two things that happened, on trial."""

    def judge(self) -> Finding:
        """The verdict on the time between two things that happened."""
        dates = self.own_dates()
        first, last = self.anchor()
        anchors = self.meant_between(first, last) or self.anchors(first, last)
        others = self.linked(self.sentence.first, self.first) + self.linked(
            max(last, self.sentence.clause(self.last)[1]), self.sentence.last
        )
        found = self.between_dates(dates) if len(dates) > 1 else None
        if found is not None and found.verdict != "unknown":
            return found
        stepped = self.by_steps(anchors, others, dates) or self.by_story(others, dates)
        if stepped is not None:
            return stepped
        if found is not None:
            return (
                self.fitting(self.likely(anchors) + self.told(), self.ends(dates)) or found
            )
        return self.between_events(anchors, others, dates)

    def anchor(self) -> Span:
        """The tokens of what the time is counted from: after «après», up to the end of the clause."""
        begun = self.last + 1
        leans = self.claim.form in ("after", "before")
        return begun, self.sentence.clause(self.last)[1] if leans else begun

    def anchors(self, first: int, last: int) -> Links:
        """The events that the words after «après» may mean; with who does it where they leave him to
        the main clause: «douze ans après y être venu, M. Tokaïev …».
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
            Link(frame=frame, coverage=1.0, likeness=1.0, explained=1.0)
            for frame, moment in self.trial.meant.get(self.sentence.number, [])
            if first <= moment.first < last
        ]

    # ---- steps of one event, events of one story

    def by_steps(self, anchors: Links, others: Links, dates: list[Moment]) -> Finding | None:
        """The verdict on «trois ans après sa signature»: a step of the event of the main clause."""
        first, last = self.anchor()
        steps = self.facets(first, min(last, first + STEP))
        frame = self.subject(others)
        is_named = bool(anchors) and anchors[0].score >= NAMED
        if not steps or frame is None or is_named:
            return None
        begun = [each for each in dates if self.is_of_steps(each, steps)]
        starts = self.starts(frame, steps, begun)
        ends = self.ends_inside(dates, begun) or self.at_steps(
            frame, self.told_steps() - steps
        )
        return self.of_story(frame, starts, ends)

    def is_of_steps(self, moment: Moment, steps: set[str]) -> bool:
        """Return whether a date stands behind «après», or is that of one of some steps."""
        first, last = self.anchor()
        return first <= moment.first < last or self.trial.cases[moment.first].asked in steps

    def starts(
        self, frame: Frame, steps: set[str], begun: list[Moment]
    ) -> list[PartialDate]:
        """The dates of some steps: as the text tells them exactly, as the event does, as the text does."""
        stated = [each.date for each in begun]
        exact = [each for each in stated if each.month]
        return exact or self.at_steps(frame, steps) or stated

    def ends_inside(self, dates: list[Moment], begun: list[Moment]) -> list[PartialDate]:
        """The other dates of the claim's own part of the sentence."""
        first, last = self.cell
        inside = [each for each in dates if first <= each.first < last]
        return [each.date for each in inside if each not in begun]

    def told_steps(self) -> set[str]:
        """The steps of which the claim's part of the sentence speaks, but for what follows «après»."""
        _, last = self.anchor()
        begun, ended = self.cell
        return self.facets(begun, self.first) | self.facets(last, ended)

    def by_story(self, others: Links, dates: list[Moment]) -> Finding | None:
        """The verdict on «deux ans plus tard»: from the event that was just told to that of the clause."""
        frame = self.subject(others)
        if self.claim.form not in ("later", "earlier") or dates or frame is None:
            return None
        told = self.trial.meant.get(self.sentence.number) or self.trial.meant.get(
            self.sentence.number - 1, []
        )
        before = {each.id: each for each, _ in told if each.id != frame.id}
        if len(before) != 1:
            return None
        start = next(iter(before.values()))
        values = [[each.date for each in one.dates] for one in (start, frame)]
        return self.of_story(frame, *values)

    def of_story(
        self, frame: Frame, starts: list[PartialDate], ends: list[PartialDate]
    ) -> Finding | None:
        """The verdict by the days or months at which the time may begin and end."""
        pairs = [
            (start, end) for start in starts for end in ends if self.is_in_order(start, end)
        ]
        for start, end in pairs:
            if self.fits(start, end):
                found = self.finding(
                    "supported", "right-years", **self.agreed(self.facts(start, "", end))
                )
                return replace(found, event=frame.id, score=1.0)
        vague = any(each.month is None for pair in pairs for each in pair)
        if not pairs or (vague and self.claim.unit != "year"):
            return None
        facts = self.facts(pairs[0][0], "", pairs[0][1])
        found = self.finding("contradicted", "wrong-years", **facts)
        return replace(found, event=frame.id, expected=str(facts["elapsed"]), score=1.0)

    def is_in_order(self, start: PartialDate, end: PartialDate) -> bool:
        """Return whether the time runs from one date to the other as it is told, at least one unit long."""
        if start.earliest is None or end.earliest is None:
            return False
        if self.claim.form in ("before", "earlier"):
            start, end = end, start
        counted = arithmetic.spans(start, end, self.claim.unit)
        return start.sort_key() < end.sort_key() and bool(counted) and counted[-1] >= 0.5

    def facets(self, first: int, last: int) -> set[str]:
        """The steps of which the words between two tokens speak."""
        return {
            kind for word in self.text.words[first:last] for kind in self.words.facets(word)
        }

    def at_steps(self, frame: Frame, steps: set[str]) -> list[PartialDate]:
        """The dates of some steps of an event, or of the others of the same act."""
        family = [] if frame.edition else self.frames.family(frame)
        own = [each.date for each in self.dates(frame) if each.kind in steps]
        return own or [
            each.date for other in family for each in self.dates(other) if each.kind in steps
        ]

    def subject(self, others: Links) -> Frame | None:
        """The event of the main clause: the one that its dates mean, or the one that its words surely mean."""
        meant = {frame.id: frame for frame, _ in self.meant_here}
        if len(meant) == 1 and self.claim.form == "after":
            return next(iter(meant.values()))
        ranked = sorted(others, key=lambda link: -link.score)
        if not ranked or ranked[0].score < SURE:
            return None
        if self.is_repeated(ranked[0]) and ranked[0].likeness < HALF:
            return None
        best = ranked[0].frame
        is_rival = any(
            link.score >= ranked[0].score * CLOSE
            and (link.frame.of or link.id) != (best.of or best.id)
            for link in ranked[1:]
        )
        return None if is_rival else best

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
        pairs = [(one, other) for one in dates for other in dates if one.first < other.first]
        for one, other in pairs:
            of, at = one.date, other.date
            if self.fits(of, at):
                facts = self.agreed(self.facts(of, "", at))
                found = self.finding("supported", "right-years", **facts)
                return self.of_date(found, links, one, other)
        exact = len(dates) == 2 and all(
            each.kind in ("day", "month") and each.has_year for each in dates
        )
        if not exact or self.is_elsewhere():
            return self.unknown("no-event", links[0] if links else None)
        of, at = sorted((each.date for each in dates), key=lambda value: value.sort_key())
        facts = self.facts(of, "", at)
        found = replace(
            self.finding("contradicted", "wrong-years", **facts),
            expected=str(facts["elapsed"]),
        )
        return self.of_date(found, links, *dates)

    def is_elsewhere(self) -> bool:
        """Return whether the dates may not be the ends of the time: they stand in another part of the sentence."""
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
            found, event=best[0].id if best else "", score=links[0].score if links else 0.0
        )

    def between_events(self, anchors: Links, others: Links, dates: list[Moment]) -> Finding:
        """The verdict by the events of the words before and after, the date of the sentence, what was just told."""
        starts = self.likely(anchors) if anchors else self.told() + self.likely(others)
        ends = self.others(others, dates, bool(anchors))
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
            (Link(frame=frame, coverage=1.0, likeness=1.0, explained=1.0), dated)
            for frame, _ in self.meant_near
            for dated in self.dates(frame)
        ]

    def others(self, others: Links, dates: list[Moment], leans: bool) -> list[PartialDate]:
        """The dates at which the time may end."""
        found = self.ends(dates)
        found += [dated.date for link, dated in self.likely(others) if link.score >= LIKELY]
        if self.trial.as_of and (leans or not dates):
            found.append(self.trial.as_of)
        return found

    def solid_end(
        self, start: Link, others: Links, dates: list[Moment]
    ) -> PartialDate | None:
        """The one date at which the time from an event surely ends, or None."""
        stated = self.stated_end(dates)
        if stated is not None:
            return stated.date
        told = [link for link, _ in self.told() if link.id != start.id]
        ends = told or self.strong_end(others)
        if ends:
            return ends[0].frame.preferred.date
        is_open = bool(others) and others[0].score >= SURE and self.is_told_more()
        return None if is_open else self.trial.as_of

    def stated_end(self, dates: list[Moment]) -> Moment | None:
        """The first date with its year that does not stand behind «après»."""
        first, last = self.anchor()
        outside = [each for each in dates if not first <= each.first < last]
        return next((each for each in outside if each.has_year), None)

    def strong_end(self, others: Links) -> Links:
        """The event of the main clause where it has just happened, or is said as a whole."""
        strong = self.trial.ranked(others)[:1]
        if strong and strong[0].prior > 1.0 and strong[0].score >= SURE:
            return strong
        return others[:1] if others and self.is_whole(others[0]) else []

    def is_of_visitor(self, link: Link, others: Links) -> bool:
        """Return whether a visit is counted from that of another visitor: «douze ans après Nicolas Sarkozy»."""
        if not others or {link.frame.category, others[0].frame.category} != {"visit"}:
            return False
        units = {unit.key for unit in self.trial.windows.units(self.sentence)}
        other = others[0].frame
        is_named = bool(link.frame.people & units - other.people)
        is_there = bool({*link.frame.places} & {*other.places})
        return is_named and is_there and min(link.likeness, others[0].likeness) >= NEARLY

    def is_whole(self, link: Link) -> bool:
        """Return whether what happens once is said as a whole, so that it is what the main clause tells."""
        return link.likeness >= WHOLE and self.is_named(link, 1.0)

    def is_told_more(self) -> bool:
        """Return whether the main clause tells of something that happened, not of how things are."""
        first, last = self.anchor()
        words = self.text.words[self.sentence.first : self.first]
        words += self.text.words[max(last, first) : self.sentence.last]
        return any(self.words.types(word) for word in words)

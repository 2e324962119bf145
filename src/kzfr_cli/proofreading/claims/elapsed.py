"""Find and judge time elapsed: N years ago, for N years, N years after something, N years later."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from kzfr_cli.core import edtf
from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.record import replace
from kzfr_cli.proofreading import arithmetic, durations, judging, lexicon
from kzfr_cli.proofreading.case import Case, Claim, Finding, Trial
from kzfr_cli.proofreading.durations import Duration
from kzfr_cli.proofreading.frames import Dated, Frame
from kzfr_cli.proofreading.linking import Link
from kzfr_cli.proofreading.moments import Moment
from kzfr_cli.proofreading.text import Text

NEAR_VERB = 4
CLOSE, LEAST = 0.85, 0.2
"""Share of the best score, and score, from which an event may be an end of the time."""

SURE = 0.42
LIKELY = 0.3
RIVAL = 0.8


def find(trial: Trial) -> Iterator[Claim]:
    """The elapsed times of a text."""
    for found in durations.find(trial.text):
        if found.is_jubilee:
            continue
        form = form_of(trial.text, found)
        if form:
            first, last = min(found.first, found.lead), max(found.last, found.behind)
            yield Claim(
                kind="elapsed",
                first=first,
                last=last,
                number=found.number,
                bound=found.bound,
                unit=found.unit,
                form=form,
            )


def form_of(text: Text, found: Duration) -> str:
    """What is said with a number of units of time: ago, since, after, later, before, earlier; or nothing."""
    words = lexicon.load()
    end = text.word(found.behind)
    following = text.word(found.behind + 1) if text.gap(found.behind) in (" ", "\n") else ""
    if found.form == "ago":
        return "ago"
    if found.form in ("later", "in"):
        if words.has("after_word", end) or words.has("after_word", following):
            return "after" if following else "later"
        return "later" if found.form == "later" else ""
    if found.form == "earlier":
        return "before" if words.has("before_word", end) and following else "earlier"
    if found.form == "since":
        spoken = {"has", "have", "had", "been"} & set(text.sentence(found.first).words)
        return "since" if spoken or text.word(found.lead) != "for" else ""
    return ""


def judge(trial: Trial, claim: Claim) -> Finding:
    """Judge a time elapsed."""
    return ElapsedCase(trial, claim).judge()


class ElapsedCase(Case):
    """A time elapsed on trial."""

    def judge(self) -> Finding:
        """The verdict on it."""
        if why := self.attitude():
            return self.unknown(why)
        if self.claim.form in ("ago", "since"):
            return self.until_now()
        return self.between()

    def own_dates(self) -> list[Moment]:
        """The dates of the sentence outside the claim."""
        inside = range(self.claim.first, self.claim.last + 1)
        return [
            each
            for each in self.trial.moments_of(self.sentence)
            if each.is_resolved
            and each.first not in inside
            and not each.part
            and not each.relative.endswith("text")
        ]

    def linked(self, low: int, high: int) -> list[Link]:
        """The events that the words between two tokens may mean."""
        inside = range(self.claim.first, self.claim.last + 1)
        window = [
            (unit, 1.0)
            for unit in self.trial.windows.units(self.sentence)
            if low <= unit.first < high and unit.first not in inside
        ]
        links = self.trial.linker.links(self.text, window) if window else []
        return [link for link in links if not self.is_foreign(link.frame)]

    def subjects(self) -> list[Link]:
        """The events that the words around may mean."""
        windows = self.trial.windows
        around = windows.around(self.sentence, self.claim.first, self.claim.last)
        weighty = sum(self.trial.linker.weight(unit) * grade for unit, grade in around)
        if weighty < 1.2 or self.sentence.says("pronouns"):
            around = [*around, *windows.context(self.sentence)]
        links = self.trial.linker.links(self.text, around)
        return [link for link in links if not self.is_foreign(link.frame)]

    # ---- ago, since

    def until_now(self) -> Finding:
        """The verdict on what was that long ago, or has lasted that long."""
        links = self.subjects()
        at = self.trial.as_of
        if any(self.fits(*ends) for ends in self.spans_stated()):
            return self.unknown("other-facet", links[0] if links else None)
        stated = self.stated()
        if stated is not None and at is not None:
            return self.by_date(stated, at, links)
        if not links or links[0].score < LIKELY:
            return self.unknown("no-event", links[0] if links else None)
        if at is None:
            return self.unknown("no-date", links[0])
        for link in links:
            if link.score < links[0].score * RIVAL:
                break
            for dated in self.dates(link.frame):
                if self.fits(edtf.parse(dated.value), at):
                    return self.right(link, dated, at)
        return self.until_now_wrong(links, at)

    def until_now_wrong(self, links: list[Link], at: PartialDate) -> Finding:
        """The verdict where the number fits no event that is surely meant."""
        link = links[0]
        others = [other for other in links[1:] if other.score >= link.score * 0.5]
        if any(
            self.fits(edtf.parse(each.value), at)
            for other in others
            for each in self.dates(other.frame)
        ):
            return self.unknown("other-facet", link)
        value = edtf.parse(link.frame.preferred.value)
        if (
            link.score < SURE
            or value.year is None
            or value.is_approximate
            or self.is_repeated(link)
        ):
            return self.unknown("no-event", link)
        near = self.text.words[max(self.claim.first - 8, self.sentence.first) : self.claim.last + 8]
        if any(self.words.has("life", word) or word in OFFICE for word in near) or self.is_numbered(
            link.frame
        ):
            return self.unknown("life", link)
        return self.wrong(link, link.frame.preferred, at)

    def is_numbered(self, frame: Frame) -> bool:
        """Return whether the event itself tells the number of the same unit."""
        return any(
            told.unit == self.claim.unit and told.value == self.claim.number
            for told in frame.numbers
        )

    def stated(self) -> Moment | None:
        """The day or month that stands beside «il y a N ans» and says when that was."""
        if self.claim.form != "ago":
            return None
        near = [
            each
            for each in self.own_dates()
            if each.has_year
            and not each.relative
            and each.kind in ("day", "month", "span")
            and min(abs(each.first - self.claim.last), abs(self.claim.first - each.last)) <= 2
        ]
        return near[0] if len(near) == 1 else None

    def by_date(self, stated: Moment, at: PartialDate, links: list[Link]) -> Finding:
        """The verdict by the date beside it: mere arithmetic."""
        of = edtf.parse(stated.text)
        link = next(
            (each for each in links if self.was(each.frame, stated)), links[0] if links else None
        )
        years = (at.year or 0) - (of.year or 0)
        calendar = (
            self.claim.unit == "year" and self.claim.bound == "exact" and years == self.claim.number
        )
        right = calendar or self.fits(of, at)
        code = "right-years" if right else "wrong-years"
        facts = self.facts(of, "", at)
        found = self.finding("supported" if right else "contradicted", code, **facts)
        return replace(
            found,
            event=link.frame.id if link else "",
            expected="" if right else str(facts["elapsed"]),
            score=link.score if link else 0.0,
        )

    def spans_stated(self) -> list[tuple[PartialDate, PartialDate]]:
        """The ends of the spans that the sentence states: «de 2008 à 2023»."""
        return [
            (each.values[0], each.values[-1])
            for each in self.own_dates()
            if each.kind == "span" and len(each.values) > 1
        ]

    def was(self, frame: Frame, moment: Moment) -> bool:
        """Return whether an event was at a date."""
        return any(judging.compare(moment, dated) in judging.AGREE for dated in frame.dates)

    def is_repeated(self, link: Link) -> bool:
        """Return whether an event comes again and is not named as a whole."""
        again = link.frame.category in ("visit", "diplomacy", "sport", "culture")
        sure = link.likeness >= 0.75 and self.claim.form != "since"
        return again and not link.frame.once and not sure

    def dates(self, frame: Frame) -> list[Dated]:
        """The dates of an event that may begin a time."""
        dates = [
            each
            for each in frame.dates
            if each.status in ("preferred", "accepted") and each.kind != "celebrated"
        ]
        chosen = [each for each in dates if each.kind in self.asked]
        return chosen or dates

    @cached_property
    def asked(self) -> set[str]:
        """The kinds of dates that the words beside the time ask for: «signé il y a dix ans»."""
        begun = max(self.claim.first - NEAR_VERB, self.sentence.first)
        near = self.text.words[begun : self.claim.last + NEAR_VERB + 2]
        return {kind for word in near for kind in self.words.facets(word)}

    def fits(self, of: PartialDate, at: PartialDate) -> bool:
        """Return whether the number holds between two partial dates, whichever is first."""
        if of.earliest and at.earliest and at.earliest < of.earliest:
            of, at = at, of
        counted = arithmetic.spans(of, at, self.claim.unit)
        return any(
            arithmetic.holds(self.claim.number, self.claim.bound, span, self.claim.unit)
            for span in counted
        )

    # ---- after, later, before

    def between(self) -> Finding:
        """The verdict on the time between two things that happened."""
        dates = self.own_dates()
        if len(dates) >= 2:
            return self.between_dates(dates)
        clause = self.sentence.clause(self.claim.last)
        leans = self.claim.form in ("after", "before")
        anchors = self.linked(self.claim.last + 1, clause[1]) if leans else []
        others = self.linked(self.sentence.first, self.claim.first) + self.linked(
            clause[1], self.sentence.last
        )
        return self.between_events(anchors, others, dates)

    def between_dates(self, dates: list[Moment]) -> Finding:
        """The verdict by the dates of the sentence alone."""
        links = self.subjects()
        pairs = [(one, other) for one in dates for other in dates if one.first < other.first]
        for one, other in pairs:
            of, at = edtf.parse(one.text), edtf.parse(other.text)
            if self.fits(of, at):
                found = self.finding("supported", "right-years", **self.facts(of, "", at))
                return self.of_date(found, links, one, other)
        exact = len(dates) == 2 and all(
            each.kind in ("day", "month") and each.has_year for each in dates
        )
        if not exact or self.is_elsewhere():
            return self.unknown("no-event", links[0] if links else None)
        of, at = sorted(
            (edtf.parse(each.text) for each in dates), key=lambda value: value.sort_key()
        )
        facts = self.facts(of, "", at)
        found = replace(
            self.finding("contradicted", "wrong-years", **facts), expected=str(facts["elapsed"])
        )
        return self.of_date(found, links, *dates)

    def is_elsewhere(self) -> bool:
        """Return whether the dates may not be the ends of the time: they stand in another part of the sentence."""
        first, last = self.sentence.cell(self.claim.first)
        return any(not first <= each.first < last for each in self.own_dates())

    def of_date(self, found: Finding, links: list[Link], *dates: Moment) -> Finding:
        """The finding with the event that was at one of some dates."""
        owners = [
            frame
            for frame, moment in self.trial.meant.get(self.sentence.number, [])
            if moment in dates
        ]
        linked = [link.frame for link in links if any(self.was(link.frame, each) for each in dates)]
        best = [*owners, *linked, *(link.frame for link in links[:1])]
        return replace(
            found, event=best[0].id if best else "", score=links[0].score if links else 0.0
        )

    def between_events(
        self, anchors: list[Link], others: list[Link], dates: list[Moment]
    ) -> Finding:
        """The verdict by the events of the words before and after, the date of the sentence, what was just told."""
        starts = self.likely(anchors) if anchors else self.told() + self.likely(others)
        ends = self.others(others, dates, bool(anchors))
        for link, dated in starts:
            for at in ends:
                value = edtf.parse(dated.value)
                if at.text != value.text and self.fits(value, at):
                    return self.right(link, dated, at)
        linked = anchors or others
        if not linked:
            return self.unknown("no-event")
        link = linked[0]
        solid = self.solid_end(others, dates)
        sure = link.score >= SURE and anchors and not self.is_repeated(link)
        if not sure or solid is None:
            return self.unknown("no-event", link)
        value = edtf.parse(link.frame.preferred.value)
        if value.year is None or value.is_approximate or self.is_numbered(link.frame):
            return self.unknown("vague-event", link)
        return self.wrong(link, link.frame.preferred, solid)

    def likely(self, links: list[Link]) -> list[tuple[Link, Dated]]:
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
            for frame, _ in self.trial.meant_near(self.sentence)
            for dated in self.dates(frame)
        ]

    def others(self, others: list[Link], dates: list[Moment], leans: bool) -> list[PartialDate]:
        """The dates at which the time may end."""
        found = [edtf.parse(each.text) for each in dates]
        found += [edtf.parse(dated.value) for _, dated in self.told()]
        found += [
            edtf.parse(dated.value) for link, dated in self.likely(others) if link.score >= LIKELY
        ]
        if self.trial.as_of and (leans or not dates):
            found.append(self.trial.as_of)
        return found

    def solid_end(self, others: list[Link], dates: list[Moment]) -> PartialDate | None:
        """The one date at which the time surely ends, or None."""
        stated = [each for each in dates if each.has_year]
        if stated:
            return edtf.parse(stated[0].text)
        told = self.told()
        if told:
            return edtf.parse(told[0][0].frame.preferred.value)
        strong = self.trial.ranked(others)[:1]
        if strong and strong[0].prior > 1.0 and strong[0].score >= SURE:
            return edtf.parse(strong[0].frame.preferred.value)
        if others and others[0].score >= SURE:
            return None
        return self.trial.as_of

    # ---- findings

    def right(self, link: Link, dated: Dated, at: PartialDate) -> Finding:
        """The finding on a right number."""
        facts = self.facts(edtf.parse(dated.value), dated.kind, at)
        return self.on(
            self.finding("supported", "right-years", **facts), link.frame, dated, link.score
        )

    def wrong(self, link: Link, dated: Dated, at: PartialDate) -> Finding:
        """The finding on a wrong number."""
        facts = self.facts(edtf.parse(dated.value), dated.kind, at)
        right = int(str(facts["elapsed"]))
        found = replace(
            self.finding("contradicted", "wrong-years", **facts),
            expected=str(right),
        )
        return self.on(found, link.frame, dated, link.score)

    def facts(self, of: PartialDate, kind: str, at: PartialDate) -> dict[str, object]:
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


OFFICE = frozenset(("pouvoir", "power", "office", "власти", "правит", "dirige"))

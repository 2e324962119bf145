"""Find and judge time elapsed: N years ago, for N years, N years after something, N years later."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from kzfr_cli.core import edtf
from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.record import replace
from kzfr_cli.proofreading import durations, lexicon
from kzfr_cli.proofreading.case import Case, Claim, Finding, Trial
from kzfr_cli.proofreading.durations import Duration
from kzfr_cli.proofreading.frames import Dated, Frame
from kzfr_cli.proofreading.linking import Link
from kzfr_cli.proofreading.text import Text

DAYS = {"year": 365.2425, "month": 30.44, "week": 7.0, "day": 1.0}
NEARLY_SHORT = {"year": 1.5, "month": 1.5, "week": 1.0, "day": 2.0}
"""Units that «près de» may be short of its number."""

ROUGH = 3.0
SLACK = {"year": 0.5, "month": 0.9, "week": 0.75, "day": 1.0}
"""Units by which a plain number may be off."""

SURE = 0.42
LIKELY = 0.3
RIVAL = 0.7


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


def holds(number: float, bound: str, span: float, unit: str = "year", exact: bool = False) -> bool:
    """Return whether a number of units holds for a span: completed units, the nearest whole number, or its bound."""
    slack = SLACK[unit]
    if bound == "more":
        return number * 0.99 - 0.02 <= span <= number * 1.5 + 3
    if bound == "less":
        return number * 0.5 - 1 <= span <= number + 0.02
    if bound == "nearly":
        return number - max(NEARLY_SHORT[unit], number * 0.09) <= span <= number + slack
    if bound == "rough":
        return abs(span - number) <= ROUGH
    if bound == "about":
        return abs(span - number) <= max(1.5, number / 10)
    if exact or bound == "day":
        return abs(span - number) < 0.01
    if bound == "exactly":
        return abs(span - number) < 0.13
    return int(span + 0.001) == number or abs(span - number) <= slack


class ElapsedCase(Case):
    """A time elapsed on trial."""

    def judge(self) -> Finding:
        """The verdict on it."""
        if why := self.attitude():
            return self.unknown(why)
        links = [link for link in self.subjects() if not self.is_foreign(link.frame)]
        if self.claim.form in ("ago", "since"):
            return self.until_now(links)
        return self.between(links)

    def subjects(self) -> list[Link]:
        """The events that the words around may mean."""
        windows = self.trial.windows
        around = windows.around(self.sentence, self.claim.first, self.claim.last)
        weighty = sum(self.trial.linker.weight(unit) * grade for unit, grade in around)
        if weighty < 1.2 or self.sentence.says("pronouns"):
            around = [*around, *windows.context(self.sentence)]
        return self.trial.linker.links(self.text, around)

    # ---- ago, since

    def until_now(self, links: list[Link]) -> Finding:
        """The verdict on what was that long ago, or has lasted that long."""
        if not links or links[0].score < LIKELY:
            return self.unknown("no-event", links[0] if links else None)
        at = self.now()
        if at is None:
            return self.unknown("no-date", links[0])
        near = [link for link in links if link.score >= links[0].score * RIVAL]
        for link in near:
            for dated in self.dates(link.frame):
                if self.fits(edtf.parse(dated.value), at):
                    return self.right(link, dated, at)
        link = links[0]
        others = [other for other in links[1:] if other.score >= link.score * 0.5]
        if any(self.fits(edtf.parse(each.value), at) for other in others for each in self.dates(other.frame)):
            return self.unknown("other-facet", link)
        value = edtf.parse(link.frame.preferred.value)
        if link.score < SURE or value.year is None or value.is_approximate or self.is_repeated(link):
            return self.unknown("no-event", link)
        if any(self.words.has("life", word) or word in ("pouvoir", "power", "office") for word in self.sentence.words):
            return self.unknown("life", link)
        return self.wrong(link, link.frame.preferred, at)

    def is_repeated(self, link: Link) -> bool:
        """Return whether an event comes again and is not named as a whole."""
        again = link.frame.category in ("visit", "diplomacy", "sport", "culture")
        return again and not link.frame.once and link.likeness < 0.75

    def now(self) -> PartialDate | None:
        """The date from which the text counts back: one that its sentence states before it, else its own."""
        own = [each for each in self.trial.moments_of(self.sentence) if each.has_year and each.is_resolved]
        today = self.trial.as_of
        if own and today is None:
            return edtf.parse(own[0].text)
        return today

    def dates(self, frame: Frame) -> list[Dated]:
        """The dates of an event that may begin a time."""
        return [each for each in frame.dates if each.status in ("preferred", "accepted") and each.kind != "celebrated"]

    def fits(self, of: PartialDate, at: PartialDate) -> bool:
        """Return whether the number holds between two partial dates."""
        return any(holds(self.claim.number, self.claim.bound, span, self.claim.unit) for span in spans(of, at, self.claim.unit))

    # ---- after, later, before

    def between(self, links: list[Link]) -> Finding:
        """The verdict on the time between two things that happened."""
        ends = self.ends(links)
        for one, value, link in ends:
            for other, at, _ in ends:
                if other is one or value.earliest is None or at.earliest is None:
                    continue
                if value.earliest <= at.earliest and self.fits(value, at) and link is not None:
                    return self.right(link, link.frame.preferred, at)
        return self.refuse(links, ends)

    def refuse(self, links: list[Link], ends: list[tuple[str, PartialDate, Link | None]]) -> Finding:
        """The verdict where no two ends are that far apart."""
        solid = self.solid()
        if len(solid) < 2:
            return self.unknown("no-event", links[0] if links else None)
        (frame, of), (_, at) = solid[0], solid[-1]
        link = Link(frame=frame, coverage=1.0, likeness=1.0, explained=1.0, own=1.0)
        return self.wrong(link, of, edtf.parse(at.value))

    def solid(self) -> list[tuple[Frame, Dated]]:
        """The events that the dates and the words surely mean, between which the time must lie, by date."""
        found = {frame.id: (frame, frame.preferred) for frame, _ in self.trial.meant_near(self.sentence)}
        for link in self.complement():
            if link.score >= SURE:
                found.setdefault(link.frame.id, (link.frame, link.frame.preferred))
                break
        return sorted(found.values(), key=lambda pair: edtf.parse(pair[1].value).sort_key())

    def complement(self) -> list[Link]:
        """The events that the words after «N ans après …» may mean."""
        if self.claim.form not in ("after", "before"):
            return []
        first, last = self.sentence.clause(self.claim.last)
        window = [
            (unit, 1.0) for unit in self.trial.windows.units(self.sentence) if self.claim.last < unit.first < last
        ]
        return self.trial.linker.links(self.text, window) if window and first >= 0 else []

    def ends(self, links: list[Link]) -> list[tuple[str, PartialDate, Link | None]]:
        """What the time may lie between: the dates of the sentence, the events that may be meant, those just told."""
        found: list[tuple[str, PartialDate, Link | None]] = []
        for moment in self.trial.moments_of(self.sentence):
            if moment.text and moment.first not in range(self.claim.first, self.claim.last + 1):
                found.append((f"date {moment.first}", edtf.parse(moment.text), None))
        best = links[0].score if links else 0.0
        for link in [*links[:6], *self.complement()[:3]]:
            if link.score >= best * 0.45:
                for dated in self.dates(link.frame):
                    found.append((f"event {link.frame.id}", edtf.parse(dated.value), link))
        for frame, _ in self.trial.meant_near(self.sentence):
            link = Link(frame=frame, coverage=1.0, likeness=1.0, explained=1.0, own=1.0)
            found.append((f"event {frame.id}", edtf.parse(frame.preferred.value), link))
        if self.claim.form in ("after", "later") and self.trial.as_of:
            found.append(("today", self.trial.as_of, None))
        return found

    # ---- findings

    def right(self, link: Link, dated: Dated, at: PartialDate) -> Finding:
        """The finding on a right number."""
        found = self.finding("supported", "right-years", **self.facts(dated, at))
        return self.on(found, link.frame, dated, link.score)

    def wrong(self, link: Link, dated: Dated, at: PartialDate) -> Finding:
        """The finding on a wrong number."""
        facts = self.facts(dated, at)
        found = replace(self.finding("contradicted", "wrong-years", **facts), expected=str(facts["elapsed"]))
        return self.on(found, link.frame, dated, link.score)

    def facts(self, dated: Dated, at: PartialDate) -> dict[str, object]:
        """The arithmetic."""
        counted = spans(edtf.parse(dated.value), at, self.claim.unit)
        return {
            "of": dated.value,
            "kind": dated.kind,
            "to": at.text,
            "number": int(self.claim.number),
            "years": None,
            "elapsed": int(counted[0] + 0.01) if counted else 0,
            "unit_of_time": self.claim.unit,
        }


def spans(of: PartialDate, at: PartialDate, unit: str) -> list[float]:
    """The times that may lie between two partial dates, in units, from the shortest to the longest."""
    if None in (of.earliest, of.latest, at.earliest, at.latest):
        return []
    assert of.earliest and of.latest and at.earliest and at.latest
    shortest = between(of.latest, max(at.earliest, of.latest), unit)
    longest = between(of.earliest, max(at.latest, of.earliest), unit)
    steps = max(min(int((longest - shortest) * 12), 240), 1)
    return [shortest + (longest - shortest) * step / steps for step in range(steps + 1)]


def between(first: date, last: date, unit: str) -> float:
    """The time from one day to another, in units, with the part of the unit begun."""
    if unit == "year":
        whole = last.year - first.year - ((last.month, last.day) < (first.month, first.day))
        since = same_day(first, first.year + whole)
        following = same_day(first, first.year + whole + 1)
        return whole + (last - since).days / max((following - since).days, 1)
    if unit == "month":
        months = (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)
        return months + ((last.day - first.day) % 31) / 31
    return (last - first).days / DAYS[unit]


def same_day(day: date, year: int) -> date:
    """The anniversary of a day; that of 29 February is 28 February in a common year."""
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 2, 28)


_ = timedelta

"""Judge the dates that a text gives to events."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kzfr_cli.core import edtf
from kzfr_cli.core.record import replace
from kzfr_cli.proofreading import judging, numbers, tables
from kzfr_cli.proofreading.case import Case, Claim, Finding, Trial
from kzfr_cli.proofreading.frames import Dated, Frame, day_keys, month_key
from kzfr_cli.proofreading.judging import AGREE, Match
from kzfr_cli.proofreading.linking import Link
from kzfr_cli.proofreading.moments import Moment
from kzfr_cli.proofreading.vocabulary import Unit

HALF, AGREEING, THIRD = 0.5, 0.4, 0.34
"""Share of the best score from which an event that agrees may be the one meant; and where day or span are equal."""

ENOUGH = {
    judging.NEAR_COMPONENT: 0.34,
    judging.NEAR_END: 0.34,
    judging.NEAR_MONTHS: 0.45,
    judging.NEAR_YEARS: 0.5,
    judging.FAR: 0.62,
}
"""Score from which a date that differs is held against the text, by how it differs."""

COMING_AGAIN = frozenset(("visit", "sport", "culture", "diplomacy", "multilateral", "education"))
"""Categories of what comes again: another year may be another event."""

STEPS = frozenset(
    ("in-force", "ratified", "approved", "published", "provisionally-applied", "closed")
)
"""Steps of an act that no other date of it stands for."""

STANDS_FOR = {
    "signed": ("signed", "occurred"),
    "opened": ("opened", "occurred", "founded"),
    "founded": ("founded", "occurred", "opened", "signed"),
    "announced": ("announced", "occurred", "signed", "published"),
}
NEAR_VERB = 4
"""Words between a date and the verb beside it."""


def find(trial: Trial) -> Iterator[Claim]:
    """Every date of a text as a claim."""
    for moment in trial.moments:
        kind = "impossible-date" if moment.impossible else "date"
        if moment.kind != "weekday":
            yield Claim(kind=kind, first=moment.first, last=moment.last, moment=moment)


def prepare(trial: Trial, claims: list[Claim]) -> None:
    """Find first which dates agree with events, so that no other date of their sentences is held against these."""
    for claim in claims:
        case = trial.cases[claim.first] = DateCase(trial, claim)
        if claim.kind == "date" and not case.unasked():
            case.register()


def judge(trial: Trial, claim: Claim) -> Finding:
    """Judge the date of an event."""
    case: DateCase = trial.cases[claim.first]
    return case.judge()


class DateCase(Case):
    """A date on trial."""

    def __init__(self, trial: Trial, claim: Claim) -> None:
        super().__init__(trial, claim)
        assert claim.moment is not None
        self.moment: Moment = claim.moment
        self.asked = self.verb()
        self.links = self.candidates()

    def candidates(self) -> list[Link]:
        """The events that the words around the date may mean, the best first."""
        windows = self.trial.windows
        around = windows.around(self.sentence, self.claim.first, self.claim.last)
        weighty = sum(self.trial.linker.weight(unit) * grade for unit, grade in around)
        if weighty < SAYS_LITTLE or self.sentence.says("pronouns"):
            around = [*around, *windows.context(self.sentence)]
        links = self.trial.linker.links(self.text, around, self.near())
        return (
            links if self.moment.has_year and not self.moment.relative else self.trial.ranked(links)
        )

    def near_units(self) -> list[Unit]:
        """The units that stand near enough to the date to tell what it is of."""
        windows = self.trial.windows
        around = windows.around(self.sentence, self.claim.first, self.claim.last)
        near = [unit for unit, grade in around if grade >= NEAR_GRADE]
        weighty = sum(self.trial.linker.weight(unit) for unit in near)
        leans = weighty < SAYS_LITTLE or self.sentence.says("pronouns")
        return near + ([unit for unit, _ in windows.context(self.sentence)] if leans else [])

    def near(self) -> list[int]:
        """The places of the events whose date agrees with this one but for a component."""
        frames, moment = self.trial.linker.frames, self.moment
        if moment.kind not in ("day", "span", "month", "list") or moment.earliest is None:
            return []
        keys = [month_key(moment.earliest.year, moment.earliest.month)]
        if moment.kind != "month":
            keys += day_keys(moment.earliest)
        return list(dict.fromkeys(place for key in keys for place in frames.dated(key)))

    def verb(self) -> str:
        """The kind of date that the verb beside it asks for, if any."""
        first, last = self.sentence.first, self.sentence.last
        place = self.claim.first
        for step in range(1, NEAR_VERB + 1):
            if place - step < first or self.text.gap(place - step).strip(" '-\n"):
                break
            if kinds := self.words.facets(self.text.words[place - step]):
                return sorted(kinds)[0]
        if (
            self.text.word(self.claim.first - 1) in OF
            and self.text.gap(self.claim.first - 1) == " "
        ):
            return ""
        place = self.claim.last
        for step in range(1, NEAR_VERB + 1):
            if place + step >= last or self.text.gap(place + step - 1).strip(" '-\n"):
                break
            if kinds := self.words.facets(self.text.words[place + step]):
                return sorted(kinds)[0]
        return self.only_verb()

    def only_verb(self) -> str:
        """The kind of date that the only such verb of the clause, or the head of the column, asks for."""
        heads = {
            kind
            for word in tables.head_words(self.text, self.claim.first)
            for kind in self.words.facets(word)
        }
        if len(heads) == 1:
            return next(iter(heads))
        begun, ended = self.sentence.clause(self.claim.first)
        kinds = {kind for word in self.text.words[begun:ended] for kind in self.words.facets(word)}
        return next(iter(kinds)) if len(kinds) == 1 else ""

    def register(self) -> None:
        """Remember the event with which the date agrees."""
        links = [link for link in self.links if not self.is_foreign(link.frame)]
        if not links or self.is_celebration(links[0].frame):
            return
        found = self.agreeing(links, links[0].score)
        if found is not None and found.verdict == "supported":
            agreed = self.trial.agreed.setdefault(self.sentence.number, set())
            agreed.add((found.event, str(found.facts.get("of"))))

    # ---- the verdict

    def judge(self) -> Finding:
        """The verdict on the date."""
        if self.moment.impossible:
            return self.impossible()
        if why := self.unasked():
            return self.unknown(why)
        links = [link for link in self.links if not self.is_foreign(link.frame)]
        if not links:
            return self.unknown("no-event")
        best = links[0].score
        if self.is_celebration(links[0].frame):
            if not self.is_near_another(links):
                return self.celebrated(links)
            links = [link for link in links if not self.is_celebration(link.frame)]
            best = links[0].score
        if self.moment.kind in ("list", "span") and len(self.moment.values) > 1:
            found = self.by_years(links)
            if found is not None:
                return found
        agreed = self.agreeing(links, best)
        recorded = self.recorded(links, best)
        if recorded is not None and (agreed is None or agreed.verdict != "supported"):
            return recorded
        return agreed or self.told(links) or self.accuse(links)

    def by_years(self, links: list[Link]) -> Finding | None:
        """The verdict on a list of years: every one needs an event, or is a slip where another has one."""
        years = [value.year for value in self.moment.values if value.precision == "year"]
        if len(years) != len(self.moment.values) or self.moment.kind != "list":
            return None
        near = [
            link
            for link in links
            if link.score >= links[0].score * CLOSE_SHARE and link.score >= LIKELY
        ]
        owned = {
            year: link
            for year in years
            for link in near
            for dated in self.relevant(link.frame)
            if dated.status in ("preferred", "accepted") and edtf.parse(dated.value).year == year
        }
        if not owned:
            return None
        link = next(iter(owned.values()))
        right = link.frame.preferred
        if len(owned) == len(set(years)):
            found = self.finding("supported", "right-date", of=right.value, kind=right.kind)
            return self.on(found, link.frame, right, link.score)
        others = [
            each
            for each in near
            if each.frame.id not in {other.frame.id for other in owned.values()}
        ]
        if len(others) != 1 or others[0].score < YEARS_SURE:
            return None
        missing = others[0].frame.preferred
        return self.contradict(others[0], Match(dated=missing, relation=judging.NEAR_YEARS))

    def is_celebration(self, frame: Frame) -> bool:
        """Return whether the date is that of a celebration of an event, years after it."""
        if not self.trial.is_celebrating(self.sentence):
            return False
        value = edtf.parse(frame.preferred.value)
        mine = self.moment.earliest
        if mine is None or value.latest is None:
            return mine is None
        return mine.year > value.latest.year

    def is_near_another(self, links: list[Link]) -> bool:
        """Return whether the date is, but for a component, that of another event that may be meant."""
        near = (*AGREE, *COMPONENTS)
        return self.moment.kind in ("day", "span") and any(
            judging.compare(self.moment, dated) in near
            for link in links
            if link.score >= links[0].score * HALF and not self.is_celebration(link.frame)
            for dated in self.relevant(link.frame)
            if dated.status in ("preferred", "accepted")
        )

    def celebrated(self, links: list[Link]) -> Finding:
        """The verdict on the day of a celebration: that of the event, in any year; never a wrong date of it."""
        link, moment = links[0], self.moment
        for each in link.frame.dates:
            if each.kind == "celebrated" and judging.compare(moment, each) in AGREE:
                return self.on(self.celebration_finding(each, link), link.frame, each, link.score)
        ends = [
            day
            for each in link.frame.dates
            if each.kind != "celebrated"
            for day in judging.ends_of(edtf.parse(each.value))
        ]
        if moment.kind != "day" or moment.earliest is None or not ends or link.score < LIKELY:
            return self.unknown("no-event", link)
        mine = (moment.earliest.month, moment.earliest.day)
        if any((day.month, day.day) == mine for day in ends):
            found = self.finding(
                "supported",
                "right-date",
                of=link.frame.preferred.value,
                kind=link.frame.preferred.kind,
            )
            return self.on(found, link.frame, link.frame.preferred, link.score)
        if moment.relative or not self.is_announced(link, mine, ends[0]):
            return self.unknown("no-event", link)
        due = ends[0].replace(year=moment.earliest.year) if ends[0].day < 29 else ends[0]
        found = self.finding(
            "contradicted",
            "wrong-day",
            of=link.frame.preferred.value,
            due=due.isoformat(),
            day=moment.text,
        )
        return self.on(
            replace(found, expected=due.isoformat()), link.frame, link.frame.preferred, link.score
        )

    def celebration_finding(self, dated: Dated, link: Link) -> Finding:
        """The finding on a day on which a source places the celebration."""
        right = link.frame.preferred
        if dated.status == "disputed":
            return self.finding(
                "disputed", "disputed-date", of=right.value, kind=right.kind, day=dated.value
            )
        return self.finding("supported", "right-date", of=dated.value, kind=dated.kind)

    def is_announced(self, link: Link, mine: tuple[int, int], day: date) -> bool:
        """Return whether a day is said to be the anniversary itself, and is one component off."""
        near = (mine[0] == day.month) != (mine[1] == day.day)
        numbered = self.sentence.number in self.trial.jubilees
        return (
            near
            and numbered
            and link.score >= 0.45
            and bool(self.claim.first - self.sentence.first <= 3)
        )

    def impossible(self) -> Finding:
        """The finding on a day that its month does not have."""
        moment = self.moment
        found = self.finding(
            "contradicted",
            "impossible-day",
            month=moment.month,
            last=moment.impossible,
            year=moment.year,
        )
        return replace(found, event=self.links[0].frame.id if self.links else "", score=1.0)

    def unasked(self) -> str:
        """Why the date is not judged at all, or nothing."""
        if why := self.attitude():
            return why
        if self.moment.is_indefinite or self.moment.kind in ("decade", "century"):
            return "no-event"
        if not self.moment.is_resolved and self.moment.month is None:
            return "no-date"
        return ""

    def relevant(self, frame: Frame) -> list[Dated]:
        """The dates of an event that the verb beside the date may speak of."""
        kinds = {each.kind for each in frame.dates}
        dates = [
            each for each in frame.dates if each.kind != "celebrated" or self.asked == "celebrated"
        ]
        if self.asked in STEPS:
            return [each for each in dates if each.kind == self.asked]
        if self.asked in STANDS_FOR and self.asked in kinds:
            return [each for each in dates if each.kind in STANDS_FOR[self.asked]]
        if self.asked == "celebrated":
            return list(frame.dates)
        return dates

    def agreeing(self, links: list[Link], best: float) -> Finding | None:
        """The finding on the event that was then, or None where none may be meant."""
        for link in links:
            if link.score < best * THIRD:
                break
            for match in self.matched(link.frame, ("preferred", "accepted")):
                exact = match.relation == judging.EQUAL and self.moment.kind in ("day", "span")
                if link.score < best * (THIRD if exact else AGREEING):
                    continue
                if (
                    match.relation in AGREE
                    and self.is_timely(links, match)
                    and self.is_owner(links, link, match)
                ):
                    return self.agree(link, match)
                if match.relation in (judging.COARSE, judging.PARTIAL) and not self.is_known_closer(
                    link.frame
                ):
                    return self.unknown("no-event", link)
        return None

    def is_owner(self, links: list[Link], link: Link, match: Match) -> bool:
        """Return whether a day within something long is not rather a slip of a likelier event."""
        value = edtf.parse(match.dated.value)
        if (
            link is links[0]
            or not value.earliest
            or not value.latest
            or match.relation == judging.EQUAL
        ):
            return True
        long = (value.latest - value.earliest).days > judging.LONG and value.precision == "interval"
        return not long or not self.is_known_closer(links[0].frame)

    def is_timely(self, links: list[Link], match: Match) -> bool:
        """Return whether a date without its year may be that of an event of another year: nothing was nearer."""
        moment = self.moment
        value = edtf.parse(match.dated.value)
        if moment.has_year or moment.around is None or judging.is_that_year(moment, value):
            return True
        return not any(
            other.relation in COMPONENTS
            and judging.is_that_year(moment, edtf.parse(other.dated.value))
            for link in links
            if link.score >= links[0].score * HALF
            for other in self.matched(link.frame, ("preferred", "accepted"))
        )

    def is_known_closer(self, frame: Frame) -> bool:
        """Return whether the event has a date that is known to the day and differs in one component."""
        return any(
            match.relation in COMPONENTS for match in self.matched(frame, ("preferred", "accepted"))
        )

    def told(self, links: list[Link]) -> Finding | None:
        """The finding on a date that the event itself tells, beside its own, or None."""
        moment = self.moment
        if (
            not moment.has_year
            or moment.kind not in ("day", "month", "span")
            or self.asked in STEPS
        ):
            return None
        for link in links:
            if link.score < links[0].score * HALF or link.score < TOLD:
                break
            if moment.text in link.frame.summary_dates:
                found = self.finding("supported", "told-date", day=moment.text)
                return self.on(found, link.frame, link.frame.preferred, link.score)
        return None

    def matched(self, frame: Frame, statuses: tuple[str, ...]) -> list[Match]:
        """How the date stands to the relevant dates of an event of some status, the best first."""
        order = (judging.EQUAL, judging.INSIDE, judging.COARSE, judging.PARTIAL)
        found = [
            Match(dated=dated, relation=judging.compare(self.moment, dated))
            for dated in self.relevant(frame)
            if dated.status in statuses
        ]
        return sorted(
            found,
            key=lambda match: (
                order.index(match.relation) if match.relation in order else len(order)
            ),
        )

    def agree(self, link: Link, match: Match) -> Finding:
        """The finding on a date that agrees with that of an event."""
        least = max(SUPPORTS.get(self.moment.kind, 0.3), self.links[0].score * self.share(match))
        if link.score < least:
            return self.unknown("no-event", link)
        self.trial.mean(self.sentence, link.frame, self.moment)
        found = self.finding("supported", "right-date", of=match.dated.value, kind=match.dated.kind)
        return self.on(found, link.frame, match.dated, link.score)

    def share(self, match: Match) -> float:
        """Share of the best score from which an event that agrees is the one meant, by how exact the date is."""
        if match.relation == judging.EQUAL and self.moment.kind in ("day", "span"):
            return THIRD
        value = edtf.parse(match.dated.value)
        long = (
            value.earliest and value.latest and (value.latest - value.earliest).days > judging.LONG
        )
        return LONG_SHARE if long and value.precision == "interval" else CLOSE_SHARE

    def recorded(self, links: list[Link], best: float) -> Finding | None:
        """The finding on a date that a source gives and the database does not hold for the right one."""
        for link in links:
            if link.score < best * HALF or link.score < RECORDED:
                break
            for match in self.matched(link.frame, ("disputed", "rejected")):
                if match.relation in AGREE and self.may_refuse(link, match):
                    return self.refuse(link, match)
                if match.relation == judging.EQUAL and self.sentence.says("attributing"):
                    return self.unknown("rejected", link)
        return None

    def may_refuse(self, link: Link, match: Match) -> bool:
        """Return whether the text itself asserts a date that the database holds to be refuted."""
        if match.dated.status == "disputed":
            return True
        if self.unasserted() or self.sentence.says("attributing") or self.is_someone_else(link):
            return False
        exact = match.relation == judging.EQUAL and not self.is_of_other(link)
        return exact and (self.moment.kind != "year" or self.asked == match.dated.kind)

    def is_someone_else(self, link: Link) -> bool:
        """Return whether the date is right of another event that may be meant."""
        return any(
            match.relation in AGREE
            for other in self.links
            if other.score >= link.score * THIRD
            for match in self.matched(other.frame, ("preferred", "accepted"))
        )

    def refuse(self, link: Link, match: Match) -> Finding:
        """The finding on a date that is disputed or refuted."""
        right = link.frame.preferred
        disputed = match.dated.status == "disputed"
        found = self.finding(
            "disputed" if disputed else "contradicted",
            "disputed-date" if disputed else "rejected-date",
            of=right.value,
            kind=right.kind,
            day=match.dated.value,
        )
        self.trial.mean(self.sentence, link.frame, self.moment)
        return self.on(found, link.frame, right, link.score)

    # ---- accusing

    def accuse(self, links: list[Link]) -> Finding:
        """The finding on a date that agrees with no event that may be meant."""
        if self.moment.relation in ("until", "before", "after"):
            return self.slip_of_told(links[0]) or self.unknown("bound")
        if why := self.unasserted():
            return self.unknown(why, links[0])
        ranked = sorted(
            (
                (link.score * self.nearness(near), link, match)
                for link in links
                for near, match in [self.nearest(link.frame)]
                if match is not None
            ),
            key=lambda item: -item[0],
        )
        ranked = [item for item in ranked if item[0] > 0]
        if found := self.by_order(links[0]) or self.slip_of_told(links[0]):
            return found
        if not ranked:
            return self.unknown("no-facet", links[0])
        score, link, match = ranked[0]
        if self.is_sure(link, match, score) and not self.is_excused(link, match):
            return self.contradict(link, match)
        return self.unknown("no-event", link)

    def nearness(self, near: str) -> float:
        """What the nearness of a date adds to a link, and its distance takes: slips change one component."""
        if self.moment.kind in ("day", "span") and near in (judging.NEAR_YEARS, judging.FAR):
            return FAR_OFF
        return NEARNESS.get(near, 1.0)

    def nearest(self, frame: Frame) -> tuple[str, Match | None]:
        """The relevant date of an event that is nearest, and how near it is."""
        order = list(ENOUGH)
        found = [
            match
            for match in self.matched(frame, ("preferred", "accepted"))
            if match.relation in ENOUGH
        ]
        if found and self.is_of_other_step(frame):
            return judging.NEAR_COMPONENT, Match(
                dated=found[0].dated, relation=judging.NEAR_COMPONENT
            )
        if not found:
            return "", None
        match = min(found, key=lambda item: order.index(item.relation))
        return match.relation, match

    def is_relative_far(self, match: Match) -> bool:
        """Return whether a date counted from the text's own («hier», "this month") is not about an event of then."""
        if not self.moment.relative:
            return False
        unit, _, anchor = self.moment.relative.partition(" ")
        if self.moment.relation == "since":
            return True
        if anchor == "text" and unit != "occurrence":
            return True
        far = (judging.FAR, judging.NEAR_YEARS)
        if unit in ("year", "occurrence"):
            return match.relation == judging.FAR
        value = edtf.parse(match.dated.value)
        today = self.trial.today
        recent = value.latest and today and -31 <= (today - value.latest).days <= 31
        return match.relation in far or not recent

    def slip_of_told(self, link: Link) -> Finding | None:
        """The finding on an end or a day that is a slip of one that the event tells: «jusqu'en 2029» for 2039."""
        moment, frame = self.moment, link.frame
        if link.score < TOLD_SURE or moment.text in frame.told_dates or self.asked in STEPS:
            return None
        if not self.trial.is_specific(link, self.near_units()) or self.is_of_other(link):
            return None
        for told in sorted(frame.summary_dates):
            if self.is_slip_of(told, frame):
                right = Dated(
                    kind=frame.preferred.kind,
                    value=told,
                    status="accepted",
                    sources=frame.preferred.sources,
                )
                return self.contradict(link, Match(dated=right, relation=judging.NEAR_COMPONENT))
        return None

    def is_slip_of(self, told: str, frame: Frame) -> bool:
        """Return whether the date is a slip of one that the event tells beside its own."""
        moment = self.moment
        if told in {each.value for each in frame.dates} or moment.earliest is None:
            return False
        if moment.kind == "year" and len(told) == 4 and told.isdecimal():
            return moment.relation in ("until", "before") and judging.one_digit(
                moment.earliest.year, int(told)
            )
        if moment.kind == "day" and len(told) == 10 and told[4] == "-":
            day = edtf.parse(told).day
            month = day is not None and (day.year, day.month) == (
                moment.earliest.year,
                moment.earliest.month,
            )
            return (
                month
                and day is not None
                and judging.one_digit(day.day + 100, moment.earliest.day + 100)
            )
        return False

    def by_order(self, link: Link) -> Finding | None:
        """The finding on a step that cannot have been at the signature: a later step came before it."""
        if self.asked not in STEPS or self.relevant(link.frame) or self.moment.kind != "day":
            return None
        later = [
            each
            for each in link.frame.dates
            if each.kind in STEPS
            and self.moment.latest
            and edtf.parse(each.value).sort_key()[0] > self.moment.latest.toordinal()
        ]
        if not later or link.score < RECORDED or not self.is_at(link.frame, "signed"):
            return None
        return self.contradict(link, Match(dated=later[0], relation=judging.NEAR_COMPONENT))

    def is_of_other_step(self, frame: Frame) -> bool:
        """Return whether the date is that of another step of the event than the one the text tells."""
        relevant = self.relevant(frame)
        others = [
            each for each in frame.dates if each not in relevant and each.kind != "celebrated"
        ]
        if self.moment.kind == "year" and self.asked and relevant:
            return any(edtf.parse(each.value).year == self.moment.year for each in others)
        return self.moment.kind == "day" and any(
            judging.compare(self.moment, each) in AGREE
            and edtf.parse(each.value).precision == "day"
            for each in others
        )

    def unasserted(self) -> str:
        """Why the text does not assert the date, or nothing."""
        today = self.trial.today
        if today and self.moment.earliest and self.moment.earliest > today:
            return "planned"
        begun, ended = self.sentence.cell(self.claim.first)
        own = self.text.words[
            max(begun, self.claim.first - NEAR_PLAN) : min(ended, self.claim.last + NEAR_PLAN)
        ]
        if any(self.words.has("planned", word) for word in own):
            return "planned"
        begun, ended = self.sentence.clause(self.claim.first)
        dated = any(self.words.has("dating", word) for word in self.text.words[begun:ended])
        return "rejected" if dated else ""

    def is_sure(self, link: Link, match: Match, score: float) -> bool:
        """Return whether an event is surely meant, by how the date differs from its own."""
        frame, relation = link.frame, match.relation
        value = edtf.parse(match.dated.value)
        uncertain = value.is_uncertain and relation not in COMPONENTS
        if value.is_approximate or uncertain or value.precision in ("set", "decade", "century"):
            return False
        again = frame.category in COMING_AGAIN and not frame.once
        if again and relation not in COMPONENTS and not self.is_alone(link, relation):
            return False
        if not self.moment.has_year and relation not in COMPONENTS:
            return False
        whole = link.likeness > 0.9 and (frame.once or frame.category in ("treaty",))
        least = WHOLE if whole else ENOUGH[relation]
        if self.moment.kind in ("day", "span") and relation in (judging.NEAR_YEARS, judging.FAR):
            least = FAR_DAY
        if not self.trial.is_specific(link, self.near_units()):
            return False
        if self.moment.kind == "month" and relation == judging.NEAR_YEARS:
            least = max(least, 0.6)
        if relation in (judging.FAR, judging.NEAR_YEARS) and not self.asked and not whole:
            least = max(least, 0.62)
        if self.moment.kind in ("year", "month") and link.score < self.links[0].score * CLEAR:
            return False
        if self.moment.kind in ("year", "month") and not whole:
            least = max(least, 0.55 if self.moment.kind == "year" or again else 0.42)
        return score >= least

    def is_alone(self, link: Link, relation: str) -> bool:
        """Return whether something that comes again is told as a whole, a year or two off, and nothing like it."""
        if relation != judging.NEAR_YEARS or link.likeness < 0.85 or link.score < 0.7:
            return False
        return not any(
            other.frame.category == link.frame.category
            and other.frame.id != link.frame.id
            and other.score >= link.score * 0.6
            for other in self.links
        )

    def is_excused(self, link: Link, match: Match) -> bool:
        """Return whether something in the text or the event speaks against an accusation."""
        if self.moment.kind == "year" and self.is_of_figure():
            return True
        if (
            self.is_relative_far(match)
            or self.is_told(link.frame)
            or self.is_of_other_number(link.frame)
        ):
            return True
        agreed = self.trial.agreed.get(self.sentence.number, set())
        told = link.frame.id in {name for name, _ in agreed}
        if told and self.asked and self.asked not in {each.kind for each in link.frame.dates}:
            return True
        same = (link.frame.id, match.dated.value) in agreed
        if same and self.asked not in {each.kind for each in link.frame.dates}:
            return True
        if (
            self.asked == "ratified"
            and self.moment.kind == "day"
            and self.is_at(link.frame, "approved")
        ):
            return True
        if self.is_of_other_step(link.frame):
            return False
        return not self.is_named_beside(link) or self.is_of_other(link)

    def is_of_figure(self) -> bool:
        """Return whether a year is that of an amount that stands beside it."""
        places = range(self.claim.first - BESIDE, self.claim.last + BESIDE)
        return any(self.trial.amounts_at(place) for place in places)

    def is_at(self, frame: Frame, kind: str) -> bool:
        """Return whether the date is that of a step of the event: parliaments ratify what they approve."""
        return any(
            each.kind == kind and judging.compare(self.moment, each) in AGREE
            for each in frame.dates
        )

    def is_of_other_number(self, frame: Frame) -> bool:
        """Return whether the clause numbers something that the event does not: «le 10e sommet», "12th session"."""
        begun, ended = self.sentence.clause(self.claim.first)
        inside = range(self.claim.first, self.claim.last + 1)
        told = {each.value for each in frame.numbers if each.is_ordinal}
        said = [
            numbers.at(self.text, place) for place in range(begun, ended) if place not in inside
        ]
        counted = {each.value for each in said if each and each.is_ordinal and 1 < each.value < 60}
        return bool(counted) and counted.isdisjoint(told)

    def is_of_other(self, link: Link) -> bool:
        """Return whether the date's own clause means another event more surely than this one."""
        own = self.trial.windows.own(self.sentence, self.claim.first, self.claim.last)
        said = sum(
            self.trial.linker.weight(unit)
            for unit, _ in own
            if not self.words.types(self.text.words[unit.first])
        )
        links = self.trial.linker.links(self.text, own) if said >= 1.0 else []
        if not links or links[0].frame.id == link.frame.id:
            return False
        mine = next((each.score for each in links if each.frame.id == link.frame.id), 0.0)
        return links[0].score >= 0.3 and mine < links[0].score * 0.6

    def is_told(self, frame: Frame) -> bool:
        """Return whether the event's own summary or sources tell the date."""
        moment = self.moment
        if moment.earliest is None:
            return False
        yearless = f"--{moment.month or 0:02}-{moment.day or 0:02}"
        if self.is_of_other_step(frame) or (self.asked in STEPS and self.relevant(frame)):
            return False
        own = {each.value for each in frame.dates}
        own |= {f"-{value[4:]}" for value in own if len(value) == 10}
        told = frame.told_dates - own
        if moment.kind == "span" and not moment.has_year:
            return False
        if moment.text in told or (
            not moment.has_year
            and (yearless in told or any(text[4:] == yearless[1:] for text in told))
        ):
            return True
        return moment.kind == "year" and str(moment.earliest.year) in frame.told

    def is_named_beside(self, link: Link) -> bool:
        """Return whether the date's own clause says something of the event, or says nothing at all."""
        own = self.trial.windows.own(self.sentence, self.claim.first, self.claim.last)
        weighty = [(unit, grade) for unit, grade in own if self.trial.linker.weight(unit) > 0.15]
        if not weighty:
            return True
        return any(
            self.trial.linker.frames.postings(unit.key).get(link.frame.place, 0.0)
            for unit, _ in weighty
        ) or any(
            self.trial.linker.frames.postings(f"@{kind}").get(link.frame.place, 0.0)
            for unit, _ in own
            for kind in self.words.types(self.text.words[unit.first])
        )

    def contradict(self, link: Link, match: Match) -> Finding:
        """The finding on a wrong date."""
        found = self.finding(
            "contradicted",
            "wrong-date",
            of=match.dated.value,
            kind=match.dated.kind,
            day=self.moment.text,
        )
        self.trial.mean(self.sentence, link.frame, self.moment)
        self.trial.wrong_dates.add(self.moment.first)
        return self.on(found, link.frame, match.dated, link.score)


OF = frozenset(("du", "de", "of", "от"))
LIKELY = 0.3
COMPONENTS = frozenset((judging.NEAR_COMPONENT, judging.NEAR_END))
NEARNESS = {
    judging.NEAR_COMPONENT: 1.3,
    judging.NEAR_END: 1.3,
    judging.NEAR_MONTHS: 1.1,
    judging.NEAR_YEARS: 1.0,
    judging.FAR: 0.7,
}
"""What the nearness of a date adds to the link to an event, and its distance takes."""

SUPPORTS = {"day": 0.18, "span": 0.18, "month": 0.25, "season": 0.3, "year": 0.33, "list": 0.3}
"""Score from which a date that agrees is confirmed, by how exact it is."""

RECORDED = 0.3
WHOLE = 0.36
CLEAR = 0.92
"""Share of the best score that an event must have whose year or month is refuted."""

CLOSE_SHARE, LONG_SHARE = 0.75, 0.9
NEAR_GRADE = 0.4
"""Grade from which a unit stands near a date."""

BESIDE = 4
YEARS_SURE = 0.38
TOLD_SURE = 0.5
TOLD = 0.4
NEAR_PLAN = 9
"""Words around a date among which one says that it is planned."""

FAR_OFF = 0.65
FAR_DAY = 0.8
"""Score from which a day that differs in all its parts is held against the text: slips change one."""
SAYS_LITTLE = 1.2

"""Find and judge anniversaries: a year less the year of the event is the number."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from kzfr_cli.core import edtf
from kzfr_cli.core.record import replace
from kzfr_cli.languages.letters import is_cyrillic
from kzfr_cli.proofreading import arithmetic, durations, lexicon, numbers
from kzfr_cli.proofreading.case import Case, Claim, Finding, Trial
from kzfr_cli.proofreading.claims import elapsed
from kzfr_cli.proofreading.durations import Duration
from kzfr_cli.proofreading.frames import Dated
from kzfr_cli.proofreading.linking import Link
from kzfr_cli.proofreading.moments import Moment
from kzfr_cli.proofreading.text import Text
from kzfr_cli.proofreading.vocabulary import Unit

BACK, AHEAD, COMING = 75, 45, 150
"""Days before and after the text's date on which its anniversaries may fall; after it where it says that one comes."""

SURE = 0.38
LIKENESS = 0.65
"""Share of a title that must be said before an anniversary of it is refuted."""
LIKELY = 0.3
RIVAL = 0.72
"""Share of the best score from which another event may be the one whose anniversary it is."""

LONGEST = 160
POSSIBLE = 0.5
"""Share of the best score from which another event may be the one whose anniversary it is, so that none is refuted."""

COMING_AGAIN = frozenset(("visit", "sport", "culture", "multilateral", "education"))
WHOLE = 0.85
"""Share of a title that must be said of what comes again."""

NEXT = 6
"""Words after an anniversary within which its date may follow in brackets."""

APART = 0.5
"""Weight of what a sentence must say of a celebration beside what is celebrated."""


def find(trial: Trial) -> Iterator[Claim]:
    """The anniversaries of a text."""
    for found in durations.find(trial.text):
        if (
            found.unit == "year"
            and found.number <= LONGEST
            and is_anniversary(trial.text, found)
        ):
            yield Claim(
                kind="anniversary",
                first=min(found.first, found.lead) if found.is_jubilee else found.first,
                last=found.last,
                number=found.number,
                bound=found.bound,
                unit="year",
                form="ordinal" if found.is_jubilee else "years",
            )
    yield from elliptic(trial.text)


def is_anniversary(text: Text, found: Duration) -> bool:
    """Return whether a number of years is that of an anniversary: «les 26 ans de …», «fête ses 30 ans», "turns 25"."""
    words = lexicon.load()
    if found.is_jubilee:
        return True
    if elapsed.form_of(text, found):
        return False
    sentence = text.sentence(found.first)
    before = text.word(found.first - 1)
    after = text.word(found.last + 1)
    joined = text.gap(found.last) in (" ", "' ", "\n")
    if words.has("their", before):
        return True
    near = text.words[max(found.first - 6, sentence.first) : found.first]
    following = text.words[found.last + 1 : min(found.last + 5, sentence.last)]
    celebrated = any(
        words.has("celebrate", word) or words.has("turn", word) for word in near
    )
    celebrated = celebrated or any(words.has("celebrate", word) for word in following)
    if after == "old":
        units = sentence.words
        return not any(word in ("he", "she", "who", "aged") for word in units)
    if words.has("wedge", after) and joined:
        return celebrated or before in ("les", "ces", "these") or found.number >= 10
    if words.has("year_behind", text.words[found.last]):
        later = text.words[found.last + 1 : sentence.last]
        return celebrated or any(words.has("turn", word) for word in later)
    if is_cyrillic(text.words[found.last]):
        named = after and not words.has("not_of", after)
        years = words.has("plain_years", text.words[found.last])
        return celebrated or (years and joined and bool(named))
    return any(words.has("celebrate", word) for word in near) or (
        celebrated and before in ("ses", "les")
    )


def elliptic(text: Text) -> Iterator[Claim]:
    """«… le 10e anniversaire du traité et le 15e de la visite»: ordinals that lean on an anniversary before them."""
    words = lexicon.load()
    for sentence in text.sentences:
        heads = [
            place
            for place in range(sentence.first, sentence.last)
            if words.has("anniversary", text.words[place])
        ]
        if not heads:
            continue
        for place in range(heads[0] + 1, sentence.last):
            number = numbers.ending_at(text, place)
            if number is None or not number.is_ordinal or number.last != place:
                continue
            if words.has("wedge", text.word(place + 1)) and place + 1 not in heads:
                yield Claim(
                    kind="anniversary",
                    first=number.first,
                    last=place,
                    number=number.value,
                    unit="year",
                    form="ordinal",
                )


def judge(trial: Trial, claim: Claim) -> Finding:
    """Judge the number of an anniversary."""
    return AnniversaryCase(trial, claim).judge()


class AnniversaryCase(Case):
    """An anniversary on trial."""

    def judge(self) -> Finding:
        """The verdict on its number."""
        if why := self.attitude():
            return self.unknown(why)
        if self.is_of_life():
            return self.unknown("life")
        subjects = self.subjects()
        if self.is_told_celebration():
            return self.unknown("other-facet", subjects[0] if subjects else None)
        links = [
            link
            for link in subjects
            if not self.is_foreign(link.frame) and not link.frame.is_celebration
        ]
        if not links or links[0].score < LIKELY:
            return self.unknown("no-event", links[0] if links else None)
        years = self.references(links[0])
        if not years:
            return self.unknown("no-date", links[0])
        near = [link for link in links if link.score >= links[0].score * RIVAL]
        return self.fitting(near, years) or self.wrong(links, years)

    def fitting(self, links: list[Link], years: list[int]) -> Finding | None:
        """The finding on a number that a date makes right, an undisputed one before a disputed."""
        for link in links:
            for dated in self.dates(link, ("preferred", "accepted")):
                if self.fits(dated, years):
                    return self.right(link, dated, years)
        for link in links:
            for dated in self.dates(link, ("disputed",)):
                if self.fits(dated, years) and self.is_disputed(dated):
                    return self.disputed(link, dated, years)
        return None

    def is_told_celebration(self) -> bool:
        """Return whether the sentence is on a celebration that the database tells with that very number."""
        inside = {unit.first for unit, _ in self.complement()}
        units = self.trial.windows.units(self.sentence)
        window = [(unit, 1.0) for unit in units if unit.first not in inside]
        apart = self.trial.linker.links(self.text, window)[:6] if window else []
        whole = [link for link in self.trial.links(self.sentence) if link.likeness >= 0.9]
        return any(
            link.frame.is_celebration
            and (link.explained >= APART or link in whole)
            and any(
                told.unit == "year" and told.value == self.claim.number
                for told in link.frame.numbers
            )
            for link in (*apart, *whole)
        )

    def is_disputed(self, dated: Dated) -> bool:
        """Return whether a disputed date may excuse the number: it is exact, or the text tells it."""
        exact = edtf.parse(dated.value).precision == "day" and self.claim.bound == "exact"
        year = str(edtf.parse(dated.value).year)
        return exact or year in self.sentence.words

    def is_of_life(self) -> bool:
        """Return whether the sentence speaks of someone's life near the number."""
        first = max(self.claim.first - 6, self.sentence.first)
        last = min(self.claim.last + 7, self.sentence.last)
        near = (
            self.text.words[first : self.claim.first]
            + self.text.words[self.claim.last + 1 : last]
        )
        if any(self.words.has("life", word) and word != "old" for word in near):
            return True
        if self.text.word(self.claim.last + 1) in ("round", "session", "meeting", "edition"):
            return True
        return (
            self.words.has("their", self.text.word(self.claim.first - 1))
            and self.is_of_person()
        )

    def is_of_person(self) -> bool:
        """Return whether the only subject before a possessive is a person."""
        clause = self.sentence.clause(self.claim.first)
        before = [
            unit
            for unit in self.trial.windows.units(self.sentence)
            if clause[0] <= unit.first < self.claim.first
            and unit.key[0] == "_"
            and unit.kind != "place"
        ]
        return bool(before) and all(unit.kind == "person" for unit in before)

    def subjects(self) -> list[Link]:
        """The events whose anniversary it may be: by what follows it, else by its sentence."""
        complement = self.complement()
        if complement:
            links = self.trial.linker.links(self.text, complement)
            if links and (links[0].score >= SURE or links[0].likeness >= 0.75):
                return links
        windows = self.trial.windows
        around = windows.around(self.sentence, self.claim.first, self.claim.last)
        links = self.trial.linker.links(self.text, around)
        if not links or links[0].score < LIKELY or self.sentence.says("pronouns"):
            more = self.trial.linker.links(
                self.text, [*around, *windows.context(self.sentence)]
            )
            links = more if not links or (more and more[0].score > links[0].score) else links
        return links

    def complement(self) -> list[tuple[Unit, float]]:
        """The units after the claim that say whose anniversary it is, to the end of the phrase."""
        following = self.text.word(self.claim.last + 1)
        cyrillic = bool(following) and is_cyrillic(following)
        if self.words.has("year_behind", self.text.words[self.claim.last]):
            return self.before()
        begun = self.sentence.clause(self.claim.first)[0]
        if begun > self.sentence.first and self.words.has("whose", self.text.words[begun]):
            low, high = self.sentence.clause(begun - 1)
            units = self.trial.windows.units(self.sentence)
            return [(unit, 1.0) for unit in units if low <= unit.first < high]
        if self.text.gap(self.claim.last) not in (" ", "\n") or not (
            cyrillic or self.words.has("wedge", following)
        ):
            return []
        last = self.sentence.clause(self.claim.last)[1]
        stops = {moment.first for moment in self.trial.moments_of(self.sentence)}
        end = self.claim.last + 1
        while (
            end < last
            and end not in stops
            and not self.words.has("copulas", self.text.words[end])
        ):
            if self.words.has("joints", self.text.words[end]) and numbers.at(
                self.text, end + 2
            ):
                break
            end += 1
        return [
            (unit, 1.0)
            for unit in self.trial.windows.units(self.sentence)
            if self.claim.last < unit.first < end
        ]

    def before(self) -> list[tuple[Unit, float]]:
        """The units before the claim, where Kazakh says whose anniversary it is, back to the last date."""
        first = self.sentence.clause(self.claim.first)[0]
        moments = [
            each.last + 1
            for each in self.trial.moments_of(self.sentence)
            if each.last < self.claim.first
        ]
        begun = max([first, *moments])
        return [
            (unit, 1.0)
            for unit in self.trial.windows.units(self.sentence)
            if begun <= unit.first < self.claim.first
        ]

    def dates(self, link: Link, statuses: tuple[str, ...]) -> list[Dated]:
        """The dates of an event from which an anniversary may be counted."""
        begun, ended = self.sentence.clause(self.claim.first)
        own = self.text.words[begun:ended]
        kinds = {kind for word in own for kind in self.words.facets(word)}
        asked = kinds & {"in-force", "ratified", "approved", "closed"}
        dates = [
            each
            for each in link.frame.dates
            if each.status in statuses and each.kind != "celebrated"
        ]
        chosen = [each for each in dates if each.kind in asked]
        return chosen or dates

    def stated_near(self, own: list[Moment]) -> list[Moment]:
        """The dates of the sentence that may be that of the anniversary: the only one, those before, the next."""
        if len(own) == 1:
            return own
        before = [each for each in own if each.first < self.claim.first]
        after = [each for each in own if 0 < each.first - self.claim.last <= NEXT]
        return before or after[:1]

    def references(self, link: Link) -> list[int]:
        """The years in which the anniversary may fall: that of the sentence, else those around the text's date."""
        begun, ended = self.sentence.clause(self.claim.first)
        own = self.trial.moments_of(self.sentence)
        beside = [each for each in own if begun <= each.first < ended]
        absolute = [each for each in own if not each.relative]
        fixed = [each for each in beside if not each.relative]
        own = fixed or self.stated_near(absolute) or beside
        of_event = {
            edtf.parse(each.value).year
            for each in link.frame.dates
            if each.kind != "celebrated"
        }
        stated = [each.year for each in own if each.year and each.relation not in ("since",)]
        others = [year for year in stated if year not in of_event]
        if others:
            return sorted(set(others))
        today = self.trial.today
        if today is None:
            return []
        ahead = COMING if self.sentence.says("coming") else AHEAD
        first, last = today - timedelta(days=BACK), today + timedelta(days=ahead)
        if self.trial.as_of and self.trial.as_of.precision != "day":
            first = last = today
        return sorted({*range(first.year, last.year + 1), *self.gone(today)})

    def gone(self, today: date) -> list[int]:
        """The year before, where the text says that the anniversary is past."""
        return [today.year - 1] if self.sentence.says("gone") else []

    def fits(self, dated: Dated, years: list[int]) -> bool:
        """Return whether the number is right for a date in one of some years."""
        value = edtf.parse(dated.value)
        of = {day.year for day in (value.earliest, value.latest) if day}
        number = self.claim.number
        return any(
            arithmetic.holds(number, self.claim.bound, float(year - each), exact=True)
            for year in years
            for each in of
        )

    def right(self, link: Link, dated: Dated, years: list[int]) -> Finding:
        """The finding on a right number."""
        found = self.finding("supported", "right-years", **self.facts(dated, years))
        return self.on(found, link.frame, dated, link.score)

    def disputed(self, link: Link, dated: Dated, years: list[int]) -> Finding:
        """The finding on a number that only a disputed date makes right."""
        found = self.finding("disputed", "disputed-years", **self.facts(dated, years))
        return self.on(found, link.frame, dated, link.score)

    def facts(self, dated: Dated, years: list[int]) -> dict[str, object]:
        """The arithmetic."""
        year = edtf.parse(dated.value).year
        at = years[-1] if len(years) == 1 or not self.trial.today else self.trial.today.year
        difference = at - year if year else None
        return {
            "of": dated.value,
            "kind": dated.kind,
            "to": next(
                (
                    each.text
                    for each in self.trial.moments_of(self.sentence)
                    if each.year == at
                ),
                str(at),
            ),
            "number": int(self.claim.number),
            "years": difference,
            "elapsed": difference,
        }

    def wrong(self, links: list[Link], years: list[int]) -> Finding:
        """The finding on a number that no event near the one meant makes right."""
        link = links[0]
        dated = link.frame.preferred
        if self.fits_another(links, years):
            return self.unknown("other-facet", link)
        if why := self.doubt(link, years):
            return self.unknown(why, link)
        found = self.finding("contradicted", "wrong-years", **self.facts(dated, years))
        right = years[-1] - (edtf.parse(dated.value).year or 0)
        return self.on(replace(found, expected=str(right)), link.frame, dated, link.score)

    def fits_another(self, links: list[Link], years: list[int]) -> bool:
        """Return whether another event that may be meant makes the number right."""
        possible = [other for other in links[1:] if other.score >= links[0].score * POSSIBLE]
        firm = ("preferred", "accepted")
        return any(
            self.fits(each, years) for other in possible for each in self.dates(other, firm)
        )

    def doubt(self, link: Link, years: list[int]) -> str:
        """Why the number may not be held against the text, or nothing."""
        value = edtf.parse(link.frame.preferred.value)
        if value.year is None or value.is_approximate or not self.is_sure(link):
            return "no-event"
        difference = max(years) - value.year
        if difference <= 0 or self.claim.number > difference * 2 + 10:
            return "vague-event"
        coming = any(self.near_miss(link.frame.preferred, year) for year in years)
        return "other-year" if coming else ""

    def is_sure(self, link: Link) -> bool:
        """Return whether the event whose anniversary it is, is surely meant."""
        units = self.trial.windows.units(self.sentence)
        if (
            link.score < SURE
            or link.likeness < LIKENESS
            or not self.trial.is_specific(link, units)
        ):
            return False
        kinds = {each.kind for each in link.frame.dates}
        if self.is_of_body() and not {"founded", "opened"} & kinds:
            return False
        again = link.frame.category in COMING_AGAIN and not link.frame.once
        return (
            not again
            or bool({"founded", "opened", "signed"} & kinds)
            or link.likeness >= WHOLE
        )

    def is_of_body(self) -> bool:
        """Return whether the number is that of a body: «ses 15 ans»."""
        return self.words.has("their", self.text.word(self.claim.first - 1))

    def near_miss(self, dated: Dated, year: int) -> bool:
        """Return whether the number is that of the year after, and the text says that it comes."""
        of = edtf.parse(dated.value).year or 0
        return self.claim.number == year - of + 1 and self.sentence.says("coming")

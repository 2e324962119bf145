"""Judge claims: supported, contradicted, disputed or unknown; never an accusation without a sourced
date against it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from kzfr_cli.core import edtf
from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.event import Event, Facet, Figure, Indicator
from kzfr_cli.core.listing import listed
from kzfr_cli.core.record import record, replace
from kzfr_cli.queries.claims import arithmetic, words
from kzfr_cli.queries.claims.claim import Claim, Finding, Moment
from kzfr_cli.queries.claims.finding import Text
from kzfr_cli.queries.claims.linking import Link, Linker

STRONG_COVERAGE = 0.8
STRONG_LIKENESS = 0.5
RIVAL = 0.82
"""Share of the best score from which another event may be meant as well."""

STOPS = listed(
    "стали казахстан франция является являются "
    "qui que dont ou which that who when while lorsque quand est sont etait sera seront a "
    "ont avait aura was were is "
    "are has have had will would celebre celebree celebres celebrated celebre fete marque "
    "marked mais but car puis "
    "then lors avec with pour for par by dans chez afin ainsi celebrations festivities "
    "который которая которые когда "
    "this these cette cet ces ce aujourd hier today yesterday tomorrow demain в этом этой "
    "эти сегодня вчера "
    "был была было были будет отметили отмечают отмечается состоялся прошел прошла à"
)
PLACE_LEFT = listed("a en au aux at in on le в на du 's")
THEIRS = listed("son sa ses leur leurs its their his её его их")


class Bench:
    """Hold what judging needs: the text, its own date, the linker."""

    def __init__(self, text: Text, linker: Linker, as_of: PartialDate | None) -> None:
        self.text = text
        self.reading = text.reading
        self.linker = linker
        self.as_of = as_of
        self.scenes: dict[int, Scene] = {}
        self.said: dict[tuple[int, int], list[str]] = {}
        self.figures: dict[str, list[Figure]] = {}
        self.indicators: list[Indicator] | None = None
        self.persons: frozenset[str] = frozenset()

    # ---- what stands around a claim

    def scene(self, sentence: tuple[int, int]) -> Scene:
        """Give what a sentence speaks of; asked again, it is remembered."""
        known = self.scenes.get(sentence[0])
        if known is None:
            known = self.scenes[sentence[0]] = scene_of(self, sentence)
        return known

    def units(self, first: int, last: int) -> list[str]:
        """Give the units of some tokens."""
        if first >= last:
            return []
        known = self.said.get((first, last))
        if known is None:
            piece = self.reading.text[self.reading.starts[first] : self.reading.ends[last - 1]]
            known = self.said[first, last] = self.linker.said(piece)
        return known

    def finding(self, claim: Claim, verdict: str, code: str, **facts: object) -> Finding:
        """Make a finding of a claim."""
        return Finding(
            claim=claim,
            start=self.reading.starts[claim.first],
            end=self.reading.ends[claim.last],
            verdict=verdict,
            code=code,
            facts=facts,
        )

    def unknown(self, claim: Claim, code: str, link: Link | None = None) -> Finding:
        """Make a finding without a verdict, with why."""
        found = self.finding(claim, "unknown", code)
        return replace(found, event=link.known.id, score=link.score) if link else found

    def spans(self, of: PartialDate, to: PartialDate) -> list[float]:
        """Give the shortest and longest time that may lie between two partial dates, in years."""
        if None in (of.earliest, of.latest, to.earliest, to.latest):
            return []
        assert of.earliest and of.latest and to.earliest and to.latest
        shortest = arithmetic.years_between(of.latest, max(to.earliest, of.latest))
        longest = arithmetic.years_between(of.earliest, max(to.latest, of.earliest))
        steps = max(int((longest - shortest) * 12), 1)
        return [shortest + (longest - shortest) * step / steps for step in range(steps + 1)]


@record
class Scene:
    """Hold what a sentence and the two before it speak of."""

    france: bool
    kazakhstan: bool
    both: bool
    others: frozenset[str]
    near_france: bool
    near_kazakhstan: bool


def scene_of(bench: Bench, sentence: tuple[int, int]) -> Scene:
    """Tell which countries a sentence, and the tokens before it, speak of."""
    own = bench.reading.words[slice(*sentence)]
    said = f" {' '.join(own)} "
    before = bench.reading.words[max(sentence[0] - 60, 0) : sentence[0]]
    others = {word for word in own if word in words.OTHERS} | {
        form
        for form in words.OTHER_PAIRS
        if f" {form} " in said and not any(f" {at} {form} " in said for at in words.WITHIN)
    }
    if words.FRANCE.isdisjoint(word for word in own if word not in words.CAPITALS):
        others |= {form for form in words.EUROPEAN if f" {form} " in said}
    return Scene(
        france=not words.FRANCE.isdisjoint(own),
        kazakhstan=not words.KAZAKHSTAN.isdisjoint(own),
        both=any(f" {form} " in said for form in words.BOTH),
        others=frozenset(others),
        near_france=not words.FRANCE.isdisjoint(before),
        near_kazakhstan=not words.KAZAKHSTAN.isdisjoint(before),
    )


# ---- anniversaries and elapsed time


def anniversary(bench: Bench, claim: Claim) -> Finding:
    """Judge an anniversary or a time elapsed."""
    if claim.attitude:
        return bench.unknown(claim, claim.attitude)
    links = subject(bench, claim)
    links = [link for link in links if fits_scene(bench, claim, link)]
    if not links:
        return bench.unknown(claim, "no-event")
    found = [counted(bench, claim, link) for link in links if link.score >= links[0].score * RIVAL]
    found = [item for item in found if item.code != "no-date"] or found
    holding = [item for item in found if item.verdict == "supported"]
    if holding:
        return holding[0]
    if any(item.verdict == "unknown" for item in found):
        return next(item for item in found if item.verdict == "unknown")
    return (
        bench.unknown(claim, "no-event", links[0])
        if is_of_namesake(bench, claim, links)
        else found[0]
    )


def is_of_namesake(bench: Bench, claim: Claim, links: list[Link]) -> bool:
    """Tell whether the number is right for another event that bears a name of the one it was linked
    to.
    """
    own = {name for name in links[0].known.names if name not in COMMON_NAMES}
    units = bench.units(*claim.sentence)
    best = links[0].score
    others = [
        link
        for link in bench.linker.links(units, least=best / 2)
        if link.score < best and own & link.known.names
    ]
    others = [link for link in others if fits_scene(bench, claim, link)]
    return any(counted(bench, claim, link).verdict == "supported" for link in others)


def subject(bench: Bench, claim: Claim) -> list[Link]:
    """Find the events whose anniversary is meant, the best first; none unless one is surely meant."""
    first, last = complement(bench, claim)
    units = bench.units(first, last)
    if meaningful(bench, units):
        if not words.OTHERS.isdisjoint(bench.reading.words[first:last]):
            return []
        return strong(bench.linker.links(units), STRONG_COVERAGE, STRONG_LIKENESS)
    if claim.form == "later" and not units:
        return []
    begin, end = claim.sentence
    found = leading(bench, claim)
    units = bench.units(begin, claim.first) + bench.units(claim.last + 1, end)
    found = (
        found
        or strong(bench.linker.links(units), 0.34, 0.72)
        or strong(bench.linker.links(units), 0.9, 0.6)
    )
    if (
        not found
        and bench.reading.word(claim.first - 1) in (*THEIRS, "cet", "ce", "this", "these")
        and begin
    ):
        before = bench.text.sentence(begin - 1)
        found = strong(bench.linker.links(bench.units(*before)), 0.4, 0.72)
    return found


def leading(bench: Bench, claim: Claim) -> list[Link]:
    """Find the event of the clause after a claim that begins its sentence: «Il y a vingt ans, …,»."""
    first, last = claim.sentence
    if claim.first - first > LONGEST_LEAD:
        return []
    commas = [place for place in range(claim.last, last - 1) if "," in bench.reading.gap(place)]
    if len(commas) < 2 or commas[0] != claim.last:
        return []
    return strong(bench.linker.links(bench.units(commas[0] + 1, commas[1] + 1)), 0.5, 0.6)


LONGEST_LEAD = 3
"""Words before a claim that begins its sentence."""


def strong(links: Iterable[Link], coverage: float, likeness: float) -> list[Link]:
    """Keep the links that are sure."""
    return [link for link in links if link.coverage >= coverage and link.likeness >= likeness]


def meaningful(bench: Bench, units: Iterable[str]) -> bool:
    """Tell whether some units say which event is meant."""
    return any(bench.linker.weight(unit) and unit not in bench.linker.verbs for unit in units)


def complement(bench: Bench, claim: Claim) -> tuple[int, int]:
    """Give the tokens after a claim that say what it counts: «du traité …», "of the …", to the end
    of the clause.
    """
    reading = bench.reading
    first = claim.last + 1
    dates = {moment.first: moment.last for moment in claim.moments}
    if reading.gap(claim.last).strip(" \n'") or (
        reading.word(first) not in OF_WORDS and not is_genitive(reading.word(first))
    ):
        return first, first
    place = first
    while place < claim.sentence[1]:
        gap = reading.gap(place - 1)
        if place > first and (
            any(sign in gap for sign in ',;:()"!?') or " - " in gap or reading.words[place] in STOPS
        ):
            break
        if place in dates or (place + 1 in dates and reading.words[place] in PLACE_LEFT):
            break
        place += 1
    return first, place


OF_WORDS = listed("de d du des of since l apres after со от")


def is_genitive(word: str) -> bool:
    """Tell a Russian word, which needs no preposition."""
    return bool(word) and "а" <= word[0] <= "я" and word not in STOPS and len(word) > 3


def fits_scene(bench: Bench, claim: Claim, link: Link) -> bool:
    """Tell whether the countries of the sentence are those of the event."""
    scene = bench.scene(claim.sentence)
    foreign = {word for word in scene.others if not spoken_of(bench, link, word)}
    if foreign:
        return False
    kazakhstan = scene.kazakhstan or scene.both or scene.near_kazakhstan
    france = scene.france or scene.both or scene.near_france
    if is_named(link):
        return True
    if not kazakhstan:
        return False
    return (
        france
        or link.known.scope == "context"
        or link.known.category not in ("diplomacy", "treaty")
    )


def is_named(link: Link) -> bool:
    """Tell whether an event has a name of its own in its titles, beyond countries, capitals and
    persons.
    """
    return any(
        unit[0] == "_" and unit not in COMMON_NAMES
        for variant in link.known.variants
        for unit in variant
    ) and link.known.category not in ("diplomacy", "treaty")


COMMON_NAMES = frozenset(
    {"_france", "_kazakhstan", "_francais", "_kazakhstanais", "_paris", "_astana", "_almaty"}
)


def spoken_of(bench: Bench, link: Link, word: str) -> bool:
    """Tell whether an event speaks of another country."""
    if word in words.EUROPEAN:
        return any(EUROPEAN_UNION in units for units in (link.known.names, *link.known.variants))
    stem = word.split()[0][:5]
    return stem in bench.linker.summary(link.known) or any(
        stem in name for name in link.known.names
    )


EUROPEAN_UNION = "_union_europeenne"


def facet_asked(bench: Bench, claim: Claim) -> str:
    """Give the kind of facet that the words after a claim, or else those of its clause, speak of."""
    first, last = complement(bench, claim)
    kinds = [words.facet_words().get(word) for word in bench.reading.words[first:last]]
    return (
        next((kind for kind in kinds if kind in ("in-force", "ratified", "approved", "signed")), "")
        or ""
    )


def facets_of(event: Event, kind: str) -> list[Facet]:
    """List the facets that a claim may count from: those of a kind when it is named, else the one
    the event goes by.
    """
    if kind:
        return [
            facet
            for facet in event.dates
            if facet.kind == kind and facet.status in ("preferred", "accepted")
        ]
    return [event.preferred]


def counted(bench: Bench, claim: Claim, link: Link) -> Finding:
    """Judge the number of a claim against one event."""
    event = bench.linker.event(link.known)
    kind = facet_asked(bench, claim)
    facets = facets_of(event, kind)
    if not facets:
        return bench.unknown(claim, "no-facet", link)
    facet = facets[0]
    at, is_own = reference(bench, claim, event)
    if at is None:
        return bench.unknown(claim, "no-date", link)
    number = claim.number or 0
    if number_holds(bench, claim, facet.value, at):
        return placed(bench, claim, link, event, facet, at)
    others = [item for item in event.dates if item is not facet and item.kind != "celebrated"]
    for item in others:
        if item.status == "accepted" and not kind and number_holds(bench, claim, item.value, at):
            return bench.unknown(claim, "other-facet", link)
        if item.status == "disputed" and number_holds(bench, claim, item.value, at):
            return told(bench, claim, "disputed", "disputed-years", link, event, item, at)
    if facet.value.is_approximate or facet.value.is_uncertain or facet.value.year is None:
        return bench.unknown(claim, "vague-event", link)
    if at.latest is None or facet.value.earliest is None or at.latest <= facet.value.earliest:
        return bench.unknown(claim, "vague-event", link)
    if not is_own and (claim.form == "later" or lenient(bench, claim, number, facet.value, at)):
        return bench.unknown(claim, "other-year", link)
    return told(bench, claim, "contradicted", "wrong-years", link, event, facet, at)


def number_holds(bench: Bench, claim: Claim, of: PartialDate, at: PartialDate) -> bool:
    """Tell whether the number of a claim holds between two dates."""
    number = claim.number or 0
    spans = bench.spans(of, at)
    if claim.kind == "elapsed":
        return arithmetic.holds(number, claim.bound, spans)
    years = [at.year - of.year] if at.year and of.year else []
    if claim.form == "years-of" and arithmetic.holds(number, claim.bound, spans[-1:]):
        return True
    return any(arithmetic.difference_holds(number, claim.bound, each) for each in years)


def lenient(bench: Bench, claim: Claim, number: float, of: PartialDate, at: PartialDate) -> bool:
    """Tell whether the words around an anniversary say that it may be that of the year before or
    after the text's.
    """
    own = bench.reading.words[slice(*claim.sentence)]
    step = number - ((at.year or 0) - (of.year or 0))
    if step == 1:
        return not words.COMING.isdisjoint(own)
    return step == -1 and not words.GONE.isdisjoint(own)


def reference(bench: Bench, claim: Claim, event: Event) -> tuple[PartialDate | None, bool]:
    """Find the date that a claim counts to, and whether its own sentence gives it.

    The years of the sentence that are the event's own do not count; two that remain are one too
    many.
    """
    if claim.form in ("ago", "since"):
        other = [item for item in claim.moments if item.year and not is_of(event, item)]
        begun = [item for item in other if item.last < claim.first]
        if claim.form == "since" or not begun:
            return (bench.as_of, False) if not begun else (edtf.parse(begun[0].text), True)
    own = {facet.value.year for facet in event.dates if facet.kind != "celebrated"}
    years = {item.year for item in claim.moments if item.year and item.year not in own}
    if len(years) == 1:
        chosen = [item for item in claim.moments if item.year in years]
        return edtf.parse(max((item.text for item in chosen), key=len)), True
    if years:
        return None, True
    if bench.as_of is None or bench.as_of.year is None:
        return None, False
    shifted = [item for item in claim.moments if item.shift is not None]
    if shifted:
        resolved = resolve(shifted[0], bench.as_of)
        return (edtf.parse(resolved), True) if resolved else (None, False)
    said = f" {' '.join(bench.reading.words[slice(*claim.sentence)])} "
    return bench.as_of, any(f" {form} " in said for form in words.THIS_YEAR)


def is_of(event: Event, moment: Moment) -> bool:
    """Tell whether a date of the sentence is one of the event's."""
    return any(facet.value.year == moment.year for facet in event.dates)


def resolve(moment: Moment, as_of: PartialDate) -> str:
    """Give in EDTF what «janvier dernier» or «le 5 juin prochain» is, seen from the text's own
    date.
    """
    seen = as_of.latest
    if seen is None or as_of.precision not in ("day", "month", "year"):
        return ""
    if moment.month is None:
        return f"{seen.year + (moment.shift or 0):04}"
    if as_of.precision == "year":
        return ""
    month = (moment.month, moment.day or (1 if moment.shift == 1 else 31))
    now = (seen.month, seen.day)
    year = seen.year
    if moment.shift == -1 and month > now and moment.month != seen.month:
        year -= 1
    if moment.shift == 1 and (month < now or (moment.month == seen.month and moment.day is None)):
        year += 1
    text = f"{year:04}-{moment.month:02}"
    return text + (f"-{moment.day:02}" if moment.day and moment.impossible is None else "")


def placed(
    bench: Bench, claim: Claim, link: Link, event: Event, facet: Facet, at: PartialDate
) -> Finding:
    """Judge the day on which a right anniversary is said to fall."""
    day = said_day(bench, claim, at)
    own = facet.value.day
    if (
        claim.kind == "anniversary"
        and day is not None
        and own is not None
        and facet.value.precision == "day"
    ):
        due = arithmetic.same_day(own, day.year)
        if day != due:
            for item in event.dates:
                if item.kind == "celebrated" and item.value.day == day:
                    verdict = (
                        "supported" if item.status in ("preferred", "accepted") else "disputed"
                    )
                    found = told(bench, claim, verdict, "celebrated-day", link, event, item, at)
                    return replace(
                        found,
                        facts={**found.facts, "due": due.isoformat(), "of": own.isoformat()},
                        expected=due.isoformat(),
                        sources=(*facet.sources, *item.sources),
                    )
            found = told(bench, claim, "contradicted", "wrong-day", link, event, facet, at)
            return replace(
                found,
                facts={**found.facts, "due": due.isoformat(), "day": day.isoformat()},
                expected=due.isoformat(),
            )
    return told(bench, claim, "supported", "right-years", link, event, facet, at)


MARKS = listed(
    "celebre celebree celebrer celebrera celebreront celebrerons fete fetee fetera feteront "
    "fetent celebrent marque "
    "marquera marquent marked marks mark celebrate celebrates celebrated observed fall falls "
    "fell tombe tombera "
    "отмечается отметили отмечают исполняется commemore commemorent"
)


def said_day(bench: Bench, claim: Claim, at: PartialDate) -> date | None:
    """Give the day that a sentence says the anniversary itself falls on, when it says so plainly."""
    reading = bench.reading
    for moment in claim.moments:
        if moment.day is None or moment.month is None or moment.impossible or moment.last_day:
            continue
        year = moment.year or at.year
        if year is None or (at.year and year != at.year):
            continue
        between = (
            reading.words[moment.last + 1 : claim.first]
            if moment.last < claim.first
            else reading.words[claim.last + 1 : moment.first]
        )
        before = reading.words[max(moment.first - 5, 0) : moment.first]
        marked = not MARKS.isdisjoint(between) or (
            moment.last > claim.last and not MARKS.isdisjoint(before)
        )
        apposed = (
            moment.last < claim.first
            and len(between) <= 2
            and not (set(between) - {"le", "the", "jour", "du", "a", "day", "of", "son"})
        )
        if (marked and len(between) <= 22) or apposed:
            return date(year, moment.month, moment.day)
    return None


def told(
    bench: Bench,
    claim: Claim,
    verdict: str,
    code: str,
    link: Link,
    event: Event,
    facet: Facet,
    at: PartialDate,
) -> Finding:
    """Make a finding with the arithmetic from a facet to a date."""
    spans = bench.spans(facet.value, at)
    year, since = at.year, facet.value.year
    years = year - since if year is not None and since is not None else None
    right = years if claim.kind == "anniversary" else int(spans[-1]) if spans else years
    found = bench.finding(
        claim,
        verdict,
        code,
        number=int(claim.number or 0),
        of=facet.value.text,
        to=at.text,
        years=right,
        kind=facet.kind,
        elapsed=int(spans[-1]) if spans else None,
    )
    return replace(
        found,
        event=event.id,
        facet=facet.kind,
        sources=facet.sources,
        score=link.score,
        expected=str(right) if right is not None else "",
        suggestions=suggestion(bench, claim, right)
        if verdict == "contradicted" and right is not None
        else (),
    )


def suggestion(bench: Bench, claim: Claim, right: int) -> tuple[str, ...]:
    """Write the claim with the right number, as the text writes it."""
    from kzfr_cli.languages import ordinals

    reading = bench.reading
    quoted = reading.text[reading.starts[claim.first] : reading.ends[claim.last]]
    figures = str(int(claim.number or 0))
    if right < 1 or quoted.count(figures) != 1:
        return ()
    head = reading.words[claim.last]
    if claim.form == "ordinal" and head.startswith("anniversar") and "-year" not in quoted:
        lang = (
            "en"
            if head.startswith("anniversar")
            and head.endswith(("y", "ies"))
            and "iversaire" not in head
            else "fr"
        )
        return (f"{ordinals.ordinal(right, lang)} {quoted.rsplit(' ', 1)[-1]}",)
    return (quoted.replace(figures, str(right)),)


# ---- days that cannot be


def impossible(bench: Bench, claim: Claim) -> Finding:
    """Judge a day that its month does not have."""
    moment = claim.moment
    assert moment is not None and moment.month is not None
    found = bench.finding(
        claim,
        "contradicted",
        "impossible-day",
        month=moment.month,
        year=moment.year,
        last=moment.impossible,
    )
    year = f"{moment.year:04}" if moment.year else ""
    return replace(found, expected=f"{year}-{moment.month:02}-{moment.impossible:02}".lstrip("-"))


def weekday(bench: Bench, claim: Claim) -> Finding:
    """Judge whether a day falls on the weekday that is written before it."""
    moment = claim.moment
    assert moment is not None and moment.month is not None and moment.weekday is not None
    day = moment.value or nearest(moment, bench.as_of)
    if day is None:
        return bench.unknown(claim, "no-date")
    if day.weekday() == moment.weekday:
        return bench.finding(claim, "supported", "right-weekday", day=day.isoformat())
    if claim.attitude == "rejected":
        return bench.unknown(claim, "rejected")
    quoted = bench.reading.text[bench.reading.starts[claim.first] : bench.reading.ends[claim.last]]
    found = bench.finding(
        claim, "contradicted", "wrong-weekday", day=day.isoformat(), quoted=quoted
    )
    return replace(
        found,
        expected=day.isoformat(),
        suggestions=weekday_repairs(bench, claim, moment, day, quoted),
    )


def weekday_repairs(
    bench: Bench, claim: Claim, moment: Moment, day: date, quoted: str
) -> tuple[str, ...]:
    """Write both repairs: the right weekday for the day, and the nearest day of that weekday."""
    from datetime import timedelta

    name = bench.reading.words[claim.first]
    lang = next(
        (lang for lang, names in words.WEEKDAY_NAMES.items() if name in map(str.lower, names)), ""
    )
    if not lang or moment.weekday is None:
        return ()
    right = words.WEEKDAY_NAMES[lang][day.weekday()]
    written = quoted[: len(name)]
    right = right.capitalize() if written[:1].isupper() else right
    step = (moment.weekday - day.weekday() + 3) % 7 - 3
    other = day + timedelta(days=step)
    repairs = [right + quoted[len(name) :]]
    figures = str(moment.day)
    if other.month == day.month and quoted.count(figures) >= 1:
        repairs.append(quoted.replace(figures, str(other.day), 1))
    return tuple(repairs)


def nearest(moment: Moment, as_of: PartialDate | None) -> date | None:
    """Give the day without a year that lies nearest to the text's own date, or the one that
    «prochain» means.
    """
    if (
        as_of is None
        or as_of.earliest is None
        or as_of.precision not in ("day", "month")
        or moment.day is None
    ):
        return None
    assert moment.month is not None
    if moment.shift is not None:
        resolved = resolve(moment, as_of)
        return edtf.parse(resolved).day if resolved else None
    asked = as_of.earliest
    days = [
        date(year, moment.month, moment.day)
        for year in range(asked.year - 1, asked.year + 2)
        if moment.day <= edtf.last_day(year, moment.month)
    ]
    best = min(days, key=lambda day: abs((day - asked).days), default=None)
    return best if best and abs((best - asked).days) <= 120 else None


JUDGES: dict[str, Callable[[Bench, Claim], Finding]] = {
    "anniversary": anniversary,
    "elapsed": anniversary,
    "impossible-date": impossible,
    "weekday": weekday,
}

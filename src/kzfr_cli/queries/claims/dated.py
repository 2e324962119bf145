"""Judge the dates that a text gives to events."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from kzfr_cli.core import edtf
from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.event import Event, Facet
from kzfr_cli.core.listing import listed
from kzfr_cli.core.record import record, replace
from kzfr_cli.queries.claims import words
from kzfr_cli.queries.claims.claim import Claim, Finding, Moment
from kzfr_cli.queries.claims.finding import YEARS
from kzfr_cli.queries.claims.judging import COMMON_NAMES, Bench, fits_scene, told
from kzfr_cli.queries.claims.linking import Link

SURE = ((0.72, 0.5), (0.55, 0.68))
"""Pairs of likeness and coverage from which a link is sure enough to accuse by."""

SURE_BY_NAME = (0.85, 0.4)
"""Enough where the event has a name of its own and the text says it."""

POSSIBLE = 0.25
"""Score from which an event on that date is one that the text may mean."""

REPEATED = frozenset(
    ("visit", "sport", "culture", "diplomacy", "multilateral", "economy", "education")
)
"""Categories of events that come again: another year is another event, unless only one-off words
name them.
"""
ONCE = frozenset(("signed", "founded", "opened", "in-force", "ratified", "approved", "published"))
STRICT = ("in-force", "ratified", "approved")
"""Sides of an event that no other side stands for."""

OF = ("de", "du", "d", "des", "of")
ENDS = (
    "jusqu en",
    "jusqu au",
    "d ici",
    "d ici a",
    "until",
    "by",
    "horizon",
    " to",
    "до",
    "к",
    "till",
    "from",
    "between",
    "entre",
    "a partir de",
    "des",
    "attendu en",
    "expected in",
    "begin",
    "fin",
)
"""What ends or lasts is not what happened then."""

BEGINS = ("depuis", "since", " с")
"""What has lasted since then began then: only what can happen once is held against it."""

FIRSTS = ("premier", "first", "perv", "перв")
"""«Le premier sommet depuis 1999» says nothing of what happened in 1999 but that there was one."""

AND = listed(
    "et and puis then avant before и mais but followed suivi suivie precede precedee "
    "preceded where qui que dont which "
    "while tandis alors lorsque during lors pendant when quand когда который которая где во время"
)
CLAUSE_ENDS = ";:()!?"


@record
class Ground:
    """Hold what a date is said of: the tokens of its clause, their units, the facet, the events it
    may be of.
    """

    first: int
    last: int
    units: tuple[str, ...]
    kind: str
    links: tuple[Link, ...]


def judge(bench: Bench, claim: Claim) -> Finding:
    """Judge the date of an event; without a sure link to one event there is no verdict."""
    moment = claim.moment
    assert moment is not None
    if code := unasked(bench, claim, moment):
        return bench.unknown(claim, code)
    ground = ground_of(bench, claim, moment)
    if ground is None:
        return bench.unknown(claim, "bound")
    if not ground.links:
        return bench.unknown(claim, "no-event")
    if found := fitting(bench, claim, ground, moment):
        return found
    if code := unasserted(bench, claim, ground, moment):
        return bench.unknown(claim, code)
    link = accusable(bench, claim, ground, moment)
    if link is None:
        return bench.unknown(
            claim, "bound" if is_begun(bench, moment) else "no-event", ground.links[0]
        )
    return refused(bench, claim, link, ground.kind, moment)


def unasked(bench: Bench, claim: Claim, moment: Moment) -> str:
    """Give the code of why a date is not judged at all, or nothing."""
    if claim.attitude:
        return claim.attitude
    if before(bench, moment).endswith(ENDS):
        return "bound"
    if moment.year is None:
        return "no-date" if moment.shift is not None and bench.as_of is None else "no-event"
    return "no-event" if is_of_jubilee(bench, claim, moment) else ""


def before(bench: Bench, moment: Moment) -> str:
    """Give the three words before a date."""
    return " ".join(bench.reading.words[max(moment.first - 3, 0) : moment.first])


def is_begun(bench: Bench, moment: Moment) -> bool:
    """Tell whether a date is that from which something has lasted: «depuis 1992»."""
    return before(bench, moment).endswith(BEGINS)


def ground_of(bench: Bench, claim: Claim, moment: Moment) -> Ground | None:
    """Find what a date is said of; None when it only bounds something else."""
    first, last = clause(bench, claim, moment)
    turn = turned(bench, moment, first)
    if turn is None:
        return None
    units = bench.units(turn, moment.first) + bench.units(moment.last + 1, last)
    links: list[Link] = []
    if len(set(units)) > 1 or any(unit[0] == "_" for unit in units):
        links = [
            link
            for link in bench.linker.links(units, least=POSSIBLE)
            if fits_scene(bench, claim, link)
        ]
    kind = asked(bench, moment, turn, last)
    if kind in STRICT:
        links = [link for link in links if facets(bench.linker.event(link.known), kind)] or links
    return Ground(first=turn, last=last, units=tuple(units), kind=kind, links=tuple(links))


def fitting(bench: Bench, claim: Claim, ground: Ground, moment: Moment) -> Finding | None:
    """Find the event that was then: supported where it is surely the one that is meant; None when
    there is none.
    """
    best = ground.links[0].score
    for link in ground.links:
        if link.score >= best * 0.5 and compatible(
            bench.linker.event(link.known), ground.kind, moment
        ):
            is_meant = link.score >= 0.5 and link.score >= best * 0.75
            return (
                agreed(bench, claim, link, ground.kind, moment)
                if is_meant
                else bench.unknown(claim, "no-event", link)
            )
    return None


def unasserted(bench: Bench, claim: Claim, ground: Ground, moment: Moment) -> str:
    """Give the code of why the text does not assert a date, or nothing."""
    if not words.PLANNED.isdisjoint(bench.reading.words[slice(*claim.sentence)]):
        return "planned"
    if not words.STRONG_DENIED.isdisjoint(bench.reading.words[ground.first : ground.last]):
        return "denied"
    return "" if is_asserted(bench, moment, ground.first, ground.last) else "no-event"


def accusable(bench: Bench, claim: Claim, ground: Ground, moment: Moment) -> Link | None:
    """Give the one event that a wrong date is surely said of, or None."""
    own = bench.reading.words[slice(*claim.sentence)]
    sure = [link for link in ground.links if is_sure(bench, link)]
    link = sure[0] if sure and not is_rivalled(bench, ground.links, sure[0], ground.kind) else None
    if link is not None and (is_telling(ground.units) or bench.linker.event(link.known).once):
        is_first = any(word.startswith(FIRSTS) for word in own)
        lasts = is_begun(bench, moment)
        return link if not lasts or (bench.linker.event(link.known).once and not is_first) else None
    return None if is_begun(bench, moment) else recurring(bench, claim, ground, moment)


def recurring(bench: Bench, claim: Claim, ground: Ground, moment: Moment) -> Link | None:
    """Give the one event of the same day and month in another year, which is rarely so by chance."""
    if moment.day is None or claim_of_years(bench, claim):
        return None
    found = [
        link
        for link in ground.links
        if link.coverage >= RECURRING
        and link.likeness >= RECURRING
        and is_same_day(bench, link, ground.kind, moment)
    ]
    return found[0] if len(found) == 1 else None


RECURRING = 0.4
"""Coverage and likeness from which the same day of another year tells which event is meant."""


def is_same_day(bench: Bench, link: Link, kind: str, moment: Moment) -> bool:
    """Tell whether a date is the day and month of an event, of another year."""
    days = [facet.value.day for facet in facets(bench.linker.event(link.known), kind)]
    return any(day and (day.month, day.day) == (moment.month, moment.day) for day in days)


def claim_of_years(bench: Bench, claim: Claim) -> bool:
    """Tell whether a sentence counts years, by which its date may be that of a celebration."""
    own = bench.reading.words[slice(*claim.sentence)]
    return any(word in YEARS for word in own)


SAYS = listed("was is were est etait etaient fut furent")
"""What follows a date with these is said of what stands before it."""


def turned(bench: Bench, moment: Moment, first: int) -> int | None:
    """Give the token after an «avant» or "after" before a date, which is then of what follows it.

    None when the date is of something else: «deux ans après le traité, en 2010».
    """
    reading = bench.reading
    for place in range(moment.first - 1, first - 1, -1):
        if reading.words[place] in TURNS:
            is_apart = any("," in reading.gap(each) for each in range(place, moment.first))
            return None if is_apart and reading.word(moment.last + 1) not in OF else place + 1
    return first


TURNS = ("apres", "after", "avant", "before")


def is_of_jubilee(bench: Bench, claim: Claim, moment: Moment) -> bool:
    """Tell whether a date is that of an anniversary, not of its event, which a participle would
    bring: «signé le».
    """
    own = bench.reading.words[slice(*claim.sentence)]
    if not any(
        word.startswith(("anniversa", "годовщин", "юбиле", "исполн"))
        or "летие" in word
        or "лети" in word
        for word in own
    ) and (JUBILEES.isdisjoint(own)):
        return False
    return not any(
        word in words.facet_words() and word not in JUBILEES
        for word in bench.reading.words[max(moment.first - 3, 0) : moment.first]
    )


JUBILEES = listed(
    "celebre celebree celebrent celebrated celebrates fete fetee fetent marked marks "
    "отметили отмечают"
)


def is_asserted(bench: Bench, moment: Moment, first: int, last: int) -> bool:
    """Tell whether a date is said of what happens: by a verb of a facet or a visit, or of the
    event, «de 2008».
    """
    reading = bench.reading
    if (
        moment.day is not None
        or is_begun(bench, moment)
        or reading.word(moment.first - 1) in ("de", "du", "of", "dated")
        or reading.gap(moment.first - 1).endswith("(")
    ):
        return True
    near = (
        reading.words[max(moment.first - NEAR, first) : moment.first]
        + reading.words[moment.last + 1 : min(moment.last + NEAR, last)]
    )
    return any(word in words.facet_words() or word in words.HAPPENS for word in near)


NEAR = 12


def is_telling(units: Sequence[str]) -> bool:
    """Tell whether some words name one event: «entre en vigueur» or «le partenariat» alone may be
    of any.
    """
    table = words.facet_words()
    telling = {unit for unit in units if unit not in COMMON_NAMES and unit not in table}
    return len(telling) > 1 or any(unit[0] == "_" for unit in telling)


def is_sure(bench: Bench, link: Link) -> bool:
    """Tell whether a link is good enough to accuse by: what names the event is said, and what it
    was.
    """
    is_told = link.is_worded or (link.is_named and bench.linker.event(link.known).once)
    if not is_told or link.is_named is False:
        return False
    wanted = SURE if link.is_named is None else (*SURE, SURE_BY_NAME)
    return any(
        link.likeness >= likeness and link.coverage >= coverage for likeness, coverage in wanted
    )


def is_rivalled(bench: Bench, links: Sequence[Link], best: Link, kind: str) -> bool:
    """Tell whether another event may be meant as well; visits are told apart less well than the
    rest.
    """
    share = 0.7 if best.known.category == "visit" else 0.88
    near = [bench.linker.event(link.known) for link in links if link.score >= best.score * share]
    held = [facets(event, kind) or ([] if kind in STRICT else [event.preferred]) for event in near]
    return len({chosen(side).value.text for side in held if side}) > 1


def chosen(side: list[Facet]) -> Facet:
    """Choose the facet that a claim is held against: the preferred one, or else the first."""
    return next((facet for facet in side if facet.status == "preferred"), side[0])


def clause(bench: Bench, claim: Claim, moment: Moment) -> tuple[int, int]:
    """Give the tokens that a date goes with: before it back to the last other date, or after it
    when it leads.
    """
    reading = bench.reading
    first, last = claim.sentence
    for other in claim.moments:
        if (
            other.last < moment.first
            and other.year is not None
            and not is_span(bench, other, moment)
        ):
            first = max(first, other.last + 1)
        if (
            other.first > moment.last
            and other.year is not None
            and not is_span(bench, moment, other)
        ):
            last = min(last, other.first)
    for place in range(moment.first - 1, first - 1, -1):
        if any(sign in reading.gap(place) for sign in CLAUSE_ENDS):
            first = place + 1
            break
    for place in range(moment.last, last - 1):
        if any(sign in reading.gap(place) for sign in CLAUSE_ENDS):
            last = place + 1
            break
    if reading.word(moment.first - 1) == "de" and moment.month is None:
        return max(first, moment.first - LONGEST_GROUP), moment.last + 1
    if reading.word(moment.first - 1) in ("du", "of"):
        commas = [place for place in range(first, moment.first) if "," in reading.gap(place)]
        return (commas[-1] + 1 if commas else first), moment.last + 1
    if begins_clause(bench, moment, first):
        return moment.first, last
    leads = moment.first - first <= 2
    aside = any(
        "," in reading.gap(place) for place in range(max(moment.first - 3, first), moment.first)
    )
    if not leads and not aside:
        return first, clause_end(bench, moment.last, last)
    if aside and reading.word(moment.last + 1) in OF and "," in reading.gap(moment.last):
        return first, clause_end(bench, moment.last + 1, last)
    return first, last


LONGEST_GROUP = 7
"""Words that a year may be said of with «de»: «l’accord de transit militaire de 2009»."""


def begins_clause(bench: Bench, moment: Moment, first: int) -> bool:
    """Tell whether a date begins the second half of a sentence: «… et, en 2010, une commission»."""
    reading = bench.reading
    joined = any(
        reading.words[place] in AND for place in range(max(moment.first - 3, first), moment.first)
    )
    return joined and "," in reading.gap(moment.last)


def clause_end(bench: Bench, place: int, last: int) -> int:
    """Give the token after the last of the clause that a token stands in."""
    for each in range(place, last - 1):
        if "," in bench.reading.gap(each) or bench.reading.words[each + 1] in (AND | SAYS):
            return each + 1
    return last


def is_span(bench: Bench, one: Moment, other: Moment) -> bool:
    """Tell whether two dates are the ends of one span."""
    return other.first - one.last <= 3 and not any(
        "," in bench.reading.gap(place) for place in range(one.last, other.first)
    )


def asked(bench: Bench, moment: Moment, first: int, last: int) -> str:
    """Give the kind of facet that the word nearest to a date speaks of; one before it is nearer
    than one after.
    """
    table, own = words.facet_words(), bench.reading.words
    nearest = {
        (moment.first - place if place < moment.first else 2 * (place - moment.last)): table[
            own[place]
        ]
        for place in range(first, last)
        if own[place] in table
    }
    return nearest[min(nearest)] if nearest else ""


def facets(event: Event, kind: str, *, all_statuses: bool = False) -> list[Facet]:
    """List the facets that a date may be of."""
    wanted = {
        "signed": ("signed", "occurred", "founded"),
        "founded": ("founded", "signed", "opened", "occurred", "announced"),
        "opened": ("opened", "founded", "occurred"),
        "celebrated": ("celebrated", "occurred"),
        "in-force": ("in-force", "provisionally-applied"),
        "ratified": ("ratified", "approved", "occurred"),
        "approved": ("approved", "ratified", "occurred"),
        "published": ("published", "occurred"),
        "announced": ("announced", "occurred"),
        "closed": ("closed", "occurred"),
    }.get(kind)
    found = [
        facet for facet in event.dates if all_statuses or facet.status in ("preferred", "accepted")
    ]
    return [facet for facet in found if wanted is None or facet.kind in wanted]


def span(moment: Moment) -> tuple[date, date]:
    """Give the first and last day that a date of the text may be."""
    value = edtf.parse(moment.text)
    assert value.earliest and value.latest
    return value.earliest, moment.last_day or value.latest


def touches(value: PartialDate, moment: Moment, slack: int = 0) -> bool:
    """Tell whether a date of the database and one of the text may be the same; `slack` is in days."""
    first, last = span(moment)
    begins, ends = value.earliest or date.min, value.latest or date.max
    if value.is_approximate or value.is_uncertain:
        slack = 62 if value.month else 370
    extra = timedelta(days=slack)
    return begins <= last + extra and first - extra <= ends


def compatible(event: Event, kind: str, moment: Moment) -> bool:
    """Tell whether any agreed date of an event is that of the text."""
    side = facets(event, kind) or ([] if kind in STRICT else facets(event, ""))
    return any(touches(facet.value, moment) for facet in side)


def agreed(bench: Bench, claim: Claim, link: Link, kind: str, moment: Moment) -> Finding:
    """Make the finding of a date that is right."""
    event = bench.linker.event(link.known)
    facet = next(
        facet
        for facet in (facets(event, kind) or facets(event, ""))
        if touches(facet.value, moment)
    )
    found = told(bench, claim, "supported", "right-date", link, event, facet, facet.value)
    return replace(
        found, expected=facet.value.text, facts={"of": facet.value.text, "kind": facet.kind}
    )


def refused(bench: Bench, claim: Claim, link: Link, kind: str, moment: Moment) -> Finding:
    """Make the finding of a date that no agreed date of the event allows."""
    event = bench.linker.event(link.known)
    for facet in facets(event, kind, all_statuses=True) or facets(event, "", all_statuses=True):
        if facet.status in ("disputed", "rejected") and touches(facet.value, moment):
            right = (facets(event, facet.kind) or [event.preferred])[0]
            verdict = "disputed" if facet.status == "disputed" else "contradicted"
            return made(
                bench,
                claim,
                verdict,
                f"{facet.status}-date",
                link,
                event,
                right,
                moment,
                facet.sources,
            )
    side = facets(event, kind)
    if not side:
        return bench.unknown(claim, "no-facet", link)
    facet = chosen(side)
    value = facet.value
    if kind != "in-force" and any(
        touches(item.value, moment) for item in event.dates if item.status != "rejected"
    ):
        return bench.unknown(claim, "other-facet", link)
    if value.year is None or value.is_approximate or value.is_uncertain or value.precision == "set":
        return bench.unknown(claim, "vague-event", link)
    if not is_unrepeated(bench, claim, event, facet, moment):
        return bench.unknown(claim, "no-event", link)
    return made(bench, claim, "contradicted", "wrong-date", link, event, facet, moment, ())


def is_unrepeated(bench: Bench, claim: Claim, event: Event, facet: Facet, moment: Moment) -> bool:
    """Tell whether another date cannot be another event: it happens once, or all but a part of the
    date agrees.
    """
    if facet.kind in ONCE or event.category not in REPEATED or event.once:
        return True
    value, begun = facet.value, facet.value.start or facet.value
    if moment.month is None:
        return False
    same_month = begun.month is not None and begun.month[1] == moment.month
    formal = not FORMAL.isdisjoint(bench.reading.words[slice(*claim.sentence)])
    if moment.year == value.year:
        return same_month or (event.category == "visit" and formal)
    own = value.day
    same_day = own is not None and (own.month, own.day) == (moment.month, moment.day)
    formal = formal or PRESIDENTIAL in event.tags
    return same_day or (same_month and event.category == "visit")


PRESIDENTIAL = "presidential-visit"
"""The tag of the visits that the database lists without a gap."""

FORMAL = listed(
    "officielle official etat state официальный государственный официального государственного"
)


def made(
    bench: Bench,
    claim: Claim,
    verdict: str,
    code: str,
    link: Link,
    event: Event,
    facet: Facet,
    moment: Moment,
    sources: tuple[str, ...],
) -> Finding:
    """Make a finding with both dates."""
    found = told(bench, claim, verdict, code, link, event, facet, facet.value)
    return replace(
        found,
        facts={"of": facet.value.text, "kind": facet.kind, "day": moment.text},
        expected=facet.value.text,
        sources=tuple(dict.fromkeys((*facet.sources, *sources))),
        suggestions=(),
    )

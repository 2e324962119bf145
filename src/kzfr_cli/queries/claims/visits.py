"""Judge counts of visits: the database may lack some, so a count is wrong only when it is below
what is listed.
"""

from __future__ import annotations

from collections.abc import Sequence

from kzfr_cli.core import edtf
from kzfr_cli.core.event import Event
from kzfr_cli.core.listing import listed
from kzfr_cli.core.record import replace
from kzfr_cli.queries.claims.claim import Claim, Finding
from kzfr_cli.queries.claims.judging import Bench
from kzfr_cli.queries.claims.vocabulary import Known

PLACES = {
    "kazakhstan": frozenset(("_kazakhstan", "_astana", "_almaty")),
    "france": frozenset(("_france", "_paris")),
}
QUALIFIED = listed(
    "depuis since tant as capacite officielle official bilaterale annee year mois months "
    "asie asia region mandat term "
    "travail working consecutive niveau level reciproque ministre minister francaise french "
    "kazakhe kazakhstanaise "
    "type genre kind moins within russie chine turquie uzbekistan retour privee private juin dans"
)
"""Words by which fewer visits are counted than all."""


def judge(bench: Bench, claim: Claim) -> Finding:
    """Judge «la troisième visite de … au Kazakhstan»."""
    reading = bench.reading
    own = reading.words[slice(*claim.sentence)]
    before = bench.units(claim.sentence[0], claim.first)
    after = bench.units(claim.last + 1, claim.sentence[1])
    people = [unit for unit in dict.fromkeys(before + after) if unit in persons(bench)]
    target = {name for name, tokens in PLACES.items() if not tokens.isdisjoint(after)}
    if claim.attitude or len(people) != 1 or len(target) != 1 or not QUALIFIED.isdisjoint(own):
        return bench.unknown(claim, claim.attitude or "no-event")
    dated = [moment for moment in claim.moments if moment.year]
    until = edtf.parse(dated[0].text) if len(dated) == 1 else bench.as_of if not dated else None
    if until is None or until.latest is None:
        return bench.unknown(claim, "no-date")
    (country,) = target
    listed = [
        known for known in bench.linker.events() if is_visit(known, people[0], country, claim.form)
    ]
    events = [
        event
        for event in map(bench.linker.event, listed)
        if (event.preferred.value.earliest or until.latest) <= until.latest
    ]
    number, count = int(claim.number or 0), len(events)
    code, verdict = ("right-count", "supported") if number == count else ("high-count", "unknown")
    if number < count:
        sure = dated and not is_before_office(own, events)
        code, verdict = "low-count", "contradicted" if sure else "unknown"
    found = bench.finding(claim, verdict, code, count=count, number=number, to=until.text)
    last = max(events, key=lambda event: event.preferred.value.sort_key(), default=None)
    if last is None:
        return bench.unknown(claim, "no-event")
    return replace(
        found,
        event=last.id,
        facet="occurred",
        expected=str(count),
        sources=last.preferred.sources,
        score=1.0,
    )


def is_before_office(own: Sequence[str], events: Sequence[Event]) -> bool:
    """Tell whether a sentence counts the visits of a president, and some of those listed may be a
    minister's.
    """
    if not any(word.startswith(("president", "президент")) for word in own):
        return False
    return any(
        "minist" in text.lower()
        for event in events
        for text in (*event.title.values(), *event.summary.values())
    )


def persons(bench: Bench) -> frozenset[str]:
    """Give the tokens of the persons who made visits."""
    if not bench.persons:
        tokens = bench.linker.index.rows(
            "SELECT DISTINCT token FROM spellings WHERE kind = 'person'"
        )
        bench.persons = frozenset(token for (token,) in tokens)
    return bench.persons


def is_visit(known: Known, person: str, country: str, form: str) -> bool:
    """Tell a visit of a person to a country."""
    if (
        known.category != "visit"
        or person not in known.names
        or PLACES[country].isdisjoint(known.names)
    ):
        return False
    return form != "state" or any(
        not {"etat", "state"}.isdisjoint(variant) for variant in known.variants
    )

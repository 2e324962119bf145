"""Find and judge names of the capital, which changed, and of the organisation that a convention is
given to.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kzfr_cli.core import edtf
from kzfr_cli.core.event import Name
from kzfr_cli.core.listing import listed
from kzfr_cli.core.record import replace
from kzfr_cli.languages import folding
from kzfr_cli.queries.claims import plain
from kzfr_cli.queries.claims.claim import Claim, Finding, Moment
from kzfr_cli.queries.claims.dated import touches
from kzfr_cli.queries.claims.finding import Text, attitude
from kzfr_cli.queries.claims.judging import Bench

CAPITAL_SINCE = date(1992, 1, 1)
"""Before independence it was no capital, and the database does not date its older names."""

PLACED = listed("a in at vers to from depuis в из")
"""Prepositions after which the name is that of the place."""

RENAMED = tuple(
    listed(
        "ex alors ancien ancienne anciennement former formerly now today aujourd rebaptis renom "
        "renam appel"
        " call nom name then"
        " actuel current devenu became бывш нынешн переимен назван future futur later naguere "
        "jadis restored"
    )
)
NEAR = 14

ADOPTED = listed("convention конвенция конвенцию charte charter")


class Names:
    """Know the names that the capital bore, by their first word."""

    def __init__(self, name: Name | None) -> None:
        self.name = name
        self.forms: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        labels = [form for period in name.periods for form in period.label.values()] if name else []
        labels += [form for forms in name.spellings.values() for form in forms] if name else []
        for label in labels:
            tokens = tuple(plain.TOKEN.findall(plain.plain(label)))
            if tokens:
                known = self.forms.setdefault(tokens[0], [])
                known.append((tokens, folding.fold(label)))
                known.sort(key=lambda form: -len(form[0]))


def find(text: Text, names: Names) -> Iterator[Claim]:
    """Find where a sentence with one date names the capital as the place."""
    reading = text.reading
    adopted = -1
    for place, word in enumerate(reading.words):
        if word in ADOPTED and place >= adopted:
            sentence = text.sentence(place)
            adopted = sentence[1]
            yield Claim(
                kind="organisation",
                first=place,
                last=place,
                sentence=sentence,
                moments=text.dates(sentence),
                attitude=attitude(text, place, place, sentence),
            )
        for tokens, _ in names.forms.get(word, ()):
            if tuple(reading.words[place : place + len(tokens)]) != tokens:
                continue
            last = place + len(tokens) - 1
            sentence = text.sentence(place)
            dates = tuple(moment for moment in text.dates(sentence) if moment.year)
            if is_place(text, place, last) and len(dates) == 1 and is_near(dates[0], place, last):
                yield Claim(
                    kind="name",
                    first=place,
                    last=last,
                    sentence=sentence,
                    moments=dates,
                    moment=dates[0],
                    word=" ".join(tokens),
                    attitude=attitude(text, place, last, sentence),
                )
            break


def is_place(text: Text, first: int, last: int) -> bool:
    """Tell whether a name stands for the city itself: not in «Air Astana» or «Astana Opera»."""
    reading = text.reading
    following = reading.word(last + 1)
    glued = (
        following
        and reading.gap(last) in (" ", "-")
        and reading.text[reading.starts[last + 1]].isupper()
    )
    return reading.word(first - 1) in PLACED and reading.gap(first - 1) == " " and not glued


def is_near(moment: Moment, first: int, last: int) -> bool:
    """Tell whether a date stands near a name."""
    return -NEAR <= moment.first - last <= NEAR or -NEAR <= first - moment.last <= NEAR


def judge(bench: Bench, claim: Claim, names: Names) -> Finding:
    """Judge whether the capital bore that name at the date of its sentence."""
    own = bench.reading.words[slice(*claim.sentence)]
    moment, name = claim.moment, names.name
    assert moment is not None and name is not None
    others = {
        word for word in own if word in names.forms and word != bench.reading.words[claim.first]
    }
    if claim.attitude or others or any(word.startswith(RENAMED) for word in own):
        return bench.unknown(claim, claim.attitude or "no-event")
    value = edtf.parse(moment.text)
    periods = [
        period
        for period in name.periods
        if value.earliest
        and value.latest
        and (period.start is None or (period.start.earliest or date.min) <= value.earliest)
        and (period.end is None or value.latest <= (period.end.latest or date.max))
    ]
    if len(periods) != 1 or value.earliest is None or value.earliest < CAPITAL_SINCE:
        return bench.unknown(claim, "no-date")
    (period,) = periods
    written = folding.fold(claim.word)
    right = {folding.fold(form) for form in period.label.values()}
    said = bench.reading.text[bench.reading.starts[claim.first] : bench.reading.ends[claim.last]]
    lang = (
        "ru"
        if "а" <= said[-1].lower() <= "я"
        else ("fr" if "fr" in period.label and is_french(own) else "en")
    )
    label = period.label.get(lang, next(iter(period.label.values())))
    facts = {"name": label, "when": value.text, "written": said}
    if (
        written in right
        or written.replace(" ", "") in {form.replace(" ", "") for form in right}
        or bears(written, right)
    ):
        return bench.finding(claim, "supported", "right-name", **facts)
    current = {folding.fold(form) for form in name.label.values()}
    if bears(written, current) and moment.month is None and value.earliest.year > 1998:
        return bench.unknown(claim, "no-date")
    found = bench.finding(claim, "contradicted", "wrong-name", **facts)
    return replace(found, expected=label, sources=period.sources, suggestions=(label,), score=1.0)


def bears(written: str, forms: set[str]) -> bool:
    """Tell whether a name is one of some, but for its spelling: «Nour-Soultan» and "Nur-Sultan" are
    one.
    """
    bare = written.replace(" ", "").replace("ou", "u")
    return any(bare[:5] == form.replace(" ", "").replace("ou", "u")[:5] for form in forms)


def is_french(own: list[str]) -> bool:
    """Tell French from English by the smallest words."""
    return any(word in ("le", "la", "les", "des", "du", "en", "et", "est", "une") for word in own)


# ---- organisations


def judge_organisation(bench: Bench, claim: Claim) -> Finding:
    """Judge whether a convention is given to the organisation that adopted it."""
    units = bench.units(*claim.sentence)
    bodies = organisations(bench)
    named = [unit for unit in dict.fromkeys(units) if unit in bodies]
    rest = [unit for unit in units if unit not in named]
    dates = [moment for moment in claim.moments if moment.year]
    if claim.attitude or len(named) != 1 or not dates:
        return bench.unknown(claim, claim.attitude or "no-event")
    for link in bench.linker.links(rest):
        own = bodies & (
            link.known.names | {unit for variant in link.known.variants for unit in variant}
        )
        event = bench.linker.event(link.known)
        same_day = any(touches(event.preferred.value, moment) for moment in dates)
        if len(own) != 1 or not same_day or link.likeness < 0.5:
            continue
        (right,) = own
        written, wanted = bodies_label(bench, named[0]), bodies_label(bench, right)
        facts = {"name": wanted, "written": written}
        if right == named[0]:
            found = bench.finding(
                claim,
                "supported",
                "right-date",
                of=event.preferred.value.text,
                kind=event.preferred.kind,
            )
        else:
            found = bench.finding(
                pointed(bench, claim, named[0]), "contradicted", "wrong-organisation", **facts
            )
        return replace(
            found,
            event=event.id,
            facet=event.preferred.kind,
            expected=wanted,
            sources=event.preferred.sources,
            score=link.score,
        )
    return bench.unknown(claim, "no-event")


def pointed(bench: Bench, claim: Claim, token: str) -> Claim:
    """Make a claim stand where the organisation is named."""
    first, last = claim.sentence
    for length in range(1, LONGEST_NAME + 1):
        for place in range(first, last - length + 1):
            if bench.units(place, place + length) == [token]:
                return replace(claim, first=place, last=place + length - 1)
    return claim


LONGEST_NAME = 9
"""Words of the longest name of an organisation: «Organisation pour la sécurité et la coopération en
Europe».
"""

BODIES = "ocs oci osce onu union-europeenne otan cei aiea unesco conseil-europe cica"
"""Organisations of states that adopt conventions, by their ids."""


def organisations(bench: Bench) -> frozenset[str]:
    """Give the tokens of the organisations of states."""
    return frozenset("_" + id.replace("-", "_") for id in BODIES.split())


def bodies_label(bench: Bench, token: str) -> str:
    """Name an organisation by its acronym and its label in the language of the text."""
    name = bench.linker.index.name(token[1:].replace("_", "-"))
    if name is None:
        return token
    french = is_french(bench.reading.words[:400])
    return name.label.get("fr" if french else "en", token)

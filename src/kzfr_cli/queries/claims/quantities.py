"""Find and judge figures: amounts of trade and investment, shares, numbers of companies."""

from __future__ import annotations

from collections.abc import Iterator

from kzfr_cli.core.event import Figure, Indicator
from kzfr_cli.core.listing import listed
from kzfr_cli.core.record import record, replace
from kzfr_cli.queries.claims.claim import Claim, Finding
from kzfr_cli.queries.claims.finding import Text, attitude, bound_before, left_words
from kzfr_cli.queries.claims.judging import Bench
from kzfr_cli.queries.claims.plain import plain
from kzfr_cli.store import records

SCALES = {
    **dict.fromkeys(
        listed("milliard milliards md mds mrd mrds billion billions bn млрд миллиарда миллиардов"),
        "bn",
    ),
    **dict.fromkeys(listed("million millions mn mln млн миллиона миллионов m"), "m"),
}
CURRENCIES = {
    **dict.fromkeys(listed("euro euros eur евро"), "EUR"),
    **dict.fromkeys(listed("dollar dollars usd долл долларов доллара"), "USD"),
}
SIGNS = {"€": "EUR", "$": "USD"}
COUNTED = {
    **dict.fromkeys(listed("entreprises companies societes firms compagnies"), "companies"),
    **dict.fromkeys(listed("locomotives"), "locomotives"),
    **dict.fromkeys(listed("accords agreements"), "agreements"),
    **dict.fromkeys(listed("documents"), "documents"),
    **dict.fromkeys(listed("helicopteres helicopters"), "helicopters"),
    **dict.fromkeys(listed("bourses scholarships"), "scholarships per year"),
    **dict.fromkeys(listed("etudiants students"), "students"),
}
FILL = listed("d de of us americains americain")
PERCENT = listed("percent cent")


@record
class Amount:
    """Hold a number with its unit, and the tokens it stands in; `step` is half of its last place."""

    value: float
    unit: str
    step: float
    first: int
    last: int


def find(text: Text) -> Iterator[Claim]:
    """Find the amounts of a text."""
    reading = text.reading
    in_dates = {place for moment in text.moments for place in range(moment.first, moment.last + 1)}
    place = 0
    while place < len(reading):
        found = (
            amount(text, place)
            if reading.words[place].isdigit() and place not in in_dates
            else None
        )
        if found is not None:
            sentence = text.sentence(place)
            bound, taken = bound_before(left_words(reading, found.first))
            yield Claim(
                kind="figure",
                first=found.first - taken,
                last=found.last,
                sentence=sentence,
                number=found.value,
                unit=found.unit,
                bound=bound,
                moments=text.dates(sentence),
                form=f"{found.step:g}",
                attitude=attitude(text, found.first, found.last, sentence),
            )
            place = found.last
        place += 1


def amount(text: Text, place: int) -> Amount | None:
    """Read the amount that begins at a number."""
    reading = text.reading
    if len(reading.words[place]) > 9 or not reading.words[place].isascii():
        return None
    digits, last, decimals = reading.words[place], place, 0
    while reading.word(last + 1).isdigit() and reading.word(last + 1).isascii():
        gap, following = reading.gap(last), reading.word(last + 1)
        if gap == " " and len(following) == 3 and not decimals:
            digits += following
        elif gap in (",", ".") and not decimals and len(following) < 4:
            if len(following) == 3 and len(digits) <= 3 and digits != "0":
                digits += following
            else:
                digits, decimals = f"{digits}.{following}", len(following)
        else:
            break
        last += 1
    if len(digits) > 12:
        return None
    unit, end = unit_after(text, place, last)
    return (
        Amount(value=float(digits), unit=unit, step=0.5 * 10**-decimals, first=place, last=end)
        if unit
        else None
    )


def unit_after(text: Text, first: int, last: int) -> tuple[str, int]:
    """Read the unit of a number and its last token."""
    reading = text.reading
    before, gap = reading.gap(first - 1), reading.gap(last)
    if gap.lstrip(" ").startswith("%"):
        return "percent", last
    word = reading.word(last + 1)
    if gap.strip() or word == "":
        return "", last
    if word in PERCENT or (word in ("pour", "per") and reading.word(last + 2) == "cent"):
        return "percent", last + (1 if word in PERCENT else 2)
    if word in COUNTED and gap == " ":
        return COUNTED[word], last + 1
    scale = SCALES.get(word)
    if scale is None:
        return "", last
    place = last + 1
    currency = SIGNS.get(reading.gap(place).strip()[:1]) or SIGNS.get(before.strip()[-1:])
    if currency is None and reading.word(first - 1) in CURRENCIES:
        currency = CURRENCIES[reading.word(first - 1)]
    while currency is None and reading.word(place + 1) in FILL and place - last < 4:
        place += 1
    if currency is None and reading.word(place + 1) in CURRENCIES:
        place += 1
        currency = CURRENCIES[reading.word(place)]
    return (f"{currency} {scale}", place) if currency else ("", last)


# ---- judging


def judge(bench: Bench, claim: Claim) -> Finding:
    """Judge a figure: it must agree in value, unit and period with the one series that is meant."""
    scene = bench.scene(claim.sentence)
    paired = (scene.france or scene.near_france or scene.both) and (
        scene.kazakhstan or scene.near_kazakhstan or scene.both
    )
    years = {moment.year for moment in claim.moments if moment.year}
    if claim.attitude or scene.others or not paired or len(years) != 1:
        return bench.unknown(claim, claim.attitude or "no-figure")
    (year,) = years
    found = [
        figure
        for id in series(bench, claim)
        for figure in figures(bench, id)
        if is_of(figure, year, claim)
    ]
    return verdict(bench, claim, found) if found else bench.unknown(claim, "no-figure")


def verdict(bench: Bench, claim: Claim, found: list[Figure]) -> Finding:
    """Compare a figure of the text with those of its series, unit and year."""
    for figure in found:
        if agrees(claim, figure.value, figure.unit, figure.bound):
            return told(
                bench,
                claim,
                "contradicted" if figure.status == "rejected" else "supported",
                "right-figure",
                figure,
            )
    for figure in found:
        rivals = [
            rival
            for rival in figure.disputes
            if rival.value is not None and rival.unit in ("", claim.unit, figure.unit)
        ]
        for rival in rivals:
            if agrees(claim, rival.value or 0.0, rival.unit or figure.unit, "exact"):
                made = told(bench, claim, "disputed", "disputed-figure", figure)
                return replace(made, sources=(*made.sources, rival.source))
    if len(found) > 1 or found[0].status != "preferred" or not against(claim, found[0]):
        return bench.unknown(claim, "no-figure")
    return told(bench, claim, "contradicted", "wrong-figure", found[0])


def series(bench: Bench, claim: Claim) -> list[str]:
    """List the series that the words of a clause name."""
    own = bench.reading.words[slice(*clause(bench, claim))]
    return [item.id for item in measured(bench) if speaks_of(own, item)]


def measured(bench: Bench) -> list[Indicator]:
    """List the indicators that texts can be seen to speak of."""
    if bench.indicators is None:
        known = [records.indicator(entry) for entry in bench.linker.index.all("indicators")]
        bench.indicators = [item for item in known if item.cues]
    return bench.indicators


def speaks_of(own: list[str], indicator: Indicator) -> bool:
    """Tell whether some words have one of each group of cues, and none that is excluded."""
    said = all(any(begins(own, stem) for stem in group) for group in indicator.cues)
    return said and not any(begins(own, stem) for stem in indicator.excludes)


def begins(own: list[str], stem: str) -> bool:
    """Tell whether a word begins like that."""
    begin = plain(stem)
    return any(word.startswith(begin) for word in own)


def clause(bench: Bench, claim: Claim) -> tuple[int, int]:
    """Give the sentence, cut at semicolons."""
    first, last = claim.sentence
    for place in range(claim.first - 1, first - 1, -1):
        if ";" in bench.reading.gap(place):
            first = place + 1
            break
    for place in range(claim.last, last - 1):
        if ";" in bench.reading.gap(place):
            last = place + 1
            break
    return first, last


def figures(bench: Bench, id: str) -> list[Figure]:
    """List the figures of a series."""
    known = bench.figures.get(id)
    if known is None:
        known = bench.figures[id] = [
            records.figure(entry) for entry in bench.linker.index.all("figures", id)
        ]
    return known


def is_of(figure: Figure, year: int, claim: Claim) -> bool:
    """Tell whether a figure is of that year and in that unit."""
    same = figure.unit == claim.unit or (
        figure.unit[:4] == claim.unit[:4] and figure.unit[:3] in ("EUR", "USD")
    )
    return same and figure.period.year == year and not figure.period.is_interval


def scaled(value: float, unit: str) -> float:
    """Give an amount in millions, whatever its scale."""
    return value * {"bn": 1000.0, "thousand": 0.001}.get(unit.rpartition(" ")[2], 1.0)


def agrees(claim: Claim, value: float, unit: str, bound: str) -> bool:
    """Tell whether a figure, rounded as the text rounds it, is that of the text."""
    said, step = scaled(claim.number or 0.0, claim.unit), scaled(float(claim.form), claim.unit)
    true = abs(scaled(value, unit))
    if bound == "more-than" and said >= true * 0.95 and said <= true * 1.3:
        return True
    if claim.bound == "more":
        return true * 0.8 <= said <= true * 1.001
    if claim.bound in ("nearly", "about", "less"):
        return abs(said - true) <= 0.1 * true + step
    slack = 0.03 * true if bound in ("about", "nearly", "less-than") else 0.0
    return abs(said - true) <= step * 1.0001 + slack


def against(claim: Claim, figure: Figure) -> bool:
    """Tell whether a figure surely speaks against that of the text: an exact one, and not near."""
    return (
        figure.bound in ("exact", "about")
        and claim.bound in ("exact", "about", "nearly")
        and not figure.period.is_approximate
    )


def told(bench: Bench, claim: Claim, verdict: str, code: str, figure: Figure) -> Finding:
    """Make a finding about a figure."""
    made = bench.finding(
        claim,
        verdict,
        code,
        label=dict(figure.label),
        value=figure.value,
        unit=figure.unit,
        bound=figure.bound,
        period=figure.period.text,
        written=claim.number,
    )
    return replace(
        made,
        expected=f"{figure.value:g} {figure.unit}",
        sources=tuple(cited.source for cited in figure.sources),
        event=figure.id,
        score=1.0,
    )

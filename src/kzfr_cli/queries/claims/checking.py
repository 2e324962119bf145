"""Check a text: find its claims, link and judge each, the same way every time."""

from __future__ import annotations

from kzfr_cli.core import edtf
from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.listing import listed
from kzfr_cli.core.record import replace
from kzfr_cli.errors import InvalidDateError
from kzfr_cli.queries.claims import dated, finding, judging, naming, quantities, visits
from kzfr_cli.queries.claims.claim import Finding
from kzfr_cli.queries.claims.finding import Text
from kzfr_cli.queries.claims.judging import Bench
from kzfr_cli.queries.claims.linking import Linker
from kzfr_cli.queries.claims.plain import Reading
from kzfr_cli.queries.claims.vocabulary import CAPITAL, CYRILLIC
from kzfr_cli.store.index.reading import Index

JUDGES = {
    **judging.JUDGES,
    "date": dated.judge,
    "figure": quantities.judge,
    "count": visits.judge,
    "organisation": naming.judge_organisation,
}
"""The judge of each kind of claim."""

HEADER = 60
"""Tokens at the beginning of a text among which its dateline is looked for."""

DATELINE_BEFORE = listed("le on publie published posted mis en ligne date du of the a")


def stated_date(text: str) -> PartialDate | None:
    """Read the date that a text declares; None when it declares none or one that cannot be."""
    try:
        return edtf.parse(text) if text else None
    except InvalidDateError:
        return None


class Checked:
    """Hold the findings of a text, in its order; `as_of` is its own date, looked for in its
    dateline when not given.
    """

    def __init__(
        self,
        index: Index,
        text: str,
        as_of: PartialDate | None = None,
        linker: Linker | None = None,
    ) -> None:
        reading = Text(Reading(text))
        self.as_of = as_of or dateline(reading)
        names = naming.Names(index.name(CAPITAL))
        claims = [*finding.find(reading), *quantities.find(reading), *naming.find(reading, names)]
        self.findings: list[Finding] = []
        if claims:
            bench = Bench(
                reading, linker or Linker(index, CYRILLIC.search(text) is not None), self.as_of
            )
            found = [
                naming.judge(bench, claim, names)
                if claim.kind == "name"
                else JUDGES[claim.kind](bench, claim)
                for claim in claims
            ]
            self.findings = sorted(placed(found), key=lambda item: (item.start, item.end))

    @property
    def lacks_date(self) -> bool:
        """Tell whether a claim could not be judged for want of the text's own date."""
        return self.as_of is None and any(item.code == "no-date" for item in self.findings)


def placed(found: list[Finding]) -> list[Finding]:
    """Give the name of a city the event of its sentence, where the date of the sentence is that of
    one.
    """
    events = {
        item.claim.sentence: item
        for item in found
        if item.claim.kind == "date" and item.verdict == "supported"
    }
    return [
        replace(item, event=events[item.claim.sentence].event)
        if item.claim.kind == "name" and item.claim.sentence in events
        else item
        for item in found
    ]


def dateline(text: Text) -> PartialDate | None:
    """Find the day under which a text stands: alone on its line, or after a place: «Paris, le 20
    mai 2018».
    """
    reading = text.reading
    for moment in text.moments:
        if moment.first > HEADER:
            return None
        if moment.value is None:
            continue
        begin = reading.plain.rfind("\n", 0, reading.starts[moment.first]) + 1
        before = [
            word
            for word, start in zip(reading.words[: moment.first], reading.starts, strict=False)
            if start >= begin and word not in DATELINE_BEFORE
        ]
        rest = reading.plain[reading.ends[moment.last] :].lstrip(" ")[:1]
        lone = rest in ("\n", "", "-", "|", ".", "/") and reading.gap(moment.last)[:2] != ". "
        if len(before) <= 2 and lone and moment.last_day is None:
            return edtf.parse(moment.text)
    return None


def check(
    index: Index, text: str, as_of: PartialDate | None = None, linker: Linker | None = None
) -> list[Finding]:
    """Judge every claim of a text, in the order of the text; `as_of` is the text's own date."""
    return Checked(index, text, as_of, linker).findings

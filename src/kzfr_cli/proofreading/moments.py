"""The dates of a text, each resolved to days as far as it can be, with the tokens it stands in."""

from __future__ import annotations

from datetime import date, timedelta

from kzfr_cli.core import edtf
from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.record import record
from kzfr_cli.proofreading.text import Text


@record
class Moment:
    """A date of a text, with its first and last tokens.

    `earliest` and `latest` are its days, None where it cannot be resolved; `has_year` says that its year is stated or
    counted from the text's date, not guessed. `kind` is day, span, list, month, season, year, decade, century or
    weekday. `values` are the dates of a list. `relation` is since, until, before, after, around or nothing.
    """

    first: int
    last: int
    kind: str
    earliest: date | None = None
    latest: date | None = None
    has_year: bool = True
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    relation: str = ""
    relative: str = ""
    is_indefinite: bool = False
    is_ambiguous: bool = False
    impossible: int | None = None
    part: str = ""
    values: tuple[PartialDate, ...] = ()

    @property
    def year(self) -> int | None:
        """The year, when it is one and known."""
        if self.earliest is None or self.latest is None or not self.has_year:
            return None
        return self.earliest.year if self.earliest.year == self.latest.year else None

    @property
    def is_day(self) -> bool:
        """Return whether it is one day."""
        return self.earliest is not None and self.earliest == self.latest

    @property
    def is_resolved(self) -> bool:
        """Return whether its days are known."""
        return self.earliest is not None and self.latest is not None

    @property
    def text(self) -> str:
        """Its EDTF, as far as it is known."""
        if self.earliest is None or self.latest is None:
            return ""
        if self.kind == "year":
            return f"{self.earliest.year:04}"
        if self.kind == "month":
            return f"{self.earliest:%Y-%m}"
        if self.is_day:
            return self.earliest.isoformat()
        return f"{self.earliest.isoformat()}/{self.latest.isoformat()}"


def read(text: Text, as_of: PartialDate | None) -> list[Moment]:
    """The dates of a text; those without a year are resolved by the text's own date."""
    from kzfr_cli.queries.claims import moments as old
    from kzfr_cli.queries.claims.plain import Reading

    reading = Reading(text.text)
    found = []
    for m in old.find(reading):
        year, guessed = m.year, False
        today = as_of.latest if as_of else None
        if year is None and today:
            if m.shift is not None and m.month is None:
                year = today.year + m.shift
            elif m.month is not None:
                year = today.year
                guessed = m.shift is None
                if m.shift == -1 and m.month >= today.month:
                    year -= 1
                if m.shift == 1 and m.month <= today.month:
                    year += 1
                if m.shift is None and (m.month, m.day or 1) > (today.month, today.day):
                    year -= 1
        first = last = None
        kind = "year"
        if year:
            if m.month is None:
                first, last = date(year, 1, 1), date(year, 12, 31)
            elif m.day is None or m.impossible:
                kind = "month"
                first, last = date(year, m.month, 1), date(year, m.month, edtf.last_day(year, m.month))
            else:
                kind = "day"
                try:
                    first = date(year, m.month, m.day)
                    last = m.last_day or first
                except ValueError:
                    continue
                kind = "span" if last != first else kind
        elif m.month:
            kind = "day" if m.day else "month"
        before = text.before(m.first, 2)
        relation = ""
        if before.endswith(("depuis", "since", "бері")): relation = "since"
        if before.endswith(("jusqu", "until", "jusqu en", "jusqu au")): relation = "until"
        found.append(Moment(first=m.first, last=m.last, kind=kind, earliest=first, latest=last,
            has_year=bool(year) and not guessed, month=m.month, day=m.day, weekday=m.weekday, impossible=m.impossible, relation=relation))
    return found


_ = timedelta

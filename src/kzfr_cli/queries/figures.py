"""Find figures by their indicator, and part them into series that may stand in one table or one
chart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.event import Figure, Indicator
from kzfr_cli.core.record import record
from kzfr_cli.errors import UnknownIdError
from kzfr_cli.languages import folding
from kzfr_cli.queries import lookups
from kzfr_cli.store import records
from kzfr_cli.store.index.reading import Index

ENOUGH = 3
"""Points that make a chart worth drawing."""

UNCHARTED = ("rank",)
"""Units whose greater values mean less: a longer bar would mislead."""

OFFERED = 6
"""Ids named at most when what was typed begins several."""

MONTHS = {"day": 0, "month": 1, "season": 3, "year": 12, "decade": 120, "century": 1200}
OPEN = -1


@record
class Series:
    """Hold the figures of one indicator in one unit, in the order of time.

    `charted` are those that a chart may show side by side, `uncharted` those that it leaves out
    because they measure periods of another length.
    """

    unit: str
    figures: tuple[Figure, ...]
    charted: tuple[Figure, ...] = ()
    uncharted: tuple[Figure, ...] = ()


@record
class Measured:
    """Hold an indicator with its figures in the order of time."""

    indicator: Indicator
    figures: tuple[Figure, ...]


def find(index: Index, text: str) -> str:
    """Find the id of an indicator by its id, its only beginning or its label; raises
    `UnknownIdError`.
    """
    known = ids(index)
    if text in known:
        return text
    if renamed := index.indicator(text):
        return renamed.id
    beginning = [id for id in known if text and id.startswith(text)]
    if len(beginning) == 1:
        return beginning[0]
    wanted = folding.fold(text)
    for entry in index.all("indicators"):
        if wanted and wanted in map(folding.fold, entry["label"].values()):
            return str(entry["id"])
    raise UnknownIdError(id=text, near=tuple(beginning[:OFFERED]) or lookups.near(text, known))


def ids(index: Index) -> list[str]:
    """List the ids of the indicators, those included that only figures name."""
    named = index.rows("SELECT DISTINCT parent FROM entries WHERE kind = 'figures' AND visible")
    return sorted({*index.all_ids("indicators"), *(todays_id(index, id) for (id,) in named)})


def todays_id(index: Index, id: str) -> str:
    """Return the id of today of an indicator; one that no file defines keeps its own."""
    indicator = index.indicator(id)
    return indicator.id if indicator else id


def measured(
    index: Index, id: str, after: PartialDate | None = None, before: PartialDate | None = None
) -> Measured:
    """Give an indicator with its figures whose period touches a window."""
    indicator = index.indicator(id) or Indicator(id=id, label={})
    names = dict.fromkeys((id, indicator.id, *indicator.former_ids))
    found = [records.figure(entry) for name in names for entry in index.all("figures", name)]
    kept = [figure for figure in found if touches(figure.period, after, before)]
    return Measured(
        indicator=indicator,
        figures=tuple(sorted(kept, key=lambda figure: (figure.period.sort_key(), figure.id))),
    )


def all_measured(
    index: Index, after: PartialDate | None = None, before: PartialDate | None = None
) -> list[Measured]:
    """Give every indicator that has a figure whose period touches a window, by id."""
    found = (measured(index, id, after, before) for id in ids(index))
    return [item for item in found if item.figures]


def touches(period: PartialDate, after: PartialDate | None, before: PartialDate | None) -> bool:
    """Tell whether a period may reach into a window; open ends reach everywhere."""
    if after and after.earliest and period.latest and period.latest < after.earliest:
        return False
    return not (before and before.latest and period.earliest and period.earliest > before.latest)


def is_disputed(figure: Figure) -> bool:
    """Tell whether another source gives another value, or the value itself is in dispute."""
    return figure.status == "disputed" or bool(figure.disputes)


def series(figures: Iterable[Figure]) -> list[Series]:
    """Part figures by unit: two currencies, or a value and a share, never stand in one series."""
    units: dict[str, list[Figure]] = {}
    for figure in figures:
        units.setdefault(figure.unit, []).append(figure)
    return [one_series(unit, members) for unit, members in units.items()]


def one_series(unit: str, figures: Sequence[Figure]) -> Series:
    """Make a series of figures of one unit."""
    drawn = comparable(figures) if unit not in UNCHARTED else []
    left = (
        [figure for figure in figures if figure not in drawn and figure.status != "rejected"]
        if drawn
        else []
    )
    return Series(unit=unit, figures=tuple(figures), charted=tuple(drawn), uncharted=tuple(left))


def comparable(figures: Iterable[Figure]) -> list[Figure]:
    """Choose the figures that measure periods of one length, the commonest: nine months are no
    year.

    Rejected values are left out; fewer than `ENOUGH` are no chart.
    """
    lengths: dict[int, list[Figure]] = {}
    for figure in figures:
        if figure.status != "rejected":
            lengths.setdefault(months(figure.period), []).append(figure)
    lengths.pop(OPEN, None)
    best = max(lengths.values(), key=len, default=[])
    return best if len(best) >= ENOUGH else []


def months(period: PartialDate) -> int:
    """Measure a period in whole months, 0 for less than one, `OPEN` when an end is unknown."""
    if period.precision in MONTHS:
        return MONTHS[period.precision]
    first, last = period.earliest, period.latest
    if first is None or last is None or period.precision == "set":
        return OPEN
    return (last.year - first.year) * 12 + last.month - first.month + (1 if last.day >= 28 else 0)

"""Find figures by their indicator, and part them into series that may stand in one table or one
chart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.event import SUBJECTS, Figure, Indicator
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

LISTED = 5
"""Points that make a series worth a line of its own: fewer show no course."""

OFFERED = 6
"""Ids named at most when what was typed begins several."""

MONTHS = {"day": 0, "month": 1, "season": 3, "year": 12, "decade": 120, "century": 1200}
OPEN = -1


@record
class Series:
    """Hold the figures of one indicator in one unit, in the order of time.

    `charted` are those that a chart may show side by side, `uncharted` those that it leaves out
    because they measure periods of another length. `undrawn` tells why there is no chart: "mixed"
    when the indicator says so, "rank" when a longer bar would mean less, "few", or nothing.
    """

    unit: str
    figures: tuple[Figure, ...]
    charted: tuple[Figure, ...] = ()
    uncharted: tuple[Figure, ...] = ()
    undrawn: str = ""


@record
class Measured:
    """Hold an indicator with its figures in the order of time."""

    indicator: Indicator
    figures: tuple[Figure, ...]


@record
class Overview:
    """Part the indicators into those with a course worth seeing, by subject, and the others."""

    series: tuple[Measured, ...]
    others: tuple[Measured, ...]


def find(index: Index, text: str) -> str:
    """Find the id of an indicator by its id, its only beginning or its label; raises
    `UnknownIdError`.
    """
    known = ids(index)
    if text in known:
        return text
    if renamed := index.indicator(text):
        return renamed.id
    beginning = [entry_id for entry_id in known if text and entry_id.startswith(text)]
    if len(beginning) == 1:
        return beginning[0]
    wanted = folding.fold(text)
    for entry in index.all("indicators"):
        if wanted and wanted in map(folding.fold, entry["label"].values()):
            return str(entry["id"])
    raise UnknownIdError(
        id=text, near=tuple(beginning[:OFFERED]) or lookups.near(text, known)
    )


def ids(index: Index) -> list[str]:
    """List the ids of the indicators, those included that only figures name."""
    named = index.rows(
        "SELECT DISTINCT parent FROM entries WHERE kind = 'figures' AND visible"
    )
    return sorted(
        {
            *index.all_ids("indicators"),
            *(todays_id(index, entry_id) for (entry_id,) in named),
        }
    )


def todays_id(index: Index, entry_id: str) -> str:
    """Return the id of today of an indicator; one that no file defines keeps its own."""
    indicator = index.indicator(entry_id)
    return indicator.id if indicator else entry_id


def measured(
    index: Index,
    entry_id: str,
    after: PartialDate | None = None,
    before: PartialDate | None = None,
) -> Measured:
    """Return an indicator with its figures whose period touches a window."""
    indicator = index.indicator(entry_id) or Indicator(id=entry_id, label={})
    names = dict.fromkeys((entry_id, indicator.id, *indicator.former_ids))
    found = [records.figure(entry) for name in names for entry in index.all("figures", name)]
    kept = [figure for figure in found if touches(figure.period, after, before)]
    return Measured(
        indicator=indicator,
        figures=tuple(
            sorted(kept, key=lambda figure: (figure.period.sort_key(), figure.id))
        ),
    )


def all_measured(
    index: Index, after: PartialDate | None = None, before: PartialDate | None = None
) -> list[Measured]:
    """Return every indicator that has a figure whose period touches a window, by id."""
    found = (measured(index, entry_id, after, before) for entry_id in ids(index))
    return [item for item in found if item.figures]


def touches(
    period: PartialDate, after: PartialDate | None, before: PartialDate | None
) -> bool:
    """Return whether a period may reach into a window; open ends reach everywhere."""
    if after and after.earliest and period.latest and period.latest < after.earliest:
        return False
    return not (
        before and before.latest and period.earliest and period.earliest > before.latest
    )


def is_disputed(figure: Figure) -> bool:
    """Return whether another source gives another value, or the value itself is in dispute."""
    return figure.status == "disputed" or bool(figure.disputes)


def overview(index: Index, items: Iterable[Measured]) -> Overview:
    """Part indicators into series and others, each in the order of subjects and of the files."""
    rows = index.rows(
        "SELECT id FROM entries WHERE kind = 'indicators' AND visible ORDER BY no"
    )
    places = {entry_id: number for number, (entry_id,) in enumerate(rows)}

    def place(item: Measured) -> tuple[int, int]:
        subject = item.indicator.subject
        known = SUBJECTS.index(subject) if subject in SUBJECTS else len(SUBJECTS)
        return known, places.get(item.indicator.id, len(places))

    ordered = sorted(items, key=place)
    listed = [item for item in ordered if len(longest(item).figures) >= LISTED]
    return Overview(
        series=tuple(listed), others=tuple(item for item in ordered if item not in listed)
    )


def sound(figures: Sequence[Figure]) -> Sequence[Figure]:
    """The figures that stand; all of them when every one was rejected."""
    return [figure for figure in figures if figure.status != "rejected"] or figures


def longest(item: Measured) -> Series:
    """The series of an indicator with the most figures."""
    return max(series(item), key=lambda found: len(found.figures))


def series(item: Measured) -> list[Series]:
    """Part figures by unit: two currencies, or a value and a share, never stand in one series."""
    units: dict[str, list[Figure]] = {}
    for figure in item.figures:
        units.setdefault(figure.unit, []).append(figure)
    mixed = bool(item.indicator.not_drawn)
    return [one_series(unit, members, mixed) for unit, members in units.items()]


def one_series(
    unit: str,
    figures: Sequence[Figure],
    mixed: bool = False,
) -> Series:
    """Make a series of figures of one unit, which is no line where they mix ways of counting."""
    drawn = comparable(figures)
    why = "mixed" if mixed else "rank" if unit in UNCHARTED else "" if drawn else "few"
    if why:
        return Series(unit=unit, figures=tuple(figures), undrawn=why)
    left = [
        figure for figure in figures if figure not in drawn and figure.status != "rejected"
    ]
    return Series(
        unit=unit, figures=tuple(figures), charted=tuple(drawn), uncharted=tuple(left)
    )


def course(found: Series) -> list[float | None]:
    """The values of a series from its first to its last year, None for a year without one.

    Periods that are not years follow one another as they stand.
    """
    values = {figure.period.year: figure.value for figure in found.charted}
    years = [year for year in values if year is not None]
    if len(years) < len(found.charted):
        return [figure.value for figure in found.charted]
    return [values.get(year) for year in range(min(years), max(years) + 1)] if years else []


def cuts(found: Series, indicator: Indicator) -> list[int]:
    """The places in the course of a series where another way of counting begins."""
    years = [figure.period.year for figure in found.charted]
    known = [year for year in years if year is not None]
    if not known or len(set(known)) < len(years):
        return []
    return sorted(
        year - min(known) for year in indicator.breaks if min(known) < year <= max(known)
    )


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
    return (
        (last.year - first.year) * 12
        + last.month
        - first.month
        + (1 if last.day >= 28 else 0)
    )

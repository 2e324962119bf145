"""Views of figures: the indicators, one indicator with its series, one figure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.event import Dispute, Figure, Indicator
from kzfr_cli.core.record import record
from kzfr_cli.locale import quantities, vocabulary
from kzfr_cli.queries import figures as queries
from kzfr_cli.queries.figures import Measured, Overview, Series
from kzfr_cli.views.sheets import CitationView, citation_views
from kzfr_cli.views.speaker import Speaker


@record
class DisputeView:
    """What another source says; `value_words` is empty when it gives no value, `publisher` is
    who says so.
    """

    period: str | None
    period_words: str
    value: float | None
    value_words: str
    unit: str
    source: str
    publisher: str
    note: str


@record
class FigureView:
    """One figure; `value_words` has its unit and its bound, `measures` is what its indicator
    counts.
    """

    id: str
    indicator: str
    indicator_label: str
    measures: str
    period: str
    earliest: str | None
    latest: str | None
    period_words: str
    value: float
    value_words: str
    unit: str
    bound: str
    status: str
    confidence: str
    disputed: bool
    label: str
    labels: dict[str, str]
    change: str
    note: str
    disputes: tuple[DisputeView, ...]
    sources: tuple[str, ...]


@record
class FigureSheet(FigureView):
    """Everything on one figure."""

    citations: tuple[CitationView, ...]
    former_ids: tuple[str, ...]
    file: str
    line: int


def figure_fields(
    item: Figure,
    indicator: Indicator,
    speaker: Speaker,
) -> dict[str, Any]:
    """Gather what every view of a figure tells."""
    period = item.period
    return {
        "id": item.id,
        "indicator": item.indicator,
        "indicator_label": speaker.words(indicator.label) or indicator.id,
        "measures": speaker.words(indicator.measures),
        "period": period.text,
        "earliest": period.earliest.isoformat() if period.earliest else None,
        "latest": period.latest.isoformat() if period.latest else None,
        "period_words": speaker.date(period),
        "value": item.value,
        "value_words": quantities.bounded(
            item.value, item.unit, item.bound, speaker.catalogue
        ),
        "unit": item.unit,
        "bound": item.bound,
        "status": item.status,
        "confidence": item.confidence,
        "disputed": queries.is_disputed(item),
        "label": speaker.words(item.label),
        "labels": dict(item.label),
        "change": speaker.words(item.change),
        "note": speaker.words(item.note),
        "disputes": tuple(dispute(rival, item, speaker) for rival in item.disputes),
        "sources": tuple(citation.source for citation in item.sources),
    }


def figure(
    item: Figure,
    indicator: Indicator,
    speaker: Speaker,
) -> FigureView:
    """View a figure."""
    return FigureView(**figure_fields(item, indicator, speaker))


def dispute(
    rival: Dispute,
    item: Figure,
    speaker: Speaker,
) -> DisputeView:
    """View what another source says, in the unit of the figure where it names none."""
    source = speaker.index.source(rival.source)
    unit = rival.unit or item.unit
    words = (
        ""
        if rival.value is None
        else quantities.quantity(rival.value, unit, speaker.catalogue)
    )
    return DisputeView(
        period=rival.period.text if rival.period else None,
        period_words=speaker.date(rival.period) if rival.period else "",
        value=rival.value,
        value_words=words,
        unit=unit,
        source=rival.source,
        publisher=(source.publisher or source.title) if source else "",
        note=speaker.words(rival.note),
    )


def figure_sheet(item: Figure, speaker: Speaker) -> FigureSheet:
    """View everything on one figure."""
    indicator = speaker.index.indicator(item.indicator) or Indicator(
        id=item.indicator, label={}
    )
    found = speaker.index.body("figures", item.id)
    return FigureSheet(
        **figure_fields(item, indicator, speaker),
        citations=tuple(citation_views(item.sources, speaker)),
        former_ids=item.former_ids,
        file=speaker.index.file(found[2]) if found else "",
        line=found[3] if found else 0,
    )


@record
class SeriesView:
    """The figures of one indicator in one unit; a chart shows `charted` and leaves `uncharted`
    out.
    """

    unit: str
    unit_words: str
    figures: tuple[FigureView, ...]
    charted: tuple[FigureView, ...]
    uncharted: tuple[FigureView, ...]
    undrawn: str
    span: str


@record
class IndicatorView:
    """One indicator with a series for each unit."""

    id: str
    label: str
    measures: str
    not_drawn: str
    breaks: tuple[int, ...]
    series: tuple[SeriesView, ...]

    @property
    def rows(self) -> list[FigureView]:
        """Return the figures, one series after another."""
        return [figure for series in self.series for figure in series.figures]


def indicator(item: Measured, speaker: Speaker) -> IndicatorView:
    """View an indicator and its series."""
    return IndicatorView(
        id=item.indicator.id,
        label=speaker.words(item.indicator.label) or item.indicator.id,
        measures=speaker.words(item.indicator.measures),
        not_drawn=speaker.words(item.indicator.not_drawn),
        breaks=item.indicator.breaks,
        series=tuple(
            series(found, item.indicator, speaker) for found in queries.series(item)
        ),
    )


def series(
    item: Series,
    indicator: Indicator,
    speaker: Speaker,
) -> SeriesView:
    """View a series."""

    def views(figures: Iterable[Figure]) -> tuple[FigureView, ...]:
        return tuple(figure(found, indicator, speaker) for found in figures)

    return SeriesView(
        unit=item.unit,
        unit_words=quantities.unit_name(item.unit, speaker.catalogue),
        figures=views(item.figures),
        charted=views(item.charted),
        uncharted=views(item.uncharted),
        undrawn=item.undrawn,
        span=span_words(item, speaker),
    )


def span_words(item: Series, speaker: Speaker) -> str:
    """The first and the last value of a series in one unit."""
    figures = queries.sound(item.figures)
    first, last = figures[0], figures[-1]
    return quantities.span(first.value, last.value, item.unit, speaker.catalogue)


@record
class IndicatorRow:
    """An indicator in a line: what it measures, how many points it has, from when to when.

    `years` are its first and its last year, or the words of its periods where they are no years;
    `span` is its first and its last value, `course` its values from year to year, None for a year
    without one; empty when its figures make no line.
    """

    id: str
    label: str
    short: str
    subject: str
    measures: str
    units: tuple[str, ...]
    points: int
    disputed: int
    first: str
    last: str
    years: str
    span: str
    course: tuple[float | None, ...]
    cuts: tuple[int, ...]


@record
class IndicatorListView:
    """The indicators: the `series`, by subject, and the other figures one by one.

    The rows, which other formats than text write, are all their figures; `whole` asks text for all
    of them too.
    """

    series: tuple[IndicatorRow, ...]
    singles: tuple[FigureView, ...]
    rows: tuple[FigureView, ...]
    whole: bool = False


def indicator_list(
    items: Sequence[Measured],
    overview: Overview,
    speaker: Speaker,
    whole: bool = False,
) -> IndicatorListView:
    """View the indicators: the rows in the order of ids, the text by subject."""

    def figures(found: Iterable[Measured]) -> tuple[FigureView, ...]:
        return tuple(
            figure(one, item.indicator, speaker) for item in found for one in item.figures
        )

    return IndicatorListView(
        series=tuple(indicator_row(item, speaker) for item in overview.series),
        singles=figures(overview.others),
        rows=figures(items),
        whole=whole,
    )


def years(
    first: PartialDate,
    last: PartialDate,
    speaker: Speaker,
) -> str:
    """The first and the last year in digits; other periods in words."""
    if {first.precision, last.precision} != {"year"}:
        return " – ".join(dict.fromkeys((speaker.date(first), speaker.date(last))))
    return "–".join(dict.fromkeys((str(first.year), str(last.year))))


def indicator_row(item: Measured, speaker: Speaker) -> IndicatorRow:
    """View an indicator in a line."""
    indicator, longest = item.indicator, queries.longest(item)
    sound = queries.sound(longest.figures)
    last = max(sound, key=lambda figure: figure.period.latest or date.max)
    return IndicatorRow(
        id=indicator.id,
        label=speaker.words(indicator.label) or indicator.id,
        short=speaker.words(indicator.short)
        or speaker.words(indicator.label)
        or indicator.id,
        subject=vocabulary.subject(indicator.subject, speaker.catalogue),
        measures=speaker.words(indicator.measures),
        units=tuple(
            dict.fromkeys(
                quantities.unit_name(figure.unit, speaker.catalogue)
                for figure in item.figures
            )
        ),
        points=len(item.figures),
        disputed=sum(map(queries.is_disputed, item.figures)),
        first=speaker.date(sound[0].period),
        last=speaker.date(last.period),
        years=years(sound[0].period, last.period, speaker),
        span=span_words(longest, speaker),
        course=tuple(queries.course(longest)),
        cuts=tuple(queries.cuts(longest, indicator)),
    )

"""Views of series of figures to draw: their points, and what other sources say of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kzfr_cli.core.event import LANGUAGES, Dispute, Figure, Words, in_language
from kzfr_cli.core.record import record
from kzfr_cli.locale import catalogue, quantities, vocabulary
from kzfr_cli.queries import figures
from kzfr_cli.queries.figures import Measured, Series

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kzfr_cli.views.speaker import Speaker

    Said = Mapping[str, str]


@record
class RivalPoint:
    """The value that another source gives, in words, and who says so."""

    value: float
    words: Said
    publisher: str


@record
class CurvePoint:
    """A value of a series: its year, its value in words, and its rivals."""

    year: int
    value: float
    words: Said
    is_disputed: bool
    rivals: tuple[RivalPoint, ...]


@record
class Curve:
    """A series that makes a line: its subject, what it measures, its points in the order of
    time.
    """

    id: str
    subject: Said
    label: Said
    measures: Said
    points: tuple[CurvePoint, ...]


def curves(speaker: Speaker) -> Iterator[Curve]:
    """Yield the series of the index that are worth a chart, by subject."""
    items = figures.all_measured(speaker.index)
    for item in figures.overview(speaker.index, items).series:
        longest = figures.longest(item)
        if not longest.undrawn and all(point.period.year for point in longest.charted):
            yield curve(item, longest, speaker)


def curve(
    item: Measured,
    series: Series,
    speaker: Speaker,
) -> Curve:
    """View one series."""
    indicator = item.indicator
    return Curve(
        id=indicator.id,
        subject={
            lang: vocabulary.subject(indicator.subject, catalogue.load(lang))
            for lang in LANGUAGES
        },
        label=every(indicator.short or indicator.label) or {"en": indicator.id},
        measures=every(indicator.measures),
        points=tuple(point(figure, speaker) for figure in series.charted),
    )


def point(figure: Figure, speaker: Speaker) -> CurvePoint:
    """View one value of a series."""
    return CurvePoint(
        year=figure.period.year or 0,
        value=figure.value,
        words=measured(figure.value, figure.unit, figure.bound),
        is_disputed=figures.is_disputed(figure),
        rivals=tuple(rivals(figure.disputes, figure, speaker)),
    )


def rivals(
    disputes: Iterable[Dispute],
    figure: Figure,
    speaker: Speaker,
) -> Iterator[RivalPoint]:
    """Yield the values of other sources that can be drawn beside one: those in its unit."""
    for rival in disputes:
        if rival.value is None or (rival.unit or figure.unit) != figure.unit:
            continue
        source = speaker.index.source(rival.source)
        yield RivalPoint(
            value=rival.value,
            words=measured(rival.value, figure.unit, ""),
            publisher=(source.publisher or source.title) if source else rival.source,
        )


def measured(
    value: float,
    unit: str,
    bound: str,
) -> Said:
    """Write a quantity in each language."""
    return {
        lang: quantities.bounded(value, unit, bound, catalogue.load(lang))
        for lang in LANGUAGES
    }


def every(words: Words) -> dict[str, str]:
    """Return a text in each language, or in the next best; nothing when there is none."""
    return {lang: in_language(words, lang)[0] for lang in LANGUAGES} if words else {}

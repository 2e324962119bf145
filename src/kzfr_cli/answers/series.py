"""Figures: the indicators, or the figures of one."""

from __future__ import annotations

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.record import pair
from kzfr_cli.queries import figures
from kzfr_cli.queries.filters import Window
from kzfr_cli.views import figures as views
from kzfr_cli.views.figures import IndicatorListView, IndicatorView
from kzfr_cli.views.speaker import Speaker


@pair
class Indicators:
    """Ask for every indicator that has a figure in a window; `whole` lists single figures too."""

    after: PartialDate | None = None
    before: PartialDate | None = None
    whole: bool = False

    def answer(self, speaker: Speaker) -> IndicatorListView:
        """View the indicators."""
        found = figures.all_measured(speaker.index, self.after, self.before)
        overview = figures.overview(speaker.index, found)
        return views.indicator_list(found, overview, speaker, self.whole)


@pair
class Figures:
    """Ask for the figures of one indicator, by its id, the beginning of one, or its label."""

    indicator: str
    after: PartialDate | None = None
    before: PartialDate | None = None

    def answer(self, speaker: Speaker) -> IndicatorView:
        """View the figures; raises `UnknownIdError`."""
        found = figures.find(speaker.index, self.indicator)
        measured = figures.measured(speaker.index, found, self.after, self.before)
        return views.indicator(measured, speaker)


def asked(
    indicator: str | None,
    window: Window,
    whole: bool,
) -> Indicators | Figures:
    """Ask for the figures of an indicator, or for every indicator when none is named."""
    if indicator is None:
        return Indicators(*window, whole)
    return Figures(indicator, *window)

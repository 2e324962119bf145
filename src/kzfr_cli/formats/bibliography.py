"""What bibliographies leave out of the events whose sources they hold."""

from __future__ import annotations

from kzfr_cli.formats.surface import Surface
from kzfr_cli.locale.catalogue import NN_
from kzfr_cli.views.citations import ReferencesView


def losses(view: ReferencesView, surface: Surface) -> list[str]:
    """Say how many events are known by their sources only."""
    one, many = NN_(
        "{count} event is not in the file: it holds its sources alone.",
        "{count} events are not in the file: it holds their sources alone.",
    )
    return (
        [surface.catalogue.plural(one, many, view.events, count=view.events)]
        if view.events
        else []
    )

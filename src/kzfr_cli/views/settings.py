"""The view of the settings: each with its value and where it comes from."""

from __future__ import annotations

from collections.abc import Iterable

from kzfr_cli.core.record import record
from kzfr_cli.settings.sources import Setting


@record
class SettingView:
    """A setting that holds: `origin` is flag, environment, file or default; `place` says
    which, or is empty.
    """

    key: str
    value: str
    origin: str
    place: str


@record
class SettingListView:
    """The settings that hold, a line for each database, and the file that settings are read
    from.
    """

    rows: tuple[SettingView, ...]
    path: str
    exists: bool


def setting_list(
    held: Iterable[Setting],
    path: str,
    exists: bool,
) -> SettingListView:
    """View the settings."""
    rows = (
        SettingView(
            key=item.key,
            value=item.value,
            origin=item.origin,
            place=item.place,
        )
        for item in held
    )
    return SettingListView(rows=tuple(rows), path=path, exists=exists)

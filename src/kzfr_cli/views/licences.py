"""The view of what kzfr is built on, and of its licences."""

from __future__ import annotations

from kzfr_cli.core import licences
from kzfr_cli.core.record import record

EXTRAS = ("documents",)
"""Our extras that bring packages, but for those of developers."""


@record
class LicenceView:
    """A package: its version and its licence, and the `extra` of ours that brings it, empty where
    every installation has it.
    """

    name: str
    version: str
    licence: str
    extra: str
    installed: bool


@record
class LicenceListView:
    """The packages, kzfr first."""

    rows: tuple[LicenceView, ...]


def listing() -> LicenceListView:
    """View the packages of this installation."""
    return LicenceListView(
        rows=tuple(
            LicenceView(
                name=part.name,
                version=part.version,
                licence=part.licence,
                extra=part.extra,
                installed=part.is_installed,
            )
            for part in licences.parts(EXTRAS)
        )
    )

"""The options of a site, and how it is written."""

from __future__ import annotations

import click

from kzfr_cli import formats, store
from kzfr_cli.core.event import LANGUAGES
from kzfr_cli.locale.catalogue import NN_
from kzfr_cli.queries.rules import YEARS
from kzfr_cli.session import Session
from kzfr_cli.terminal import address, output, screen
from kzfr_cli.terminal.types import Several
from kzfr_cli.views.sites import SiteView

url_option = click.option(
    "--url",
    "base",
    type=address.Address(),
    default="",
    metavar="ADDRESS",
    help="The address that the site will have.",
)
languages_option = click.option(
    "--languages",
    type=Several(["all", *LANGUAGES], "languages"),
    metavar="LIST",
    help="Languages of the site, each in its folder: all (the default), or some as fr,en.",
)
years_option = click.option(
    "--years",
    type=click.IntRange(1, 100),
    default=YEARS,
    show_default=True,
    metavar="N",
    help="Years of anniversaries in the calendar, from today on.",
)


def wanted(languages: tuple[str, ...] | None) -> tuple[str, ...]:
    """Return the languages that were asked for, in our order; all of them by default."""
    if not languages or "all" in languages:
        return LANGUAGES
    return tuple(lang for lang in LANGUAGES if lang in languages)


def publish(session: Session, view: SiteView, folder: str, force: bool) -> None:
    """Write a site into a folder, and say what was written, removed and left out; raises as
    `output.fill` does.
    """
    surface, site = screen.surface(session, True), formats.site
    label, expected = session.catalogue.text("Writing the pages"), site.writing.count(view)
    with store.spool.Spool() as files:
        with screen.working(session, label, expected) as advance:
            for path, content in site.writing.files(view, surface):
                files.add(path, content)
                advance(1)
        removed = output.fill(folder, files, site.places, force)
        tell(session, folder, len(files), removed)
    for loss in formats.ics.losses(view.calendar, surface):
        output.tell(loss)
    output.tell_state(session)


def tell(session: Session, folder: str, count: int, removed: int) -> None:
    """Say how many files were written and removed."""
    catalogue = session.catalogue
    one, many = NN_(
        "{count} file written to {folder}.", "{count} files written to {folder}."
    )
    output.tell(catalogue.plural(one, many, count, count=count, folder=folder))
    if removed:
        one, many = NN_(
            "{count} file of an earlier run removed.",
            "{count} files of an earlier run removed.",
        )
        output.tell(catalogue.plural(one, many, removed, count=removed))

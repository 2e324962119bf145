"""`kzfr site`: the record as a folder that any static host serves."""

from __future__ import annotations

import click

from kzfr_cli import formats, store
from kzfr_cli.answers.site import Site
from kzfr_cli.core.event import LANGUAGES
from kzfr_cli.locale.catalogue import NN_
from kzfr_cli.queries.filters import Filters
from kzfr_cli.queries.rules import YEARS, Plan
from kzfr_cli.session import Counting, Session
from kzfr_cli.terminal import address, filtering, options, output, run, screen
from kzfr_cli.terminal.help import Command
from kzfr_cli.terminal.types import Several
from kzfr_cli.views.calendars import CalendarView
from kzfr_cli.views.sites import SiteView


@click.command("site", cls=Command)
@click.argument("folder", type=click.Path(file_okay=False))
@click.option(
    "--url",
    "base",
    type=address.Address(),
    default="",
    metavar="ADDRESS",
    help="The address that the site will have.",
)
@click.option(
    "--years",
    type=click.IntRange(1, 100),
    default=YEARS,
    show_default=True,
    metavar="N",
    help="Years of anniversaries in the calendar, from today on.",
)
@click.option("--force", is_flag=True, help="Replace files of others that stand in the way.")
@click.option(
    "--languages",
    type=Several(["all", *LANGUAGES], "languages"),
    metavar="LIST",
    help="Languages of the site, each in its folder: all (the default), or some as fr,en.",
)
@filtering.filter_options
@options.counting_options
@options.global_options
def command(
    folder: str,
    base: str,
    years: int,
    force: bool,
    languages: tuple[str, ...] | None,
    filters: Filters,
    counting: Counting,
) -> None:
    """Write a static site: the timeline, a search, and a page for each event, year, name, category
    and series of figures, in every language, with calendars, feeds and the data.

    Each language has its folder. With --lang alone there is that language only, and no folder
    for it.

    Files of the last run that are no longer needed are removed; what kzfr did not write stays, and
    where it stands in the way nothing is written without --force.

    \b
    Examples:
      kzfr site public
      kzfr site public --url https://example.org/kzfr/ --languages fr,en
      kzfr site public --lang fr --weight notable
    """
    session = run.session()
    is_single = languages is None and session.settings.lang is not None
    asked = Site(
        rules=session.rules(counting, filters),
        plan=Plan(start=session.today, years=years, whole=counting.whole),
        base=base,
        languages=written(languages),
        is_single=is_single,
    )
    with screen.working(session, session.catalogue.text("Gathering the events")):
        view = session.database.ask(asked)
    surface = screen.surface(session, True)
    with (
        store.spool.Spool() as files,
        screen.working(
            session,
            session.catalogue.text("Writing the pages"),
            formats.site.writing.count(view),
        ) as advance,
    ):
        for path, content in formats.site.writing.files(view, surface):
            files.add(path, content)
            advance(1)
        removed = output.fill(folder, files, formats.site.places, force)
        count = len(files)
    tell(session, folder, count, removed)
    for loss in formats.ics.losses(calendar_of(view), surface):
        output.tell(loss)
    output.tell_state(session)


def written(languages: tuple[str, ...] | None) -> tuple[str, ...]:
    """Return the languages that were asked for, in our order; all of them by default."""
    if languages is None or "all" in languages:
        return LANGUAGES
    return tuple(lang for lang in LANGUAGES if lang in languages)


def calendar_of(view: SiteView) -> CalendarView:
    """The calendar in the language of the site's root."""
    return next(each.calendar for each in view.editions if each.lang == view.lang)


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

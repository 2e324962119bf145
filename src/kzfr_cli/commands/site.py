"""`kzfr site`: the record as a folder that any static host serves."""

from __future__ import annotations

import click

from kzfr_cli import formats
from kzfr_cli.answers.site import Site
from kzfr_cli.locale.catalogue import NN_
from kzfr_cli.queries.filters import Filters
from kzfr_cli.queries.rules import YEARS, Plan
from kzfr_cli.terminal import address, filtering, options, output, run, screen
from kzfr_cli.terminal.help import Command


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
@filtering.filter_options
@options.global_options
def command(folder: str, base: str, years: int, force: bool, filters: Filters) -> None:
    """Write a static site: the timeline, a page for each event and year, a calendar, a feed and the
    data.

    Files of the last run that are no longer needed are removed; what kzfr did not write stays, and
    where it stands in the way nothing is written without --force.

    \b
    Examples:
      kzfr site public
      kzfr site public --url https://example.org/kzfr/ --lang fr
    """
    session = run.session()
    asked = Site(
        rules=session.rules(filters=filters),
        plan=Plan(start=session.today, years=years),
        base=base,
    )
    with screen.working(session, session.catalogue.text("Gathering the events")):
        view = session.database.ask(asked)
    surface = screen.surface(session, True)
    files = {}
    with screen.working(
        session, session.catalogue.text("Writing the pages"), formats.site.count(view.page)
    ) as advance:
        for path, content in formats.site.files(view, surface):
            files[path] = content
            advance(1)
    removed = output.fill(folder, files, formats.site, force)
    count = len(files)
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
    for loss in formats.ics.losses(view.calendar, surface):
        output.tell(loss)
    output.tell_state(session)

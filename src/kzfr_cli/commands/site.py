"""`kzfr site`: the record as a folder that any static host serves."""

from __future__ import annotations

import click

from kzfr_cli.answers.site import Site
from kzfr_cli.queries.filters import Filters
from kzfr_cli.queries.rules import Plan
from kzfr_cli.session import Counting
from kzfr_cli.terminal import chronology, filtering, options, publishing, run, screen
from kzfr_cli.terminal.help import Command


@click.command("site", cls=Command)
@click.argument("folder", type=click.Path(file_okay=False))
@publishing.url_option
@publishing.languages_option
@publishing.years_option
@click.option("--force", is_flag=True, help="Replace files of others that stand in the way.")
@filtering.filter_options
@chronology.counting_options
@options.global_options
def command(
    folder: str,
    base: str,
    languages: tuple[str, ...] | None,
    years: int,
    force: bool,
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
    asked = Site(
        rules=session.rules(counting, filters),
        plan=Plan(start=session.today, years=years, whole=counting.whole),
        base=base,
        languages=publishing.wanted(languages),
        is_single=languages is None and session.settings.lang is not None,
    )
    with screen.working(session, session.catalogue.text("Gathering the events")):
        view = session.database.ask(asked)
    publishing.publish(session, view, folder, force)

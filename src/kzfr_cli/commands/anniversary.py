"""`kzfr anniversary`: what is celebrated on a day, near it, or in a year."""

from __future__ import annotations

import click

from kzfr_cli.answers.commemorations import Commemorations
from kzfr_cli.formats import registry
from kzfr_cli.locale.catalogue import NN_
from kzfr_cli.queries.filters import Filters
from kzfr_cli.session import Counting
from kzfr_cli.terminal import options, output, run
from kzfr_cli.terminal.help import Command
from kzfr_cli.terminal.output import Output
from kzfr_cli.views.anniversaries import AnniversaryListView

SHOWN = 20
"""Anniversaries of each kind of match that are shown when no limit is given, the nearest and round
ones first.
"""


@click.command("anniversary", cls=Command)
@options.day_options
@options.counting_options
@options.filter_options
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    metavar="N",
    help="Show N of each kind at most, the sure and round ones first; 0 for all. A year is shown "
    "whole by default.",
)
@options.commemorating_options
@options.global_options
def command(
    days: options.Days,
    counting: Counting,
    filters: Filters,
    limit: int | None,
    to: Output,
) -> None:
    """Tell what is celebrated on a day, how many years it is, and whether it is a round number.

    \b
    Examples:
      kzfr anniversary
      kzfr anniversary --date 2018-06-05
      kzfr anniversary --year 2027 --round decades --only-round
      kzfr anniversary --next 5 --category treaty
      kzfr anniversary --date 2018-06-05 --within 30 -o june.ics
    """
    options.refuse_both({"--next": days.number}, {"--limit": limit or None})
    session = run.session()
    rules = session.rules(counting, filters)
    shape = session.shape(registry.shape_of(to.fmt, of_events=False), rules)
    is_cut = limit is None and days.year is None and shape.is_listing
    shown = SHOWN if is_cut else limit
    asked = days.anniversaries(session.today, rules, shown or None)
    view = session.database.ask(Commemorations(asked, shape))
    output.show_found(view, to)
    if to.fmt != "text":
        tell_cut(view)


def tell_cut(view: object) -> None:
    """Say on stderr how many anniversaries the limit left out of a listing that has no room to say
    it.
    """
    if not isinstance(view, AnniversaryListView):
        return
    left_out = sum(view.totals.values()) - len(view.rows)
    if left_out > 0:
        one, many = NN_(
            "{count} more is left out: --limit 0 shows all.",
            "{count} more are left out: --limit 0 shows all.",
        )
        output.tell(run.session().catalogue.plural(one, many, left_out, count=left_out))

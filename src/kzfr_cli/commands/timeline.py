"""`kzfr timeline`: events in the order of time."""

from __future__ import annotations

from typing import Any

import click

from kzfr_cli.formats import registry
from kzfr_cli.queries.filters import choose
from kzfr_cli.terminal import chosen, options, output, run, types
from kzfr_cli.terminal.help import Command
from kzfr_cli.views import events


@click.command("timeline", cls=Command)
@chosen.filter_options
@click.option(
    "--group-by",
    type=types.OneOf(["year", "decade", "category"]),
    default="year",
    help="What the headings are.",
)
@click.option("--reverse", is_flag=True, help="Begin with the latest.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Show the first N only.")
@options.exporting_options
@options.global_options
def command(
    group_by: str,
    reverse: bool,
    limit: int | None,
    format_: str,
    target: str | None,
    **filters: Any,
) -> None:
    """Tell the events in the order of time.

    \b
    Examples:
      kzfr timeline
      kzfr timeline --from 2008 --to 2010 --category treaty
      kzfr timeline --lang fr --group-by decade --place almaty
      kzfr timeline --disputed --format csv -o disputed.csv
    """
    session = run.session()
    criteria = chosen.criteria(session, filters)
    found = choose(session.index, criteria, reverse=reverse, limit=limit)
    if registry.EXPORTS[format_].wants == "listing":
        output.show(events.timeline(found, session.speaker, group_by), format_, target)
    else:
        output.show(
            chosen.view(session, found.events, format_, asked=chosen.asked(session, criteria)),
            format_,
            target,
        )

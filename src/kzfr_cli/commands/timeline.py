"""`kzfr timeline`: events in the order of time."""

from __future__ import annotations

from typing import Any

import click

from kzfr_cli.commands import chosen, options
from kzfr_cli.commands.described import Command
from kzfr_cli.formats import registry
from kzfr_cli.queries.filters import choose
from kzfr_cli.views import events


@click.command("timeline", cls=Command)
@chosen.filter_options
@click.option(
    "--group-by",
    type=options.OneOf(["year", "decade", "category"]),
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
    output: str | None,
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
    app = options.current_app()
    criteria = chosen.criteria(app, filters)
    found = choose(app.index, criteria, reverse=reverse, limit=limit)
    if registry.EXPORTS[format_].wants == "listing":
        options.show(events.timeline(found, app.speaker, group_by), format_, output)
    else:
        options.show(
            chosen.view(app, found.events, format_, asked=chosen.asked(app, criteria)),
            format_,
            output,
        )

"""`kzfr timeline`: events in the order of time."""

from __future__ import annotations

import click

from kzfr_cli.commands import completions, options
from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.queries import filters, lookups
from kzfr_cli.views import events


@click.command("timeline")
@options.from_option
@options.to_option
@options.category_option
@click.option(
    "--tag", "tags", multiple=True, metavar="TAG", shell_complete=completions.tags,
    help="Keep what bears a tag; repeat to ask for several.",
)  # fmt: skip
@click.option(
    "--place", metavar="PLACE", shell_complete=completions.places,
    help="Keep what happened in a place, under any of its names.",
)  # fmt: skip
@options.scope_option
@click.option("--disputed", is_flag=True, help="Keep what sources dispute.")
@click.option(
    "--group-by", type=click.Choice(["year", "decade", "category"]), default="year", help="What the headings are."
)
@click.option("--reverse", is_flag=True, help="Begin with the latest.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Show the first N only.")
@options.listing_options
@options.global_options
def command(
    after: PartialDate | None,
    before: PartialDate | None,
    categories: tuple[str, ...],
    tags: tuple[str, ...],
    place: str | None,
    scope: str,
    disputed: bool,
    group_by: str,
    reverse: bool,
    limit: int | None,
    format_: str,
    output: str | None,
) -> None:
    """Tell the events in the order of time.

    \b
    Examples:
      kzfr timeline
      kzfr timeline --from 2008 --to 2010 --category treaty
      kzfr timeline --lang fr --group-by decade --place almaty
      kzfr timeline --disputed --format csv -o disputed.csv
    """
    options.check_window(after, before)
    app = options.current_app()
    criteria = filters.Criteria(
        after=after,
        before=before,
        categories=categories,
        tags=tuple(lookups.tag(app.index, tag) for tag in tags),
        place=lookups.place(app.index, place) if place else None,
        scope=scope,
        disputed=disputed,
    )
    chosen = filters.choose(app.index, criteria, reverse=reverse, limit=limit)
    options.show(events.timeline(chosen, app.speaker, group_by), format_, output)

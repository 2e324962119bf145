"""`kzfr search`: find events, names, figures and sources by half-remembered words."""

from __future__ import annotations

from typing import Any

import click

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.visible import visible
from kzfr_cli.formats import registry
from kzfr_cli.locale.catalogue import NN_
from kzfr_cli.queries import filters
from kzfr_cli.search import engine
from kzfr_cli.search.result import SearchResult
from kzfr_cli.session import Session
from kzfr_cli.terminal import options, output, run, types
from kzfr_cli.terminal.exclusions import QueryCommand
from kzfr_cli.views import hits

NOTHING_FOUND = 1


class Kinds(click.ParamType[tuple[str, ...]]):
    """Read the kinds of entries to search in, separated by commas."""

    name = "kinds"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Split and check the kinds."""
        if isinstance(value, tuple):
            return value
        kinds = tuple(filter(None, str(value).replace(" ", "").split(",")))
        choice = types.OneOf(engine.KINDS)
        return tuple(choice.convert(kind, param, ctx) for kind in kinds)


@click.command("search", cls=QueryCommand)
@click.argument("query", nargs=-1, required=True, metavar="QUERY...")
@options.from_option
@options.to_option
@options.category_option
@click.option(
    "--in",
    "kinds",
    type=Kinds(),
    default=("events",),
    metavar="KINDS",
    help="What to search in: events, names, figures, sources, separated by commas (default: "
    "events).",
)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=10,
    show_default=True,
    metavar="N",
    help="Show the best N.",
)
@options.exporting_options
@options.global_options
@click.pass_context
def command(
    ctx: click.Context,
    query: tuple[str, ...],
    after: PartialDate | None,
    before: PartialDate | None,
    categories: tuple[str, ...],
    kinds: tuple[str, ...],
    limit: int,
    format_: str,
    target: str | None,
) -> None:
    """Find what you half remember: any language, any script, misspelt, with a year or a date.

    Quotes ask for an exact phrase; -word leaves a word out, -2018 a year.

    \b
    Examples:
      kzfr search Sorbonne
      kzfr search sorbone almati
      kzfr search Назарбаев Париж 2015
      kzfr search macron -2018
      kzfr search --in names,figures uranium
    """
    options.check_window(after, before)
    session = run.session()
    words = " ".join(query)
    if not words.strip():
        raise click.UsageError(
            session.catalogue.text("Type the words to look for: kzfr search sorbonne almaty")
        )
    criteria = filters.Criteria(after=after, before=before, categories=categories)
    condition, values = filters.restriction(criteria)
    found = engine.search(
        session.index.connection,
        words,
        kinds=kinds,
        limit=limit,
        restrict=condition or None,
        parameters=values,
    )
    if not found.hits:
        output.tell_state(session)
        tell_nothing(session, words, found)
        ctx.exit(NOTHING_FOUND)
    if registry.EXPORTS[format_].wants == "listing":
        output.show(hits.hit_list(words, found.hits, session.speaker), format_, target)
    else:
        output.show(exported(session, words, found, format_), format_, target)


def exported(session: Session, words: str, found: SearchResult, format: str) -> Any:
    """View the events found as a format wants them, in the order of time; say how many other
    entries it leaves out.
    """
    from kzfr_cli.terminal import chosen

    numbers = [hit.number for hit in found.hits if hit.kind == "events"]
    if left_out := len(found.hits) - len(numbers):
        one, many = NN_(
            "{count} entry that is no event is left out of this format.",
            "{count} entries that are no events are left out of this format.",
        )
        output.tell(session.catalogue.plural(one, many, left_out, count=left_out))
    events = sorted(
        session.index.events(numbers), key=lambda event: event.preferred.value.sort_key()
    )
    return chosen.view(session, events, format, asked=words)


def tell_nothing(session: Session, words: str, found: SearchResult) -> None:
    """Say on stderr that nothing was found, and what was perhaps meant."""
    text = session.catalogue.text
    output.tell(text("Nothing found for “{words}”.", words=visible(words)))
    for suggestion in found.suggestions:
        output.tell(text("Did you mean: kzfr search {suggestion}", suggestion=visible(suggestion)))
    near = hits.hit_list(words, found.near, session.speaker).rows
    if near:
        output.tell(text("Nearest:"))
        for row in near:
            output.tell(f"  {visible(row.title)}  [{row.id}]")

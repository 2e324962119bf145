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
from kzfr_cli.search.candidates import Scope
from kzfr_cli.search.result import SearchResult
from kzfr_cli.session import Session
from kzfr_cli.terminal import options, output, run, types
from kzfr_cli.terminal.exclusions import QueryCommand
from kzfr_cli.terminal.output import Output
from kzfr_cli.views import hits

NOTHING_FOUND = 1
TEXT = "text"
EVENTS = ("events",)
FIGURES = Scope(("figures",))
MOST_BESIDE = 2
"""Figures that are told beside the events."""


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
    default=EVENTS,
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
@click.option(
    "--nearest",
    is_flag=True,
    help="Show beside the answers what comes nearest, and the words that it lacks.",
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
    nearest: bool,
    to: Output,
) -> None:
    """Find what you half remember: any language, any script, misspelt, with a year or a date.

    Quotes ask for an exact phrase; -word leaves a word out, -2018 a year; OR lets choose.

    \b
    Examples:
      kzfr search Sorbonne
      kzfr search sorbone almati
      kzfr search Назарбаев Париж 2015
      kzfr search macron -2018
      kzfr search --in names,figures uranium
    """
    session = run.session()
    words = " ".join(query)
    if not words.strip():
        raise click.UsageError(
            session.catalogue.text("Type the words to look for: kzfr search sorbonne almaty")
        )
    wanted = filters.Filters(after=after, before=before, categories=categories)
    condition, values = filters.restriction(wanted)
    found = engine.search(
        session.index.connection,
        words,
        Scope(kinds, condition or None, values),
        limit=limit,
        nearest=nearest,
    )
    if not found.hits:
        tell_nothing(session, words, found)
    if to.fmt == TEXT:
        also = beside(session, words, found) if kinds == EVENTS else ()
        output.show(page(session, words, found, also), to)
    elif to.wants == "listing":
        listed = (*found.hits, *found.near) if nearest else found.hits
        output.show(hits.hit_list(words, listed, session.speaker), to)
    elif found.hits:
        output.show(exported(session, words, found, to.fmt), to)
    else:
        output.tell_state(session)
    if not found.hits:
        ctx.exit(NOTHING_FOUND)


def exported(session: Session, words: str, found: SearchResult, format: str) -> Any:
    """View the events found as a format wants them, in the order of time; say how many other
    entries it leaves out.
    """
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
    return session.shape(registry.EXPORTS[format].wants).of(events, session.speaker, words)


def page(
    session: Session, words: str, found: SearchResult, also: tuple[hits.OtherHit, ...]
) -> hits.HitListView:
    """View what was found for a reader, what comes nearest, and what answers too."""
    return hits.HitListView(
        query=words,
        rows=hits.rows(found.hits, session.speaker),
        near=hits.rows(found.near, session.speaker),
        also=also,
        total=found.total,
    )


def beside(session: Session, words: str, found: SearchResult) -> tuple[hits.OtherHit, ...]:
    """View the figures that answer the query too, and the name that it is."""
    figures = engine.titled(session.index.connection, words, FIGURES, limit=MOST_BESIDE)
    described = [hits.other(hit, session.speaker) for hit in figures]
    if found.name:
        described.append(hits.of_name(found.name, session.speaker))
    return tuple(described)


def tell_nothing(session: Session, words: str, found: SearchResult) -> None:
    """Say on stderr that nothing was found, and what was perhaps meant."""
    text = session.catalogue.text
    output.tell(text("Nothing found for “{words}”.", words=visible(words)))
    for suggestion in found.suggestions:
        output.tell(text("Did you mean: kzfr search {suggestion}", suggestion=visible(suggestion)))

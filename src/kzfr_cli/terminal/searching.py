"""What a search shows, and what it says when it finds nothing."""

from __future__ import annotations

import click

from kzfr_cli.answers import results
from kzfr_cli.answers.results import EVENTS, Results
from kzfr_cli.core.visible import visible
from kzfr_cli.locale.catalogue import NN_
from kzfr_cli.search.result import SearchResult
from kzfr_cli.session import Session
from kzfr_cli.terminal import options, output, types
from kzfr_cli.terminal.output import Output

TEXT = "text"

OPTIONS = [
    click.option(
        "--in",
        "kinds",
        type=types.Kinds(),
        default=EVENTS,
        metavar="KINDS",
        help="What to search in: events, names, figures, sources, separated by commas (default: "
        "events).",
    ),
    click.option(
        "-n",
        "--limit",
        type=click.IntRange(min=0),
        default=10,
        show_default=True,
        metavar="N",
        help="Show the best N; 0 for all.",
    ),
    click.option(
        "--nearest",
        is_flag=True,
        help="Show beside the answers what comes nearest, and the words that it lacks.",
    ),
]


def search_options(command: options.Command) -> options.Command:
    """Add the options of the search; the command takes them as they are."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command


def show(session: Session, asked: Results, to: Output) -> bool:
    """Search, show what was found, and return whether anything was."""
    speaker = session.database.speaker
    found = asked.find(speaker, has_beside=to.fmt == TEXT)
    if not found.hits:
        tell_nothing(session, asked.query, found)
    if to.fmt == TEXT:
        output.show(asked.page(found, speaker), to)
    elif to.wants == "listing":
        output.show(asked.rows(found, speaker), to)
    elif found.hits:
        tell_left_out(session, found)
        shape = session.shape(to.wants)
        output.show(shape.of(results.events(found, speaker), speaker, asked.query), to)
    else:
        output.tell_state(session)
    return bool(found.hits)


def words(session: Session, query: tuple[str, ...]) -> str:
    """The query as one text; raises `click.UsageError` when there is nothing in it."""
    typed = " ".join(query)
    if not typed.strip():
        text = session.catalogue.text
        raise click.UsageError(
            text("Type the words to look for: kzfr search sorbonne almaty")
        )
    return typed


def tell_left_out(session: Session, found: SearchResult) -> None:
    """Say how many entries that are no events a format leaves out."""
    left_out = sum(hit.kind != "events" for hit in found.hits)
    if left_out:
        one, many = NN_(
            "{count} entry that is no event is left out of this format.",
            "{count} entries that are no events are left out of this format.",
        )
        output.tell(session.catalogue.plural(one, many, left_out, count=left_out))


def tell_nothing(session: Session, words: str, found: SearchResult) -> None:
    """Say on stderr that nothing was found, and what was perhaps meant."""
    text = session.catalogue.text
    output.tell(text("Nothing found for “{words}”.", words=visible(words)))
    for suggestion in found.suggestions:
        output.tell(
            text("Did you mean: kzfr search {suggestion}", suggestion=visible(suggestion))
        )

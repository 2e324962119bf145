"""`kzfr search`: find events, names, figures and sources by half-remembered words."""

from __future__ import annotations

from typing import Any

import click

from kzfr_cli.answers.results import Results
from kzfr_cli.terminal import filtering, options, run, searching
from kzfr_cli.terminal.exclusions import QueryCommand
from kzfr_cli.terminal.output import NOTHING_FOUND, Output


@click.command("search", cls=QueryCommand)
@click.argument("query", nargs=-1, required=True, metavar="QUERY...")
@filtering.dated_filter_options
@searching.search_options
@options.exporting_options
@options.global_options
def command(query: tuple[str, ...], to: Output, **asked: Any) -> None:
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
    question = Results(query=searching.words(session, query), **asked)
    if not searching.show(session, question, to):
        click.get_current_context().exit(NOTHING_FOUND)

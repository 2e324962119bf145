"""What stands on a command line without an option: a date as people say it, and words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from kzfr_cli import languages
from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.record import pair, replace
from kzfr_cli.errors import UnreadableDateError
from kzfr_cli.queries.filters import Filters
from kzfr_cli.session import Session
from kzfr_cli.terminal import run

MOST = 7
"""Words of the longest date: «с 5 по 12 июня 2008 года»."""


@pair
class SaidWords:
    """The date among some words, None when there is none, and the other words."""

    when: PartialDate | None
    rest: tuple[str, ...]

    def window(self, filters: Filters) -> Filters:
        """The filters within the time that is said; raises `click.UsageError` when an option says
        one too.
        """
        if self.when is None:
            return filters
        if filters.window != (None, None):
            text = run.spoken().text
            raise click.UsageError(text("Say the time once: as a word, or with an option."))
        if self.when.is_interval:
            return replace(
                filters,
                after=self.when.start,
                before=self.when.end,
            )
        return replace(
            filters,
            after=self.when,
            before=self.when,
        )


def read(words: Sequence[str], session: Session, coming: bool = True) -> SaidWords:
    """Find the longest date among words, of one without a year the next if it is `coming`; raises
    what refuses a date that is wrong.
    """
    for first, last in stretches(len(words)):
        if found := date(" ".join(words[first:last]), session, coming):
            return SaidWords(found, (*words[:first], *words[last:]))
    return SaidWords(None, tuple(words))


def stretches(count: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of so many words, the longest first."""
    for length in range(
        min(count, MOST),
        0,
        -1,
    ):
        for first in range(count - length + 1):
            yield first, first + length


def date(phrase: str, session: Session, coming: bool = True) -> PartialDate | None:
    """Read a phrase as a date of any precision; None when it is none.

    Raises what says that a date is wrong: a day that its month has not, a weekday that it was not,
    a day without a year unless it is the `coming` one.
    """
    if not any(sign.isalnum() for sign in phrase):
        return None
    try:
        return languages.typed.parse(
            phrase,
            session.today,
            session.day_first,
            coming,
        )
    except UnreadableDateError:
        return None

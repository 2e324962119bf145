"""What `kzfr timeline` asks for, and how much of it a reader is shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kzfr_cli.answers.timeline import Timeline, YearCounts
from kzfr_cli.core.record import replace
from kzfr_cli.queries.filters import Filters
from kzfr_cli.session import Session
from kzfr_cli.terminal import asked, words
from kzfr_cli.terminal.output import Output


def question(
    session: Session,
    typed: Sequence[str],
    filters: Filters,
    order: dict[str, Any],
    to: Output,
) -> Timeline | YearCounts:
    """Ask for the events that words and options choose; without any, a reader is shown the
    landmarks of all.

    Raises `click.UsageError`, and what refuses a date that is wrong.
    """
    options = dict(order)
    whole, chart = options.pop("whole"), options.pop("chart")
    read = words.read(typed, session, coming=False)
    is_chosen = bool(typed) or asked.chooses(filters)
    landmarks = to.is_cut and not (is_chosen or whole or chart)
    options["limit"] = None if whole or to.rows.sort else options["limit"] or None
    options["group_by"] = options["group_by"] or ""
    question = Timeline(
        read.window(filters),
        shape=session.shape(to.wants),
        words=read.rest,
        landmarks=landmarks,
        **options,
    )
    return YearCounts(question) if refused_chart(chart, to) else question


def refused_chart(chart: bool, to: Output) -> bool:
    """Return whether a chart is wanted; raises `click.UsageError` in a format that has none."""
    asked.refuse_both(
        {"--chart": chart or None},
        {f"--format {to.fmt}": None if to.fmt == "text" else to.fmt},
    )
    return chart


def limited(to: Output, order: dict[str, Any]) -> Output:
    """The output of rows that are sorted before the limit is heeded."""
    if not to.rows.sort:
        return to
    return replace(to, rows=replace(to.rows, most=order["limit"] or None))

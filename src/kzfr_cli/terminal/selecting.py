"""The rows of a listing with some of their fields only, or in an order of their own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import click

from kzfr_cli import locale, queries
from kzfr_cli.formats import csv, plain, registry
from kzfr_cli.terminal import run
from kzfr_cli.views.tables import Selection, TableView

Row = dict[str, Any]
LACKING: tuple[object, ...] = (None, "", [])
"""The values of a field that is not there."""

TOLD = ("on", "years", "date", "period", "value_words", "title", "label", "publisher", "id")
"""The fields that stand in text when none are named."""


def selected(view: Any, fmt: str, wanted: Selection) -> TableView:
    """View the rows with the fields that are wanted, sorted by one of them, from the greatest down
    when its name begins with a hyphen; raises `click.UsageError`.
    """
    refuse_format(view, fmt)
    rows = [csv.flattened(row) | row for row in map(plain.value, view.rows)]
    known = list(dict.fromkeys(name for row in rows for name in row))
    refuse_unknown([*wanted.fields, *filter(None, [wanted.sort.removeprefix("-")])], known)
    if wanted.sort:
        rows = ordered(rows, wanted.sort)
    told = wanted.fields or usual(view, fmt, known)
    return TableView(
        tuple({name: row.get(name) for name in told} for row in rows[: wanted.most])
    )


def usual(view: Any, fmt: str, known: Sequence[str]) -> Sequence[str]:
    """The fields that are written when none are named."""
    if fmt == "text":
        return [name for name in TOLD if name in known]
    return list(dict.fromkeys(name for row in view.rows for name in plain.value(row)))


def ordered(rows: Sequence[Row], sort: str) -> list[Row]:
    """Sort rows by a field; those that lack it come last."""
    name = sort.removeprefix("-")
    having = [row for row in rows if row.get(name) not in LACKING]
    lacking = [row for row in rows if row.get(name) in LACKING]
    having.sort(key=lambda row: rank(row[name]), reverse=sort != name)
    return [*having, *lacking]


def rank(value: Any) -> tuple[int, float, str]:
    """Rank a value: numbers by size, then words by their letters."""
    if isinstance(value, (int, float)):
        return 0, float(value), ""
    return 1, 0.0, str(value)


def refuse_format(view: Any, fmt: str) -> None:
    """Refuse what is no listing, or a format that has no rows; raises `click.UsageError`."""
    if fmt in registry.FORMATS and hasattr(view, "rows"):
        return
    names = ", ".join(registry.FORMATS)
    text = run.spoken().text
    raise click.UsageError(
        text("Only a listing has --fields and --sort: as {names}.", names=names)
    )


def refuse_unknown(names: Iterable[str], known: Sequence[str]) -> None:
    """Refuse a field that there is not; raises `click.UsageError`. Of no rows nothing is known."""
    wrong = next((name for name in names if known and name not in known), None)
    if wrong is None:
        return
    sentences = run.spoken()
    said = sentences.text(
        "There is no field “{name}”: {names}.", name=wrong, names=", ".join(known)
    )
    close = queries.lookups.near(wrong, known)
    near = locale.messages.worded({"near": close}, sentences)["near"]
    asked = f" {sentences.text(locale.sentences.NEAR, near=near)}" if near else ""
    raise click.UsageError(f"{said}{asked}")

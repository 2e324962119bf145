"""The words of an anniversary that a page and a document share: what its number counts from, how
sure that is, and what else of its event falls on the day.
"""

from __future__ import annotations

from collections.abc import Iterator

from kzfr_cli.core import edtf
from kzfr_cli.languages import dates, ordinals
from kzfr_cli.locale import vocabulary
from kzfr_cli.locale.catalogue import N_, Catalogue
from kzfr_cli.views.anniversaries import AnniversaryListView, AnniversaryView
from kzfr_cli.views.occasions import Occasion

SURENESS = {"high": N_("sure"), "medium": N_("probable"), "low": N_("doubtful")}
"""How sure an event is, in a word."""


def counted_from(row: AnniversaryView, catalogue: Catalogue) -> str:
    """Say what the number counts from, or on what day it is celebrated."""
    if row.kind == "celebrated":
        on = dates.when_in_words(edtf.parse(row.on), catalogue.lang)
        return catalogue.text("celebrated {when}", when=on)
    kind = vocabulary.kind(row.kind, catalogue)
    when = dates.when_in_words(edtf.parse(row.anniversary_of), catalogue.lang)
    return catalogue.text(
        "{kind} {when}",
        kind=kind,
        when=when,
    )


def certainty(row: AnniversaryView, catalogue: Catalogue) -> str:
    """Say in a word how sure the date is; nothing where the record does not tell."""
    if row.is_contested:
        return catalogue.text("date disputed")
    if row.uncertain:
        return catalogue.text("date uncertain")
    return catalogue.text(SURENESS.get(row.confidence, ""))


def inside(item: Occasion, catalogue: Catalogue) -> Iterator[str]:
    """Yield what else of the event falls on the day, then its steps."""
    for row in item.others:
        yield numbered(row, counted_from(row, catalogue), catalogue)
    for step in item.steps:
        row = step.head
        yield numbered(row, f"{row.title}, {counted_from(row, catalogue)}", catalogue)
        yield from inside(step, catalogue)


def numbered(row: AnniversaryView, words: str, catalogue: Catalogue) -> str:
    """Say what the number of an anniversary stands for."""
    return catalogue.text("{label}: {value}", label=number(row, catalogue), value=words)


def number(row: AnniversaryView, catalogue: Catalogue) -> str:
    """Number an anniversary."""
    return ordinals.anniversary(row.years, catalogue.lang)


def month(row: AnniversaryView, view: AnniversaryListView, catalogue: Catalogue) -> str:
    """Head a row by its month, or by what is not known of its day; with the year, where several
    are planned.
    """
    text = catalogue.text
    year = f" {row.on[:4]}" if "–" in view.asked_words else ""
    if row.match == "year":
        return text("Known to the year only") + year
    name = dates.month_name(int(row.on[5:7]), catalogue.lang)
    name = f"{name[:1].upper()}{name[1:]}{year}"
    if row.match == "month":
        return text("{month}, the day being unknown", month=name)
    return name

"""What the columns of a table hold, told by their names in four languages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from kzfr_cli.core.record import record
from kzfr_cli.editing.imports import queries
from kzfr_cli.editing.imports.rows import LISTS, WORDED
from kzfr_cli.languages import folding, language

IN_LANGUAGE = re.compile(r"(\w+)[._ ]\(?([a-z]{2,3})\)?")
"""A column whose name tells the language of its text: `title.fr`, `Titre (fr)`."""

IN_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
"""What a name adds in brackets, such as a unit or a pattern: `Date (UTC)`."""

DATES = frozenset({"date", "dates", "year", "entry"})
TEXTS = frozenset({"title", "entry"})
"""What a header must name, one of each, to be one; a summary alone makes do as a title."""

OURS = frozenset(
    {
        "date_words",
        "earliest",
        "latest",
        "uncertain",
        "disputed",
        "place_names",
        "people_names",
        "organisation_names",
        "commemorated",
        "of",
        "edition",
        "quantities",
        "disputes",
    }
)
"""The columns of our own tables that tell again, or in words, what another one holds."""

REFUSED = "refused"
"""The column in which the rows that were refused come back with the reason."""

SILENT = "-"
"""What stands for a column that is known, and not needed."""


@record
class Header:
    """The columns of a table: their names, the field that each holds, and those that are left out.

    A field is empty for a column that is not known.
    """

    names: tuple[str, ...]
    fields: tuple[str, ...]
    left_out: tuple[str, ...] = ()

    @property
    def is_one(self) -> bool:
        """Return whether the names are those of a table of events."""
        held = {name.partition(".")[0] for name in self.fields}
        return bool(held & DATES) and bool(held & TEXTS)


def header(cells: Sequence[str]) -> Header:
    """What the cells of a line would hold as the names of columns."""
    names = tuple(cell.strip() for cell in cells)
    fields = [of(name) for name in renamed(names)]
    if not {"date", "dates", "year"} & set(fields):
        fields = ["date" if field == "day" else field for field in fields]
    if not any(field.partition(".")[0] in TEXTS for field in fields):
        fields = [retitled(field) for field in fields]
    once = tuple(first_ones(fields))
    left_out = tuple(
        name for name, field in zip(names, once, strict=True) if name and not field
    )
    return Header(
        names=names,
        fields=once,
        left_out=left_out,
    )


def renamed(names: Sequence[str]) -> list[str]:
    """The names of columns; those of the result of a query as a table would call them."""
    asked = queries.renamed(names)
    return [asked.get(name, name) for name in names]


def retitled(field: str) -> str:
    """A field of a table that has no title, where the summary makes do."""
    name, stop, code = field.partition(".")
    return f"title{stop}{code}" if name == "summary" else field


def first_ones(fields: Sequence[str]) -> list[str]:
    """The fields, each for its first column only; those of lists for every one."""
    seen: set[str] = set()
    kept = []
    for field in fields:
        again = field in seen and field not in (*LISTS, "words", SILENT)
        kept.append("" if again else field)
        seen.add(field)
    return kept


@lru_cache(maxsize=1_000)
def of(name: str) -> str:
    """The field that a column of that name holds: `title`, `title.fr`; empty when it is
    not known.
    """
    plain = " ".join(name.strip().lower().split()).strip("*:")
    known = meanings()
    if plain in (*OURS, REFUSED, SILENT):
        return SILENT
    if found := known.get(folding.fold(plain)):
        return found
    match = IN_LANGUAGE.fullmatch(plain)
    field = known.get(folding.fold(match[1]), "") if match else ""
    if match and field in WORDED:
        return f"{field}.{match[2]}"
    return known.get(folding.fold(IN_BRACKETS.sub("", plain)), "")


@cache
def meanings() -> Mapping[str, str]:
    """What the names of columns mean, in any language, by what `folding` makes of them."""
    listed = language.meanings("import", "columns")
    return {folding.fold(name): meant for name, meant in listed.items()}

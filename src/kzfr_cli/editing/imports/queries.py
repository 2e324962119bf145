"""The results of a query of Wikidata, as its service hands them out: JSON, CSV, TSV."""

from __future__ import annotations

import re
from collections.abc import (
    Iterator,
    Mapping,
    Sequence,
)
from typing import Any

LABEL = "Label"
"""Ends the names of what the service says in words: itemLabel for item."""

UNREAD = "-"
"""What the columns are called that only hold the addresses of what others name in words."""

ENTITY = re.compile(r"https?://www\.wikidata\.org/entity/([QPL]\d+)")
TERM = re.compile(r'"(?P<text>.*)"(?:@[\w-]+|\^\^\S+)?|<(?P<address>[^<>]*)>|(?P<plain>.*)')
"""A value as TSV writes it: "text"@fr, "2008"^^<type>, <address>."""


def is_result(found: Any) -> bool:
    """Return whether a value is the result of a query (SPARQL 1.1 Query Results JSON Format)."""
    results = found.get("results") if isinstance(found, dict) else None
    return isinstance(results, dict) and isinstance(results.get("bindings"), list)


def objects(found: Mapping[str, Any]) -> list[dict[str, str]]:
    """The rows of a result, each value by its name."""
    return [
        {
            str(name): str(term.get("value", ""))
            for name, term in row.items()
            if isinstance(term, dict)
        }
        for row in found["results"]["bindings"]
        if isinstance(row, dict)
    ]


def renamed(names: Sequence[str]) -> dict[str, str]:
    """What the names of a result would be called in a table; empty when they are of none.

    The first thing that has a label is the event: its label is the title, its page the source.
    """
    plain = [name.strip().removeprefix("?") for name in names]
    known = set(plain)
    pairs = [name for name in plain if f"{name}{LABEL}" in known]
    if not pairs:
        return {}
    made: dict[str, str] = {}
    for name, written in zip(plain, names, strict=True):
        made[written] = meant(name, pairs)
    return made


def meant(
    name: str,
    pairs: Sequence[str],
) -> str:
    """What one name of a result would be called in a table."""
    if name == pairs[0]:
        return "source"
    if name == f"{pairs[0]}{LABEL}":
        return "title"
    if name == f"{pairs[0]}Description":
        return "summary"
    if name in pairs:
        return UNREAD
    return name.removesuffix(LABEL)


def terms(line: str) -> list[str]:
    """The values of one line of TSV, without their types and languages."""
    return list(values(line.rstrip("\r\n").split("\t")))


def values(cells: Sequence[str]) -> Iterator[str]:
    """The values of cells, without their types and languages."""
    for cell in cells:
        match = TERM.fullmatch(cell)
        yield next(filter(None, match.groups()), "") if match else cell


def page(address: str) -> str:
    """The page of an entity, which people read; any other address as it is."""
    return ENTITY.sub(r"https://www.wikidata.org/wiki/\1", address)


def is_entity(text: object) -> bool:
    """Return whether a text is the address of an entity."""
    return isinstance(text, str) and ENTITY.fullmatch(text) is not None

"""Suggest what a text should say where a claim is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from kzfr_cli.core import edtf
from kzfr_cli.languages import language
from kzfr_cli.locale import catalogue, quantities
from kzfr_cli.proofreading.rewriting import (
    dates,
    names,
    numbers,
)
from kzfr_cli.proofreading.texts import excerpt
from kzfr_cli.proofreading.texts.draft import Draft

COUNTED = ("anniversary", "elapsed", "count")
NAMED = ("name", "place")
AROUND = 400
"""Characters around a claim by which its language is told."""


class Claimed(Protocol):
    """What a claim says: its kind and its number."""

    @property
    def kind(self) -> str: ...
    @property
    def number(self) -> float | None: ...


class Wrong(Protocol):
    """What is known of a claim that is wrong."""

    @property
    def claim(self) -> Claimed: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def verdict(self) -> str: ...
    @property
    def expected(self) -> str: ...
    @property
    def facts(self) -> Mapping[str, object]: ...
    @property
    def suggestions(self) -> tuple[str, ...]: ...


def suggest(
    draft: Draft,
    item: Wrong,
) -> tuple[str, ...]:
    """The words that may stand instead of those of a finding; several are alternatives."""
    if item.verdict != "contradicted":
        return item.suggestions
    written = draft.text[item.start : item.end]
    lang = language_at(draft, item.start, item.end)
    return tuple(text for text in _found(written, item, lang) if text and text != written)


def language_at(draft: Draft, start: int, end: int) -> str:
    """The language of the sentence of a claim, or else of what stands around it."""
    sentence = excerpt.around(draft, start, end)
    around = draft.text[max(0, start - AROUND) : end + AROUND]
    words = f"{sentence.before}{draft.text[start:end]}{sentence.after}"
    return language.guess(words) or language.guess(around, default="fr")


def _found(
    written: str,
    item: Wrong,
    lang: str,
) -> tuple[str, ...]:
    kind = item.claim.kind
    if kind in NAMED:
        return tuple(names.decline(written, name, lang) for name in item.suggestions)
    if item.suggestions:
        return item.suggestions
    if kind == "weekday":
        return dates.other_weekdays(
            written,
            _day(item),
            lang,
        )
    if kind == "date" and item.expected:
        return (
            dates.rewrite(
                written,
                edtf.parse(item.expected),
                lang,
            ),
        )
    if kind in COUNTED and _is_whole(item.expected):
        return (
            numbers.rewrite(
                written,
                int(item.claim.number or 0),
                int(item.expected),
                lang,
            ),
        )
    if kind == "figure" and item.expected:
        return (_quantity(item, lang),)
    return ()


def _day(item: Wrong) -> date:
    return date.fromisoformat(str(item.facts["day"]))


def _is_whole(text: str) -> bool:
    return text.isdecimal()


def _quantity(
    item: Wrong,
    lang: str,
) -> str:
    """The right value in the words of the language of the text."""
    value, unit = item.facts.get("value"), item.facts.get("unit")
    if not isinstance(value, (int, float)) or not unit:
        return ""
    bound = str(item.facts.get("bound") or "")
    return quantities.bounded(
        float(value),
        str(unit),
        bound,
        catalogue.load(lang),
    )

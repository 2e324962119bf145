"""Suggest what a text should say where a claim is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from kzfr_cli.core import edtf
from kzfr_cli.languages import kazakh_cyrillic, language
from kzfr_cli.proofreading.rewriting import (
    amounts,
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
    """The words that may stand instead of those of a finding; several are alternatives. None are
    known for Kazakh in Latin letters, whose forms are spelt in several ways.
    """
    if item.verdict != "contradicted":
        return item.suggestions
    if kazakh_cyrillic.is_typed_at(draft.text, item.start):
        return ()
    written = draft.text[item.start : item.end]
    lang = language_at(draft, item.start, item.end)
    found = (capital_like(written, text) for text in _found(written, item, lang))
    return tuple(text for text in found if text and text != written)


def capital_like(written: str, text: str) -> str:
    """Words with a capital where what they stand for opens with one: «Vingt ans après»."""
    if written[:1].isupper() and text[:1].islower():
        return text[:1].upper() + text[1:]
    return text


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
        return _date(written, item, lang)
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
        return (_quantity(written, item, lang),)
    return ()


def _date(
    written: str,
    item: Wrong,
    lang: str,
) -> tuple[str, ...]:
    """The right date in the words of the wrong one; none where it is that of another step than
    the text tells, or where the text tells a part of it: «fin 2023».
    """
    step = item.facts.get("step")
    is_other_step = bool(step) and step != item.facts.get("kind")
    if is_other_step or item.facts.get("part"):
        return ()
    return (
        dates.rewrite(
            written,
            edtf.parse(item.expected),
            lang,
        ),
    )


def _day(item: Wrong) -> date:
    return date.fromisoformat(str(item.facts["day"]))


def _is_whole(text: str) -> bool:
    return text.isdecimal()


def _quantity(
    written: str,
    item: Wrong,
    lang: str,
) -> str:
    """The right value as the text has written the wrong one."""
    right = item.facts.get("right")
    if not isinstance(right, (int, float)):
        return ""
    said = str(item.facts.get("written_measure") or "")
    if said != item.facts.get("measure") and not amounts.names_unit(written, said):
        return ""
    return amounts.rewrite(
        written,
        float(right),
        str(item.facts.get("measure") or ""),
        lang,
    )

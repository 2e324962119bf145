"""Find the letters of a text that a hit is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from kzfr_cli.languages.folding import spans
from kzfr_cli.search.result import Hit

spanned = lru_cache(maxsize=16)(spans)
"""The words of a text with their places: a title is asked for each word of the query."""

TOGETHER = (" ", "\u00a0", "’", "'", "-")
"""What stands between two words that are one thing: «Conseil d’État»."""


def highlights(text: str, hit: Hit) -> list[tuple[int, int]]:
    """Return the (start, end) of the characters of a text that matched, in order, without
    overlaps.

    The places are in the text as it is, whatever its script: words are compared folded.
    """
    return ranges(text, [form for match in hit.matched for form in match.forms])


def letters(text: str, forms: Iterable[str]) -> str:
    """Return the first words together of a text that these folded words or phrases stand for."""
    found = ranges(text, forms)
    if not found:
        return ""
    start, end = found[0]
    for following, last in found[1:]:
        if text[end:following] not in TOGETHER:
            break
        end = last
    return text[start:end]


def ranges(text: str, forms: Iterable[str]) -> list[tuple[int, int]]:
    """Return the (start, end) of the characters of a text that stand for folded words or
    phrases.
    """
    found = spanned(text)
    words = [word for word, _, _ in found]
    marked: set[int] = set()
    for phrase in (form.split() for form in forms):
        if phrase and phrase[0] in words:
            marked.update(places(words, phrase))
    return merged([found[place] for place in sorted(marked)], text)


def places(words: list[str], phrase: list[str]) -> Iterator[int]:
    """Yield the places of words that are part of a phrase."""
    length = len(phrase)
    for place, word in enumerate(words):
        if word == phrase[0] and words[place : place + length] == phrase:
            yield from range(place, place + length)


def merged(found: list[tuple[str, int, int]], text: str) -> list[tuple[int, int]]:
    """Join the words that touch or have only a hyphen between them."""
    ranges: list[tuple[int, int]] = []
    for _, start, end in found:
        if ranges and text[ranges[-1][1] : start] in (
            "",
            "-",
            "‑",
            "–",
        ):
            ranges[-1] = (ranges[-1][0], end)
        else:
            ranges.append((start, end))
    return ranges

"""Numbers as text that a script reads fast: five bits in each sign of an alphabet that neither JSON
nor HTML has to escape.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
BITS = 5
MORE = 1 << BITS
"""Is added to every sign but the last one of a number."""

CACHED = 1 << 14


def number(value: int) -> str:
    """Write a number from 0 on, its lowest bits first."""
    signs = []
    while value >= MORE:
        signs.append(ALPHABET[MORE + value % MORE])
        value >>= BITS
    return "".join(signs) + ALPHABET[value]


TABLE = [number(value) for value in range(CACHED)]
"""The numbers that nearly all are, written once."""


def numbers(values: Iterable[int]) -> str:
    """Write some numbers, one after another."""
    return "".join([TABLE[value] if value < CACHED else number(value) for value in values])


def fixed(value: int, width: int) -> str:
    """Write a number in so many signs of six bits, the highest first."""
    return "".join(ALPHABET[(value >> (6 * place)) & 63] for place in reversed(range(width)))


def postings(packed: Sequence[int], fields: int) -> str:
    """Write in which documents a word stands: rising numbers, each the document times `fields` and
    the field, as the steps between documents; the first counts from nothing.
    """
    return numbers(
        value - before + before % fields for before, value in pairwise((0, *packed))
    )

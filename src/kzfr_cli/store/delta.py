"""Where two states of a file are the same: at their beginning and at their end."""

from __future__ import annotations

CHUNK = 1 << 16
"""Bytes that are compared at a time."""


def common_start(one: bytes, other: bytes) -> int:
    """Count the bytes with which both begin."""
    shorter = min(len(one), len(other))
    here = 0
    while here < shorter and one[here : here + CHUNK] == other[here : here + CHUNK]:
        here += CHUNK
    while here < shorter and one[here] == other[here]:
        here += 1
    return min(here, shorter)


def common_end(
    one: bytes,
    other: bytes,
    start: int = 0,
) -> int:
    """Count the bytes with which both end, their common `start` left out."""
    longest = min(len(one), len(other)) - start
    here = 0
    while here < longest and ending(one, here) == ending(other, here):
        here += CHUNK
    here = min(here, longest)
    while here < longest and one[len(one) - here - 1] == other[len(other) - here - 1]:
        here += 1
    return here


def ending(data: bytes, skipped: int) -> bytes:
    """Return the chunk before the last bytes of a state."""
    stop = len(data) - skipped
    return data[max(stop - CHUNK, 0) : stop]

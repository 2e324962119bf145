"""What a search gives back."""

from __future__ import annotations

from kzfr_cli.core.record import record

EXACT, SYNONYM, STEM, PREFIX, FUZZY, DATE = "exact", "synonym", "stem", "prefix", "fuzzy", "date"
HOWS = (EXACT, SYNONYM, STEM, DATE, PREFIX, FUZZY)
"""How a word of the query may be found, the surest first; `prefix` and `fuzzy` are forgiven."""


@record
class Match:
    """Say which word of the query matched what: `word` as typed, `found` in folded letters,
    `field`, `how`.

    `forms` are the folded words, or words joined by a space, to highlight for it in a text.
    """

    word: str
    found: str
    field: str
    how: str
    forms: tuple[str, ...] = ()


@record
class Hit:
    """Point to one found entry; `score` is between 0 and 1 and only compares hits of one search."""

    kind: str
    id: str
    number: int
    score: float
    matched: tuple[Match, ...]


@record
class SearchResult:
    """Hold the hits, the best first, or when there are none what was perhaps meant.

    `suggestions` are queries that do find something; `near` are the entries that come closest.
    """

    hits: tuple[Hit, ...] = ()
    suggestions: tuple[str, ...] = ()
    near: tuple[Hit, ...] = ()

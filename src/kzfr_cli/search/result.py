"""What a search gives back."""

from __future__ import annotations

from kzfr_cli.core.record import record

EXACT, SYNONYM, STEM, PREFIX, FUZZY, DATE = (
    "exact",
    "synonym",
    "stem",
    "prefix",
    "fuzzy",
    "date",
)

FORGIVEN = (PREFIX, FUZZY)
"""How a word is found that is not the one typed."""


@record
class Match:
    """Which word of the query matched what: `word` as typed, `found` in folded letters, `field`,
    `how`.

    `forms` are the folded words, or words joined by a space, to highlight for it in a text; `token`
    is what it
    matched in the index.
    """

    word: str
    found: str
    field: str
    how: str
    forms: tuple[str, ...] = ()
    token: str = ""


@record
class Hit:
    """A pointer to one found entry; `score` is between 0 and 1 and only compares hits of one
    search.

    `missing` are the words of the query, as typed, that the entry lacks; `is_answer` is false of
    what only
    comes near.
    """

    kind: str
    id: str
    number: int
    score: float
    matched: tuple[Match, ...]
    missing: tuple[str, ...] = ()
    is_answer: bool = True


@record
class SearchResult:
    """The answers, the best first, and what comes nearest to being one.

    `total` counts all answers, of which `hits` may hold only the first; `suggestions` are queries
    that find
    something, given when there is no answer; `name` is the id of the name that the whole query
    spells; `beside` are entries of other kinds that have every word of the query in their title.
    """

    hits: tuple[Hit, ...] = ()
    near: tuple[Hit, ...] = ()
    suggestions: tuple[str, ...] = ()
    total: int = 0
    name: str = ""
    beside: tuple[Hit, ...] = ()

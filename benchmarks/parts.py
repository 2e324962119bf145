"""Measure what each part of the search brings: the judged queries without it, one part at a time.

    python -m benchmarks.parts                    a line for each part, as docs/search.md has it

The sets of tests/search together; what was tuned on them is not proved by them, but shows here what
it does.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any, NamedTuple
from unittest.mock import patch

from benchmarks import quality
from kzfr_cli.search import (
    dating,
    engine,
    evidence,
    expansion,
    forgiveness,
    initials,
    lexicon,
    moments,
    naming,
    ranking,
)
from kzfr_cli.store import paths
from kzfr_cli.store.index import opening
from kzfr_cli.store.index.reading import Index

SHARE = 0.6
"""The share of a query that an entry must cover to be an answer, where evidence does not decide."""

Part = tuple[object, str, Callable[..., Any]]
"""What is replaced, and by what."""

PARTS: dict[str, tuple[Part, ...]] = {
    "nothing: the whole": (),
    "evidence (a share of 0.6 instead)": (
        (evidence.Evidence, "weigh", lambda self, rated: rated.coverage - SHARE),
    ),
    "dates other than years": ((moments, "has_date", lambda text, vocabulary: False),),
    "the thesaurus": ((lexicon.Lexicon, "synonyms", lambda self, word, script: []),),
    "names and their spellings": ((naming.Namer, "offer", lambda self, *rest: None),),
    "grammatical forms": (
        (expansion.Expander, "forms", lambda self, word, script: iter(())),
    ),
    "words of the same root": (
        (expansion.Expander, "relate", lambda self, unit, word: None),
    ),
    "forgiveness": ((forgiveness, "may_forgive", lambda lexicon, unit: False),),
    "first, last and consequences": (
        (ranking.Ranking, "is_consequence", lambda self, title: False),
        (dating, "first_or_last", lambda rated, units, says: rated),
    ),
    "words typed for want of letters": ((lexicon.Lexicon, "meant", lambda self, word: []),),
    "acronyms by their letters": ((initials, "of_units", lambda units: []),),
}


class Measured(NamedTuple):
    """The shares of queries answered rightly, in the first tier and in both, and of those that
    rightly find nothing.
    """

    first: float
    among: float
    first_of_two: float
    among_of_two: float
    silent: float


ASKED = tuple(path for path in (*quality.SETS, quality.WATCHED) if path != quality.EVERYDAY)
"""The sets that are asked: on paraphrases, each of which has few words to spare, all is needed."""


def measured(index: Index, judged: list[quality.Judged]) -> Measured:
    """Ask every query."""
    found = [engine.search(index.connection, item.query, nearest=True) for item in judged]
    pairs = list(zip(judged, found, strict=True))
    asked = [(item, result) for item, result in pairs if item.expected]
    answers = [(item, [hit.id for hit in result.hits]) for item, result in asked]
    both = [
        (item, [hit.id for hit in (*result.hits, *result.near)]) for item, result in asked
    ]
    return Measured(
        right(answers, 1),
        right(answers, 5),
        right(both, 1),
        right(both, 5),
        share(not result.hits for item, result in pairs if not item.expected),
    )


def right(answers: list[tuple[quality.Judged, list[str]]], count: int) -> float:
    """The share of queries with a right event among so many."""
    return share(not {*ids[:count]}.isdisjoint(item.expected) for item, ids in answers)


def share(told: Iterator[bool]) -> float:
    """The share of what is so."""
    every = list(told)
    return sum(every) / len(every)


def main() -> None:
    """Write a table, a part that is left out on each line."""
    judged = [item for path in ASKED for item in quality.read(path)]
    print(
        "| without | hit@1 / hit@5 | with the nearest | silent |\n| --- | --- | --- | --- |"
    )
    with tempfile.TemporaryDirectory() as folder:
        index = opening.open_index(paths.all_files([paths.packaged()], []), folder)
        for name, replaced in PARTS.items():
            with ExitStack() as stack:
                for owner, attribute, other in replaced:
                    stack.enter_context(patch.object(owner, attribute, other))
                each = measured(index, judged)
            print(
                f"| {name} | {each.first:.3f} / {each.among:.3f} "
                f"| {each.first_of_two:.3f} / {each.among_of_two:.3f} | {each.silent:.3f} |",
                flush=True,
            )


if __name__ == "__main__":
    main()

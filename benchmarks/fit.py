"""Fit the weights by which search tells an answer from what only comes near, and write them into
its file.

    python -m benchmarks.fit           print the weights and what they show, by set
    python -m benchmarks.fit --write   write them into src/kzfr_cli/search/weights.toml

The samples are the first entries of the judged queries of tests/search and of the same queries with
a word dropped
or swapped (`benchmarks.dropout`), right or wrong, and of queries for what is not where it is asked for
(`benchmarks.mismatch`). Logistic regression gives the weights; then the floor is lowered until the
nothing-queries and near misses that stay silent are no fewer than asked.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import dropout, mismatch, quality
from kzfr_cli.search import weights
from kzfr_cli.search.candidates import Scope
from kzfr_cli.search.evidence import TERMS, Evidence
from kzfr_cli.search.inquiry import Inquiry
from kzfr_cli.search.lexicon import Lexicon
from kzfr_cli.store import paths
from kzfr_cli.store.index import opening
from kzfr_cli.store.index.reading import Index

NOTHING_WEIGHS, DROPPED_WEIGHS, SWAPPED_WEIGHS = 2.0, 0.5, 0.1
MISMATCHED_WEIGHS, STRANGE_WEIGHS = 0.2, 0.5
"""How much a query without an answer, one with a word dropped, one with another word for it, a
mismatch and a strange name weigh beside another.
"""

RIDGE = 0.02
STEPS = 25
SHIFT = 0.8
"""By how much the floor lies below what the regression finds: more is shown, and of ten near misses
one.
"""

BEGIN, END = "<!-- weights -->", "<!-- /weights -->"

Vector = list[float]


@dataclass(frozen=True, slots=True)
class Sample:
    """The first entry of a query: the terms of the rule, whether it is right, how much it weighs."""

    of: str
    terms: Vector | None
    is_right: bool
    has_answer: bool
    weight: float


def samples(index: Index) -> Iterator[Sample]:
    """Yield a sample for each judged query and each with a word dropped."""
    names = dropout.names(index.connection)
    for path in quality.SETS:
        for judged in quality.read(path):
            weight = 1.0 if judged.expected else NOTHING_WEIGHS
            yield sample(index, path.stem, judged, weight)
            if judged.expected and path != quality.EVERYDAY:
                yield from altered(index, judged, names)
    for of, queries, weight in (
        ("mismatch", mismatch.queries(index), MISMATCHED_WEIGHS),
        ("strangers", mismatch.strangers(index), STRANGE_WEIGHS),
    ):
        for query in queries:
            asked = quality.Judged(quality.NOTHING, query, ())
            yield sample(index, of, asked, weight)


def altered(index: Index, judged: quality.Judged, names: frozenset[str]) -> Iterator[Sample]:
    """Yield a sample for each query that a judged one becomes with another word in it."""
    for of, queries, weight in (
        ("dropout", dropout.variants(judged.query, names), DROPPED_WEIGHS),
        ("swapped", dropout.swapped(judged.query, names), SWAPPED_WEIGHS),
    ):
        for query in queries:
            asked = quality.Judged(judged.kind, query, judged.expected)
            yield sample(index, of, asked, weight)


def sample(index: Index, of: str, judged: quality.Judged, weight: float) -> Sample:
    """Return the sample of one query."""
    inquiry = Inquiry(Lexicon(index.connection), Scope(("events",)), judged.query)
    rated = inquiry.rated()
    evidence = Evidence(
        inquiry.lexicon, inquiry.units, is_question=inquiry.query.is_question
    )
    is_weighed = bool(rated) and not evidence.is_about_unknown(rated[0])
    terms = evidence.terms(rated[0]) if is_weighed else None
    is_right = bool(rated) and rated[0].row.entry_id in judged.expected
    return Sample(of, terms, is_right, bool(judged.expected), weight)


def fit(found: Sequence[Sample], size: int = len(TERMS), ridged: float = RIDGE) -> Vector:
    """Return the weights that tell right from wrong best, by Newton's method with a ridge on all
    but the floor.
    """
    fitted = [0.0] * size
    for _ in range(STEPS):
        ridge = [0.0, *[ridged] * (size - 1)]
        slope = [-ridge[i] * fitted[i] for i in range(size)]
        curve = [
            [ridge[i] * (i == j) + 1e-6 * (i == j) for j in range(size)] for i in range(size)
        ]
        for each in found:
            if each.terms is not None:
                add(each, each.terms, fitted, slope, curve)
        step = solve(curve, slope)
        fitted = [weight + change for weight, change in zip(fitted, step, strict=True)]
    return fitted


def add(
    each: Sample, terms: Vector, fitted: Vector, slope: Vector, curve: list[Vector]
) -> None:
    """Add what one sample says of the slope and the curve at the weights so far."""
    chance = 1 / (1 + math.exp(-max(-30.0, min(30.0, total(fitted, terms)))))
    for i, term in enumerate(terms):
        slope[i] += each.weight * (each.is_right - chance) * term
        for j, other in enumerate(terms):
            curve[i][j] += each.weight * chance * (1 - chance) * term * other


def total(fitted: Vector, terms: Vector) -> float:
    """Return the sum of the weighted terms."""
    return sum(weight * term for weight, term in zip(fitted, terms, strict=True))


def solve(matrix: list[Vector], vector: Vector) -> Vector:
    """Return the solution of linear equations, by elimination."""
    rows = [[*row, value] for row, value in zip(matrix, vector, strict=True)]
    size = len(rows)
    for i in range(size):
        pivot = max(range(i, size), key=lambda row: abs(rows[row][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for j in range(size):
            if j != i:
                factor = rows[j][i] / rows[i][i]
                rows[j] = [a - factor * b for a, b in zip(rows[j], rows[i], strict=True)]
    return [rows[i][size] / rows[i][i] for i in range(size)]


def report(found: Sequence[Sample], fitted: Vector) -> Iterator[str]:
    """Yield for each set what is shown and right, and what stays silent."""
    for of in dict.fromkeys(each.of for each in found):
        of_set = [each for each in found if each.of == of]
        shown = [each for each in of_set if each.terms and total(fitted, each.terms) >= 0]
        asked = sum(each.has_answer for each in of_set)
        right = sum(each.is_right for each in shown)
        loud = sum(not each.has_answer for each in shown)
        nothing = len(of_set) - asked
        yield f"{of}: shown and right {right} of {asked}, silent {nothing - loud} of {nothing}"


def write(fitted: Vector) -> None:
    """Put the weights into their file, beside their reasons."""
    file = Path(weights.FILE)
    text = file.read_text(encoding="utf-8")
    for name, value in zip(TERMS, fitted, strict=True):
        section = rf"(\[evidence\.{name}\]\n(?:[^\[\n].*\n)*?value = )-?[\d.]+"
        text = re.sub(section, rf"\g<1>{value:.2f}", text)
    file.write_text(text, encoding="utf-8")


def document(fitted: Vector) -> None:
    """Put the weights into the page that tells the rule."""
    page = quality.DOCUMENT.read_text(encoding="utf-8")
    reasons = re.findall(
        r"\[evidence\.\w+\]\n# (.*)\n", Path(weights.FILE).read_text(encoding="utf-8")
    )
    rows = [
        f"| {reason.rstrip('.')} | {value:.2f} |"
        for reason, value in zip(reasons, fitted, strict=True)
    ]
    table = "\n".join(
        ["| what speaks for it, or against | weight |", "| --- | --- |", *rows]
    )
    before, after = page.split(BEGIN)[0], page.split(END)[1]
    quality.DOCUMENT.write_text(
        f"{before}{BEGIN}\n\n{table}\n\n{END}{after}", encoding="utf-8"
    )


def main() -> None:
    """Fit, print, and write when asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--write", action="store_true", help="write the weights into their file"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as cache:
        index = opening.open_index(paths.all_files([paths.packaged()], []), Path(cache))
        found = list(samples(index))
    fitted = fit(found)
    fitted[0] += SHIFT
    print(
        json.dumps(
            {name: round(value, 2) for name, value in zip(TERMS, fitted, strict=True)},
            indent=2,
        )
    )
    print(*report(found, fitted), sep="\n")
    if options.write:
        write(fitted)
        document(fitted)


if __name__ == "__main__":
    main()

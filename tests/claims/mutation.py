"""Change each date of right sentences by a year, two, a month or a day, and count how many are found.

python -m tests.claims.mutation
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import date

from kzfr_cli.core import edtf
from kzfr_cli.languages import dates
from kzfr_cli.proofreading import moments
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.proofreading.text import Text
from kzfr_cli.store import paths
from kzfr_cli.store.index import opening
from tests.claims import judged

STEPS = {
    "a year": (1, 0, 0),
    "two years": (2, 0, 0),
    "a month": (0, 1, 0),
    "a day": (0, 0, 1),
}


def main() -> None:
    """Print what is found of all mutated dates, and of those whose event was found unmutated."""
    counts: Counter[tuple[str, str]] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        index = opening.open_index(paths.all_files([paths.packaged()], []), folder)
        checker = Checker(index)
        for text, span, day, lang in right_dates():
            linked = any(each.verdict == "supported" for each in over(checker, text, span))
            for name, step in STEPS.items():
                changed = moved(day, step)
                wrong = dates.iso_in_words(changed.isoformat(), lang)
                mutated = text[: span[0]] + wrong + text[span[1] :]
                place = (span[0], span[0] + len(wrong))
                hit = any(
                    each.verdict == "contradicted" for each in over(checker, mutated, place)
                )
                counts[name, "all"] += 1
                counts[name, "found"] += hit
                counts[name, "linked"] += linked
                counts[name, "found of linked"] += hit and linked
    for name in STEPS:
        print(
            f"{name:10} found {counts[name, 'found']}/{counts[name, 'all']},"
            f" of linked {counts[name, 'found of linked']}/{counts[name, 'linked']}"
        )


def over(checker: Checker, text: str, span: tuple[int, int]) -> list[judged.Found]:
    """The findings that overlap a span."""
    return [
        judged.Found(
            each.start, each.end, each.verdict, each.event, each.claim.kind, each.code
        )
        for each in checker.check(text)
        if each.start < span[1] and each.end > span[0]
    ]


def right_dates() -> Iterator[tuple[str, tuple[int, int], date, str]]:
    """The days with a year that are right in the sets, each with its place in its text."""
    for name in judged.SETS[:2]:
        for case in judged.read(judged.FOLDER / name):
            text = Text(case["text"])
            for claim, place in zip(case["claims"], judged.spans(case), strict=True):
                if claim["kind"] != "date" or claim["verdict"] != "supported":
                    continue
                for moment in moments.read(text, None):
                    first, last = text.starts[moment.first], text.ends[moment.last]
                    inside = place[0] <= first and last <= place[1]
                    if inside and moment.is_day and moment.has_year and moment.earliest:
                        yield case["text"], (first, last), moment.earliest, case["lang"]


def moved(day: date, step: tuple[int, int, int]) -> date:
    """A day moved by years, months and days, inside the calendar."""
    year, month = day.year + step[0], day.month + step[1]
    if month > 12:
        year, month = year + 1, 1
    last = edtf.last_day(year, month)
    number = day.day + step[2]
    return date(year, month, number - 2 * step[2] if number > last else min(number, last))


if __name__ == "__main__":
    main()

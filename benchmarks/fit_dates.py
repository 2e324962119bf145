"""Fit the weights by which proof-reading tells that a date is a slip of that of an event.

    python -m benchmarks.fit_dates           print the weights and what they find
    python -m benchmarks.fit_dates --write   write them into their file

The samples are the dates of judged texts that agree with no event: wrong ones, right ones with a number changed,
which are slips; right ones whose events the database does not hold, and those of which it knows nothing, which are
none. Logistic regression gives the weights; the floor is then set so that no more of the latter than `MOST` in a
thousand are accused.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar
from unittest import mock

from tests.claims import evaluate, funnel, judged

from benchmarks import fit
from kzfr_cli.core import edtf
from kzfr_cli.proofreading.case import Finding
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.proofreading.claims import dates
from kzfr_cli.proofreading.dating import evidence
from kzfr_cli.proofreading.linking import Links
from kzfr_cli.store import paths
from kzfr_cli.store.index import opening
from kzfr_cli.store.index.reading import Index

DOCUMENT = Path(__file__).parents[1] / "docs" / "check-measures.md"
BEGIN, END = "<!-- weights of dates -->", "<!-- /weights of dates -->"

SETS = ("train.jsonl", "published.jsonl", "strangers.jsonl")
"""The judged texts on which the weights are fitted."""

PLAIN, LATER = ("sentences.txt", "independent.txt"), "later.txt"
"""Sentences in which nothing is wrong, but where it is said."""

YEAR = re.compile(r"(?:19|20)\d\d")

TODAY = "2026-11-30"

DATED = ("date", "weekday")
"""The kinds of claims that are dates."""

RIDGE = 0.5
OWN_WEIGHS = 3.0
"""How much a date as it stands in a text weighs beside one that was changed, or whose event is hidden."""

MOST = 11
"""Of a thousand dates that are of no event of the database, how many may be held against one."""

Vector = list[float]


class Seen:
    """The terms of a date for each event that may be meant, with where it stands."""

    def __init__(self, place: tuple[int, int], terms: list[tuple[str, Vector]]) -> None:
        self.place = place
        self.terms = terms


class RecordingDate(dates.DateCase):
    """A date that puts its terms on record."""

    seen: ClassVar[list[Seen]] = []

    def refuted(self, links: Links) -> Finding | None:
        """The finding on the date, its terms put on record."""
        terms = [(each.link.id, self.terms(each)) for each in self.suspects(links)]
        place = self.text.starts[self.first], self.text.ends[self.last]
        self.seen.append(Seen(place, terms))
        return super().refuted(links)


class Sample:
    """One date: the terms of the events that may be meant, and which of them is."""

    def __init__(self, seen: Seen, events: list[str], weight: float = 1.0) -> None:
        self.terms = [terms for _, terms in seen.terms]
        self.right = [name in events for name, _ in seen.terms]
        self.is_slip = bool(events)
        self.weight = weight

    def best(self, fitted: Vector) -> tuple[float, bool]:
        """How surely an event is meant, and whether it is the right one."""
        rated = [
            (fit.total(fitted, terms), right)
            for terms, right in zip(self.terms, self.right, strict=True)
        ]
        return max(rated, default=(-99.0, False))


def samples(checker: Checker) -> Iterator[Sample]:
    """The dates of the judged texts that agree with no event."""
    for name in SETS:
        for case in judged.read(judged.FOLDER / name):
            yield from of_case(checker, case)


def plain(checker: Checker, index: Index) -> Iterator[Sample]:
    """The dates of texts in which nothing is wrong: plain sentences, and those of the database."""
    for name in PLAIN:
        for line in evaluate.read(judged.FOLDER / name):
            if line.kind != "wrong":
                yield from innocent(checker, line.text, line.as_of)
    for line in (judged.FOLDER / LATER).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield from innocent(checker, line, TODAY)
    for entry in index.all("events"):
        for text in own_texts(entry):
            for when in ("", TODAY, *days_of(entry)):
                yield from innocent(checker, text, when)


def own_texts(entry: dict[str, Any]) -> Iterator[str]:
    """The titles, summaries and notes of an event in all languages."""
    for part in (entry, *entry.get("dates", []), *entry.get("disputes", [])):
        for name in ("title", "summary", "note"):
            yield from part.get(name, {}).values()


def days_of(entry: dict[str, Any]) -> Iterator[str]:
    """The last day of the date by which an event goes."""
    for facet in entry["dates"]:
        latest = edtf.parse(facet["value"]).latest
        if facet.get("status") == "preferred" and latest:
            yield latest.isoformat()


def innocent(checker: Checker, text: str, as_of: str) -> Iterator[Sample]:
    """The dates of a text in which nothing is wrong."""
    for each in seen_in(checker, text, {"as_of": as_of}):
        yield Sample(each, [], OWN_WEIGHS)


def of_case(checker: Checker, case: dict[str, Any]) -> Iterator[Sample]:
    """The dates of one text as they are, with a number changed, and without their events."""
    blind = funnel.BlindLinker(checker.linker.frames)
    blind.hidden = frozenset(name for claim in case["claims"] for name in claim["event"])
    found = seen_in(checker, case["text"], case)
    hidden = seen_in(checker, case["text"], case, blind)
    for claim, place in zip(case["claims"], judged.spans(case), strict=True):
        if claim["kind"] not in DATED or claim["verdict"] == "disputed":
            continue
        is_wrong = claim["verdict"] == "contradicted"
        yield from at(found, place, claim["event"] if is_wrong else [], OWN_WEIGHS)
        if not is_wrong:
            yield from at(hidden, place, [])
        if claim["verdict"] == "supported":
            for text, there in (*funnel.masks(case, place), *tens(case, place)):
                yield from at(seen_in(checker, text, case), there, claim["event"])


def tens(
    case: dict[str, Any], place: tuple[int, int]
) -> Iterator[tuple[str, tuple[int, int]]]:
    """The text with each year of a claim ten years earlier."""
    text = case["text"]
    for year in YEAR.finditer(text, *place):
        changed = str(int(year[0]) - 10)
        yield text[: year.start()] + changed + text[year.end() :], place


def at(
    found: list[Seen],
    place: tuple[int, int],
    events: list[str],
    weight: float = 1.0,
) -> Iterator[Sample]:
    """The samples of the dates that overlap a place."""
    for each in found:
        if each.place[0] < place[1] and each.place[1] > place[0]:
            yield Sample(each, events, weight)


def seen_in(
    checker: Checker,
    text: str,
    case: dict[str, Any],
    linker: Any = None,
) -> list[Seen]:
    """The dates of a text that are put on record."""
    own = checker.linker
    checker.linker = linker or own
    RecordingDate.seen = []
    checker.check(text, funnel.as_of(case))
    checker.linker = own
    return RecordingDate.seen


def fitted_on(found: list[Sample]) -> Vector:
    """The weights that tell best which event, if any, is meant."""
    rows = [
        fit.Sample("dates", terms, right, True, each.weight)
        for each in found
        for terms, right in zip(each.terms, each.right, strict=True)
    ]
    return fit.fit(rows, len(evidence.TERMS), RIDGE)


def grounded(found: list[Sample], fitted: Vector) -> Vector:
    """The weights with the floor at which no more dates than `MOST` in a thousand are accused
    that are of no event.
    """
    strange = sorted(each.best(fitted)[0] for each in found if not each.is_slip)
    most = len(strange) * MOST // 1000
    floor, *others = fitted
    return [floor - strange[-most - 1] - 0.01, *others]


def report(found: list[Sample], fitted: Vector) -> str:
    """What is found, and what is accused wrongly."""
    slips = [each.best(fitted) for each in found if each.is_slip]
    strange = [each.best(fitted) for each in found if not each.is_slip]
    right = sum(sure >= 0 and right for sure, right in slips)
    accused = sum(sure >= 0 for sure, _ in strange)
    return f"slips found {right} of {len(slips)}, others accused {accused} of {len(strange)}"


def halves(found: list[Sample]) -> Iterator[str]:
    """What each half gives with the weights fitted on the other."""
    for first, second in ((found[::2], found[1::2]), (found[1::2], found[::2])):
        yield report(second, grounded(first, fitted_on(first)))


def write(fitted: Vector) -> None:
    """Put the weights into their file, beside their reasons."""
    file = Path(evidence.FILE)
    text = file.read_text(encoding="utf-8")
    for name, value in zip(evidence.TERMS, fitted, strict=True):
        section = rf"(\[{name}\]\n(?:[^\[\n].*\n)*?value = )-?[\d.]+"
        text = re.sub(section, rf"\g<1>{value:.2f}", text)
    file.write_text(text, encoding="utf-8")


def document(fitted: Vector) -> None:
    """Put the weights into the page that tells the rule."""
    page = DOCUMENT.read_text(encoding="utf-8")
    told = Path(evidence.FILE).read_text(encoding="utf-8")
    reasons = re.findall(r"^\[\w+\]\n# (.*)\.\n", told, re.MULTILINE)
    rows = [
        f"| {reason} | {value:.2f} |" for reason, value in zip(reasons, fitted, strict=True)
    ]
    table = "\n".join(
        ["| what speaks for the event, or against it | weight |", "| --- | --- |", *rows]
    )
    before, after = page.split(BEGIN)[0], page.split(END)[1]
    DOCUMENT.write_text(f"{before}{BEGIN}\n\n{table}\n\n{END}{after}", encoding="utf-8")


def main() -> None:
    """Fit, print, and write when asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        index = opening.open_index(paths.all_files([paths.packaged()], []), Path(folder))
        checker = Checker(index)
        with mock.patch.object(dates, "DateCase", RecordingDate):
            found = [*samples(checker), *plain(checker, index)]
    fitted = grounded(found, fitted_on(found))
    for name, value in zip(evidence.TERMS, fitted, strict=True):
        print(f"{name:12} {value:6.2f}")
    print(report(found, fitted))
    print(*halves(found), sep="\n")
    if options.write:
        write(fitted)
        document(fitted)


if __name__ == "__main__":
    main()

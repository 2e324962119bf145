"""Show at which stage the claims of judged texts are lost, and how much the link leans on the claimed value itself.

    python -m tests.claims.funnel [FILE ...]

The first table takes the wrong and the right claims that name their event, by kind and by language, and says where
each ended: not read, without an event, with another event, with the right one but unjudged, judged the wrong way,
well. The second changes each number of a right claim by one, and counts how often the same event is still
linked, and the claim then contradicted: what is linked only while the value is right was linked by the value.
The last column reads the right claims by a database that does not hold their events, and counts what is then
contradicted: held against another event that the text does not mean.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from kzfr_cli.core import edtf
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.proofreading.linking import Linker, Links, Window
from kzfr_cli.proofreading.text import Text
from kzfr_cli.store import paths
from kzfr_cli.store.index import opening
from tests.claims import judged
from tests.claims.judged import Case, Found

STAGES = ("not read", "no event", "other event", "unjudged", "amiss", "well")
"""Where a claim ends, from the first stage to the last."""

NUMBER = re.compile(r"\d+")
LAST_DAY = 28
"""The highest number of a day that every month has: it goes down by one, not up."""

LAST_YEAR = "2026"
"""The year of a text that has no date."""

MASKED = ("date", "anniversary", "elapsed", "count", "figure")
"""The kinds of claims that are a number."""

Read = Callable[[str, Any], list[Found]]


def over(claim: Case, found: list[Found], place: tuple[int, int]) -> list[Found]:
    """The findings that overlap a claim, but those of a weekday beside it."""
    inside = [each for each in found if each.start < place[1] and each.end > place[0]]
    if claim["kind"] == "weekday":
        return inside
    return [each for each in inside if each.kind != "weekday"]


def stage(claim: Case, found: list[Found]) -> str:
    """Where a claim ended, by what was found on it."""
    if not found:
        return "not read"
    right = [each for each in found if each.event in claim["event"]]
    if any(each.verdict == claim["verdict"] for each in right):
        return "well"
    if right:
        unjudged = all(each.verdict == "unknown" for each in right)
        return "unjudged" if unjudged else "amiss"
    return "other event" if any(each.event for each in found) else "no event"


def linked_claims(case: Case) -> Iterator[tuple[Case, tuple[int, int]]]:
    """The wrong and right claims of a case that name their event, each with its place."""
    for claim, place in zip(case["claims"], judged.spans(case), strict=True):
        if claim["verdict"] in ("contradicted", "supported") and claim["event"]:
            yield claim, place


def as_of(case: Case) -> Any:
    """The date of a case, or None."""
    return edtf.parse(case["as_of"]) if case.get("as_of") else None


def stages(cases: list[Case], read: Read) -> Counter[tuple[str, str, str]]:
    """Count the claims by verdict, by group and by stage."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for case in cases:
        found = read(case["text"], as_of(case))
        for claim, place in linked_claims(case):
            ended = stage(claim, over(claim, found, place))
            for group in ("all", case["lang"], claim["kind"]):
                counts[claim["verdict"], group, ended] += 1
    return counts


def masks(case: Case, place: tuple[int, int]) -> Iterator[tuple[str, tuple[int, int]]]:
    """The text with each number of a claim changed by one, with the place of the claim then; no year is
    moved to one to come.
    """
    text = case["text"]
    this_year = int((case.get("as_of") or LAST_YEAR)[:4])
    for number in NUMBER.finditer(text, *place):
        value = int(number[0])
        is_last = value == LAST_DAY or value >= this_year
        changed = str(value - 1 if is_last else value + 1)
        longer = len(changed) - len(number[0])
        masked = text[: number.start()] + changed + text[number.end() :]
        yield masked, (place[0], place[1] + longer)


def masked(cases: list[Case], read: Read) -> Counter[tuple[str, str]]:
    """Count the changed numbers of right claims, by group: all, still linked to the event, contradicted with it."""
    counts: Counter[tuple[str, str]] = Counter()
    for case, claim, place in right_claims(cases):
        for text, there in masks(case, place):
            found = over(claim, read(text, as_of(case)), there)
            right = [each for each in found if each.event in claim["event"]]
            told = {each.verdict for each in right}
            for group in ("all", case["lang"], claim["kind"]):
                counts[group, "all"] += 1
                counts[group, "linked"] += bool(right)
                counts[group, "found"] += "contradicted" in told
    return counts


def right_claims(cases: list[Case]) -> Iterator[tuple[Case, Case, tuple[int, int]]]:
    """The right claims that are a number, each with its case and its place."""
    for case in cases:
        for claim, place in linked_claims(case):
            if claim["verdict"] == "supported" and claim["kind"] in MASKED:
                yield case, claim, place


class BlindLinker(Linker):
    """Link as if the database did not hold some events."""

    hidden = frozenset[str]()

    def links(self, text: Text, window: Window, dated: Iterable[int] = ()) -> Links:
        """The events that the units of a window may mean, but the hidden ones."""
        found = super().links(text, window, dated)
        return [link for link in found if link.id not in self.hidden]


def held_out(
    cases: list[Case], checker: Checker
) -> Iterator[tuple[Case, Case, list[Found]]]:
    """The right claims that are contradicted where the database does not hold their events."""
    linker = checker.linker = BlindLinker(checker.linker.frames)
    read = judged.saying(checker.check)
    for case, claim, place in right_claims(cases):
        linker.hidden = frozenset(claim["event"])
        found = over(claim, read(case["text"], as_of(case)), place)
        wrong = [each for each in found if each.verdict == "contradicted"]
        yield case, claim, wrong


def ordered(groups: set[str]) -> list[str]:
    """Groups, the whole set first, then languages, then kinds."""
    return sorted(groups, key=lambda group: (group != "all", len(group) > 2, group))


def stage_table(counts: Counter[tuple[str, str, str]]) -> Iterator[str]:
    """The lines of the table of stages."""
    for verdict in ("contradicted", "supported"):
        yield f"{verdict:14}" + "".join(f"{name:>13}" for name in STAGES)
        for group in ordered({group for said, group, _ in counts if said == verdict}):
            row = [counts[verdict, group, name] for name in STAGES]
            yield f"{group:14}" + "".join(f"{number:>13}" for number in row)


def mask_table(counts: Counter[tuple[str, str]]) -> Iterator[str]:
    """The lines of the table of changed numbers."""
    yield f"{'changed by one':14}{'numbers':>13}{'linked':>13}{'found':>13}"
    for group in ordered({group for group, _ in counts}):
        every = counts[group, "all"]
        linked, found = (
            f"{counts[group, name]} {100 * counts[group, name] / every:.0f}%"
            for name in ("linked", "found")
        )
        yield f"{group:14}{every:>13}{linked:>13}{found:>13}"


def held_out_lines(cases: list[Case], checker: Checker) -> Iterator[str]:
    """What is contradicted of the right claims whose events the database does not hold."""
    every = 0
    wrong = []
    for case, claim, found in held_out(cases, checker):
        every += 1
        if found:
            wrong.append(f"{case['id']} {case['lang']} [{claim['span']}] {found[0].event}")
    yield f"without the event: {len(wrong)} of {every} contradicted"
    yield from (f"   {line}" for line in wrong)


def main() -> None:
    """Print the tables for each set."""
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="*", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        index = opening.open_index(paths.all_files([paths.packaged()], []), folder)
        read = judged.checker(index)
        for path in asked.files or [judged.FOLDER / name for name in judged.SETS]:
            cases = judged.read(path)
            print(f"== {path.stem}")
            print(*stage_table(stages(cases, read)), sep="\n")
            print(*mask_table(masked(cases, read)), sep="\n")
            print(*held_out_lines(cases, Checker(index)), sep="\n")


if __name__ == "__main__":
    main()

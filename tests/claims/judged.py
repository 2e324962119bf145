"""Count what `kzfr check` finds on judged texts, as their README counts, by kind and by language.

    python -m tests.claims.judged [--half a|b] [--misses KIND] [FILE ...]

A case is a text with its claims: the words of each (`span`), its kind, its verdict, the events that are right, and
the verdicts that are no mistake either (`also_ok`). A wrong claim is found when a finding of that verdict overlaps
it; an accusation that overlaps no claim which may be contradicted is false, and counts once.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from kzfr_cli.core import edtf
from kzfr_cli.core.record import replace

FOLDER = Path(__file__).parent
SETS = ("published.jsonl", "train.jsonl", "article-2018.json")

Case = dict[str, Any]


class Found(NamedTuple):
    """One finding, as far as it is counted."""

    start: int
    end: int
    verdict: str
    event: str
    kind: str
    code: str


Check = Callable[[str, Any], list[Found]]


class Tally:
    """Count what was found, and keep what was not, for people to read."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str]] = Counter()
        self.misses: dict[str, list[str]] = {}

    def count(self, measure: str, groups: Iterable[str], good: bool) -> None:
        """Count one claim under a measure, in each of its groups."""
        for group in groups:
            self.counts[measure, group] += 1
            self.counts[f"{measure}+", group] += good

    def miss(self, name: str, text: str) -> None:
        """Keep a case for people to read."""
        self.misses.setdefault(name, []).append(text)

    def ratio(self, measure: str) -> float:
        """The share of the whole set, 1 where there is nothing to count."""
        all_of = self.counts[measure, "all"]
        return self.counts[f"{measure}+", "all"] / all_of if all_of else 1.0

    def share(self, measure: str, group: str) -> str:
        """Write "found/all (share)"."""
        all_of, good = self.counts[measure, group], self.counts[f"{measure}+", group]
        return f"{good}/{all_of} {100 * good / all_of:.0f}%" if all_of else "-"

    def groups(self) -> list[str]:
        """List the groups, the whole set first."""
        return sorted(
            {group for _, group in self.counts},
            key=lambda group: (group != "all", len(group) > 2, group),
        )


def read(path: Path) -> list[Case]:
    """Read a set: one case a line, or one whole file."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".json":
        return [json.loads(text)]
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def half_of(case: Case) -> str:
    """Return the half, a or b, into which a case falls by its id, whatever its place."""
    return "ab"[zlib.crc32(str(case["id"]).encode()) % 2]


def spans(case: Case) -> list[tuple[int, int]]:
    """The places of the claims in the text; a span that stands twice is taken in the order of the claims."""
    places, taken = [], Counter[str]()
    for claim in case["claims"]:
        start = -1
        for _ in range(taken[claim["span"]] + 1):
            again = case["text"].find(claim["span"], start + 1)
            start = again if again >= 0 else start
        taken[claim["span"]] += 1
        places.append((start, start + len(claim["span"])))
    return places


def evaluate(cases: Iterable[Case], check: Check) -> Tally:
    """Check every case and count."""
    tally = Tally()
    for case in cases:
        as_of = edtf.parse(case["as_of"]) if case.get("as_of") else None
        found = check(case["text"], as_of)
        places = spans(case)
        for claim, place in zip(case["claims"], places, strict=True):
            over = [each for each in found if each.start < place[1] and each.end > place[0]]
            judge_claim(tally, case, claim, over)
        allowed = [
            place
            for claim, place in zip(case["claims"], places, strict=True)
            if may_be_wrong(claim)
        ]
        accusations(tally, case, found, allowed)
    return tally


def may_be_wrong(claim: Case) -> bool:
    """Return whether a claim may be contradicted."""
    return claim["verdict"] == "contradicted" or "contradicted" in claim.get("also_ok", ())


def judge_claim(tally: Tally, case: Case, claim: Case, over: list[Found]) -> None:
    """Count one claim by what overlaps it."""
    groups = ("all", case["lang"], claim["kind"])
    verdict = claim["verdict"]
    right = {verdict, *claim.get("also_ok", ())}
    said = {each.verdict for each in over}
    line = describe(case, claim, over)
    if verdict == "contradicted":
        hits = [each for each in over if each.verdict in right]
        named = bool(hits) and (
            not claim["event"] or any(each.event in claim["event"] for each in hits)
        )
        tally.count("found", groups, bool(hits))
        tally.count("right event", groups, named)
        if not named:
            tally.miss("other event" if hits else "missed", line)
    elif verdict == "disputed":
        tally.count("disputed", groups, bool(said & right))
        tally.count("disputed said", groups, "disputed" in said)
        if not said & right:
            tally.miss("undisputed", line)
    elif verdict == "supported":
        tally.count("confirmed", groups, "supported" in said)
        if not said & right:
            tally.miss("unconfirmed", line)
    if verdict in ("contradicted", "unknown") and "supported" not in right:
        wrongly = any(
            each.verdict == "supported" and each.kind != "weekday" for each in over
        )
        wrongly = wrongly and "contradicted" not in said
        tally.count("reassured", groups, wrongly)
        if wrongly:
            tally.miss("reassured", line)


def accusations(
    tally: Tally, case: Case, found: list[Found], allowed: list[tuple[int, int]]
) -> None:
    """Count the accusations that overlap nothing which may be wrong."""
    tally.counts["innocent", "all"] += sum(
        not may_be_wrong(claim) for claim in case["claims"]
    )
    tally.counts["innocent", case["lang"]] += sum(
        not may_be_wrong(claim) for claim in case["claims"]
    )
    for each in found:
        if each.verdict != "contradicted":
            continue
        if any(each.start < end and each.end > start for start, end in allowed):
            continue
        for group in ("all", case["lang"], each.kind):
            tally.counts["accused", group] += 1
        words = case["text"][each.start : each.end]
        tally.miss(
            "accused",
            f"{case['id']} {case['lang']} [{words}] {each.kind} {each.code} {each.event} :: {short(case, each.start)}",
        )


def short(case: Case, start: int) -> str:
    """The text around a place, on one line."""
    return " ".join(case["text"][max(start - 200, 0) : start + 200].split())


def describe(case: Case, claim: Case, over: list[Found]) -> str:
    """One line on a claim, what was expected and what was found."""
    got = [(each.kind, each.verdict, each.code, each.event) for each in over]
    start = max(case["text"].find(claim["span"]), 0)
    return (
        f"{case['id']} {case['lang']} {case.get('as_of')} {claim['kind']} [{claim['span']}] {claim['event']}"
        f" => {claim.get('expected')} GOT {got} :: {short(case, start)}"
    )


MEASURES = ("found", "right event", "disputed", "disputed said", "confirmed", "reassured")


def report(name: str, tally: Tally) -> str:
    """Write the figures of a set, a line for each group."""
    lines = [
        f"== {name}: {tally.counts['accused', 'all']} false accusations of {tally.counts['innocent', 'all']}"
    ]
    lines.append(
        f"{'':14}" + "".join(f"{measure:>18}" for measure in (*MEASURES, "accused"))
    )
    for group in tally.groups():
        cells = "".join(f"{tally.share(measure, group):>18}" for measure in MEASURES)
        lines.append(f"{group:14}{cells}{tally.counts['accused', group]:>18}")
    return "\n".join(lines)


def checker(index: Any) -> Check:
    """The engine as a function of a text and its date."""
    from kzfr_cli.proofreading.checker import Checker

    return saying(as_read(Checker(index).check))


def as_read(
    check: Callable[[str, Any], Iterable[Any]],
) -> Callable[[str, Any], Iterator[Any]]:
    """A reader of texts as it reads them from a file: headings, lists and tables are known; the places are those
    in the file.
    """
    from kzfr_cli.proofreading.texts import reading

    def told(text: str, as_of: Any) -> Iterator[Any]:
        draft = reading.of(text, "text.txt")
        for each in check(draft.text, as_of):
            start, end = draft.span(each.start, each.end)
            yield replace(each, start=start, end=end)

    return told


def saying(check: Callable[[str, Any], Iterable[Any]]) -> Check:
    """A reader of texts as a function that keeps of each finding what is judged."""

    def told(text: str, as_of: Any) -> list[Found]:
        return [
            Found(each.start, each.end, each.verdict, each.event, each.claim.kind, each.code)
            for each in check(text, as_of)
        ]

    return told


def main() -> None:
    """Print the figures of the sets, and the misses that are asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--half", choices="ab")
    parser.add_argument("--misses", default="")
    parser.add_argument("--kind", default="")
    asked = parser.parse_args()
    from kzfr_cli.store import paths
    from kzfr_cli.store.index import opening

    with tempfile.TemporaryDirectory() as folder:
        index = opening.open_index(paths.all_files([paths.packaged()], []), folder)
        check = checker(index)
        for path in asked.files or [FOLDER / name for name in SETS]:
            cases = [case for case in read(path) if asked.half in (None, half_of(case))]
            tally = evaluate(cases, check)
            print(report(path.stem, tally))
            for name in filter(None, asked.misses.split(",")):
                lines = [
                    line for line in tally.misses.get(name, ()) if f" {asked.kind}" in line
                ]
                print(f"-- {name}: {len(lines)}", *lines, sep="\n   ")


if __name__ == "__main__":
    main()

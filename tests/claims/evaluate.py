"""Measure `kzfr check` on a set of sentences: wrong claims found, false accusations, right events.

    python -m tests.claims.evaluate [FILE]

Each line of the set: kind | event | date of the text | sentence. A wrong sentence is found when
something in it is contradicted, with the event that is meant; a right one or a trap is falsely
accused when anything in it is contradicted.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from kzfr_cli.core import edtf
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.store import paths
from kzfr_cli.store.index import opening
from kzfr_cli.store.index.reading import Index

SET = Path(__file__).with_name("sentences.txt")


class Sentence(NamedTuple):
    """One sentence of the set with what is known of it."""

    kind: str
    event: str
    as_of: str
    text: str


class Result(NamedTuple):
    """Count what was found; `missed` and `accused` are for people to read."""

    wrong: int
    found: int
    linked: int
    innocent: int
    missed: list[Sentence]
    accused: list[tuple[Sentence, str]]
    supported: int
    right: int


def read(path: Path = SET) -> list[Sentence]:
    """Read the set."""
    lines = [
        line
        for line in path.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    return [
        Sentence(
            *(
                part.strip().removeprefix("-")
                if number == 2 and part.strip() == "-"
                else part.strip()
                for number, part in enumerate(line.split("|", 3))
            )
        )
        for line in lines
    ]


def evaluate(index: Index, sentences: list[Sentence]) -> Result:
    """Check every sentence by itself."""
    checker = Checker(index)
    found = linked = supported = 0
    missed, accused = [], []
    for item in sentences:
        findings = checker.check(item.text, edtf.parse(item.as_of) if item.as_of else None)
        against = [each for each in findings if each.verdict == "contradicted"]
        if item.kind == "wrong":
            found += bool(against)
            linked += any(each.event == item.event or item.event == "-" for each in against)
            missed += [] if against else [item]
        else:
            accused += [(item, each.code) for each in against[:1]]
        if item.kind == "right":
            supported += any(each.verdict == "supported" for each in findings)
    kinds = [item.kind for item in sentences]
    return Result(
        wrong=kinds.count("wrong"),
        found=found,
        linked=linked,
        innocent=len(kinds) - kinds.count("wrong"),
        missed=missed,
        accused=accused,
        supported=supported,
        right=kinds.count("right"),
    )


def main() -> None:
    """Print the measures, then what went wrong."""
    sentences = read(Path(sys.argv[1])) if len(sys.argv) > 1 else read()
    with tempfile.TemporaryDirectory() as folder:
        index = opening.open_index(paths.all_files([paths.packaged()], []), Path(folder))
        result = evaluate(index, sentences)
        index.connection.close()
    print(f"sentences:          {len(sentences)}")
    print(
        f"wrong claims found: {result.found}/{result.wrong} "
        f"({100 * result.found / result.wrong:.0f} %)"
    )
    print(f"  with their event: {result.linked}/{result.found}")
    print(f"false accusations:  {len(result.accused)}/{result.innocent}")
    print(f"right, supported:   {result.supported}/{result.right}")
    for item in result.missed:
        print(f"  missed: {item.text}")
    for item, code in result.accused:
        print(f"  accused ({code}): {item.text}")


if __name__ == "__main__":
    main()

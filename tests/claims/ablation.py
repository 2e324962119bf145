"""Move each tuned number of proof-reading, and name the judged claims that turn on it.

    python -m tests.claims.ablation [--json FILE] [NAME ...]

A number is moved down and up by a fifth (a count by one at least); one on which nothing turns then is put to
nothing, and beyond all bounds. What is read rightly with it and not without (`-`) are its witnesses; `+` counts
what is read rightly only when it is moved. A number on which nothing turns may go, or wants a sentence.

Only the texts are read again that may turn on it: where a decision fell otherwise with the number moved, which
`weighing` follows through what is worked out with it; of a count, where a function ran that names it.
"""

from __future__ import annotations

import argparse
import ast
import cProfile
import importlib
import json
import pkgutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any, NamedTuple

from kzfr_cli import proofreading
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.proofreading.cited import Citations
from kzfr_cli.proofreading.frames import Frames
from kzfr_cli.proofreading.linking import Linker
from kzfr_cli.store import paths
from kzfr_cli.store.index import opening
from kzfr_cli.store.index.reading import Index
from tests.claims import evaluate, judged, ratchet, weighing
from tests.claims.judged import Case

SHARE = 0.2
BEYOND = 100
"""What a number is multiplied by to be beyond all bounds."""

OF_EVERY_LINK = ("linking", "windows", "trial")
"""Modules whose numbers make up the score of every link, on which everything turns."""


class Place(NamedTuple):
    """Where a number is used: the name or the key of a holder, a module or a table."""

    holder: Any
    key: Any

    def put(self, value: float) -> None:
        """Put a value there."""
        if isinstance(self.holder, dict):
            self.holder[self.key] = value
        else:
            setattr(self.holder, self.key, value)


class Knob(NamedTuple):
    """A tuned number: its name in the file, its value, where it is used, the modules that use it."""

    title: str
    value: float
    places: tuple[Place, ...]
    modules: tuple[ModuleType, ...]

    def moved(self) -> dict[str, float]:
        """Its values a fifth below and above."""
        step = self.value * SHARE
        if isinstance(self.value, int):
            step = max(1, round(step))
        return {"down": max(self.value - step, 0), "up": self.value + step}

    def taken_away(self) -> dict[str, float]:
        """Its values where it is nothing, and beyond all bounds."""
        return {"none": type(self.value)(0), "beyond": self.value * BEYOND}

    def values(self) -> dict[str, float]:
        """All its other values."""
        return {**self.moved(), **self.taken_away()}

    @property
    def is_weighed(self) -> bool:
        """Return whether it is a measure that decisions are held against, and no part of every link."""
        users = {module.__name__.rpartition(".")[2] for module in self.modules}
        return isinstance(self.value, float) and users.isdisjoint(OF_EVERY_LINK)

    def put(self, value: float) -> None:
        """Put a value in its place, wherever it is used."""
        for place in self.places:
            place.put(value)

    def is_named_in(self, code: CodeType) -> bool:
        """Return whether the code of a function names it, or that of one inside it."""
        names = {place.key for place in self.places if isinstance(place.holder, ModuleType)}
        inner = (each for each in code.co_consts if isinstance(each, CodeType))
        return not names.isdisjoint(code.co_names) or any(map(self.is_named_in, inner))


def modules() -> dict[str, ModuleType]:
    """The modules of proof-reading, by name."""
    found = pkgutil.walk_packages(proofreading.__path__, f"{proofreading.__name__}.")
    return {each.name: importlib.import_module(each.name) for each in found}


def knobs() -> list[Knob]:
    """Every number of the file, with where it is used."""
    known = modules()
    places: dict[str, list[Place]] = {}
    users: dict[str, list[ModuleType]] = {}
    for module, name, key, title in uses(known):
        holder = getattr(module, name) if key is not None else module
        places.setdefault(title, []).append(Place(holder, name if key is None else key))
        for taker in (module, *takers(known, module, name)):
            users.setdefault(title, []).append(taker)
            if key is None and taker is not module:
                places[title].append(Place(taker, name))
    return [
        Knob(title, value_of(each), tuple(each), tuple(users[title]))
        for title, each in sorted(places.items())
    ]


def value_of(places: Sequence[Place]) -> Any:
    """The value of a number, a whole one where it counts something."""
    holder, key = places[0]
    return holder[key] if isinstance(holder, dict) else getattr(holder, key)


def uses(known: Mapping[str, ModuleType]) -> Iterator[tuple[ModuleType, str, Any, str]]:
    """Where a module takes a number from the file: the constant, the key in its table, the number."""
    for module in known.values():
        tree = ast.parse(Path(str(module.__file__)).read_text("utf-8"))
        for node in tree.body:
            if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Name):
                continue
            name = node.targets[0].id
            if (title := taken(node.value)) is not None:
                yield module, name, None, title
            elif isinstance(node.value, ast.Dict):
                titles = [*map(taken, node.value.values)]
                keys = getattr(module, name) if any(titles) else ()
                yield from (
                    (module, name, key, title)
                    for key, title in zip(keys, titles, strict=False)
                    if title is not None
                )


def taken(node: ast.expr) -> str | None:
    """The number that a call takes from the file, or None for any other expression."""
    if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("thresholds."):
        return str(ast.literal_eval(node.args[0]))
    return None


def takers(
    known: Mapping[str, ModuleType], module: ModuleType, name: str
) -> Iterator[ModuleType]:
    """The modules that import a constant of another."""
    value = getattr(module, name)
    for other in known.values():
        if (
            other is not module
            and getattr(other, name, None) is value
            and is_imported(other, module, name)
        ):
            yield other


@cache
def is_imported(taker: ModuleType, module: ModuleType, name: str) -> bool:
    """Return whether a module imports a name from another."""
    tree = ast.parse(Path(str(taker.__file__)).read_text("utf-8"))
    return any(
        node.module == module.__name__ and name in {each.name for each in node.names}
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
    )


class Bench:
    """The judged texts, each with the functions that ran when it was read, and what was read rightly."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.frames = Frames(index)
        self.cases = [*cases(index)]
        self.ran: list[set[CodeType]] = []
        self.whole: list[set[str]] = []
        for case in self.cases:
            profile = cProfile.Profile()
            self.whole.append(profile.runcall(rightly_read, case, self.check()))
            codes = (each.code for each in profile.getstats())
            self.ran.append({code for code in codes if isinstance(code, CodeType)})

    def check(self) -> judged.Check:
        """The engine, with nothing remembered of what was linked before."""
        checker = Checker.__new__(Checker)
        checker.linker = Linker(self.frames)
        checker.citations = Citations(self.frames.index)
        return judged.saying(checker.check)

    def weigh(self, every: Iterable[Knob]) -> dict[str, dict[str, set[int]]]:
        """The texts in which a decision falls otherwise with each measure moved, by how it is."""
        weighed = [each for each in every if each.is_weighed]
        found = {each.title: {how: set[int]() for how in each.values()} for each in weighed}
        turned: weighing.Turned = set()
        for each in weighed:
            others = {(each.title, how): value for how, value in each.values().items()}
            each.put(weighing.Weighed(each.value, others, turned))
        try:
            for number, case in enumerate(self.cases):
                turned.clear()
                rightly_read(case, self.check())
                for title, how in turned:
                    found[title][how].add(number)
        finally:
            for each in weighed:
                each.put(each.value)
        return found

    def turning(
        self, knob: Knob, value: float, among: Iterable[int]
    ) -> tuple[set[str], set[str]]:
        """What is read rightly no more, and what only now, with a number at another value."""
        lost: set[str] = set()
        gained: set[str] = set()
        check = self.check()
        knob.put(value)
        try:
            for number in sorted(among):
                read = rightly_read(self.cases[number], check)
                lost |= self.whole[number] - read
                gained |= read - self.whole[number]
        finally:
            knob.put(knob.value)
        return lost, gained

    def touched(self, knob: Knob) -> list[int]:
        """The numbers of the texts in which a function ran that names it."""
        files = {module.__file__ for module in knob.modules}
        naming: dict[CodeType, bool] = {}
        found = []
        for number, ran in enumerate(self.ran):
            own = (code for code in ran if code.co_filename in files)
            if any(naming.setdefault(code, knob.is_named_in(code)) for code in own):
                found.append(number)
        return found


def cases(index: Index) -> Iterator[Case]:
    """The judged texts: those of the sets, the sentences, what the database says of each event."""
    for name in judged.SETS:
        yield from judged.read(judged.FOLDER / name)
    for name in ("sentences", "independent"):
        for number, each in enumerate(evaluate.read(judged.FOLDER / f"{name}.txt"), 1):
            yield of_sentence(f"{name}:{number}", each)
    for entry in index.all("events"):
        texts = (*entry.get("title", {}).values(), *entry.get("summary", {}).values())
        yield {"id": entry["id"], "lang": "", "text": "\n\n".join(texts), "claims": []}


def of_sentence(name: str, sentence: evaluate.Sentence) -> Case:
    """A sentence as a judged text, of which one claim is the whole."""
    verdict = {"wrong": "contradicted", "right": "supported"}.get(sentence.kind, "unknown")
    events = [sentence.event] if sentence.event else []
    claim = {"span": sentence.text, "kind": "", "verdict": verdict, "event": events}
    return {
        "id": name,
        "lang": "",
        "as_of": sentence.as_of,
        "text": sentence.text,
        "claims": [claim],
    }


def rightly_read(case: Case, check: judged.Check) -> set[str]:
    """Name the claims of a text that are read rightly, and the text itself where nothing in it is
    falsely accused.
    """
    as_of = judged.edtf.parse(case["as_of"]) if case.get("as_of") else None
    kept = check(case["text"], as_of)
    found = ratchet.findings(case, lambda text, day: kept)
    read = {
        f"{case['id']} {claim['verdict']} [{' '.join(claim['span'].split())}]"
        for claim, over in found
        if ratchet.is_right(claim, over)
    }
    tally = judged.evaluate([case], lambda text, day: kept)
    if not tally.counts["accused", "all"]:
        read.add(f"{case['id']} at peace")
    return read


class Turning(NamedTuple):
    """What turns on a number, by how it is moved."""

    knob: Knob
    lost: dict[str, set[str]]
    gained: dict[str, set[str]]

    def told(self) -> str:
        """One line on it, with a witness."""
        counts = "  ".join(
            f"{how} -{len(self.lost[how])} +{len(self.gained[how])}" for how in self.lost
        )
        every = set[str]().union(*self.lost.values())
        witness = min(every, default="nothing turns on it")
        return f"{self.knob.title:16}{self.knob.value:>8g}  {counts}  {witness}"

    def data(self) -> dict[str, Any]:
        """All of it, to be worked on."""
        return {
            "title": self.knob.title,
            "value": self.knob.value,
            "lost": {how: sorted(names) for how, names in self.lost.items()},
            "gained": {how: sorted(names) for how, names in self.gained.items()},
        }


def turnings(bench: Bench, titles: Iterable[str]) -> Iterator[Turning]:
    """What turns on each number that is asked for, or on every one."""
    asked = {*titles}
    every = [each for each in knobs() if not asked or each.title in asked]
    weighed = bench.weigh(every)
    for knob in every:
        lost: dict[str, set[str]] = {}
        gained: dict[str, set[str]] = {}
        for values in (knob.moved(), knob.taken_away()):
            for how, value in values.items():
                known = weighed.get(knob.title)
                among = known[how] if known else bench.touched(knob)
                lost[how], gained[how] = bench.turning(knob, value, among)
            if any((*lost.values(), *gained.values())):
                break
        yield Turning(knob, lost, gained)


def main() -> None:
    """Print what turns on each number."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument(
        "--json", type=Path, help="write every witness there, a number a line"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        index = opening.open_index(paths.all_files([paths.packaged()], []), folder)
        bench = Bench(index)
        for each in turnings(bench, options.names):
            print(each.told(), flush=True)
            if options.json:
                with options.json.open("a", encoding="utf-8") as file:
                    file.write(json.dumps(each.data(), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()

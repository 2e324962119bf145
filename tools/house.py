"""Print the figures of the house and hold them: `python tools/house.py`, with the standard library.

What is counted is said in the docstring of each counter, and the limit beside it.
"""

from __future__ import annotations

import ast
import math
import re
import subprocess
import sys
import tokenize
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "kzfr_cli"
COMMANDS = SOURCE / "commands"

PROMISED = "database.py"
"""The Python interface, whose methods keep the signatures of the first version."""

LOOK_UP = (
    "timeline",
    "search",
    "anniversary",
    "today",
    "show",
    "figures",
    "sources",
    "cite",
    "info",
)
"""The commands that only ask and show."""

LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")
COUNTED = (tokenize.NAME, tokenize.OP, tokenize.NUMBER, tokenize.STRING)
SUPPRESSION = re.compile(r"#\s*(noqa|type:\s*ignore)")
LAYOUT = re.compile(r"#\s*fmt:\s*(skip|off)")
OWN_LETTER = re.compile("[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff\u0152\u0153\u0400-\u052f]")
"""A letter of French, Russian or Kazakh that English lacks."""
MOST_WORDS = 6
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
FORKS = (
    ast.If,
    ast.For,
    ast.While,
    ast.ExceptHandler,
    ast.IfExp,
    ast.Assert,
    ast.comprehension,
)


class Figure(NamedTuple):
    """One counted figure, its limit, and the places that are beyond it."""

    name: str
    value: float
    limit: float
    beyond: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Return whether the figure is within its limit."""
        return self.value <= self.limit and not self.beyond


class Function(NamedTuple):
    """A function of the source, measured."""

    place: str
    branches: int
    lines: int
    parameters: int
    is_command: bool


class File(NamedTuple):
    """A file of the source with its tree."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """The path below the package."""
        return self.path.relative_to(SOURCE).as_posix()

    @property
    def lines(self) -> int:
        """The lines of the file."""
        return self.text.count("\n")


def files() -> list[File]:
    """Read every file of the source."""
    found = []
    for path in sorted(SOURCE.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        found.append(File(path, text, ast.parse(text)))
    return found


def functions(file: File) -> Iterator[Function]:
    """Measure the functions of a file."""
    for node in ast.walk(file.tree):
        if isinstance(node, FUNCTIONS):
            yield Function(
                f"{file.name}:{node.lineno} {node.name}",
                branches(node),
                (node.end_lineno or node.lineno) - node.lineno + 1,
                parameters(node),
                is_command(node),
            )


def branches(node: ast.AST) -> int:
    """Count the branches of a function, those of functions and classes inside it apart."""
    total = 0
    for child in ast.iter_child_nodes(node):
        if isinstance(child, (*FUNCTIONS, ast.ClassDef)):
            continue
        total += isinstance(child, FORKS)
        if isinstance(child, ast.BoolOp):
            total += len(child.values) - 1
        if isinstance(child, ast.comprehension):
            total += len(child.ifs)
        total += branches(child)
    return total


def parameters(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count the parameters of a function, `self` among them."""
    taken = node.args
    return len(taken.posonlyargs) + len(taken.args) + len(taken.kwonlyargs)


def is_command(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Return whether a function is the body of a command, whose options are its parameters."""
    called = (item.func for item in node.decorator_list if isinstance(item, ast.Call))
    return any(getattr(item, "attr", "") in ("command", "group") for item in called)


def imports_inside(file: File) -> list[str]:
    """List the imports inside functions."""
    found = []
    for node in ast.walk(file.tree):
        if isinstance(node, FUNCTIONS):
            inside = (
                n for n in ast.walk(node) if isinstance(n, (ast.Import, ast.ImportFrom))
            )
            found += [f"{file.name}:{item.lineno}" for item in inside]
    return sorted(set(found))


def air(every: list[File]) -> float:
    """Average the tokens (names, operators, numbers, texts) of the lines that hold one."""
    tokens = lines = 0
    for file in every:
        rows = set()
        with tokenize.open(file.path) as text:
            for token in tokenize.generate_tokens(text.readline):
                if token.type in COUNTED:
                    tokens += 1
                    rows.add(token.start[0])
        lines += len(rows)
    return tokens / lines


def matching(every: list[File], pattern: re.Pattern[str]) -> list[str]:
    """List the lines that match."""
    return [
        f"{file.name}:{number}"
        for file in every
        for number, line in enumerate(file.text.splitlines(), 1)
        if pattern.search(line)
    ]


def circles() -> list[str]:
    """List the broken contracts of import-linter."""
    run = subprocess.run([LINT_IMPORTS], cwd=ROOT, capture_output=True, text=True)
    return [line for line in run.stdout.splitlines() if "BROKEN" in line]


def percentile(values: list[int], share: float) -> int:
    """The smallest value that so large a share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def docstrings(tree: ast.AST) -> set[ast.AST]:
    """The constants that are docstrings, of modules, classes, functions and of constants."""
    holders = (ast.Module, ast.ClassDef, *FUNCTIONS)
    return {
        statement.value
        for node in ast.walk(tree)
        if isinstance(node, holders)
        for statement in node.body
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    }


def foreign(file: File) -> Iterator[str]:
    """The strings with letters of French, Russian or Kazakh, escapes resolved, docstrings aside."""
    aside = docstrings(file.tree)
    texts = (node for node in ast.walk(file.tree) if isinstance(node, ast.Constant))
    for node in texts:
        text = node.value if isinstance(node.value, str) and node not in aside else ""
        if OWN_LETTER.search(text):
            yield f"{file.name}:{node.lineno} {text[:40]!r}"


def word_lists(file: File, known: frozenset[str]) -> Iterator[str]:
    """The collections of more than six words that the languages know, in whatever language."""
    for node in ast.walk(file.tree):
        if not isinstance(node, (ast.Tuple, ast.List, ast.Set, ast.Dict)):
            continue
        if isinstance(node, ast.Dict) and all(map(is_message, node.values)):
            continue
        items = node.keys if isinstance(node, ast.Dict) else node.elts
        words = [
            item.value
            for item in items
            if isinstance(item, ast.Constant) and isinstance(item.value, str)
        ]
        if sum(word.casefold() in known for word in words) > MOST_WORDS:
            yield f"{file.name}:{node.lineno} {', '.join(words[:4])} …"


def is_message(value: ast.expr) -> bool:
    """Return whether a value of a table is a sentence, or is made: its keys are then codes."""
    is_text = isinstance(value, ast.Constant) and isinstance(value.value, str)
    return isinstance(value, ast.Call) or (is_text and " " in ast.literal_eval(value))


CODES = ("import", "options")
"""The sections of words that stand for columns and for what options take, which code names too."""


def known_words(every: list[File]) -> frozenset[str]:
    """The words of the languages' own files; the names of columns and of fields aside, which are codes."""
    found: set[str] = set()
    for path in (SOURCE / "languages").rglob("??.toml"):
        sections = tomllib.loads(path.read_text("utf-8"))
        for name, lists in sections.items():
            if name not in CODES:
                found.update(strings([entry.get("words") for entry in lists.values()]))
    return frozenset(word.casefold() for word in found) - fields(every)


def fields(every: list[File]) -> frozenset[str]:
    """The names of the fields of records."""
    classes = (
        node
        for file in every
        for node in ast.walk(file.tree)
        if isinstance(node, ast.ClassDef)
    )
    return frozenset(
        statement.target.id
        for node in classes
        for statement in node.body
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name)
    )


def strings(value: object) -> Iterator[str]:
    """The strings in lists and tables."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from strings(list(value.values()))
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)


def class_names(every: list[File]) -> Figure:
    """The names that more than one class bears."""
    places: dict[str, list[str]] = {}
    for file in every:
        for node in ast.walk(file.tree):
            if isinstance(node, ast.ClassDef):
                places.setdefault(node.name, []).append(file.name)
    twice = tuple(
        f"{name}: {', '.join(found)}" for name, found in places.items() if found[1:]
    )
    return Figure("class names borne twice", len(twice), 0, twice)


def languages(every: list[File]) -> Iterator[Figure]:
    """Whether every word of a language stands with its language."""
    outside = [file for file in every if not file.name.startswith("languages/")]
    letters = tuple(place for file in outside for place in foreign(file))
    yield Figure("strings in other letters", len(letters), 0, letters)
    known = known_words(every)
    lists = tuple(place for file in outside for place in word_lists(file, known))
    yield Figure("lists of words outside languages", len(lists), 0, lists)


def commands(every: list[File]) -> Iterator[Figure]:
    """Measure the lengths of the commands in lines; those of a group share their file."""
    lengths = {
        file.path.stem: lines_each(file) for file in every if file.path.parent == COMMANDS
    }
    lengths.pop("__init__")
    looking = {name: lengths.pop(name) for name in LOOK_UP}
    lengths.pop("add")
    yield longest("lines of a command that looks up", looking, 40)
    yield longest("lines of another command, but add", lengths, 80)


def lines_each(file: File) -> int:
    """The lines of a file for each command in it."""
    held = [
        node
        for node in ast.walk(file.tree)
        if isinstance(node, FUNCTIONS) and is_command(node)
    ]
    return round(file.lines / max(1, len(held)))


def longest(name: str, lengths: dict[str, int], limit: int) -> Figure:
    """Hold the longest of some lengths, and name those beyond the limit."""
    beyond = tuple(f"{place} {size}" for place, size in lengths.items() if size > limit)
    return Figure(name, max(lengths.values(), default=0), limit, beyond)


def figures() -> Iterator[Figure]:
    """Measure the whole house."""
    every = files()
    measured = [function for file in every for function in functions(file)]
    broken = circles()
    yield Figure("broken contracts of imports", len(broken), 0, tuple(broken))
    yield Figure(
        "branches of a function, p90", percentile([f.branches for f in measured], 0.9), 6
    )
    yield longest(
        "branches of a function, most", {f.place: f.branches for f in measured}, 12
    )
    yield longest(
        "parameters of a function, most",
        {f.place: f.parameters for f in measured if is_free(f)},
        5,
    )
    yield longest("lines of a function, most", bodies(measured), 40)
    yield longest("lines of a file, most", {file.name: file.lines for file in every}, 400)
    yield Figure("tokens a line", round(air(every), 2), 7.5)
    layout = matching(every, LAYOUT)
    yield Figure("lines laid out by hand", len(layout), 0, tuple(layout))
    inside = [place for file in every for place in imports_inside(file)]
    yield Figure("imports inside functions", len(inside), 40)
    total = sum(file.lines for file in every)
    suppressed = len(matching(every, SUPPRESSION))
    yield Figure(
        "suppressions in a thousand lines", round(1000 * suppressed / total, 2), 0.5
    )
    yield from languages(every)
    yield class_names(every)
    yield from commands(every)


def is_free(function: Function) -> bool:
    """Return whether the parameters of a function are ours to choose: those of a command are its
    options, those of the Python interface are promised.
    """
    return not (function.is_command or function.place.startswith(PROMISED))


def bodies(measured: list[Function]) -> dict[str, int]:
    """The lengths of the functions; a command has its options among its lines."""
    return {f.place: f.lines for f in measured if not f.is_command}


def main() -> int:
    """Print the figures; 1 when one is beyond its limit."""
    found = list(figures())
    for figure in found:
        print(
            f"{'  ' if figure.holds else '! '}{figure.name:36}{figure.value:>8g}  ≤ {figure.limit:g}"
        )
        for place in figure.beyond:
            print(f"      {place}")
    return 0 if all(figure.holds for figure in found) else 1


if __name__ == "__main__":
    sys.exit(main())

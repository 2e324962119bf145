"""Keep the message catalogues: `python tools/catalogues.py update|compile|check`, with Babel.

`update` extracts the messages of the source and merges them into every `.po` file; `compile` writes
the `.mo` files; `check` fails when a message of the source is missing, untranslated or has other
places.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel.messages import mofile, pofile
from babel.messages.catalog import Catalog

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "kzfr_cli"
MANUAL = ROOT / "tools" / "manpages.py"
CATALOGUES = SOURCE / "locale" / "catalogues"
FORMS = {"text": 1, "plural": 2, "N_": 1, "NN_": 2}
"""How many forms of a message the first arguments of each function are."""
LABELLED = {"Category", "DateKind"}
"""What bears a label as its second argument."""
TOLD = {"help", "metavar"}
"""The arguments of an option that its help tells."""
PLACE = re.compile(r"{(\w+)[^}]*}")

CLICK = (
    "Usage:",
    "Options",
    "Commands",
    "[OPTIONS]",
    "COMMAND [ARGS]...",
    "[COMMAND] [ARGS]...",
    "default: {default}",
    "required",
    "Show the version and exit.",
    "Error: {message}",
    "Try '{command} {option}' for help.",
    "Missing command.",
    "No such option {name!r}.",
    "No such command {name!r}.",
    ("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    "Missing argument",
    "Missing option",
    "Missing parameter",
    "Choose from:\n\t{choices}",
    "Invalid value: {message}",
    "Invalid value for {param_hint}: {message}",
    ("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    "{value!r} is not a valid {number_type}.",
    "{value} is not in the range {range}.",
    "Option {name!r} does not take a value.",
    ("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    ("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    "file",
    "directory",
    "path",
    "{name} {filename!r} does not exist.",
    "{name} {filename!r} is a file.",
    "{name} {filename!r} is a directory.",
    "{name} {filename!r} is not readable.",
    "{name} {filename!r} is not writable.",
    "{name} {filename!r} is not executable.",
    "Could not open file {filename!r}: {message}",
    "unknown error",
    "Aborted!",
    "Error: invalid input",
    "{editor}: Editing failed",
    "{editor}: Editing failed: {e}",
)
"""What Click says to those who use a command; it asks our catalogue, and what only programmers see
stays English.
"""

ENGLISH = {"number_type"}
"""The places that Click fills with a word of English: a translation does without."""


def template() -> Catalog:
    """Extract every message of the source."""
    catalogue = Catalog(project="kzfr", charset="utf-8")
    for path in [*sorted(SOURCE.rglob("*.py")), MANUAL]:
        for message in messages(ast.parse(path.read_text(encoding="utf-8"))):
            catalogue.add(message, locations=[(path.relative_to(ROOT).as_posix(), 0)])
    for message in CLICK:
        catalogue.add(message, locations=[("click", 0)])
    return catalogue


def messages(tree: ast.AST) -> Iterator[str | tuple[str, str]]:
    """Find the literal messages of a module in the order of the source, and what the help of its
    commands says.

    The syntax tree is read, since Babel's own extractor sees nothing within an f-string before
    Python 3.12.
    """
    nodes = [
        node for node in ast.walk(tree) if isinstance(node, (ast.Call, ast.FunctionDef))
    ]
    for node in sorted(nodes, key=lambda node: (node.lineno, node.col_offset)):
        if isinstance(node, ast.FunctionDef):
            yield from paragraphs(node)
        else:
            yield from marked(node)
            yield from told(node)


def marked(call: ast.Call) -> Iterator[str | tuple[str, str]]:
    """Find the message that a call translates or marks."""
    name = called(call)
    texts = literals(call.args[: FORMS.get(name, 0)])
    if name in LABELLED:
        yield from literals(call.args[1:2])
    if name in FORMS and len(texts) == FORMS[name]:
        yield texts[0] if len(texts) == 1 else (texts[0], texts[1])


def told(call: ast.Call) -> Iterator[str]:
    """Find the help of an option and the words for the values of a parameter."""
    if called(call) in ("option", "argument"):
        yield from literals(
            keyword.value for keyword in call.keywords if keyword.arg in TOLD
        )
    if called(call) == "argument" and not any(
        keyword.arg == "metavar" for keyword in call.keywords
    ):
        names = literals(call.args)
        is_optional = any(keyword.arg == "required" for keyword in call.keywords)
        yield from (f"[{name.upper()}]" if is_optional else name.upper() for name in names)


def paragraphs(function: ast.FunctionDef) -> Iterator[str]:
    """Find the paragraphs that tell what a command does; its examples stay as they are."""
    made = [item for item in function.decorator_list if isinstance(item, ast.Call)]
    if any(called(item) in ("command", "group") for item in made):
        blocks = (ast.get_docstring(function) or "").split("\n\n")
        yield from (
            " ".join(block.split()) for block in blocks if not block.startswith("\b")
        )


def called(call: ast.Call) -> str:
    """Name what is called."""
    return str(getattr(call.func, "attr", getattr(call.func, "id", "")))


def literals(nodes: Iterable[ast.AST]) -> list[str]:
    """Return the texts among some arguments that stand in the source as they are."""
    return [
        node.value
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]


def sources() -> list[Path]:
    """List the `.po` files."""
    return sorted(CATALOGUES.glob("*/LC_MESSAGES/kzfr.po"))


def read(source: Path) -> Catalog:
    """Read a `.po` file."""
    with source.open("rb") as file:
        return pofile.read_po(file, locale=source.parent.parent.name)


def update() -> int:
    """Merge the messages of the source into every `.po` file."""
    found = template()
    for source in sources():
        catalogue = read(source)
        catalogue.update(found, no_fuzzy_matching=True, update_creation_date=False)
        catalogue.obsolete.clear()
        with source.open("wb") as file:
            pofile.write_po(
                file,
                catalogue,
                width=110,
                no_location=True,
                sort_output=True,
                omit_header=False,
            )
    return 0


def compile_all() -> int:
    """Write every `.mo` file."""
    for source in sources():
        with source.with_suffix(".mo").open("wb") as file:
            mofile.write_mo(file, read(source))
    return 0


def problems() -> list[str]:
    """List what the catalogues lack."""
    wanted = template()
    return [problem for source in sources() for problem in problems_of(source, wanted)]


def problems_of(source: Path, wanted: Catalog) -> Iterator[str]:
    """Find what one catalogue lacks: messages, plural forms, the places of values."""
    catalogue, language = read(source), source.parent.parent.name
    for message in wanted:
        if not message.id:
            continue
        found = catalogue.get(message.id)
        is_sure = found is not None and not found.fuzzy
        forms = forms_of(found.string if is_sure else "")
        if not all(forms) or len(forms) != (
            catalogue.num_plurals if message.pluralizable else 1
        ):
            yield f"{language}: not translated: {message.id}"
            continue
        wanted_places = [places(form) for form in forms_of(message.id)]
        yield from (
            f"{language}: other places: {form}"
            for form in forms
            if places(form) not in wanted_places
        )


def places(text: str) -> set[str]:
    """Name the places of values in a message."""
    return set(PLACE.findall(text)) - ENGLISH


def forms_of(text: object) -> list[str]:
    """List the forms of a message, one or one for each plural."""
    return (
        [str(form or "") for form in text]
        if isinstance(text, (tuple, list))
        else [str(text)]
    )


def check() -> int:
    """Print what the catalogues lack; 1 when they lack anything."""
    found = problems()
    print("\n".join(found) or "The catalogues are whole.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit({"update": update, "compile": compile_all, "check": check}[sys.argv[1]]())

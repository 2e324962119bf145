"""Keep the message catalogues: `python tools/catalogues.py update|compile|check`, with Babel.

`update` extracts the messages of the source and merges them into every `.po` file; `compile` writes the
`.mo` files; `check` fails when a message of the source is missing, untranslated or has other places.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages import mofile, pofile
from babel.messages.catalog import Catalog

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "kzfr_cli"
CATALOGUES = SOURCE / "locale" / "catalogues"
FORMS = {"text": 1, "plural": 2, "N_": 1, "NN_": 2}
"""How many forms of a message the first arguments of each function are."""
PLACE = re.compile(r"{(\w+)[^}]*}")


def template() -> Catalog:
    """Extract every message of the source."""
    catalogue = Catalog(project="kzfr", charset="utf-8")
    for path in sorted(SOURCE.rglob("*.py")):
        for message in messages(ast.parse(path.read_text(encoding="utf-8"))):
            catalogue.add(message, locations=[(path.relative_to(SOURCE).as_posix(), 0)])
    return catalogue


def messages(tree: ast.AST) -> Iterator[str | tuple[str, str]]:
    """Find the literal messages of a module in the order of the source.

    The syntax tree is read, since Babel's own extractor sees nothing within an f-string before Python 3.12.
    """
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        arguments = call.args[: FORMS.get(name, 0)]
        texts = [item.value for item in arguments if isinstance(item, ast.Constant) and isinstance(item.value, str)]
        if name in FORMS and len(texts) == FORMS[name]:
            yield texts[0] if len(texts) == 1 else (texts[0], texts[1])


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
            pofile.write_po(file, catalogue, width=110, no_location=True, sort_output=True, omit_header=False)
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
        forms = forms_of(found.string if found is not None else "")
        if not all(forms) or len(forms) != (catalogue.num_plurals if message.pluralizable else 1):
            yield f"{language}: not translated: {message.id}"
            continue
        places = set(PLACE.findall(forms_of(message.id)[-1]))
        yield from (f"{language}: other places: {form}" for form in forms if set(PLACE.findall(form)) != places)


def forms_of(text: object) -> list[str]:
    """List the forms of a message, one or one for each plural."""
    return [str(form or "") for form in text] if isinstance(text, (tuple, list)) else [str(text)]


def check() -> int:
    """Print what the catalogues lack; 1 when they lack anything."""
    found = problems()
    print("\n".join(found) or "The catalogues are whole.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit({"update": update, "compile": compile_all, "check": check}[sys.argv[1]]())

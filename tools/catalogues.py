"""Keep the message catalogues: `python tools/catalogues.py update|compile|check`, with Babel.

`update` extracts the messages of the source and merges them into every `.po` file; `compile` writes the
`.mo` files; `check` fails when a message of the source is missing, untranslated or has other places.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from babel.messages import mofile, pofile
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "kzfr_cli"
CATALOGUES = SOURCE / "locale" / "catalogues"
KEYWORDS = {"text": None, "plural": (1, 2), "N_": None, "NN_": (1, 2)}
PLACE = re.compile(r"{(\w+)[^}]*}")


def template() -> Catalog:
    """Extract every message of the source."""
    catalogue = Catalog(project="kzfr", charset="utf-8")
    for name, _, message, _, _ in extract_from_dir(SOURCE, [("**.py", "python")], keywords=KEYWORDS):
        catalogue.add(message, locations=[(name, 0)])
    return catalogue


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
        catalogue.update(found, no_fuzzy_matching=True)
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


def problems_of(source: Path, wanted: Catalog) -> list[str]:
    """List what one catalogue lacks."""
    catalogue, language = read(source), source.parent.parent.name
    found = []
    for message in wanted:
        if not message.id:
            continue
        translated = catalogue.get(message.id)
        forms = translated.string if translated is not None else ""
        listed = forms if isinstance(forms, (tuple, list)) else (forms,)
        if translated is None or not all(listed) or (message.pluralizable and len(listed) != catalogue.num_plurals):
            found.append(f"{language}: not translated: {message.id}")
            continue
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        places = set(PLACE.findall(ids[-1]))
        found += [f"{language}: other places: {form}" for form in listed if not set(PLACE.findall(form)) == places]
    return found


def check() -> int:
    """Print what the catalogues lack; 1 when they lack anything."""
    found = problems()
    print("\n".join(found) or "The catalogues are whole.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit({"update": update, "compile": compile_all, "check": check}[sys.argv[1]]())

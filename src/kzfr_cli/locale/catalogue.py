"""The sentences of the program in the language asked, from gettext catalogues.

The English sentence is the key, with `{named}` places for values. The build compiles the `.po` files of
`catalogues/` to `.mo` files; a checkout that was never built, or whose `.po` is newer, is compiled in
memory where Babel is installed, and speaks English where it is not.
"""

from __future__ import annotations

import gettext
import io
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "catalogues"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Give the sentences of one language."""

    lang: str
    translations: gettext.NullTranslations

    def text(self, message: str, **values: object) -> str:
        """Translate a message and fill its places."""
        found = self.translations.gettext(message)
        return found.format(**values) if values else found

    def plural(self, one: str, many: str, number: int, **values: object) -> str:
        """Translate the form of a message that goes with a number, and fill its places."""
        found = self.translations.ngettext(one, many, number)
        return found.format(**values) if values else found


@lru_cache(maxsize=8)
def load(lang: str) -> Catalogue:
    """Load the catalogue of a language; a language that has none gives the English sentences."""
    folder = FOLDER / lang / "LC_MESSAGES"
    source, compiled = folder / "kzfr.po", folder / "kzfr.mo"
    if source.is_file() and not (compiled.is_file() and compiled.stat().st_mtime_ns >= source.stat().st_mtime_ns):
        if (translations := compile_in_memory(source)) is not None:
            return Catalogue(lang, translations)
    if compiled.is_file():
        with compiled.open("rb") as file:
            return Catalogue(lang, gettext.GNUTranslations(file))
    return Catalogue(lang, gettext.NullTranslations())


def compile_in_memory(source: Path) -> gettext.NullTranslations | None:
    """Compile a `.po` file with Babel, or give None when Babel is not installed."""
    try:
        from babel.messages import mofile, pofile
    except ImportError:
        return None
    output = io.BytesIO()
    with source.open("rb") as file:
        mofile.write_mo(output, pofile.read_po(file))
    output.seek(0)
    return gettext.GNUTranslations(output)

"""The sentences of the program in the language asked, from gettext catalogues.

The English sentence is the key, with `{named}` places for values. The build compiles the `.po`
files of `catalogues/` to `.mo` files; a checkout that was never built, or whose `.po` is newer, is
compiled in memory where Babel is installed, and speaks English where it is not.
"""

from __future__ import annotations

import gettext
import io
import os
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache

from kzfr_cli.core.record import pair

DOUBLE_STOP = r"(?<=[^\W\d_])\.\.(?!\.)"
FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "catalogues")


@pair
class Catalogue:
    """The sentences of one language."""

    lang: str
    translations: gettext.NullTranslations

    def text(self, message: str, /, **values: object) -> str:
        """Translate a message and fill its places."""
        found = (
            self.translations.gettext(message) if message else ""
        )  # gettext answers "" with the file's header
        return _filled(found, values)

    def plural(self, one: str, many: str, number: int, /, **values: object) -> str:
        """Translate the form of a message that goes with a number, and fill its places."""
        return _filled(self.translations.ngettext(one, many, number), values)


def _filled(sentence: str, values: Mapping[str, object]) -> str:
    """Fill the places of a sentence; a value that ends with a stop takes that of the sentence."""
    if not values:
        return sentence
    filled = sentence.format(**values)
    return re.sub(DOUBLE_STOP, ".", filled) if ".." in filled else filled


@lru_cache(maxsize=8)
def load(lang: str) -> Catalogue:
    """Load the catalogue of a language; a language that has none gives the English sentences."""
    folder = os.path.join(FOLDER, lang, "LC_MESSAGES")
    source, compiled = os.path.join(folder, "kzfr.po"), os.path.join(folder, "kzfr.mo")
    if (
        modified(source) > modified(compiled)
        and (translations := compile_in_memory(source)) is not None
    ):
        return Catalogue(lang, translations)
    if modified(compiled):
        with open(compiled, "rb") as file:
            return Catalogue(lang, gettext.GNUTranslations(file))
    return Catalogue(lang, gettext.NullTranslations())


@contextmanager
def answering(sentences: Callable[[], Catalogue]) -> Iterator[None]:
    """Let a catalogue answer whoever asks gettext itself, as Click does for its own words; it is
    made when first asked.

    Left alone, gettext looks for the `.mo` file of the language of the environment, and `--lang`
    may name another.
    """
    former = gettext.translation
    gettext.translation = lambda *_, **__: sentences().translations  # type: ignore[assignment]
    try:
        yield
    finally:
        gettext.translation = former


def modified(path: str) -> float:
    """Return when a file was last written, or 0 when there is none."""
    try:
        return os.stat(path).st_mtime
    except OSError:
        return 0.0


def compile_in_memory(source: str) -> gettext.NullTranslations | None:
    """Compile a `.po` file with Babel, or give None when Babel is not installed."""
    try:
        from babel.messages import mofile, pofile
    except ImportError:
        return None
    output = io.BytesIO()
    with open(source, "rb") as file:
        mofile.write_mo(output, pofile.read_po(file))
    output.seek(0)
    return gettext.GNUTranslations(output)


def N_(text: str) -> str:
    """Mark a word for translation where it stands in a table."""
    return text


def NN_(one: str, many: str) -> tuple[str, str]:
    """Mark the singular and the plural of a message for translation where they stand in a table."""
    return one, many

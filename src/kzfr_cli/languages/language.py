"""The languages by code, each with its lists of words.

The lists stand in `fr.toml`, `en.toml`, `ru.toml` and `kk.toml`, those that only proof-reading
needs in files of the same names in `claims/`; the build turns them into JSON, which is read faster.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
from functools import cache
from typing import TYPE_CHECKING, Any

from kzfr_cli.core.event import LANGUAGES
from kzfr_cli.core.record import record
from kzfr_cli.languages.letters import CYRILLIC

if TYPE_CHECKING:
    from collections.abc import Mapping

ALL = LANGUAGES
"""The codes of all languages."""
WRITTEN_IN_CYRILLIC = frozenset({"ru", "kk"})
"""The languages whose letters are Cyrillic; the others have Latin ones."""

LATIN = "[a-zA-Z]"
CYRILLIC_LETTER = "[\u0400-\u0481\u048a-\u052f]"
"""A letter, and none of the marks and signs among them."""
KAZAKH_LETTERS = frozenset("\u04d9\u0493\u049b\u04a3\u04e9\u04b1\u04af\u04bb\u0456")
"""The letters of Kazakh that Russian has not."""
HERE = os.path.dirname(__file__)


@record
class Language:
    """A language: its code, and its lists of words by section and name."""

    code: str
    sections: Mapping[str, Mapping[str, Any]]

    def words(self, section: str, name: str) -> Any:
        """Return a list as the file holds it, empty when this language has none of that name."""
        found = self.sections.get(section, {}).get(name)
        return found["words"] if found else []

    def word_set(self, section: str, name: str) -> frozenset[str]:
        """Return the words of a flat list."""
        return frozenset(self.words(section, name))


@cache
def of(code: str) -> Language:
    """Return a language by its code; raises `KeyError` for one that is not of `ALL`."""
    if code not in ALL:
        raise KeyError(code)
    return Language(code=code, sections=_read(code))


@cache
def union(section: str, name: str) -> frozenset[str]:
    """Return the words that a flat list has in any language."""
    return frozenset(word for code in ALL for word in of(code).words(section, name))


@cache
def meanings(section: str, name: str) -> Mapping[str, str]:
    """Return what each word of a table stands for, in any language."""
    return {
        word: meant
        for code in ALL
        for meant, words in dict(of(code).words(section, name)).items()
        for word in words
    }


def is_cyrillic(text: str) -> bool:
    """Return whether most of the letters of a text are Cyrillic."""
    if text.isascii():
        return False
    letters = sum(map(str.isalpha, text))
    return 2 * len(re.findall(CYRILLIC_LETTER, text)) > letters


def scripts(text: str) -> tuple[str, ...]:
    """Return the languages that the letters of a text may be of."""
    is_cyrillic, is_latin = re.search(CYRILLIC, text), re.search(LATIN, text)
    if is_cyrillic and is_latin:
        return ALL
    return tuple(code for code in ALL if (code in WRITTEN_IN_CYRILLIC) == bool(is_cyrillic))


def guess(text: str, default: str = "") -> str:
    """Return the language of a text, by its letters and its smallest words; the default when none
    tells.
    """
    lower = text.lower()
    if is_cyrillic(text):
        return "kk" if any(letter in KAZAKH_LETTERS for letter in lower) else "ru"
    words = lower.replace("’", " ").replace("'", " ").split()
    counts = {
        code: sum(map(of(code).word_set("guessing", "small_words").__contains__, words))
        for code in ("fr", "en")
    }
    best = max(counts, key=counts.__getitem__)
    return best if counts["fr"] != counts["en"] else default


def with_claims(code: str) -> Language:
    """Return a language with the words by which the claims of a text are found and judged.

    They stand in files of their own, since only proof-reading needs them; a language may have
    none yet.
    """
    own = of(code)
    try:
        claims = _read(f"claims/{code}")
    except FileNotFoundError:
        claims = {"lists": {}, "tables": {}}
    return Language(code=code, sections={**own.sections, **claims})


def known_bodies() -> Mapping[str, Mapping[str, Any]]:
    """Return the well-known organisations by their sort, each with what it is called."""
    return _read("claims/bodies")


def given_names() -> Mapping[str, Mapping[str, Any]]:
    """Return the given names that are common in either country."""
    return _read("claims/given_names")


def _read(code: str) -> dict[str, Any]:
    """Return the lists of a language, from the JSON that a build made, else from the file
    itself.
    """
    path = os.path.join(HERE, code)
    if os.path.exists(f"{path}.json"):
        with open(f"{path}.json", encoding="utf-8") as built:
            return dict(json.load(built))
    return _compiled(f"{path}.toml", os.path.join(HERE, "__pycache__", f"{code}.json"))


def _compiled(path: str, kept: str) -> dict[str, Any]:
    """Return the lists of a file of a checkout, which are kept as JSON beside the compiled modules.

    What is kept is of the very file that bears the size and the time noted in it.
    """
    found = os.stat(path)
    stamp = [found.st_size, found.st_mtime_ns]
    with (
        contextlib.suppress(OSError, ValueError, TypeError),
        open(kept, encoding="utf-8") as source,
    ):
        noted, lists = json.load(source)
        if noted == stamp:
            return dict(lists)
    import rtoml

    with open(path, encoding="utf-8") as source:
        lists = rtoml.load(source)
    _keep(kept, json.dumps([stamp, lists], ensure_ascii=False))
    return lists


def _keep(path: str, text: str) -> None:
    """Write a file whole or not at all; a folder that cannot be written is left as it is."""
    draft = f"{path}.{os.getpid()}"
    with contextlib.suppress(OSError):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(draft, "w", encoding="utf-8") as target:
            target.write(text)
        os.replace(draft, path)

"""The languages by code, each with its lists of words.

The lists stand in `fr.toml`, `en.toml`, `ru.toml` and `kk.toml`; the build turns them into JSON, which is read faster.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kzfr_cli.core.record import record

if TYPE_CHECKING:
    from collections.abc import Mapping

ALL = ("fr", "en", "ru", "kk")
"""The codes of all languages."""

KAZAKH_LETTERS = frozenset("\u04d9\u0493\u049b\u04a3\u04e9\u04b1\u04af\u04bb\u0456")
"""The letters of Kazakh that Russian has not."""
HERE = Path(__file__).parent


@record
class Language:
    """A language: its code, and its lists of words by section and name."""

    code: str
    sections: Mapping[str, Mapping[str, Any]]

    def words(self, section: str, name: str) -> Any:
        """Return a list as the file holds it, empty when this language has none of that name."""
        found = self.sections[section].get(name)
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


def is_cyrillic(text: str) -> bool:
    """Return whether most of the letters of a text are Cyrillic."""
    letters = [letter for letter in text if letter.isalpha()]
    return 2 * sum("\u0400" <= letter <= "\u052f" for letter in letters) > len(letters)


def guess(text: str, default: str = "") -> str:
    """Return the language of a text, by its letters and its smallest words; the default when none tells."""
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


def _read(code: str) -> Mapping[str, Any]:
    built = HERE / f"{code}.json"
    if built.exists():
        import msgspec

        return msgspec.json.decode(built.read_bytes(), type=dict[str, Any])
    import tomllib

    return tomllib.loads((HERE / f"{code}.toml").read_text("utf-8"))

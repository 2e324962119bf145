"""Words of four languages that say the same: what stands in a title in French is asked for in
Russian.

The words stand in `languages/thesaurus.toml`. A word after `~` is found through the others of its
line but does not
lead to them; a line under the name of a category or of a kind of date also leads to the events of
that kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from kzfr_cli.core import tokens
from kzfr_cli.languages import language, letters
from kzfr_cli.languages.folding import fold, words
from kzfr_cli.languages.stems import SHORTEST, stems
from kzfr_cli.store.index import word_lists

ELSEWHERE = "_elsewhere"
"""The token to which the names of other countries, cities and peoples lead."""

FILE = Path(__file__).parents[2] / "languages" / "thesaurus.toml"
EVERYDAY = FILE.with_name("everyday.toml")
"""Words of everyday talk, which the program alone reads."""

SAME, WIDER = 0, 1
"""How a line says it: the same thing, or a wider word for it."""

LONGEST_LINK = 2
"""Letters of the small words that are passed over in what is said in several words: «lettre
d’intention».
"""

PAIR = 2
"""Words of a hyphened one that are looked up together: "stop" says nothing of "non-stop"."""

MOST_COUNTED = 100
"""The number from which words for numbers say only that there were many."""

Line = tuple[str, str, str, int]
"""The words that lead, the words that are found, the token of a kind of events or nothing, `SAME`
or `WIDER`.
"""


def rows() -> Iterator[tuple[str, int, str, str, int]]:
    """Yield for each word and stem its lines: number, token of the kind of events or nothing, all
    words, how.
    """
    for number, (typed, found, token, how) in enumerate(chain(lines(), everyday())):
        said = " | ".join(dict.fromkeys(spellings(found.split())))
        for key in dict.fromkeys(keys(typed.split())):
            yield key, number, token, said, how
    for name in dict.fromkeys(word_lists.elsewhere()):
        yield name, -1, ELSEWHERE, "", SAME


def lines() -> Iterator[Line]:
    """Yield the lines of the file."""
    table = read(FILE)
    for line in table["same"]:
        typed, found = parted(line)
        yield typed, found, "", SAME
    for kind, line in table["kinds"].items():
        typed, found = parted(line)
        yield typed, found, tokens.of_tag(kind), SAME
    for day, line in table["holidays"].items():
        typed, found = parted(line)
        yield typed, found, tokens.of_any_day(*map(int, day.split("-"))), SAME
    for typed, found in table["wider"].items():
        yield typed, found, "", WIDER
    yield from numbers()


def read(file: Path) -> dict[str, Any]:
    """Return the tables of a file."""
    import tomllib

    return tomllib.loads(file.read_text(encoding="utf-8"))


def everyday() -> Iterator[Line]:
    """Yield the lines of everyday talk."""
    table = read(EVERYDAY)
    for line in table["same"]:
        typed, found = parted(line)
        yield typed, found, "", SAME
    for typed, found in table["wider"].items():
        yield typed, found, "", WIDER


def numbers() -> Iterator[Line]:
    """Yield the numbers of two and more, in words: figures find them too, but are not found, since
    every day of a month has some. Ordinals are found in figures, as «16e» and "16th".
    """
    for number, said in of_all("cardinals").items():
        yield f"{said} {number}", said, "", SAME
    endings = [
        ending
        for code in language.ALL
        for ending in language.of(code).words("numbers", "ordinal_endings")
        if not letters.is_cyrillic(ending)
    ]
    for number, said in of_all("ordinals").items():
        figures = " ".join(dict.fromkeys(f"{number}{fold(ending)}" for ending in endings))
        yield f"{said} {figures}", f"{said} {figures}", "", SAME


def of_all(name: str) -> dict[str, str]:
    """Return by number, from two to ninety-nine, the words that all languages have for it."""
    found: dict[str, str] = {}
    for code in language.ALL:
        for number, forms in dict(language.of(code).words("numbers", name)).items():
            if 1 < int(number) < MOST_COUNTED:
                found[number] = " ".join((found.get(number, ""), *forms))
    return found


def parted(line: str) -> tuple[str, str]:
    """Return the words of a line that lead, and those that are found."""
    forms = line.replace("|", " ").split()
    typed = " ".join(form for form in forms if form[0] != "~")
    return typed, " ".join(form.lstrip("~") for form in forms)


def keys(forms: Iterable[str]) -> Iterator[str]:
    """Yield the folded words and stems by which a line is looked up."""
    for form in forms:
        if "_" in form:
            yield " ".join(word for word in words(form) if len(word) > LONGEST_LINK)
            continue
        parts = words(form)
        if len(parts) == PAIR:
            yield " ".join(parts)
            continue
        for word in parts:
            yield from stems(word, is_cyrillic=letters.is_cyrillic(form))


def spellings(forms: Iterable[str]) -> Iterator[str]:
    """Yield the folded words that are found, in French and English with their plurals."""
    for form in forms:
        word = fold(form.replace("_", " "))
        yield word
        if " " not in word and len(word) > SHORTEST and not letters.is_cyrillic(form):
            yield word[:-1] if word[-1] in "sx" else f"{word}s"

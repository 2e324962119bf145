"""The words that options take, in four languages and any case: what one stands for, what a wrong
one may have meant, and how the reader's language says it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kzfr_cli.languages import folding, language
from kzfr_cli.locale import catalogue, vocabulary
from kzfr_cli.locale.catalogue import Catalogue

SECTION = "options"
"""The section of the language files that holds the other words for what options take."""

LISTS = {"languages": ("interface", "language_names")}
"""The lists that stand elsewhere."""

TABLES: Mapping[str, Mapping[str, str]] = {
    "": {},
    "categories": vocabulary.CATEGORIES,
    "kinds": vocabulary.KINDS,
    "languages": vocabulary.LANGUAGES,
    "weights": {"landmark": "landmark", "notable": "notable", "detail": "detail"},
    "source_kinds": vocabulary.SOURCE_KINDS,
    "scopes": vocabulary.SCOPES,
    "formats": {},
    "commands": {},
}
"""The words that people read for each name, by what is chosen; "" is what no language names."""


def read(table: str, word: str, known: Iterable[str]) -> str | None:
    """Return which of the known names a word of any language stands for, None for none."""
    wanted = folding.fold(word)
    names = {folding.fold(name): name for name in known}
    if wanted in names:
        return names[wanted]
    found = spoken(table).get(wanted, "")
    return found if found in names.values() else None


def spoken(table: str) -> dict[str, str]:
    """The names of a table by what each is called in any language, folded."""
    listed = {
        folding.fold(word): name
        for word, name in language.meanings(*LISTS.get(table, (SECTION, table))).items()
    }
    labels = {
        folding.fold(catalogue.load(code).text(label)): name
        for name, label in TABLES[table].items()
        for code in language.ALL
    }
    return listed | labels


def meant(table: str, word: str, known: Iterable[str]) -> tuple[str, ...]:
    """The known names that a word may have meant, though it is none of them."""
    wanted = folding.fold(word)
    names = tuple(known)
    found = (
        name
        for near, name in language.meanings(SECTION, f"near_{table}").items()
        if folding.fold(near) == wanted and name in names
    )
    return tuple(dict.fromkeys(found))


def said(table: str, name: str, sentences: Catalogue) -> str:
    """Name what may be chosen as the reader's language does, where it has a word for it."""
    label = TABLES[table].get(name)
    return sentences.text(label) if label else name

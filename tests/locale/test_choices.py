"""The words that options take: in four languages, in any case, and what a wrong one may mean."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kzfr_cli.core.event import CATEGORIES, FACET_KINDS, LANGUAGES
from kzfr_cli.formats import registry
from kzfr_cli.languages import language
from kzfr_cli.locale import catalogue, choices, vocabulary
from kzfr_cli.main import COMMANDS, HIDDEN

KNOWN = {
    "categories": CATEGORIES,
    "kinds": FACET_KINDS,
    "languages": LANGUAGES,
    "formats": tuple(registry.EXPORTS),
    "commands": (*COMMANDS, *HIDDEN),
}
LABELS = {"categories": vocabulary.CATEGORIES, "kinds": vocabulary.KINDS}


def lists() -> Iterator[tuple[str, str]]:
    for code in language.ALL:
        for name in language.of(code).sections[choices.SECTION]:
            yield code, name


@pytest.mark.parametrize(("code", "name"), [*lists()])
def test_the_sentence_of_a_list_needs_it(code: str, name: str) -> None:
    entry = language.of(code).sections[choices.SECTION][name]
    table = name.removeprefix("near_")
    words = {word for named in entry["words"].values() for word in named}
    needed = [word for word in words if f" {word}" in entry["needs"]]
    assert needed
    look = choices.meant if name.startswith("near_") else choices.read
    for word in needed:
        found = look(table, word, KNOWN[table])
        assert found
        label = {
            name: catalogue.load(code).text(said)
            for name, said in LABELS.get(table, {}).items()
        }
        assert word not in label.values()


@pytest.mark.parametrize(("code", "name"), [*lists()])
def test_a_list_names_what_there_is_and_each_word_once(code: str, name: str) -> None:
    words = language.of(code).words(choices.SECTION, name)
    assert set(words) <= set(KNOWN[name.removeprefix("near_")])
    every = [word for named in words.values() for word in named]
    assert len(every) == len(set(every))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("table", LABELS)
def test_what_is_said_is_read_in_any_case(table: str, lang: str) -> None:
    for name in KNOWN[table]:
        said = choices.said(table, name, catalogue.load(lang))
        for form in (said, said.upper(), said.capitalize(), name, name.upper()):
            assert choices.read(table, form, KNOWN[table]) == name


def test_a_word_of_one_table_is_no_word_of_another() -> None:
    assert choices.read("categories", "signature", CATEGORIES) is None
    assert choices.read("", "texte", ("text",)) is None
    assert choices.read("", "TEXT", ("text",)) == "text"

"""Each list of words names a sentence that needs it: without the list, the sentence is read otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from kzfr_cli.languages import (
    amounts,
    date_words,
    dates,
    durations,
    folding,
    language,
    mentions,
    numbers,
    patterns,
    stems,
    tokens,
)
from kzfr_cli.languages.language import Language

QUANTITIES = ("numbers", "durations", "amounts")


def lists(*sections: str) -> Iterator[Any]:
    for code in language.ALL:
        words = language.of(code)
        for section in sections or words.sections:
            for name in words.sections[section]:
                yield pytest.param(code, section, name, id=f"{code}-{section}-{name}")


def without(code: str, section: str, name: str) -> Language:
    words = language.of(code)
    rest = {each: entry for each, entry in words.sections[section].items() if each != name}
    return Language(code=code, sections={**words.sections, section: rest})


@pytest.mark.parametrize(("code", "section", "name"), [*lists()])
def test_list_names_a_sentence(code: str, section: str, name: str) -> None:
    entry = language.of(code).sections[section][name]
    assert entry["needs"].strip()
    assert entry["words"]


@pytest.mark.parametrize(("code", "section", "name"), [*lists("dates")])
def test_sentence_needs_the_words_of_its_dates(code: str, section: str, name: str) -> None:
    needs = language.of(code).sections[section][name]["needs"]
    reads = [
        mentions.read(needs, patterns.DateGrammar(date_words.build([words])))
        for words in (language.of(code), without(code, section, name))
    ]
    assert reads[0] != reads[1]


@pytest.mark.parametrize(("code", "section", "name"), [*lists(*QUANTITIES)])
def test_sentence_needs_the_words_of_its_quantities(
    code: str, section: str, name: str
) -> None:
    needs = language.of(code).sections[section][name]["needs"]
    reads = []
    for words in (language.of(code), without(code, section, name)):
        found = tokens.Tokens(needs, numbers.build([words]))
        readers = (numbers.in_tokens, durations.in_tokens, amounts.in_tokens)
        reads.append([reader(found) for reader in readers])
    assert reads[0] != reads[1]


SAME_FAMILY = {
    "endings": lambda one, other: stems.are_forms(one, other, is_cyrillic=True),
    "derived": stems.are_related,
    "near": stems.are_related,
    "suffixes": lambda one, other: stems.are_related(one, other, is_cyrillic=True),
    "spelt_otherwise": lambda one, other: other in stems.spelt_otherwise(one),
}
"""What two words are to each other by a list of endings."""


@pytest.mark.parametrize(("code", "section", "name"), [*lists("stems")])
def test_words_of_one_family_need_their_endings(
    monkeypatch: pytest.MonkeyPatch, code: str, section: str, name: str
) -> None:
    needs = language.of(code).sections[section][name]["needs"]
    one, other = folding.words(needs)
    of, reads = language.of, []
    for words in (of(code), without(code, section, name)):
        monkeypatch.setattr(
            language, "of", lambda each, words=words: words if each == code else of(each)
        )
        stems.endings.cache_clear()
        stems.derived_endings.cache_clear()
        reads.append(SAME_FAMILY[name](one, other))
    stems.endings.cache_clear()
    stems.derived_endings.cache_clear()
    assert reads == [True, False]


GRAMMAR = {
    ("dates", "of"): "the ending of a case",
    ("dates", "to"): "the endings of two cases and a word behind",
    ("dates", "prepositions"): "the ending of a case",
    ("dates", "in_year"): "a year always has its word",
    ("dates", "year_nouns"): "the word stands behind the year",
    ("durations", "in"): "a word behind, which is that of later",
    ("durations", "later"): "a word behind",
    ("durations", "since"): "a word behind",
    ("search", "except"): "a word behind",
    ("search", "without"): "an ending",
    ("search", "not"): "a word behind, which is that of except",
}
"""What Kazakh says without words of its own, and by what."""


def test_kazakh_has_every_list_that_the_others_have() -> None:
    others = [language.of(code).sections for code in ("fr", "en", "ru")]
    own = language.of("kk").sections
    shared = {
        (section, name)
        for section in others[0]
        for name in others[0][section]
        if all(name in other.get(section, {}) for other in others[1:])
    }
    lacking = {
        (section, name)
        for section, name in shared
        if not {name, f"behind_{name}"} & own.get(section, {}).keys()
    }
    assert lacking <= GRAMMAR.keys()


@pytest.mark.parametrize("code", language.ALL)
def test_words_that_are_read_are_those_that_are_said(code: str) -> None:
    says = dates.grammar(code)
    for name, said in (
        ("months", says.months),
        ("weekdays", says.weekdays),
        ("seasons", says.seasons),
    ):
        rows = language.of(code).words("dates", name)
        assert [row[0].casefold() for row in rows] == [word.casefold() for word in said]

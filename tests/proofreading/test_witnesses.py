"""Each list by which claims are found and judged names a sentence that needs it: without the list the
findings on that sentence are others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.languages import folding, language
from kzfr_cli.languages.language import Language
from kzfr_cli.proofreading import lexicon, vocabulary
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.proofreading.plain import TOKEN, plain
from kzfr_cli.proofreading.text import Text, cut
from kzfr_cli.store.index.reading import Index

SECTIONS = ("tables", "lists")
DAYS = (None, edtf.parse("2026-11-30"))
"""The text’s own date, unknown and known: the one or the other shows the difference."""

OTHERWISE = {
    "name_endings": lambda sentence: [
        vocabulary.bare(folding.fold(word)) for word in TOKEN.findall(sentence)
    ],
    "of_a_town": lambda sentence: vocabulary.Speller(
        {"parizh": [(["parizh"], ["_paris"])], "almaty": [(["almaty"], ["_almaty"])]},
        {"_paris": "place", "_almaty": "place"},
        ({}, {}),
    ).keys(sentence),
}
"""What is read with a list when the database is made ready, and not with a text."""

GRAMMAR = {
    "accompanying": "«мен» joins the two names as an and",
    "age": "an age has its own word, which is one of life",
    "aging": "the verb stands behind the number",
    "aged": "the pronouns do not tell a person from a thing",
    "at": "the ending of a case",
    "away": "the ending of a case",
    "before_word": "the ending of a case says before what, and «бұрын» stands behind the time",
    "candles": "no text was found that counts years so",
    "against": "the numbers of a vote are each found by themselves",
    "floors": "the denial stands behind the number",
    "future_endings": "the verbs stand in the list",
    "indefinite": "there is no article",
    "lasting": "the ending of a case",
    "levels": "the ending of a case",
    "name_endings": "the endings are added and replace nothing",
    "next": "«содан соң» is one of the words for after",
    "not_of": "what is celebrated stands before the years",
    "numbered": "the ordinal has an ending",
    "of": "the ending of a case",
    "of_whom": "participles before the noun",
    "participles": "the verb ends the clause",
    "perfect": "the ending of the verb",
    "plain_years": "a noun after a number stays singular",
    "relatives": "participles before the noun",
    "since": "the ending of a case, and «бері» stands behind the time",
    "spent": "«кейін» stands behind the time",
    "that": "the ending of a case",
    "those_of": "the ending of a case, and the noun is said again",
    "these": "the years of an anniversary have their own noun",
    "hosting": "the verb at the end",
    "sited": "the ending of a case",
    "stressing": "words before the number",
    "towards": "the ending of a case",
    "wedge": "the ending of a case",
    "whose": "participles before the noun",
    "within": "the ending of a case",
    "year_before": "«бір жыл бұрын» has its number",
}
"""What Kazakh says without words of its own, and by what."""


def named(*sections: str) -> Iterator[Any]:
    for code in language.ALL:
        for section in sections:
            for name in language.with_claims(code).sections[section]:
                yield pytest.param(code, section, name, id=f"{code}-{name}")


def emptied(words: Language, *names: tuple[str, str]) -> Language:
    sections = {section: dict(lists) for section, lists in words.sections.items()}
    for section, name in names:
        sections[section][name] = {"words": {} if section == "tables" else []}
    return Language(code=words.code, sections=sections)


def alone(code: str, *left_out: tuple[str, str]) -> lexicon.WordLists:
    """The words of one language; the others have every list, without a word."""
    hollow = [
        Language(
            code=other,
            sections={
                "lists": {
                    name: {"words": []}
                    for name in language.with_claims(other).sections["lists"]
                },
                "tables": {},
            },
        )
        for other in language.ALL
    ]
    return lexicon.WordLists([emptied(language.with_claims(code), *left_out), *hollow])


def needs(code: str, section: str, name: str) -> str:
    return str(language.with_claims(code).sections[section][name]["needs"])


def days(code: str, section: str, name: str) -> Iterator[edtf.PartialDate | None]:
    """The text’s own date, unknown and known, and that of the sentence, where it is said."""
    entry = language.with_claims(code).sections[section][name]
    yield from DAYS
    if "on" in entry:
        yield edtf.parse(entry["on"])


@pytest.fixture(scope="module")
def checker(packaged: Index) -> Checker:
    return Checker(packaged)


def forget(checker: Checker) -> None:
    """Forget what was worked out with the words of the text before."""
    linker = checker.linker
    for known in (linker.frames.speller._words, *vars(linker).values()):
        if isinstance(known, dict):
            known.clear()
    cut.cache_clear()


def read(
    checker: Checker, name: str, sentence: str, days: Iterable[edtf.PartialDate | None]
) -> Any:
    if name in OTHERWISE:
        return OTHERWISE[name](sentence)
    forget(checker)
    return [list(map(repr, checker.check(sentence, day))) for day in days]


@pytest.mark.parametrize(
    ("code", "section", "name"),
    [*named(*SECTIONS)],
)
def test_sentence_needs_the_words_of_its_claims(
    checker: Checker, monkeypatch: pytest.MonkeyPatch, code: str, section: str, name: str
) -> None:
    sentence = needs(code, section, name)
    on = [*days(code, section, name)]
    reads = []
    for words in (alone(code), alone(code, (section, name))):
        monkeypatch.setattr(lexicon, "load", lambda words=words: words)
        reads.append(read(checker, name, sentence, on))
    assert reads[0] != reads[1]


@pytest.mark.parametrize(("code", "section", "name"), [*named("lists")])
def test_sentence_says_a_word_of_the_list(
    monkeypatch: pytest.MonkeyPatch, code: str, section: str, name: str
) -> None:
    words = alone(code)
    monkeypatch.setattr(lexicon, "load", lambda: words)
    sentences = Text(needs(code, section, name)).sentences
    said = any(each.says(name) for each in sentences)
    ended = any(words.ends(name, word) for each in sentences for word in each.words)
    assert said or (ended and name.endswith("_endings")) or name in OTHERWISE


@pytest.mark.parametrize(("code", "section", "name"), [*named(*SECTIONS)])
def test_every_word_can_be_found_in_a_text(code: str, section: str, name: str) -> None:
    entry = language.with_claims(code).sections[section][name]["words"]
    words = entry if section == "lists" else [word for row in entry.values() for word in row]
    for word in words:
        assert (
            TOKEN.findall(plain(word).removesuffix("*")) == plain(word).rstrip("*").split()
        )


def test_kazakh_has_every_list_that_another_language_has() -> None:
    own = language.with_claims("kk").sections
    others = [language.with_claims(code).sections for code in language.ALL]
    lists = {name for other in others for name in other["lists"]}
    assert lists - own["lists"].keys() <= GRAMMAR.keys()
    for other in others:
        for name, entry in other["tables"].items():
            lacking = entry["words"].keys() - own["tables"][name]["words"].keys()
            assert not lacking

"""The sentences of errors and problems: each says what happened and what to type next."""

from __future__ import annotations

import re
import string

import pytest

from kzfr_cli import errors
from kzfr_cli.core import edtf
from kzfr_cli.errors import KzfrError, Problem
from kzfr_cli.locale import catalogue, messages, sentences

ENGLISH, FRENCH = catalogue.load("en"), catalogue.load("fr")


def leaves(kind: type[KzfrError] = KzfrError) -> list[type[KzfrError]]:
    below = kind.__subclasses__()
    return [leaf for each in below for leaf in leaves(each)] or [kind]


@pytest.mark.parametrize("kind", leaves(), ids=lambda kind: kind.__name__)
def test_every_error_has_a_sentence_with_the_facts_that_it_names(
    kind: type[KzfrError],
) -> None:
    said = next(sentences.ERRORS[each] for each in kind.__mro__ if each in sentences.ERRORS)
    places = {name for _, name, _, _ in string.Formatter().parse(said) if name}
    named = set(re.findall(r"`(\w+)`", kind.__doc__ or ""))
    assert places <= named
    assert bool(places) == bool(named)


@pytest.mark.parametrize(
    ("error", "english", "french"),
    [
        (
            errors.AmbiguousDateError(
                text="05/06/2018", readings=("2018-06-05", "2018-05-06")
            ),
            (
                "“05/06/2018” can be read as 2018-06-05 or 2018-05-06. Type the one you "
                "mean, or add "
                "--day-first."
            ),
            (
                "«\u00a005/06/2018\u00a0» peut se lire 2018-06-05 ou 2018-05-06. "
                "Tapez la date voulue, ou ajoutez --day-first."
            ),
        ),
        (
            errors.ImpossibleDateError(text="2018-02-30", last_valid="2018-02-28"),
            "There is no 2018-02-30: the last day of that month is 28 February 2018.",
            "Le 2018-02-30 n’existe pas\u00a0: le dernier jour de ce mois est le 28 février 2018.",
        ),
        (
            errors.UnknownIdError(id="astan", near=("astana", "almaty")),
            (
                "There is no entry “astan”. Did you mean: astana or almaty? To search for it: kzfr "
                "search astan"
            ),
            (
                "Il n’y a pas de fiche «\u00a0astan\u00a0». Vouliez-vous dire\u00a0: astana ou "
                "almaty\u202f? "
                "Pour chercher\u00a0: kzfr search astan"
            ),
        ),
        (
            errors.UnknownIdError(id="x", near=()),
            "There is no entry “x”. To search for it: kzfr search x",
            "Il n’y a pas de fiche «\u00a0x\u00a0». Pour chercher\u00a0: kzfr search x",
        ),
        (
            errors.UnknownWordError(what="place", word="x", near=("Astana",)),
            "There is no place “x”. Did you mean: Astana?",
            "Il n’y a pas de lieu «\u00a0x\u00a0». Vouliez-vous dire\u00a0: Astana\u202f?",
        ),
        (
            errors.UnwritableOutputError(path="/x", reason="Permission denied"),
            "/x cannot be written: Permission denied. Give another place.",
            "Écriture impossible de /x\u00a0: accès refusé. Indiquez un autre emplacement.",
        ),
        (
            errors.TooLargeError(path="a.toml", size=104_857_600, limit=1_000_000),
            "The file a.toml takes 104,857,600 bytes, more than the limit of 1,000,000. Split it.",
            (
                "Le fichier a.toml occupe 104\u202f857\u202f600 octets, plus que la limite de "
                "1\u202f000\u202f000. "
                "Partagez-le en plusieurs."
            ),
        ),
    ],
)
def test_an_error_is_told_in_its_language(
    error: KzfrError, english: str, french: str
) -> None:
    assert messages.sentence(error, ENGLISH) == english
    assert messages.sentence(error, FRENCH) == french


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2018-02-30", "the last day of that month is 28 February 2018"),
        ("2018-13", "months go from 01 to 12, and seasons from 21 to 24 without a day"),
        ("0000", "years go from 0001 to 9999"),
        ("2019/2018", "it ends before it starts"),
        ("../..", "one of its two ends must be a date"),
    ],
)
def test_a_date_that_is_refused_says_why(text: str, reason: str) -> None:
    with pytest.raises(errors.InvalidDateError) as refusal:
        edtf.parse(text)
    assert messages.sentence(refusal.value, ENGLISH) == f"“{text}” is not a date: {reason}."
    facts = tuple((name, str(value)) for name, value in refusal.value.facts.items())
    problem = Problem(
        path="a.toml", line=3, code="invalid-date", entry="x-2018", facts=facts
    )
    assert (
        messages.problem(problem, ENGLISH)
        == f"a.toml:3: “{text}” is not a date: {reason} (x-2018)"
    )


def test_an_error_without_a_sentence_still_tells_its_facts() -> None:
    assert messages.sentence(KzfrError(id="x"), ENGLISH) == "id='x'"


def test_text_that_a_terminal_would_obey_is_shown() -> None:
    said = messages.sentence(errors.UnknownIdError(id="\x1b[31m\u202ex", near=()), ENGLISH)
    assert "\x1b" not in said
    assert "‹U+001B›[31m‹U+202E›x" in said


def test_several_problems_are_told_in_one_line() -> None:
    problems = [
        Problem(path="a.toml", line=line, code="duplicate-id", entry="x") for line in (3, 9)
    ]
    assert messages.problems_line(problems, ENGLISH) == (
        "a.toml:3: this id is used twice in the file: the first entry is kept (x). "
        "2 problems in all. See: kzfr validate a.toml"
    )

"""What the readers of TOML and of the schema say is told in plain words of the language."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kzfr_cli.core.event import LANGUAGES
from kzfr_cli.locale import catalogue, messages, reasons
from kzfr_cli.store import files

SCHEMA = {
    '[[tags]]\nid = "two"\nlabel.en = 3\n': "it must be a text between quotes, not a whole number",
    '[[figures]]\nid = "two"\nvalue = "many"\n': "it must be a number, not a text between quotes",
    '[[events]]\nid = "two"\nonce = "yes"\n': "it must be true or false, not a text between quotes",
    '[[events]]\nid = "two"\ntags = "x"\n': "it must be a list in square brackets, not a text "
    "between quotes",
    '[[events]]\nid = "two"\ntitle = "x"\n': "it must be a table of fields, not a text between "
    "quotes",
    '[[events]]\nid = "two"\n[[events.dates]]\nkind = "signed"\nvalue '
    "= 12:30:00\n": "not a time without quotes",
    '[[events]]\nid = "two"\n[[events.dates]]\nkind = "sealed"\nvalue '
    '= "2008"\n': "“sealed” is none of the words",
    '[[tags]]\nid = "Deux"\n': "an id is of small letters, digits and hyphens",
    '[[tags]]\nid = "two"\nlabel.France = "x"\n': "a language is a code such as fr",
}
TOML = {
    "a = ": "a text stands between quotes",
    "a": "a name is followed by = and a value",
    'a = "x': "a quote is not closed on its line",
    'a = """x': "three quotes are not closed",
    'a = "C:\\q"': "write a backslash twice",
    "a = 1\na = 2": "this name stands there already",
    "a = [1,": "the square bracket is not closed",
    "a = {b=1": "the brace is not closed",
    "= 1": "a name is missing",
    "é = 1": "a name is of letters without accents",
    'a = "x" y': "nothing may follow on this line",
    "a = tru": "write true or false",
    "a = 2020-13-01": "there is no such date",
}


@pytest.fixture
def problem(write: Callable[..., Path]) -> Callable[[str, str], str]:
    """Tell the problem of a file in a language."""

    def told(text: str, lang: str) -> str:
        (found,) = [
            item for item in files.read(write(text)) if isinstance(item, messages.Problem)
        ]
        return messages.problem(found, catalogue.load(lang))

    return told


@pytest.mark.parametrize(("text", "said"), SCHEMA.items())
def test_a_value_that_the_schema_refuses_is_told_plainly(
    problem: Callable[[str, str], str], text: str, said: str
) -> None:
    assert said in problem(text, "en")


@pytest.mark.parametrize(("text", "said"), TOML.items())
def test_a_fault_of_toml_is_told_plainly(
    problem: Callable[[str, str], str], text: str, said: str
) -> None:
    assert said in problem(f'[[tags]]\nid = "two"\n{text}\n', "en")


@pytest.mark.parametrize("lang", [lang for lang in LANGUAGES if lang != "en"])
@pytest.mark.parametrize(
    "text", [*SCHEMA, *(f'[[tags]]\nid = "two"\n{text}\n' for text in TOML)]
)
def test_no_english_is_left(
    problem: Callable[[str, str], str], text: str, lang: str
) -> None:
    said = problem(text, lang)
    for word in (
        "Expected",
        "expected",
        "got",
        "Invalid",
        "invalid",
        "regex",
        "key",
        "string",
        "`",
    ):
        assert word not in said


def test_a_reason_that_nobody_foresaw_is_quoted() -> None:
    assert (
        reasons.plain("a new reason", catalogue.load("fr")) == "«\u00a0a new reason\u00a0»"
    )

"""Folding of text of any script to ASCII words."""

from __future__ import annotations

import subprocess
import sys

import pytest
from anyascii import anyascii
from hypothesis import given
from hypothesis import strategies as st

from kzfr_cli.languages import folding


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("L’Élysée", ["l", "elysee"]),
        ("Nour-Soultan", ["nour", "soultan"]),
        ("Сорбонна, 2014", ["sorbonna", "2014"]),
        ("Қасым-Жомарт Тоқаев", ["qasym", "zhomart", "toqaev"]),
        ("Әлихан", ["alikhan"]),
        ("«Œuvre» franco–kazakhe", ["oeuvre", "franco", "kazakhe"]),
        ("A400M, 1 000 € et 8-0", ["a400m", "1", "000", "et", "8", "0"]),
        ("e\u0301lyse\u0301e", ["elysee"]),
        ("co\u00adopération", ["cooperation"]),
        ("…", []),
        ("", []),
    ],
)
def test_words_are_ascii_lower_case_and_split_at_signs(text: str, words: list[str]) -> None:
    assert folding.words(text) == words
    assert folding.fold(text) == " ".join(words)


def test_own_letters_are_those_of_anyascii() -> None:
    for letter in folding.OWN_LETTERS:
        expected = "".join(filter(str.isalnum, anyascii(letter).lower()))
        assert folding.LETTERS[letter] == expected, letter


def test_spans_point_into_the_text_as_it_is() -> None:
    text = "L’Élysée : Щукин e\u0301te\u0301"
    assert [(word, text[start:end]) for word, start, end in folding.spans(text)] == [
        ("l", "L"),
        ("elysee", "Élysée"),
        ("shchukin", "Щукин"),
        ("ete", "e\u0301te\u0301"),
    ]


@given(st.text())
def test_any_text_gives_ascii_words_and_the_same_spans(text: str) -> None:
    words = folding.words(text)
    assert all(word.isascii() and word.isalnum() and word == word.lower() for word in words)
    assert words == [word for word, _, _ in folding.spans(text)]
    assert folding.words(" ".join(words)) == words


def test_four_languages_fold_without_importing_anyascii() -> None:
    program = (
        "import sys; from kzfr_cli.languages.folding import fold; fold('Élysée œuvre Нұр-Сұлтан Щукин "
        "Ғылым Әлем Һ');"
        "sys.exit('anyascii' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0

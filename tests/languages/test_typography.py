"""French typography: what is corrected, what is left alone, and that a second cleaning changes
nothing.
"""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kzfr_cli.languages.typography import french

NBSP, THIN = "\u00a0", "\u202f"


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("l'accord", "l’accord"),
        ("aujourd'hui", "aujourd’hui"),
        ("Pourquoi?", f"Pourquoi{THIN}?"),
        ("Pourquoi ?", f"Pourquoi{THIN}?"),
        ("Quoi ?!", f"Quoi{THIN}?!"),
        ("un ; deux", f"un{THIN}; deux"),
        ("un; deux", f"un{THIN}; deux"),
        ("Trois mots : un", f"Trois mots{NBSP}: un"),
        ("Trois mots: un", f"Trois mots{NBSP}: un"),
        ("«Sorbonne»", f"«{NBSP}Sorbonne{NBSP}»"),
        ("« Sorbonne » : oui", f"«{NBSP}Sorbonne{NBSP}»{NBSP}: oui"),
        ('"Sorbonne"', f"«{NBSP}Sorbonne{NBSP}»"),
        ('dit "oui" et "non"', f"dit «{NBSP}oui{NBSP}» et «{NBSP}non{NBSP}»"),
        ("25%", f"25{NBSP}%"),
        ("25 % de plus", f"25{NBSP}% de plus"),
        ("3,9 Md€", f"3,9{NBSP}Md€"),
        ("4 000 km", f"4{THIN}000{NBSP}km"),
        ("1 234 567 habitants", f"1{THIN}234{THIN}567 habitants"),
        ("loi n°5", f"loi n°{NBSP}5"),
        ("M. Nazarbaïev", f"M.{NBSP}Nazarbaïev"),
        ("et...", "et…"),
    ],
)
def test_a_fault_is_corrected(typed: str, clean: str) -> None:
    assert french(typed) == clean


@pytest.mark.parametrize(
    "text",
    [
        "",
        "https://example.org/a?b=1;c='d'!",
        "http://example.org/l'accord?x=25%20",
        "www.example.org/a;b?",
        "doi:10.1000/182!",
        "à 10:30",
        "1:2",
        "a::b",
        '`kzfr search "x" ; kzfr info !`',
        "&nbsp;&amp;",
        "En 2018 300 étudiants",
        "+7 727 250 1234",
        "1992..1993",
        "le 6' de la partition",
        'un " seul',
    ],
)
def test_what_is_no_fault_is_left_alone(text: str) -> None:
    assert french(text) == text


def test_an_address_within_a_sentence_is_left_alone_and_the_rest_is_cleaned() -> None:
    found = french(
        '"https://example.org/?a=1;b" et "l\'accord" : voir https://example.org/x?y !'
    )
    assert found == (
        f"«{NBSP}https://example.org/?a=1;b{NBSP}» et «{NBSP}l’accord{NBSP}»{NBSP}: voir "
        f"https://example.org/x?y{THIN}!"
    )


MARKS = list(" ;:!?«»\"'’…%€.,()`&\n\t\u00a0\u202f\ue000")
WORDS = ["https://e.org/a?b;c", "n°", "M. ", "1 000", "12", "mot", "...", "Été"]
PIECES = st.lists(
    st.one_of(st.sampled_from(MARKS + WORDS), st.text(max_size=3)), max_size=20
).map("".join)


@given(st.one_of(PIECES, st.text()))
@example('"«a»" "b"')
@example("« ; »")
@example("\ue000 ;")
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert french(french(text)) == french(text)


@given(PIECES)
def test_only_spaces_quotes_apostrophes_and_dots_change(text: str) -> None:
    def letters(text: str) -> str:
        return "".join(
            character
            for character in text
            if not character.isspace() and character not in "\"«»'’.…"
        )

    assert letters(french(text)) == letters(text)


@given(
    st.from_regex(r"https://[a-z]{1,8}\.org/[a-z0-9?;:!='%&]{0,20}", fullmatch=True), PIECES
)
def test_no_address_changes(address: str, text: str) -> None:
    assert address in french(f"{text} {address} {text}")

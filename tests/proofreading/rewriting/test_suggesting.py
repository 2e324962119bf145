"""What is suggested for wrong words, by the line in which they stand."""

from __future__ import annotations

from kzfr_cli.database import open_database

FRENCH = "Le traité de partenariat stratégique a été signé le 11 juin 2009.\n"
KAZAKH = "KTZ men Alstom 2010 jyly 28 qazanda kelisimge qol qoidy.\n"


def suggested(text: str) -> dict[str, tuple[str, ...]]:
    """What is suggested for each wrong date of a text."""
    with open_database(lang="en") as database:
        found = database.check(text)
        return {
            each.text: each.suggestions for each in found if each.verdict == "contradicted"
        }


def test_nothing_is_suggested_for_kazakh_in_latin_letters() -> None:
    assert suggested(KAZAKH) == {"2010 jyly 28 qazanda": ()}


def test_a_line_of_kazakh_in_latin_letters_takes_no_suggestion_from_the_lines_beside_it() -> (
    None
):
    found = suggested(FRENCH + "\n" + KAZAKH)
    assert found["11 juin 2009"] == ("11 juin 2008",)

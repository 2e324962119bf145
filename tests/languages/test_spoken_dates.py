"""Years and days in words, as people say them in a query."""

from __future__ import annotations

import pytest

from kzfr_cli.languages import spoken_dates


@pytest.mark.parametrize(
    ("text", "figured"),
    [
        ("le trois juillet deux mille vingt-cinq", "le 3 juillet 2025"),
        ("juin mille neuf cent quatre-vingt-douze", "juin 1992"),
        ("en dix-neuf cent quatre-vingt-douze", "en 1992"),
        ("the third of July twenty twenty-five", "the third of July 2025"),
        ("July third, two thousand and five", "July 3, 2005"),
        ("june the eleventh nineteen ninety-two", "june the 11 1992"),
        ("december eighteenth, twenty seventeen", "december 18, 2017"),
        ("twenty first of May twenty nineteen", "twenty first of May 2019"),
        ("третье июля две тысячи двадцать пятого года", "3 июля 2025 года"),
        ("в двухтысячном", "в 2000"),
        ("тысяча девятьсот девяносто второй", "1992"),
        ("екі мың он үшінші жылғы он бірінші маусым", "2013 жылғы 11 маусым"),
        ("twenty agreements", "twenty agreements"),
        ("trente ans de relations", "trente ans de relations"),
    ],
)
def test_years_and_days_in_words_are_written_in_figures(text: str, figured: str) -> None:
    assert spoken_dates.figured(text).text == figured


def test_each_character_knows_where_it_stood() -> None:
    text = "visite de juin deux mille huit à Paris"
    read = spoken_dates.figured(text)
    start = read.text.index("2008")
    assert text[read.places[start] : read.places[start + 4]] == "deux mille huit"
    assert text[read.places[read.text.index("Paris")] :] == "Paris"
    assert read.places[len(read.text)] == len(text)

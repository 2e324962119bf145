"""A wrong amount is written anew in the figures, the scale and the currency of the text."""

from __future__ import annotations

import pytest

from kzfr_cli.proofreading.rewriting import amounts


@pytest.mark.parametrize(
    ("written", "value", "unit", "lang", "said"),
    [
        ("4,9 milliards d'euros", 3.9e9, "EUR", "fr", "3,9 milliards d'euros"),
        ("11,14 milliards de dollars", 11.14e9, "EUR", "fr", "11,14 milliards d’euros"),
        ("230 millions d’euros", 230e6, "USD", "fr", "230 millions de dollars"),
        ("1 800 euros par mois", 1200, "EUR", "fr", "1 200 euros par mois"),
        ("18,61", 16.81, "percent", "fr", "16,81"),
        ("4 600 tonnes", 46_000, "tonne", "fr", "46 000 tonnes"),
        ("cinq fois par semaine", 3, "/week", "fr", "trois fois par semaine"),
        ("reached €4.2 billion", 4.2456e9, "USD", "en", "reached $4.25 billion"),
        ("USD 50 million", 50e6, "EUR", "en", "EUR 50 million"),
        ("82.95 percent", 28.95, "percent", "en", "28.95 percent"),
        ("40 млрд долларов", 3.988e9, "USD", "ru", "3,99 млрд долларов"),
        ("910 миллионов долларов", 190e6, "USD", "ru", "190 миллионов долларов"),
        ("1 200 еуро", 2100, "EUR", "kk", "2 100 еуро"),
        ("29 пайызға", 39, "percent", "kk", "39 пайызға"),
    ],
)
def test_only_the_wrong_part_is_changed(
    written: str, value: float, unit: str, lang: str, said: str
) -> None:
    assert amounts.rewrite(written, value, unit, lang) == said


@pytest.mark.parametrize(
    ("written", "value", "unit", "lang"),
    [
        ("2 milliards d'euros", 230e6, "EUR", "fr"),
        ("de 1 500 à 40 000 tonnes", 4000, "tonne", "fr"),
        ("quarante millions", 30e6, "", "fr"),
    ],
)
def test_what_cannot_be_said_so_is_left(
    written: str, value: float, unit: str, lang: str
) -> None:
    assert amounts.rewrite(written, value, unit, lang) == ""


def test_a_number_without_its_currency_names_no_unit() -> None:
    assert amounts.names_unit("3,0 Md€", "EUR")
    assert not amounts.names_unit("3,0 Md", "EUR")

"""A text in none of the four languages is known to be so."""

from __future__ import annotations

import pytest

from kzfr_cli.proofreading.texts import tongue

GERMAN = (
    "Der Vertrag über die strategische Partnerschaft zwischen Frankreich und Kasachstan wurde am "
    "11. Juni 2008 in Paris unterzeichnet. Die beiden Präsidenten trafen sich dort und sprachen "
    "über die Zusammenarbeit."
)
SPANISH = (
    "El tratado de asociación estratégica entre Francia y Kazajistán fue firmado el 11 de junio de "
    "2008 en París. Los dos presidentes se reunieron y hablaron de la cooperación en el espacio."
)
UKRAINIAN = (
    "Договір про стратегічне партнерство між Францією та Казахстаном було підписано 11 червня 2008 "
    "року в Парижі."
)
FRENCH = (
    "Nicolas Sarkozy s’est félicité de la signature de 24 accords. Le traité est entré en vigueur "
    "après sa ratification par les deux parlements, et les ministres se réunissent chaque année."
)
RUSSIAN = (
    "Официальный визит президента во Францию завершился подписанием 35 документов, которые "
    "касаются работы двух стран в энергетике."
)
KAZAKH = (
    "Қазақстан мен Франция арасындағы дипломатиялық қатынастар 1992 жылғы 25 қаңтарда орнатылды, "
    "содан бері екі ел басшылары жиі кездеседі."
)
NAMES = "Sarkozy, Nazarbaïev, Tokaïev, Macron, Hollande, Alstom, Airbus, Total, Areva, Orano, Vinci"


@pytest.mark.parametrize("text", [GERMAN, SPANISH, UKRAINIAN])
def test_other_languages_are_foreign(text: str) -> None:
    assert tongue.is_foreign(text)


@pytest.mark.parametrize("text", [FRENCH, RUSSIAN, KAZAKH, NAMES, "", "2008"])
def test_our_languages_are_not(text: str) -> None:
    assert not tongue.is_foreign(text)

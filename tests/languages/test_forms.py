"""How sentences are put together in each language."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.languages import dates, language, ordinals, typography
from kzfr_cli.locale import catalogue

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2022-09-17", "le 17 septembre 2022"),
        ("2022-09-01", "le 1er septembre 2022"),
        ("2022-09", "septembre 2022"),
        ("2022-21", "le printemps 2022"),
        ("199X", "les années 1990"),
        ("2022~", "vers 2022"),
    ],
)
def test_french_date_as_a_noun_has_its_article(text: str, words: str) -> None:
    assert dates.noun_in_words(edtf.parse(text), "fr") == words


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Дата — {date}.", "Дата — 2008 г."),
        ("{date}...", "2008 г...."),
        ("1992/.. ({date})", "1992/.. (2008 г.)"),
    ],
)
def test_stop_is_not_doubled_after_an_abbreviation(sentence: str, said: str) -> None:
    assert catalogue.load("en").text(sentence, date="2008 г.") == said


def test_sentence_numbers_an_anniversary_in_kazakh_by_its_years() -> None:
    said = {code: ordinals.anniversary_in_text(25, code) for code in language.ALL}
    assert said == {"fr": "25e", "en": "25th", "ru": "25-я", "kk": "25 жылдығы"}


@pytest.mark.parametrize(
    ("lang", "said"),
    [("fr", "« --x »"), ("en", "“--x”"), ("ru", "«--x»"), ("kk", "«--x»")],
)
def test_quotation_marks_are_those_of_the_language(lang: str, said: str) -> None:
    assert typography.with_own_quotes("Option '--x', l'autre", lang) == (
        f"Option {said}, l'autre".replace("« ", "«\u00a0").replace(" »", "\u00a0»")
    )


@pytest.mark.parametrize("lang", language.ALL)
def test_refusal_of_the_command_line_has_one_kind_of_quotation_marks(
    kzfr: Run, lang: str
) -> None:
    said = kzfr("timeline", "--category", "zzz", "--lang", lang).stderr
    assert "'" not in said
    assert '"' not in said


def test_distance_of_a_near_day_is_said_once(kzfr: Run) -> None:
    said = kzfr("anniversary", "--date", "2018-06-05", "--lang", "en").stdout
    assert "(5 days later)" in said
    assert "+5" not in said


@pytest.mark.parametrize(
    ("text", "said"),
    [("2018 г.", "2018 г."), ("2018", "2018."), ("Quand ?", "Quand ?"), ("…", "…")],
)
def test_full_stop_is_that_of_an_abbreviation(text: str, said: str) -> None:
    assert typography.closed(text) == said


@pytest.mark.parametrize("lang", ["ru", "kk"])
@pytest.mark.parametrize("ending", ["md", "html"])
def test_no_stop_is_doubled_in_a_file(
    kzfr: Run, tmp_path: Path, lang: str, ending: str
) -> None:
    target = tmp_path / f"events.{ending}"
    result = kzfr("export", "--from", "2008", "--to", "2008", str(target), "--lang", lang)
    assert result.returncode == 0, result.stderr
    assert re.findall(r".{20}[гж]\.\.[^.]", target.read_text("utf-8")) == []

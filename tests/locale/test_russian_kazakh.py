"""Russian and Kazakh: whole pages in Cyrillic, and the plural forms of each language."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from kzfr_cli.errors import AmbiguousDateError, UnknownIdError
from kzfr_cli.locale import catalogue, messages, quantities
from tests.locale.test_catalogue import TOOL

LANGUAGES = ("ru", "kk")
CYRILLIC = """
[[sources]]
id = "senate"
title = "Доклад Сената"
publisher = "Сенат"
url = "https://example.org/senate"
kind = "official"
language = "fr"

[[names]]
id = "astana"
kind = "place"
label.en = "Астана"

[[events]]
id = "treaty-2008"
category = "treaty"
title.en = "Договор"
summary.en = "Подписан."
places = ["astana"]
former_ids = ["treaty-2007"]

[[events.dates]]
kind = "signed"
value = "2008-06-11"
status = "preferred"
sources = ["senate"]

[[events.dates]]
kind = "in-force"
value = "2010"
status = "accepted"
sources = ["senate"]

[[events.dates]]
kind = "celebrated"
value = "2018-06-05"
status = "disputed"
sources = ["senate"]
note.en = "По статье."

[[events.sources]]
id = "senate"
says = "Подписан."

[[events]]
id = "visit-2018"
category = "visit"
scope = "context"
title.en = "Визит"
places = ["astana"]

[[events.dates]]
kind = "occurred"
value = "2016-06"
status = "preferred"

[[indicators]]
id = "trade"
label.en = "Торговля"
measures.en = "Всё."

[[figures]]
id = "trade-2017"
indicator = "trade"
period = "2017"
value = 3.9
unit = "EUR bn"
bound = "about"
status = "preferred"
label.en = "Торговля"

[[figures.sources]]
id = "senate"
"""
CODES = re.compile(
    r"https?://\S+|\[\S+\]|/\S+|--?[a-z-]+|kzfr( [a-z]+)*|K\d+ "
    r"[a-z-]+|\b[A-Z]{3,4}(-8)?\b|\b[a-z]+(-[a-z]+)*-\d{4}"
    r"|\b(fr|en|ru|kk|Python|juin|senate)\b"
)
"""What stands in Latin letters in any language: addresses, ids, options, commands, codes."""


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "arguments",
    [
        ["anniversary", "--date", "2018-06-05"],
        ["anniversary", "--year", "2018"],
        ["timeline"],
        ["timeline", "--from", "1900", "--to", "1901"],
        ["show", "treaty-2008"],
        ["show", "visit-2018"],
        ["show", "astana"],
        ["show", "senate"],
        ["show", "nothing-2000"],
        ["search", "договор"],
        ["search", "нетничего"],
        ["figures"],
        ["figures", "trade"],
        ["sources"],
        ["cite", "treaty-2008"],
        ["info"],
        ["anniversary", "--date", "05/06/2018"],
        ["anniversary", "--date", "2018-06-31"],
    ],
    ids=" ".join,
)
def test_nothing_is_said_in_english(
    kzfr: Callable[..., subprocess.CompletedProcess[str]],
    tmp_path: Path,
    lang: str,
    arguments: list[str],
) -> None:
    base = tmp_path / "base.toml"
    base.write_text(CYRILLIC, encoding="utf-8")
    found = kzfr("--lang", lang, "--no-packaged", "--db", str(base), *arguments)
    said = found.stdout + found.stderr
    assert re.search("[а-яё]", said)
    assert re.findall("[A-Za-z]{2,}", CODES.sub("", said)) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_check_is_explained(
    kzfr: Callable[..., subprocess.CompletedProcess[str]], lang: str
) -> None:
    explained = kzfr("--lang", lang, "validate", "--explain", "K101").stdout
    text = catalogue.load(lang).text
    for word in ("Rule", "Why", "How to repair", "Example"):
        assert re.search(f"^{word}$", explained, re.MULTILINE) is None
        assert re.search(f"^{text(word)}$", explained, re.MULTILINE)
    assert " ".join(
        text("Correct the id, or add the page as a [[sources]] entry.").split()
    ) in " ".join(explained.split())


def test_russian_has_three_plural_forms() -> None:
    russian = catalogue.load("ru")
    assert [
        russian.plural("{count} event", "{count} events", n, count=n)
        for n in (0, 1, 2, 5, 11, 21, 322)
    ] == [
        "0 событий",
        "1 событие",
        "2 события",
        "5 событий",
        "11 событий",
        "21 событие",
        "322 события",
    ]


def test_a_kazakh_noun_stays_singular_after_a_number() -> None:
    kazakh = catalogue.load("kk")
    assert [
        kazakh.plural("{count} event", "{count} events", n, count=n) for n in (1, 2, 5)
    ] == [
        "1 оқиға",
        "2 оқиға",
        "5 оқиға",
    ]


@pytest.mark.parametrize("value", [1, 2, 5])
def test_counted_things_agree_with_their_number(value: int) -> None:
    russian = {1: "1 компания", 2: "2 компании", 5: "5 компаний"}
    assert quantities.quantity(value, "companies", catalogue.load("ru")) == russian[value]
    assert (
        quantities.quantity(value, "companies", catalogue.load("kk")) == f"{value} компания"
    )


def test_amounts_are_written_as_the_language_writes_them() -> None:
    assert (
        quantities.quantity(3.9, "EUR bn", catalogue.load("ru")) == "3,9\u00a0млрд\u00a0евро"
    )
    assert (
        quantities.quantity(3.9, "EUR bn", catalogue.load("kk")) == "3,9\u00a0млрд\u00a0еуро"
    )
    assert (
        quantities.bounded(25, "percent", "nearly", catalogue.load("ru"))
        == "почти 25\u00a0%"
    )


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (
            "ru",
            "Записи «x» нет. Возможно, вы имели в виду: y или z? Чтобы найти: kzfr search x",
        ),
        (
            "kk",
            "«x» жазбасы жоқ. Мүмкін, мынау керек: y немесе z? Іздеу үшін: kzfr search x",
        ),
    ],
)
def test_an_error_says_what_to_type_next(lang: str, expected: str) -> None:
    assert (
        messages.sentence(UnknownIdError(id="x", near=("y", "z")), catalogue.load(lang))
        == expected
    )


def test_an_ambiguous_date_gives_both_readings() -> None:
    error = AmbiguousDateError(text="05/06/2018", readings=("2018-06-05", "2018-05-06"))
    said = messages.sentence(error, catalogue.load("ru"))
    assert said.startswith(
        "«05/06/2018» можно прочесть по-разному: 2018-06-05 или 2018-05-06."
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_typography_is_that_of_the_language(lang: str) -> None:
    source = next(path for path in TOOL.sources() if path.parent.parent.name == lang)
    for message in TOOL.read(source):
        for form in TOOL.forms_of(message.string) if message.id else []:
            bare = form.replace('`translation = "unreviewed"`', "").replace(
                '`"reviewed"`', ""
            )
            bare = bare.replace("pip install 'kzfr[{extra}]'", "")
            assert '"' not in bare
            assert "'" not in bare
            assert " - " not in form
            assert "..." not in form.removesuffix(
                "..."
            )  # a word for a value that may be repeated
            assert "  " not in form
            assert form.count("«") == form.count("»")

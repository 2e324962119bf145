"""Queries as strangers type them: in everyday words, with figures in groups, in letters that look alike."""

from __future__ import annotations

import pytest

from kzfr_cli.languages import letters, stems
from kzfr_cli.search import engine
from kzfr_cli.store.index import thesaurus
from kzfr_cli.store.index.reading import Index


def ids(index: Index, query: str) -> list[str]:
    """List the first five answers to a query."""
    return [hit.id for hit in engine.search(index.connection, query, limit=5).hits]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("46 000 тонна уран", "katco-south-tortkuduk-permit-2022"),
        ("46000 tonnes uranium", "katco-south-tortkuduk-permit-2022"),
        ("первые вертолёты ЕС145 получены", "ec145-first-deliveries-2011"),
        ("vaches charolaises Kazakhstan", "french-cattle-exports-2011"),
        ("французские коровы приехали в Казахстан", "french-cattle-exports-2011"),
        ("Аблязов экстрадиция Госсовет", "ablyazov-conseil-etat-2016"),
    ],
)
def test_what_people_type_finds_what_they_mean(
    packaged: Index, query: str, first: str
) -> None:
    assert ids(packaged, query)[:1] == [first]


@pytest.mark.parametrize(
    "query",
    [
        "Michelin tyre plant",
        "French embassy in Bishkek",
        "météo almaty demain",
        "погода в Париже",
        "decathlon store opening",
    ],
)
def test_a_name_or_thing_that_nothing_tells_of_has_no_answer(
    packaged: Index, query: str
) -> None:
    assert ids(packaged, query) == []


def test_a_small_word_of_kazakh_in_latin_letters_falls_away(packaged: Index) -> None:
    """“kashan” was sought as a word, and the independence not found."""
    assert ids(packaged, "tauelsizdik kashan") == ids(packaged, "tauelsizdik") != []


def test_a_part_of_a_hyphenated_word_leads_nowhere() -> None:
    """“stop flying” was answered with a non-stop flight."""
    assert [*thesaurus.keys(["non-stop"])] == ["non stop"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("ЕС145", "EC145"), ("Cорбонна", "Сорбонна"), ("Алматы", ""), ("EC145", "")],
)
def test_letters_of_one_shape_are_read_in_one_script(typed: str, meant: str) -> None:
    assert letters.in_one_script(typed) == meant


def test_an_adjective_is_of_the_root_of_its_noun() -> None:
    assert stems.are_related("titanovom", "titan", is_cyrillic=True)
    assert not stems.are_related("titanovom", "titul", is_cyrillic=True)

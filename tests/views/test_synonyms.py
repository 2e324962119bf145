"""The thesaurus as a page holds it: what its events need, and no more."""

from __future__ import annotations

import pytest

from kzfr_cli.store.index import thesaurus
from kzfr_cli.views.synonyms import Shelf, elsewhere, line, lines

TREATIES = ("Traité signé", "Treaty of friendship", "Accord de défense", "Договор о дружбе")
WORDS = "traité traités accord pacte treaty договор соглашение"


def told(texts: tuple[str, ...], *languages: str, words: str = WORDS) -> str:
    """Return what a page of these texts holds of a line."""
    return line(words, words, "", Shelf(texts, languages))


def test_the_shortest_word_of_a_root_stands_for_all() -> None:
    said = told(TREATIES, "fr").replace("~", " ").replace(";", " ").replace(":", " ")
    assert "traite" in said.split()
    assert "traites" not in said.split()


def test_a_word_that_no_event_has_only_leads_to_the_others() -> None:
    assert "^pacte" in told(TREATIES, "fr")


def test_a_word_that_most_events_have_already_does_not_lead_to_the_others() -> None:
    assert "~traite" in told(("traité accord", "traité"), "fr")
    assert "~traite" not in told(("traité", "accord", "accord"), "fr")


def test_a_line_without_an_event_is_left_out() -> None:
    assert told(("Exposition à Paris",), "fr") == ""


def test_a_line_of_a_category_stays() -> None:
    shelf = Shelf(("Exposition à Paris",), ["fr"])
    assert line("visite voyage", "visite voyage", "_tag_visit", shelf).startswith("visit:")


@pytest.mark.parametrize(
    ("languages", "latin", "cyrillic"),
    [(("fr",), True, False), (("kk",), False, True), (("en", "ru"), True, True)],
)
def test_a_page_holds_the_words_of_the_scripts_of_its_texts(
    languages: tuple[str, ...], latin: bool, cyrillic: bool
) -> None:
    before, after = told(TREATIES, *languages).partition(":")[2].split(";")
    assert (bool(before), bool(after)) == (latin, cyrillic)
    names = elsewhere(Shelf((), languages)).split(";")
    assert [bool(part) for part in names] == [latin, cyrillic]


def test_words_together_are_found_where_all_of_them_stand() -> None:
    shelf = Shelf(("La route de la soie", "Une route"), ["fr"])
    assert shelf.having("route_soie", False) == {0}


def test_an_ordinal_is_told_once() -> None:
    shelf = Shelf(("Le 80e anniversaire",), ["fr"])
    said = line("eightieth 80e 80th", "eightieth 80e 80th", "", shelf)
    assert sum("80" in word for word in said.split()) == 1


def test_the_packaged_lines_name_each_kind() -> None:
    shelf = Shelf(("Une visite",), ["fr"])
    kinds = {told.partition(":")[0] for told in lines(shelf, thesaurus.SAME)}
    assert {"visit", "treaty", "signed"} <= kinds

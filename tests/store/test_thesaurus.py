"""The thesaurus is what it says: words that lead to others, in four languages."""

from __future__ import annotations

from kzfr_cli.store.index import thesaurus


def said(word: str) -> dict[str, set[str]]:
    """List what a word leads to, by the token of its kind of events."""
    found: dict[str, set[str]] = {}
    for key, _, token, words, _ in thesaurus.rows():
        if key == word:
            found.setdefault(token, set()).update(words.split(" | "))
    return found


def test_a_word_leads_to_those_of_the_other_languages() -> None:
    assert {"embassy", "posolstvo", "elshilik"} <= said("ambassade")[""]
    assert {"ambassade", "embassy"} <= said("posolstv")[""]


def test_several_words_together_lead_and_are_found() -> None:
    assert "premiere pierre" in said("first stone")[""]
    assert "first stone" in said("premiere pierre")[""]


def test_a_category_and_a_holiday_have_their_token() -> None:
    assert "_tag_visit" in said("sapar")
    assert "_d1225" in said("noel")


def test_a_wider_word_finds_what_does_not_find_it() -> None:
    assert "vache" in said("animal")[""]
    assert "animal" not in said("vache")[""]


def test_what_is_elsewhere_is_known_by_its_stem() -> None:
    assert thesaurus.ELSEWHERE in said("tachkent")
    assert thesaurus.ELSEWHERE in said("brazili")

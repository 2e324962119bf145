"""The parts of the search of a site hold every word once, and are read back to what was written."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from kzfr_cli.formats.site import packing, shards
from kzfr_cli.formats.site.shards import ANY, FIELDS, NAMES_OF_PART, Finder
from kzfr_cli.store.index.reading import Index
from kzfr_cli.views.sites import Blocks
from kzfr_cli.views.speaker import Speaker


def unpacked(text: str) -> list[int]:
    """Read numbers as the script of the site does."""
    found, value, shift = [], 0, 0
    for sign in text:
        bits = packing.ALPHABET.index(sign)
        value += (bits & 31) << shift
        shift = shift + packing.BITS if bits & packing.MORE else 0
        if not shift:
            found.append(value)
            value = 0
    return found


def read(text: str) -> list[int]:
    """Read postings as the script of the site does."""
    document, found = 0, []
    for step in unpacked(text):
        document += step // FIELDS
        found.append(document * FIELDS + step % FIELDS)
    return found


def test_numbers_are_read_back() -> None:
    values = [0, 1, 31, 32, 1023, 1024, packing.CACHED - 1, packing.CACHED, 10**6, 2**30]
    assert unpacked(packing.numbers(values)) == values
    assert len({packing.fixed(value, 3) for value in range(64**3)}) == 64**3


def test_postings_are_read_back() -> None:
    values = [0, 3, 4, 5 * FIELDS + 2, 100_000 * FIELDS + 1]
    assert read(packing.postings(values, FIELDS)) == values


@pytest.fixture(scope="module")
def finder(packaged: Index) -> Finder:
    """Read the words of the packaged events."""
    from kzfr_cli.locale import catalogue
    from kzfr_cli.queries import filters
    from kzfr_cli.queries.filters import Filters

    blocks = Blocks(
        Speaker(packaged, catalogue.load("en")),
        tuple(filters.weighed(packaged, Filters())),
    )
    made = Finder(range(len(blocks)))
    for block in blocks:
        for event, seen in block.pairs:
            made.add(event, seen)
    return made


def unnamed(part: Mapping[str, str]) -> dict[str, str]:
    """Return the words of a part without what tells which of them are names."""
    return {word: text for word, text in part.items() if word != NAMES_OF_PART}


def test_a_part_knows_which_of_its_words_are_names(finder: Finder) -> None:
    names = {
        name for _, part in finder.parts() for name in part.get(NAMES_OF_PART, "").split()
    }
    assert {"paris", "alstom", "sarkozy", "nazarbaiev"} <= names
    assert not {"nicolas", "visit", "traite"} & names


@pytest.mark.parametrize("largest", [300, 5_000, 250_000])
def test_every_word_stands_in_one_part_by_its_beginning(
    finder: Finder, monkeypatch: pytest.MonkeyPatch, largest: int
) -> None:
    monkeypatch.setattr(shards, "LARGEST", largest)
    parts = {beginning: unnamed(part) for beginning, part in finder.parts()}
    words = [word for part in parts.values() for word in part if ANY not in word]
    assert sorted(words) == list(finder.standing())
    for beginning, part in parts.items():
        assert all(word.startswith(beginning.rstrip("_")) for word in part), beginning
        for word, text in part.items():
            if ANY not in word:
                assert read(text) == finder.standing()[word], word


def test_a_beginning_whose_words_stand_elsewhere_knows_the_weightiest(
    finder: Finder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shards, "LARGEST", 300)
    parts = dict(finder.parts())
    known = read(parts["s_"]["s" + ANY])
    of_all = {
        packed // FIELDS
        for word, found in finder.standing().items()
        if word.startswith("s")
        for packed in found
    }
    assert [packed // FIELDS for packed in known] == sorted(of_all)[: shards.WEIGHTIEST]

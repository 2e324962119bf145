"""Two names are one where they are heard alike, whatever the alphabet and the ending."""

from __future__ import annotations

import pytest

from kzfr_cli.proofreading import spelt


@pytest.mark.parametrize(
    ("said", "known"),
    [
        (["марека", "альтера"], ["marek", "halter"]),
        (["жан", "ив", "ледриан"], ["jean", "yves", "le", "drian"]),
        (["гиоже"], ["sylvain", "guiauge"]),
        (["лораном", "фабьюсом"], ["лоран", "фабиус"]),
        (["юбер", "ведрина"], ["hubert", "vedrine"]),
    ],
)
def test_another_spelling_is_the_same_name(said: list[str], known: list[str]) -> None:
    assert spelt.is_one(said, known)


@pytest.mark.parametrize(
    ("said", "known"),
    [
        (["марек", "штерн"], ["marek", "halter"]),
        (["jean", "yves", "lorient"], ["jean", "yves", "le", "drian"]),
        (["эрве", "морен"], ["gerard", "longuet"]),
        (["marie", "martin"], ["philippe", "martinet"]),
    ],
)
def test_another_given_name_or_surname_is_another_name(
    said: list[str], known: list[str]
) -> None:
    assert not spelt.is_one(said, known)

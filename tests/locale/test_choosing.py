"""The language of the output: the option, then KZFR_LANG, then the locale, then English."""

from __future__ import annotations

import pytest

from kzfr_cli.locale import choosing


@pytest.mark.parametrize(
    ("asked", "environment", "lang"),
    [
        ("fr", {"KZFR_LANG": "ru", "LANG": "kk_KZ.UTF-8"}, "fr"),
        (None, {"KZFR_LANG": "ru", "LANG": "kk_KZ.UTF-8"}, "ru"),
        (None, {"LANG": "fr_FR.UTF-8"}, "fr"),
        (None, {"LANG": "fr"}, "fr"),
        (None, {"LANG": "kk_KZ"}, "kk"),
        (None, {"LANG": "fr_FR.UTF-8", "LC_MESSAGES": "ru_RU.UTF-8"}, "ru"),
        (
            None,
            {"LANG": "fr_FR.UTF-8", "LC_MESSAGES": "ru_RU.UTF-8", "LC_ALL": "kk_KZ.UTF-8"},
            "kk",
        ),
        (None, {"LANG": "fr_FR.UTF-8", "LC_ALL": ""}, "fr"),
        (None, {"LANG": "fr_FR.UTF-8", "LC_ALL": "C"}, "en"),
        (None, {"LANG": "de_DE.UTF-8"}, "en"),
        (None, {"LANG": "C.UTF-8"}, "en"),
        (None, {"KZFR_LANG": "de", "LANG": "fr_FR"}, "fr"),
        (None, {}, "en"),
    ],
)
def test_the_nearest_wish_wins(
    asked: str | None, environment: dict[str, str], lang: str
) -> None:
    assert choosing.choose(asked, environment) == lang


@pytest.mark.parametrize(
    ("arguments", "lang"),
    [
        (["--lang", "fr", "timeline"], "fr"),
        (["timeline", "--lang=ru"], "ru"),
        (["timeline", "--lang"], None),
        (["timeline"], None),
    ],
)
def test_an_error_before_the_options_are_read_has_their_language(
    arguments: list[str], lang: str | None
) -> None:
    assert choosing.asked(arguments) == lang

"""The charset of a text is told by its mark, by what it declares, or by how it looks."""

from __future__ import annotations

import pytest

from kzfr_cli.store import charsets

RUSSIAN = "Договор о стратегическом партнёрстве между Францией и Казахстаном был подписан."
FRENCH = "Le traité de partenariat stratégique a été signé à Paris le 11 juin 2008."
KAZAKH = "Қазақстан мен Франция арасындағы қатынастар 1992 жылғы 25 қаңтарда орнатылды."


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp866"),
        (RUSSIAN, "iso8859-5"),
        (RUSSIAN, "mac-cyrillic"),
        (RUSSIAN, "utf-16-le"),
        (RUSSIAN, "utf-32-be"),
        (FRENCH, "cp1252"),
        (FRENCH, "mac-roman"),
        (FRENCH, "cp850"),
        (KAZAKH, "kz1048"),
        (KAZAKH, "ptcp154"),
    ],
)
def test_charset_is_told_by_its_looks(text: str, charset: str) -> None:
    assert charsets.decode(text.encode(charset)).text == text


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "utf-32"])
def test_mark_is_no_part_of_the_text(charset: str) -> None:
    found = charsets.decode(RUSSIAN.encode(charset))
    assert (found.text, found.known_by) == (RUSSIAN, "mark")


def test_declared_charset_goes_before_its_looks() -> None:
    found = charsets.decode("é".encode("cp850"), "IBM850")
    assert (found.text, found.known_by) == ("é", "declared")


@pytest.mark.parametrize("label", ["utf-7", "rot13", "base64", "bogus", "", "\0"])
def test_label_that_is_no_charset_of_a_text_does_not_count(label: str) -> None:
    assert charsets.codec(label) == ""


def test_latin_1_is_windows_1252_as_in_browsers() -> None:
    assert charsets.decode(b"l\x92\xe9t\xe9", "iso-8859-1").text == "l’été"


def test_damaged_letters_of_utf_8_are_counted() -> None:
    found = charsets.decode(("é" * 500).encode() + b"\xff")
    assert (found.charset, found.lost) == ("utf-8", 1)


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 20, bytes(range(256)), b"G1\xf4\xce"]
)
def test_what_is_no_text_has_no_charset(data: bytes) -> None:
    with pytest.raises(charsets.UnknownCharsetError):
        charsets.decode(data)

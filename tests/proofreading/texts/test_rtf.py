"""Rich Text is read as it is printed."""

from __future__ import annotations

import pytest

from kzfr_cli.errors import UnreadableDocumentError
from kzfr_cli.proofreading.texts import reading
from kzfr_cli.proofreading.texts.draft import Draft

FONTS = rb"{\fonttbl{\f0\fcharset204 Times;}{\f1\fcharset0 Arial;}}"


def read(body: bytes) -> Draft:
    return reading.read("a.rtf", rb"{\rtf1\ansi\ansicpg1252" + FONTS + body + b"}")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (rb"\f0 25\_\'eb\'e5\'f2\'e8\'e5", "25-летие"),
        (rb"\f1 trait\'e9", "traité"),
        (rb"\u1082?\u1086?\u1076?", "код"),
        (rb"\uc2\u233??t\u233??", "été"),
        (rb"Un{\v cach\'e9}{\deleted vieux}{\strike faux} texte", "Un texte"),
        (rb"{\field{\*\fldinst HYPERLINK x}{\fldrslt lien}}", "lien"),
        (rb"en 2008{\super 1}.", "en 2008."),
        (rb"25{\super e}", "25e"),
        (rb"a{\*\unknown b}c", "ac"),
        (rb"5 juin\line 2008", "5 juin\n\n2008"),
    ],
)
def test_what_is_printed_is_read(body: bytes, text: str) -> None:
    assert read(body).text == text


def test_row_of_a_table_stays_together() -> None:
    draft = read(
        rb"\trowd\cellx1\cellx2\intbl 5 juin 2008\cell Signature\cell\row\pard Fin.\par"
    )
    assert [(block.kind, draft.words(block)) for block in draft.blocks] == [
        ("row", "5 juin 2008\tSignature"),
        ("paragraph", "Fin."),
    ]


def test_footnote_comes_after_its_paragraph() -> None:
    draft = read(rb"Le texte{\footnote La note.} continue.\par")
    assert [(block.region, draft.words(block)) for block in draft.blocks] == [
        ("body", "Le texte continue."),
        ("footnote", "La note."),
    ]


def test_day_of_making_dates_it_and_not_that_of_the_change() -> None:
    draft = read(rb"{\info{\revtim\yr2026\mo5\dy1}{\creatim\yr2022\mo1\dy20}}x")
    assert draft.created == "2022-01-20"


def test_what_is_no_rich_text_is_refused() -> None:
    with pytest.raises(UnreadableDocumentError):
        reading.read("a.rtf", b"plain")
    with pytest.raises(UnreadableDocumentError):
        reading.read("a.rtf", b"{\\rtf1 " + b"{" * 100_000)

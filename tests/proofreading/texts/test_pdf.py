"""PDF is read page by page, as far as its pages can be read."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import zlib
from pathlib import Path

import pytest

from kzfr_cli.errors import MissingExtraError, UnreadableDocumentError
from kzfr_cli.proofreading.texts import pdf, reading
from kzfr_cli.proofreading.texts.draft import Draft


def of_pages(*drawings: bytes) -> bytes:
    """A PDF whose pages are drawn so, in Helvetica."""
    count = len(drawings)
    pages = b" ".join(b"%d 0 R" % (4 + 2 * number) for number in range(count))
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/Lang(fr)>>",
        b"<</Type/Pages/Kids[%b]/Count %d>>" % (pages, count),
        font,
    ]
    for number, drawing in enumerate(drawings):
        packed = zlib.compress(drawing)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents %d 0 R"
            b"/Resources<</Font<</F1 3 0 R>>>>>>" % (5 + 2 * number)
        )
        stream = b"stream\n" + packed + b"\nendstream"
        objects.append(b"<</Length %d/Filter/FlateDecode>>" % len(packed) + stream)
    return assembled(objects)


def assembled(objects: list[bytes]) -> bytes:
    written = b"%PDF-1.4\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n" % size
    trailer = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        size,
        len(written),
    )
    return written + head + table + trailer


def drawn(*lines: str) -> bytes:
    shown = (f"1 0 0 1 72 {700 - 14 * n} Tm ({line}) Tj" for n, line in enumerate(lines))
    return f"BT /F1 12 Tf {' '.join(shown)} ET".encode("cp1252")


def read(*drawings: bytes) -> Draft:
    return reading.read("a.pdf", of_pages(*drawings))


def test_lines_of_a_page_are_a_paragraph_and_words_are_whole() -> None:
    draft = read(
        drawn("Le traité a été signé à Paris le 11 juin 2008 par les deux prési-", "dents.")
    )
    (block,) = draft.blocks
    assert draft.words(block).endswith("le 11 juin 2008 par les deux présidents.")
    assert (block.region, block.region_number, draft.language) == ("page", 1, "fr")


def test_head_and_number_of_every_page_are_read_once() -> None:
    pages = [
        drawn("Rapport annuel", f"Ce texte de la page {word}.", str(n))
        for n, word in enumerate("abcd", 1)
    ]
    assert read(*pages).text.split("\n\n") == [
        "Rapport annuel",
        "Ce texte de la page a.",
        "Ce texte de la page b.",
        "Ce texte de la page c.",
        "Ce texte de la page d.",
    ]


@pytest.mark.parametrize(
    ("drawing", "code"),
    [
        (b"BT /F1 12 Tf " + b"(a b c d e f) Tj " * 1_000_000 + b"ET", "over-limit-page"),
        (b"q " * 5_000_000, "over-limit-page"),
        (b" " * 200_000_000, "damaged-page"),
    ],
)
def test_page_that_would_take_minutes_is_named(drawing: bytes, code: str) -> None:
    begun = time.perf_counter()
    draft = read(drawing, drawn("Texte."))
    assert [(part.code, part.name) for part in draft.unread] == [(code, "1")]
    assert draft.text == "Texte."
    assert time.perf_counter() - begun < 8


def test_damaged_document_is_refused() -> None:
    with pytest.raises(UnreadableDocumentError):
        reading.read("a.pdf", b"%PDF-1.4\nnothing")


def test_missing_library_is_named_with_a_command_that_works(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(MissingExtraError) as refused:
        pdf.read(of_pages(drawn("a")))
    command = str(refused.value.facts["command"])
    assert command.endswith("pypdf")
    program = command.split()[0]
    assert program in ("pipx", "uv") or Path(program).samefile(sys.executable)


def test_library_is_loaded_by_pdf_alone() -> None:
    code = "import sys; from kzfr_cli.proofreading.texts import reading; reading.read('a.md', b'x')"
    code += (
        "; print('pypdf' in sys.modules, 'chardet' in sys.modules, 'zipfile' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ},
    )
    assert done.stdout.split() == ["False"] * 3

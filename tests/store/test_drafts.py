"""Texts of every kind are read with the places of their characters."""

from __future__ import annotations

import io
import zipfile

import pytest

from kzfr_cli.errors import UnreadableTextError
from kzfr_cli.store import drafts
from kzfr_cli.store.drafts import Draft


def place(draft: Draft, text: str) -> tuple[int, int]:
    return draft.place(draft.text.index(text))


def test_plain_text_keeps_lines_and_columns_in_characters() -> None:
    assert place(drafts.read("a.txt", "é\nà 10e fête".encode()), "10e") == (2, 3)


def test_letters_with_accents_apart_are_put_together() -> None:
    draft = drafts.read("a.txt", "fe\u0301vrier 10e".encode())
    assert draft.text.startswith("février")
    assert place(draft, "10e") == (1, 10)


def test_markdown_drops_marks_and_reads_front_matter() -> None:
    draft = drafts.read(
        "a.md", b"---\ndate: 2018-05-20T10:00\n---\nLe **10<sup>e</sup> anniversaire**, `5 juin`\n"
    )
    assert "Le 10e anniversaire" in draft.text
    assert "5 juin" not in draft.text
    assert draft.date == "2018-05-20"
    assert place(draft, "anniversaire") == (4, 21)


def test_html_shows_text_and_declares_its_date() -> None:
    page = '<html lang="fr"><meta name="date" content="2018-05-20">'
    page += "<p>Le 10<sup>e</sup>\nanniversaire&nbsp;!</p><script>5 juin</script>"
    draft = drafts.read("a.html", page.encode())
    assert "Le 10e anniversaire\u00a0!" in draft.text
    assert "5 juin" not in draft.text
    assert (draft.date, draft.language) == ("2018-05-20", "fr")
    assert place(draft, "anniversaire") == (2, 1)


def packed(parts: dict[str, str]) -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return output.getvalue()


def test_word_document_has_a_line_for_each_paragraph() -> None:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    first = "<w:p><w:r><w:t>Un</w:t></w:r></w:p>"
    body = f'<w:document xmlns:w="{word}"><w:body>{first}<w:p>'
    body += "<w:r><w:t>Le 10</w:t></w:r><w:r><w:t>e</w:t></w:r></w:p></w:body></w:document>"
    core = (
        '<c xmlns:d="http://purl.org/dc/terms/"><d:modified>2018-05-20T00:00:00Z</d:modified></c>'
    )
    draft = drafts.read("a.docx", packed({"word/document.xml": body, "docProps/core.xml": core}))
    assert place(draft, "10e") == (2, 4)
    assert draft.date == "2018-05-20"


def test_opendocument_text_is_read() -> None:
    body = (
        '<o xmlns:t="urn:text"><t:h>Titre</t:h><t:p>Le 10<t:span>e</t:span> anniversaire</t:p></o>'
    )
    assert place(drafts.read("a.odt", packed({"content.xml": body})), "10e") == (2, 4)


@pytest.mark.parametrize(
    ("name", "data"), [("a.docx", b"no zip"), ("a.txt", b"\x00\x01"), ("a.odt", packed({"x": "y"}))]
)
def test_what_is_no_text_is_refused(name: str, data: bytes) -> None:
    with pytest.raises(UnreadableTextError):
        drafts.read(name, data)


@pytest.mark.parametrize("piece", ["[", "<!--", "<a", "`", "](", "**_`<", "&#", "http://"])
def test_hostile_markdown_is_read_whole(piece: str) -> None:
    assert drafts.read("a.md", (piece * 200_000).encode()) is not None

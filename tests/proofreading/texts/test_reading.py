"""Texts of every kind are read as their readers see them, with the places of their letters."""

from __future__ import annotations

import io
import zipfile

import pytest

from kzfr_cli.errors import UnreadableDocumentError, UnreadableTextError
from kzfr_cli.proofreading.texts import reading
from kzfr_cli.proofreading.texts.draft import Draft

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def place(draft: Draft, text: str) -> tuple[int, int]:
    return draft.place(draft.text.index(text))


def blocks(draft: Draft) -> list[tuple[str, str]]:
    return [(block.kind, draft.words(block)) for block in draft.blocks]


def packed(parts: dict[str, str]) -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return output.getvalue()


def word(body: str, **parts: str) -> Draft:
    document = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    others = {f"word/{name}.xml": text for name, text in parts.items()}
    return reading.read("a.docx", packed({"word/document.xml": document, **others}))


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


# ---- plain text


def test_plain_text_keeps_lines_and_columns_in_characters() -> None:
    assert place(reading.read("a.txt", "é\nà 10e fête".encode()), "10e") == (2, 3)


def test_letters_with_accents_apart_are_put_together() -> None:
    draft = reading.read("a.txt", "fe\u0301vrier 10e".encode())
    assert draft.text == "février 10e"
    assert place(draft, "10e") == (1, 10)


def test_lines_of_a_chronology_are_blocks_of_their_own() -> None:
    draft = reading.from_text(
        "5 juin 2008 : signature\n2 mai 2009 : entrée en vigueur\n", "a.txt"
    )
    assert [kind for kind, _ in blocks(draft)] == ["paragraph", "paragraph"]


def test_wrapped_lines_are_one_block() -> None:
    text = "Le traité de partenariat a été signé à Paris le\n11 juin 2008 par les deux présidents."
    assert len(reading.from_text(text, "a.txt").blocks) == 1


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("anni-\nversaire", "anniversaire"),
        ("anni\u00ad\nversaire", "anniversaire"),
        ("anni¬\nversaire", "anniversaire"),
        ("25-\nлетие", "25- летие"),
        ("France-\nKazakhstan", "France-Kazakhstan"),
        ("vingt-cinq, vingt-\ncinq", "vingt-cinq, vingt-cinq"),
        ("anni\u00adver\u200bsaire", "anniversaire"),
    ],
)
def test_words_that_layout_broke_are_whole(written: str, read: str) -> None:
    assert reading.from_text(written, "a.txt").text == read


def test_heading_of_a_plain_text_stands_over_its_lines() -> None:
    draft = reading.from_text("2008\n\n5 juin : signature du traité.\n", "a.txt")
    block = draft.blocks[1]
    heading = draft.heading_of(block)
    assert heading is not None
    assert draft.words(heading) == "2008"


# ---- Markdown


def test_emphasis_within_a_date_does_not_hide_it() -> None:
    draft = reading.from_text("Signé le **5 _juin_** 20<b>08</b>.", "a.md")
    assert draft.text == "Signé le 5 juin 2008."
    start = draft.text.index("5 juin")
    assert draft.span(start, start + len("5 juin 2008")) == (11, 29)


def test_markdown_drops_marks_and_reads_front_matter() -> None:
    source = (
        "---\ndate: 2018-05-20T10:00\n---\nLe **10<sup>e</sup> anniversaire**, `5 juin`\n"
    )
    draft = reading.read("a.md", source.encode())
    assert "Le 10e anniversaire" in draft.text
    assert "5 juin" not in draft.text
    assert draft.published == "2018-05-20"
    assert place(draft, "anniversaire") == (4, 21)


def test_markdown_table_keeps_a_row_together() -> None:
    draft = reading.from_text(
        "| Date | Fait |\n|---|---|\n| 5 juin 2008 | Traité |\n", "a.md"
    )
    assert blocks(draft) == [("columns", "Date\tFait"), ("row", "5 juin 2008\tTraité")]
    row = draft.blocks[1]
    assert [draft.text[a:b] for a, b in row.cells] == ["5 juin 2008", "Traité"]


def test_paragraph_of_an_item_is_no_code() -> None:
    draft = reading.from_text("- un\n\n    suite du 5 juin\n\n        code\n", "a.md")
    assert [words for _, words in blocks(draft)] == ["un", "suite du 5 juin"]
    assert [part.code for part in draft.left_out] == ["code"]


def test_year_at_the_beginning_of_a_line_is_no_number_of_an_item() -> None:
    draft = reading.from_text("2008. Signature du traité.\n", "a.md")
    assert draft.text == "2008. Signature du traité."


def test_mark_of_a_note_does_not_lengthen_a_number() -> None:
    draft = reading.from_text(
        "Signé en 2008<sup>1</sup> et en 2009[^2].\n\n[^2]: La note.\n", "a.md"
    )
    assert draft.text.startswith("Signé en 2008 et en 2009.")
    assert draft.blocks[-1].region == "footnote"


# ---- HTML


def test_html_shows_text_and_declares_its_date() -> None:
    page = '<html lang="fr"><meta name="date" content="2018-05-20">'
    page += "<p>Le 10<sup>e</sup>\nanniversaire&nbsp;!</p><script>5 juin</script>"
    draft = reading.read("a.html", page.encode())
    assert draft.text == "Le 10e anniversaire\u00a0!"
    assert (draft.published, draft.language) == ("2018-05-20", "fr")
    assert place(draft, "anniversaire") == (2, 1)


def test_preformatted_text_is_read_line_by_line_and_code_is_not() -> None:
    page = "<pre>5 juin 2008 : signature\n2 mai 2009 : ratification\n\nFin</pre><pre><code>x</code></pre>"
    draft = reading.from_text(page, "a.html")
    assert draft.text.split("\n\n") == [
        "5 juin 2008 : signature",
        "2 mai 2009 : ratification",
        "Fin",
    ]
    assert place(draft, "mai") == (2, 3)
    assert [part.code for part in draft.left_out] == ["code"]


def test_json_ld_dates_a_page() -> None:
    page = '<script type="application/ld+json">{"dateModified": "2024-02-03",'
    page += '"datePublished": "2018-05-20T08:00:00+02:00"}</script><p>x</p>'
    assert reading.from_text(page, "a.html").published == "2018-05-20"


def test_html_table_keeps_a_row_together_and_its_paragraphs_apart() -> None:
    page = "<table><tr><th>Date<th>Fait<tr><td><p>5 juin 2008</p><td><p>Traité.</p><p>Paris.</p>"
    draft = reading.from_text(page, "a.html")
    assert blocks(draft) == [
        ("columns", "Date\tFait"),
        ("row", "5 juin 2008\tTraité.\n\nParis."),
    ]


def test_cell_that_reaches_down_is_read_with_each_row() -> None:
    page = "<table><tr><td rowspan=2>2008<td>juin<td>Traité.<tr><td>mai<td>Visite."
    page += "<tr><td>2009<td>mai<td>Fin.</table>"
    draft = reading.from_text(page, "a.html")
    assert [words for _, words in blocks(draft)] == [
        "2008\tjuin\tTraité.",
        "2008\tmai\tVisite.",
        "2009\tmai\tFin.",
    ]
    again = draft.text.rindex("2008")
    assert draft.span(again, again + 4) == draft.span(0, 4)


def test_paragraph_after_a_hidden_one_is_seen_though_no_tag_ends_it() -> None:
    draft = reading.from_text("<p hidden>un<p>deux", "a.html")
    assert draft.text == "deux"
    assert [part.code for part in draft.left_out] == ["hidden"]


def test_tag_that_never_ends_is_named() -> None:
    (part,) = reading.from_text("<p>un</p>\n<a href=", "a.html").unread
    assert (part.code, part.line) == ("unclosed", 2)


# ---- documents


def test_word_document_has_a_line_for_each_paragraph() -> None:
    draft = word(f"<w:p>{run('Un')}</w:p><w:p>{run('Le 10')}{run('e')}</w:p>")
    assert place(draft, "10e") == (2, 4)


def test_changed_day_of_a_document_says_nothing_of_its_date() -> None:
    core = '<c xmlns:d="http://purl.org/dc/terms/"><d:modified>2018-05-20</d:modified></c>'
    parts = {"word/document.xml": f'<w:p xmlns:w="{WORD}"/>', "docProps/core.xml": core}
    assert reading.read("a.docx", packed(parts)).created == ""


@pytest.mark.parametrize("stamp", ["2013-12-23T23:15:00Z", "1601-01-01T00:00:00Z"])
def test_stamp_of_a_template_is_no_date(stamp: str) -> None:
    core = f'<c xmlns:d="http://purl.org/dc/terms/"><d:created>{stamp}</d:created></c>'
    parts = {"word/document.xml": f'<w:p xmlns:w="{WORD}"/>', "docProps/core.xml": core}
    assert reading.read("a.docx", packed(parts)).created == ""


@pytest.mark.parametrize(
    ("properties", "code"),
    [
        ("<w:vanish/>", "hidden"),
        ("<w:strike/>", "struck-out"),
        ("<w:dstrike/>", "struck-out"),
    ],
)
def test_hidden_and_struck_out_runs_are_left_out(properties: str, code: str) -> None:
    draft = word(f"<w:p>{run('Un ')}{run('faux', properties)}</w:p>")
    assert draft.text.strip() == "Un"
    assert [part.code for part in draft.left_out] == [code]


def test_switch_that_is_off_hides_nothing() -> None:
    seen = run("Un", '<w:vanish w:val="0"/>')
    assert word(f"<w:p>{seen}</w:p>").text == "Un"


def test_deleted_mark_of_a_paragraph_joins_two() -> None:
    first = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('le 5 ')}</w:p>"
    assert word(f"{first}<w:p>{run('juin')}</w:p>").text == "le 5 juin"


def test_word_table_keeps_a_row_together() -> None:
    cells = "".join(f"<w:tc><w:p>{run(text)}</w:p></w:tc>" for text in ("5 juin", "Traité"))
    draft = word(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")
    assert blocks(draft) == [("row", "5 juin\tTraité")]


def test_word_cell_that_reaches_down_is_read_with_each_row() -> None:
    def cell(text: str, properties: str = "") -> str:
        said = run(text) if text else ""
        return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{said}</w:p></w:tc>"

    first = cell("2008", '<w:vMerge w:val="restart"/>') + cell("Traité")
    second = cell("", "<w:vMerge/>") + cell("Visite")
    draft = word(f"<w:tbl><w:tr>{first}</w:tr><w:tr>{second}</w:tr></w:tbl>")
    assert [words for _, words in blocks(draft)] == ["2008\tTraité", "2008\tVisite"]


def test_style_makes_a_heading() -> None:
    style = '<w:style w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>'
    body = '<w:p><w:pPr><w:pStyle w:val="Titre1"/></w:pPr><w:r><w:t>2008</w:t></w:r></w:p>'
    draft = word(body, styles=f'<w:styles xmlns:w="{WORD}">{style}</w:styles>')
    assert blocks(draft) == [("heading", "2008")]


def test_style_of_a_list_makes_an_item() -> None:
    style = '<w:style w:styleId="L"><w:name w:val="List Bullet"/><w:numPr/></w:style>'
    body = '<w:p><w:pPr><w:pStyle w:val="L"/></w:pPr><w:r><w:t>un</w:t></w:r></w:p>'
    draft = word(body, styles=f'<w:styles xmlns:w="{WORD}">{style}</w:styles>')
    assert blocks(draft) == [("item", "un")]


def test_damaged_footnotes_are_named_and_the_rest_is_read() -> None:
    draft = word(f"<w:p>{run('Un')}</w:p>", footnotes="<not xml")
    assert draft.text == "Un"
    assert [(part.code, part.name) for part in draft.unread] == [
        ("damaged", "word/footnotes.xml")
    ]


def test_opendocument_text_is_read() -> None:
    body = '<o xmlns:t="urn:text"><t:h>Titre</t:h><t:p>Le 10<t:span>e</t:span> an</t:p></o>'
    assert place(reading.read("a.odt", packed({"content.xml": body})), "10e") == (2, 4)


def test_encrypted_opendocument_text_is_named_so() -> None:
    manifest = '<m xmlns:m="urn:m"><m:encryption-data/></m>'
    parts = {"META-INF/manifest.xml": manifest, "content.xml": "scrambled"}
    with pytest.raises(UnreadableDocumentError) as refused:
        reading.read("a.odt", packed(parts))
    assert refused.value.facts["reason"] == "encrypted"


def test_slides_are_read_in_their_order_with_notes() -> None:
    office = 'xmlns:r="urn:r" xmlns:a="urn:a" xmlns:p="urn:p"'
    order = (
        f'<p:presentation {office}><p:sldId r:id="r2"/><p:sldId r:id="r1"/></p:presentation>'
    )
    slide = "<p:sld %s><p:sp><p:ph type='title'/><a:p><a:r><a:t>%s</a:t></a:r></a:p></p:sp></p:sld>"
    links = '<R><Relationship Id="r1" Type="x/slide" Target="a.xml"/>'
    links += '<Relationship Id="r2" Type="x/slide" Target="b.xml"/></R>'
    parts = {
        "ppt/presentation.xml": order,
        "ppt/_rels/presentation.xml.rels": links,
        "ppt/a.xml": slide % (office, "Deux"),
        "ppt/b.xml": slide % (office, "Un"),
    }
    draft = reading.read("a.pptx", packed(parts))
    assert [(block.region_number, draft.words(block)) for block in draft.blocks] == [
        (1, "Un"),
        (2, "Deux"),
    ]


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.docx", b"no zip"), ("a.txt", b"\x00\x01"), ("a.odt", packed({"x": "y"}))],
)
def test_what_is_no_text_is_refused(name: str, data: bytes) -> None:
    with pytest.raises(UnreadableTextError):
        reading.read(name, data)


def test_document_without_its_ending_is_known_by_what_it_holds() -> None:
    data = packed({"word/document.xml": f'<w:p xmlns:w="{WORD}">{run("Un")}</w:p>'})
    assert reading.read("-", data).text == "Un"
    assert reading.read("-", b"<!DOCTYPE html><p>Un</p>").text == "Un"


def test_lone_surrogate_is_read() -> None:
    assert reading.from_text("le 5 juin \ud800", "a.txt").text.endswith("\ud800")

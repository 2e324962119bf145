"""The sheet of paper: its size, its styles, the number of each page, and the file that it is.

python-docx has no call for fonts of all scripts, fields, or a file without the thumbnail of its
template; these are written by hand, as Office Open XML (ISO/IEC 29500-1) has them.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt, RGBColor

from kzfr_cli import __released__
from kzfr_cli.formats.archive import titled
from kzfr_cli.formats.palette import INK, NAVY
from kzfr_cli.formats.word import paragraphs

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle

    from kzfr_cli.formats.surface import Surface

LOCALES = {"fr": "fr-FR", "en": "en-GB", "ru": "ru-RU", "kk": "kk-KZ"}
AMERICAN = "en-US"

FONT = "Calibri"
"""A font of every Word since 2007, with the letters of Kazakh; LibreOffice has Carlito for it."""

A4 = (210, 297)
LETTER = (215.9, 279.4)
"""Width and height in millimetres; the United States and Canada have Letter (ANSI A)."""

MARGIN = 20
"""Millimetres."""

SIZES = {"Normal": 10.5, "Title": 22, "Subtitle": 11, "Heading 1": 15, "Heading 2": 11.5}
"""Points."""


def opened(title: str, lang: str) -> Document:
    """Begin a document in a language, of the data's date, with our styles and numbered pages."""
    document = docx.Document()
    _drop_thumbnail(document)
    _describe(document, title, lang)
    _size(document, LETTER if lang == AMERICAN else A4)
    for name, points in SIZES.items():
        _restyle(document.styles[name], points)
    _lay_out(document)
    _number(document)
    return document


def language(lang: str, surface: Surface) -> str:
    """The language of the paper: American English where the reader's paper is."""
    return AMERICAN if surface.is_letter and lang == "en" else lang


def _drop_thumbnail(document: Document) -> None:
    relations = document.part.package.rels
    for number, relation in list(relations.items()):
        if relation.reltype.endswith("/thumbnail"):
            del relations[number]


def _describe(
    document: Document,
    title: str,
    lang: str,
) -> None:
    properties = document.core_properties
    properties.title = titled(title)
    properties.author = "kzfr"
    properties.comments = ""
    properties.language = LOCALES.get(lang, lang)
    properties.created = properties.modified = datetime.fromisoformat(__released__)
    run = document.styles["Normal"].element.get_or_add_rPr()
    run.append(paragraphs.element("w:lang", val=LOCALES.get(lang, lang)))


def _size(document: Document, millimetres: tuple[float, float]) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = (Mm(each) for each in millimetres)
    section.left_margin = section.right_margin = Mm(MARGIN)
    section.top_margin = section.bottom_margin = Mm(MARGIN)
    section.footer_distance = Mm(MARGIN // 2)


def _restyle(style: ParagraphStyle, points: float) -> None:
    """Set one font for the letters of every script; the fonts of the theme go before it."""
    is_heading = style.name != "Normal" and style.name != "Subtitle"
    style.font.size = Pt(points)
    style.font.bold = is_heading
    style.font.italic = False
    style.font.color.rgb = RGBColor.from_string(NAVY if is_heading else INK)
    run = style.element.get_or_add_rPr()
    for old in run.findall(paragraphs.qualified("w:rFonts")):
        run.remove(old)
    run.insert(0, paragraphs.fonts(FONT))


def _lay_out(document: Document) -> None:
    """Set the spaces around paragraphs, and keep a heading with what follows it."""
    styles: Any = document.styles
    styles["Normal"].paragraph_format.space_after = Pt(4)
    styles["Title"].paragraph_format.space_after = Pt(2)
    styles["Heading 1"].paragraph_format.space_before = Pt(14)
    styles["Heading 2"].paragraph_format.space_before = Pt(9)
    styles["Heading 2"].paragraph_format.space_after = Pt(2)
    properties = styles["Title"].element.get_or_add_pPr()
    for border in properties.findall(paragraphs.qualified("w:pBdr")):
        properties.remove(border)


def _number(document: Document) -> None:
    """Put “3 / 12” at the foot of each page."""
    footer = document.sections[0].footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraphs.field(footer, "PAGE", "1")
    footer.add_run(" / ")
    paragraphs.field(footer, "NUMPAGES", "1")

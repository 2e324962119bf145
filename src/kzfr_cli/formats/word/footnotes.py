"""Footnotes, which python-docx does not write: their part, its styles, and the marks in the text.

The part holds a separator (−1), a continuation separator (0), and the notes from 1 on (ISO/IEC
29500-1, 17.11); the settings name the two separators.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from kzfr_cli.formats.word import paragraphs

if TYPE_CHECKING:
    from docx.document import Document

TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
MARK = "FootnoteReference"
TEXT = "FootnoteText"
SEPARATORS = {-1: "separator", 0: "continuationSeparator"}
SMALL = 9
"""Points."""


class Footnotes:
    """The footnotes of a document, numbered from 1."""

    def __init__(self, document: Document) -> None:
        self.part = _part(document)
        self.count = 0
        _style(document)

    def add(self, paragraph: Paragraph) -> Paragraph:
        """Mark the end of a paragraph and return that of the note, which begins with its mark."""
        self.count += 1
        number = str(self.count)
        paragraph._p.append(_run(paragraphs.element("w:footnoteReference", id=number)))
        note = paragraphs.element("w:footnote", id=number)
        self.part.element.append(note)
        told = paragraphs.element("w:p")
        properties = paragraphs.element("w:pPr")
        properties.append(paragraphs.element("w:pStyle", val=TEXT))
        told.append(properties)
        told.append(_run(paragraphs.element("w:footnoteRef")))
        note.append(told)
        made = Paragraph(told, paragraph._parent)
        made.add_run(" ")
        return made


def _part(document: Document) -> Any:
    root = paragraphs.element("w:footnotes")
    listed = paragraphs.element("w:footnotePr")
    for number, kind in SEPARATORS.items():
        note = paragraphs.element("w:footnote", type=kind, id=str(number))
        line = paragraphs.element("w:p")
        line.append(_bare_run(paragraphs.element(f"w:{kind}")))
        note.append(line)
        root.append(note)
        listed.append(paragraphs.element("w:footnote", id=str(number)))
    part = XmlPart(PackURI("/word/footnotes.xml"), TYPE, root, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    settings = document.settings.element
    settings.find(paragraphs.qualified("w:compat")).addprevious(listed)
    return part


def _style(document: Document) -> None:
    mark = document.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER)
    mark.element.set(paragraphs.qualified("w:styleId"), MARK)
    mark.font.superscript = True
    text = document.styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH)
    text.element.set(paragraphs.qualified("w:styleId"), TEXT)
    text.base_style = document.styles["Normal"]
    text.font.size = Pt(SMALL)
    text.paragraph_format.space_after = Pt(0)


def _run(child: Any) -> Any:
    run = paragraphs.element("w:r")
    properties = paragraphs.element("w:rPr")
    properties.append(paragraphs.element("w:rStyle", val=MARK))
    run.append(properties)
    run.append(child)
    return run


def _bare_run(child: Any) -> Any:
    run = paragraphs.element("w:r")
    run.append(child)
    return run

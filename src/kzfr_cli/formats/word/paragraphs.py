"""What python-docx has no call for within a paragraph: fields, links, bookmarks, boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from kzfr_cli.core.record import pair

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

SIDES = ("top", "left", "bottom", "right")
SCRIPTS = ("ascii", "hAnsi", "cs", "eastAsia")
"""The attributes by which a font is chosen for the letters of each script."""


def qualified(tag: str) -> str:
    """The name of a tag with its namespace, from `w:p`."""
    return qn(tag)


def element(tag: str, **attributes: str) -> Any:
    """Make an element of WordprocessingML with attributes of the same namespace."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qualified(f"w:{name}"), value)
    return made


def fonts(name: str) -> Any:
    """Choose a font for the letters of every script."""
    return element("w:rFonts", **dict.fromkeys(SCRIPTS, name))


def field(
    paragraph: Paragraph,
    instruction: str,
    shown: str,
) -> None:
    """Add a field; `shown` stands there until a program works it out."""
    for kind in ("begin", "separate", "end"):
        paragraph.add_run()._r.append(element("w:fldChar", fldCharType=kind))
        if kind == "begin":
            code = element("w:instrText")
            code.text = f" {instruction} "
            paragraph.add_run()._r.append(code)
        elif kind == "separate":
            paragraph.add_run(shown)


@pair
class WebLink:
    """Where a link leads, and the part of the file that holds it."""

    url: str
    part: Any


def link(
    paragraph: Paragraph,
    words: str,
    place: WebLink,
) -> None:
    """Add a link to a page of the web."""
    kind = RELATIONSHIP_TYPE.HYPERLINK
    number = place.part.relate_to(place.url, kind, is_external=True)
    wrapped = element("w:hyperlink")
    wrapped.set(qualified("r:id"), number)
    _wrap(paragraph, words, wrapped)


def jump(
    paragraph: Paragraph,
    words: str,
    bookmark: str,
) -> None:
    """Add a link to a bookmark of the same document."""
    _wrap(paragraph, words, element("w:hyperlink", anchor=bookmark))


def _wrap(
    paragraph: Paragraph,
    words: str,
    wrapper: Any,
) -> None:
    run = paragraph.add_run(words)
    paragraph._p.append(wrapper)
    wrapper.append(run._r)


def bookmark(
    paragraph: Paragraph,
    name: str,
    number: int,
) -> None:
    """Mark the place of a paragraph."""
    paragraph._p.append(element("w:bookmarkStart", id=str(number), name=name))
    paragraph._p.append(element("w:bookmarkEnd", id=str(number)))


def box(
    paragraph: Paragraph,
    line: str,
    fill: str,
) -> None:
    """Draw a box around a paragraph; those that follow each other with the same box share it."""
    properties = paragraph._p.get_or_add_pPr()
    borders = element("w:pBdr")
    for side in SIDES:
        borders.append(element(f"w:{side}", val="single", sz="4", space="4", color=line))
    properties.append(borders)
    properties.append(element("w:shd", val="clear", color="auto", fill=fill))

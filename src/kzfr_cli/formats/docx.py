"""Word (Office Open XML): the hand-out of the Markdown format, with real headings, notes and
links.
"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING, Any

from kzfr_cli import __released__
from kzfr_cli.core import installation
from kzfr_cli.core.visible import visible
from kzfr_cli.errors import MissingExtraError
from kzfr_cli.formats import origin
from kzfr_cli.formats.markdown import year_of
from kzfr_cli.formats.surface import Surface
from kzfr_cli.languages import typography
from kzfr_cli.locale import vocabulary
from kzfr_cli.views.dossiers import Dossier, NoteView, sources_of
from kzfr_cli.views.events import FacetView
from kzfr_cli.views.sheets import EventSheet

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

LOCALES = {"fr": "fr-FR", "en": "en-GB", "ru": "ru-RU", "kk": "kk-KZ"}
UNKNOWN_TO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
EPOCH = (1980, 1, 1, 0, 0, 0)


def render(view: Dossier, surface: Surface) -> bytes:
    """Write the hand-out, the same bytes for the same data; raises `MissingExtraError` without
    python-docx.
    """
    document = opened()
    describe(document, view.title, view.lang)
    document.add_heading(safe(view.title), level=0)
    subtitle = ", ".join(filter(None, (view.span, view.asked)))
    if subtitle:
        document.add_paragraph(safe(subtitle), style="Subtitle")
    if dated := origin.sentence(surface):
        document.add_paragraph(safe(dated))
    for year, entries in groupby(view.entries, key=year_of):
        document.add_heading(year, level=1)
        for entry in entries:
            write_event(document, entry, view, surface)
    if view.notes:
        document.add_heading(surface.catalogue.text("Sources"), level=1)
    for note in view.notes:
        write_note(document.add_paragraph(), note)
    return packed(document)


def opened() -> Document:
    """Begin a document; raises `MissingExtraError` without python-docx."""
    try:
        import docx
    except ImportError as error:
        command = installation.command("python-docx")
        raise MissingExtraError(
            format="docx", package="python-docx", extra="docx", command=command
        ) from error
    return docx.Document()


def describe(document: Document, title: str, lang: str) -> None:
    """Set the properties of the document from the data, and its language."""
    from docx.oxml.ns import qn

    properties = document.core_properties
    properties.title, properties.author, properties.comments = safe(title), "kzfr", ""
    properties.language = LOCALES.get(lang, lang)
    properties.created = properties.modified = datetime.fromisoformat(__released__)
    fonts = document.styles["Normal"].element.get_or_add_rPr()
    language = fonts.makeelement(qn("w:lang"), {qn("w:val"): LOCALES.get(lang, lang)})
    fonts.append(language)


def write_event(
    document: Document, entry: EventSheet, view: Dossier, surface: Surface
) -> None:
    """Write one event."""
    catalogue = surface.catalogue
    document.add_heading(
        safe(catalogue.text("{label}: {value}", label=entry.date_words, value=entry.title)),
        level=2,
    )
    if entry.summary or sources_of(entry):
        write_marks(document.add_paragraph(safe(entry.summary)), sources_of(entry), view)
    for facet in (
        entry.dates
        if len(entry.dates) > 1
        else [facet for facet in entry.dates if facet.note]
    ):
        write_side(document.add_paragraph(style="List Bullet"), facet, view, surface)
    for item in entry.disputes:
        said = catalogue.text("{label}: {value}", label=item.about, value=item.note)
        point = document.add_paragraph(safe(said), style="List Bullet")
        write_marks(point, item.sources, view)
    told = (
        vocabulary.category(entry.category, catalogue),
        *entry.place_names,
        *entry.people_names,
    )
    document.add_paragraph().add_run(safe(" · ".join(told))).italic = True


def write_side(
    paragraph: Paragraph, facet: FacetView, view: Dossier, surface: Surface
) -> None:
    """Write one dated side of an event."""
    catalogue = surface.catalogue
    status = (
        f" ({vocabulary.status(facet.status, catalogue)})"
        if facet.status in ("disputed", "rejected")
        else ""
    )
    said = catalogue.text(
        "{label}: {value}", label=vocabulary.kind(facet.kind, catalogue), value=facet.words
    )
    paragraph.add_run(
        safe(" ".join(filter(None, (typography.closed(said + status), facet.note))))
    )
    write_marks(paragraph, facet.sources, view)


def write_marks(paragraph: Paragraph, sources: tuple[str, ...], view: Dossier) -> None:
    """Write the numbers of some sources, raised."""
    if sources:
        run = paragraph.add_run(
            " " + ", ".join(str(view.numbers[entry_id]) for entry_id in sources)
        )
        run.font.superscript = True


def write_note(paragraph: Paragraph, note: NoteView) -> None:
    """Write one numbered source, its address as a link."""
    parts = (*note.authors, note.publisher, note.title, note.published_words)
    told = ", ".join(filter(None, parts))
    paragraph.add_run(safe(f"{note.number}. {typography.closed(told)} "))
    if note.url.startswith(("http://", "https://")):
        link(paragraph, safe(note.url))
    elif note.url:
        paragraph.add_run(safe(note.url))


def link(paragraph: Paragraph, url: str) -> None:
    """Add a link, which python-docx has no call for."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml.ns import qn

    number = paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    run: Any = paragraph.add_run(url)
    run.font.underline = True
    element = paragraph._p.makeelement(qn("w:hyperlink"), {qn("r:id"): number})
    run._r.getparent().replace(run._r, element)
    element.append(run._r)


def packed(document: Document) -> bytes:
    """Write the file with the same time on every part, so that two runs agree."""
    written, result = io.BytesIO(), io.BytesIO()
    document.save(written)
    with (
        zipfile.ZipFile(written) as source,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            part = zipfile.ZipInfo(name, EPOCH)
            part.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(part, source.read(name))
    return result.getvalue()


def safe(text: str) -> str:
    """Leave out what XML cannot hold, and show what a terminal would obey."""
    return UNKNOWN_TO_XML.sub("�", visible(text))

"""PowerPoint: a slide with the line of time, then one for each landmark, of shapes that can be
changed.

python-pptx has a template of 4:3 whose title keeps its width, so the slides are laid out here. A
link on words makes LibreOffice break them, so that of a source is on its box.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import pptx
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Inches, Pt

from kzfr_cli import __released__
from kzfr_cli.core.event import LANDMARK
from kzfr_cli.core.record import pair
from kzfr_cli.formats import archive, handout, slide
from kzfr_cli.formats.archive import safe, titled
from kzfr_cli.formats.handout import NoteWriter
from kzfr_cli.formats.palette import AMBER, GREY, INK, LIGHT, NAVY
from kzfr_cli.formats.surface import Surface
from kzfr_cli.views.dossiers import Dossier, sources_of
from kzfr_cli.views.sheets import EventSheet

if TYPE_CHECKING:
    from pptx.slide import Slide
WIDTH, HEIGHT = 13.333, 7.5
"""Inches: 16:9."""

MARGIN = 0.6
FONT = "Calibri"
BLANK = 6
"""The layout of the template that has nothing on it."""

ROWS = slide.MOST
LINE = 3.9
"""Inches from the left of the line of time."""


@pair
class BoxPlace:
    """Where a box of words stands, in inches: left, top, width and height."""

    left: float
    top: float
    width: float
    height: float


@pair
class Look:
    """How words look: their size in points, their colour, whether they are bold."""

    points: float
    colour: str = INK
    is_bold: bool = False


def render(view: Dossier, surface: Surface) -> bytes:
    """Write the slides, the same bytes for the same data"""
    deck: Any = pptx.Presentation()
    describe(deck, view)
    for entries in parted(view):
        line_of_time(added(deck), entries, view, surface)
    citing = NoteWriter(view, surface)
    for entry in view.entries:
        if entry.weight == LANDMARK:
            landmark(added(deck), entry, citing)
    return archive.packed(deck.save)


def describe(deck: Any, view: Dossier) -> None:
    """Set the size of the slides and the properties of the file, from the data."""
    deck.slide_width, deck.slide_height = Inches(WIDTH), Inches(HEIGHT)
    properties = deck.core_properties
    properties.title, properties.author = titled(view.title), "kzfr"
    properties.language = view.lang
    properties.created = properties.modified = datetime.fromisoformat(__released__)
    properties.last_modified_by = "kzfr"


def parted(view: Dossier) -> list[list[EventSheet]]:
    """The events of each slide of the line of time: the landmarks alone where there are many."""
    entries = list(view.entries)
    if len(entries) > ROWS:
        entries = [entry for entry in entries if entry.weight == LANDMARK] or entries
    return [entries[place : place + ROWS] for place in range(0, len(entries), ROWS)]


def added(deck: Any) -> Slide:
    """Add an empty slide."""
    made: Slide = deck.slides.add_slide(deck.slide_layouts[BLANK])
    return made


def line_of_time(
    page: Slide, entries: list[EventSheet], view: Dossier, surface: Surface
) -> None:
    """Draw a line with the events along it, each date beside its title."""
    head = BoxPlace(MARGIN, 0.35, WIDTH - 2 * MARGIN, 0.7)
    words(page, view.title, head, Look(28, NAVY, is_bold=True))
    below = BoxPlace(MARGIN, 1.0, WIDTH - 2 * MARGIN, 0.4)
    words(page, handout.subtitle(view), below, Look(14, GREY))
    top, room = 1.5, HEIGHT - 2.1
    step = room / len(entries)
    rule(page, top, room)
    for number, entry in enumerate(entries):
        y = top + number * step
        colour = LIGHT[entry.category].removeprefix("#").upper()
        date = BoxPlace(MARGIN, y, LINE - MARGIN - 0.2, step)
        words(page, entry.date_words, date, Look(15, colour, is_bold=True), to_right=True)
        dot(page, y + step / 2, colour, is_disputed=entry.disputed)
        title = BoxPlace(LINE + 0.2, y, WIDTH - LINE - 0.2 - MARGIN, step)
        words(page, entry.title, title, Look(17))
    foot = BoxPlace(MARGIN, HEIGHT - 0.5, WIDTH - 2 * MARGIN, 0.3)
    words(page, handout.as_of(surface), foot, Look(10, GREY))


def landmark(page: Slide, entry: EventSheet, citing: NoteWriter) -> None:
    """Tell one event: its date, its title, what happened, what is disputed, its best sources."""
    width = WIDTH - 2 * MARGIN
    words(
        page,
        entry.date_words,
        BoxPlace(MARGIN, 0.7, width, 0.5),
        Look(20, NAVY, is_bold=True),
    )
    words(page, entry.title, BoxPlace(MARGIN, 1.2, width, 1.1), Look(30, is_bold=True))
    words(page, entry.summary, BoxPlace(MARGIN, 2.5, width, 2.2), Look(18))
    standing = handout.standing(entry, citing.surface)
    disputed = "\n".join(line.words for line in standing.disputed)
    words(page, disputed, BoxPlace(MARGIN, 4.8, width, 1.0), Look(13, AMBER))
    for number, source in enumerate(citing.note(sources_of(entry))):
        place = BoxPlace(MARGIN, 6.0 + number * 0.35, width, 0.32)
        made = words(page, source.words, place, Look(11, GREY))
        if made is not None and source.url:
            made.click_action.hyperlink.address = source.url


def words(
    page: Slide, text: str, frame: BoxPlace, look: Look, *, to_right: bool = False
) -> Any:
    """Write words into a box, in its middle; None for no words."""
    if not text:
        return None
    sides = (frame.left, frame.top, frame.width, frame.height)
    box = page.shapes.add_textbox(*(Inches(side) for side in sides))
    box.text_frame.word_wrap = True
    box.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    for number, line in enumerate(safe(text).split("\n")):
        paragraph = (
            box.text_frame.add_paragraph() if number else box.text_frame.paragraphs[0]
        )
        paragraph.alignment = PP_ALIGN.RIGHT if to_right else PP_ALIGN.LEFT
        run = paragraph.add_run()
        run.text = line
        run.font.size, run.font.bold, run.font.name = Pt(look.points), look.is_bold, FONT
        run.font.color.rgb = colour_of(look.colour)
    return box


def rule(page: Slide, top: float, height: float) -> None:
    """Draw the line of time."""
    ends = (Inches(LINE), Inches(top), Inches(LINE), Inches(top + height))
    line = page.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends)
    line.line.color.rgb = colour_of("CBD5E1")
    line.line.width = Pt(3)


def dot(page: Slide, y: float, colour: str, *, is_disputed: bool) -> None:
    """Draw the mark of an event: a diamond where its date is disputed, else a disc."""
    size = 0.24 if is_disputed else 0.18
    place = (LINE - size / 2, y - size / 2, size, size)
    shape = MSO_SHAPE.DIAMOND if is_disputed else MSO_SHAPE.OVAL
    mark = page.shapes.add_shape(shape, *(Inches(side) for side in place))
    mark.fill.solid()
    mark.fill.fore_color.rgb = colour_of(colour)
    mark.line.fill.background()


def colour_of(number: str) -> Any:
    """A colour by its six hexadecimal digits."""
    made: Any = RGBColor
    return made(*bytes.fromhex(number))

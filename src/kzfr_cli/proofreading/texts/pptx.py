"""Read the slides of a presentation in their order, with their tables and the notes of the
speaker.

Source: ECMA-376, part 1, 19 (PresentationML) and 21 (DrawingML). The parts are read as those of
a Word document are: python-pptx, whose last release is of 2024, unpacks each part whole.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kzfr_cli.proofreading.texts import package
from kzfr_cli.proofreading.texts.archive import ZippedDocument, attribute
from kzfr_cli.proofreading.texts.flow import Flow
from kzfr_cli.proofreading.texts.story import Story, UnreadablePartError

MAIN = "ppt/presentation.xml"
TITLES = ("title", "ctrTitle")
FIELDS = (
    "dt",
    "ftr",
    "sldNum",
    "hdr",
)
"""Placeholders that hold the same on every slide: a number, the day on which it is shown."""


def read(archive: ZippedDocument) -> Story:
    """Read a presentation; raises `UnreadablePartError` where its list of slides cannot be read."""
    story = Story()
    main = package.main_part(archive, MAIN)
    order = OrderReader()
    archive.feed(main, order)
    slides = {found.name: found.target for found in package.relations(archive, main)}
    for name in order.names:
        if name in slides:
            read_slide(archive, slides[name], story)
    package.read_properties(archive, story, ("created",))
    return story


def read_slide(
    archive: ZippedDocument,
    name: str,
    story: Story,
) -> None:
    """Read a slide and its notes; what cannot be read is named."""
    try:
        archive.feed(name, SlideReader(story, "slide"))
        for found in package.relations(archive, name):
            if found.kind == "notesSlide":
                archive.feed(found.target, SlideReader(story, "slide-notes"))
    except UnreadablePartError as error:
        story.unread.append(package.unreadable(error))


class OrderReader:
    """Read the order of the slides."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def start(
        self,
        name: str,
        attributes: dict[str, str],
    ) -> None:
        """Take a slide by the name of its relation."""
        if name == "sldId":
            found = [value for key, value in attributes.items() if key.endswith(" id")]
            self.names.extend(found)

    def end(self, name: str) -> None:
        """Pass over the end of an element."""

    def text(self, text: str) -> None:
        """Pass over what stands between elements."""


class SlideReader:
    """Read the elements of a slide into a story."""

    def __init__(
        self,
        story: Story,
        region: str,
    ) -> None:
        self._story = story
        self._region = region
        self._flow = Flow(story)
        self._kind = "paragraph"
        self._shape_unseen = ""
        self._unseen = ""
        self._reads = False

    def start(
        self,
        name: str,
        attributes: dict[str, str],
    ) -> None:
        """Begin an element."""
        if begin := STARTS.get(name):
            begin(self, attributes)

    def end(self, name: str) -> None:
        """End an element."""
        if name == "t":
            self._reads = False
        elif name == "tr":
            self._flow.end_row()
        elif name in ("sld", "notes"):
            self._story.leave()

    def text(self, text: str) -> None:
        """Take letters; only those within `t` are shown."""
        if self._reads and self._shape_unseen != "field":
            self._flow.say(text, self._shape_unseen or self._unseen)

    def _begin_slide(self, attributes: dict[str, str]) -> None:
        self._story.enter(self._region)
        if attribute(attributes, "show") == "0":
            self._shape_unseen = "hidden"

    def _begin_shape(self, attributes: dict[str, str]) -> None:
        self._kind = "paragraph"
        if self._shape_unseen == "field":
            self._shape_unseen = ""

    def _take_placeholder(self, attributes: dict[str, str]) -> None:
        kind = attribute(attributes, "type")
        if kind in TITLES:
            self._kind = "heading"
        elif kind in FIELDS:
            self._shape_unseen = self._shape_unseen or "field"

    def _begin_paragraph(self, attributes: dict[str, str]) -> None:
        self._flow.begin_paragraph(self._kind, 1 if self._kind == "heading" else 0)

    def _begin_run(self, attributes: dict[str, str]) -> None:
        self._unseen = ""

    def _take_run(self, attributes: dict[str, str]) -> None:
        if attribute(attributes, "strike") not in (None, "noStrike"):
            self._unseen = "struck-out"

    def _begin_words(self, attributes: dict[str, str]) -> None:
        self._reads = True

    def _break_line(self, attributes: dict[str, str]) -> None:
        self._flow.line_break()

    def _begin_row(self, attributes: dict[str, str]) -> None:
        self._flow.begin_row()

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._flow.begin_cell()


STARTS: Mapping[str, Callable[[SlideReader, dict[str, str]], None]] = {
    "sld": SlideReader._begin_slide,
    "notes": SlideReader._begin_slide,
    "sp": SlideReader._begin_shape,
    "ph": SlideReader._take_placeholder,
    "p": SlideReader._begin_paragraph,
    "r": SlideReader._begin_run,
    "rPr": SlideReader._take_run,
    "t": SlideReader._begin_words,
    "br": SlideReader._break_line,
    "tr": SlideReader._begin_row,
    "tc": SlideReader._begin_cell,
}
"""What an element begins; those that are not named are passed through."""

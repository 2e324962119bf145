"""Find the parts of an Office document by their relations, whatever names they bear.

Source: ECMA-376, part 2 (Open Packaging Conventions), 6.5.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from kzfr_cli.core.record import pair
from kzfr_cli.proofreading.texts import stated
from kzfr_cli.proofreading.texts.archive import ZippedDocument, attribute
from kzfr_cli.proofreading.texts.draft import Part
from kzfr_cli.proofreading.texts.story import Story, UnreadablePartError

TEMPLATE_STAMPS = (
    "2013-12-23",
    "2013-01-27",
    "2006-09-16",
    "1970-01-01",
    "1980-01-01",
    "1601-01-01",
)
"""The days by which python-docx, python-pptx and Office date what they make of their own templates,
and clocks that were never set: nothing was written then."""


@pair
class Relation:
    """A part that another one refers to: what it is to it (`footnotes`), and its name."""

    name: str
    kind: str
    target: str


class RelationReader:
    """Read the relations of a part."""

    def __init__(self, base: str) -> None:
        self.relations: list[Relation] = []
        self._base = base

    def start(
        self,
        name: str,
        attributes: dict[str, str],
    ) -> None:
        """Take a relation to a part; one to something outside is none."""
        if name != "Relationship" or attribute(attributes, "TargetMode") == "External":
            return
        kind = (attribute(attributes, "Type") or "").rpartition("/")[2]
        target = posixpath.join("/", self._base, attribute(attributes, "Target") or "")
        name = attribute(attributes, "Id") or ""
        self.relations.append(Relation(name, kind, posixpath.normpath(target).lstrip("/")))

    def end(self, name: str) -> None:
        """Pass over the end of an element."""

    def text(self, text: str) -> None:
        """Pass over what stands between elements."""


def relations(archive: ZippedDocument, part: str = "") -> list[Relation]:
    """The relations of a part, or of the whole document; none where they cannot be read."""
    folder, file = posixpath.split(part)
    name = posixpath.join(folder, "_rels", f"{file}.rels")
    reader = RelationReader(folder)
    if name in archive:
        archive.feed(name, reader)
    return reader.relations


def main_part(archive: ZippedDocument, usual: str) -> str:
    """The name of the part that holds the document; raises `UnreadablePartError`."""
    named = [found.target for found in relations(archive) if found.kind == "officeDocument"]
    for name in (*named, usual):
        if name in archive:
            return name
    raise UnreadablePartError(
        reason="not-document",
        name="",
    )


def targets(
    archive: ZippedDocument,
    related: Iterable[Relation],
    kind: str,
) -> list[str]:
    """The parts that a document refers to as this, or the one that bears its usual name."""
    found = [relation.target for relation in related if relation.kind == kind]
    usual = f"word/{kind}.xml"
    return found or [name for name in (usual,) if name in archive]


class PropertyReader:
    """Read the properties of a document: when it was made, in which language."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self._name = ""

    def start(
        self,
        name: str,
        attributes: dict[str, str],
    ) -> None:
        """Begin a property."""
        self._name = name

    def end(self, name: str) -> None:
        """End it."""
        self._name = ""

    def text(self, text: str) -> None:
        """Take its value."""
        if self._name:
            self.values[self._name] = self.values.get(self._name, "") + text


def read_properties(
    archive: ZippedDocument,
    story: Story,
    names: Iterable[str],
) -> None:
    """Note when a document was made, by the first of the names that says it, and its language.

    When it was last changed says nothing of when it was written.
    """
    reader = PropertyReader()
    try:
        for part in property_parts(archive):
            archive.feed(part, reader)
    except UnreadablePartError:
        return  # nobody sees them
    for name in names:
        created = stated.read(reader.values.get(name, ""))
        if created and created not in TEMPLATE_STAMPS:
            story.created = story.created or created
    story.language = reader.values.get("language", "")[:2].lower()


def property_parts(archive: ZippedDocument) -> list[str]:
    """The parts that hold the properties."""
    named = [found.target for found in relations(archive) if found.kind == "core-properties"]
    return [name for name in (*named, "docProps/core.xml", "meta.xml") if name in archive][
        :1
    ]


def unreadable(error: UnreadablePartError) -> Part:
    """What is told of a part that cannot be read."""
    return Part(
        code=error.reason,
        name=error.name,
    )

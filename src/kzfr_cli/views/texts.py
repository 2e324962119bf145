"""How the texts of a check were read: their charset and date, what was left out, what is
missing.
"""

from __future__ import annotations

from collections.abc import Iterator

from kzfr_cli.core.record import record
from kzfr_cli.locale.catalogue import N_, Catalogue
from kzfr_cli.proofreading.texts.draft import Part

LEFT_OUT = {
    "deleted": N_("deleted text"),
    "struck-out": N_("text that is struck out"),
    "hidden": N_("hidden text"),
    "comment": N_("comments"),
    "code": N_("code"),
    "mark": N_("numbers of notes"),
}
UNREAD = {
    "damaged": N_("{file}: the part {name} is damaged and was not read."),
    "missing": N_("{file}: the part {name} is missing and was not read."),
    "encrypted": N_("{file}: the part {name} is protected by a password and was not read."),
    "over-limit": N_("{file}: the part {name} holds more than is read."),
    "unclosed": N_(
        "{file}:{line}: a tag that begins here never ends: nothing after it was read. Close it."
    ),
    "lost-letters": N_("{file}: {count} letters are damaged and were not read."),
    "embedded": N_("{file}: a document within it was not read. Check it by itself."),
    "damaged-page": N_("{file}: page {name} is damaged and was not read."),
    "over-limit-page": N_("{file}: page {name} holds more than is read."),
    "picture-page": N_(
        "{file}: page {name} is a picture and was not read. Check its text by itself."
    ),
}
"""What is said of a part that a reader sees and that could not be read."""

FOREIGN = N_(
    "{file}: its language seems to be none of French, English, Russian and Kazakh: what it claims"
    " was not read."
)


@record
class TextView:
    """How one text was read: in which charset, as of which date, what was left out or not
    read.
    """

    file: str
    charset: str
    dated: str
    left_out: tuple[Part, ...]
    unread: tuple[Part, ...]
    is_foreign: bool = False


def how_it_was_read(view: TextView, catalogue: Catalogue) -> str:
    """One line on how a text was read."""
    return f"{view.file}: {'; '.join(_facts(view, catalogue))}"


def _facts(view: TextView, catalogue: Catalogue) -> Iterator[str]:
    if view.charset:
        yield catalogue.text("read as {charset}", charset=view.charset)
    if view.dated:
        yield catalogue.text("written {date}", date=view.dated)
    else:
        yield catalogue.text("without a date")
    parts = [
        f"{catalogue.text(LEFT_OUT[part.code])} ({part.count})"
        for part in view.left_out
        if part.code in LEFT_OUT
    ]
    if parts:
        yield catalogue.text("left out: {parts}", parts=", ".join(parts))


def unread(view: TextView, catalogue: Catalogue) -> Iterator[str]:
    """A sentence for each part that a reader sees and that could not be read, and for a text in
    another language.
    """
    if view.is_foreign:
        yield catalogue.text(FOREIGN, file=view.file)
    for part in view.unread:
        template = UNREAD.get(part.code, UNREAD["damaged"])
        yield catalogue.text(
            template, file=view.file, name=part.name, line=part.line, count=part.count
        )

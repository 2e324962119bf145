"""The styles of a Word document, as far as they decide what a paragraph is and whether it
is seen.
"""

from __future__ import annotations

import re

from kzfr_cli.core.record import record, replace
from kzfr_cli.proofreading.texts.archive import attribute

HEADING = re.compile(r"heading ([1-9])\Z", re.IGNORECASE)
"""The name of a built-in style, which is English in every edition of Word; its id is not."""

OFF = (
    "0",
    "false",
    "off",
    "none",
)
BODY_LEVEL = 9
"""The outline level of what is no heading."""


@record
class Style:
    """What a style makes of a paragraph; empty where it leaves that to the one it is based on."""

    kind: str = ""
    level: int = 0
    unseen: str = ""
    based_on: str = ""


class StyleReader:
    """Read the styles."""

    def __init__(self) -> None:
        self._styles: dict[str, Style] = {}
        self._id = ""

    def start(
        self,
        name: str,
        attributes: dict[str, str],
    ) -> None:
        """Take what decides."""
        value = attribute(attributes, "val") or ""
        if name == "style":
            self._id = attribute(attributes, "styleId") or ""
            self._styles[self._id] = Style()
        elif self._id:
            self._styles[self._id] = self._changed(self._styles[self._id], name, value)

    def end(self, name: str) -> None:
        """End a style."""
        if name == "style":
            self._id = ""

    def text(self, text: str) -> None:
        """Pass over what stands between elements."""

    def _changed(
        self,
        style: Style,
        name: str,
        value: str,
    ) -> Style:
        if name == "basedOn":
            return replace(style, based_on=value)
        if name == "name":
            return replace(style, **named(value))
        if name == "outlineLvl":
            return replace(style, **outlined(value))
        if name == "numPr" and not style.kind:
            return replace(
                style,
                kind="item",
                level=1,
            )
        if name == "vanish" and is_on(value):
            return replace(style, unseen="hidden")
        if name in ("strike", "dstrike") and is_on(value):
            return replace(style, unseen="struck-out")
        return style

    def style(self, style_id: str) -> Style:
        """A style with all that it takes from those it is based on."""
        found = Style()
        seen: set[str] = set()
        while style_id in self._styles and style_id not in seen:
            seen.add(style_id)
            style = self._styles[style_id]
            found = Style(
                kind=found.kind or style.kind,
                level=found.level or style.level,
                unseen=found.unseen or style.unseen,
            )
            style_id = style.based_on
        return found


def named(name: str) -> dict[str, object]:
    """What the name of a style says."""
    if heading := HEADING.match(name):
        return {"kind": "heading", "level": int(heading[1])}
    if name.lower() == "title":
        return {"kind": "heading", "level": 1}
    if name.lower() == "caption":
        return {"kind": "caption"}
    return {}


def outlined(value: str) -> dict[str, object]:
    """What an outline level says."""
    if not value.isdecimal() or int(value) >= BODY_LEVEL:
        return {}
    return {"kind": "heading", "level": int(value) + 1}


def is_on(value: str) -> bool:
    """Whether a switch is on: it is, unless its value says otherwise."""
    return value.lower() not in OFF

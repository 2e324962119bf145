"""The elements that are open at a place of a page: which end by themselves, what is seen of them.

Source: WHATWG, HTML Living Standard, 13.2.6 (tree construction), as far as it decides where a block
ends. Each element is opened and closed once, so that the work grows with the page and no faster.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kzfr_cli.core.record import pair


def names(text: str) -> frozenset[str]:
    """The names of elements in a text."""
    return frozenset(text.split())


DEEPEST = 1000
"""Open elements that are followed; browsers stop at 512."""

VOID = names("area base br col embed hr img input link meta param source track wbr")
SCOPES = names("html table td th caption button template object")
"""The elements beyond which an end tag reaches only by its own name."""

ENDS_PARAGRAPH = names(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hr li main menu nav ol p pre section summary table ul"
    " dd dt"
)
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
PARTS_OF_A_TABLE = ("tbody", "thead", "tfoot", "tr", "td", "th", "caption")
ENDED_BY = {
    "li": ("li",),
    "dt": ("dt", "dd"),
    "dd": ("dt", "dd"),
    "option": ("option",),
    "tr": ("tr", "td", "th"),
    "td": ("td", "th"),
    "th": ("td", "th"),
    "tbody": PARTS_OF_A_TABLE,
    "tfoot": PARTS_OF_A_TABLE,
    **dict.fromkeys(HEADINGS, HEADINGS),
}
"""The elements that a start tag ends although their end tags are missing."""

KEPT_BY = {
    "li": ("ul", "ol", "menu"),
    "dt": ("dl",),
    "dd": ("dl",),
    **dict.fromkeys(
        (
            "tr",
            "td",
            "th",
            "tbody",
            "tfoot",
        ),
        ("table",),
    ),
}
"""The elements within which alone a start tag ends others."""

HEADING = re.compile(r"h([1-6])\Z")
KINDS = {
    "li": "item",
    "dt": "item",
    "dd": "item",
    "caption": "caption",
    "figcaption": "caption",
    "title": "title",
    "td": "row",
    "th": "row",
    "table": "paragraph",
    "body": "paragraph",
}
LISTS = frozenset(
    (
        "ul",
        "ol",
        "menu",
        "dl",
    )
)


@pair
class Element:
    """An open element: what blocks within it are, how deep its list is, why it is not seen."""

    name: str
    kind: str = "paragraph"
    level: int = 0
    depth: int = 0
    unseen: str = ""


ROOT = Element("")


class Elements:
    """The open elements, the innermost last."""

    def __init__(self) -> None:
        self._open: list[Element] = []
        self._places: dict[str, list[int]] = {}

    @property
    def innermost(self) -> Element:
        """The innermost of the open elements."""
        if self._open:
            return self._open[-1]
        return ROOT

    def is_within(self, name: str) -> bool:
        """Whether an element of that name is open."""
        return bool(self._places.get(name))

    def open(
        self,
        name: str,
        unseen: str = "",
    ) -> None:
        """Open an element; `unseen` is why its content is not seen, if it is not."""
        if name in ENDS_PARAGRAPH:
            self._end(("p",), SCOPES)
        if name in ENDED_BY:
            self._end(ENDED_BY[name], KEPT_BY.get(name, SCOPES))
        if name in VOID or len(self._open) >= DEEPEST:
            return
        self._places.setdefault(name, []).append(len(self._open))
        self._open.append(self._made(name, unseen))

    def close(self, name: str) -> None:
        """Close the innermost element of that name; one that is not open is left alone."""
        self._end((name,), () if name in SCOPES else SCOPES)

    def _made(
        self,
        name: str,
        unseen: str,
    ) -> Element:
        outer = self.innermost
        heading = HEADING.match(name)
        return Element(
            name,
            "heading" if heading else KINDS.get(name, outer.kind),
            int(heading[1]) if heading else 0,
            outer.depth + (name in LISTS),
            outer.unseen or unseen,
        )

    def _end(
        self,
        names: Iterable[str],
        kept_by: Iterable[str],
    ) -> None:
        """Close what is open from the nearest of the elements on, unless another keeps it open."""
        nearest = max(map(self._last, names))
        if nearest > max(map(self._last, kept_by), default=-1):
            while len(self._open) > nearest:
                self._places[self._open.pop().name].pop()

    def _last(self, name: str) -> int:
        places = self._places.get(name)
        if places:
            return places[-1]
        return -1

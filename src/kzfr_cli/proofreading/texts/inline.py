"""What is not copied of a passage of Markdown: its marks, addresses and code, what is struck
out.

Source: CommonMark 0.31, 6 (inlines), and the extensions of GitHub and Pandoc that people use. A
mark of stress is dropped wherever it may be one: whether it opens or closes makes no difference
to a reader.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import unescape

from kzfr_cli.proofreading.texts.lines import BREAK, Substitute

TARGET = (
    r"\([ \n]*+(?:<[^<>\n]*+>|(?:[^\s()]|\([^\s()]*+\))*+)"
    r"(?:[ \n]++(?:\"[^\"\n]*+\"|'[^'\n]*+'|\([^()\n]*+\)))?+[ \n]*+\)"
)
TOKEN = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<ticks>`+)"
    r"|(?P<comment><!--)"
    r"|(?P<address><(?:https?|ftp|mailto):[^\s<>]*+>|(?:https?://|www\.)[^\s<>\])*]++)"
    r"|(?P<tag></?[a-zA-Z][^<>]{0,500}>)"
    r"|(?P<note>\[\^[^\[\]\s]{1,60}\])"
    r"|(?P<open>!?\[)"
    rf"|(?P<close>\](?:{TARGET}|\[[^\[\]\n]{{0,200}}\])?+)"
    r"|(?P<struck>~~|\{--)"
    r"|(?P<stress>\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|==)"
    r"|(?P<entity>&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});)"
    r"|(?P<setting>\{[#.:][^{}\n]{0,200}\}|\{\{[^{}]{0,500}\}\}|\{%[^{}]{0,500}%\})"
    r"|(?P<raised>\^[^\s^]{1,8}\^)"
    r"|(?P<hard>(?:(?<! ) {2,}+|\\)(?=\n))"
)
SPECIAL = re.compile(r"[\\`<\[\]~{*_=&^]|  \n|://|www\.")
"""What a passage holds in which anything is to be found."""

TICKS = re.compile("`+")
TAG_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
NUMBER = re.compile(r"[\[(]?\d{1,3}[\])]?(?=</sup)", re.IGNORECASE)
STRUCK_ENDS = {"~~": "~~", "{--": "--}"}
UNSEEN = {
    "del": "deleted",
    "s": "deleted",
    "strike": "deleted",
    "code": "code",
    "kbd": "code",
}
HIDDEN = re.compile(r"\shidden\b|display\s*:\s*none", re.IGNORECASE)


class Inline:
    """Find the stretches of a passage that are not copied, and what is left out on purpose
    there.
    """

    def __init__(self, text: str) -> None:
        self.spans: list[Substitute] = []
        self.left_out: list[tuple[str, int]] = []
        self._text = text
        self._brackets: list[int] = []
        self._missing: set[str] = set()
        if not SPECIAL.search(text):
            return
        place = 0
        while found := TOKEN.search(text, place):
            place = READERS.get(found.lastgroup or "", Inline._mark)(self, found)

    def _mark(self, found: re.Match[str]) -> int:
        """Drop a mark; an address leaves a space."""
        spaced = found.lastgroup == "address"
        self.spans.append(Substitute(found.start(), found.end(), " " if spaced else ""))
        return found.end()

    def _escape(self, found: re.Match[str]) -> int:
        self.spans.append(Substitute(found.start(), found.start() + 1))
        return found.end()

    def _entity(self, found: re.Match[str]) -> int:
        self.spans.append(Substitute(found.start(), found.end(), unescape(found[0])))
        return found.end()

    def _raised(self, found: re.Match[str]) -> int:
        """Drop the two signs of «25^e^»; what they hold is read."""
        self.spans.append(Substitute(found.start(), found.start() + 1))
        self.spans.append(Substitute(found.end() - 1, found.end()))
        return found.end()

    def _hard(self, found: re.Match[str]) -> int:
        self.spans.append(Substitute(found.start(), found.end() + 1, BREAK))
        return found.end() + 1

    # ---- links

    def _open(self, found: re.Match[str]) -> int:
        self._brackets.append(found.start())
        return found.end()

    def _close(self, found: re.Match[str]) -> int:
        """Drop the brackets of a link with its address; others are read."""
        if not self._brackets:
            return found.end()
        opened = self._brackets.pop()
        if found.end() > found.start() + 1:
            length = 2 if self._text.startswith("!", opened) else 1
            self.spans.append(Substitute(opened, opened + length))
            self.spans.append(Substitute(found.start(), found.end()))
        return found.end()

    # ---- what is left out

    def _ticks(self, found: re.Match[str]) -> int:
        closing = self._closing_ticks(found)
        if closing < 0:
            return found.end()
        return self._leave_out("code", found.start(), closing)

    def _closing_ticks(self, found: re.Match[str]) -> int:
        """Where as many ticks end as began; -1 where they do not."""
        ticks = found[0]
        if ticks in self._missing:
            return -1
        for other in TICKS.finditer(self._text, found.end()):
            if other[0] == ticks:
                return other.end()
        self._missing.add(ticks)
        return -1

    def _comment(self, found: re.Match[str]) -> int:
        return self._leave_out_to("-->", "comment", found)

    def _struck(self, found: re.Match[str]) -> int:
        return self._leave_out_to(STRUCK_ENDS[found[0]], "struck-out", found)

    def _tag(self, found: re.Match[str]) -> int:
        """Drop a tag, with its content where that is not seen."""
        named = TAG_NAME.match(found[0])
        name = named[1].lower() if named else ""
        opens = not found[0].startswith("</")
        if name == "br":
            self.spans.append(Substitute(found.start(), found.end(), BREAK))
            return found.end()
        why = UNSEEN.get(name, "hidden" if HIDDEN.search(found[0]) else "")
        if name == "sup" and NUMBER.match(self._text, found.end()):
            why = "mark"
        if why and opens:
            return self._leave_out_to(f"</{name}>", why, found)
        return self._mark(found)

    def _leave_out_to(
        self,
        sign: str,
        code: str,
        found: re.Match[str],
    ) -> int:
        """Leave out what stands before a sign, and the sign; without one, only drop the mark."""
        if sign not in self._missing:
            end = self._text.find(sign, found.end())
            if end >= 0:
                return self._leave_out(code, found.start(), end + len(sign))
            self._missing.add(sign)
        return self._mark(found)

    def _leave_out(
        self,
        code: str,
        first: int,
        last: int,
    ) -> int:
        self.left_out.append((code, first))
        self.spans.append(Substitute(first, last, " "))
        return last


READERS: Mapping[str, Callable[[Inline, re.Match[str]], int]] = {
    "escape": Inline._escape,
    "ticks": Inline._ticks,
    "comment": Inline._comment,
    "tag": Inline._tag,
    "open": Inline._open,
    "close": Inline._close,
    "struck": Inline._struck,
    "entity": Inline._entity,
    "raised": Inline._raised,
    "hard": Inline._hard,
}
"""What reads each kind of token and gives the offset to go on from; the others are marks."""

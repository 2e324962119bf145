"""The plain text of what programs write as HTML into a cell or a description."""

from __future__ import annotations

import re
from html import unescape

TAG = re.compile(r"<(?:/?[a-zA-Z][^<>]*|!--.*?--)>", re.DOTALL)
OF_HTML = re.compile(
    r"<(?:p|br|div|span|a|b|i|u|em|strong|ul|ol|li|html|body|blockquote|h[1-6]|table|img)\b"
    r"|</[a-z]|&(?:[a-z]{2,8}|#\d{1,6});",
    re.IGNORECASE,
)
"""What shows that a text is HTML; any other may speak of a < b or of R&D."""

UNREAD = re.compile(r"<(script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)


def plain(text: str) -> str:
    """A text on one line, without its tags if it is HTML."""
    if OF_HTML.search(text):
        text = unescape(TAG.sub(" ", UNREAD.sub(" ", text)))
    return " ".join(text.split())


def from_html(text: str) -> str:
    """The plain text of what is known to be HTML."""
    return " ".join(unescape(TAG.sub(" ", UNREAD.sub(" ", text))).split())

"""Make text plain letter by letter, so that every place in the plain text is the same
place in the text.
"""

from __future__ import annotations

import re
import unicodedata

from kzfr_cli.languages import letters

TOKEN = re.compile(r"[^\W\d_]+|\d+")
"""A run of letters or a run of digits: «25ème» is two tokens, «30-летие» too."""

SIGNS = {
    **dict.fromkeys("\u00a0\u202f\u2009\u2007\u2002\u2003", " "),
    **dict.fromkeys("’ʼ‘`´", "'"),
    **dict.fromkeys("‐‑‒–—−", "-"),
    **dict.fromkeys("«»“”„‟", '"'),
    **letters.PLAIN,
}


class _Plain(dict[int, str]):
    """The plain character for each: small, without accents, one for one."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        found = SIGNS.get(letter)
        if found is None:
            found = (
                letter.lower()
                if letters.is_cyrillic(letter)
                else unicodedata.normalize("NFKD", letter)[:1]
            )
            found = found.lower()
        found = found if len(found) == 1 else letter
        self[code] = found
        return found


_TABLE = _Plain()


def plain(text: str) -> str:
    """Return the text in small letters without accents, with plain signs; its length stays the
    same.
    """
    return text.translate(_TABLE)

"""Make text plain letter by letter, so that every place in the plain text is the same place in the
text.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property

from kzfr_cli.core.listing import listed

TOKEN = re.compile(r"[^\W\d_]+|\d+")
"""A run of letters or a run of digits: «25ème» is two tokens, «30-летие» too."""

SIGNS = {
    **dict.fromkeys("\u00a0\u202f\u2009\u2007\u2002\u2003\t", " "),
    **dict.fromkeys("’ʼ‘`´", "'"),
    **dict.fromkeys("‐‑‒–—−", "-"),
    **dict.fromkeys("«»“”„‟", '"'),
    "œ": "o",
    "Œ": "o",
    "ё": "е",
    "Ё": "е",
}
LETTERLESS_SENTENCE_ENDS = re.compile(
    r"[.!?…]|\n\s*\n|\n\s*(?:[-*#•>|]|\d{1,3}[.)])|[|]|\n(?=\S{1,40}\n)"
)


class _Plain(dict[int, str]):
    """Give for each character its plain one: small, without accents, one for one."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        found = SIGNS.get(letter)
        if found is None:
            found = (
                letter.lower()
                if "\u0400" <= letter <= "\u052f"
                else unicodedata.normalize("NFKD", letter)[:1]
            )
            found = found.lower()
        found = found if len(found) == 1 else letter
        self[code] = found
        return found


_TABLE = _Plain()


def plain(text: str) -> str:
    """Give the text in small letters without accents, with plain signs; its length stays the same."""
    return text.translate(_TABLE)


ABBREVIATIONS = listed(
    "m mm mme mlle dr pr st ste no art al cf vs mr mrs ms prof gen sen rep jan feb mar apr "
    "jun jul aug sep sept oct "
    "nov dec janv fevr avr juil dece г гг им тыс млн млрд долл ул стр т"
)


ENGLISH = listed("the of and in on was is to for with by")
OTHER = listed("le la les de des du et en est une dans pour par avec и в на был между с по")


class Reading:
    """Hold a text with its tokens: words and numbers, plain, with the place of each."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain = plain(text)
        matches = list(TOKEN.finditer(self.plain))
        self.words = [match[0] for match in matches]
        self.starts = [match.start() for match in matches]
        self.ends = [match.end() for match in matches]
        self.gaps = [
            self.plain[end:start] for end, start in zip(self.ends, self.starts[1:], strict=False)
        ]
        if self.ends:
            self.gaps.append(self.plain[self.ends[-1] : self.ends[-1] + 9] + "\n\n")

    @cached_property
    def is_english(self) -> bool:
        """Tell whether the text is in English, by its smallest words: 05/06/2018 may then be either
        day.
        """
        english, other = ENGLISH.intersection(self.words), OTHER.intersection(self.words)
        return len(english) > len(other)

    def __len__(self) -> int:
        return len(self.words)

    def word(self, place: int) -> str:
        """Give a token, or nothing beyond the ends."""
        return self.words[place] if 0 <= place < len(self.words) else ""

    def gap(self, place: int) -> str:
        """Give what stands between a token and the next."""
        return self.gaps[place] if 0 <= place < len(self.gaps) else "\n\n"

    def ends_sentence(self, place: int) -> bool:
        """Tell whether a sentence ends after a token."""
        if place >= len(self.words) - 1:
            return True
        gap = self.gap(place)
        if gap == " " or not LETTERLESS_SENTENCE_ENDS.search(gap):
            return False
        if "\n" not in gap and "!" not in gap and "?" not in gap and "…" not in gap:
            following = self.text[self.starts[place + 1]]
            if not gap.startswith(".") and ". " not in gap and '."' not in gap:
                return "|" in gap
            if len(gap.strip()) == len(gap) or following.islower():
                return False
            word = self.words[place]
            if word in ABBREVIATIONS or (
                len(word) == 1 and word.isalpha() and self.text[self.starts[place]].isupper()
            ):
                return False
            if word.isdigit() and len(word) < 3 and following.isdigit():
                return False
        return True

    def sentence(self, place: int) -> tuple[int, int]:
        """Give the first token of the sentence around a token, and the one after its last."""
        first = place
        while first > 0 and place - first < LONGEST_SENTENCE and not self.ends_sentence(first - 1):
            first -= 1
        last = place
        while (
            last < len(self.words) - 1
            and last - place < LONGEST_SENTENCE
            and not self.ends_sentence(last)
        ):
            last += 1
        return first, last + 1


LONGEST_SENTENCE = 90
"""Tokens to each side of a claim that may belong to its sentence: what is longer is a list or a
table.
"""

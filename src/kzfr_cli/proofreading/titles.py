"""Find the title under which an entry of a chronology, or a row of a table, stands: it says of
what the entries tell, which do not say it again.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from kzfr_cli.proofreading import listings
from kzfr_cli.proofreading.text import Sentence, Span


class TitledLists:
    """The titles of the lists and tables of a text, each looked for once.

    `dated` are the tokens of the dates of each sentence by its number, `worded` the numbers of
    those that say anything else.
    """

    def __init__(self, dated: Mapping[int, Sequence[Span]], worded: Container[int]) -> None:
        self._dated = dated
        self._worded = worded
        self._known: dict[int, Sentence | None] = {}

    def of(self, sentence: Sentence) -> Sentence | None:
        """The title under which an entry stands; None for any other sentence, and where there is
        none.
        """
        if not self._is_entry(sentence):
            return None
        walked: list[int] = []
        at: Sentence | None = sentence
        while at is not None and at.number not in self._known and self._goes_on(at):
            walked.append(at.number)
            at = at.previous
        found = self._found(at)
        self._known.update(dict.fromkeys(walked, found))
        return found

    def _found(self, at: Sentence | None) -> Sentence | None:
        """The title above the first entry, or None where what stands there is none."""
        if at is None:
            return None
        if at.number in self._known:
            return self._known[at.number]
        return at if self._is_title(at) else None

    def _is_title(self, sentence: Sentence) -> bool:
        """Return whether a sentence is a title; below an entry stands one without its date."""
        before = sentence.previous
        if before is not None and self._is_entry(before):
            return False
        return listings.is_title(sentence)

    def _goes_on(self, sentence: Sentence) -> bool:
        """Return whether a title may still stand above a sentence: it is an entry, a part of one,
        or a heading that is but a date.
        """
        if self._is_entry(sentence) or not begins_line(sentence):
            return True
        return sentence.number not in self._worded

    def _is_entry(self, sentence: Sentence) -> bool:
        """Return whether a sentence is a row, or opens its line with a date."""
        if sentence.is_row:
            return True
        if not begins_line(sentence):
            return False
        return opens_with_date(sentence, self._dated)


def opens_with_date(sentence: Sentence, dated: Mapping[int, Sequence[Span]]) -> bool:
    """Return whether a date opens a sentence."""
    own = dated.get(sentence.number, ())
    return any(first == sentence.first for first, _ in own)


def begins_line(sentence: Sentence) -> bool:
    """Return whether a sentence stands at the beginning of a line."""
    before = sentence.previous
    if before is None:
        return True
    return "\n" in sentence.text.gap(before.last - 1)

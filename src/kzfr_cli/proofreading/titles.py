"""Find the title under which an entry of a chronology, or a row of a table, stands: it says of
what the entries tell, which do not say it again.
"""

from __future__ import annotations

from collections.abc import Callable

from kzfr_cli.proofreading import listings
from kzfr_cli.proofreading.text import Sentence

Asked = Callable[[Sentence], bool]
"""What is asked of a sentence."""


class Titles:
    """The titles of the lists and tables of a text, each looked for once."""

    def __init__(self, opens_with_date: Asked, says_something: Asked) -> None:
        self._opens_with_date = opens_with_date
        self._says_something = says_something
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
        """What stands above the first entry: its title, or what is no title."""
        if at is None:
            return None
        if at.number in self._known:
            return self._known[at.number]
        return at if listings.is_title(at) else None

    def _goes_on(self, sentence: Sentence) -> bool:
        """Return whether a title may still stand above a sentence: it is an entry, a part of one,
        or a heading that is but a date.
        """
        if self._is_entry(sentence) or not begins_line(sentence):
            return True
        return not self._says_something(sentence)

    def _is_entry(self, sentence: Sentence) -> bool:
        """Return whether a sentence is a row, or opens its line with a date."""
        if sentence.is_row:
            return True
        return begins_line(sentence) and self._opens_with_date(sentence)


def begins_line(sentence: Sentence) -> bool:
    """Return whether a sentence stands at the beginning of a line."""
    before = sentence.previous
    if before is None:
        return True
    return "\n" in sentence.text.gap(before.last - 1)

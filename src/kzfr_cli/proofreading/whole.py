"""Check whole texts, however long: portion by portion, with one checker for all of them."""

from __future__ import annotations

from collections.abc import Iterator

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.record import replace
from kzfr_cli.proofreading.case import Finding
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.proofreading.texts.portions import portions
from kzfr_cli.store.index.reading import Index


class Proofreader:
    """Check texts one after another against one database, which is read but once."""

    def __init__(self, index: Index) -> None:
        self.checker = Checker(index)

    def check(
        self,
        text: str,
        as_of: PartialDate | None,
    ) -> Iterator[Finding]:
        """The findings on a text, in its order; `as_of` is the text's own date."""
        for portion in portions(text):
            found = self.checker.check(portion.text, as_of)
            if not portion.start:
                yield from found
                continue
            for item in found:
                yield replace(
                    item,
                    start=item.start + portion.start,
                    end=item.end + portion.start,
                )

"""Check a text: find its claims, link and judge each, the same way every time."""

from __future__ import annotations

from collections.abc import Iterable

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.proofreading import moments
from kzfr_cli.proofreading.case import Finding, Trial
from kzfr_cli.proofreading.claims import anniversaries, counts, dates, elapsed, figures, names, places, weekdays
from kzfr_cli.proofreading.frames import Frames
from kzfr_cli.proofreading.linking import Linker
from kzfr_cli.proofreading.text import Text
from kzfr_cli.store.index.reading import Index

KINDS = (dates, anniversaries, elapsed, weekdays, names, places, counts, figures)
"""The kinds of claims, each with `find` and `judge`, in the order in which they are judged."""


class Checker:
    """Check texts against one database."""

    def __init__(self, index: Index) -> None:
        self.linker = Linker(Frames(index))

    def check(self, text: str, as_of: PartialDate | None = None) -> list[Finding]:
        """The findings on a text, in its order; `as_of` is the text's own date."""
        read = Text(text)
        trial = Trial(read, moments.read(read, as_of), self.linker, as_of)
        trial.jubilees.update(read.sentence(claim.first).number for claim in anniversaries.find(trial))
        judged = [kind.judge(trial, claim) for kind in KINDS for claim in kind.find(trial)]
        found = [each for each in judged if each is not None]
        return ordered(found)


def ordered(found: Iterable[Finding]) -> list[Finding]:
    """Findings in the order of the text."""
    return sorted(found, key=lambda item: (item.start, item.end))

"""Choose events by words without an option before them: a category, a name, a tag, in any
language.
"""

from __future__ import annotations

from collections.abc import Sequence

from kzfr_cli.core.event import CATEGORIES
from kzfr_cli.core.record import pair, replace
from kzfr_cli.languages import folding
from kzfr_cli.locale import choices
from kzfr_cli.queries import lookups
from kzfr_cli.queries.filters import Filters
from kzfr_cli.store.index.reading import Index


@pair
class Worded:
    """The filters that words ask for, and the words that are none."""

    filters: Filters
    rest: tuple[str, ...]


class Phrases:
    """The words that choose events."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.names = {
            role: lookups.spelt(index, kinds) for role, kinds in lookups.ROLES.items()
        }

    def added(
        self,
        filters: Filters,
        phrase: str,
    ) -> Filters | None:
        """The filters with what a phrase names besides; None when it names nothing, or what has
        its place taken.
        """
        if category := choices.read("categories", phrase, CATEGORIES):
            return replace(filters, categories=(*filters.categories, category))
        wanted = folding.fold(phrase)
        for role, known in self.names.items():
            if wanted in known:
                free = getattr(filters, role) is None
                return replace(filters, **{role: known[wanted]}) if free else None
        tag = lookups.tag_of(self.index, phrase)
        return replace(filters, tags=(*filters.tags, tag)) if tag else None


def read(
    index: Index,
    filters: Filters,
    words: Sequence[str],
) -> Worded:
    """Add to some filters what words name, the longest phrases first; the rest is to be searched
    for.
    """
    phrases, rest = Phrases(index), list[str]()
    begin = 0
    while begin < len(words):
        for end in range(len(words), begin, -1):
            added = phrases.added(filters, " ".join(words[begin:end]))
            if added is not None:
                filters, begin = added, end
                break
        else:
            rest.append(words[begin])
            begin += 1
    return Worded(filters, tuple(rest))

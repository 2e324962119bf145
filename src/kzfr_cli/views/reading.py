"""What a search outside the program must know of words to read a query as the program does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfr_cli.core.record import record
from kzfr_cli.languages.stems import cyrillic_endings
from kzfr_cli.search import weights
from kzfr_cli.search.vocabulary import Vocabulary, in_script

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kzfr_cli.views.speaker import Speaker

ROLES = ("countries", "consequences")


@record
class SearchWords:
    """Folded words by what they are to a reader of queries, the endings of words in Cyrillic, and
    the weights of ranking.
    """

    silent: Mapping[str, tuple[str, ...]]
    roles: Mapping[str, tuple[str, ...]]
    endings: tuple[str, ...]
    weights: Mapping[str, float]


def search_words(speaker: Speaker) -> SearchWords:
    """Gather them from the index."""
    vocabulary = Vocabulary(speaker.index.connection)
    scripts = {"latin": False, "cyrillic": True}
    return SearchWords(
        silent={
            script: listed(
                vocabulary.words(in_script("stop_words", is_cyrillic=is_cyrillic))
            )
            for script, is_cyrillic in scripts.items()
        },
        roles={role: listed(vocabulary.words(role)) for role in ROLES},
        endings=listed(cyrillic_endings()),
        weights=weights.table(),
    )


def listed(words: Iterable[str]) -> tuple[str, ...]:
    """Return words in their order."""
    return tuple(sorted(words))

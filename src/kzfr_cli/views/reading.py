"""What a search outside the program must know of words to read a query as the program does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfr_cli.core.record import record
from kzfr_cli.languages import small_words
from kzfr_cli.languages.stems import cyrillic_endings, endings
from kzfr_cli.search import weights
from kzfr_cli.search.vocabulary import Vocabulary
from kzfr_cli.store.index import thesaurus
from kzfr_cli.views import synonyms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kzfr_cli.views.speaker import Speaker

ROLES = (
    "countries",
    "consequences",
    "except",
    "except_behind",
    "without",
    "not",
    "joiners",
    "question_words",
    "first",
    "last",
)
BY_SCRIPT = {"stop_words": small_words.stop_words, "hints": small_words.hints}
"""What a page knows of small words: not those that merely tell how, which would double them."""

SCRIPTS = {"latin": False, "cyrillic": True}


@record
class SearchWords:
    """Folded words by what they are to a reader of queries, also by the script that they are
    written in; what says the same, or is wider; what is elsewhere; the endings of words by their
    lists; the weights of ranking.
    """

    roles: Mapping[str, tuple[str, ...]]
    by_script: Mapping[str, Mapping[str, tuple[str, ...]]]
    same: tuple[str, ...]
    wider: tuple[str, ...]
    elsewhere: str
    endings: Mapping[str, tuple[str, ...]]
    weights: Mapping[str, float]


def search_words(
    speaker: Speaker,
    texts: Iterable[str],
    languages: Iterable[str],
) -> SearchWords:
    """Gather them from the index, for a search in the texts of some events in some languages."""
    vocabulary = Vocabulary(speaker.index.connection)
    shelf = synonyms.Shelf(texts, languages)
    return SearchWords(
        roles={role: listed(vocabulary.words(role)) for role in ROLES},
        by_script={
            role: {
                script: listed(read(is_cyrillic)) for script, is_cyrillic in SCRIPTS.items()
            }
            for role, read in BY_SCRIPT.items()
        },
        same=synonyms.lines(shelf, thesaurus.SAME),
        wider=synonyms.lines(shelf, thesaurus.WIDER),
        elsewhere=synonyms.elsewhere(shelf),
        endings={
            "cyrillic": listed(cyrillic_endings()),
            "derived": listed(endings("derived")),
            "near": listed(endings("near")),
        },
        weights=weights.table(),
    )


def listed(words: Iterable[str]) -> tuple[str, ...]:
    """Return words in their order."""
    return tuple(sorted(words))

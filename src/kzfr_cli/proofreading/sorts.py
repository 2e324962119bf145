"""Tell of what sort an organisation is: a university, a museum, a ministry, a firm."""

from __future__ import annotations

from kzfr_cli.proofreading import known_bodies, lexicon
from kzfr_cli.proofreading.frames import Frames
from kzfr_cli.proofreading.text import Text, cut

FIRM = "firm"
"""The sort of what says none."""


INSTITUTION = "institution"
"""The sort of a body of a state, or of a house, whose name says none."""


NO_FIRMS = frozenset(
    (
        "museum",
        "hall",
        "troupe",
        "court",
        "organ",
        "european",
        "chamber",
        "international",
        "station",
        "stadium",
        "club",
        "french-university",
        "kazakh-university",
        "hospital",
        "research",
        "film-festival",
        "cycling",
        "tennis",
        "broadcaster",
        "fair",
        "employers",
        "language-body",
    )
)
"""The sorts of well-known organisations that are no firms."""


def at(
    text: Text,
    place: int,
) -> frozenset[str]:
    """The sorts that a word names."""
    return lexicon.load().named("sorts", text.word(place))


def of_name(
    text: Text,
    first: int,
    last: int,
) -> frozenset[str]:
    """The sorts that the words of a name say, or those beside it."""
    found = frozenset[str]().union(*(at(text, place) for place in range(first, last + 1)))
    if found:
        return found
    before = at(text, first - 1) if text.gap(first - 1) == " " else found
    behind = at(text, last + 1) if text.gap(last) == " " else found
    return before | behind


def of_token(
    frames: Frames,
    token: str,
) -> frozenset[str]:
    """The sorts of an organisation of the database, by what it is called."""
    name = frames.index.name(token[1:].replace("_", "-"))
    if name is None:
        return frozenset((FIRM,))
    texts = [cut(label) for label in name.label.values()]
    said = [of_name(text, 0, len(text.words) - 1) for text in texts if text.words]
    return frozenset[str]().union(*said) or frozenset(
        (name.kind if name.kind == INSTITUTION else FIRM,)
    )


def of_unrecorded(name: str) -> frozenset[str]:
    """The sorts of a well-known organisation of which the database has no entry: a firm's, or
    its own.
    """
    sort = known_bodies.load().sort(name)
    return frozenset((sort if sort in NO_FIRMS else FIRM,))

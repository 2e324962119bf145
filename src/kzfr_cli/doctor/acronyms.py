"""Acronyms that a summary uses and nothing explains."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kzfr_cli.doctor.registry import WARNING, check
from kzfr_cli.languages import letters
from kzfr_cli.locale.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kzfr_cli.core.event import Event, Name
    from kzfr_cli.doctor.database import DatabaseFiles, Fault

LANGUAGES = ("fr", "en")
ACRONYM = re.compile(rf"(?<![\w.-])[{letters.UPPER}]{{3,8}}(?![\w-])")
ROMAN = re.compile(r"[IVXLC]+")


@check(
    "K706",
    "unknown-acronym",
    WARNING,
    message=N_(
        "“{acronym}” is in no title, alias or keyword of the event and is nobody’s name"
    ),
    what=N_(
        "An acronym of a summary is known: as a name, as the publisher of a source of the event, "
        "or by the titles, aliases and keywords of the event."
    ),
    why=N_("Who searches or checks a text by the acronym would not find the event."),
    repair=N_(
        "Add it to the aliases when it means the event, else to its keywords or to a name."
    ),
)
def unknown_acronym(database: DatabaseFiles) -> Iterator[Fault]:
    """Find acronyms of summaries that lead nowhere."""
    names = in_texts(text for _, name in database.names for text in name_texts(name))
    for entry, event in database.events:
        known: set[str] | None = None
        for language in LANGUAGES:
            told = dict.fromkeys(ACRONYM.findall(event.summary.get(language, "")))
            for acronym in told:
                if acronym in names or ROMAN.fullmatch(acronym):
                    continue
                known = in_texts(own_texts(database, event)) if known is None else known
                if acronym not in known:
                    yield entry.fault(f"summary.{language}", acronym=acronym)


def in_texts(texts: Iterable[str]) -> set[str]:
    """Return the acronyms of some texts."""
    return {acronym for text in texts for acronym in ACRONYM.findall(text)}


def name_texts(name: Name) -> Iterator[str]:
    """Return every form of a name."""
    yield from name.label.values()
    yield from listed(name.spellings)
    yield from name.acronyms
    for period in name.periods:
        yield from period.label.values()


def own_texts(database: DatabaseFiles, event: Event) -> Iterator[str]:
    """Return the titles, aliases and keywords of an event, and the publishers of its sources."""
    yield from event.title.values()
    yield from listed(event.aliases)
    yield from listed(event.keywords)
    for citation in event.sources:
        source = database.sources_by_id.get(citation.source)
        yield source.publisher if source else ""


def listed(forms: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """Return the words of every language."""
    for words in forms.values():
        yield from words

"""Views of what is cited: the record of kzfr, then the sources that it rests on.

A record is cited with its own date, since no other page vouches for how kzfr weighed its sources;
the sources follow, because they are what a reader should check.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from kzfr_cli import __version__
from kzfr_cli.core import edtf
from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.event import Event, Figure, Source, in_language
from kzfr_cli.core.record import record
from kzfr_cli.locale import quantities
from kzfr_cli.queries import citations, figures
from kzfr_cli.queries.citations import Citable
from kzfr_cli.views.speaker import Speaker

INNER = {"fr": ("“", "”"), "en": ("‘", "’"), "ru": ("„", "“"), "kk": ("“", "”")}
"""The quotation marks within quotation marks."""
QUOTED = re.compile(r"«\s?(.*?)\s?»|„(.*?)[“”]|“(.*?)”")


@record
class WorkView:
    """One thing to be cited.

    `type` is `event`, `figure` or `source`; `kind` is that of a source. `issued` is the EDTF date
    of a source's publication, `about` that of what a record tells; `accessed` an ISO day, when it
    was given. `reference` is the whole reference in words.
    """

    type: str
    id: str
    kind: str
    title: str
    language: str
    publisher: str
    container: str
    version: str
    url: str
    issued: str | None
    issued_words: str
    about: str | None
    about_words: str
    disputed: bool
    accessed: str | None
    authors: tuple[str, ...]
    archived: str
    reference: str


@record
class ReferencesView:
    """What is cited, the record first; `lead` says that the sources of a record follow.

    `events` counts those that are known by their sources only.
    """

    rows: tuple[WorkView, ...]
    lead: str
    events: int = 0


def references(
    found: Citable,
    speaker: Speaker,
    accessed: date | None = None,
) -> ReferencesView:
    """View what is cited; `accessed` is the day on which the reader saw it, if that is known."""
    records = [record_work(found.entry, speaker, accessed)] if found.entry else []
    sources = [source(item, speaker, accessed) for item in found.sources]
    lead = speaker.catalogue.text("Sources:") if records and sources else ""
    return ReferencesView(rows=(*records, *sources), lead=lead)


def bibliography(
    events: Iterable[Event],
    speaker: Speaker,
    accessed: date | None = None,
) -> ReferencesView:
    """View the sources of some events, each once, in the order in which they are first cited."""
    chosen = list(events)
    ids = dict.fromkeys(
        entry_id for event in chosen for entry_id in citations.event_sources(event)
    )
    sources = citations.resolved(speaker.index, list(ids))
    rows = tuple(source(item, speaker, accessed) for item in sources)
    return ReferencesView(rows=rows, lead="", events=len(chosen))


def record_work(
    entry: Event | Figure,
    speaker: Speaker,
    accessed: date | None,
) -> WorkView:
    """View the record of an event or a figure as an entry of the database."""
    text = speaker.catalogue.text
    title, language = named(entry, speaker)
    value, disputed = dated(entry)
    container = text("kzfr, a sourced knowledge base of France–Kazakhstan relations")
    when = speaker.date(value)
    parts = (
        quoted(title, speaker),
        text("{date} (disputed)", date=when) if disputed else when,
        text("in {container}", container=container),
        text("version {version}", version=__version__),
        text("entry {id}", id=entry.id),
        *access(accessed, speaker),
    )
    return WorkView(
        type="event" if isinstance(entry, Event) else "figure",
        id=entry.id,
        kind="",
        title=title,
        language=language,
        publisher="",
        container=container,
        version=__version__,
        url="",
        issued=None,
        issued_words="",
        about=value.text,
        about_words=when,
        disputed=disputed,
        accessed=accessed.isoformat() if accessed else None,
        authors=(),
        archived="",
        reference=sentence(parts),
    )


def named(entry: Event | Figure, speaker: Speaker) -> tuple[str, str]:
    """What an entry is called, and the language of that."""
    if isinstance(entry, Event):
        return in_language(entry.title, speaker.lang)
    label, language = in_language(entry.label, speaker.lang)
    words = quantities.bounded(entry.value, entry.unit, entry.bound, speaker.catalogue)
    return speaker.catalogue.text("{label}: {value}", label=label, value=words), language


def dated(entry: Event | Figure) -> tuple[PartialDate, bool]:
    """The date or period of an entry, and whether sources dispute it."""
    if isinstance(entry, Event):
        return entry.preferred.value, entry.is_disputed
    return entry.period, figures.is_disputed(entry)


def source(
    item: Source,
    speaker: Speaker,
    accessed: date | None,
) -> WorkView:
    """View a source."""
    issued = (
        speaker.date(item.published) if item.published else speaker.catalogue.text("n.d.")
    )
    title = quoted(item.title, speaker) if item.title else item.id
    return WorkView(
        type="source",
        id=item.id,
        kind=item.kind,
        title=item.title or item.id,
        language=item.language,
        publisher=item.publisher,
        container="",
        version="",
        url=item.url,
        issued=item.published.text if item.published else None,
        issued_words=speaker.date(item.published) if item.published else "",
        about=None,
        about_words="",
        disputed=False,
        accessed=accessed.isoformat() if accessed else None,
        authors=item.authors,
        archived=item.archived,
        reference=sentence(
            (
                *item.authors,
                item.publisher,
                title,
                issued,
                item.url,
                *access(accessed, speaker),
            )
        ),
    )


def quoted(title: str, speaker: Speaker) -> str:
    """Put a title in the quotation marks of the language, and those within it in the inner ones."""
    opening, closing = INNER.get(speaker.lang, INNER["fr"])
    inner = QUOTED.sub(
        lambda found: f"{opening}{found[found.lastindex or 1]}{closing}", title
    )
    return speaker.catalogue.text("“{title}”", title=inner)


def access(accessed: date | None, speaker: Speaker) -> Iterator[str]:
    """Say on which day it was seen."""
    if accessed is not None:
        words = speaker.date(edtf.parse(accessed.isoformat()))
        yield speaker.catalogue.text("accessed {date}", date=words)


def sentence(parts: tuple[str, ...]) -> str:
    """Join the parts of a reference, those that are empty left out, and end with a full stop."""
    text = ", ".join(filter(None, parts))
    return text if text.endswith(".") else text + "."

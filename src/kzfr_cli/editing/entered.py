"""Put an event together from what was typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.editing import new_event
from kzfr_cli.editing.new_event import FoundEntry
from kzfr_cli.errors import DuplicateIdError
from kzfr_cli.session import Session

ORGANISATIONS = ("organisation", "institution", "programme")
"""The kinds of names that an event has among its organisations."""


def written(
    session: Session, asked: dict[str, Any], value: PartialDate, titles: dict[str, str]
) -> list[tuple[str, dict[str, Any]]]:
    """Put the event together with the sources, names and tags that it needs and nothing defines
    yet.

    Raises `DuplicateIdError` and `UnknownWordError`.
    """
    known = Known(session, asked["new_names"])
    sources = [new_event.source(session.index, text) for text in asked["sources"]]
    linked = {
        "places": known.names(("place",), asked["places"]),
        "people": known.names(("person",), asked["people"]),
        "organisations": known.names(ORGANISATIONS, asked["organisations"]),
        "tags": known.tags(asked["tags"]),
    }
    cited = ids(sources)
    facet = {
        "kind": asked["kind"] or "occurred",
        "value": value.text,
        "status": "preferred",
        "sources": cited,
    }
    event = {
        "id": asked["id"] or proposed(session, titles, value),
        "category": asked["category"],
        "scope": asked["scope"],
        "title": titles,
        "summary": worded(asked["summaries"], session.lang),
        **{field: ids(found) for field, found in linked.items()},
        "dates": [{**facet, "note": worded(asked["notes"], session.lang)}],
        "sources": [{"id": source} for source in cited],
    }
    if asked["id"] and new_event.is_taken(session.index, "events", asked["id"]):
        raise DuplicateIdError(id=asked["id"])
    new = new_event.companions(
        [*sources, *(item for found in linked.values() for item in found)]
    )
    return [*((item.kind, dict(item.fields)) for item in new), ("events", event)]


def ids(found: Iterable[FoundEntry]) -> list[str]:
    """The ids of some entries, each once."""
    return list(dict.fromkeys(item.id for item in found))


def proposed(
    session: Session,
    titles: dict[str, str],
    value: PartialDate,
) -> str:
    """Propose an id: of the English title, which the packaged ones are made of, else of the user's,
    else of any.
    """
    title = titles.get("en") or titles.get(session.lang) or next(iter(titles.values()))
    return new_event.propose(
        title,
        value,
        lambda candidate: new_event.is_taken(session.index, "events", candidate),
    )


class Known:
    """Find the ids of names and tags as they were typed."""

    def __init__(
        self,
        session: Session,
        new: bool,
    ) -> None:
        self.session = session
        self.new = new

    def names(
        self,
        kinds: tuple[str, ...],
        texts: Sequence[str],
    ) -> list[FoundEntry]:
        """Find names of some kinds; raises `UnknownWordError`."""
        return [
            new_event.name(self.session.index, kinds, text, self.session.lang, new=self.new)
            for text in texts
        ]

    def typed(
        self,
        kinds: tuple[str, ...],
        answer: str,
    ) -> list[FoundEntry]:
        """Find names separated by commas; raises `UnknownWordError`."""
        return self.names(kinds, parts(answer))

    def tags(self, texts: Sequence[str]) -> list[FoundEntry]:
        """Find tags; raises `UnknownWordError`."""
        return [
            new_event.tag(self.session.index, text, self.session.lang, new=self.new)
            for text in texts
        ]


def worded(texts: Iterable[str], lang: str) -> dict[str, str]:
    """Read `TEXT` or `LANG=TEXT`, the former in the language of the user."""
    found: dict[str, str] = {}
    for text in texts:
        code, equals, rest = text.partition("=")
        if (
            equals
            and code.isascii()
            and code.isalpha()
            and code.islower()
            and len(code) in (2, 3)
        ):
            found[code] = rest.strip()
        else:
            found[lang] = text.strip()
    return {code: text for code, text in found.items() if text}


def parts(answer: str) -> list[str]:
    """Split an answer at its commas."""
    return [part.strip() for part in answer.split(",") if part.strip()]

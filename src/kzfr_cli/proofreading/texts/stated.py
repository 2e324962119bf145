"""The day on which a text says that it was published, in any form that front matter, meta tags and
feeds give it: ISO 8601, RFC 2822, in figures or in words of the four languages.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from kzfr_cli.core import edtf
from kzfr_cli.errors import KzfrError
from kzfr_cli.languages import language, typed

PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "article.published",
    "published_time",
    "publishedat",
    "published_at",
    "publish_date",
    "publishdate",
    "publication_date",
    "publicationdate",
    "published",
    "pubdate",
    "pub_date",
    "citation_publication_date",
    "citation_date",
    "parsely-pub-date",
    "sailthru.date",
    "dcterms.issued",
    "dc.date.issued",
    "issued",
    "dcterms.date",
    "dc.date",
    "date",
)
"""The names under which a date of publication is given, the surest first. None of them is that of a
change: a page that is laid out anew keeps what it says of "this year"."""

CREATED = (
    "dcterms.created",
    "dc.date.created",
    "datecreated",
    "created",
    "created_at",
)
"""The names under which the making of a text is dated."""

TITLES = (
    "title",
    "subtitle",
    "description",
    "summary",
    "excerpt",
    "lead",
    "abstract",
    "headline",
)
"""What front matter says that is shown to readers."""

LANGUAGE = (
    "lang",
    "language",
    "locale",
    "og:locale",
    "content-language",
)

JSON_DATE = re.compile(r'"(datePublished|dateCreated)"\s*:\s*"([^"]{4,40})"')
"""The dates of a page in JSON-LD (schema.org); found without reading the rest of it."""

ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?=[T\s]|\Z)")
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?=T|\Z)")
CLOCK = (
    r"[\s,T]+(?:(?:{at}) )?\d{{1,2}}[:h.]\d{{2}}(?:[:.]\d{{2}})?(?:\.\d+)?\s*"
    r"(?:[ap]\.?m\.?)?.*\Z"
)
"""The time of the day after its "at", and the zone after it."""

YEAR = re.compile(r"\d{4}")
ANY_DAY = date(2000, 1, 1)
"""What "today" would be counted from; no text with a year is."""


class Stated:
    """The dates that a text states of itself, under their names."""

    def __init__(self) -> None:
        self._values: dict[str, str] = {}

    def add(
        self,
        name: str,
        value: str,
    ) -> None:
        """Note a value under a name; the first stays."""
        self._values.setdefault(name.strip().lower(), value)

    def published(self, language: str = "") -> str:
        """The date of publication in EDTF; empty when none is stated, or none that is a date."""
        return self._first(PUBLISHED, language)

    def created(self, language: str = "") -> str:
        """The date on which the text was made, in EDTF or empty."""
        return self._first(CREATED, language)

    def language(self) -> str:
        """The code of the language, two letters, or empty."""
        found = (self._values[name] for name in LANGUAGE if self._values.get(name))
        return next(found, "")[:2].lower()

    def _first(
        self,
        names: tuple[str, ...],
        language: str,
    ) -> str:
        dates = (
            read(self._values[name], language) for name in names if name in self._values
        )
        return next((found for found in dates if found), "")


def from_json(text: str) -> Mapping[str, str]:
    """The dates of publication and of making in JSON-LD, the first of each."""
    found: dict[str, str] = {}
    for match in JSON_DATE.finditer(text):
        found.setdefault(match[1].lower(), match[2])
    return found


@cache
def _clock() -> re.Pattern[str]:
    at = "|".join(sorted(language.union("typed", "at_time")))
    return re.compile(CLOCK.format(at=at), re.IGNORECASE)


def read(value: str, language: str = "") -> str:
    """A stated date in EDTF; empty for what is no date, or one of two.

    In English 05/06/2018 may be June or May; in the other languages it is the fifth of June.
    """
    text = value.strip().strip("\"'").strip()
    if found := ISO.match(text) or COMPACT.match(text):
        return _existing("-".join(part.zfill(2) for part in found.groups() if part))
    text = _clock().sub("", text).strip(" ,.")
    if not YEAR.search(text):
        return ""
    try:
        return typed.parse(text, ANY_DAY, day_first=language not in ("", "en")).text
    except KzfrError:
        return ""


def _existing(text: str) -> str:
    """The date, if the calendar has it."""
    try:
        return edtf.parse(text).text
    except KzfrError:
        return ""

"""What the script of the page reads: the record as one value of JSON, each name and source once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from kzfr_cli import __version__
from kzfr_cli.core import edtf
from kzfr_cli.core.event import LANGUAGES
from kzfr_cli.core.visible import visible
from kzfr_cli.formats import captions, origin, plain
from kzfr_cli.formats.palette import FAMILIES, family_of
from kzfr_cli.languages import dates, folding, language, ordinals
from kzfr_cli.locale import catalogue, quantities
from kzfr_cli.locale import vocabulary as words

if TYPE_CHECKING:
    from kzfr_cli.core.event import Source
    from kzfr_cli.formats.surface import Surface
    from kzfr_cli.views.curves import Curve
    from kzfr_cli.views.pages import ConflictSide, LinkedView, PageEvent, PageView, SideView

ENCODED = {ord(sign): f"%{ord(sign):02X}" for sign in ' <>"{}|\\^`'}
"""The signs that no address holds but by their codes (RFC 3986, 2)."""

SIMPLE = re.compile(r"[1-9]\d{3}(-\d\d){0,2}")
"""The dates that the script says in words itself: a year, a month, a day."""

MOST_YEARS = 201
"""Years to which an anniversary is numbered."""

Speak = Callable[[str], Any]


def data(view: PageView, surface: Surface, *, guesses: bool) -> dict[str, Any]:
    """Gather everything but the events and their sources; with `guesses`, the page opens in the
    language of its reader.
    """
    found = origin.of(surface)
    return {
        "lang": view.lang,
        "texts": list(view.text_languages),
        "borrowed": borrowed(view),
        "guesses": guesses,
        "site": not guesses,
        "title": visible(view.title),
        "today": view.today,
        "report": safe_url(found.report) if found else "",
        **vocabulary(view, surface),
        "letters": letters(view),
        "reader": plain.value(view.reader),
        "names": names(view),
        "tags": tags(view),
        "curves": [curve_data(curve, view) for curve in view.curves],
    }


def vocabulary(view: PageView, surface: Surface) -> dict[str, Any]:
    """Gather the words of the page in every language."""
    return {
        "says": by_language(lambda lang: spoken(lang, surface)),
        "found": by_language(lambda lang: captions.found(catalogue.load(lang))),
        "thousands": by_language(
            lambda lang: (
                quantities.number(10_000, lang).removeprefix("10").removesuffix("000")
            )
        ),
        "kinds": by_language(lambda lang: translated(words.KINDS, lang)),
        "statuses": by_language(lambda lang: translated(words.STATUSES, lang)),
        "languages": by_language(lambda lang: translated(words.LANGUAGES, lang)),
        "dates": by_language(date_patterns),
        "ordinals": by_language(
            lambda lang: [
                ordinals.anniversary(years, lang).removeprefix(str(years))
                for years in range(MOST_YEARS)
            ]
        ),
        "families": {family.name: in_every(family.label) for family in FAMILIES},
        "categories": {
            name: {
                "family": family_of(name).name,
                "labels": in_every(words.CATEGORIES[name]),
            }
            for name in view.categories
        },
    }


def in_every(message: str) -> dict[str, str]:
    """Translate a message into each language."""
    return {lang: said(message, lang) for lang in LANGUAGES}


def by_language(speak: Speak) -> dict[str, Any]:
    """Return what is said in each language."""
    return {lang: speak(lang) for lang in LANGUAGES}


def said(message: str, lang: str) -> str:
    """Translate a message."""
    return catalogue.load(lang).text(message)


def translated(table: Mapping[str, str], lang: str) -> dict[str, str]:
    """Return the words of a table in a language."""
    return {name: said(message, lang) for name, message in table.items()}


def spoken(lang: str, surface: Surface) -> dict[str, str]:
    """Say the words of the page in a language; `{places}` are left to the script."""
    sentences = catalogue.load(lang)
    kept = {name: f"{{{name}}}" for name in captions.KEPT}
    says = {
        name: sentences.text(message, version=__version__, **kept)
        for name, message in captions.SAYS.items()
    }
    says["as_of"] = origin.sentence(surface, lang)
    says["made"] = " ".join(filter(None, (says["made"], says["as_of"])))
    return says


def date_patterns(lang: str) -> dict[str, Any]:
    """Return how a language writes months, days and weekdays, with `{d}` and `{y}` for the
    numbers.
    """

    def pattern(value: str) -> str:
        written = dates.date_in_words(edtf.parse(value), lang)
        return written.replace("2001", "{y}")

    def of_day(month: int) -> tuple[str, str]:
        first, other = pattern(f"2001-{month:02}-01"), pattern(f"2001-{month:02}-22")
        return first, other.replace("22", "{d}")

    months = range(1, 13)
    return {
        "names": [dates.month_name(month, lang) for month in months],
        "short": [short_month(month, lang) for month in months],
        "year": pattern("2001"),
        "months": [pattern(f"2001-{month:02}") for month in months],
        "days": [of_day(month) for month in months],
        "weekdays": [
            dates.weekday_name(day, lang)
            for number in range(1, 8)
            if (day := edtf.parse(f"2001-01-{number:02}").day)
        ],
    }


SHORT = 4
"""Letters of the name of a month that is not shortened."""


def short_month(month: int, lang: str) -> str:
    """Return the name of a month as short as a language writes it."""
    name = dates.month_name(month, lang)
    known = language.of(lang).words("dates", "month_abbreviations")
    if len(name) <= SHORT or not known or not known[month - 1]:
        return name
    return str(known[month - 1][0]) + ("" if lang == "en" else ".")


# ---- the record


def lean(value: Any) -> Any:
    """Return a value without the fields that say nothing."""
    if isinstance(value, Mapping):
        return {
            key: lean(each)
            for key, each in value.items()
            if each not in ("", [], (), {}, None, False)
        }
    if isinstance(value, list | tuple):
        return [lean(each) for each in value]
    return value


class Speaking:
    """Tells the script of one event after another; names and tags by their numbers."""

    def __init__(self, view: PageView) -> None:
        self.view = view
        self.names = {entry_id: number for number, entry_id in enumerate(names(view))}
        self.tags = {entry_id: number for number, entry_id in enumerate(tags(view))}

    def event(self, event: PageEvent) -> dict[str, Any]:
        """Gather what the script reads of one event."""
        conflicts = [conflict_data(item, self.view) for item in event.conflicts]
        return {
            "id": event.id,
            **lean(when(event)),
            **lean(self.wording(event)),
            **({"conflicts": conflicts} if conflicts else {}),
            "category": event.category,
            "weight": event.weight,
            "titles": dict(event.titles),
            "tags": [self.tags[entry_id] for entry_id in event.tag_ids],
            "linked": [self.linked(item) for item in event.linked],
            "sides": [side_data(side, event, self.view) for side in event.sides],
            "sources": [number for number, _ in event.sources],
            "says": [says for _, says in event.sources],
        }

    def wording(self, event: PageEvent) -> dict[str, Any]:
        """Gather the other texts of an event, those for the search in the page's languages."""
        fallen = {lang: real for lang, real in event.languages.items() if real != lang}
        return {
            "former_ids": event.former_ids,
            "scope": "context" if event.scope == "context" else "",
            "quiet": not event.is_commemorated,
            "aliases": self.spoken(event.aliases),
            "keywords": self.spoken(event.keywords),
            "languages": fallen,
            "summary": texts(event.summaries, event.summary_languages, self.view),
        }

    def spoken(self, words: Mapping[str, tuple[str, ...]]) -> list[str]:
        """List the words of the languages of the page."""
        return [word for lang in self.view.text_languages for word in words.get(lang, ())]

    def linked(self, item: LinkedView) -> list[Any]:
        """Name what an event is linked to by its role and number, and as it was called then where
        that is not its name of today.
        """
        then = {lang: name for lang, name in item.labels.items() if name != item.now[lang]}
        named: list[Any] = [item.role, self.names[item.id]]
        return [*named, then] if then else named


def when(event: PageEvent) -> dict[str, Any]:
    """Gather what the script reads of the date of an event: of a day, that day alone."""
    made = {
        "date": event.date,
        "uncertain": event.uncertain,
        "disputed": event.disputed,
        "words": {} if SIMPLE.fullmatch(event.date) else dict(event.words),
    }
    if event.precision == "day" and event.earliest == event.latest == event.date:
        return made
    return {
        **made,
        "earliest": event.earliest,
        "latest": event.latest,
        "precision": event.precision,
    }


def texts(own: Mapping[str, str], real: Mapping[str, str], view: PageView) -> dict[str, Any]:
    """Return a text in the languages of the page, and what they really are where they are not."""
    held = {lang: own[lang] for lang in view.text_languages if own.get(lang)}
    other = {lang: real[lang] for lang in held if lang in real}
    return {**held, **({"real": other} if other else {})}


def side_data(side: SideView, event: PageEvent, view: PageView) -> dict[str, Any]:
    """Gather what the script reads of a dated side; the words of the event's own date stand
    there.
    """
    is_plain = side.value == event.date or SIMPLE.fullmatch(side.value)
    made = {
        "kind": side.kind,
        "status": side.status,
        "value": side.value,
        "words": {} if is_plain else dict(side.words),
        "note": texts(side.note, side.note_languages, view),
    }
    return {**lean(made), "sources": list(side.sources)}


def conflict_data(item: ConflictSide, view: PageView) -> dict[str, Any]:
    """Gather what the script reads of a point on which sources disagree."""
    return {
        "about": dict(item.about),
        "note": texts(item.note, item.note_languages, view),
        "sources": list(item.sources),
    }


def names(view: PageView) -> dict[str, Any]:
    """Return each name that an event is linked to, once."""
    return {
        item.id: {
            "kind": item.kind,
            "labels": sparse(item.now),
            "spellings": [form for form in item.spellings if form not in item.now.values()],
        }
        for event in view.events
        for item in event.linked
    }


def tags(view: PageView) -> dict[str, Any]:
    """Return each subject of the events, once."""
    return {
        entry_id: sparse(labels)
        for event in view.events
        for entry_id, labels in zip(event.tag_ids, event.tags, strict=True)
    }


def sparse(labels: Mapping[str, str]) -> dict[str, str]:
    """Return labels without those that the language before has too; the script looks there."""
    before = dict(zip(LANGUAGES[1:], LANGUAGES, strict=False))
    return {
        lang: label
        for lang, label in labels.items()
        if lang not in before or label != labels[before[lang]]
    }


def source_data(source: Source) -> dict[str, str]:
    """Gather what the page tells of a source; the script says its date in words."""
    published = source.published
    is_simple = published is not None and published.text.replace("-", "").isdigit()
    return {
        "title": visible(source.title or source.publisher),
        "publisher": visible(source.publisher) if source.publisher != source.title else "",
        "url": safe_url(source.url),
        "lang": source.language,
        "date": published.text if published and is_simple else "",
    }


def curve_data(curve: Curve, view: PageView) -> dict[str, Any]:
    """Gather what the script draws of a series: the words of a value where they are shown."""
    made = plain.value(curve)
    shown = {0, len(curve.points) - 1}
    for place, point in enumerate(made["points"]):
        if place not in shown and not point["is_disputed"]:
            del point["words"]
    for point in made["points"]:
        for said in (point, *point["rivals"]):
            if "words" in said:
                said["words"] = held(said["words"], view)
    made["measures"] = held(curve.measures, view)
    return {**made, "points": [lean(point) for point in made["points"]]}


def held(words: Mapping[str, str], view: PageView) -> dict[str, str]:
    """Return what is said in the languages of the texts of a page."""
    return {lang: words[lang] for lang in view.text_languages if lang in words}


def borrowed(view: PageView) -> dict[str, str]:
    """Return the language of most summaries, for the languages of the page in which there are
    none.
    """
    found = {}
    for lang in view.text_languages:
        real = [event.summary_languages.get(lang, lang) for event in view.events]
        most = max(set(real), key=real.count, default=lang)
        if most != lang:
            found[lang] = most
    return found


def safe_url(url: str) -> str:
    """Return an address of the web, or nothing: no other scheme is linked, and no sign that an
    address cannot hold.
    """
    return visible(url).translate(ENCODED) if url.startswith(("http://", "https://")) else ""


# ---- how the search of the page folds


def letters(view: PageView) -> dict[str, str]:
    """Return how the program folds each letter of the data that is not of ASCII."""
    texts = [text for event in view.events for text in searched(event)]
    found = {
        letter
        for text in texts
        for letter in text.lower()
        if not letter.isascii() and letter.isalnum()
    }
    return {
        letter: folding.fold(letter) for letter in sorted(found | set(folding.OWN_LETTERS))
    }


def searched(event: PageEvent) -> list[str]:
    """List the texts of an event that the page searches."""
    names = [form for item in event.linked for form in item.spellings]
    return [
        *event.titles.values(),
        *event.summaries.values(),
        *names,
        *(text for tag in event.tags for text in tag.values()),
    ]

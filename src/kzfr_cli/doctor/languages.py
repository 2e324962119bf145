"""Texts that a language lacks, or that are too long."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from kzfr_cli.core.event import LANGUAGES
from kzfr_cli.doctor.database import DatabaseFiles, Entry, Fault
from kzfr_cli.doctor.registry import WARNING, check
from kzfr_cli.languages import folding
from kzfr_cli.locale.catalogue import N_

BOTH = ("fr", "en")
TITLE_LIMIT = 90

PLACEHOLDER = re.compile(r"\b(?:TODO|FIXME|TBD)\b")


@check(
    "K301",
    "title-language-missing",
    WARNING,
    message=N_("the title is missing in “{language}”"),
    what=N_(
        "The title of an event is given in French and English, and in Russian and Kazakh "
        "when other entries of its file are."
    ),
    why=N_(
        "Events are found and printed in four languages; a missing one is printed in another."
    ),
    repair=N_(
        "Add the title; mark Russian and Kazakh that nobody has reviewed with `translation = "
        '"unreviewed"`.'
    ),
)
def title_language_missing(database: DatabaseFiles) -> Iterator[Fault]:
    """Find titles that a language lacks."""
    spoken = spoken_in(database)
    for entry in database.all("events"):
        yield from missing(entry, "title", spoken[entry.place("title")[0]])


@check(
    "K302",
    "summary-language-missing",
    WARNING,
    message=N_("the summary is missing in “{language}”"),
    what=N_("The summary of an event is given in French and English."),
    why=N_("A reader of one language must learn as much as a reader of the other."),
    repair=N_("Add the summary, saying the same thing as in the other language."),
)
def summary_language_missing(database: DatabaseFiles) -> Iterator[Fault]:
    """Find summaries that a language lacks."""
    for entry in database.all("events"):
        yield from missing(entry, "summary", BOTH)


@check(
    "K303",
    "label-language-missing",
    WARNING,
    message=N_("“{field}” is missing in “{language}”"),
    what=N_(
        "Names and tags have a label in French and English, and in Russian and Kazakh when other "
        "entries of their "
        "file have; indicators and figures in French and English, a period of a name in the "
        "languages of the name. "
        "An indicator tells what it measures in French and English."
    ),
    why=N_(
        "A label that is missing is printed in another language, or with today’s name instead of "
        "the name of then."
    ),
    repair=N_("Add the label."),
)
def label_language_missing(database: DatabaseFiles) -> Iterator[Fault]:
    """Find labels that a language lacks."""
    spoken = spoken_in(database)
    for entry in database.all("names", "tags"):
        yield from missing(entry, "label", spoken[entry.place("label")[0]])
    for entry in database.all("indicators", "figures"):
        yield from missing(entry, "label", BOTH)
    for entry, indicator in database.indicators:
        yield from missing(entry, "measures", BOTH)
        for field, texts in (("short", indicator.short), ("not_drawn", indicator.not_drawn)):
            if texts:
                yield from missing(entry, field, BOTH)
    for entry, name in database.names:
        for number in range(len(name.periods)):
            yield from missing(entry, f"periods[{number}].label", name.label)


@check(
    "K304",
    "note-language-missing",
    WARNING,
    message=N_("“{field}” is missing in “{language}”"),
    what=N_("A note or a change is given in French and English, or not at all."),
    why=N_(
        "The note tells who disputes what: a reader of the other language would miss it."
    ),
    repair=N_("Add the note in the other language."),
)
def note_language_missing(database: DatabaseFiles) -> Iterator[Fault]:
    """Find notes in one language only."""
    for entry in database.all("events", "names", "figures", "tags"):
        for field in notes(entry):
            yield from missing(entry, field, BOTH)


@check(
    "K305",
    "translation-unmarked",
    WARNING,
    message=N_(
        "the title has a Russian or Kazakh form, but translation does not tell whether it was "
        "reviewed"
    ),
    what=N_(
        'An event with a Russian or Kazakh title says `translation = "unreviewed"` or `"reviewed"`.'
    ),
    why=N_("Our translations are not all read by a speaker: the reader is told."),
    repair=N_(
        'Add `translation = "unreviewed"`, or `"reviewed"` when a speaker has read the titles.'
    ),
)
def translation_unmarked(database: DatabaseFiles) -> Iterator[Fault]:
    """Find Russian and Kazakh titles that bear no mark."""
    for entry, event in database.events:
        language = next(
            (language for language in ("ru", "kk") if event.title.get(language)), None
        )
        if language and not event.translation:
            yield entry.fault(f"title.{language}")


@check(
    "K306",
    "title-too-long",
    WARNING,
    message=N_("the title in “{language}” has {length} characters; the limit is {limit}"),
    what=N_("A title has at most 90 characters."),
    why=N_("Titles stand in lists, calendars and slides, where longer ones are cut."),
    repair=N_("Say who did what in the title, and the rest in the summary."),
)
def title_too_long(database: DatabaseFiles) -> Iterator[Fault]:
    """Find titles beyond the limit."""
    for entry, event in database.events:
        for language, title in event.title.items():
            if len(title) > TITLE_LIMIT:
                yield entry.fault(
                    f"title.{language}",
                    language=language,
                    length=str(len(title)),
                    limit=str(TITLE_LIMIT),
                )


@check(
    "K307",
    "placeholder",
    WARNING,
    message=N_("“{word}” stands where a text is still to be written"),
    what=N_("No text holds TODO, FIXME or TBD."),
    why=N_("What was to be filled in later would be printed as it stands."),
    repair=N_("Write the text, or take the field away."),
)
def placeholder(database: DatabaseFiles) -> Iterator[Fault]:
    """Find texts that were never written."""
    for entry in database.all():
        for field, text in texts(entry.fields):
            if match := PLACEHOLDER.search(text):
                yield entry.fault(field, word=match[0])


@check(
    "K308",
    "cue-language-missing",
    WARNING,
    message=N_("the cues do not know the label in “{language}”"),
    what=N_(
        "An indicator with cues is known by its own label and definition in each of their "
        "languages, and no word that it excludes stands in its label."
    ),
    why=N_("A text in that language would never be compared with its figures."),
    repair=N_("Add to each group of cues the beginning of the word that the language uses."),
)
def cue_language_missing(database: DatabaseFiles) -> Iterator[Fault]:
    """Find indicators that the words of their own label do not call."""
    for entry, indicator in database.indicators:
        for language, label in indicator.label.items():
            said = folding.words(f"{label} {indicator.measures.get(language, '')}")
            known = all(
                any(begins(said, stem) for stem in group) for group in indicator.cues
            )
            words = folding.words(label)
            if not known or any(begins(words, stem) for stem in indicator.excludes):
                yield entry.fault("cues" if not known else "excludes", language=language)


def begins(words: Iterable[str], stem: str) -> bool:
    """Return whether a word begins with a stem; both are folded."""
    beginning = folding.fold(stem)
    return any(word.startswith(beginning) for word in words)


def texts(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Return every text of an entry with its field."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for name, item in value.items():
            yield from texts(item, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from texts(item, f"{path}[{number}]")


def spoken_in(database: DatabaseFiles) -> dict[str, list[str]]:
    """List for each file the languages that its titles and labels need: ours, and the others that
    it uses anyway.

    So a desk that keeps its own events in two languages is not asked for four.
    """
    used: dict[str, set[str]] = {path: set(BOTH) for path in database.files}
    for entry in database.all("events", "names", "tags"):
        field = "title" if entry.kind == "events" else "label"
        for layer in entry.layers:
            used[layer.path].update(layer.fields.get(field, ()))
    return {
        path: [language for language in LANGUAGES if language in used[path]]
        for path in database.files
    }


def missing(
    entry: Entry,
    field: str,
    languages: Iterable[str],
) -> Iterator[Fault]:
    """Report the languages that a text lacks; a blank text is missing too."""
    texts = entry.value(field) or {}
    for language in languages:
        if not texts.get(language, "").strip():
            yield entry.fault(f"{field}.{language}", field=field, language=language)


def notes(entry: Entry) -> Iterator[str]:
    """Return the fields of an entry that hold a note."""
    for group in ("dates", "disputes"):
        for number, item in enumerate(entry.fields.get(group, ())):
            told = (field for field in ("about", "note") if item.get(field))
            yield from (f"{group}[{number}].{field}" for field in told)
    plain = ("note", "change", "not_commemorated")
    yield from (field for field in plain if entry.fields.get(field))

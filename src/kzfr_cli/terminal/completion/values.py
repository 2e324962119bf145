"""What may stand at the cursor of a shell: ids with their titles, tags, names, what the words of a
list mean.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from kzfr_cli import formats, locale, terminal
from kzfr_cli.core.event import LANGUAGES, ROUND_PROFILES, in_language
from kzfr_cli.core.visible import visible
from kzfr_cli.errors import KzfrError
from kzfr_cli.settings import sources as resolution

if TYPE_CHECKING:
    from kzfr_cli.locale.catalogue import Catalogue
    from kzfr_cli.store.index.reading import Index

OFFERED = 400
"""Ids of a kind that a shell is offered at most; one more letter narrows them."""

PLACE = ("place",)
PERSON = ("person",)
ORGANISATIONS = ("organisation", "institution", "programme")
"""What `kzfr add --organisation` takes."""


def entry_ids(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Complete the id of any entry, an event's with its title and year as the help of the shell."""
    return [
        *of_kind(ctx, "events", "title", incomplete),
        *of_kind(ctx, "names", "label", incomplete),
        *of_kind(ctx, "figures", "label", incomplete),
        *indicators(ctx, param, incomplete),
        *sources(ctx, param, incomplete),
    ]


def settings(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Complete the name of a setting."""
    return among(resolution.KEYS, incomplete)


def setting_values(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Complete a value of the setting that stands before it, or the files that it takes."""
    key = resolution.KEYS.get(ctx.params.get("key") or "")
    if key is not None and key.name == "databases":
        return [CompletionItem(incomplete, type="file")]
    choices = (
        ROUND_PROFILES
        if key is not None and key.name == "round"
        else key.choices
        if key is not None
        else ()
    )
    return among(choices, incomplete)


def citable_ids(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Complete the id of an event, a figure or a source."""
    return [
        *of_kind(ctx, "events", "title", incomplete),
        *of_kind(ctx, "figures", "label", incomplete),
        *sources(ctx, param, incomplete),
    ]


def indicators(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Complete an indicator, with its label."""
    return of_kind(ctx, "indicators", "label", incomplete)


def sources(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Complete a source, with its title."""
    return of_kind(ctx, "sources", "title", incomplete)


def tags(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Complete a tag by its id, else by its label in any language."""
    return of_kind(ctx, "tags", "label", incomplete) or by_name(ctx, "tags", incomplete)


def places(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Complete a place by its id, else by any of its names."""
    return names(ctx, incomplete, PLACE)


def people(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Complete a person by their id, else by any of their names."""
    return names(ctx, incomplete, PERSON)


def organisations(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Complete an organisation by its id, else by any of its names."""
    return names(ctx, incomplete, ORGANISATIONS)


def names(
    ctx: click.Context, incomplete: str, kinds: tuple[str, ...]
) -> list[CompletionItem]:
    """Complete a name of some kinds by its id, else by any of its forms."""
    return of_kind(ctx, "names", "label", incomplete, kinds) or by_name(
        ctx, "names", incomplete, kinds
    )


def schemas(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Complete the name of a schema."""
    return among(formats.schemas.names(), incomplete)


def languages(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Complete the code of a language."""
    return among(LANGUAGES, incomplete)


def files(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Leave the name of a file to the shell."""
    return [CompletionItem(incomplete, type="file")]


def among(known: Iterable[str], incomplete: str) -> list[CompletionItem]:
    """Complete one of some words."""
    return [CompletionItem(word) for word in known if word.startswith(incomplete)]


# ---- the database


def index(ctx: click.Context) -> tuple[Index | None, str]:
    """Open the database of the line with the language of the answer; none where it cannot be
    read.
    """
    try:
        session = terminal.run.session(ctx)
        return session.index, session.lang
    except KzfrError:
        return None, ""


def of_kind(
    ctx: click.Context, kind: str, field: str, incomplete: str, parents: tuple[str, ...] = ()
) -> list[CompletionItem]:
    """Complete the ids of one kind; a database that cannot be read completes nothing."""
    opened, lang = index(ctx)
    found = opened.ids(kind, incomplete, OFFERED, parents) if opened else []
    return [
        CompletionItem(entry_id, help=description(entry, field, lang))
        for entry_id, entry in found
    ]


def by_name(
    ctx: click.Context, kind: str, incomplete: str, parents: tuple[str, ...] = ()
) -> list[CompletionItem]:
    """Complete what a name or a tag is called in any language, whatever the case of its letters;
    with its id.
    """
    opened, _ = index(ctx)
    if opened is None or not incomplete:
        return []
    begun = incomplete.casefold()
    found = {
        form: entry_id
        for entry_id, entry in opened.ids(kind, parents=parents)
        for form in forms(entry)
    }
    return [
        CompletionItem(visible(form), help=entry_id)
        for form, entry_id in sorted(found.items())
        if form.casefold().startswith(begun) and visible(form) == form
    ][:OFFERED]


def forms(entry: dict[str, Any]) -> list[str]:
    """List the labels and the spellings of an entry in every language."""
    spellings = entry.get("spellings", {}).values()
    return [
        *entry.get("label", {}).values(),
        *(form for listed in spellings for form in listed),
    ]


def description(entry: dict[str, object], field: str, lang: str) -> str:
    """Describe an entry in a few words: an event by its year and title, anything else by its
    name.
    """
    words = entry.get(field)
    text = in_language(words, lang)[0] if isinstance(words, dict) else str(words or "")
    dates = entry.get("dates")
    if isinstance(dates, list):
        value = next(
            (
                item["value"]
                for item in dates
                if item.get("status", "preferred") == "preferred"
            ),
            "",
        )
        text = f"{value.lstrip('[./')[:4]} · {text}"
    return visible(" ".join(text.split()))


def meaning(value: str, catalogue: Catalogue) -> str:
    """Return what a word of a list means: in the reader's language, or by the endings of a
    format; else nothing.
    """
    lists = (
        locale.vocabulary.CATEGORIES,
        locale.vocabulary.KINDS,
        locale.vocabulary.LANGUAGES,
        locale.vocabulary.SOURCE_KINDS,
        locale.vocabulary.SCOPES,
        locale.vocabulary.ENTRIES,
    )
    if export := formats.registry.EXPORTS.get(value):
        return " ".join(export.endings)
    known = next((known[value] for known in lists if value in known), value)
    told = catalogue.text(known)
    return told if told != value else ""

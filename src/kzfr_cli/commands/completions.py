"""What the shells complete: ids with their titles, tags, places."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from kzfr_cli.commands import options
from kzfr_cli.core.event import in_language
from kzfr_cli.core.visible import visible
from kzfr_cli.errors import KzfrError
from kzfr_cli.queries.settings import resolution

OFFERED = 200
"""Completions that a shell is offered at most; one more letter narrows them."""


def entry_ids(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the id of any entry, an event's with its title and year as the help of the shell."""
    return [
        *of_kind(ctx, "events", "title", incomplete),
        *of_kind(ctx, "names", "label", incomplete),
        *of_kind(ctx, "figures", "label", incomplete),
        *indicators(ctx, param, incomplete),
        *sources(ctx, param, incomplete),
    ]


def schemas(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the name of a schema."""
    from kzfr_cli.commands import schema

    return [CompletionItem(name) for name in schema.names() if name.startswith(incomplete)]


def settings(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the name of a setting."""
    return [CompletionItem(name) for name in resolution.KEYS if name.startswith(incomplete)]


def setting_values(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete a value of the setting that stands before it, or the files that it takes."""
    key = resolution.KEYS.get(ctx.params.get("key") or "")
    if key is not None and key.name == "databases":
        return [CompletionItem(incomplete, type="file")]
    choices = resolution.PROFILES if key is not None and key.name == "round" else key.choices if key is not None else ()
    return [CompletionItem(word) for word in choices if word.startswith(incomplete)]


def citable_ids(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the id of an event, a figure or a source."""
    return [
        *of_kind(ctx, "events", "title", incomplete),
        *of_kind(ctx, "figures", "label", incomplete),
        *sources(ctx, param, incomplete),
    ]


def indicators(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete an indicator, with its label."""
    return of_kind(ctx, "indicators", "label", incomplete)


def sources(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete a source, with its title."""
    return of_kind(ctx, "sources", "title", incomplete)


def tags(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete a tag, with its label."""
    return of_kind(ctx, "tags", "label", incomplete)


def places(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete a place, with its name."""
    return of_kind(ctx, "names", "label", incomplete, parent="place")


def of_kind(
    ctx: click.Context, kind: str, field: str, incomplete: str, parent: str | None = None
) -> list[CompletionItem]:
    """Complete the ids of one kind; a database that cannot be read completes nothing."""
    try:
        app = options.current_app(ctx)
        found = app.index.ids(kind, incomplete, OFFERED)
    except KzfrError:
        return []
    return [
        CompletionItem(id, help=description(entry, field, app.lang))
        for id, entry in found
        if parent is None or entry.get("kind") == parent
    ]


def description(entry: dict[str, object], field: str, lang: str) -> str:
    """Describe an entry in a few words: an event by its year and title, anything else by its name."""
    words = entry.get(field)
    text = in_language(words, lang)[0] if isinstance(words, dict) else str(words or "")
    dates = entry.get("dates")
    if isinstance(dates, list):
        value = next((item["value"] for item in dates if item.get("status", "preferred") == "preferred"), "")
        text = f"{value[:4]} · {text}"
    return visible(" ".join(text.split()))

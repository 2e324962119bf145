"""`kzfr schema`: what programs may rely on."""

from __future__ import annotations

import json
from typing import Any

import click

from kzfr_cli.commands import completions, options
from kzfr_cli.commands.described import Command

DATABASE = "database"


@click.command("schema", cls=Command)
@click.argument("name", required=False, shell_complete=completions.schemas)
@options.output_option
@options.global_options
def command(name: str | None, output: str | None) -> None:
    """Print the JSON Schema of a command’s --format json, or with “database” that of the database
    files.

    Without NAME, list the names. Every object is closed: a field that is not in the schema is not
    in the output, and editors mark a misspelt field of a database file.

    \b
    Examples:
      kzfr schema
      kzfr schema timeline
      kzfr schema database -o kzfr.schema.json
    """
    if name is None:
        options.emit("".join(f"{known}\n" for known in names()), output)
        return
    options.emit(json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n", output)


def names() -> list[str]:
    """List what has a schema."""
    from kzfr_cli.formats import schemas

    return [*schemas.PROMISES, DATABASE]


def schema(name: str) -> dict[str, Any]:
    """Give a schema by its name; raises `UnknownWordError`."""
    if name == DATABASE:
        from kzfr_cli.store import published

        return published.database()
    from kzfr_cli.errors import UnknownWordError
    from kzfr_cli.formats import schemas
    from kzfr_cli.queries import lookups

    if name not in schemas.PROMISES:
        raise UnknownWordError(what="schema", word=name, near=lookups.near(name, names()))
    return schemas.of_command(name)

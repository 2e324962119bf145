"""`kzfr schema`: what programs may rely on."""

from __future__ import annotations

import json

import click

from kzfr_cli import formats
from kzfr_cli.formats import endings
from kzfr_cli.terminal import options, output
from kzfr_cli.terminal.completion import values
from kzfr_cli.terminal.help import Command


@click.command("schema", cls=Command)
@click.argument("name", required=False, shell_complete=values.schemas)
@options.file_option
@options.global_options
def command(name: str | None, path: str | None) -> None:
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
    if path is not None and path != output.STDOUT:
        endings.picked(path, endings.of(["text" if name is None else "json"]))
    if name is None:
        output.emit("".join(f"{known}\n" for known in formats.schemas.names()), path)
        return
    output.emit(
        json.dumps(formats.schemas.named(name), ensure_ascii=False, indent=2) + "\n", path
    )

"""The styles in which references are written."""

from __future__ import annotations

import click

from kzfr_cli.formats import endings
from kzfr_cli.terminal import output, types
from kzfr_cli.terminal.output import Output

STYLES = {
    "text": "text",
    "footnote": "footnote",
    "csl-json": "csljson",
    "bibtex": "bibtex",
    "ris": "ris",
}
"""The format that writes each style."""

style_option = click.option(
    "--style",
    type=types.OneOf(list(STYLES)),
    help="How the references are written (default: by the ending of -o, else text).",
)


def output_of(style: str | None, path: str | None) -> Output:
    """Where references go and how: in the style asked for, else that of the file's ending; raises
    `UnwritableEndingError`.
    """
    if path is not None and path != output.STDOUT:
        style = chosen(style, path)
    return Output(STYLES[style or "text"], path)


def chosen(style: str | None, path: str) -> str | None:
    """Return the style asked for, else that of the file's ending; raises
    `UnwritableEndingError`.
    """
    known = {**endings.of(STYLES), ".json": "csl-json"}
    if style is not None:
        endings.check(path, style, known)
        return style
    return endings.picked(path, known)

"""`kzfr version`: the version, as `kzfr --version` tells it."""

from __future__ import annotations

import click

from kzfr_cli import __version__
from kzfr_cli.terminal import options, output
from kzfr_cli.terminal.help import Command


@click.command("version", cls=Command, hidden=True)
@options.global_options
def command() -> None:
    """Show the version.

    \b
    Examples:
      kzfr version
    """
    output.write_out(f"kzfr {__version__}\n")

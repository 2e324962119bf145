"""`kzfr completion`: the script that completes kzfr in a shell."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from kzfr_cli.commands import options
from kzfr_cli.commands.described import Command

SHELLS = ("bash", "zsh", "fish", "powershell")


@click.command("completion", cls=Command)
@click.argument("shell", type=options.OneOf(SHELLS))
@options.global_options
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the script that completes commands, options and ids in a shell.

    \b
    Examples:
      kzfr completion bash > ~/.local/share/bash-completion/completions/kzfr
      kzfr completion zsh > ~/.zfunc/_kzfr
      kzfr completion fish > ~/.config/fish/completions/kzfr.fish
      kzfr completion powershell >> $PROFILE
    """
    options.emit(script(shell, ctx.find_root().command))


def script(shell: str, program: click.Command) -> str:
    """Write the completion script of a shell."""
    complete = get_completion_class(shell)
    assert complete is not None, shell
    return complete(program, {}, "kzfr", "_KZFR_COMPLETE").source().strip() + "\n"

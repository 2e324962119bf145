"""`kzfr completion`: the script that completes kzfr in a shell, and its installation."""

from __future__ import annotations

import os

import click

from kzfr_cli.core.visible import in_line
from kzfr_cli.locale.catalogue import N_, Catalogue
from kzfr_cli.terminal import options, output, run, types
from kzfr_cli.terminal.completion import installing, protocol
from kzfr_cli.terminal.help import Command

NAMES = {"bash": "bash", "zsh": "zsh", "fish": "fish", "powershell": "PowerShell"}


@click.command("completion", cls=Command)
@click.argument("shell", required=False, type=types.OneOf(tuple(protocol.SCRIPTS)))
@click.option(
    "--install", is_flag=True, help="Install it where your shell finds it, for you alone."
)
@click.option("--uninstall", is_flag=True, help="Remove what --install wrote.")
@options.global_options
def command(shell: str | None, install: bool, uninstall: bool) -> None:
    """Print the script that completes commands, options, ids and names in a shell, or install it.

    Without a shell, --install and --uninstall take the one that you type in. They print the files
    that they changed; in a start-up file such as .bashrc they touch nothing but their own lines,
    between two marks.

    \b
    Examples:
      kzfr completion --install
      kzfr completion fish --install
      kzfr completion bash --uninstall
      kzfr completion zsh > ~/.zfunc/_kzfr
    """
    sentences = run.session().catalogue
    if install and uninstall:
        raise click.UsageError(
            sentences.text(
                "Leave out one of --install and --uninstall: they undo each other."
            )
        )
    if not (install or uninstall):
        if shell is None:
            raise click.UsageError(
                sentences.text(
                    "Name the shell ({shells}), or add --install.",
                    shells=", ".join(protocol.SCRIPTS),
                )
            )
        output.emit(protocol.script(shell))
        return
    shell = shell or installing.detected(os.environ)
    do = installing.install if install else installing.remove
    changed = do(shell, os.environ, run.unsettled().state)
    output.emit("".join(f"{in_line(path)}\n" for path in changed))
    output.tell(sentence(shell, sentences, install=install, changed=bool(changed)))


def sentence(shell: str, sentences: Catalogue, *, install: bool, changed: bool) -> str:
    """Return what was done to the files, and how to take it back."""
    text = {
        (True, True): N_(
            "These files were written: {name} completes kzfr from its next start on."
            " To undo this: kzfr completion {shell} --uninstall"
        ),
        (True, False): N_(
            "The completion of {name} is in place already. To undo this: kzfr completion "
            "{shell} --uninstall"
        ),
        (False, True): N_(
            "The completion of {name} was taken out of these files; those left empty are gone."
        ),
        (False, False): N_("There is no completion of {name} to take away."),
    }[install, changed]
    return sentences.text(text, name=NAMES[shell], shell=shell)

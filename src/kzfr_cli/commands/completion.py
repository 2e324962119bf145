"""`kzfr completion`: the script that completes kzfr in a shell, and its installation for one user."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import click

from kzfr_cli.core.visible import visible
from kzfr_cli.errors import UnknownShellError, UnwritableFileError
from kzfr_cli.locale.catalogue import N_, Catalogue
from kzfr_cli.store import target as targets
from kzfr_cli.terminal import options, output, run, types
from kzfr_cli.terminal.completion import marked, protocol, startup_files
from kzfr_cli.terminal.completion.startup_files import Place
from kzfr_cli.terminal.help import Command

NAMES = {"bash": "bash", "zsh": "zsh", "fish": "fish", "powershell": "PowerShell"}
ALIASES = {"pwsh": "powershell"}
"""What else a shell is called by its own program."""

OURS = b"Completion of kzfr in "
"""What every script of ours says in its first lines; a file without it is not ours to take away."""


@click.command("completion", cls=Command)
@click.argument("shell", required=False, type=types.OneOf(tuple(protocol.SCRIPTS)))
@click.option(
    "--install", is_flag=True, help="Put the script where the shell finds it, for you alone."
)
@click.option("--uninstall", is_flag=True, help="Take away what --install wrote.")
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
            sentences.text("Leave out one of --install and --uninstall: they undo each other.")
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
    shell = shell or detected()
    places = startup_files.places(shell, os.environ)
    changed = [
        path
        for place in places
        for path in (installed(shell, place) if install else removed(place))
    ]
    output.emit("".join(f"{visible(path)}\n" for path in changed))
    output.tell(sentence(shell, sentences, install=install, changed=bool(changed)))


def sentence(shell: str, sentences: Catalogue, *, install: bool, changed: bool) -> str:
    """Tell what was done to the files, and how to take it back."""
    text = {
        (True, True): N_(
            "These files were written: {name} completes kzfr from its next start on."
            " To take it back: kzfr completion {shell} --uninstall"
        ),
        (True, False): N_(
            "The completion of {name} is in place already. To take it back: kzfr completion "
            "{shell} --uninstall"
        ),
        (False, True): N_(
            "The completion of {name} was taken out of these files; those left empty are gone."
        ),
        (False, False): N_("There is no completion of {name} to take away."),
    }[install, changed]
    return sentences.text(text, name=NAMES[shell], shell=shell)


def detected() -> str:
    """Find the shell in which the command was typed, else the user's own; raises
    `UnknownShellError`.
    """
    import shellingham  # type: ignore[import-untyped]

    try:
        name: str = shellingham.detect_shell()[0]
    except (shellingham.ShellDetectionFailure, OSError):
        name = Path(os.environ.get("SHELL", "")).name
    found = ALIASES.get(name, name)
    if found not in protocol.SCRIPTS:
        raise UnknownShellError(shell=name, names=tuple(protocol.SCRIPTS))
    return found


# ---- the files


def installed(shell: str, place: Place) -> Iterator[str]:
    """Write the script and what the start-up file must say of it; gives the files that had to
    change.
    """
    plan = {} if is_linked(place) else {place.script: protocol.script(shell).encode("utf-8")}
    if place.start:  # read first: one that cannot be changed leaves no script behind
        plan[place.start] = marked.with_lines(content(place.start), place.lines, place.start)
    for path, wanted in plan.items():
        if content(path) != wanted:
            write(path, wanted)
            yield path


def removed(place: Place) -> Iterator[str]:
    """Take our lines out of the start-up file, and the script away; gives the files that had to
    change.
    """
    plan = (
        {place.start: marked.without_lines(content(place.start), place.start)}
        if place.start
        else {}
    )
    if OURS in content(place.script)[:200] and not is_linked(place):
        plan[place.script] = b""
    for path, wanted in plan.items():
        if content(path) != wanted:
            write(path, wanted)
            yield path


def is_linked(place: Place) -> bool:
    """Tell whether another program, such as pipx, linked our script to its place: it also takes the
    link away.
    """
    return Path(place.script).is_symlink() and OURS in content(place.script)[:200]


def content(path: str) -> bytes:
    """Read a file, of which nothing is known where there is none; raises `UnwritableFileError`."""
    try:
        return Path(path).read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise UnwritableFileError(path=path, reason=error.strerror or str(error)) from error


def write(path: str, wanted: bytes) -> None:
    """Replace a file as a whole, and one that would be empty by none; raises `UnwritableFileError`."""
    target = Path(path)
    try:
        if wanted:
            target.parent.mkdir(parents=True, exist_ok=True)
            targets.write(targets.find(path), wanted)
        elif target.is_symlink():
            target.write_bytes(b"")
        else:
            target.unlink()
    except OSError as error:
        raise UnwritableFileError(path=path, reason=error.strerror or str(error)) from error

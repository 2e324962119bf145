"""Where each shell looks for the completions of one user, and what its start-up file must say for
it.
"""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Iterator, Mapping

from kzfr_cli.core.record import record


@record
class Place:
    """Hold where a script goes, and the start-up file that needs `lines` for it; none where the
    shell looks itself.
    """

    script: str
    start: str | None = None
    lines: str = ""


def places(shell: str, environment: Mapping[str, str]) -> list[Place]:
    """Find the places of a shell for this user, by the rules of the shell's own manual."""
    return list(PLACES[shell](environment))


def home(environment: Mapping[str, str]) -> str:
    """Find the user's folder."""
    return environment.get("HOME") or os.path.expanduser("~")


def folder(environment: Mapping[str, str], variable: str, below_home: str) -> str:
    """Find a folder of the XDG rule, on every system: shells follow it everywhere."""
    named = environment.get(variable, "")
    return named if os.path.isabs(named) else os.path.join(home(environment), below_home)


def bash(environment: Mapping[str, str]) -> Iterator[Place]:
    """Return the place where bash-completion looks; `.bashrc` reads it where bash-completion is
    not installed.
    """
    data = folder(environment, "XDG_DATA_HOME", ".local/share")
    script = os.path.join(data, "bash-completion", "completions", "kzfr")
    yield Place(
        script=script,
        start=os.path.join(home(environment), ".bashrc"),
        lines=f"if [ -r {quoted(script)} ]; then . {quoted(script)}; fi",
    )


def zsh(environment: Mapping[str, str]) -> Iterator[Place]:
    """Write a folder of functions, which `.zshrc` names to zsh; the completion system is
    started where nothing did.
    """
    data = folder(environment, "XDG_DATA_HOME", ".local/share")
    functions = os.path.join(data, "zsh", "site-functions")
    named = environment.get("ZDOTDIR", "")
    yield Place(
        script=os.path.join(functions, "_kzfr"),
        start=os.path.join(named if os.path.isabs(named) else home(environment), ".zshrc"),
        lines=f"""if [[ -r {quoted(os.path.join(functions, "_kzfr"))} ]]; then
  fpath=({quoted(functions)} $fpath)
  (( $+functions[compdef] )) || {{ autoload -Uz compinit && compinit -i; }}
  autoload -Uz _kzfr && compdef _kzfr kzfr
fi""",
    )


def fish(environment: Mapping[str, str]) -> Iterator[Place]:
    """Return the folder in which fish looks by itself."""
    settings = folder(environment, "XDG_CONFIG_HOME", ".config")
    yield Place(script=os.path.join(settings, "fish", "completions", "kzfr.fish"))


def powershell(environment: Mapping[str, str]) -> Iterator[Place]:
    """Return the place beside each profile of the user's that PowerShell reads in every host."""
    for settings in profiles(environment):
        yield Place(
            script=os.path.join(settings, "kzfr.completion.ps1"),
            start=os.path.join(settings, "profile.ps1"),
            lines='if (Test-Path -LiteralPath "$PSScriptRoot/kzfr.completion.ps1") '
            '{ . "$PSScriptRoot/kzfr.completion.ps1" }',
        )


def profiles(environment: Mapping[str, str]) -> list[str]:
    """Find the folders of the profiles: on Windows those of PowerShell 7 and of 5.1, which wherever
    documents go.
    """
    if sys.platform != "win32":
        return [
            os.path.join(folder(environment, "XDG_CONFIG_HOME", ".config"), "powershell")
        ]
    import platformdirs

    documents = platformdirs.user_documents_dir()
    return [os.path.join(documents, name) for name in ("PowerShell", "WindowsPowerShell")]


PLACES = {"bash": bash, "zsh": zsh, "fish": fish, "powershell": powershell}


def quoted(path: str) -> str:
    """Write a path so that bash and zsh read it as it is."""
    return shlex.quote(path)

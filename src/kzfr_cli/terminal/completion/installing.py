"""Put the script of a shell where it looks for it, and its lines into the start-up file; and take
them away. A script that is not ours is neither replaced nor taken away.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from kzfr_cli.errors import ForeignScriptError, UnknownShellError, UnwritableFileError
from kzfr_cli.store import atomic, rescue
from kzfr_cli.store import target as targets
from kzfr_cli.store.rescue import Rescue
from kzfr_cli.terminal.completion import marked, protocol, startup_files
from kzfr_cli.terminal.completion.startup_files import Place

ALIASES = {"pwsh": "powershell"}
"""What else a shell is called by its own program."""

OURS = b"Completion of kzfr in "
"""What every script of ours says in its first lines; a file without it is not ours."""

HEAD = 200
"""Bytes in which it stands."""


def detected(environment: Mapping[str, str]) -> str:
    """Find the shell in which the command was typed, else the user's own; raises
    `UnknownShellError`.
    """
    import shellingham  # type: ignore[import-untyped]

    try:
        name: str = shellingham.detect_shell()[0]
    except (shellingham.ShellDetectionFailure, OSError):
        name = os.path.basename(environment.get("SHELL", ""))
    found = ALIASES.get(name, name)
    if found not in protocol.SCRIPTS:
        raise UnknownShellError(shell=name, names=tuple(protocol.SCRIPTS))
    return found


def install(shell: str, environment: Mapping[str, str], state: str) -> list[str]:
    """Write the script and what the start-up file must say of it, and list the files that had to
    change; the folder of the `state` keeps what puts them back after a crash. Raises
    `ForeignScriptError`, `BrokenMarksError` and `UnwritableFileError`.
    """
    script = protocol.script(shell).encode("utf-8")
    places, copies = startup_files.places(shell, environment), rescue.of_user(state)
    put_back(places, copies)
    return [path for place in places for path in changed(installed(place, script), copies)]


def installed(place: Place, script: bytes) -> dict[str, bytes]:
    """Return what the files of a place are to be; all are read before one is written."""
    refuse_foreign(place.script)
    plan = {} if is_linked(place) else {place.script: script}
    if place.start:
        plan[place.start] = marked.with_lines(content(place.start), place.lines, place.start)
    return plan


def remove(shell: str, environment: Mapping[str, str], state: str) -> list[str]:
    """Take our lines out of the start-up file, and the script away, and list the files that had to
    change; raises `BrokenMarksError` and `UnwritableFileError`.
    """
    places, copies = startup_files.places(shell, environment), rescue.of_user(state)
    put_back(places, copies)
    return [path for place in places for path in changed(removed(place), copies)]


def put_back(places: Iterable[Place], copies: Rescue) -> None:
    """Put the files back that were being written in place when the program was stopped."""
    waiting = copies.paths()
    for path in (path for place in places for path in (place.script, place.start) if path):
        target = os.path.realpath(path)
        try:
            if target in waiting:
                copies.recover(target)
        except OSError as error:
            raise UnwritableFileError(
                path=path, reason=error.strerror or str(error)
            ) from error


def removed(place: Place) -> dict[str, bytes]:
    """Return what the files of a place are to be without us."""
    plan = {}
    if place.start:
        plan[place.start] = marked.without_lines(content(place.start), place.start)
    if is_ours(place.script) and not is_linked(place):
        plan[place.script] = b""
    return plan


def changed(plan: Mapping[str, bytes], copies: Rescue) -> Iterator[str]:
    """Write the files that are not yet as planned, and give their paths."""
    for path, wanted in plan.items():
        if content(path) != wanted:
            write(path, wanted, copies)
            yield path


def refuse_foreign(path: str) -> None:
    """Refuse to replace a script that is not ours, or a link to one; raises
    `ForeignScriptError`.
    """
    if (content(path) or os.path.islink(path)) and not is_ours(path):
        raise ForeignScriptError(path=path)


def is_ours(path: str) -> bool:
    """Return whether a file is a script of ours, of this version or another."""
    return OURS in content(path)[:HEAD]


def is_linked(place: Place) -> bool:
    """Return whether another program, such as pipx, linked our script to its place: it also takes
    the link away.
    """
    return os.path.islink(place.script) and is_ours(place.script)


def content(path: str) -> bytes:
    """Read a file, of which nothing is known where there is none; raises `UnwritableFileError`."""
    try:
        return atomic.read(path) or b""
    except OSError as error:
        raise UnwritableFileError(path=path, reason=error.strerror or str(error)) from error


def write(path: str, wanted: bytes, copies: Rescue) -> None:
    """Replace a file as a whole, and one that would be empty by none unless a link leads to it, on
    the disk when this ends; `copies` hold what is written in place. Raises `UnwritableFileError`.
    """
    try:
        if wanted or os.path.islink(path):
            os.makedirs(os.path.dirname(path), exist_ok=True)
            target = targets.find(path)
            targets.write(target, wanted, partial(copies.holding, target.path))
        else:
            os.unlink(path)
            atomic.sync_folder(os.path.dirname(path))
    except OSError as error:
        raise UnwritableFileError(path=path, reason=error.strerror or str(error)) from error

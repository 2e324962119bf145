"""Which value of a setting holds: that of the option, of the environment, of the file, or the
default.

A variable of kzfr's own goes before the file; what the system sets for every program (`LANG`,
`PAGER`) after it, as in git. `NO_COLOR` and its kin are set by people for a run, and go before the
file.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from kzfr_cli.core.event import LANGUAGES
from kzfr_cli.core.record import pair, record
from kzfr_cli.locale import choosing

if TYPE_CHECKING:
    from kzfr_cli.settings.cache import SettingEntry

COLOURS = ("auto", "always", "never")
LEAP_DAYS = ("feb28", "mar1", "both")
PAGER = "less"


@pair
class Key:
    """A setting: its option, its variable, the values that it may have (any when there are
    none).
    """

    name: str
    flag: str
    variable: str
    choices: tuple[str, ...] = ()
    default: str = ""


KEYS = {
    key.name: key
    for key in (
        Key("language", "--lang", "KZFR_LANG", LANGUAGES),
        Key("databases", "--db", "KZFR_DB"),
        Key("round", "--round", "KZFR_ROUND", default="default"),
        Key("leap-day", "--leap-day", "KZFR_LEAP_DAY", LEAP_DAYS, "feb28"),
        Key("color", "--color", "KZFR_COLOR", COLOURS, "auto"),
        Key("pager", "--no-pager", "KZFR_PAGER", default=PAGER),
    )
}


@record
class Setting:
    """A value of a setting, and where it comes from.

    `origin` is `flag`, `environment`, `file` or `default`; `place` the option, the variable or
    `path:line`.
    """

    key: str
    value: str
    origin: str
    place: str = ""


@record
class Sources:
    """Gather what settings are read from: the options given, the environment, the file and where
    that is.
    """

    asked: Mapping[str, Sequence[str]]
    environment: Mapping[str, str]
    entries: Sequence[SettingEntry] = ()
    path: str = ""


def holding(name: str, sources: Sources) -> Setting:
    """Return the value that holds."""
    return next(iter(candidates(KEYS[name], sources)))


def laid(sources: Sources) -> list[Setting]:
    """List the databases in the order in which they are laid over each other, those of the options
    last.
    """
    return [*reversed([*candidates(KEYS["databases"], sources)])]


def candidates(key: Key, sources: Sources) -> Iterator[Setting]:
    """Return the values of a setting, that which goes before the others first."""
    for value in reversed(sources.asked.get(key.name, ())):
        yield Setting(key=key.name, value=value, origin="flag", place=key.flag)
    for variable, value in from_environment(key, sources.environment):
        yield Setting(key=key.name, value=value, origin="environment", place=variable)
    yield from from_file(key, sources)
    yield from from_system(key, sources.environment)


def from_environment(key: Key, environment: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Return the values of a setting that variables hold."""
    own = environment.get(key.variable, "")
    if key.name == "databases":
        yield from ((key.variable, path) for path in reversed(own.split(os.pathsep)) if path)
    elif key.name == "language":
        yield from (
            [(key.variable, code)] if (code := choosing.code_of(own)) in LANGUAGES else []
        )
    elif key.name == "pager":
        yield from [(key.variable, own)] if key.variable in environment else []
    elif own:
        yield key.variable, own
    if key.name == "color":
        yield from colour_variables(environment)


def colour_variables(environment: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Read the variables that many programs heed (no-color.org, bixense.com/clicolors,
    force-color.org).
    """
    if environment.get("NO_COLOR"):
        yield "NO_COLOR", "never"
    if environment.get("CLICOLOR_FORCE", "0") not in ("", "0"):
        yield "CLICOLOR_FORCE", "always"
    if forced := environment.get("FORCE_COLOR"):
        yield "FORCE_COLOR", "always" if forced != "0" else "never"
    if environment.get("CLICOLOR") == "0":
        yield "CLICOLOR", "never"


def from_file(key: Key, sources: Sources) -> Iterator[Setting]:
    """Return the values of a setting that the file holds."""
    for entry in sources.entries:
        if entry.key == key.name:
            place = f"{sources.path}:{entry.line}"
            for value in reversed(
                [entry.value] if isinstance(entry.value, str) else entry.value
            ):
                yield Setting(key=key.name, value=value, origin="file", place=place)


def from_system(key: Key, environment: Mapping[str, str]) -> Iterator[Setting]:
    """Return what holds when nothing was said to kzfr: what the system says to every program,
    or our default.
    """
    if key.name == "language":
        spoken = {
            name: environment[name]
            for name in choosing.LOCALE_VARIABLES
            if environment.get(name)
        }
        yield Setting(
            key=key.name,
            value=choosing.choose(None, spoken),
            origin="default",
            place=next(iter(spoken), ""),
        )
    elif key.name == "pager" and "PAGER" in environment:
        yield Setting(
            key=key.name, value=environment["PAGER"], origin="default", place="PAGER"
        )
    elif key.name != "databases":
        yield Setting(key=key.name, value=key.default, origin="default")


def all_held(sources: Sources) -> list[Setting]:
    """The settings that hold, each database on its own, in the order in which they are laid."""
    found = []
    for name in KEYS:
        if name == "databases":
            found += laid(sources) or [Setting(key=name, value="", origin="default")]
        else:
            found.append(holding(name, sources))
    return found

"""Choose the language of the output."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

SUPPORTED = ("fr", "en", "ru", "kk")
DEFAULT = "en"
LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def choose(asked: str | None, environment: Mapping[str, str]) -> str:
    """Give the language asked, else that of `KZFR_LANG`, else that of the locale (POSIX order), else English."""
    candidates = [asked or "", environment.get("KZFR_LANG", "")]
    candidates.append(next(filter(None, (environment.get(name, "") for name in LOCALE_VARIABLES)), ""))
    return next((code for code in map(code_of, candidates) if code in SUPPORTED), DEFAULT)


def code_of(locale: str) -> str:
    """Give the language of a locale name such as `fr_FR.UTF-8`."""
    return locale.replace("-", "_").split(".")[0].split("_")[0].lower()


def from_arguments(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Choose the language of an error that stopped the reading of the command line itself."""
    asked = None
    for position, argument in enumerate(arguments):
        if argument == "--lang" and position + 1 < len(arguments):
            asked = arguments[position + 1]
        elif argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
    return choose(asked, environment)

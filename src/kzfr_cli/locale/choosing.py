"""Choose the language of the output."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kzfr_cli.core.event import LANGUAGES

DEFAULT = "en"
NAMES = ("--lang", "-l")
"""The option that asks for a language."""
MONTH_FIRST = frozenset({"US", "PH", "UM", "GU", "VI"})
"""Countries that write the month first, by CLDR."""
LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def choose(asked: str | None, environment: Mapping[str, str]) -> str:
    """Return the language asked, else that of `KZFR_LANG`, else that of the locale (POSIX
    order), else English.
    """
    candidates = [asked or "", environment.get("KZFR_LANG", "")]
    candidates.append(
        next(filter(None, (environment.get(name, "") for name in LOCALE_VARIABLES)), "")
    )
    return next((code for code in map(code_of, candidates) if code in LANGUAGES), DEFAULT)


def is_day_first(lang: str, environment: Mapping[str, str]) -> bool:
    """Return whether people write the day before the month: everywhere but in English without a
    country, and in the United States.
    """
    if lang != "en":
        return True
    locale = next(filter(None, (environment.get(name, "") for name in LOCALE_VARIABLES)), "")
    territory = locale.split(".")[0].replace("-", "_").partition("_")[2].upper()
    return bool(territory) and territory not in MONTH_FIRST


def code_of(locale: str) -> str:
    """Return the language of a locale name such as `fr_FR.UTF-8`."""
    return locale.replace("-", "_").split(".")[0].split("_")[0].lower()


def asked(arguments: Sequence[str]) -> str | None:
    """Find the language that the words of a command line ask for, wherever they stand; None when
    they do not.
    """
    found = None
    for position, argument in enumerate(arguments):
        if argument in NAMES and position + 1 < len(arguments):
            found = arguments[position + 1]
        elif argument.startswith("--lang="):
            found = argument.removeprefix("--lang=")
    return found

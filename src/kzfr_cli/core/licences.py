"""What kzfr is built on, and under which licence each part may be used, as the packages themselves
say it (Core metadata for Python packages, versions 2.1 to 2.4).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from kzfr_cli.core.record import pair

OURS = "kzfr"
REQUIRED = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
EXTRA = re.compile(r"""extra\s*==\s*['"]([^'"]+)['"]""")
CLASSIFIER = "License :: "
SAID_BY_NO_NAME = 60
"""Letters beyond which the field `License` holds the text of a licence, not its name."""


@pair
class Package:
    """A package: its version, its licence, empty where it tells none, and the `extra` of ours that
    brings it, empty where every installation has it.

    One that is not installed has neither version nor licence.
    """

    name: str
    version: str
    licence: str
    extra: str
    is_installed: bool


def parts(extras: Iterable[str]) -> Iterator[Package]:
    """Yield ourselves, then all packages that we use, and those that they use, each once: of the
    plain installation first, then of each extra, by name.
    """
    seen: set[str] = set()
    ours = distribution(OURS)
    yield part(OURS, "", ours)
    for extra in ("", *extras):
        found = reached(required(ours, extra), extra, seen)
        yield from sorted(found, key=lambda part: part.name.casefold())


def reached(names: Iterable[str], extra: str, seen: set[str]) -> Iterator[Package]:
    """Yield packages by name, each with what it uses behind it; what is not installed for the
    sake of another is not wanted here.
    """
    for name in names:
        key = re.sub(r"[-_.]+", "-", name).lower()
        if key in seen:
            continue
        seen.add(key)
        found = installed(name)
        yield part(name, extra, found)
        if found is not None:
            theirs = [other for other in required(found) if installed(other)]
            yield from reached(theirs, extra, seen)


def required(package: Distribution, extra: str = "") -> list[str]:
    """List the names of the packages that one requires, for itself or for one of its extras."""
    told = []
    for line in package.requires or ():
        name, marker = REQUIRED.match(line), EXTRA.search(line)
        if name and (marker.group(1) if marker else "") == extra:
            told.append(name.group())
    return told


def installed(name: str) -> Distribution | None:
    """Find a package; None where it is not installed."""
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def part(name: str, extra: str, found: Distribution | None) -> Package:
    """Describe a package."""
    if found is None:
        return Package(name, "", "", extra, False)
    return Package(found.metadata["Name"], found.version, licence(found), extra, True)


def licence(package: Distribution) -> str:
    """Return the licence that a package names: by its SPDX expression, in a word, or by the
    classifiers; nothing when it names none.
    """
    told = package.metadata
    if "License-Expression" in told:
        return told["License-Expression"]
    classified = [
        line.rsplit(" :: ", 1)[-1]
        for line in told.get_all("Classifier") or ()
        if line.startswith(CLASSIFIER)
    ]
    if classified:
        return ", ".join(classified)
    word = told["License"].strip() if "License" in told else ""
    return word if len(word) <= SAID_BY_NO_NAME and "\n" not in word else ""

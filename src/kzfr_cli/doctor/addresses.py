"""The addresses of sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from kzfr_cli.doctor.database import DatabaseFiles, Fault
from kzfr_cli.doctor.registry import WARNING, check
from kzfr_cli.locale.catalogue import N_

HOST = re.compile(r"[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w-]*[^\W_])?)+")
"""Two labels or more of letters, digits and hyphens."""


@check(
    "K801",
    "address-form",
    WARNING,
    message=N_("“{url}” is no complete web address"),
    what=N_(
        "An address begins with http:// or https://, has a host, and holds no space and no "
        "ellipsis."
    ),
    why=N_("It is printed, clicked and exported: cut short, it leads nowhere."),
    repair=N_("Copy the whole address from the browser."),
)
def address_form(database: DatabaseFiles) -> Iterator[Fault]:
    """Find addresses that cannot be followed."""
    for entry, source in database.sources:
        if source.url and not is_complete(source.url):
            yield entry.fault("url", url=source.url)


def is_complete(url: str) -> bool:
    """Return whether an address can be followed as it stands."""
    if re.search(r"\s|…|\.\.\.", url):
        return False
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    return (
        parts.scheme in ("http", "https")
        and host is not None
        and HOST.fullmatch(host) is not None
    )

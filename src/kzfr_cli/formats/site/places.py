"""The files that a site holds: where each stands, and which of them the first version wrote."""

from __future__ import annotations

import re

SAFE_NAME = re.compile(
    r"(?!(?:con|prn|aux|nul|com[0-9]|lpt[0-9])\Z)(?=.{1,200}\Z)[a-z0-9]+(-[a-z0-9]+)*"
)
"""The ids that are names of files, on Windows too; no other leads out of the folder."""

FOLDERS = ("events", "names", "categories", "figures")
"""The folders of pages that are called by an id."""

PATHS = re.compile(
    r"(?:(?:fr|en|ru|kk)/)?(?:"
    r"(?:index|search|embed|anniversaries|404)[.]html|robots[.]txt|site[.]css|search[.]js"
    r"|events[.](?:json|csv)|anniversaries[.]ics|feed[.]atom|sitemap(?:-[0-9]+)?[.]xml"
    r"|years/(?:index|-?[0-9]{1,4})[.]html"
    rf"|(?:{'|'.join(FOLDERS)})/(?P<id>[a-z0-9-]+)[.]html"
    r"|cards/(?P<card>[a-z0-9-]+)[.]png"
    r"|data/(?:[a-z]+|(?:rows|find|linked)-[0-9a-z_]+)[.]js"
    r")"
)
"""The files that a site can hold."""


def may_hold(path: str) -> bool:
    """Return whether a site can hold a file at that path."""
    found = PATHS.fullmatch(path)
    if found is None:
        return False
    named = filter(None, (found["id"], found["card"]))
    return all(SAFE_NAME.fullmatch(name) for name in named)


def is_safe(entry_id: str) -> bool:
    """Return whether an id is the name of a file."""
    return SAFE_NAME.fullmatch(entry_id) is not None


SIGNS = {
    "html": re.compile(
        rb'<meta name="generator" content="kzfr '
        rb"|style-src 'sha256-[^']+'; img-src data:; base-uri 'none'; form-action 'none'\">\s*"
        rb'<meta name="description" content="'
    ),
    "atom": re.compile(rb"<id>urn:kzfr:anniversaries</id>"),
    "ics": re.compile(rb"PRODID:-//kzfr//kzfr "),
    "csv": re.compile(rb"\A(?:\xef\xbb\xbf)?id[,;]title[,;]language[,;]titles[.]fr[,;]"),
    "json": re.compile(rb'\A\[\s*\{"id": "[a-z0-9-]+", "title": "'),
}
"""What the first version wrote into each kind of file, and nobody else."""

LOCATION = re.compile(rb"<loc>([^<]*)</loc>")


def is_signed(path: str, content: bytes) -> bool:
    """Return whether a file is one that the first version wrote, whose manifest told no digests; a
    list for search engines is when it names nothing but pages of a site of ours.
    """
    if path == "sitemap.xml":
        found = [place.decode("utf-8", "replace") for place in LOCATION.findall(content)]
        base = found[0].removesuffix("index.html") if found else ""
        return bool(base) and all(
            place.startswith(base) and may_hold(place.removeprefix(base)) for place in found
        )
    sign = SIGNS.get(path.rpartition(".")[2])
    return sign is not None and sign.search(content) is not None

"""Links in a terminal (OSC 8): where they work, which addresses they may lead to, and how to take
them out.

The list of terminals is that of github.com/Alhadis/OSC8-Adoption, of which each is told by its own
variable. One that does not know them shows the text alone, but some old ones show the address as
rubbish: so only known ones get them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

SCHEMES = ("https://", "http://")
LONGEST = 2083
"""Characters of an address that terminals take (VTE, iTerm2)."""

SCHEME = r"(?i)[a-z][a-z0-9+.-]*:"
IGNORED = r"[\x00-\x20]"
"""What browsers leave out of a scheme."""

HARMLESS = frozenset({"http:", "https:", "ftp:", "mailto:", "doi:", "urn:"})

PROGRAMS = frozenset(
    {
        "iTerm.app",
        "WezTerm",
        "vscode",
        "ghostty",
        "Hyper",
        "Tabby",
        "rio",
        "WarpTerminal",
        "zed",
        "mintty",
        "contour",
    }
)
TERMS = (
    "xterm-kitty",
    "alacritty",
    "foot",
    "wezterm",
    "xterm-ghostty",
    "contour",
    "mintty",
    "rio",
    "tmux",
)
VARIABLES = (
    "WT_SESSION",
    "KONSOLE_VERSION",
    "DOMTERM",
    "KITTY_WINDOW_ID",
    "ALACRITTY_WINDOW_ID",
)
FIRST_VTE = 5001
"""GNOME Terminal and its kin; 0.50.0 crashed on them."""

SEQUENCE = "\x1b\\]8;[^\x1b\x07]*(?:\x1b\\\\|\x07)"

BEGINNING = "\x1b\\]8;id=[0-9.-]+;([^\x1b]+)\x1b\\\\"


def harmless(address: str) -> str:
    """Return an address for a program that opens it, or nothing where it would run or hold
    something instead (`javascript:`, `data:`).
    """
    scheme = re.match(SCHEME, re.sub(IGNORED, "", address))
    return address if scheme is None or scheme[0].lower() in HARMLESS else ""


def are_shown(environment: Mapping[str, str]) -> bool:
    """Return whether the terminal shows links; `FORCE_HYPERLINK` (1 or 0) decides where we
    cannot know.
    """
    if forced := environment.get("FORCE_HYPERLINK"):
        return forced != "0"
    if environment.get("TERM_PROGRAM") in PROGRAMS or any(
        environment.get(name) for name in VARIABLES
    ):
        return True
    version = environment.get("VTE_VERSION", "")
    if version.isdigit() and int(version) >= FIRST_VTE:
        return True
    return environment.get("TERM", "").startswith(TERMS)


def safe(address: str) -> str:
    """Return an address as a terminal may have it, of the web and in printable ASCII; empty
    when there is none.
    """
    if not address.lower().startswith(SCHEMES):
        return ""
    written = "".join(
        letter
        if "!" <= letter <= "~"
        else "".join(f"%{byte:02X}" for byte in letter.encode("utf-8", "replace"))
        for letter in address.strip()
    )
    return written if len(written) <= LONGEST else ""


def numbered(text: str) -> str:
    """Number the links of a text in their order, pieces of one link that follow each other alike:
    rich draws lots.
    """
    number, last = 0, ""

    def same(match: re.Match[str]) -> str:
        """Number a piece as the one before it if it leads to the same address."""
        nonlocal number, last
        number, last = number + (match[1] != last), match[1]
        return f"\x1b]8;id={number};{match[1]}\x1b\\"

    return re.sub(BEGINNING, same, text)


def dropped(text: str) -> str:
    """Take the links out of a text, but not what they stand on."""
    return re.sub(SEQUENCE, "", text)

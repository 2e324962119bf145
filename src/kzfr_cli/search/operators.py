"""Read the signs of a query: "exact phrases", -excluded words, OR and |, the dots of an acronym."""

from __future__ import annotations

import re

from kzfr_cli.core.record import pair
from kzfr_cli.languages import folding

QUOTES = frozenset('"«“„')
QUOTED = (
    r"(?P<minus>(?<!\S)[-−–])?"
    r'(?:"(?P<straight>[^"]+)"|«(?P<french>[^»]+)»|[“„](?P<curly>[^”“]+)[”“])'
)
MINUS = frozenset("-−")
EXCLUDED = r"(?<!\S)[-−](?=[^\W_])(\S+)"
DOTTED = r"(?<![^\W_])(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?"
FIELD = r"(?<!\S)(?:title|titre|tag|date|category|place|person|intitle):(?=\S)"
"""What other search engines write before a word; here every field is searched."""

EITHER = r"(?<!\S)OR(?!\S)|\|+"
BOTH = r"(?<!\S)(?:AND|&+)(?!\S)"
"""Patterns are compiled when first needed: most queries have none of these."""

BAR = "|"


@pair
class Signs:
    """A query without its signs: its text, where `|` stands between alternatives; its phrases; what
    it leaves out.
    """

    text: str
    phrases: tuple[str, ...]
    excluded: tuple[str, ...]


def read(text: str) -> Signs:
    """Return a query with its signs read."""
    phrases: list[str] = []
    excluded: list[str] = []
    if QUOTES.intersection(text):
        text = take_phrases(text, phrases, excluded)
    if MINUS.intersection(text):
        excluded.extend(re.findall(EXCLUDED, text))
        text = re.sub(EXCLUDED, " ", text)
    if "." in text:
        text = re.sub(DOTTED, undotted, text)
    if ":" in text:
        text = re.sub(FIELD, "", text)
    if "OR" in text or BAR in text:
        text = re.sub(EITHER, f" {BAR} ", text)
    if "AND" in text or "&" in text:
        text = re.sub(BOTH, " ", text)
    return Signs(text, tuple(phrases), tuple(excluded))


def take_phrases(
    text: str,
    phrases: list[str],
    excluded: list[str],
) -> str:
    """Move the quoted phrases out of a text, each to where it belongs; return the rest."""

    def take(match: re.Match[str]) -> str:
        inside = match["straight"] or match["french"] or match["curly"]
        if folding.words(inside):
            target = excluded if match["minus"] else phrases
            target.append(inside.strip())
        return " "

    return re.sub(QUOTED, take, text)


def undotted(match: re.Match[str]) -> str:
    """Return an acronym without its dots, in capitals: «U.N.E.S.C.O.» is one word."""
    return match[0].replace(".", "").upper() + " "

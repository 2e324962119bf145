"""Clean French typography: apostrophes, guillemets and the no-break spaces that go with punctuation
and figures.

Source: Imprimerie nationale, Lexique des règles typographiques en usage à l’Imprimerie nationale.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kzfr_cli.languages import language

NBSP, THIN = "\u00a0", "\u202f"
SPACES = f"[ {NBSP}{THIN}\u2009]"
"""The spaces that may stand before punctuation: plain, no-break, narrow no-break, thin."""

KEPT = "\ue000"
"""What stands for a stretch that is left alone while the rest is cleaned."""
LEFT_ALONE = re.compile(
    rf"{KEPT}|(?<![a-z0-9])(?:[a-z][a-z0-9+.-]*://|www\.|mailto:|doi:)[^\s«»\"<>]+|`[^`\n]*`|"
    rf"&#?[a-z0-9]+;",
    re.IGNORECASE,
)
"""Addresses, code between backquotes, and HTML entities, whose semicolon is none."""

UNITS = "%|‰|€|M€|Md€|EUR|USD|KZT|km|km²|m²|m³|kg|MW|GW|kWh|TWh|°C"
RULES = [
    (re.compile(r"(?<!\.)\.{3}(?!\.)"), "…"),
    (re.compile(r"(?<=[^\W\d_])'(?=[^\W_])"), "’"),
    (re.compile(rf'"{SPACES}*([^"\s](?:[^"\n]*[^"\s])?){SPACES}*"'), rf"«{NBSP}\1{NBSP}»"),
    (re.compile(rf"«{SPACES}*"), f"«{NBSP}"),
    (re.compile(rf"{SPACES}*»"), f"{NBSP}»"),
    (re.compile(rf"{SPACES}+(?=[;!?])"), THIN),
    (re.compile(r"(?<=[\w)\]»”’%€…])(?=[;!?]+(?:[\s»”)\]]|$))"), THIN),
    (re.compile(rf"{SPACES}+(?=:(?:\s|$))"), NBSP),
    (re.compile(r"(?<=[\w)\]»”’%€…])(?=:(?:\s|$))"), NBSP),
    (re.compile(rf"(?<=[0-9]){SPACES}*(?=[%‰€](?!\w))"), NBSP),
    (re.compile(rf"(?<=[0-9]){SPACES}(?=(?:{UNITS})(?!\w))"), NBSP),
    (re.compile(rf"\bn°{SPACES}*(?=[0-9])"), f"n°{NBSP}"),
    (re.compile(r"\b(M\.|MM\.|Mme|Mmes|Mlle) (?=[^\W\d_a-z])"), rf"\1{NBSP}"),
]
THOUSANDS = re.compile(
    rf"(?<![0-9])(?<![0-9][ ,.{NBSP}{THIN}])[0-9]{{1,3}}(?:{SPACES}[0-9]{{3}})+(?!{SPACES}?[0-9])"
)


ROUNDS = 8
"""Times that the rules are applied at most: quotes within quotes come to rest in two or three."""


def french(text: str) -> str:
    """Clean a French text; a clean text stays as it is, and addresses and code are left alone."""
    for _ in range(ROUNDS):
        cleaned = _cleaned(text)
        if cleaned == text:
            break
        text = cleaned
    return text


def _cleaned(text: str) -> str:
    kept = iter(LEFT_ALONE.findall(text))
    text = LEFT_ALONE.sub(KEPT, text)
    for pattern, replacement in RULES:
        text = pattern.sub(replacement, text)
    return _put_back(THOUSANDS.sub(_grouped, text), kept)


def _grouped(match: re.Match[str]) -> str:
    return re.sub(SPACES, THIN, match[0])


def _put_back(text: str, kept: Iterator[str]) -> str:
    return re.sub(KEPT, lambda _: next(kept), text)


STRAIGHT = re.compile(r"(?<![\w’'])'([^'\n]+)'(?![\w'])")
"""What stands between straight quotation marks, as programs in English write them."""


def quote(text: str, lang: str) -> str:
    """Return a text between the quotation marks of a language."""
    (marks,) = language.of(lang).words("forms", "quotes")
    return str(marks).format(text)


def with_own_quotes(text: str, lang: str) -> str:
    """Return a text with the quotation marks of its language instead of straight ones."""
    return STRAIGHT.sub(lambda match: quote(match[1], lang), text)


def closed(text: str) -> str:
    """Return a text with a full stop at its end; that of an abbreviation serves: «2018 г.»."""
    return text if text.endswith((".", "…", "!", "?")) else f"{text}."

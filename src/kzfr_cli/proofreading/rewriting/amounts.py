"""Write another amount as a text has written one: «3,9 milliards d’euros», "$1.2bn", «16,81»."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kzfr_cli.languages import amounts, language
from kzfr_cli.languages.amounts import SpokenAmount
from kzfr_cli.proofreading.rewriting import numbers

DECIMALS = 2
"""Decimals of a right number at most, where the text has fewer."""

NEAR = 0.006
"""Share by which what was written anew may differ from the right number, as it is rounded."""

CODE_OF_SIGN: Mapping[str, str] = amounts.SIGNS
SIGN_OF_CODE = {code: sign for sign, code in CODE_OF_SIGN.items()}

VOWELS = frozenset("aeiouyh")


def rewrite(
    written: str,
    value: float,
    unit: str,
    lang: str,
) -> str:
    """What was written with another value, in a unit or currency as the checker names it; empty
    where that cannot be said so.
    """
    figures = [*amounts.NUMBER.finditer(written)]
    if not figures:
        return in_words(written, value, unit, lang)
    if len(figures) > 1:
        return ""
    before = only_amount(written)
    scale = before.scale if before else 1
    if value < scale:
        return ""
    number = in_figures(value / scale, figures[0], lang)
    start, end = figures[0].span()
    text = f"{written[:start]}{number}{written[end:]}"
    if before and before.unit != unit and before.unit in SIGN_OF_CODE:
        text = in_currency(
            text,
            before.unit,
            unit,
            lang,
        )
    if is_read_as(text, before, value, unit):
        return text
    return ""


def only_amount(written: str) -> SpokenAmount | None:
    """The one amount in what was written, or None."""
    found = amounts.find(written)
    if len(found) == 1:
        return found[0]
    return None


def names_unit(written: str, unit: str) -> bool:
    """Return whether what was written names a currency or unit itself: not in a table, or after
    another amount.
    """
    found = only_amount(written)
    if found is None:
        return False
    return found.unit == unit


def in_words(
    written: str,
    value: float,
    unit: str,
    lang: str,
) -> str:
    """A whole number in words, where nothing but the number changes."""
    found = only_amount(written)
    if found is None or value != int(value):
        return ""
    if found.scale > 1 or found.unit not in ("", unit):
        return ""
    return numbers.rewrite(
        written,
        int(found.value),
        int(value),
        lang,
    )


def in_figures(
    value: float,
    written: re.Match[str],
    lang: str,
) -> str:
    """A number with the decimal sign of a language and the thousands as they were written."""
    decimals = max(len(written["decimals"] or ""), DECIMALS)
    whole, _, rest = f"{value:.{decimals}f}".partition(".")
    rest = rest.rstrip("0")
    if written["gap"] and written["gap"] != decimal_sign(lang):
        whole = f"{int(whole):,}".replace(",", written["gap"])
    elif int(whole) >= 10_000 and not written["gap"]:
        whole = f"{int(whole):,}".replace(",", "," if lang == "en" else "\u202f")
    if rest:
        return f"{whole}{decimal_sign(lang)}{rest}"
    return whole


def decimal_sign(lang: str) -> str:
    """The sign before the decimals: a point in English, a comma elsewhere."""
    return "." if lang == "en" else ","


def in_currency(
    text: str,
    old: str,
    new: str,
    lang: str,
) -> str:
    """An amount in another currency: its sign, its code or its name; empty where none is known."""
    for one, other in ((SIGN_OF_CODE[old], SIGN_OF_CODE.get(new, "")), (old, new)):
        if one in text:
            return text.replace(one, other, 1)
    rows: Mapping[str, Sequence[str]] = language.of(lang).words("amounts", "currencies")
    for place, name in enumerate(rows.get(old, ())):
        names = rows.get(new, ())
        found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)
        if found and place < len(names):
            before, behind = text[: found.start()], text[found.end() :]
            return f"{joined(before, names[place], lang)}{names[place]}{behind}"
    return ""


def joined(before: str, name: str, lang: str) -> str:
    """What stands before the name of a currency, as it goes with its first letter: «d’euros», «de
    dollars».
    """
    if lang != "fr":
        return before
    whole, elided, *_ = language.of(lang).words("amounts", "joints")
    is_vowel = name[0] in VOWELS
    if is_vowel:
        return re.sub(rf"\b{whole}\s$", f"{elided}’", before)
    return re.sub(rf"\b{elided}['’]$", f"{whole} ", before)


def is_read_as(
    text: str,
    before: SpokenAmount | None,
    value: float,
    unit: str,
) -> bool:
    """Return whether what was written anew is read as the right amount."""
    if before is None:
        return bool(text)
    after = only_amount(text)
    if after is None:
        return False
    is_near = abs(after.value - value) <= NEAR * value
    is_same = after.unit == (unit if before.unit in SIGN_OF_CODE else before.unit)
    return is_near and is_same

"""Numbers of a text: cardinals and ordinals, in figures and in words."""

from __future__ import annotations

from kzfr_cli.core.record import record
from kzfr_cli.proofreading.text import Text
from kzfr_cli.queries.claims import numbers as old

KAZAKH = {
    "бір": 1, "екі": 2, "үш": 3, "төрт": 4, "бес": 5, "алты": 6, "жеті": 7, "сегіз": 8, "тоғыз": 9, "он": 10,
    "жиырма": 20, "отыз": 30, "қырық": 40, "елу": 50, "алпыс": 60, "жетпіс": 70, "сексен": 80, "тоқсан": 90, "жүз": 100,
}
KAZAKH_ORDINALS = {"бірінші": 1, "екінші": 2, "үшінші": 3, "төртінші": 4, "бесінші": 5, "алтыншы": 6, "жетінші": 7, "сегізінші": 8, "тоғызыншы": 9, "оныншы": 10, "алғашқы": 1, "тұңғыш": 1}
MORE_RUSSIAN = {"пара": 2, "оба": 2, "обе": 2, "двое": 2, "трое": 3, "четверо": 4, "одиннадцать": 11, "одиннадцати": 11, "двенадцать": 12, "двенадцати": 12, "тринадцать": 13, "тринадцати": 13, "четырнадцать": 14, "четырнадцати": 14, "шестнадцать": 16, "шестнадцати": 16, "семнадцать": 17, "восемнадцать": 18, "девятнадцать": 19, "шестьдесят": 60, "семьдесят": 70, "восемьдесят": 80, "двести": 200, "триста": 300, "пятьсот": 500, "полтора": 1.5}
HUNDREDS = {"cent": 100, "cents": 100, "hundred": 100, "сто": 100, "жүз": 100}
THOUSANDS = {"mille": 1000, "thousand": 1000, "тысяч": 1000, "тысячи": 1000, "тысяча": 1000, "мың": 1000}


@record
class Number:
    """A number with its tokens; `is_ordinal` of an ordinal, `decimals` its digits after the sign."""

    value: float
    first: int
    last: int
    is_ordinal: bool = False
    in_words: bool = False
    decimals: int = 0


def tables() -> tuple[dict[str, float], dict[str, int]]:
    global _T
    if _T is None:
        cardinals = {**old.cardinals(), **KAZAKH, **MORE_RUSSIAN}
        for drop in ("un", "one"):
            cardinals.setdefault(drop, 1)
        ordinals = {**old.ordinals(), **KAZAKH_ORDINALS}
        for stem, value in (("одиннадцат", 11), ("двенадцат", 12), ("тринадцат", 13), ("четырнадцат", 14), ("шестнадцат", 16), ("семнадцат", 17), ("восемнадцат", 18), ("девятнадцат", 19)):
            ordinals.update({stem + e: value for e in old.RUSSIAN_ADJECTIVE.split()})
        _T = cardinals, ordinals
    return _T


_T = None
ORDINAL_ENDINGS = frozenset("e er re eme ieme ere nd nde d st rd th me й я ая ой ую ю го му ом ый е ши шы ші нші ншы ес".split())


def at(text: Text, place: int) -> Number | None:
    """The longest number that begins at a token."""
    word = text.words[place]
    if word.isdigit():
        return in_figures(text, place)
    return spelt(text, place) or roman(text, place)


def in_figures(text: Text, place: int) -> Number | None:
    word = text.words[place]
    if not word.isascii() or len(word) > 9:
        return None
    digits, last, decimals = word, place, 0
    while text.word(last + 1).isdigit() and text.word(last + 1).isascii():
        gap, following = text.gap(last), text.word(last + 1)
        if gap == " " and len(following) == 3 and not decimals and len(word) <= 3:
            digits += following
        elif gap in (",", ".") and not decimals and len(following) < 4:
            if len(following) == 3 and len(digits) <= 3 and digits != "0":
                digits += following
            else:
                digits, decimals = f"{digits}.{following}", len(following)
        else:
            break
        last += 1
    if text.word(last + 1) in ORDINAL_ENDINGS and text.gap(last) in ("", "-") and last == place and len(word) < 4:
        return Number(value=float(word), first=place, last=last + 1, is_ordinal=True)
    return Number(value=float(digits), first=place, last=last, decimals=decimals)


def spelt(text: Text, place: int) -> Number | None:
    cardinals, ordinals = tables()
    for length in range(4, 0, -1):
        last = place + length - 1
        if last >= len(text.words) or any(text.gap(each) not in ("-", " ", "\n") for each in range(place, last)):
            continue
        joined = "-".join(text.words[place : last + 1])
        if joined in ordinals:
            return Number(value=float(ordinals[joined]), first=place, last=last, is_ordinal=True, in_words=True)
        if joined in cardinals:
            return scaled(text, Number(value=float(cardinals[joined]), first=place, last=last, in_words=True))
    word = text.words[place]
    if word in KAZAKH and text.word(place + 1) in KAZAKH:
        return None
    if word in HUNDREDS or word in THOUSANDS:
        return scaled(text, Number(value=float(HUNDREDS.get(word) or 1000), first=place, last=place, in_words=True)) if word in HUNDREDS else Number(value=1000.0, first=place, last=place, in_words=True)
    return kazakh(text, place)


def kazakh(text: Text, place: int) -> Number | None:
    return None


def scaled(text: Text, number: Number) -> Number:
    """«deux cents», "three hundred and sixty", «қырық бес»: the number with the words that multiply or add."""
    value, last = number.value, number.last
    cardinals, ordinals = tables()
    if value < 100 and text.word(last + 1) in HUNDREDS and text.gap(last) in (" ", "-"):
        value, last = value * 100, last + 1
    if value >= 100 or (text.words[last] in KAZAKH and value % 10 == 0):
        step = 2 if text.word(last + 1) in ("et", "and") and value >= 100 else 1
        more = text.word(last + step)
        for length in range(3, 0, -1):
            joined = "-".join(text.words[last + step : last + step + length])
            if joined in cardinals and cardinals[joined] < (100 if value >= 100 else 10) and text.gap(last) in (" ", "-"):
                value, last = value + cardinals[joined], last + step + length - 1
                break
        else:
            if more in ordinals and text.words[last] in KAZAKH and ordinals[more] < 10:
                return Number(value=value + ordinals[more], first=number.first, last=last + 1, is_ordinal=True, in_words=True)
    if text.word(last + 1) in THOUSANDS and text.gap(last) in (" ", "-"):
        value, last = value * 1000, last + 1
        rest = at(text, last + 1) if last + 1 < len(text.words) and text.gap(last) in (" ", "-") else None
        if rest and rest.in_words and not rest.is_ordinal and rest.value < 1000 and rest.value >= 100:
            value, last = value + rest.value, rest.last
    return Number(value=value, first=number.first, last=last, in_words=True)


def roman(text: Text, place: int) -> Number | None:
    word = text.words[place]
    if not text.is_capital(place):
        return None
    value = old.roman(word)
    return Number(value=float(value), first=place, last=place, is_ordinal=True) if value else None

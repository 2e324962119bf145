"""Find the claims of a text: numbers of years, ordinals of visits, dated events, days that cannot
be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kzfr_cli.core.listing import listed
from kzfr_cli.core.record import record, replace
from kzfr_cli.queries.claims import moments, numbers, words
from kzfr_cli.queries.claims.claim import Claim, Moment
from kzfr_cli.queries.claims.plain import Reading

LONGEST_NUMBER = 4
"""Tokens of the longest number in words: «quatre-vingt-dix-sept»."""

YEARS = frozenset(["ans", "years", "year", "yr", "annees", "лет", "года", "год"])
VISITS = frozenset(["visite", "visit", "deplacement", "voyage", "визит"])
VISIT_ADJECTIVES = frozenset(
    ["officielle", "official", "state", "d", "etat", "bilateral", "presidentielle", "presidential"]
)
DURATIONS_LEFT = listed(
    "pendant durant dans sous tous chaque every within in during next prochains prochaines "
    "prochaine premiers first "
    "agee age aged через каждые ближайшие d'ici ici par duree periode contrat"
)
OF = frozenset(["de", "d", "du", "des", "of", "since", "depuis", "l", "со", "от", "после", "с"])
JUBILEE_ENDINGS = frozenset(["ие", "ия", "ию", "ием", "ии"])


@record
class Number:
    """Hold a number that stands before a place: its value and its first token."""

    value: int
    first: int


class Text:
    """Hold a reading with the dates found in it."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.moments = moments.find(reading)
        self.moment_starts = [moment.first for moment in self.moments]
        self.sentences: dict[int, tuple[int, int]] = {}
        self.rejected: dict[int, bool] = {}

    def sentence(self, place: int) -> tuple[int, int]:
        """Give the sentence around a token; asked again for the same one, it is remembered."""
        known = self.sentences.get(place)
        if known is None:
            known = self.reading.sentence(place)
            self.sentences.update(dict.fromkeys(range(*known), known))
        return known

    def rejects(self, sentence: tuple[int, int]) -> bool:
        """Tell whether the author of a sentence takes distance from what it says."""
        known = self.rejected.get(sentence[0])
        if known is None:
            whole = f" {' '.join(self.reading.words[sentence[0] : sentence[1]])} "
            known = self.rejected[sentence[0]] = any(
                f" {form} " in whole for form in words.REJECTING
            )
        return known

    def dates(self, sentence: tuple[int, int]) -> tuple[Moment, ...]:
        """Give the dates of a sentence."""
        return tuple(moments.of_tokens(self.moments, *sentence, self.moment_starts))


def find(text: Text) -> list[Claim]:
    """Find every claim but figures and names, in the order of the text."""
    found = [claim for place in triggers(text.reading) if (claim := at(text, place)) is not None]
    found += dated(text)
    return sorted(found, key=lambda claim: (claim.first, claim.last))


def triggers(reading: Reading) -> Iterator[int]:
    """Give the tokens at which a claim may stand."""
    return (
        place
        for place, word in enumerate(reading.words)
        if word in HEADS or word.startswith("годовщин") or "лети" in word
    )


def at(text: Text, place: int) -> Claim | None:
    """Read the claim whose head is a token."""
    word = text.reading.words[place]
    handler = HEADS.get(word)
    if handler is not None:
        return handler(text, place)
    return jubilee(text, place) if "лети" in word else anniversary(text, place)


# ---- numbers before a place


def joined(reading: Reading, first: int, last: int) -> str | None:
    """Join tokens by hyphens when only hyphens and spaces stand between them."""
    if any(reading.gap(each) not in ("-", " ", "\n") for each in range(first, last)):
        return None
    return "-".join(reading.words[first : last + 1])


def in_words(reading: Reading, last: int, table: dict[str, int]) -> Number | None:
    """Read the longest number in words that ends at a token."""
    for length in range(min(LONGEST_NUMBER, last + 1), 0, -1):
        first = last - length + 1
        spelt = joined(reading, first, last)
        if spelt is not None and spelt in table:
            return Number(value=table[spelt], first=first)
    return None


def cardinal(reading: Reading, last: int) -> Number | None:
    """Read the cardinal that ends at a token."""
    word = reading.word(last)
    if word.isdigit() and word.isascii():
        gap = reading.gap(last - 1)
        if len(word) > 3 or (gap in (",", ".", "-", "/") and reading.word(last - 1).isdigit()):
            return None
        if gap in (" ",) and reading.word(last - 1).isdigit():
            return None
        return Number(value=int(word), first=last)
    return in_words(reading, last, numbers.cardinals())


def ordinal(reading: Reading, last: int) -> Number | None:
    """Read the ordinal that ends at a token."""
    word = reading.word(last)
    if word in numbers.ORDINAL_ENDINGS and reading.gap(last - 1) in ("", "-", " ", "°") and last:
        figures = reading.word(last - 1)
        if figures.isdigit() and len(figures) < 4 and figures.isascii():
            return Number(value=int(figures), first=last - 1)
    value = numbers.roman(word)
    if value and reading.text[reading.starts[last]].isupper():
        return Number(value=value, first=last)
    return in_words(reading, last, numbers.ordinals())


# ---- bounds and attitudes


def left_words(reading: Reading, first: int, count: int = 5) -> str:
    """Give the words before a token, joined by spaces, that belong to its clause."""
    begin = first
    while begin > 0 and first - begin < count and reading.gap(begin - 1) in (" ", "'", "-", "\n"):
        begin -= 1
    return " ".join(reading.words[begin:first])


def right_words(reading: Reading, last: int, count: int = 4) -> str:
    """Give the words after a token, joined by spaces."""
    return " ".join(reading.words[last + 1 : last + 1 + count])


def bound_before(left: str) -> tuple[str, int]:
    """Read the bound at the end of some words, and how many words it takes."""
    for bound, forms in (
        ("more", words.MORE),
        ("nearly", words.NEARLY),
        ("about", words.ABOUT),
        ("less", words.LESS),
        ("exactly", words.EXACTLY),
    ):
        for form in forms:
            if left == form or left.endswith(" " + form):
                return bound, form.count(" ") + 1
    return "exact", 0


def attitude(text: Text, first: int, last: int, sentence: tuple[int, int]) -> str:
    """Tell why the author may not assert a claim: denied, rejected, of a person's life."""
    reading = text.reading
    near = reading.words[max(first - 5, sentence[0]) : first]
    if not words.STRONG_DENIED.isdisjoint(near) or not words.STRONG_DENIED.isdisjoint(
        reading.words[last + 1 : last + 3]
    ):
        return "denied"
    if text.rejects(sentence):
        return "rejected"
    if not words.LIFE.isdisjoint(
        reading.words[max(first - 6, sentence[0]) : min(last + 7, sentence[1])]
    ):
        return "life"
    return ""


def claim(
    text: Text, kind: str, form: str, number: Number, last: int, first: int | None = None
) -> Claim:
    """Make the claim of a number of years."""
    reading = text.reading
    begin = number.first if first is None else first
    sentence = text.sentence(last)
    left = left_words(reading, number.first)
    bound, taken = bound_before(left)
    if bound == "exact" and any(
        f" {form} " in f" {' '.join(reading.words[sentence[0] : sentence[1]])} "
        for form in ("jour pour jour", "to the day")
    ):
        bound = "exactly"
    return Claim(
        kind=kind,
        first=min(begin, number.first - taken),
        last=last,
        sentence=sentence,
        form=form,
        number=number.value,
        bound=bound,
        moments=text.dates(sentence),
        attitude=attitude(text, begin, last, sentence),
    )


# ---- the heads


def anniversary(text: Text, place: int) -> Claim | None:
    """Read «10e anniversaire», "30th anniversary", "30-year anniversary", «30-я годовщина»."""
    reading = text.reading
    before = place - 1
    if reading.word(before) in ("grand", "grande", "wedding", "glorious", "юбилейная"):
        before -= 1
    number = ordinal(reading, before)
    if number is None and reading.word(before) == "year":
        number = cardinal(reading, before - 1)
    return claim(text, "anniversary", "ordinal", number, place) if number else None


def jubilee(text: Text, place: int) -> Claim | None:
    """Read «30-летие», «тридцатилетие»."""
    reading = text.reading
    word = reading.words[place]
    stem, _, ending = word.partition("лет")
    if ending not in JUBILEE_ENDINGS:
        return None
    if not stem:
        number = (
            cardinal(reading, place - 1) if reading.gap(place - 1) in ("-", " ", " - ") else None
        )
    else:
        value = numbers.RUSSIAN_JUBILEES.get(stem)
        number = Number(value=value, first=place) if value else None
    return claim(text, "anniversary", "ordinal", number, place) if number else None


def years(text: Text, place: int) -> Claim | None:
    """Read «il y a 25 ans», «depuis quinze ans», «les 26 ans de», "30 years of", «30 лет назад»."""
    reading = text.reading
    word = reading.words[place]
    if word in ("год", "года", "year") and not reading.word(place - 1).isdigit():
        return None
    if word == "year" and reading.word(place + 1) in ("anniversary", "old"):
        return None
    before = (
        place - 2
        if reading.word(place - 1) in ("dernieres", "premieres", "last", "past")
        else place - 1
    )
    rough = None
    if reading.word(before) in ("d",) and reading.word(before - 1) in numbers.ROUGH:
        rough = Number(value=numbers.ROUGH[reading.word(before - 1)], first=before - 1)
    number = rough or cardinal(reading, before)
    if number is None or number.value > 160 or (word in ("год", "года") and number.value > 100):
        return None
    left = left_words(reading, number.first, 6)
    bound, taken = bound_before(left)
    left = " ".join(left.split()[: len(left.split()) - taken]) if taken else left
    if rough:
        left = left.removesuffix(" une").removesuffix(" l")
    form = years_form(reading, place, left, bound)
    if form is None:
        return None
    kind = "anniversary" if form == "years-of" else "elapsed"
    made = claim(
        text,
        kind,
        form,
        number,
        place + (1 if form == "ago" and reading.word(place + 1) in words.AGO_RIGHT else 0),
    )
    return replace(made, bound="rough") if rough else made


def years_form(reading: Reading, place: int, left: str, bound: str) -> str | None:
    """Tell what is said with a number of years, or None when it is a mere duration."""
    right = right_words(reading, place)
    first_right, last_left = right.split(" ")[0], left.rsplit(" ", 1)[-1]
    if any(left == form or left.endswith(" " + form) for form in words.AGO_LEFT):
        return "ago"
    if any(right.startswith(form) for form in words.AGO_RIGHT):
        return "ago"
    if last_left in DURATIONS_LEFT or first_right in ("old", "prison", "ferme", "plus"):
        return None
    if first_right in ("apres", "after"):
        return "later"
    if first_right in ("later", "спустя") or right.startswith("plus tard"):
        return None
    if last_left in ("depuis", "for", "уже") or left.endswith(("for the past", "for the last")):
        return "since"
    if first_right in OF and reading.gap(place) in (" ", "' "):
        return "years-of"
    if last_left in (
        "ses",
        "its",
        "leurs",
        "their",
        "nos",
        "our",
        "les",
        "ces",
        "these",
        "marks",
        "celebrates",
        "fete",
        "fetent",
    ):
        return "years-of"
    if reading.words[place] == "лет" and first_right not in ("и", "в", ""):
        return "years-of"
    return None


def count(text: Text, place: int) -> Claim | None:
    """Read «la sixième visite», "his third official visit"."""
    reading = text.reading
    before = place - 1
    while reading.word(before) in VISIT_ADJECTIVES and place - before < 3:
        before -= 1
    number = ordinal(reading, before)
    if number is None or number.value > 40:
        return None
    sentence = text.sentence(place)
    first = number.first
    state = "etat" in reading.words[place : place + 3] or "state" in reading.words[first:place]
    return Claim(
        kind="count",
        first=first,
        last=place,
        sentence=sentence,
        form="state" if state else "",
        number=number.value,
        moments=text.dates(sentence),
        attitude=attitude(text, first, place, sentence),
    )


HEADS: dict[str, Callable[[Text, int], Claim | None]] = {
    **dict.fromkeys(("anniversaire", "anniversaires", "anniversary", "anniversaries"), anniversary),
    **dict.fromkeys(YEARS, years),
    **dict.fromkeys(VISITS, count),
}


# ---- dates


def dated(text: Text) -> Iterator[Claim]:
    """Give each date as a claim: of an impossible day, of a weekday, of an event."""
    for moment in text.moments:
        sentence = text.sentence(moment.first)
        kind = (
            "impossible-date"
            if moment.impossible
            else "weekday"
            if moment.weekday is not None
            else "date"
        )
        known = attitude(text, moment.first, moment.last, sentence)
        made = Claim(
            kind=kind,
            first=moment.first,
            last=moment.last,
            sentence=sentence,
            moment=moment,
            moments=text.dates(sentence),
            attitude=known,
        )
        yield made
        if kind == "weekday":
            yield replace(made, kind="date")

"""Tell what parts of a sentence are but a time: a date alone, or how long ago something was."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kzfr_cli.proofreading import durations, lexicon
from kzfr_cli.proofreading.text import Sentence, Span, Text

DASH = " - "
"""A dash between two parts of a sentence, in plain signs."""

SMALL = 2
"""Words beside a date with which a clause still tells nothing but the date: «Le 5 juin 2008 :
…».
"""


def opening_times(text: Text) -> dict[int, list[Span]]:
    """The tokens that open a part of a sentence and say how long ago it was, by its number."""
    found: dict[int, list[Span]] = {}
    for each in durations.find(text):
        sentence = text.sentence(each.lead)
        if each.form == "ago" and sentence.cell(each.lead)[0] == each.lead:
            found.setdefault(sentence.number, []).append((each.lead, each.behind))
    return found


def is_date_only(begun: int, ended: int, spans: Iterable[Span]) -> bool:
    """Return whether some tokens are but a date."""
    held = sum(last + 1 - first for first, last in spans if begun <= first and last < ended)
    if held <= 0:
        return False
    return ended - begun - held <= SMALL


def is_opening(
    clause: Span,
    lone: int | None,
    spans: Iterable[Span],
    ago: Iterable[Span],
) -> bool:
    """Return whether a clause, with the `lone` time before it, says but when what follows was."""
    begun, ended = clause
    if lone is None:
        return is_date_only(begun, ended, ago)
    return bool(ago) and is_date_only(lone, ended, [*spans, *ago])


def opens(text: Text, clause: Span) -> bool:
    """Return whether a clause is but the word that opens the next: «il y a dix ans que, le 3
    mai, …».
    """
    begun, ended = clause
    if ended - begun != 1:
        return False
    return lexicon.load().has("openers", text.words[begun])


def is_time_after(text: Text, begun: int, ended: int) -> bool:
    """Return whether a clause counts a time from something, so that the date behind it is
    that of what came then: «quatre jours après la visite, le 4 novembre, …».
    """
    return any(
        begun <= each.behind < ended and each.form in ("later", "earlier", "in")
        for each in durations.find(text)
    )


def leads(text: Text, begun: int, ended: int) -> bool:
    """Return whether a dash parts what is but a date from what it dates, and none from what
    stands before it: «…, 24 августа – вступление в силу».
    """
    return text.gap(ended - 1) == DASH and text.gap(begun - 1) != DASH


def is_of_next(text: Text, found: Sequence[Span], clause: Span) -> bool:
    """Return whether what is but a date dates what follows it, not the last of the clauses `found`
    before it.
    """
    if not found or opens(text, found[-1]) or leads(text, *clause):
        return True
    return is_time_after(text, *found[-1])


def clause_of(sentence: Sentence, place: int) -> int:
    """The number of the clause in which a token of a sentence stands."""
    for number, (_, last) in enumerate(sentence.clauses):
        if place < last:
            return number
    return len(sentence.clauses) - 1


def is_of_another(text: Text, clause: Span) -> bool:
    """Return whether a clause opens with what stands for a thing, and says which: «et celle de
    Karaganda».
    """
    begun, ended = clause
    while begun < ended - 1 and text.has("joints", begun):
        begun += 1
    if not text.has("those_of", begun):
        return False
    return text.has("of", begun + 1) or text.has("wedge", begun + 1)


def verb_shared(sentence: Sentence, place: int) -> range:
    """The tokens among which the verb stands that a clause «celle de Chymkent en 2017» leaves to
    the first clause; none for any other.
    """
    at = clause_of(sentence, place)
    if not at or not is_of_another(sentence.text, sentence.clauses[at]):
        return range(0)
    return range(*sentence.clauses[0])

"""Find and judge anniversaries: a year less the year of the event is the number."""

from __future__ import annotations

from collections.abc import Iterator

from kzfr_cli.languages.letters import is_cyrillic
from kzfr_cli.proofreading import durations, lexicon, numbers
from kzfr_cli.proofreading.case import Claim, Finding, Trial
from kzfr_cli.proofreading.claims import elapsed
from kzfr_cli.proofreading.claims.jubilees import AnniversaryCase
from kzfr_cli.proofreading.durations import Duration
from kzfr_cli.proofreading.text import Text

LONGEST = 160
"""Years of the longest anniversary that is judged."""


def find(trial: Trial) -> Iterator[Claim]:
    """The anniversaries of a text."""
    for found in durations.find(trial.text):
        if (
            found.unit == "year"
            and found.number <= LONGEST
            and is_anniversary(trial.text, found)
        ):
            yield Claim(
                kind="anniversary",
                first=min(found.first, found.lead) if found.is_jubilee else found.first,
                last=found.last,
                number=found.number,
                bound=found.bound,
                unit="year",
                form="ordinal" if found.is_jubilee else "years",
            )
    yield from elliptic(trial.text)


def is_anniversary(text: Text, found: Duration) -> bool:
    """Return whether a number of years is that of an anniversary: «les 26 ans de …», «fête ses 30 ans», "turns 25"."""
    words = lexicon.load()
    if found.is_jubilee:
        return True
    if elapsed.form_of(text, found):
        return False
    sentence = text.sentence(found.first)
    before = text.word(found.first - 1)
    after = text.word(found.last + 1)
    joined = text.gap(found.last) in (" ", "' ", "\n")
    if words.has("their", before):
        return True
    near = text.words[max(found.first - 6, sentence.first) : found.first]
    following = text.words[found.last + 1 : min(found.last + 5, sentence.last)]
    celebrated = any(
        words.has("celebrate", word) or words.has("turn", word) for word in near
    )
    celebrated = celebrated or any(words.has("celebrate", word) for word in following)
    if words.has("age", after):
        units = sentence.words
        return not any(words.has("aged", word) for word in units)
    if words.has("wedge", after) and joined:
        return celebrated or words.has("these", before) or found.number >= 10
    if words.has("year_behind", text.words[found.last]):
        later = text.words[found.last + 1 : sentence.last]
        return celebrated or any(words.has("turn", word) for word in later)
    if is_cyrillic(text.words[found.last]):
        named = after and not words.has("not_of", after)
        years = words.has("plain_years", text.words[found.last])
        return celebrated or (years and joined and bool(named))
    return any(words.has("celebrate", word) for word in near) or (
        celebrated and words.has("these", before)
    )


def elliptic(text: Text) -> Iterator[Claim]:
    """«… le 10e anniversaire du traité et le 15e de la visite»: ordinals that lean on an anniversary before them."""
    words = lexicon.load()
    for sentence in text.sentences:
        heads = [
            place
            for place in range(sentence.first, sentence.last)
            if words.has("anniversary", text.words[place])
        ]
        if not heads:
            continue
        for place in range(heads[0] + 1, sentence.last):
            number = numbers.ending_at(text, place)
            if number is None or not number.is_ordinal or number.last != place:
                continue
            if words.has("wedge", text.word(place + 1)) and place + 1 not in heads:
                yield Claim(
                    kind="anniversary",
                    first=number.first,
                    last=place,
                    number=number.value,
                    unit="year",
                    form="ordinal",
                )


def judge(trial: Trial, claim: Claim) -> Finding:
    """Judge the number of an anniversary."""
    return AnniversaryCase(trial, claim).judge()

"""Find and judge time elapsed: N years ago, for N years, N years after something, N years later."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kzfr_cli.core.record import replace
from kzfr_cli.languages.letters import is_cyrillic
from kzfr_cli.proofreading import durations, lexicon
from kzfr_cli.proofreading.case import (
    Claim,
    Finding,
)
from kzfr_cli.proofreading.claims import elapsing
from kzfr_cli.proofreading.claims.ahead import AheadCase
from kzfr_cli.proofreading.claims.apposed import ApposedCase
from kzfr_cli.proofreading.claims.gaps import GapCase
from kzfr_cli.proofreading.claims.kept_days import KeptDayCase
from kzfr_cli.proofreading.claims.later import LaterCase
from kzfr_cli.proofreading.claims.since import SinceCase
from kzfr_cli.proofreading.durations import Duration
from kzfr_cli.proofreading.moments import Moment
from kzfr_cli.proofreading.text import Text
from kzfr_cli.proofreading.trial import Trial

UNJUDGED = frozenset(("no-event", "other-facet"))
"""Why a time was not judged, so that it may be held against the date that the text states."""

REST = 4
"""Words after a time among which "since" is looked for."""


def find(trial: Trial) -> Iterator[Claim]:
    """The elapsed times of a text."""
    for found in durations.find(trial.text):
        if found.is_jubilee:
            continue
        form = form_of(trial.text, found)
        if form:
            first, last = min(found.first, found.lead), max(found.last, found.behind)
            yield Claim(
                kind="elapsed",
                first=first,
                last=last,
                number=found.number,
                bound=found.bound,
                unit=found.unit,
                form=form,
            )


def claim_of(found: Duration, form: str) -> Claim:
    """The claim of a time that stands by itself."""
    return Claim(
        kind="elapsed",
        first=found.first,
        last=found.last,
        number=found.number,
        bound=found.bound,
        unit=found.unit,
        form=form,
    )


def form_of(text: Text, found: Duration) -> str:
    """What is said with a number of units of time: ago, since, after, later, before, earlier; or
    nothing.
    """
    if durations.is_full_on(text, found):
        return ""
    words = lexicon.load()
    end = text.word(found.behind)
    following = text.word(found.behind + 1) if text.gap(found.behind) in (" ", "\n") else ""
    if found.form == "ago":
        return "earlier" if elapsing.is_after_ablative(text, found.lead) else "ago"
    if found.form in ("later", "in"):
        is_after = words.has("after_word", end) or words.has("after_word", following)
        return form_of_later(
            found,
            is_after,
            following,
        )
    if found.form == "earlier":
        if words.has("before_word", end) and following:
            return "before"
        return "earlier"
    if found.form == "since":
        return form_of_lasting(text, found)
    return form_by_rest(text, found)


def form_of_later(
    found: Duration,
    is_after: bool,
    following: str,
) -> str:
    """What "in ten years" says: after, where it goes on so, later, or ahead of the text."""
    if is_after and following:
        return "after"
    if is_after or found.form == "later":
        return "later"
    return "ahead"


def form_of_lasting(text: Text, found: Duration) -> str:
    """What "for ten years" says: since, where the verb counts it up to now; or nothing."""
    words = lexicon.load()
    if not text.has("lasting", found.lead):
        if text.has("gone", found.first - 1):
            return ""
        return "since"
    spoken = words.any("perfect", text.sentence(found.first).words)
    if spoken:
        return "since"
    return ""


def form_by_rest(text: Text, found: Duration) -> str:
    """What is said by the words further on: "has passed since", «et dix-neuf ans que» after
    «voici trente ans que».
    """
    words = lexicon.load()
    following = text.after(found.behind, REST).split()
    if any(words.has("since", word) and words.has("after", word) for word in following):
        return "since"
    goes_on = bool(following) and words.has("that", following[0])
    if not (goes_on and text.has("joints", found.first - 1)):
        return ""
    begun = text.sentence(found.first).first
    before = [
        each.form for each in durations.find(text) if begun <= each.first < found.first
    ]
    if before and before[-1] == "ago":
        return "ago"
    return ""


def judge(trial: Trial, claim: Claim) -> Finding | None:
    """Judge a time elapsed; None where it is one ahead, and no event surely meant is."""
    if claim.form == "ahead":
        return AheadCase(trial, claim).judge() or judge_past(trial, claim)
    return judge_past(trial, claim)


def judge_past(trial: Trial, claim: Claim) -> Finding | None:
    """Judge a time elapsed; None where it is one ahead, and the text tells of nothing from which
    it would be counted.
    """
    if claim.form == "ahead":
        if not is_of_past(trial, claim):
            return None
        claim = replace(claim, form="later")
    case = case_of(trial, claim)
    if why := case.attitude():
        return case.unknown(why)
    return by_dates(trial, claim, case)


def by_dates(trial: Trial, claim: Claim, case: SinceCase | LaterCase) -> Finding:
    """The verdict on a time by the dates or the day that the text states beside it, else by the
    events that it may mean.
    """
    if isinstance(case, SinceCase):
        return KeptDayCase(trial, claim).judge(case.subjects()) or case.judge()
    return ApposedCase(trial, claim).judge() or by_gap(trial, claim, case.judge())


def by_gap(trial: Trial, claim: Claim, found: Finding) -> Finding:
    """A finding; where it has no verdict, that by the date that the text states, if any."""
    if found.verdict != "unknown" or found.code not in UNJUDGED:
        return found
    return GapCase(trial, claim).judge() or found


def is_of_past(trial: Trial, claim: Claim) -> bool:
    """Return whether a time «через N лет» is counted from what was: dates of the sentence, or of
    the one before it, lie before the text.
    """
    if not is_cyrillic(trial.text.words[claim.first]):
        return False
    own = trial.text.sentence(claim.first)
    before = trial.moments_of(own.previous) if own.previous else []
    return any(is_before(each, trial.today) for each in (*trial.moments_of(own), *before))


def is_before(moment: Moment, today: date | None) -> bool:
    """Return whether a date lies before the day of the text, which may not be known."""
    if moment.latest is None:
        return False
    return today is None or moment.latest < today


def case_of(trial: Trial, claim: Claim) -> SinceCase | LaterCase:
    """The trial of a time that is counted from what has happened."""
    if claim.form in ("ago", "since"):
        return SinceCase(trial, claim)
    return LaterCase(trial, claim)

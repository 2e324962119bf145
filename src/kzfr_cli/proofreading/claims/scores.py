"""Find and judge the scores of matches: «battu 2-0», where the match is one that the database
tells.
"""

from __future__ import annotations

import re
from collections.abc import (
    Iterable,
    Iterator,
)

from kzfr_cli.proofreading import thresholds
from kzfr_cli.proofreading.case import (
    Case,
    Claim,
    Finding,
)
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.trial import Trial

SCORE = re.compile(r"(?<![\w:-])(\d) ?[-:] ?(\d)(?![\w:-])")
"""One digit a side, as in football and hockey; sets of tennis come several together."""

SPORT = "sport"
SURE = thresholds.of("sure")
RIVAL = thresholds.of("rival")
LIKELY = thresholds.of("mostly")
"""Score from which a match without its date is meant, share of it that another may not reach, and
share of the best of all that it must have: a score is of no visit.
"""


def find(trial: Trial) -> Iterator[Claim]:
    """The scores of a text that stand in no date, one a sentence at most: several are those of
    sets.
    """
    text = trial.text
    dated = {place for each in trial.moments for place in range(each.first, each.last + 1)}
    claims: dict[int, list[Claim]] = {}
    for match in SCORE.finditer(text.plain):
        first, last = text.token(match.start(1)), text.token(match.start(2))
        if first in dated or last in dated:
            continue
        number = text.sentence(first).number
        pair = f"{match[1]}-{match[2]}"
        claims.setdefault(number, []).append(
            Claim(
                kind="count",
                first=first,
                last=last,
                number=float(match[1]),
                form=pair,
            )
        )
    for found in claims.values():
        if len(found) == 1:
            yield found[0]


def judge(trial: Trial, claim: Claim) -> Finding | None:
    """Judge a score; None where it is of no match of the database."""
    return ScoreCase(trial, claim).judge()


def is_of_side(trial: Trial, place: int) -> bool:
    """Return whether the name of a town is that of its team: the sentence tells a score, and no
    preposition before it says that something was there.
    """
    if trial.text.has("at", place - 1) or trial.text.has("within", place - 1):
        return False
    sentence = trial.text.sentence(place)
    start, end = trial.text.starts[sentence.first], trial.text.ends[sentence.last - 1]
    found = (
        trial.text.token(each.start())
        for each in SCORE.finditer(trial.text.plain, start, end)
    )
    return not trial.dated.issuperset(found)


class ScoreCase(Case):
    """A score on trial."""

    def judge(self) -> Finding | None:
        """The verdict on it: either side may be named first."""
        matches = self.matches()
        if not matches or self.attitude():
            return None
        told = {frozenset(map(sides, SCORE.findall(each.told))) for each in matches}
        written = sides(self.claim.form.split("-"))
        if len(told) == 1 and written in next(iter(told)):
            found = self.finding("supported", "right-number", value=self.claim.number)
            return self.of(found, matches[0])
        if any(written in scores or len(scores) != 1 for scores in told):
            return None
        return self.refused(matches[0])

    def refused(self, match: Frame) -> Finding:
        """The finding on a score that is not that of a match."""
        right = "-".join(max(SCORE.findall(match.told)))
        found = self.finding(
            "contradicted",
            "wrong-number",
            value=right,
            written=self.claim.form,
        )
        return self.of(
            found,
            match,
            expected=right,
        )

    def matches(self) -> list[Frame]:
        """The matches of which the sentence may tell: that of its date, or those that it surely
        means.
        """
        meant = {frame.id: frame for frame, _ in self.meant_here if frame.category == SPORT}
        if len(meant) == 1:
            return [*meant.values()]
        every = self.trial.links(self.sentence)
        links = [link for link in every if link.frame.category == SPORT]
        if not links or links[0].score < max(SURE, every[0].score * LIKELY):
            return []
        return [link.frame for link in links if link.score >= links[0].score * RIVAL]


def sides(pair: Iterable[str]) -> str:
    """The two numbers of a score, whichever stands first."""
    return "-".join(sorted(pair))

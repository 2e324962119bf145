"""Find and judge the scores of matches: «battu 2-0», where the match is one that the database
tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kzfr_cli.core.record import replace
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
"""Score from which a match without its date is meant, and share of it that another may not
reach.
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


class ScoreCase(Case):
    """A score on trial."""

    def judge(self) -> Finding | None:
        """The verdict on it: either side may be named first."""
        frame = self.match()
        if frame is None or self.attitude():
            return None
        told = {"-".join(sorted(pair)) for pair in SCORE.findall(frame.told)}
        written = self.claim.form
        if "-".join(sorted(written.split("-"))) in told:
            found = self.finding("supported", "right-number", value=self.claim.number)
            return replace(
                found,
                event=frame.id,
                sources=frame.preferred.sources,
                score=1.0,
            )
        if len(told) != 1:
            return None
        right = max(SCORE.findall(frame.told))
        found = self.finding(
            "contradicted",
            "wrong-number",
            value="-".join(right),
            written=written,
        )
        return replace(
            found,
            event=frame.id,
            expected="-".join(right),
            sources=frame.preferred.sources,
            score=1.0,
        )

    def match(self) -> Frame | None:
        """The match of which the sentence tells: that of its date, or the one that it surely
        means.
        """
        meant = {frame.id: frame for frame, _ in self.meant_here if frame.category == SPORT}
        if len(meant) == 1:
            return next(iter(meant.values()))
        links = self.trial.links(self.sentence)
        if not links or links[0].score < SURE or links[0].frame.category != SPORT:
            return None
        is_rival = len(links) > 1 and links[1].score >= links[0].score * RIVAL
        if is_rival:
            return None
        return links[0].frame

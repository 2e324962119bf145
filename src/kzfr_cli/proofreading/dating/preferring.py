"""Prefer, of the events that a date may be of, those that have the step whose verb stands beside
it: «signé à Astana le 1er mars, lors du passage de Laurent Fabius».
"""

from __future__ import annotations

from kzfr_cli.proofreading.dating.limits import HALF, WITHOUT
from kzfr_cli.proofreading.linking import Links

SINGLE = frozenset(("signed", "founded"))
"""First steps, whose verbs are said of what has them, and of hardly anything else."""


def by_step(step: str, links: Links) -> Links:
    """Links, those behind that lack a step, where a likely one has it."""
    if step not in SINGLE or not links:
        return links
    having = {
        link.id for link in links if any(each.kind == step for each in link.frame.dates)
    }
    likely = {link.id for link in links if link.score >= links[0].score * HALF}
    if not having & likely:
        return links
    found = [
        link if link.id in having else link.expected(link.prior * WITHOUT) for link in links
    ]
    return sorted(found, key=lambda link: (-link.score, link.id))

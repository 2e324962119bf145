"""Tell which words for what is counted may stand for one another: agreements are documents, and
locomotives machines.
"""

from __future__ import annotations

PAPERS = frozenset(
    (
        "%agreement",
        "%contract",
        "%document",
        "%memorandum",
        "%text",
        "%treaty",
    )
)
MACHINES = frozenset(
    (
        "%aircraft",
        "%helicopter",
        "%locomotive",
        "%machine",
        "%vehicle",
    )
)
LEARNERS = frozenset(
    (
        "%graduate",
        "%master",
        "%scholarship",
        "%seat",
        "%student",
    )
)
VOTERS = frozenset(("%country", "%vote"))

KINDS = (PAPERS, MACHINES, LEARNERS, VOTERS)


def of(keys: frozenset[str]) -> frozenset[str]:
    """The keys of all that some things may be called otherwise."""
    found = (kind for kind in KINDS if kind & keys)
    return frozenset[str]().union(*found)

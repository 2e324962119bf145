"""Keep by name the claims of the judged texts that are read rightly: `python -m tests.claims.ratchet write`.

A change that loses one is told which; one that is lost for a reason is taken out in the commit that names it.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from kzfr_cli.store import paths
from kzfr_cli.store.index import opening
from tests.claims import judged
from tests.claims.judged import Case, Found

HELD = Path(__file__).with_name("held.txt")


def rightly_read(check: judged.Check) -> list[str]:
    """Name the claims that are read rightly, in the order of the sets."""
    return [
        f"{name} {case['id']} {claim['verdict']} [{' '.join(claim['span'].split())}]"
        for name in judged.SETS
        for case in judged.read(judged.FOLDER / name)
        for claim, over in findings(case, check)
        if is_right(claim, over)
    ]


def findings(case: Case, check: judged.Check) -> list[tuple[Case, list[Found]]]:
    """Return each claim of a case with the findings that overlap it."""
    as_of = judged.edtf.parse(case["as_of"]) if case.get("as_of") else None
    found = check(case["text"], as_of)
    return [
        (claim, [each for each in found if each.start < end and each.end > start])
        for claim, (start, end) in zip(case["claims"], judged.spans(case), strict=True)
    ]


def is_right(claim: Case, over: list[Found]) -> bool:
    """Return whether a claim is found, disputed or confirmed, by its event where it names one."""
    if claim["verdict"] == "unknown":
        return False
    said = [each for each in over if each.verdict == claim["verdict"]]
    if claim["verdict"] == "contradicted" and claim["event"]:
        return any(each.event in claim["event"] for each in said)
    return bool(said)


def held() -> list[str]:
    """List the names that are kept."""
    return HELD.read_text(encoding="utf-8").splitlines()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        index = opening.open_index(paths.all_files([paths.packaged()], []), folder)
        names = rightly_read(judged.checker(index))
    lost = sorted(set(held()) - set(names)) if HELD.exists() else []
    print("\n".join(f"lost: {name}" for name in lost) or "Nothing is lost.")
    if sys.argv[1:] == ["write"]:
        HELD.write_text("".join(f"{name}\n" for name in names), encoding="utf-8")

"""Write another name of the capital in the case in which a text has written one: «в Нур-
Султане».
"""

from __future__ import annotations

from kzfr_cli.languages import language

EITHER = 5
"""The prepositional, which Russian writes as the dative: after «в», where it stands most,
it is meant.
"""


def decline(
    written: str,
    name: str,
    lang: str,
) -> str:
    """A name in the case of the one that was written; as it is where its cases are not known."""
    rows: list[list[str]] = language.of(lang).words("proofreading", "capital_cases")
    known = [row for row in rows if written in row]
    others = [row for row in rows if row[0] == name]
    if not known or not others:
        return name
    return others[0][_case(known[0], written)]


def _case(
    row: list[str],
    written: str,
) -> int:
    """The case of a form; of two that are alike, the one of place."""
    is_dative = len(row) > EITHER and row[EITHER] == written
    if is_dative:
        return EITHER
    return row.index(written)

"""Say of a rated entry what was found of each unit, where, and what is missing."""

from __future__ import annotations

from kzfr_cli.core import tokens
from kzfr_cli.search.candidates import NAMES
from kzfr_cli.search.evidence import is_telling
from kzfr_cli.search.lexicon import Lexicon
from kzfr_cli.search.rating import Best, Rated
from kzfr_cli.search.result import EXACT, STEM, SYNONYM, Hit, Match
from kzfr_cli.search.units import Form, Unit

FIELDS = ("title", "names", "tags", "summary", "sources")


def hit(
    lexicon: Lexicon,
    rated: Rated,
    units: list[Unit],
    *,
    is_answer: bool = True,
) -> Hit:
    """Return what was found of each unit, and where."""
    every = list(
        zip(
            units,
            rated.found,
            strict=True,
        )
    )
    pairs = [pair for pair in every if not pair[0].is_common] or every
    names = rated.row.fields[NAMES]
    return Hit(
        kind=rated.row.kind,
        id=rated.row.entry_id,
        number=rated.row.number,
        score=round(min(rated.score, 1.0), 4),
        matched=tuple(
            match(
                lexicon,
                unit,
                best,
                best.form,
                names,
            )
            for unit, best in pairs
            if best.form
        ),
        missing=tuple(
            unit.term.typed for unit, best in pairs if best.form is None and is_telling(unit)
        ),
        is_answer=is_answer,
    )


def match(
    lexicon: Lexicon,
    unit: Unit,
    best: Best,
    form: Form,
    names: str,
) -> Match:
    """Return how one unit was found, and what to mark of it in a text."""
    marked = [*form.spellings, *(unit.term.moment.literals if unit.term.moment else ())]
    marked += [
        each.token
        for each in unit.forms.values()
        if each.how in (EXACT, STEM, SYNONYM) and each.token[0] != "_"
    ]
    for name in dict.fromkeys(name for name in names.split() if name in unit.forms):
        marked += lexicon.to_highlight(name)
    return Match(
        word=form.typed or unit.term.typed,
        found=shown(form),
        field=FIELDS[best.field],
        how=form.how,
        forms=tuple(dict.fromkeys(marked)),
        token=form.token,
    )


def shown(form: Form) -> str:
    """Return what a form is in words: the spelling of a name rather than its token."""
    if form.spellings:
        return form.spellings[0]
    return form.token.removeprefix(tokens.TAG).lstrip("_").replace("_", " ")

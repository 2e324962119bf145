"""What the doctor looks for."""

from __future__ import annotations

from kzfr_cli.doctor import checks
from kzfr_cli.doctor.registry import Check
from kzfr_cli.errors import UnknownWordError
from kzfr_cli.locale.catalogue import Catalogue
from kzfr_cli.queries import lookups
from kzfr_cli.views import problems
from kzfr_cli.views.problems import CheckListView, CheckView

EVERY = "*"
"""Stands for every check."""


def explained(word: str, sentences: Catalogue) -> CheckView | CheckListView:
    """View what a check looks for, by its code or name, or the list of all; the database is not
    read. Raises `UnknownWordError`.
    """
    if word == EVERY:
        return problems.check_list(checks.ALL, sentences)
    return problems.check_sheet(find(word), sentences)


def find(word: str) -> Check:
    """Find a check by its code or name; raises `UnknownWordError`."""
    if (found := checks.find(word)) is not None:
        return found
    known = [name for check in checks.ALL for name in (check.code, check.name)]
    raise UnknownWordError(what="check", word=word, near=lookups.near(word, known))

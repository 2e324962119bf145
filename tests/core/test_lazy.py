"""Packages load their modules when these are first named."""

from __future__ import annotations

import sys

import pytest

import kzfr_cli.answers
from kzfr_cli import answers


def test_a_module_is_loaded_when_it_is_first_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(vars(kzfr_cli.answers), "lookup", raising=False)
    monkeypatch.delitem(sys.modules, "kzfr_cli.answers.lookup", raising=False)
    assert "kzfr_cli.answers.lookup" not in sys.modules
    assert answers.lookup.Lookup("astana").entry_id == "astana"
    assert "kzfr_cli.answers.lookup" in sys.modules


def test_what_is_no_module_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'no_such'"):
        answers.no_such  # noqa: B018 - looked up

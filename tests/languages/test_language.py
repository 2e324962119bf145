"""The words of a language are read from its files, and those of dates stand there once."""

from __future__ import annotations

import ast
import json
import os
from pathlib import Path

import pytest

from kzfr_cli.languages import language
from tests.conftest import ROOT

SOURCE = ROOT / "src" / "kzfr_cli"
OTHER_LISTS = {"month_abbreviations", "weekday_abbreviations", "month_first"}
MOST = 6
"""The months and weekdays that another list may name, as doubtful or as what gives a unit."""


def written(folder: Path, text: str, time: int) -> str:
    path = folder / "xx.toml"
    path.write_text(text, "utf-8")
    os.utime(path, ns=(time, time))
    return str(path)


def test_changed_file_is_read_again(tmp_path: Path) -> None:
    kept = str(tmp_path / "__pycache__" / "xx.json")
    old = written(tmp_path, '[dates.of]\nwords = ["de"]\n', 10**18)
    assert language._compiled(old, kept)["dates"]["of"]["words"] == ["de"]
    new = written(tmp_path, '[dates.of]\nwords = ["du"]\n', 10**18 + 1)
    assert language._compiled(new, kept)["dates"]["of"]["words"] == ["du"]


def test_file_is_read_from_what_was_kept_of_it(tmp_path: Path) -> None:
    kept = tmp_path / "__pycache__" / "xx.json"
    path = written(tmp_path, '[dates.of]\nwords = ["de"]\n', 10**18)
    language._compiled(path, str(kept))
    stamp, _ = json.loads(kept.read_text("utf-8"))
    kept.write_text(json.dumps([stamp, {"kept": True}]), "utf-8")
    assert language._compiled(path, str(kept)) == {"kept": True}


@pytest.mark.parametrize("text", ["", "[", "[1]", "null"])
def test_damaged_copy_is_made_anew(tmp_path: Path, text: str) -> None:
    kept = tmp_path / "xx.json"
    path = written(tmp_path, '[dates.of]\nwords = ["de"]\n', 10**18)
    kept.write_text(text, "utf-8")
    assert language._compiled(path, str(kept))["dates"]["of"]["words"] == ["de"]
    assert json.loads(kept.read_text("utf-8"))[1] == language._compiled(path, str(kept))


def test_folder_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path) -> None:
    path = written(tmp_path, '[dates.of]\nwords = ["de"]\n', 10**18)
    (tmp_path / "file").touch()
    kept = str(tmp_path / "file" / "xx.json")
    assert language._compiled(path, kept)["dates"]["of"]["words"] == ["de"]


def names(code: str) -> set[str]:
    rows = [
        row
        for name in ("months", "weekdays")
        for row in language.of(code).words("dates", name)
    ]
    return {word.casefold() for row in rows for word in row}


def words_of(value: object) -> set[str]:
    if isinstance(value, str):
        return {value.casefold()}
    if isinstance(value, dict):
        return set().union(*map(words_of, (*value, *value.values())))
    return set().union(*map(words_of, value)) if isinstance(value, list) else set()


@pytest.mark.parametrize("code", language.ALL)
def test_months_and_weekdays_stand_once_with_their_language(code: str) -> None:
    found = {
        f"{section}.{name}": names(code) & words_of(entry["words"])
        for section, lists in language.with_claims(code).sections.items()
        for name, entry in lists.items()
        if (section, name) not in {("dates", "months"), ("dates", "weekdays")}
        and name not in OTHER_LISTS
    }
    assert {place: said for place, said in found.items() if len(said) > MOST} == {}


@pytest.mark.parametrize("code", language.ALL)
def test_no_module_has_the_months_or_weekdays(code: str) -> None:
    for path in SOURCE.rglob("*.py"):
        texts = {
            node.value.casefold()
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
        assert len(texts & names(code)) <= 1, path

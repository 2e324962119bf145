"""The title of a list, or of a table, says of what its entries tell."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kzfr_cli.database import Database, open_database


@pytest.fixture(scope="module")
def database() -> Iterator[Database]:
    """The packaged database."""
    with open_database(lang="en") as opened:
        yield opened


def dates(database: Database, text: str) -> dict[str, tuple[str, str | None]]:
    """The verdicts on the dates of a text, with their events."""
    found = database.check(text, name="a.md")
    return {each.text: (each.verdict, each.event) for each in found if each.kind == "date"}


def test_step_in_a_table_is_of_the_act_that_the_title_names(database: Database) -> None:
    text = """Accord de réadmission entre la France et le Kazakhstan

| Étape | Date |
|---|---|
| Signature | 5 novembre 2024 |
| Vote du Majilis | 17 novembre 2025 |
| Vote du Sénat kazakh | 22 janvier 2026 |
"""
    found = dates(database, text)
    assert found["5 novembre 2024"] == ("supported", "readmission-agreement-2024")
    assert found["17 novembre 2025"] == ("contradicted", "kazakh-law-readmission-2026")
    assert found["22 janvier 2026"][0] == "supported"


def test_heading_that_is_but_a_year_leaves_the_title_above_it(database: Database) -> None:
    text = """# Accord de réadmission entre la France et le Kazakhstan

## 2025

- 17 novembre : vote du Majilis

## 2026

- 22 janvier : vote du Sénat kazakh
"""
    found = dates(database, text)
    assert found["17 novembre"] == ("contradicted", "kazakh-law-readmission-2026")
    assert found["22 janvier"][0] == "supported"


def test_town_of_a_vote_is_not_held_against_that_of_the_signature(
    database: Database,
) -> None:
    text = """Military transit through Kazakhstan: the amending protocol

| Step | Date |
|---|---|
| Protocol signed | 21 December 2012 |
| Passed in Astana | 27 December 2012 |
"""
    found = database.check(text, name="a.md")
    wrong = [each.text for each in found if each.verdict == "contradicted"]
    assert wrong == ["21 December 2012"]
    assert dates(database, text)["27 December 2012"][0] == "supported"

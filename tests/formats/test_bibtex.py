"""BibTeX, read back by a parser."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import bibtexparser
import pytest
from bibtexparser import middlewares

from .cited import DATES

Cite = Callable[..., str]


READER = {0x2C6: "^"}
"""The parser reads \\textasciicircum as a circumflex; a thin space it reads as a space."""

BRACES = {r"\textbraceleft{}": r"\{", r"\textbraceright{}": r"\}"}
"""The parser does not know the names of braces."""


def read(text: str) -> dict[str, dict[str, str]]:
    """Read entries as TeX would show them; nothing of the text may be left over."""
    for written, sign in BRACES.items():
        text = text.replace(written, sign)
    library = bibtexparser.parse_string(
        text, append_middleware=[middlewares.LatexDecodingMiddleware()]
    )
    assert library.failed_blocks == []
    assert library.comments == []
    return {
        entry.key: {field.key: field.value for field in entry.fields}
        for entry in library.entries
    }


def raw(text: str, key: str) -> dict[str, str]:
    """Read one entry as it is written."""
    library = bibtexparser.parse_string(text)
    return {field.key: field.value for field in library.entries_dict[key].fields}


def test_lone_brace_does_not_end_an_entry(kzfr: Callable, tmp_path: Path) -> None:
    database, target = tmp_path / "e.toml", tmp_path / "a.bib"
    database.write_text(
        '[[sources]]\nid = "s"\ntitle = "Lone } brace"\n'
        '[[events]]\nid = "a-2020"\ncategory = "visit"\ntitle.en = "A"\n'
        'sources = [{id = "s"}]\n'
        'dates = [{kind = "occurred", value = "2020", status = "preferred", sources = ["s"]}]\n'
    )
    done = kzfr("export", str(target), "--no-packaged", "--db", str(database))
    assert done.returncode == 0, done.stderr
    # BibTeX and biber count a brace behind a backslash as any other.
    text = target.read_text(encoding="utf-8")
    assert "brace" in text
    assert text.count("{") == text.count("}")


def test_the_record_comes_before_its_sources(cite: Cite) -> None:
    assert list(read(cite("event-0", "bibtex"))) == [
        "event-0",
        "awkward",
        "paper",
        "hostile",
    ]


def test_what_tex_would_obey_is_escaped_and_reads_back(cite: Cite) -> None:
    title = read(cite("awkward", "bibtex"))["awkward"]["title"]
    shown = title.translate(READER)
    assert shown == "R&D: 100 % of {sets} cost $5_each #1 ~ ^ \\ «\u00a0so\u00a0» !"


def test_a_title_keeps_its_capitals_by_braces_of_its_own(cite: Cite) -> None:
    assert "title = {{Стратегическое партнёрство}}" in cite("paper", "bibtex")


def test_an_address_keeps_its_signs_and_loses_its_braces(cite: Cite) -> None:
    assert (
        raw(cite("awkward", "bibtex"), "awkward")["url"]
        == "https://example.org/a_b?x=%7B1%7D&y=%20#z"
    )


def test_a_sure_date_of_publication_is_given_to_biblatex_and_to_bibtex(cite: Cite) -> None:
    fields = raw(cite("paper", "bibtex"), "paper")
    assert (fields["date"], fields["year"]) == ("2018-06-05", "2018")


def test_an_uncertain_date_is_edtf_for_biblatex_and_words_for_bibtex(cite: Cite) -> None:
    fields = raw(cite("awkward", "bibtex"), "awkward")
    assert (fields["date"], fields["year"]) == ("2017~", "about 2017")


@pytest.mark.parametrize("value", [value for value in DATES if not value.startswith("[")])
def test_the_date_of_an_event_is_not_that_of_a_publication(cite: Cite, value: str) -> None:
    key = f"event-{DATES.index(value)}"
    fields = raw(cite(key, "bibtex"), key)
    assert fields["eventdate"] == value
    assert "date" not in fields
    assert fields["note"]


def test_a_set_of_dates_which_biblatex_cannot_read_is_only_in_words(cite: Cite) -> None:
    key = f"event-{DATES.index('[2025-09-22..2025-09-24]')}"
    fields = raw(cite(key, "bibtex"), key)
    assert "eventdate" not in fields
    assert "2025" in fields["note"]


def test_the_day_of_access_is_told_when_it_is_given(cite: Cite) -> None:
    assert "urldate" not in raw(cite("paper", "bibtex"), "paper")
    assert (
        raw(cite("paper", "bibtex", date(2026, 11, 22)), "paper")["urldate"] == "2026-11-22"
    )


def test_a_line_break_in_a_title_does_not_break_the_entry(cite: Cite) -> None:
    assert "title = {{Line break ‹U+001B›[31m ‹U+202E›}}" in cite("hostile", "bibtex")

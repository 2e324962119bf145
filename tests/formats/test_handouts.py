"""The formats that carry everything on some events: what they say, and that a hostile text is inert
in each.
"""

from __future__ import annotations

import io
import json
import sqlite3
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

EVENTS = """
[[sources]]
id = "page"
title = "A *page* [of] <b>news</b>"
publisher = "Press"
url = "https://example.org/page"
kind = "press"

[[names]]
id = "almaty"
kind = "place"
label.en = "Almaty"

[[events]]
id = "treaty-2008"
category = "treaty"
title.en = "Treaty"
title.fr = "Traité"
summary.en = "The *treaty* is <i>signed</i>."
places = ["almaty"]
tags = ["law"]
[[events.dates]]
kind = "signed"
value = "2008-06-11"
status = "preferred"
sources = ["page"]
[[events.dates]]
kind = "signed"
value = "2008-06-05"
status = "disputed"
sources = ["page"]
note.en = "So says a page."
[[events.sources]]
id = "page"
says = "It was signed."

[[events]]
id = "year-only-1996"
category = "energy"
title.en = "Founded"
[[events.dates]]
kind = "founded"
value = "1996?"
status = "preferred"
[[events.sources]]
id = "page"

[[events]]
id = "season-2013"
category = "culture"
title.en = "Season"
[[events.dates]]
kind = "occurred"
value = "2013-03/2013-12"
status = "preferred"
"""


OTHERS = 12
MANY = EVENTS + "".join(
    f"""
[[events]]
id = "other-{year}"
category = "sport"
title.en = "Other"
[[events.dates]]
kind = "occurred"
value = "{year}"
status = "preferred"
"""
    for year in range(1994, 1994 + OTHERS)
)
"""So many events that they are drawn along an axis."""


@pytest.fixture
def export(kzfr: Callable, tmp_path: Path) -> Callable[..., bytes]:
    """Export a database, the one above unless another is given."""

    def run(name: str, text: str = EVENTS) -> bytes:
        database = tmp_path / "events.toml"
        database.write_text(text, encoding="utf-8")
        done = kzfr("export", str(tmp_path / name), "--no-packaged", "--db", str(database))
        assert done.returncode == 0, done.stderr
        return (tmp_path / name).read_bytes()

    return run


@pytest.mark.parametrize("ending", ["md", "docx", "svg", "sqlite", "timeline.json", "mw"])
def test_two_runs_give_the_same_bytes(export: Callable, ending: str) -> None:
    assert export(f"a.{ending}") == export(f"b.{ending}")


def test_markdown_has_a_heading_for_each_year_and_numbered_notes(export: Callable) -> None:
    text = export("a.md").decode()
    assert [line for line in text.splitlines() if line.startswith("## ")] == [
        "## 1996",
        "## 2008",
        "## 2013",
        "## Sources",
    ]
    assert "### 11 June 2008: Treaty" in text
    assert "- signed: 5 June 2008 (disputed). So says a page.[^1]" in text
    assert (
        "[^1]: Press, A \\*page\\* \\[of\\] \\<b\\>news\\</b\\>. <https://example.org/page>"
        in text
    )


def test_markdown_shows_markup_as_text(export: Callable) -> None:
    assert "The \\*treaty\\* is \\<i\\>signed\\</i\\>." in export("a.md").decode()


def test_word_reopens_with_its_headings_and_links(export: Callable) -> None:
    document = docx.Document(io.BytesIO(export("a.docx")))
    headings = [
        item.text for item in document.paragraphs if item.style.name.startswith("Heading")
    ]
    assert headings == [
        "1996",
        "1996 (uncertain): Founded",
        "2008",
        "11 June 2008: Treaty",
        "2013",
        "March–December 2013: Season",
    ]
    (notes,) = (
        item.target_part
        for item in document.part.rels.values()
        if "footnotes" in item.reltype
    )
    links = [item for item in notes.rels.values() if item.is_external]
    assert [item.target_ref for item in links] == ["https://example.org/page"]


def test_svg_is_well_formed_and_tells_every_event(export: Callable) -> None:
    root = ElementTree.fromstring(export("a.svg"))
    titles = [item.text for item in root.iter("{http://www.w3.org/2000/svg}title")]
    assert titles[1:] == [
        "1996 (uncertain): Founded",
        "11 June 2008: Treaty (date disputed)",
        "March–December 2013: Season",
    ]


def test_svg_cuts_no_title_that_smaller_type_draws_whole(
    kzfr: Callable, tmp_path: Path
) -> None:
    target = tmp_path / "a.svg"
    asked = ("--weight", "landmark", "--to", "1994", "--lang", "fr")
    assert kzfr("export", str(target), *asked).returncode == 0
    drawn = target.read_text(encoding="utf-8")
    assert drawn.count("<title>") >= 13
    assert "premier Français dans l’espace, décolle de Baïkonour</text>" in drawn
    assert "…</text>" not in drawn


def test_svg_draws_an_interval_as_a_bar_and_a_doubt_as_dashes(export: Callable) -> None:
    text = export("a.svg").decode()
    assert 'stroke-dasharray="2 2"' in text
    assert 'height="8" rx="4"' in text


def test_svg_draws_what_is_open_at_an_end_to_the_end_of_the_axis(export: Callable) -> None:
    for value, gradient in (("2001/..", "since"), ("../2001", "until")):
        root = ElementTree.fromstring(
            export("a.svg", MANY.replace("2013-03/2013-12", value))
        )
        titles = [item.text for item in root.iter("{http://www.w3.org/2000/svg}title")]
        assert len(titles) == 4 + OTHERS
        bars = [
            item
            for item in root.iter("{http://www.w3.org/2000/svg}rect")
            if "url(#" in item.get("fill")
        ]
        assert [bar.get("fill") for bar in bars] == [f"url(#{gradient}-culture)"]
        assert [
            item.get("id")
            for item in root.iter("{http://www.w3.org/2000/svg}linearGradient")
        ] == ["since-culture", "until-culture"]


def test_svg_of_a_few_events_has_each_date_beside_its_title(export: Callable) -> None:
    root = ElementTree.fromstring(export("a.svg"))
    texts = list(root.iter("{http://www.w3.org/2000/svg}text"))
    date, title = (
        next(item for item in texts if item.text == words)
        for words in ("11 June 2008", "Treaty")
    )
    assert float(date.get("y")) == pytest.approx(float(title.get("y")), abs=20)
    assert float(title.get("font-size")) >= 30


def test_sqlite_tables_are_joined_and_searched(export: Callable, tmp_path: Path) -> None:
    export("a.sqlite")
    connection = sqlite3.connect(tmp_path / "a.sqlite")
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    query = (
        "SELECT id FROM events WHERE rowid IN (SELECT rowid FROM events_fts WHERE events_fts "
        "MATCH 'traite')"
    )
    assert connection.execute(query).fetchall() == [("treaty-2008",)]
    assert connection.execute("SELECT count(*) FROM dates").fetchone() == (4,)
    connection.close()


def test_sqlite_has_the_figures_with_all_events_only(kzfr: Callable, tmp_path: Path) -> None:
    rows = json.loads(kzfr("figures", "--format", "json").stdout)
    for asked, wanted in (((), len(rows)), (("--category", "sport"), 0)):
        path = tmp_path / f"{wanted}.sqlite"
        assert kzfr("export", str(path), *asked).returncode == 0
        connection = sqlite3.connect(path)
        assert connection.execute("SELECT count(*) FROM series").fetchone() == (wanted,)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.close()


def test_sqlite_views_speak_the_language_of_the_reader(
    kzfr: Callable, tmp_path: Path
) -> None:
    path = tmp_path / "a.sqlite"
    assert kzfr("export", str(path), "--lang", "ru", "--place", "paris").returncode == 0
    connection = sqlite3.connect(path)
    row = connection.execute(
        "SELECT category, places FROM timeline WHERE id = 'strategic-partnership-treaty-2008'"
    ).fetchone()
    assert row == ("договор", "Париж")
    disputed = connection.execute("SELECT kind, according_to FROM disputed_dates").fetchall()
    assert ("подписание", "") not in disputed
    assert all(kind and according for kind, according in disputed)
    connection.close()


def test_timelinejs_is_no_more_precise_than_the_data(export: Callable) -> None:
    year, day, span = json.loads(export("a.timeline.json"))["events"]
    assert year["start_date"] == {"year": 1996}
    assert year["display_date"] == "1996 (uncertain)"
    assert day["start_date"] == {"year": 2008, "month": 6, "day": 11}
    assert (span["start_date"], span["end_date"]) == (
        {"year": 2013, "month": 3},
        {"year": 2013, "month": 12},
    )
    assert "<i>" not in day["text"]["text"]
    assert 'Press, <a href="https://example.org/page' in day["text"]["text"]
    assert "media" not in day  # what we noted of a source is no quotation


def test_markwhen_keeps_dates_and_tags(export: Callable) -> None:
    lines = export("a.mw").decode().splitlines()
    assert "2008-06-11: Treaty (date disputed) #treaty" in lines
    assert "1996-01-01/1996-12-31: Founded (1996 (uncertain)) #energy" in lines
    assert "2013-03-01/2013-12-31: Season (March–December 2013) #culture" in lines


OLD = """
[[sources]]
id = "page"
title = "Chronicle"
url = "https://example.org/page"
kind = "press"
published = "1901"

[[events]]
id = "old-0044"
category = "culture"
title.en = "Old"
summary.ru = "Старое событие."
[[events.dates]]
kind = "occurred"
value = "0044-03-15"
status = "preferred"
sources = ["page"]

[[events]]
id = "decade-1990"
category = "culture"
title.en = "Decade"
[[events.dates]]
kind = "occurred"
value = "199X"
status = "preferred"

[[events]]
id = "autumn-2013"
category = "culture"
title.en = "Autumn"
[[events.dates]]
kind = "occurred"
value = "2013-23"
status = "preferred"
"""


def test_sources_that_only_a_date_cites_are_told(export: Callable, tmp_path: Path) -> None:
    text = export("a.md", OLD).decode()
    assert "### 15 March 44: Old\n\nСтарое событие.[^1]\n" in text
    assert "## 44\n" in text
    assert "\n\n\n" not in text
    paragraphs = [
        item.text for item in docx.Document(io.BytesIO(export("a.docx", OLD))).paragraphs
    ]
    assert "Старое событие." in paragraphs
    (old, *_) = json.loads(export("a.timeline.json", OLD))["events"]
    assert 'Sources: <a href="https://example.org/page"' in old["text"]["text"]
    assert "[Chronicle](https://example.org/page)" in export("a.mw", OLD).decode()
    export("a.sqlite", OLD)
    connection = sqlite3.connect(tmp_path / "a.sqlite")
    assert connection.execute("SELECT kind, published FROM sources").fetchall() == [
        ("press", "1901")
    ]
    connection.close()


def test_a_hand_out_without_sources_has_no_heading_for_them(export: Callable) -> None:
    assert "Sources" not in export("a.md", OLD.replace('sources = ["page"]', "")).decode()


def test_timelinejs_tells_a_decade_by_its_years_and_a_season_by_its_months(
    export: Callable,
) -> None:
    _, decade, season = json.loads(export("a.timeline.json", OLD))["events"]
    assert (decade["start_date"], decade["end_date"]) == ({"year": 1990}, {"year": 1999})
    assert decade["display_date"] == "1990s"
    assert (season["start_date"], season["end_date"]) == (
        {"year": 2013, "month": 9},
        {"year": 2013, "month": 11},
    )
    assert season["display_date"] == "autumn 2013"


def test_sqlite_searches_the_summaries_of_every_language(
    export: Callable, tmp_path: Path
) -> None:
    export("a.sqlite", OLD)
    connection = sqlite3.connect(tmp_path / "a.sqlite")
    assert connection.execute(
        "SELECT rowid FROM events_fts WHERE events_fts MATCH 'старое'"
    ).fetchall() == [(1,)]
    connection.close()


@pytest.mark.parametrize("ending", ["timeline.json", "mw", "bib", "ris", "csl.json"])
def test_what_a_format_leaves_out_is_told(
    kzfr: Callable, tmp_path: Path, ending: str
) -> None:
    (tmp_path / "events.toml").write_text(EVENTS, encoding="utf-8")
    done = kzfr(
        "export",
        str(tmp_path / f"a.{ending}"),
        "--no-packaged",
        "--db",
        str(tmp_path / "events.toml"),
    )
    dates, events = "1 further date of an event is left out.", "3 events are not in the file"
    assert (dates if ending in ("timeline.json", "mw") else events) in done.stderr


HOSTILE = (
    "\\u001b[31m \\u202E <script>alert(1)</script> ]]> --> =1+1 `x` "
    "[a](javascript:alert(1)) #t @p\\nBEGIN:VEVENT"
)


@pytest.mark.parametrize(
    "ending",
    ["md", "svg", "timeline.json", "mw", "ics", "csv", "json", "ndjson", "bib", "ris"],
)
def test_a_hostile_text_is_inert(export: Callable, ending: str) -> None:
    hostile = EVENTS.replace('"Treaty"', f'"{HOSTILE}"').replace(
        '"It was signed."', f'"{HOSTILE}"'
    )
    written = export(f"a.{ending}", hostile).decode()
    assert "\x1b" not in written
    assert "\u202e" not in written
    if ending in ("md", "svg", "timeline.json"):
        assert "<script" not in written.replace("\\<script", "")
    if ending == "ics":
        assert written.count("\r\nBEGIN:VEVENT") == 4

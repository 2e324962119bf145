"""Text of the database is data in every format: no terminal, browser, sheet or calendar obeys any
of it.
"""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import zipfile
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kzfr_cli.core.visible import visible
from kzfr_cli.formats import links, registry

Run = Callable[..., subprocess.CompletedProcess[str]]

TRICKS = {
    "escape": "\x1b]0;owned\x07\x1b[31m",
    "c1": "\x9b31m",
    "bidi": "\u202egnp.exe\u2066",
    "rich": "[bold red]x[/bold red][link=http://evil.example]y[/link]",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&lt;",
    "markdown": "[x](javascript:alert(1)) ![y](http://evil.example/a.png) # **b** `c` | d",
    "formula": '=HYPERLINK("http://evil.example")',
    "plus": "+1+1",
    "at": "@SUM(A1)",
    "ics": "x\r\nATTACH:http://evil.example\r\nEND:VEVENT\r\nBEGIN:VEVENT",
    "bibtex": "}, note = {owned \\input{/etc/passwd}",
    "ris": "x\nER  - \nTY  - BOOK",
    "yaml": "---\nevil: true\n---",
}
OBEYED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
COMMANDS = (
    ["timeline"],
    ["show", "evil-2001"],
    ["show", "evil-place"],
    ["show", "evil-source"],
    ["sources"],
    ["figures"],
    ["sources", "evil-source"],
    ["figures", "evil-indicator"],
    ["show", "evil-figure"],
    ["search", "alert"],
    ["anniversary", "--date", "2018-02-03"],
    ["info"],
    ["validate"],
    ["cite", "evil-2001"],
)


def database(trick: str) -> str:
    """Write a database with the trick in every text field."""
    text = json.dumps(trick).replace("\x7f", "\\u007f")
    address = json.dumps(
        "https://example.org/"
        + (trick if OBEYED.search(trick) and "\n" not in trick else "")
    )
    return f"""
[[sources]]
id = "evil-source"
title = {text}
publisher = {text}
url = {address}
[[names]]
id = "evil-place"
kind = "place"
label = {{ fr = {text}, en = {text} }}
spellings.fr = [{text}]
acronyms = [{text}]
note.en = {text}
[[names.periods]]
to = "2000"
label.en = {text}
[[tags]]
id = "evil-tag"
label.en = {text}
[[indicators]]
id = "evil-indicator"
label.en = {text}
measures.en = {text}
[[figures]]
id = "evil-figure"
indicator = "evil-indicator"
period = "2001"
value = 3
unit = {text}
label.en = {text}
note.en = {text}
change.en = {text}
sources = [{{ id = "evil-source", says = {text} }}]
[[figures.disputes]]
source = "evil-source"
value = 4
unit = {text}
note.en = {text}
[[events]]
id = "evil-2001"
category = "visit"
title = {{ fr = {text}, en = {text} }}
summary.en = {text}
places = ["evil-place"]
tags = ["evil-tag"]
sources = [{{ id = "evil-source", says = {text} }}]
[[events.dates]]
kind = "occurred"
value = "2001-02-03"
sources = ["evil-source"]
note.en = {text}
wording = {text}
"""


@pytest.fixture(params=TRICKS)
def evil(
    request: pytest.FixtureRequest, kzfr: Run, write: Callable[..., Path]
) -> Callable[..., Run]:
    """Run a command on a database full of one trick."""
    path = write(database(TRICKS[request.param]), "evil.toml")

    def run(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
        result = kzfr(
            *arguments, "--no-packaged", "--db", str(path), "--lang", "en", **options
        )
        assert result.returncode in (0, 1), result.stderr
        return result

    return run


def test_terminal_obeys_nothing(evil: Run) -> None:
    for arguments in COMMANDS:
        result = evil(*arguments)
        assert not OBEYED.search(result.stdout + result.stderr), arguments
        assert "owned" not in result.stderr or "validate" in arguments


def test_rich_markup_is_shown_as_it_stands(kzfr: Run, write: Callable[..., Path]) -> None:
    path = write(database(TRICKS["rich"]), "evil.toml")
    result = kzfr(
        "show", "evil-2001", "--no-packaged", "--db", str(path), "--color", "--lang", "en"
    )
    assert (
        "[bold red]x[/bold red][link=http://evil.example]y[/link]"
        in result.stdout.replace("\n", " ")
    )
    assert "\x1b]8;" not in result.stdout.replace("\x1b]8;;https://example.org", "")


class Tags(HTMLParser):
    """Gather the tags and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what a browser would run or load."""
        self.found += [
            f"{tag} {name}={value}" for name, value in attrs if name.startswith("on")
        ]
        values = [value or "" for _, value in attrs]
        self.found += [
            f"{tag} {value}"
            for value in values
            if "evil.example" in value or "javascript:" in value
        ]
        self.found += [tag] if tag in ("img", "script") else []


def markup(text: str) -> list[str]:
    """List what of a page would be run or loaded that the trick brings."""
    parser = Tags()
    parser.feed(text)
    return [
        found
        for found in parser.found
        if "alert" in found or "evil" in found or found == "img"
    ]


def is_obeyed(format: str, data: bytes) -> list[str]:
    """List what of an export would be obeyed by the programs that read its format."""
    if format in ("docx", "xlsx", "pptx"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [
                archive.read(name).decode("utf-8", "replace")
                for name in archive.namelist()
                if "xml" in name
            ]
        return [
            part
            for part in parts
            if OBEYED.search(part) or "<script" in part or 'Target="http://evil' in part
        ]
    if format in ("sqlite", "pdf", "png"):
        return []
    text = data.decode("utf-8")
    found = [match[0] for match in OBEYED.finditer(text)]
    if format == "csv":
        rows = csv.reader(
            io.StringIO(text.removeprefix("\ufeff"), newline=""),
            delimiter=";" if ";" in text[:80] else ",",
        )
        found += [
            cell for row in rows for cell in row if cell[:1] in ("=", "+", "@", "\t", "\r")
        ]
    if format == "ics":
        lines = re.sub("\r?\n[ \t]", "", text).splitlines()
        found += [line for line in lines if line.startswith("ATTACH")]
        events = sum(line == "BEGIN:VEVENT" for line in lines)
        found += (
            ["an event more"]
            if events
            != sum(re.match("UID:(?!.*[.]alarm)", line) is not None for line in lines)
            else []
        )
    if format in ("html", "svg", "markdown"):
        found += markup(text.replace("\\<", "") if format == "markdown" else text)
    if format == "markdown":
        found += re.findall(r"(?<!\\)\[x(?<!\\)\]\(javascript|(?<!\\)!\[y", text)
    if format == "ris":
        found += ["a record more"] if text.count("TY  - BOOK") else []
    if format == "bibtex":
        found += (
            ["a field more"]
            if re.search(r"^\s*note = \{owned|\\input\{/", text, re.MULTILINE)
            else []
        )
    if format in ("json", "timelinejs", "csl-json"):
        json.loads(text)
    if format == "ndjson":
        [json.loads(line) for line in text.splitlines()]
    return found


@pytest.mark.parametrize("format", registry.EXPORTS)
def test_export_obeys_nothing(evil: Run, tmp_path: Path, format: str) -> None:
    file = tmp_path / f"out{registry.EXPORTS[format].endings[0]}"
    evil("export", str(file), "--format", format)
    data = file.read_bytes()
    assert data
    assert is_obeyed(format, data) == []


def test_site_obeys_nothing(kzfr: Run, write: Callable[..., Path], tmp_path: Path) -> None:
    every = " ".join(trick for name, trick in TRICKS.items() if name not in ("ics", "ris"))
    path, folder = write(database(every), "evil.toml"), tmp_path / "public"
    arguments = ("--no-packaged", "--db", str(path), "--url", "https://example.org/")
    done = kzfr("site", str(folder), *arguments, "--today", "2026-01-05")
    assert done.returncode == 0, done.stderr
    pages = [each for each in folder.rglob("*") if each.suffix in (".html", ".js", ".atom")]
    assert len(pages) > 40
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert not OBEYED.search(text), page
        assert "javascript:alert" not in text.replace("](javascript:alert", ""), page
        if page.suffix == ".html":
            told = [
                found for found in markup(text) if not found.startswith(("meta ", "div "))
            ]
            assert told == [], page


def test_a_site_of_no_event_is_written(kzfr: Run, tmp_path: Path) -> None:
    done = kzfr("site", str(tmp_path / "public"), "--from", "1700", "--to", "1701")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "public" / "kk" / "search.html").is_file()


def test_an_address_that_runs_is_no_link_of_the_page(
    kzfr: Run, write: Callable[..., Path], tmp_path: Path
) -> None:
    path = write(
        """
        [[sources]]
        id = "trap"
        title = "Trap"
        url = "javascript:alert(1)"

        [[events]]
        id = "trap-2001"
        category = "visit"
        title.en = "Trap"
        sources = [{id = "trap"}]
        dates = [{kind = "occurred", value = "2001-01-01", sources = ["trap"]}]
        """,
        "trap.toml",
    )
    page = tmp_path / "page.html"
    kzfr("export", str(page), "--no-packaged", "--db", str(path), "--lang", "en")
    assert "Trap" in page.read_text(encoding="utf-8")
    assert "javascript:alert" not in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://example.org/", True),
        ("HTTP://example.org/", True),
        ("archives, box 3", True),
        ("mailto:a@example.org", True),
        ("javascript:alert(1)", False),
        ("JavaScript:alert(1)", False),
        (" java\nscript:alert(1)", False),
        ("\x01javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("vbscript:x", False),
        ("file:///etc/passwd", False),
    ],
)
def test_an_address_that_runs_is_in_no_bibliography_and_no_database(
    address: str, kept: bool
) -> None:
    assert links.harmless(address) == (address if kept else "")


@pytest.mark.parametrize("fmt", ["ris", "csl-json", "sqlite", "bibtex", "markdown"])
def test_what_programs_open_holds_no_address_that_runs(
    kzfr: Run, tmp_path: Path, fmt: str
) -> None:
    (tmp_path / "e.toml").write_text(
        '[[sources]]\nid = "s"\ntitle = "S"\nurl = "javascript:alert(1)"\n'
        'archived = "data:text/html,x"\n'
        '[[events]]\nid = "a-2020"\ncategory = "visit"\ntitle.en = "A"\n'
        'sources = [{id = "s"}]\n'
        'dates = [{kind = "occurred", value = "2020", status = "preferred", sources = ["s"]}]\n'
    )
    out = tmp_path / "out"
    database = ("--no-packaged", "--db", str(tmp_path / "e.toml"))
    done = kzfr("export", str(out), "--format", fmt, *database)
    assert done.returncode == 0, done.stderr
    written = out.read_bytes()
    assert b"javascript:" not in written
    assert b"data:text" not in written


def test_what_no_xml_may_hold_is_shown() -> None:
    assert visible("A\ufffeB\uffff") == "A‹U+FFFE›B‹U+FFFF›"

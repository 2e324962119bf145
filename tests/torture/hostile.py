"""Hostile input for each of the program's readers: each takes any bytes, and raises nothing but our
errors.

`drafts`, `queries` and `databases` stand on the small database of the tests, opened once.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from kzfr_cli.core import edtf
from kzfr_cli.core.event import LANGUAGES
from kzfr_cli.editing import edits
from kzfr_cli.errors import KzfrError, Problem
from kzfr_cli.languages import dates, typed
from kzfr_cli.locale import catalogue, messages
from kzfr_cli.proofreading import checker
from kzfr_cli.proofreading.texts import reading
from kzfr_cli.search import engine
from kzfr_cli.search.candidates import Scope
from kzfr_cli.store import files, paths, records, toml_text
from kzfr_cli.store.index import opening
from kzfr_cli.store.index.reading import Index

ENGLISH = catalogue.load("en")


@cache
def index() -> Index:
    """Open the packaged database."""
    return opening.open_index(
        paths.all_files([paths.packaged()], []), tempfile.mkdtemp(prefix="kzfr-fuzz-")
    )


def read_edtf(data: bytes) -> None:
    """Read a date of the database, and say it in words."""
    text = data.decode("utf-8", "replace")
    try:
        found = edtf.parse(text)
    except KzfrError as error:
        messages.sentence(error, ENGLISH)
        return
    for lang in LANGUAGES:
        dates.date_in_words(found, lang)


def read_typed_date(data: bytes) -> None:
    """Read a date as people type it."""
    from datetime import date

    try:
        typed.parse(data.decode("utf-8", "replace"), date(2018, 6, 5), False)
    except KzfrError as error:
        messages.sentence(error, ENGLISH)


def read_toml(data: bytes) -> None:
    """Read a database file entry by entry, and make events of what is whole."""
    for block in toml_text.blocks(data):
        for item in files.read_block("x.toml", block):
            if isinstance(item, Problem):
                messages.problem(item, ENGLISH)
            elif item.kind == "events" and all(
                item.entry.get(name) for name in ("category", "title", "dates")
            ):
                records.event(item.entry)


def edit_toml(data: bytes) -> None:
    """Add an entry to any file: everything else of it reads as before, or the edit is refused."""
    added = edits.Addition(
        "tags", "added-tag", '[[tags]]\nid = "added-tag"\nlabel.en = "Added"\n'
    )
    try:
        after = edits.apply(data, [added])
    except KzfrError as error:
        messages.sentence(error, ENGLISH)
        return
    assert after.startswith(data)


def read_query(data: bytes) -> None:
    """Search for any words."""
    engine.search(
        index().connection, data.decode("utf-8", "replace"), Scope(engine.KINDS), limit=5
    )


def read_draft(data: bytes) -> None:
    """Check any text of any kind; the first byte chooses the kind."""
    kinds = (".txt", ".md", ".html", ".docx", ".odt")
    try:
        draft = reading.read(f"draft{kinds[data[0] % 5] if data else '.txt'}", data[1:])
    except KzfrError as error:
        messages.sentence(error, ENGLISH)
        return
    checker.check(index(), draft.text)


def read_import(data: bytes) -> None:
    """Read the rows of a file to import; the first byte chooses its kind."""
    from kzfr_cli.editing.imports import reading as importing
    from kzfr_cli.editing.imports.texts import ImportFile

    kinds = (".csv", ".json", ".ics")
    path = (
        Path(tempfile.gettempdir())
        / f"kzfr-fuzz-import{kinds[data[0] % 3] if data else '.csv'}"
    )
    path.write_bytes(data[1:])
    try:
        content = importing.content(str(path))
        for _ in importing.read(ImportFile(path=str(path), data=content)).rows:
            pass
    except KzfrError as error:
        messages.sentence(error, ENGLISH)


READERS: dict[str, Callable[[bytes], None]] = {
    "edtf": read_edtf,
    "typed dates": read_typed_date,
    "toml": read_toml,
    "edits": edit_toml,
    "queries": read_query,
    "drafts": read_draft,
    "imports": read_import,
}

SHARES = {
    "edtf": 50,
    "typed dates": 25,
    "toml": 20,
    "edits": 8,
    "queries": 4,
    "drafts": 4,
    "imports": 8,
}
"""Thousands of inputs of a whole `make torture`."""

SEEDS: dict[str, list[str]] = {
    "edtf": [
        "2008-06-11",
        "1992?",
        "199X",
        "2013-09/2013-12",
        "../1992",
        "[2025-09-22..2025-09-24]",
        "2013-23",
    ],
    "typed dates": [
        "11 juin 2008",
        "1er mai 1993",
        "5 июня 2018",
        "June 5, 2018",
        "05/06/2018",
        "2018 ж. 5 маусым",
    ],
    "toml": [
        (
            '[[events]]\nid = "a"\ncategory = "visit"\ntitle.en = "A"\n[[events.dates]]\nkind = '
            '"signed"\nvalue = "2001"\n'
        )
    ],
    "edits": [
        '# c\n[[tags]]\nid = "a"\nlabel.en = """\n[[tags]]\n"""\r\n',
        "tags = [{id = 'x', label = {en = 'X'}}]\n",
    ],
    "queries": [
        "sorbone almati",
        '"traité 2008" -visite',
        "Назарбаев 2015",
        "11/06/2008",
        "expo 2017",
    ],
    "drafts": [
        "\x00Le traité a été signé le 12 juin 2008, il y a dix ans.",
        "\x02<p>On 11 June 2008 <b>France</b>&amp;</p>",
        "\x01---\ndate: 2018-05-20\n---\n# Le 10e anniversaire\n",
        "\x00В 2015 году товарооборот составил 5 млрд евро.",
    ],
    "imports": [
        "\x00date,title\n2001-02-03,A\n",
        '\x01[{"date": "2001", "title": "A"}]',
        "\x02BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20010203\r\nSUMMARY:A\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    ],
}
"""Right input, from which the fuzzer begins."""


def readers() -> dict[str, Callable[[bytes], None]]:
    """Give the readers that this version has."""
    from importlib.util import find_spec

    there = find_spec("kzfr_cli.editing.imports") is not None
    return {name: read for name, read in READERS.items() if name != "imports" or there}

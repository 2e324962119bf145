"""A handout in Word: A4, numbered pages, true footnotes, what is true before what is not."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

DISPUTED = """
[[sources]]
id = "page"
title = "A page"
publisher = "Press"
url = "https://example.org/page"
kind = "press"

[[events]]
id = "treaty-2008"
category = "treaty"
weight = 3
title.en = "Treaty"
title.fr = "Traité"
summary.en = "The treaty was signed."
[[events.dates]]
kind = "signed"
value = "2008-06-11"
status = "preferred"
sources = ["page"]
[[events.dates]]
kind = "signed"
value = "2008-06-12"
status = "disputed"
sources = ["page"]
note.en = "So says a page."
[[events.dates]]
kind = "signed"
value = "2008-06-05"
status = "rejected"
sources = ["page"]
note.en = "An announcement."
[[events.sources]]
id = "page"
"""


@pytest.fixture
def written(kzfr: Callable, tmp_path: Path) -> Callable[..., zipfile.ZipFile]:
    """Write the event above, with options, and open the archive."""

    def run(*options: str, **environment: str) -> zipfile.ZipFile:
        database, target = tmp_path / "events.toml", tmp_path / "a.docx"
        database.write_text(DISPUTED, encoding="utf-8")
        arguments = ("--no-packaged", "--db", str(database), *options)
        done = kzfr("export", str(target), *arguments, env=environment)
        assert done.returncode == 0, done.stderr
        return zipfile.ZipFile(io.BytesIO(target.read_bytes()))

    return run


def part(archive: zipfile.ZipFile, name: str) -> str:
    return archive.read(name).decode()


def size(archive: zipfile.ZipFile) -> tuple[str, str]:
    found = re.search(r'<w:pgSz w:w="(\d+)" w:h="(\d+)"', part(archive, "word/document.xml"))
    assert found is not None
    return found[1], found[2]


def test_paper_is_a4_but_letter_in_the_united_states(written: Callable) -> None:
    assert size(written(LC_ALL="fr_FR.UTF-8")) == ("11906", "16838")
    assert size(written("--lang", "en", LC_ALL="en_US.UTF-8")) == ("12240", "15840")
    assert size(written("--lang", "fr", LC_ALL="en_US.UTF-8")) == ("11906", "16838")


def test_every_page_has_its_number(written: Callable) -> None:
    footer = part(written(), "word/footer1.xml")
    assert " PAGE " in footer
    assert " NUMPAGES " in footer


def test_sources_are_footnotes_and_told_in_full_once(written: Callable) -> None:
    archive = written("--lang", "en")
    body, notes = part(archive, "word/document.xml"), part(archive, "word/footnotes.xml")
    marks = re.findall(r'<w:footnoteReference w:id="(\d+)"', body)
    assert marks == ["1", "2", "3"]
    assert {"0", *marks} < set(re.findall(r'w:id="(-?[0-9]+)"', notes))
    assert notes.count("https://example.org/page") == 1
    assert "Press, A page." in notes
    assert "Press (note 1)" in notes
    assert "https://example.org/page" in part(archive, "word/_rels/footnotes.xml.rels")


def test_what_is_refuted_is_said_to_be_and_comes_last(written: Callable) -> None:
    document = docx.Document(io.BytesIO(written("--lang", "en").fp.getvalue()))
    texts = [item.text for item in document.paragraphs]
    disputed = next(n for n, text in enumerate(texts) if text.startswith("Disputed. "))
    refuted = next(
        n for n, text in enumerate(texts) if text.startswith("Refuted, not to be")
    )
    summary = texts.index("The treaty was signed.")
    assert summary < disputed < refuted
    assert "12 June 2008" in texts[disputed]
    assert "5 June 2008" in texts[refuted]
    assert "w:pBdr" in document.paragraphs[disputed]._p.xml
    assert "w:pBdr" not in document.paragraphs[refuted]._p.xml


def test_file_is_ours_and_not_the_template_s(written: Callable) -> None:
    archive = written()
    assert "docProps/thumbnail.jpeg" not in archive.namelist()
    assert "python-docx" not in part(archive, "docProps/core.xml")
    styles = part(archive, "word/styles.xml")
    assert (
        'w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri" w:eastAsia="Calibri"' in styles
    )


def test_brief_one_is_a_line_an_event_under_a_title_of_ones_own(written: Callable) -> None:
    archive = written("--brief", "--title", "For the minister", "--lang", "en")
    document = docx.Document(io.BytesIO(archive.fp.getvalue()))
    assert [item.text for item in document.paragraphs] == [
        "For the minister",
        "2008",
        "11 June 2008\tTreaty (date disputed)",
    ]


def test_brief_one_of_the_whole_record_holds_the_weightiest(
    kzfr: Callable, tmp_path: Path
) -> None:
    target = tmp_path / "a.docx"
    assert kzfr("export", str(target), "--brief", "--lang", "fr").returncode == 0
    rows = [item.text for item in docx.Document(str(target)).paragraphs if "\t" in item.text]
    assert 10 <= len(rows) <= 25
    assert any("Signature du traité de partenariat stratégique" in row for row in rows)


def test_brief_one_makes_room_for_its_doubts_and_for_a_long_title(
    kzfr: Callable, tmp_path: Path
) -> None:
    title = f"{'Word ' * 9}end"
    one = re.sub("Treaty|Traité", title, DISPUTED.partition("[[events]]")[2])
    target, database = tmp_path / "a.docx", tmp_path / "events.toml"

    def listed(record: str, *options: str) -> int:
        database.write_text(record, encoding="utf-8")
        asked = ("--brief", "--lang", "en", "--no-packaged", "--db", str(database))
        assert kzfr("export", str(target), *asked, *options).returncode == 0
        read = docx.Document(str(target)).paragraphs
        return sum("\t" in item.text for item in read)

    doubtful = DISPUTED.partition("[[events]]")[0] + "".join(
        f"[[events]]{one.replace('treaty-2008', f'treaty-{number}-2008')}"
        for number in range(30)
    )
    agreed = doubtful.replace('"disputed"', '"accepted"')
    assert (listed(agreed), listed(doubtful)) == (19, 12)
    assert listed(agreed, "--title", "Very long title " * 10) == 16
    assert listed(agreed, "--title", "Very long title " * 90) == 1


def test_ids_choose_the_events_and_are_read_from_the_standard_input(
    kzfr: Callable, tmp_path: Path
) -> None:
    target = tmp_path / "a.md"
    chosen = "strategic-partnership-treaty-2008"
    other = "diplomatic-relations-1992"
    for given, piped in (((chosen, other), ""), (("-",), f"{other}\n{chosen} rest\n\n")):
        done = kzfr("export", str(target), *given, "--lang", "en", stdin=piped)
        assert done.returncode == 0, done.stderr
        assert target.read_text().count("\n### ") == 2


def test_no_id_on_the_standard_input_is_not_every_event(
    kzfr: Callable, tmp_path: Path
) -> None:
    done = kzfr("export", str(tmp_path / "a.md"), "-", "--lang", "en", stdin="\n")
    assert (done.returncode, "no id" in done.stderr) == (2, True)


def test_unknown_id_is_named(kzfr: Callable, tmp_path: Path) -> None:
    done = kzfr("export", str(tmp_path / "a.md"), "strategic-partnership-treaty-2009")
    assert done.returncode != 0
    assert "strategic-partnership-treaty-2008" in done.stderr


@pytest.mark.parametrize("option", [("--brief",), ("--title", "x")])
def test_what_is_no_hand_out_has_no_title(
    kzfr: Callable, tmp_path: Path, option: tuple[str, ...]
) -> None:
    done = kzfr("export", str(tmp_path / "a.bib"), *option, "--lang", "en")
    assert (done.returncode, "docx" in done.stderr) == (2, True)


def test_plan_is_on_the_reader_s_paper_too(kzfr: Callable, tmp_path: Path) -> None:
    target = tmp_path / "plan.docx"
    asked = ("anniversary", "--year", "2027", "-o", str(target), "--lang", "en")
    for locale, wanted in (("en_US.UTF-8", "12240"), ("en_GB.UTF-8", "11906")):
        assert kzfr(*asked, env={"LC_ALL": locale}).returncode == 0
        with zipfile.ZipFile(target) as archive:
            assert size(archive)[0] == wanted

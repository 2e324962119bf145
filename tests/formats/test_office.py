"""The other files of an office: PDF, pictures, slides and workbooks say what the handout says, in
four languages, on a machine without fonts.
"""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

import pptx
import pypdf
import pytest
from pptx.enum.shapes import MSO_SHAPE

from kzfr_cli.core.event import LANGUAGES
from kzfr_cli.formats import registry, typesetting, workbook
from kzfr_cli.store import paths
from tests.formats.test_word import DISPUTED

SHEET = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
OLD = (
    DISPUTED
    + """
[[events]]
id = "old-1865"
category = "science"
title.en = "=Old"
[[events.dates]]
kind = "occurred"
value = "1865-05-03"
status = "preferred"

[[events]]
id = "month-2010"
category = "science"
title.en = "Month"
[[events.dates]]
kind = "occurred"
value = "2010-06"
status = "preferred"
"""
)


@pytest.fixture
def write(kzfr: Callable, tmp_path: Path) -> Callable[..., bytes]:
    """Export the events above, with options."""

    def run(name: str, *options: str, text: str = OLD) -> bytes:
        database, target = tmp_path / "events.toml", tmp_path / name
        database.write_text(text, encoding="utf-8")
        done = kzfr("export", str(target), "--no-packaged", "--db", str(database), *options)
        assert done.returncode == 0, done.stderr
        return target.read_bytes()

    return run


@pytest.mark.parametrize("ending", ["pdf", "png", "pptx", "xlsx"])
def test_two_runs_give_the_same_file(write: Callable, ending: str) -> None:
    assert write(f"a.{ending}") == write(f"b.{ending}")


@pytest.mark.parametrize("ending", ["docx", "pdf", "png", "pptx", "xlsx"])
def test_very_long_title_is_written(write: Callable, ending: str) -> None:
    assert write(f"a.{ending}", "--title", "Very long title " * 30)


# ---- PDF


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pdf_says_all_in_each_language(kzfr: Callable, tmp_path: Path, lang: str) -> None:
    target = tmp_path / "a.pdf"
    done = kzfr("export", str(target), "--brief", "--lang", lang, "--title", "Әңгіме № 1")
    assert done.returncode == 0, done.stderr
    read = pypdf.PdfReader(target)
    text = " ".join(read.pages[0].extract_text().split())
    assert "Әңгіме № 1" in text
    assert "1 / 1" in text
    assert len(read.pages) == 1
    assert {"fr": "2008", "en": "11 June 2008", "ru": "11 июня 2008", "kk": "маусым"}[
        lang
    ] in text


def test_pdf_has_links_bookmarks_and_tags(write: Callable) -> None:
    read = pypdf.PdfReader(io.BytesIO(write("a.pdf", "--lang", "en")))
    assert read.outline
    links = [
        item.get_object()["/A"]["/URI"]
        for page in read.pages
        for item in page.get("/Annots", [])
        if "/URI" in item.get_object().get("/A", {})
    ]
    assert "https://example.org/page" in links
    assert read.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_pdf_shows_markup_as_text(write: Callable) -> None:
    hostile = '#import "x" $a$ *b* <c> @d `e` \\\\ // f'
    text = OLD.replace('"The treaty was signed."', f"'{hostile}'")
    read = pypdf.PdfReader(io.BytesIO(write("a.pdf", text=text)))
    found = " ".join(" ".join(page.extract_text() for page in read.pages).split())
    assert '#import "x" $a$ *b* <c> @d `e`' in found


def test_pdf_writes_letters_that_its_font_lacks_in_latin_ones(write: Callable) -> None:
    text = OLD.replace('"A page"', '"カザフ → page"')
    read = pypdf.PdfReader(io.BytesIO(write("a.pdf", text=text)))
    assert "kazafu" in read.pages[0].extract_text().lower()


def test_letters_that_are_taken_for_drawn_are_in_the_fonts() -> None:
    ttlib = pytest.importorskip("fontTools.ttLib")
    drawn = [point for point in range(0x20, 0x3000) if typesetting.is_drawn(point)]
    for path in Path(paths.fonts()).glob("*.ttf"):
        known = ttlib.TTFont(path).getBestCmap()
        assert [hex(point) for point in drawn if point not in known] == []


# ---- pictures


@pytest.mark.parametrize(("size", "width"), [("slide", 1920), ("poster", 7680)])
def test_picture_has_the_size_of_a_slide_or_of_a_poster(
    write: Callable, size: str, width: int
) -> None:
    data = write("a.png", "--size", size)
    assert struct.unpack(">II", data[16:24]) == (width, width * 9 // 16)


def test_picture_has_letters_without_a_font_of_the_machine(write: Callable) -> None:
    bare = write("a.png", text=OLD.replace('title.en = "Treaty"', 'title.en = " "'))
    assert write("b.png") != bare


def test_fonts_have_every_letter_of_the_four_languages() -> None:
    ttlib = pytest.importorskip("fontTools.ttLib")
    letters = (
        "abcàâæçéèêëîïôœùûüÿ«»’…–—№ " + "абвгдеёжзийклмнопрстуфхцчшщъыьэюя" + "әғқңөұүһі"
    )
    for path in Path(paths.fonts()).glob("*.ttf"):
        known = ttlib.TTFont(path).getBestCmap()
        assert [
            letter for letter in letters + letters.upper() if ord(letter) not in known
        ] == []


# ---- slides


def test_slides_are_the_line_of_time_and_one_for_each_landmark(write: Callable) -> None:
    deck = pptx.Presentation(io.BytesIO(write("a.pptx", "--lang", "en", "--title", "Ours")))
    assert (deck.slide_width, deck.slide_height) == (12191695, 6858000)
    slides = [
        [shape.text_frame.text for shape in page.shapes if shape.has_text_frame]
        for page in deck.slides
    ]
    assert len(slides) == 2
    assert slides[0][0] == "Ours"
    assert {"3 May 1865", "June 2010", "11 June 2008"} <= set(slides[0])
    assert "The treaty was signed." in slides[1]
    links = [
        shape.click_action.hyperlink.address
        for shape in deck.slides[1].shapes
        if shape.click_action.hyperlink.address
    ]
    assert links == ["https://example.org/page"]


# ---- workbooks


def cells(data: bytes, number: int = 1) -> list[list[str]]:
    """Read a sheet with the standard library: an oracle that is not what wrote it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        shared = [
            "".join(item.itertext())
            for item in ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
        ]
        sheet = ElementTree.fromstring(archive.read(f"xl/worksheets/sheet{number}.xml"))
    rows = []
    for row in sheet.iterfind(".//s:row", SHEET):
        found = {}
        for cell in row.iterfind("s:c", SHEET):
            value = cell.findtext("s:v", "", SHEET)
            column = cell.get("r").rstrip("0123456789")
            found[column] = shared[int(value)] if cell.get("t") == "s" else value
        rows.append([found.get(chr(65 + place), "") for place in range(14)])
    return rows


def test_workbook_has_dates_where_excel_has_them_and_words_elsewhere(
    write: Callable,
) -> None:
    head, old, treaty, month = cells(write("a.xlsx", "--lang", "en"))
    assert head[:4] == ["Date", "Year", "In words", "Event"]
    assert old[:4] == ["1865-05-03", "1865", "3 May 1865", "=Old"]
    serial = (datetime(2008, 6, 11) - datetime(1899, 12, 30)).days
    assert treaty[:4] == [str(serial), "2008", "11 June 2008", "Treaty"]
    assert month[:3] == ["2010-06", "2010", "June 2010"]
    assert treaty[11:13] == ["A page", "https://example.org/page"]


def test_workbook_has_no_formula_and_can_be_filtered(write: Callable) -> None:
    with zipfile.ZipFile(io.BytesIO(write("a.xlsx"))) as archive:
        sheets = [
            archive.read(name).decode()
            for name in archive.namelist()
            if name.startswith("xl/worksheets/sheet")
        ]
    assert len(sheets) == 3
    for sheet in sheets:
        assert "<f>" not in sheet
        assert "<autoFilter" in sheet
        assert 'state="frozen"' in sheet


def test_workbook_speaks_the_language_asked(write: Callable) -> None:
    assert cells(write("a.xlsx", "--lang", "ru"))[0][:3] == ["Дата", "Год", "Словами"]
    assert cells(write("a.xlsx", "--lang", "fr"), 2)[0][0] == "Événement"


def test_day_that_is_none_stays_as_it_is_written() -> None:
    assert workbook.day("1900-02-28") == "1900-02-28"
    assert workbook.day("2010-06-31") == "2010-06-31"


def test_overview_slide_marks_a_disputed_date_with_a_diamond(write: Callable) -> None:
    overview = pptx.Presentation(io.BytesIO(write("a.pptx"))).slides[0]
    drawn = [shape.auto_shape_type for shape in overview.shapes if shape.shape_type == 1]
    marks = [each for each in drawn if each in (MSO_SHAPE.OVAL, MSO_SHAPE.DIAMOND)]
    assert sorted(marks, key=str).count(MSO_SHAPE.DIAMOND) == 1
    assert MSO_SHAPE.OVAL in marks


# ---- libraries


LIBRARIES = {
    "md": set(),
    "docx": {"docx"},
    "xlsx": {"xlsxwriter"},
    "pdf": {"typst"},
    "png": {"resvg_py"},
    "pptx": {"pptx"},
}
"""What each ending needs."""


@pytest.mark.parametrize("ending", LIBRARIES)
def test_each_format_loads_its_own_library_alone(tmp_path: Path, ending: str) -> None:
    known = set().union(*LIBRARIES.values()) | {"pypdf", "python_calamine"}
    code = (
        "import sys\n"
        "from kzfr_cli.main import run\n"
        f"run(['export', 'a.{ending}', '--category', 'space'])\n"
        f"print(*({known!r} & sys.modules.keys()))"
    )
    done = run_alone(code, tmp_path)
    assert set(done.stdout.split()) == LIBRARIES[ending], done.stderr


def run_alone(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run some Python in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env={"HOME": str(folder), "PYTHONPATH": str(Path(paths.PACKAGE).parent)},
        check=False,
    )


@pytest.mark.parametrize(
    ("fmt", "asked"),
    [
        ("pdf", "'export'"),
        ("png", "'export'"),
        ("pptx", "'export'"),
        ("pdf", "'anniversary', '-o'"),
    ],
)
def test_missing_library_is_named_with_a_command(
    tmp_path: Path, fmt: str, asked: str
) -> None:
    library = registry.EXPORTS[fmt].library
    module = {"typst": "typst", "resvg-py": "resvg_py", "python-pptx": "pptx"}[library]
    code = (
        f"import sys; sys.modules[{module!r}] = None\n"
        "from kzfr_cli.main import run\n"
        f"sys.exit(run([{asked}, 'a.{fmt}', '--lang', 'en']))"
    )
    done = run_alone(code, tmp_path)
    assert done.returncode == 3
    assert library in done.stderr
    assert "pip install" in done.stderr
    assert not (tmp_path / f"a.{fmt}").exists()


def test_a_row_of_a_sheet_is_as_high_as_its_longest_cell() -> None:
    columns = (workbook.Column("Title", 10), workbook.Column("Address", 5))
    assert workbook.height(("short", ""), columns) == workbook.LINE
    assert workbook.height(("one\n" + "x" * 21, ""), columns) == 4 * workbook.LINE
    assert workbook.height(("x" * 10_000, ""), columns) == workbook.TALLEST
    assert workbook.height(
        ("short", workbook.Hyperlink("https://example.org/")), columns
    ) == (workbook.LINE)

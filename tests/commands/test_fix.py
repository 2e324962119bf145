"""`kzfr validate --fix` repairs what has one right answer, shows it, and leaves every other byte."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from ..conftest import SMALL

Run = Callable[..., subprocess.CompletedProcess[str]]

WRONG = SMALL.replace("Selon l’article.", "Selon l'article...") + "\n# kept  \n"


@pytest.fixture
def validate(kzfr: Run, tmp_path: Path) -> Run:
    """Validate a file alone, in English, with a state folder of the test's own."""

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        env = {
            "XDG_STATE_HOME": str(tmp_path / "state"),
            "XDG_DATA_HOME": str(tmp_path / "data"),
        }
        return kzfr("validate", "--no-packaged", "--lang", "en", *arguments, env=env)

    return run


def test_typography_is_repaired_and_shown(validate: Run, write: Callable[..., Path]) -> None:
    path = write(WRONG)
    assert "K401" in validate(str(path)).stdout
    result = validate("--fix", "--ignore", "out-of-order", str(path))
    assert path.read_text(encoding="utf-8") == WRONG.replace(
        "Selon l'article...", "Selon l’article…"
    )
    assert (
        result.stderr.count("treaty-2008: dates[2].note.fr is now “Selon l’article…”") == 1
    )
    assert "K401" not in result.stdout
    again = validate("--fix", str(path))
    assert "is now" not in again.stderr


def test_source_that_was_renamed_is_cited_by_its_new_id(
    validate: Run, write: Callable[..., Path]
) -> None:
    renamed = SMALL.replace(
        'id = "article"\ntitle', 'id = "paper"\nformer_ids = ["article"]\ntitle'
    )
    path = write(renamed)
    assert "no file defines the source “article”" in validate(str(path)).stdout
    validate("--fix", "--ignore", "out-of-order", str(path))
    expected = renamed.replace('sources = ["article"]', 'sources = ["paper"]').replace(
        '[[events.sources]]\nid = "article"', '[[events.sources]]\nid = "paper"'
    )
    assert path.read_text(encoding="utf-8") == expected


def test_fix_can_be_undone(
    validate: Run, kzfr: Run, write: Callable[..., Path], tmp_path: Path
) -> None:
    path = write(WRONG)
    validate("--fix", str(path))
    kzfr(
        "undo",
        "--yes",
        "--db",
        str(path),
        "--no-packaged",
        env={"XDG_STATE_HOME": str(tmp_path / "state")},
    )
    assert path.read_text(encoding="utf-8") == WRONG


def test_packaged_data_is_left_unless_it_is_named(
    kzfr: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from kzfr_cli.store import paths

    before = {
        path: Path(path).read_bytes() for path in paths.database_files(paths.packaged())
    }
    kzfr("validate", "--fix", "--ignore", "K402")
    assert before == {
        path: Path(path).read_bytes() for path in paths.database_files(paths.packaged())
    }


ORDER = """\
# Our events.

# late
[[events]]
id = "late-2020"
category = "visit"
title = {fr = "Tard", en = "Late"}
dates = [{kind = "occurred", value = "2020-03"}]

# kept where it is

[[events]]
id = "early-2011"
category = "visit"
title.fr = 'Tôt'
title.en = "Early"
dates = [{kind = "occurred", value = "2011"}]
  # of early

[[events]]
id = "middle-2015"
category = "visit"
title = {fr = "Milieu", en = "Middle"}
dates = [{kind = "occurred", value = "2015-01-02"}]"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_event_out_of_order_is_moved_with_its_comment(
    validate: Run, tmp_path: Path, end: str
) -> None:
    path = tmp_path / "order.toml"
    path.write_bytes(b"\xef\xbb\xbf" + ORDER.replace("\n", end).encode())
    result = validate("--fix", str(path))
    late = ORDER[ORDER.index("# late") : ORDER.index("# kept")]
    wanted = ORDER.replace(late, "") + "\n\n" + late.removesuffix("\n")
    assert path.read_bytes() == b"\xef\xbb\xbf" + wanted.replace("\n", end).encode()
    assert "late-2020 was moved" in result.stderr
    assert "was moved" not in validate("--fix", str(path)).stderr


def test_event_that_tells_its_date_elsewhere_is_not_said_to_be_moved(
    validate: Run, tmp_path: Path
) -> None:
    below, path = tmp_path / "below.toml", tmp_path / "over.toml"
    below.write_text(ORDER)
    path.write_text(
        "".join(
            f'[[events]]\nid = "{id}"\nextend = true\ntags = []\n\n'
            for id in ("late-2020", "early-2011")
        )
    )
    before = path.read_bytes()
    assert "was moved" not in validate("--fix", "--db", str(below), str(path)).stderr
    assert path.read_bytes() == before


def test_lines_of_a_long_text_end_as_before_when_it_is_repaired(
    validate: Run, tmp_path: Path
) -> None:
    path = tmp_path / "lines.toml"
    text = (
        ORDER.replace("'Tôt'", '"""\r\nTôt\r\nl\'ami"""')
        .replace("\r\n", "\n")
        .replace("\n", "\r\n")
        .encode()
    )
    path.write_bytes(text)
    validate("--fix", str(path))
    assert "l’ami".encode() in path.read_bytes()
    assert b"\\r" not in path.read_bytes()
    assert b"\n" not in path.read_bytes().replace(b"\r\n", b"")

"""What is kept beside an index follows the files and the program, and is never needed."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from kzfr_cli.store.index import derived, opening
from kzfr_cli.store.index.reading import Index
from tests.conftest import SMALL


class Counted:
    """Work something out, and count how often."""

    def __init__(self) -> None:
        self.times = 0
        self.earlier: list[int] = []

    def __call__(self, connection: sqlite3.Connection, earlier: derived.Kept) -> None:
        self.times += 1
        self.earlier = [
            each.execute("SELECT answer FROM answers").fetchone()[0] for each in earlier
        ]
        connection.execute("CREATE TABLE answers(answer)")
        connection.execute("INSERT INTO answers VALUES (?)", (self.times,))


def answer(index: Index, fill: Counted, purpose: str = "test") -> int:
    found: int = (
        derived.beside(index, purpose, fill)
        .execute("SELECT answer FROM answers")
        .fetchone()[0]
    )
    return found


def test_it_is_worked_out_once_for_each_purpose(
    write: Callable[..., Path], open_files: Callable[..., Index]
) -> None:
    path, fill = write(SMALL), Counted()
    assert [answer(open_files(path), fill) for _ in range(3)] == [1, 1, 1]
    assert answer(open_files(path), fill, "other") == 2


def test_it_is_worked_out_again_when_a_file_changed(
    write: Callable[..., Path], open_files: Callable[..., Index]
) -> None:
    path, fill = write(SMALL), Counted()
    answer(open_files(path), fill)
    write(SMALL + "\n# one more line\n")
    assert answer(open_files(path), fill) == 2
    assert fill.earlier == [1]


def test_it_is_worked_out_again_by_another_program(
    write: Callable[..., Path],
    open_files: Callable[..., Index],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    index, fill = open_files(write(SMALL)), Counted()
    answer(index, fill)
    monkeypatch.setattr(derived, "__version__", "99.0")
    assert answer(index, fill) == 2
    assert fill.earlier == []


def test_what_is_shipped_is_at_hand_at_the_first_run(
    write: Callable[..., Path], open_files: Callable[..., Index], tmp_path: Path
) -> None:
    shipped = tmp_path / "shipped.sqlite"
    with contextlib.closing(sqlite3.connect(shipped)) as connection:
        connection.execute("CREATE TABLE answers(answer)")
        connection.execute("INSERT INTO answers VALUES (7)")
        connection.commit()
    fill = Counted()
    derived.beside(open_files(write(SMALL)), "test", fill, shipped=str(shipped))
    assert fill.earlier == [7]


def test_it_is_worked_out_again_when_the_code_that_makes_it_changed(
    write: Callable[..., Path], open_files: Callable[..., Index], tmp_path: Path
) -> None:
    index, fill = open_files(write(SMALL)), Counted()
    code = tmp_path / "engine"
    code.mkdir()
    (code / "frames.py").write_text("A = 1\n")

    def made() -> int:
        kept = derived.beside(index, "test", fill, [str(code)])
        found: int = kept.execute("SELECT answer FROM answers").fetchone()[0]
        return found

    assert [made(), made()] == [1, 1]
    (code / "frames.py").write_text("A = 22\n")
    assert made() == 2


@pytest.mark.parametrize(
    "damage", [b"", b"not a database", b"SQLite format 3\x00" + b"\x00" * 500]
)
def test_what_is_damaged_is_worked_out_again(
    write: Callable[..., Path], open_files: Callable[..., Index], damage: bytes
) -> None:
    index, fill = open_files(write(SMALL)), Counted()
    answer(index, fill)
    Path(f"{index.path}.test").write_bytes(damage)
    assert [answer(index, fill), answer(index, fill)] == [2, 2]


def test_an_index_in_memory_and_a_place_that_cannot_be_written_keep_nothing(
    write: Callable[..., Path], open_files: Callable[..., Index], tmp_path: Path
) -> None:
    index, fill = open_files(write(SMALL)), Counted()
    Path(f"{index.path}.test").mkdir()
    assert [answer(index, fill), answer(index, fill)] == [1, 2]
    (tmp_path / "file").write_text("")
    in_memory = opening.open_index([write(SMALL)], tmp_path / "file" / "folder")
    assert in_memory.state == "in memory"
    assert answer(in_memory, fill) == 3
    assert not [path for path in Path(index.path).parent.iterdir() if path.suffix == ".tmp"]


def test_it_goes_with_its_index(
    write: Callable[..., Path], open_files: Callable[..., Index], tmp_path: Path
) -> None:
    from kzfr_cli.store.index import rebuilding

    index = open_files(write(SMALL))
    answer(index, Counted())
    orphan = Path(index.path).with_name("index-0-00000000.sqlite.test")
    orphan.write_bytes(b"")
    rebuilding.prune(Path(index.path))
    assert Path(f"{index.path}.test").exists()
    assert not orphan.exists()

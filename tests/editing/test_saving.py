"""Files are replaced as a whole, and what was before comes back."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from kzfr_cli.editing import saving
from kzfr_cli.editing.journal import Journal
from kzfr_cli.errors import (
    ChangedMeanwhileError,
    ChangedSinceError,
    NothingToUndoError,
    UnwritableDatabaseError,
)
from kzfr_cli.store import atomic, traits


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    """Keep the changes of a test."""
    return Journal(str(tmp_path / "state"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give a file to change."""
    path = tmp_path / "db" / "mine.toml"
    path.parent.mkdir()
    path.write_bytes(b"one\n")
    return path


def put(path: Path, text: bytes, journal: Journal) -> saving.Saved:
    """Replace a whole file."""
    return saving.change(str(path), lambda before: text, journal, "test")


def undo(journal: Journal, *paths: str) -> None:
    """Take back the last change."""
    saving.undo(journal, saving.last(journal, set(paths) or None))


def test_a_change_leaves_the_new_file_and_a_lock(file: Path, journal: Journal) -> None:
    assert put(file, b"two\n", journal).created is False
    assert file.read_bytes() == b"two\n"
    assert sorted(path.name for path in file.parent.iterdir()) == [
        ".mine.toml.lock",
        "mine.toml",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_permissions_are_kept(file: Path, journal: Journal) -> None:
    file.chmod(0o640)
    put(file, b"two\n", journal)
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_symbolic_link_stays_one(file: Path, journal: Journal, tmp_path: Path) -> None:
    link = tmp_path / "link.toml"
    link.symlink_to(file)
    put(link, b"two\n", journal)
    assert link.is_symlink()
    assert file.read_bytes() == b"two\n"
    undo(journal)
    assert (link.is_symlink(), file.read_bytes()) == (True, b"one\n")


def test_what_an_editor_writes_meanwhile_is_not_overwritten(
    file: Path, journal: Journal
) -> None:
    def make(before: bytes) -> bytes:
        file.write_bytes(b"by hand\n")
        return b"two\n"

    with pytest.raises(ChangedMeanwhileError):
        saving.change(str(file), make, journal, "test")
    assert file.read_bytes() == b"by hand\n"
    assert not list(file.parent.glob("*.tmp"))


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_at_any_step_leaves_the_old_file(
    file: Path, journal: Journal, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fail(*arguments: object, **options: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic.os, step, fail)
    with pytest.raises(UnwritableDatabaseError):
        put(file, b"two\n", journal)
    monkeypatch.undo()
    assert file.read_bytes() == b"one\n"
    assert [path.name for path in file.parent.iterdir() if path.suffix == ".tmp"] == []


def test_an_interruption_leaves_the_old_file(
    file: Path, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(traits, "give", interrupt)
    with pytest.raises(KeyboardInterrupt):
        put(file, b"two\n", journal)
    assert file.read_bytes() == b"one\n"
    assert not list(file.parent.glob(".*.tmp"))


def test_what_a_killed_program_left_is_swept(file: Path, journal: Journal) -> None:
    left = file.parent / ".mine.toml.0123456789abcdef.tmp"
    left.write_bytes(b"half")
    put(file, b"two\n", journal)
    assert not left.exists()


def test_a_missing_folder_is_told(tmp_path: Path, journal: Journal) -> None:
    with pytest.raises(UnwritableDatabaseError):
        put(tmp_path / "no" / "mine.toml", b"two\n", journal)


@pytest.mark.skipif(
    not os.path.isdir("/proc/self"), reason="there is no folder that nobody may write"
)
def test_a_folder_that_cannot_be_written_is_told_at_once(journal: Journal) -> None:
    with pytest.raises(UnwritableDatabaseError):
        put(Path("/proc/mine.toml"), b"two\n", journal)


def test_changes_are_taken_back_one_by_one(file: Path, journal: Journal) -> None:
    for text in (b"two\n", b"three\n", b"two\n"):
        put(file, text, journal)
    seen = []
    for _ in range(3):
        undo(journal)
        seen.append(file.read_bytes())
    assert seen == [b"three\n", b"two\n", b"one\n"]
    with pytest.raises(NothingToUndoError):
        undo(journal)


def test_a_created_file_is_deleted_again_and_its_bytes_are_kept(
    tmp_path: Path, journal: Journal
) -> None:
    path = tmp_path / "new.toml"
    assert put(path, b"one\n", journal).created
    undone = saving.undo(journal, saving.last(journal))
    assert not path.exists()
    assert Path(undone.kept).read_bytes() == b"one\n"


def test_a_file_changed_by_hand_since_is_left_and_the_old_one_is_named(
    file: Path, journal: Journal
) -> None:
    put(file, b"two\n", journal)
    file.write_bytes(b"by hand\n")
    with pytest.raises(ChangedSinceError) as refused:
        undo(journal)
    assert Path(str(refused.value.facts["kept"])).read_bytes() == b"one\n"
    assert file.read_bytes() == b"by hand\n"


def test_a_change_that_never_came_to_be_is_passed_over(file: Path, journal: Journal) -> None:
    put(file, b"two\n", journal)
    journal.record(os.path.realpath(file), b"two\n", b"three\n", "killed before it was made")
    undo(journal)
    assert file.read_bytes() == b"one\n"


def test_the_last_change_of_one_file_is_found_among_others(
    file: Path, journal: Journal, tmp_path: Path
) -> None:
    put(file, b"two\n", journal)
    put(tmp_path / "other.toml", b"other\n", journal)
    undo(journal, os.path.realpath(file))
    assert file.read_bytes() == b"one\n"
    assert (tmp_path / "other.toml").exists()


def test_a_half_written_record_is_no_record(file: Path, journal: Journal) -> None:
    put(file, b"two\n", journal)
    Path(journal.file(7, "json")).write_text('{"path":')
    undo(journal)
    assert file.read_bytes() == b"one\n"


def test_a_state_folder_that_cannot_be_written_hinders_no_change(
    file: Path, tmp_path: Path
) -> None:
    (tmp_path / "state").write_text("a file, not a folder")
    assert put(file, b"two\n", Journal(str(tmp_path / "state"))).not_undoable
    assert file.read_bytes() == b"two\n"


def test_old_changes_are_forgotten_but_never_the_last(
    file: Path, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kzfr_cli.editing.journal.KEPT", 2)
    monkeypatch.setattr("kzfr_cli.editing.journal.KEPT_BYTES", 4)
    for text in (b"two\n", b"three\n", b"four\n" * 10):
        put(file, text, journal)
    put(file, b"five\n", journal)
    assert len(journal.numbers()) == 1
    undo(journal)
    assert file.read_bytes() == b"four\n" * 10

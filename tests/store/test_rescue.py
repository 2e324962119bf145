"""A file that was being written in place is put back after a crash, unless somebody changed it."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

import pytest

from kzfr_cli.editing import journal as journals
from kzfr_cli.editing import saving
from kzfr_cli.editing.journal import Journal
from kzfr_cli.errors import (
    HalfWrittenError,
    LargeChangedSinceError,
    UnwritableDatabaseError,
)
from kzfr_cli.settings import file as file_of_settings
from kzfr_cli.store import atomic, locks
from kzfr_cli.store.rescue import Rescue
from kzfr_cli.terminal.completion import installing

OLD = b"".join(b"line %d\n" % number for number in range(500))
NEW = OLD.replace(b"line 77\n", b"")


class CrashError(BaseException):
    """Stop as a kill does: nothing after it runs."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give a file of two names, which is written in place."""
    (path := tmp_path / "t.toml").write_bytes(OLD)
    os.link(path, tmp_path / "other")
    return path


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    """Keep the changes of a test."""
    return Journal(str(tmp_path / "state"))


def crash(
    file: Path,
    journal: Journal,
    written: int,
    monkeypatch: pytest.MonkeyPatch,
    new: bytes = NEW,
) -> None:
    """Stop in the middle of a change."""

    def cut(handle: object, data: bytes, start: int) -> None:
        if data != new:
            raise CrashError
        handle.seek(start)
        handle.write(data[start : start + written])
        raise CrashError

    with monkeypatch.context() as patch:
        patch.setattr(atomic, "write_from", cut)
        with pytest.raises(CrashError):
            saving.change(str(file), lambda before: new, journal, "crashed")


@pytest.mark.parametrize("written", [0, 1, 700, len(OLD)])
def test_the_next_change_finds_the_file_whole(
    file: Path, journal: Journal, written: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    crash(file, journal, written, monkeypatch)
    seen: list[bytes] = []

    def make(before: bytes) -> bytes:
        seen.append(before)
        return before + b"more\n"

    saved = saving.change(str(file), make, journal, "next")
    assert seen == [OLD]
    assert saved.recovered is (written > 0)
    assert Rescue(journal.folder).paths() == []


def test_undo_puts_back_what_was_cut_off(
    file: Path, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    saving.change(str(file), lambda before: b"first\n" + before, journal, "first")
    torn = b"first\n" + NEW
    crash(file, journal, 40, monkeypatch, torn)
    assert saving.recover(journal) == [str(file)]
    saving.undo(journal, saving.last(journal))
    assert file.read_bytes() == OLD


def test_zeros_of_a_disk_that_lost_power_are_put_back(
    file: Path, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    crash(file, journal, 0, monkeypatch, OLD + b"new\n" * 200)
    file.write_bytes(OLD + b"\0" * 800)
    assert saving.recover(journal) == [str(file)]
    assert file.read_bytes() == OLD


def test_what_somebody_wrote_since_is_left(
    file: Path, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    crash(file, journal, 700, monkeypatch)
    file.write_bytes(b"by hand\n")
    assert saving.recover(journal) == []
    assert file.read_bytes() == b"by hand\n"
    assert Rescue(journal.folder).paths() == []


def test_without_a_place_for_the_copy_a_shared_file_is_left(
    file: Path, tmp_path: Path
) -> None:
    (tmp_path / "state").write_text("a file, not a folder")
    with pytest.raises(UnwritableDatabaseError) as refused:
        saving.change(str(file), lambda before: NEW, Journal(str(tmp_path / "state")), "x")
    assert refused.value.facts["reason"] == "no-copy"
    assert file.read_bytes() == OLD


def test_a_copy_that_is_half_written_is_none(file: Path, journal: Journal) -> None:
    rescue = Rescue(journal.folder)
    with rescue.holding(str(file), OLD, NEW, 3):
        Path(rescue.file(str(file))).write_bytes(b'{"path"')
        assert rescue.paths() == []
        assert rescue.recover(str(file)) is False


def test_the_record_of_a_large_file_is_in_proportion_to_the_change(
    tmp_path: Path, journal: Journal
) -> None:
    text = b"# a line\n" * 20_000
    (path := tmp_path / "large.toml").write_bytes(text)
    changes = [partial(bytes.__add__, text), lambda _: text[:90_000] + text[90_009:]]
    for number, added in enumerate((b"new\n", b"")):
        saving.change(str(path), lambda before: changes[number](added), journal, "change")  # noqa: B023
    kept = sum(file.stat().st_size for file in Path(journal.folder).iterdir())
    assert kept < 2_000
    undone = saving.undo(journal, saving.last(journal))
    assert path.read_bytes() == text + b"new\n"
    assert not undone.is_whole
    saving.undo(journal, saving.last(journal))
    assert path.read_bytes() == text


def test_a_large_file_changed_by_hand_names_what_the_change_took_out(
    tmp_path: Path, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journals, "WHOLE", 2)
    (path := tmp_path / "large.toml").write_bytes(b"one two three\n")
    saving.change(str(path), lambda before: b"one three\n", journal, "change")
    path.write_bytes(b"by hand\n")
    with pytest.raises(LargeChangedSinceError) as refused:
        saving.last(journal)
    assert Path(refused.value.facts["kept"]).read_bytes() == b"wo t"


def test_a_record_of_the_first_version_is_taken_back(
    tmp_path: Path, journal: Journal
) -> None:
    """It kept whole files, and said nothing of where they changed."""
    (path := tmp_path / "mine.toml").write_bytes(b"two\n")
    os.makedirs(journal.folder)
    Path(journal.file(1)).write_bytes(b"one\n")
    Path(journal.file(1, "json")).write_text(
        f'{{"path": "{path}", "what": "add x", "when": 1.5, "existed": true, '
        f'"before": "{journals.fingerprint(b"one" + bytes([10]))}", '
        f'"after": "{journals.fingerprint(b"two" + bytes([10]))}"}}'
    )
    saving.undo(journal, saving.last(journal))
    assert path.read_bytes() == b"one\n"


# ---- for the other accounts


def test_file_that_another_account_left_half_written_is_not_changed(
    file: Path, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crash(file, journal, 700, monkeypatch)
    torn = file.read_bytes()
    other = Journal(str(tmp_path / "other-state"))
    with pytest.raises(HalfWrittenError) as refused:
        saving.change(str(file), lambda before: before + b"more\n", other, "add")
    assert file.read_bytes() == torn
    assert saving.recover(journal) == [str(file)]
    saving.change(str(file), lambda before: before + b"more\n", other, "add")
    assert file.read_bytes() == OLD + b"more\n"
    assert Path(refused.value.facts["lock"]).read_bytes() == b""


@pytest.mark.parametrize("written", [0, len(OLD)])
def test_file_that_was_written_whole_or_not_at_all_is_anybodys(
    file: Path,
    journal: Journal,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    written: int,
) -> None:
    crash(file, journal, written, monkeypatch)
    file.write_bytes(NEW if written else OLD)
    other = Journal(str(tmp_path / "other-state"))
    saving.change(str(file), lambda before: before + b"more\n", other, "add")
    assert file.read_bytes() == (NEW if written else OLD) + b"more\n"


def test_half_written_file_is_changed_all_the_same_once_the_lock_is_emptied(
    file: Path, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crash(file, journal, 700, monkeypatch)
    torn = file.read_bytes()
    Path(locks.beside(str(file), "lock")).write_bytes(b"")
    other = Journal(str(tmp_path / "other-state"))
    saving.change(str(file), lambda before: before + b"more\n", other, "add")
    assert file.read_bytes() == torn + b"more\n"
    assert saving.recover(journal) == []
    kept = Path(f"{Rescue(journal.folder).file(str(file))}.kept")
    assert OLD[OLD.index(b"line 77") + 6 :] in kept.read_bytes()


def test_lock_that_leads_elsewhere_is_not_written(file: Path, tmp_path: Path) -> None:
    (victim := tmp_path / "victim").write_bytes(b"")
    os.link(victim, locks.beside(str(file), "lock"))
    locks.mark(str(file), b"states")
    assert victim.read_bytes() == b""


# ---- of other files that are written in place


def test_settings_that_were_half_written_are_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path := tmp_path / "config.toml").write_bytes(b'language = "en"\npager = "less"\n')
    os.link(path, tmp_path / "other")
    state = str(tmp_path / "state")

    def cut(handle: object, data: bytes, start: int) -> None:
        handle.seek(start)
        handle.write(b"f")
        raise CrashError

    with monkeypatch.context() as patch:
        patch.setattr(atomic, "write_from", cut)
        with pytest.raises(CrashError):
            file_of_settings.set_value(str(path), "language", "fr", state)
    file_of_settings.set_value(str(path), "round", "7", state)
    assert path.read_bytes() == b'language = "en"\npager = "less"\nround = "7"\n'
    assert (tmp_path / "other").read_bytes() == path.read_bytes()


def test_start_up_file_that_was_half_written_is_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (start := tmp_path / ".bashrc").write_bytes(before := b"alias ll='ls -l'\n" * 40)
    os.link(start, tmp_path / "other")
    environment, state = {"HOME": str(tmp_path)}, str(tmp_path / "state")

    def cut(handle: object, data: bytes, start: int) -> None:
        handle.seek(start)
        handle.write(data[start : start + 10])
        raise CrashError

    with monkeypatch.context() as patch:
        patch.setattr(atomic, "write_from", cut)
        with pytest.raises(CrashError):
            installing.install("bash", environment, state)
    assert start.read_bytes() != before
    installing.remove("bash", environment, state)
    assert start.read_bytes() == before

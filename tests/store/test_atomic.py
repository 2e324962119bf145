"""A file that is written stays what it was for all who share it."""

from __future__ import annotations

import errno
import os
import stat
import struct
import sys
from pathlib import Path

import pytest

from kzfr_cli.store import atomic, delta, traits

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="permissions and links of POSIX")
LINUX = pytest.mark.skipif(
    not hasattr(os, "setxattr"), reason="extended attributes of Linux"
)
ROOT_ONLY = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away"
)

ACL = "system.posix_acl_access"
READS = struct.pack("<I", 2) + b"".join(
    struct.pack("<HHI", tag, may, who)
    for tag, may, who in (
        (1, 6, 2**32 - 1),
        (2, 4, 4321),
        (4, 0, 2**32 - 1),
        (16, 4, 2**32 - 1),
        (32, 0, 2**32 - 1),
    )
)
"""An access control list that lets one more account read."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give a file to change."""
    (path := tmp_path / "t.toml").write_bytes(b"one\n")
    return path


@pytest.fixture
def no_replacement(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail where a file is replaced: it is to be written in place."""
    monkeypatch.setattr(atomic.os, "replace", lambda *_: pytest.fail("it was replaced"))


def write_and_compare(file: Path) -> None:
    """Write a file and hold all that it is besides its bytes against what it was."""
    before = traits.of(str(file))
    atomic.swap(str(file), b"two\n")
    assert file.read_bytes() == b"two\n"
    assert traits.of(str(file)) == before
    assert [name for name in os.listdir(file.parent) if name.endswith(".tmp")] == []


@POSIX
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o660, 0o664, 0o666, 0o200 | 0o400 | 0o001])
def test_the_mode_stays(file: Path, mode: int) -> None:
    file.chmod(mode)
    write_and_compare(file)


@ROOT_ONLY
def test_the_owner_and_the_group_stay(file: Path) -> None:
    os.chown(file, 1234, 4321)
    file.chmod(0o660)
    number = file.stat().st_ino
    write_and_compare(file)
    assert file.stat().st_ino != number


@POSIX
def test_where_a_file_cannot_be_given_away_it_is_written_in_place(
    file: Path, monkeypatch: pytest.MonkeyPatch, no_replacement: None
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    if os.geteuid() == 0:
        os.chown(file, 1234, 4321)
    monkeypatch.setattr(traits.os, "fchown", refuse)
    monkeypatch.setattr(traits.os, "fchmod", refuse)
    file.chmod(0o664)
    write_and_compare(file)


@LINUX
@pytest.mark.parametrize(("name", "value"), [("user.note", b"mine"), (ACL, READS)])
def test_attributes_and_the_access_control_list_stay(
    file: Path, name: str, value: bytes
) -> None:
    try:
        os.setxattr(file, name, value)
    except OSError:
        pytest.skip("this file system has none")
    write_and_compare(file)
    assert os.getxattr(file, name) == value


@LINUX
def test_a_list_that_the_folder_gives_does_not_widen_who_reads(file: Path) -> None:
    try:
        os.setxattr(file.parent, "system.posix_acl_default", READS)
    except OSError:
        pytest.skip("this file system has none")
    write_and_compare(file)
    assert os.listxattr(file) == []


@POSIX
def test_hard_links_stay_names_of_one_file(file: Path, tmp_path: Path) -> None:
    os.link(file, tmp_path / "other")
    write_and_compare(file)
    assert (tmp_path / "other").read_bytes() == b"two\n"


def test_where_nobody_can_see_all_that_a_file_is_it_is_written_in_place(
    file: Path, monkeypatch: pytest.MonkeyPatch, no_replacement: None
) -> None:
    """As on macOS and Windows, where Python shows no lists and no attributes."""
    monkeypatch.delattr(traits.os, "listxattr", raising=False)
    atomic.swap(str(file), b"two\n")
    assert file.read_bytes() == b"two\n"


@pytest.mark.parametrize("number", [errno.EBUSY, errno.EPERM, errno.EACCES])
def test_a_file_that_cannot_be_replaced_is_written_in_place(
    file: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """As where it is mounted by itself, or stands in a folder of others."""

    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(atomic.os, "replace", refuse)
    write_and_compare(file)


@POSIX
def test_a_new_file_obeys_the_mask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        atomic.swap(str(tmp_path / "new"), b"x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640


@POSIX
@pytest.mark.parametrize("new", [b"one\ntwo\n", b"1\n", b"", b"other"])
@pytest.mark.parametrize("step", ["write", "fsync"])
def test_what_fails_in_place_puts_the_old_bytes_back(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, new: bytes, step: str
) -> None:
    os.link(file, tmp_path / "other")
    failures = [OSError(errno.ENOSPC, "full")]
    whole = atomic.write_from

    def fail(handle: object, data: bytes, start: int) -> None:
        if failures and step == "write":
            handle.seek(start)
            handle.write(data[start : start + 2])
            raise failures.pop()
        whole(handle, data, start)
        if failures:
            raise failures.pop()

    monkeypatch.setattr(atomic, "write_from", fail)
    with pytest.raises(OSError, match="full"):
        atomic.swap(str(file), new)
    assert file.read_bytes() == b"one\n"


@POSIX
def test_the_folder_is_synced_after_the_name_has_moved(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    sync, replace = os.fsync, os.replace

    def synced(handle: int) -> None:
        done.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        sync(handle)

    def replaced(*names: str) -> None:
        done.append("moved")
        replace(*names)

    monkeypatch.setattr(atomic.os, "fsync", synced)
    monkeypatch.setattr(atomic.os, "replace", replaced)
    atomic.swap(str(file), b"two\n")
    assert done == ["file", "moved", "folder"]


def test_names_on_the_way_cannot_be_foreseen_and_are_opened_exclusively(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(atomic.os, "urandom", lambda number: b"\0" * number)
    (planted := tmp_path / f".t.toml.{'00' * 8}.tmp").write_text("planted")
    with pytest.raises(FileExistsError):
        atomic.swap(str(tmp_path / "t.toml"), b"x")
    assert planted.read_text() == "planted"


@POSIX
def test_the_sweep_touches_only_our_own(file: Path, tmp_path: Path) -> None:
    others = [
        ".t.toml.note.tmp",
        ".t.toml.tmp",
        ".t.toml.0123456789abcdef.tmpx",
        "t.toml.tmp",
    ]
    for name in others:
        (tmp_path / name).write_text("mine")
    (tmp_path / ".t.toml.0123456789abcdef.tmp").write_text("left")
    (tmp_path / ".t.toml.1123456789abcdef.tmp").mkdir()
    (tmp_path / ".t.toml.2123456789abcdef.tmp").symlink_to(file)
    atomic.sweep(str(file))
    assert not (tmp_path / ".t.toml.0123456789abcdef.tmp").exists()
    assert len(os.listdir(tmp_path)) == len(others) + 3


@ROOT_ONLY
def test_the_sweep_leaves_what_another_account_left(file: Path, tmp_path: Path) -> None:
    (left := tmp_path / ".t.toml.0123456789abcdef.tmp").write_text("left")
    os.chown(left, 1234, 4321)
    atomic.sweep(str(file))
    assert left.exists()


@pytest.mark.parametrize(
    ("one", "other", "start", "end"),
    [
        (b"", b"", 0, 0),
        (b"abc", b"abc", 3, 0),
        (b"abc", b"abXc", 2, 1),
        (b"aaa", b"aa", 2, 0),
        (
            b"x" * 70_000 + b"a" + b"y" * 140_000,
            b"x" * 70_000 + b"y" * 140_000,
            70_000,
            140_000,
        ),
        (b"y" * 70_000, b"y" * 140_000, 70_000, 0),
    ],
)
def test_where_two_states_are_the_same(
    one: bytes, other: bytes, start: int, end: int
) -> None:
    assert delta.common_start(one, other) == start
    assert delta.common_end(one, other, start) == end

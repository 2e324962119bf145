"""What a path to write leads to, and that nothing but a file is ever replaced."""

from __future__ import annotations

import errno
import os
import stat
import sys
import threading
from pathlib import Path

import pytest

from kzfr_cli.store import target

LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc is Linux's")


def test_a_new_file_and_an_old_one_are_files(tmp_path: Path) -> None:
    (old := tmp_path / "old").write_text("x")
    assert not target.find(str(tmp_path / "new")).exists
    found = target.find(str(old))
    assert (found.exists, found.is_stream, found.path) == (True, False, str(old))


def test_a_link_is_followed_and_stays(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "folder").symlink_to(tmp_path / "real")
    (tmp_path / "real" / "link").symlink_to("file")
    target.write(target.find(str(tmp_path / "folder" / "link")), b"x")
    assert (tmp_path / "real" / "file").read_bytes() == b"x"
    assert (tmp_path / "real" / "link").is_symlink()


@pytest.mark.parametrize(
    ("make", "number"),
    [
        (lambda path: path.mkdir(), errno.EISDIR),
        (lambda path: path.symlink_to(path.name), errno.ELOOP),
        (lambda path: path.symlink_to("."), errno.EISDIR),
        (lambda path: (path.write_text(""), path.chmod(0o444)), errno.EACCES),
    ],
)
def test_what_cannot_be_written_is_refused(
    tmp_path: Path, make: object, number: int
) -> None:
    path = tmp_path / "it"
    make(path)
    with pytest.raises(OSError) as refused:
        target.find(str(path))
    assert refused.value.errno == number


def test_two_links_in_a_circle_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(OSError) as refused:
        target.find(str(tmp_path / "a"))
    assert refused.value.errno == errno.ELOOP


def test_a_name_that_ends_as_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        target.find(f"{tmp_path / 'new'}{os.sep}")


def test_a_folder_that_is_not_there_is_told_when_written(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        target.write(target.find(str(tmp_path / "no" / "file")), b"x")


def test_a_pipe_is_written_and_stays(tmp_path: Path) -> None:
    os.mkfifo(pipe := tmp_path / "pipe")
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    target.write(target.find(str(pipe)), b"x" * 100_000)
    reader.join(10)
    assert read == [b"x" * 100_000]
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    with pytest.raises(OSError, match=target.NOT_FILE):
        target.find_file(str(pipe))


def test_a_device_is_a_stream(tmp_path: Path) -> None:
    (tmp_path / "null").symlink_to("/dev/null")
    for path in ("/dev/null", tmp_path / "null"):
        found = target.find(str(path))
        assert found.is_stream
        target.write(found, b"x")
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


@LINUX
@pytest.mark.parametrize("folder", ["/dev/fd", "/proc/self/fd", "/proc/thread-self/fd"])
def test_a_descriptor_is_written_from_where_it_stands(tmp_path: Path, folder: str) -> None:
    with open(tmp_path / "file", "wb") as file:
        file.write(b"before ")
        file.flush()
        found = target.find(f"{folder}/{file.fileno()}")
        assert found.is_stream
        target.write(found, b"after")
    assert (tmp_path / "file").read_bytes() == b"before after"


@LINUX
def test_a_link_to_a_descriptor_is_one(tmp_path: Path) -> None:
    with open(tmp_path / "file", "wb") as file:
        (tmp_path / "link").symlink_to(f"/dev/fd/{file.fileno()}")
        assert target.find(str(tmp_path / "link")).descriptor == file.fileno()


@LINUX
def test_a_descriptor_that_is_not_open_is_refused() -> None:
    with pytest.raises(OSError) as refused:
        target.find("/proc/self/fd/987")
    assert refused.value.errno == errno.EBADF


def test_names_of_one_file_are_the_same(tmp_path: Path) -> None:
    (file := tmp_path / "file").write_text("x")
    (tmp_path / "soft").symlink_to("file")
    os.link(file, tmp_path / "hard")
    (tmp_path / "folder").symlink_to(".")
    kept = target.identities([str(file)])
    for name in (
        "file",
        "./file",
        "soft",
        "hard",
        "folder/soft",
        f"../{tmp_path.name}/file",
    ):
        assert target.find(str(tmp_path / name)).identity in kept, name
    assert target.find(str(tmp_path / "other")).identity not in kept


def test_a_file_that_is_not_there_yet_is_known_by_its_place(tmp_path: Path) -> None:
    (tmp_path / "folder").symlink_to(".")
    kept = target.identities([str(tmp_path / "folder" / "new")])
    assert target.find(str(tmp_path / "new")).identity in kept


def test_a_terminal_that_is_read_may_be_written() -> None:
    kept = target.identities(["/dev/zero"])
    assert target.find("/dev/null").identity not in kept


def test_the_permissions_stay(tmp_path: Path) -> None:
    (file := tmp_path / "file").write_text("x")
    file.chmod(0o640)
    target.write(target.find(str(file)), b"y")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (file := tmp_path / "file").write_text("old")

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(target.os, "replace", fail)
    with pytest.raises(OSError, match="full"):
        target.write(target.find(str(file)), b"new")
    assert file.read_text() == "old"
    assert os.listdir(tmp_path) == ["file"]


def test_a_long_name_is_written(tmp_path: Path) -> None:
    name = "n" * 250
    target.write(target.find(str(tmp_path / name)), b"x")
    assert os.listdir(tmp_path) == [name]

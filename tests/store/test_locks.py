"""The lock of a file lets one program in, is everybody's, and never follows a link."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import pytest

from kzfr_cli.store import locks

ROOT_ONLY = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs two accounts"
)
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="permissions and links of POSIX")


def test_one_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locks, "LOCK_SECONDS", 0.1)
    file = str(tmp_path / "t.toml")
    with locks.locked(file), pytest.raises(locks.HeldError), locks.locked(file):
        pass
    with locks.locked(file):
        pass


def test_who_waits_gets_in_when_the_other_leaves(tmp_path: Path) -> None:
    file = str(tmp_path / "t.toml")
    done = []

    def second() -> None:
        with locks.locked(file):
            done.append("second")

    with locks.locked(file):
        thread = threading.Thread(target=second)
        thread.start()
        thread.join(0.2)
        done.append("first")
    thread.join(5)
    assert done == ["first", "second"]


def test_the_file_of_the_lock_stays_the_same(tmp_path: Path) -> None:
    file = str(tmp_path / "t.toml")
    numbers = set()
    for _ in range(3):
        with locks.locked(file):
            numbers.add(os.stat(tmp_path / ".t.toml.lock").st_ino)
    assert numbers == {os.stat(tmp_path / ".t.toml.lock").st_ino}


@POSIX
@pytest.mark.parametrize("mask", [0o022, 0o077])
def test_a_lock_is_everybodys_whatever_the_mask(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        with locks.locked(str(tmp_path / "t.toml")):
            pass
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / ".t.toml.lock").stat().st_mode) == 0o666


@POSIX
def test_a_link_in_its_place_is_refused_and_its_target_untouched(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    for text in ("precious", ""):
        victim.write_text(text)
        victim.chmod(0o600)
        (tmp_path / ".t.toml.lock").unlink(missing_ok=True)
        (tmp_path / ".t.toml.lock").symlink_to(victim)
        with (
            pytest.raises(OSError, match=locks.NOT_PLAIN),
            locks.locked(str(tmp_path / "t.toml")),
        ):
            pass
        assert victim.read_text() == text
        assert stat.S_IMODE(victim.stat().st_mode) == 0o600


@POSIX
def test_another_name_of_an_empty_file_does_not_open_it_to_all(tmp_path: Path) -> None:
    (victim := tmp_path / "victim").write_text("")
    victim.chmod(0o600)
    os.link(victim, tmp_path / ".t.toml.lock")
    with locks.locked(str(tmp_path / "t.toml")):
        pass
    assert stat.S_IMODE(victim.stat().st_mode) == 0o600


@POSIX
@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_a_pipe_or_a_folder_in_its_place_is_refused_at_once(
    tmp_path: Path, make: object
) -> None:
    make(tmp_path / ".t.toml.lock")
    with (
        pytest.raises(OSError, match=locks.NOT_PLAIN),
        locks.locked(str(tmp_path / "t.toml")),
    ):
        pass


@pytest.mark.parametrize(
    "number", [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL]
)
def test_a_file_system_without_locks_is_told_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def fail(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(locks, "take", fail)
    monkeypatch.setattr(locks.time, "sleep", lambda seconds: pytest.fail("it waited"))
    with (
        pytest.raises(OSError, match=locks.NO_LOCKS),
        locks.locked(str(tmp_path / "t.toml")),
    ):
        pass


def test_a_long_name_has_a_lock_too(tmp_path: Path) -> None:
    with locks.locked(str(tmp_path / ("n" * 255))):
        assert len(os.listdir(tmp_path)) == 1


NOBODY = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")
LOCKS = """
import sys
from kzfr_cli.store import locks
with locks.locked(sys.argv[1]):
    print("in")
"""


def as_nobody(file: Path) -> subprocess.CompletedProcess[str]:
    """Lock a file as another account."""
    return subprocess.run(
        [*NOBODY, sys.executable, "-c", LOCKS, str(file)],
        env={"PYTHONPATH": str(Path(locks.__file__).parents[2]), "PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """Give a folder that all accounts reach."""
    base = Path(tempfile.gettempdir())
    for folder in (tmp_path, *tmp_path.parents):
        if base in folder.parents:
            folder.chmod(0o755)
    (folder := tmp_path / "shared").mkdir()
    folder.chmod(0o777)
    return folder


@ROOT_ONLY
@pytest.mark.parametrize("mode", [0o644, 0o666])
def test_a_lock_that_another_account_made_lets_one_in(shared: Path, mode: int) -> None:
    (shared / "t.toml").write_text("")
    (shared / "t.toml").chmod(0o666)
    (shared / ".t.toml.lock").write_text("")
    (shared / ".t.toml.lock").chmod(mode)
    assert as_nobody(shared / "t.toml").stdout == "in\n"


@ROOT_ONLY
def test_where_no_lock_can_be_made_the_file_is_its_own(shared: Path) -> None:
    (shared / "t.toml").write_text("kept")
    (shared / "t.toml").chmod(0o666)
    shared.chmod(0o755)
    ran = as_nobody(shared / "t.toml")
    assert (ran.stdout, ran.stderr) == ("in\n", "")
    assert os.listdir(shared) == ["t.toml"]
    assert (shared / "t.toml").read_text() == "kept"

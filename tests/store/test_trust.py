"""What others could have put into the cache folder is not read."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from kzfr_cli.store import trust

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
ROOT_ONLY = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away"
)


@pytest.mark.parametrize(
    ("mode", "fault"),
    [
        (0o700, ""),
        (0o755, ""),
        (0o775, trust.NOT_OURS),
        (0o777, trust.NOT_OURS),
        (0o1777, trust.NOT_OURS),
    ],
)
def test_a_folder_that_others_can_write_is_not_used(
    tmp_path: Path, mode: int, fault: str
) -> None:
    (folder := tmp_path / "cache").mkdir()
    folder.chmod(mode)
    assert trust.fault(str(folder)) == fault
    assert stat.S_IMODE(folder.stat().st_mode) == mode


def test_the_folder_that_we_made_with_a_wide_mask_is_closed(tmp_path: Path) -> None:
    (folder := tmp_path / "kzfr").mkdir()
    folder.chmod(0o775)
    assert trust.fault(str(folder)) == ""
    assert stat.S_IMODE(folder.stat().st_mode) == 0o755


@ROOT_ONLY
@pytest.mark.parametrize("name", ["cache", "kzfr"])
def test_a_folder_of_another_account_is_not_used(tmp_path: Path, name: str) -> None:
    (folder := tmp_path / name).mkdir()
    os.chown(folder, 1234, 4321)
    assert trust.fault(str(folder)) == trust.NOT_OURS


@ROOT_ONLY
def test_a_file_of_another_account_is_not_ours(tmp_path: Path) -> None:
    (file := tmp_path / "f").write_text("")
    os.chown(file, 1234, 4321)
    assert not trust.is_ours(str(file))


@pytest.mark.parametrize(("mode", "ours"), [(0o600, True), (0o644, True), (0o664, False)])
def test_a_file_that_others_can_write_is_not_ours(
    tmp_path: Path, mode: int, ours: bool
) -> None:
    (file := tmp_path / "f").write_text("")
    file.chmod(mode)
    assert trust.is_ours(str(file)) is ours


def test_a_link_a_folder_and_a_pipe_are_not_ours(tmp_path: Path) -> None:
    (tmp_path / "f").write_text("")
    (tmp_path / "link").symlink_to("f")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    for name in ("link", "folder", "pipe", "none"):
        assert not trust.is_ours(str(tmp_path / name))


def test_where_there_are_no_users_the_systems_own_rules_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, which has no user numbers and shows every folder as everybody's."""
    monkeypatch.delattr(trust.os, "geteuid")
    (folder := tmp_path / "cache").mkdir()
    folder.chmod(0o777)
    assert trust.fault(str(folder)) == ""


def test_a_folder_that_is_made_is_for_the_user_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        trust.make(str(tmp_path / "cache"))
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "cache").stat().st_mode) == 0o700

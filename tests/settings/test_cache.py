"""The configuration file is parsed once, and again when it changed."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from kzfr_cli.settings import cache as configuration
from kzfr_cli.settings.cache import SettingEntry


class Counting:
    """Parse nothing, and count how often."""

    def __init__(self) -> None:
        self.seen: list[bytes] = []

    def __call__(self, data: bytes, path: str) -> Sequence[SettingEntry]:
        self.seen.append(data)
        return [SettingEntry("databases", ["é", "b"], 3)]


def test_file_is_parsed_once_until_it_changes(tmp_path: Path) -> None:
    path, cache, parse = tmp_path / "config.toml", str(tmp_path / "cache"), Counting()
    path.write_bytes(b"one")
    for _ in range(2):
        assert configuration.entries(str(path), cache, parse) == [
            SettingEntry("databases", ["é", "b"], 3)
        ]
    assert parse.seen == [b"one"]
    path.write_bytes(b"two")
    os.utime(path, ns=(1, 1))
    configuration.entries(str(path), cache, parse)
    assert parse.seen == [b"one", b"two"]


def test_no_file_has_no_settings_and_leaves_nothing(tmp_path: Path) -> None:
    parse = Counting()
    assert (
        configuration.entries(str(tmp_path / "config.toml"), str(tmp_path / "cache"), parse)
        == ()
    )
    assert (parse.seen, os.listdir(tmp_path)) == ([], [])


def test_damage_in_what_is_kept_is_read_over(tmp_path: Path) -> None:
    path, cache, parse = tmp_path / "config.toml", tmp_path / "cache", Counting()
    path.write_bytes(b"one")
    configuration.entries(str(path), str(cache), parse)
    (kept,) = cache.iterdir()
    for damage in (b"", b"\xff", b"[]", b'{"mark": 1}'):
        kept.write_bytes(damage)
        assert configuration.entries(str(path), str(cache), parse) == [
            SettingEntry("databases", ["é", "b"], 3)
        ]
    assert len(parse.seen) == 5


def test_cache_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path) -> None:
    path, parse = tmp_path / "config.toml", Counting()
    path.write_bytes(b"one")
    (tmp_path / "cache").write_bytes(b"a file")
    for _ in range(2):
        assert configuration.entries(str(path), str(tmp_path / "cache"), parse)
    assert len(parse.seen) == 2


def test_a_change_of_the_same_size_and_time_is_seen(tmp_path: Path) -> None:
    path, cache, parse = tmp_path / "config.toml", str(tmp_path / "cache"), Counting()
    for text in (b"one", b"two"):
        path.write_bytes(text)
        os.utime(path, ns=(1, 1))
        configuration.entries(str(path), cache, parse)
    assert parse.seen == [b"one", b"two"]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows has other permissions")
@pytest.mark.parametrize("planted", ["folder", "file"])
def test_what_others_could_have_planted_is_neither_read_nor_kept(
    tmp_path: Path, planted: str
) -> None:
    path, cache, parse = tmp_path / "config.toml", tmp_path / "cache", Counting()
    path.write_bytes(b"one")
    configuration.entries(str(path), str(cache), parse)
    (kept,) = cache.iterdir()
    text = kept.read_text().replace('"b"', '"evil"')
    kept.write_text(text)
    (cache if planted == "folder" else kept).chmod(0o777)
    for _ in range(2):
        assert configuration.entries(str(path), str(cache), parse) == [
            SettingEntry("databases", ["é", "b"], 3)
        ]
    assert len(parse.seen) == (3 if planted == "folder" else 2)
    assert ("evil" in kept.read_text()) is (planted == "folder")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are of POSIX")
def test_a_pipe_that_nobody_writes_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "config.toml")
    assert configuration.read(str(tmp_path / "config.toml")) == b""

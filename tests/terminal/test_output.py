"""No output replaces what the command reads, nor anything but a file; each written file is named."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ..conftest import SMALL
from ..screens import ended, start

Run = Callable[..., subprocess.CompletedProcess[str]]

DATABASE = (
    SMALL
    + """
[[indicators]]
id = "trade"
label.en = "Trade"

[[figures]]
id = "trade-2017"
indicator = "trade"
period = "2017"
value = 3.9
unit = "EUR bn"
label.en = "Trade"
sources = [{ id = "senate" }]
"""
)

TEXT = "France and Kazakhstan signed a strategic partnership treaty on 12 June 2008.\n"

COMMANDS = {
    "timeline": ["timeline", "-o"],
    "timeline as json": ["timeline", "--format", "json", "-o"],
    "search": ["search", "astana", "-o"],
    "anniversary": ["anniversary", "--year", "2028", "-o"],
    "show": ["show", "treaty-2008", "-o"],
    "figures": ["figures", "-o"],
    "sources": ["sources", "-o"],
    "cite": ["cite", "treaty-2008", "-o"],
    "info": ["info", "-o"],
    "export": ["export", "--format", "json"],
    "validate": ["validate", "-o"],
    "check": ["check", "draft.md", "-o"],
    "config": ["config", "--format", "json", "-o"],
    "schema": ["schema", "timeline", "-o"],
}
"""A command line of each command that writes a file, up to the file."""


class Place:
    """A folder with a database, a draft, settings and a file of one's own."""

    def __init__(self, kzfr: Run, folder: Path) -> None:
        self.kzfr = kzfr
        self.folder = folder
        for name in ("db.toml", "own/kzfr/events.toml"):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(DATABASE, encoding="utf-8")
        (folder / "draft.md").write_text(TEXT)
        (folder / "settings.toml").write_text('language = "en"\n')
        os.symlink("db.toml", folder / "soft.toml")
        os.link(folder / "db.toml", folder / "hard.toml")

    def run(self, *arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
        """Run a command in the folder, with `db.toml` laid over the user's own file."""
        env = {
            "XDG_DATA_HOME": str(self.folder / "own"),
            "KZFR_CONFIG": str(self.folder / "settings.toml"),
        }
        more = ["--db", "db.toml", "--no-packaged"] if "--db" not in arguments else []
        return self.kzfr(*arguments, *more, cwd=self.folder, env=env, **options)

    def contents(self) -> dict[str, bytes]:
        """Read every file of the folder."""
        files = (path for path in self.folder.rglob("*") if path.is_file())
        return {str(path.relative_to(self.folder)): path.read_bytes() for path in files}


@pytest.fixture
def place(kzfr: Run, tmp_path: Path) -> Place:
    """Give such a folder."""
    return Place(kzfr, tmp_path)


def refused(place: Place, *arguments: str, **options: object) -> str:
    """Run a command that must change nothing and end with 3 and one sentence, which is given."""
    before = place.contents()
    result = place.run(*arguments, **options)
    assert (result.returncode, result.stdout) == (3, ""), result.stderr
    assert place.contents() == before
    assert result.stderr.startswith("Error: ")
    assert result.stderr.count("\n") == 1
    return result.stderr


INPUTS = [
    "db.toml",
    "./db.toml",
    "soft.toml",
    "hard.toml",
    "own/kzfr/events.toml",
    "settings.toml",
]


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("path", INPUTS)
def test_no_command_writes_over_the_database_or_the_settings(
    place: Place, name: str, path: str
) -> None:
    arguments = [*COMMANDS[name], path]
    if name not in ("cite", "schema") and "--format" not in arguments:
        arguments += ["--format", "json"]
    assert "is read here" in refused(place, *arguments)


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("path", ["db.toml", "soft.toml", "settings.toml"])
def test_an_input_under_a_wrong_ending_is_refused_as_an_input(
    place: Place, name: str, path: str
) -> None:
    assert "is read here" in refused(place, *COMMANDS[name], path)


@pytest.mark.parametrize("path", ["draft.md", "./draft.md", "draft.tex"])
def test_a_draft_is_refused_as_an_input_before_its_ending(place: Place, path: str) -> None:
    os.link(place.folder / "draft.md", place.folder / "draft.tex")
    assert "is read here" in refused(place, "check", "draft.md", "-o", path)


def test_a_file_that_is_validated_is_refused_before_its_ending(place: Place) -> None:
    (place.folder / "mine.toml").write_text(SMALL)
    assert "is read here" in refused(place, "validate", "mine.toml", "-o", "mine.toml")


@pytest.mark.parametrize("path", ["draft.md", "./draft.md", "link.md"])
def test_a_draft_is_not_emptied(place: Place, path: str) -> None:
    os.symlink("draft.md", place.folder / "link.md")
    assert "is read here" in refused(
        place, "check", "draft.md", "--format", "json", "-o", path
    )


def test_a_draft_on_the_standard_input_is_not_emptied(place: Place) -> None:
    command = [
        sys.executable,
        "-m",
        "kzfr_cli",
        "check",
        "--format",
        "text",
        "-",
        "-o",
        "draft.md",
    ]
    with open(place.folder / "draft.md") as draft:
        result = subprocess.run(
            command,
            stdin=draft,
            cwd=place.folder,
            capture_output=True,
            env={**os.environ, "HOME": str(place.folder)},
        )
    assert result.returncode == 3
    assert (place.folder / "draft.md").read_text() == TEXT


def test_a_file_that_is_validated_is_not_written_over(place: Place) -> None:
    (place.folder / "mine.toml").write_text(SMALL)
    refused(place, "validate", "mine.toml", "--format", "json", "-o", "mine.toml")


def test_a_file_of_a_folder_of_databases_is_not_written_over(place: Place) -> None:
    (place.folder / "folder").mkdir()
    (place.folder / "folder" / "more.toml").write_text(SMALL)
    refused(
        place, "timeline", "--format", "json", "-o", "folder/more.toml", "--db", "folder"
    )


def test_the_own_file_and_the_settings_are_kept_before_there_are_any(place: Place) -> None:
    (place.folder / "own/kzfr/events.toml").unlink()
    (place.folder / "settings.toml").unlink()
    for path in ("own/kzfr/events.toml", "settings.toml"):
        refused(place, "info", "--format", "json", "-o", path, "--lang", "en")


def test_a_site_is_not_written_over_the_database(place: Place) -> None:
    (place.folder / "public").mkdir()
    os.replace(place.folder / "db.toml", place.folder / "public" / "index.html")
    refused(place, "site", "public", "--db", "public/index.html", "--no-packaged")


# ---- what is no file


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize(
    "path", ["folder", "loop", "folder/", "new/", "missing/file", "folder/loop/x"]
)
def test_what_cannot_be_written_is_one_sentence(place: Place, name: str, path: str) -> None:
    (place.folder / "folder").mkdir()
    os.symlink("loop", place.folder / "loop")
    os.symlink("loop", place.folder / "folder" / "loop")
    assert "cannot be written" in refused(place, *COMMANDS[name], path)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_file_that_nobody_may_write_stays(place: Place, name: str) -> None:
    (place.folder / "kept").write_text("kept")
    (place.folder / "kept").chmod(0o444)
    assert "Permission denied" in refused(place, *COMMANDS[name], "kept")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc is Linux's")
@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("path", ["/dev/stdout", "/proc/self/fd/1", "/dev/fd/1", "-"])
def test_the_standard_output_by_its_path_is_the_standard_output(
    place: Place, name: str, path: str
) -> None:
    place.run("info")  # which tells whether the index was made anew
    wanted = place.run(*COMMANDS[name], "-")
    assert wanted.stdout
    result = place.run(*COMMANDS[name], path)
    assert result.returncode == wanted.returncode
    assert result.stdout == wanted.stdout
    assert stat.S_ISLNK(os.lstat("/dev/stdout").st_mode)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc is Linux's")
def test_a_redirected_standard_output_is_appended_to_and_not_replaced(place: Place) -> None:
    with open(place.folder / "list", "w") as file:
        file.write("before\n")
        file.flush()
        subprocess.run(
            [sys.executable, "-m", "kzfr_cli", "schema", "-o", "/dev/stdout"],
            stdout=file,
            cwd=place.folder,
            check=True,
        )
        file.seek(0, os.SEEK_END)
        file.write("after\n")
    lines = (place.folder / "list").read_text().splitlines()
    assert (lines[0], lines[-1]) == ("before", "after")
    assert "timeline" in lines


def test_a_process_of_the_shell_is_written_to(place: Place) -> None:
    done = subprocess.run(
        [
            "bash",
            "-c",
            f"{sys.executable} -m kzfr_cli schema -o >(sort -r > sorted); sleep 1",
        ],
        cwd=place.folder,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")
    names = (place.folder / "sorted").read_text().splitlines()
    assert "timeline" in names
    assert names == sorted(names, reverse=True)


def device(folder: Path, name: str = "null") -> Path:
    """Make a device of one's own; only root may."""
    path = folder / name
    try:
        os.mknod(path, 0o666 | stat.S_IFCHR, os.makedev(1, 3))
    except OSError:
        pytest.skip("only root makes devices")
    return path


@pytest.mark.parametrize("name", COMMANDS)
def test_a_device_is_written_and_stays(place: Place, name: str) -> None:
    path = device(place.folder)
    result = place.run(*COMMANDS[name], str(path))
    assert result.returncode in (0, 1), result.stderr
    assert stat.S_ISCHR(path.stat().st_mode)


ADD = [
    "add",
    "--date",
    "2026-09-01",
    "--title",
    "T",
    "--category",
    "visit",
    "--no-source",
    "--yes",
]


def test_an_event_is_not_added_to_a_device(place: Place) -> None:
    path = device(place.folder)
    told = refused(place, *ADD, "--db", str(path))
    assert "device" in told
    assert stat.S_ISCHR(path.stat().st_mode)
    assert sorted(os.listdir(place.folder)) == sorted(
        ["db.toml", "draft.md", "hard.toml", "null", "own", "settings.toml", "soft.toml"]
    )


def test_an_event_is_not_added_to_a_pipe(place: Place) -> None:
    os.mkfifo(place.folder / "pipe")
    assert "pipe" in refused(place, *ADD, "--db", "pipe")
    assert stat.S_ISFIFO((place.folder / "pipe").stat().st_mode)


@pytest.mark.parametrize("name", ["loop.toml", "kept.toml"])
def test_an_event_is_not_added_where_nobody_may_write(place: Place, name: str) -> None:
    os.symlink("loop.toml", place.folder / "loop.toml")
    (place.folder / "kept.toml").write_text(SMALL)
    (place.folder / "kept.toml").chmod(0o444)
    refused(place, *ADD, "--db", name)


def test_a_setting_is_not_written_to_a_device(place: Place) -> None:
    path = device(place.folder)
    (place.folder / "settings.toml").unlink()
    os.symlink(path, place.folder / "settings.toml")
    assert "device" in refused(place, "config", "set", "color", "never", "--lang", "en")
    assert stat.S_ISCHR(path.stat().st_mode)


@pytest.mark.parametrize("command", [["set", "color", "never"], ["unset", "language"]])
def test_settings_that_nobody_may_write_stay(place: Place, command: list[str]) -> None:
    (place.folder / "settings.toml").chmod(0o444)
    refused(place, "config", *command)


# ---- what is said on a terminal


def test_each_written_file_is_named_on_a_terminal(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    arguments = ["timeline", "--limit", "1", "--lang", "en", "-o", str(path)]
    first = ended(start(home, *arguments, columns=400))
    second = ended(start(home, *arguments, columns=400))
    assert f"wrote {path}\r\n" in first[1]
    assert f"wrote {path}, replacing the earlier one\r\n" in second[1]


def test_the_own_language_names_it(home: Path, tmp_path: Path) -> None:
    for lang in ("fr", "ru", "kk"):
        path = tmp_path / f"{lang}.txt"
        _, told = ended(start(home, "info", "--lang", lang, "-o", str(path), columns=400))
        assert str(path) in told
        assert "wrote" not in told


def test_nothing_is_said_in_a_script(place: Place) -> None:
    assert place.run("timeline", "-o", "list.txt").stderr == ""

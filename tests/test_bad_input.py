"""Each bad input gets one clear sentence and its exit code, never a traceback, and loses nothing
else.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

GOOD = """
[[sources]]
id = "paper"
title = "Paper"

[[events]]
id = "good-2001"
category = "visit"
title.en = "Good"

[[events.dates]]
kind = "occurred"
value = "2001-02-03"
sources = ["paper"]
"""

BAD = """
[[events]]
id = "bad-2001"
category = "visit"
title.en = "Bad"

[[events.dates]]
kind = "occurred"
value = "2001-02-03"
sources = ["paper"]
"""

FULL = Path("/dev/full")


@pytest.mark.parametrize(
    ("bad", "line", "said"),
    [
        (BAD.replace('"visit"', "3").encode(), 17, "category"),
        (
            BAD.replace("category", "colour = 1\ncategory").encode(),
            17,
            "“colour” is no field",
        ),
        (BAD.replace("bad-2001", "good-2001").encode(), 15, "used twice"),
        (BAD.replace('id = "bad-2001"', "").encode(), 15, "“id” is missing"),
        (
            BAD.replace("2001-02-03", "2001-02-30").encode(),
            22,
            "last day of that month is 28 February 2001",
        ),
        (BAD.replace("2001-02-03", "2005/2001").encode(), 22, "ends before it starts"),
        (
            BAD.replace('["paper"]', '["nobody"]').encode(),
            15,
            "no file defines the source “nobody”",
        ),
        (
            BAD.replace("Bad", "B\0d").encode("utf-8").replace(b"\0", b"\xff"),
            18,
            "0xff is not UTF-8",
        ),
        (BAD.encode()[:25], 16, "not valid TOML"),
        (b"[[events]]\nx = " + b"[" * 50_000 + b"]" * 50_000, 15, "not valid TOML"),
        (b'[[events]]\nid = "' + b"a" * 2_000_000 + b'"', 14, "more than the limit"),
    ],
    ids=[
        "type",
        "key",
        "duplicate",
        "no-id",
        "impossible",
        "order",
        "source",
        "utf-8",
        "truncated",
        "deep",
        "large",
    ],
)
def test_fault_is_told_with_its_line_and_the_rest_loads(
    kzfr: Run, tmp_path: Path, bad: bytes, line: int, said: str
) -> None:
    path = tmp_path / "bad.toml"
    path.write_bytes(GOOD.encode() + bad)
    result = kzfr(
        "timeline", "--no-packaged", "--db", str(path), "--format", "json", "--lang", "en"
    )
    assert result.returncode == 0
    assert "good-2001" in [event["id"] for event in json.loads(result.stdout)]
    (told,) = result.stderr.splitlines()
    assert told.startswith(f"{path}:")
    assert abs(int(told.removeprefix(f"{path}:").split(":")[0]) - line) <= 1
    assert said in told
    assert f"kzfr validate {path}" in told


@pytest.mark.parametrize(
    "content",
    [b"\x89PNG\r\n\x1a\n\xff\xff", b"events = 3\n", b"not toml at all", b"\0" * 100],
)
def test_database_with_nothing_usable_ends_with_3(
    kzfr: Run, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "bad.toml"
    path.write_bytes(content)
    result = kzfr("timeline", "--db", str(path), "--lang", "en")
    assert (result.returncode, result.stdout) == (3, "")
    assert result.stderr.startswith(f"Error: Nothing in {path} can be used: {path}:")


def test_empty_overlay_is_no_fault(kzfr: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.toml").write_text("")
    result = kzfr("timeline", "--limit", "1", "--db", str(tmp_path / "empty.toml"))
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["show", "nosuch-thing"], 3, "no entry “nosuch-thing”"),
        (["timeline", "--category", "sprt"], 2, "“sprt” is none of these: diplomacy, "),
        (["timeline", "--category", "sprt"], 2, "Did you mean: sport?"),
        (["timeline", "--tag", "x"], 2, "no tag “x”"),
        (["timeline", "--place", "x"], 2, "no place “x”"),
        (["timeline", "--lang", "de"], 2, "“de” is none of these: French, English,"),
        (["timeline", "--format", "xls"], 2, "“xls” is none of these: text, json,"),
        (["timeline", "--from", "2020", "--to", "2010"], 2, "Exchange --from and --to"),
        (["timeline", "--limit", "-1"], 2, "x>=0"),
        (["timeline", "--db", "/nonexistent"], 3, "no database at /nonexistent"),
        (["timeline", "--db", ""], 3, "no database at “”"),
        (
            ["anniversary", "--date", "2018-02-30"],
            2,
            "last day of that month is 28 February 2018",
        ),
        (["anniversary", "--date", "05/06/2018"], 2, "2018-06-05 or 2018-05-06"),
        (["anniversary", "--date", "2018"], 2, "not known to the day"),
        (["anniversary", "--round", "often"], 2, "no profile of round numbers"),
        (["--today", "whenever"], 2, "not a date"),
        (["search", ""], 2, "Type the words to look for"),
        (["search", "qqqxxxzzz"], 1, "Nothing found"),
        (["timelnie"], 2, "Did you mean: timeline?"),
        (["search", "\x1b[31mqqqxxxzzz\x07"], 1, "‹U+001B›[31m"),
        (["show", "\x1b[31m"], 3, "‹U+001B›[31m"),
        (["show", os.fsdecode(b"\xff")], 3, "no entry"),
    ],
)
def test_wrong_word_is_refused_with_its_exit_code(
    kzfr: Run, arguments: list[str], code: int, said: str
) -> None:
    result = kzfr(*arguments)
    assert (result.returncode, result.stdout) == (code, "")
    assert said in result.stderr
    assert "Traceback" not in result.stderr
    assert "\x1b" not in result.stderr


@pytest.mark.parametrize("today", ["nonsense", "2018", "2018-02-30", "05/06/2018"])
def test_nonsense_in_kzfr_today_is_refused(kzfr: Run, today: str) -> None:
    result = kzfr("anniversary", env={"KZFR_TODAY": today})
    assert (result.returncode, result.stdout) == (2, "")
    assert today in result.stderr


@pytest.mark.parametrize("output", ["", ".", "missing/file", "plain/file", "a" * 300])
def test_unwritable_output_ends_with_3_and_leaves_nothing(
    kzfr: Run, tmp_path: Path, output: str
) -> None:
    (tmp_path / "plain").write_text("kept")
    result = kzfr("timeline", "--limit", "1", "-o", output, cwd=tmp_path)
    assert (result.returncode, result.stdout) == (3, "")
    assert "cannot be written" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["plain"]


@pytest.mark.parametrize(
    "env",
    [
        {"HOME": ""},
        {"HOME": "/dev/null"},
        {"LANG": "C"},
        {"LANG": "", "LC_ALL": "C"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1"},
        {"LANG": "", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    ],
    ids=lambda env: ",".join(f"{name}={value}" for name, value in env.items()),
)
def test_poor_environment_still_answers_in_utf8(kzfr: Run, env: dict[str, str]) -> None:
    result = kzfr("search", "Сорбонна", "--limit", "1", "--lang", "kk", env=env)
    assert result.returncode == 0
    assert "Сорбонна" in result.stdout
    assert "Traceback" not in result.stderr


def test_cache_that_cannot_be_written_costs_a_line(kzfr: Run) -> None:
    result = kzfr("timeline", "--limit", "1", env={"KZFR_CACHE": "/dev/null/cache"})
    assert result.returncode == 0
    assert "Set KZFR_CACHE" in result.stderr


def test_several_databases_in_kzfr_db_lie_over_each_other(kzfr: Run, tmp_path: Path) -> None:
    one, two = tmp_path / "one.toml", tmp_path / "two.toml"
    one.write_text(GOOD)
    two.write_text(BAD)
    result = kzfr(
        "timeline",
        "--no-packaged",
        "--format",
        "json",
        env={"KZFR_DB": f"{one}{os.pathsep}{two}"},
    )
    assert {event["id"] for event in json.loads(result.stdout)} == {"good-2001", "bad-2001"}


def command(*arguments: str) -> list[str]:
    """Write a command line of kzfr."""
    return [sys.executable, "-m", "kzfr_cli", *arguments]


def environment(home: Path, **more: str) -> dict[str, str]:
    """Make the environment of a process."""
    source = str(Path(__file__).resolve().parent.parent / "src")
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "PYTHONPATH": source,
        "LANG": "C.UTF-8",
        **more,
    }


@pytest.mark.parametrize(
    "arguments",
    [["timeline", "--format", "json"], ["timeline", "--format", "csv"], ["--help"]],
)
def test_closed_pipe_ends_quietly(home: Path, arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    result = subprocess.run(
        command(*arguments),
        stdout=writing,
        stderr=subprocess.PIPE,
        env=environment(home),
        timeout=60,
    )
    os.close(writing)
    assert (result.returncode, result.stderr) == (0, b"")


@pytest.mark.parametrize("closed", [1, 2])
def test_stream_closed_from_the_beginning_loses_only_what_it_would_carry(
    home: Path, closed: int
) -> None:
    line = f'exec "$@" {closed}>&-'
    result = subprocess.run(
        ["sh", "-c", line, "sh", *command("timeline", "--limit", "1")],
        capture_output=True,
        env=environment(home),
        timeout=60,
    )
    assert (result.returncode, result.stderr) == (0, b"")


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize(
    "arguments", [["timeline"], ["timeline", "--format", "csv"], ["--help"], ["--version"]]
)
def test_full_disk_ends_with_3(home: Path, arguments: list[str]) -> None:
    with FULL.open("wb") as full:
        result = subprocess.run(
            command(*arguments),
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(home),
            timeout=60,
        )
    assert result.returncode == 3
    assert b"stdout cannot be written: No space left" in result.stderr


def test_interrupt_ends_with_130_and_leaves_no_half_index(
    home: Path, tmp_path: Path
) -> None:
    big = tmp_path / "big.toml"
    big.write_text(
        GOOD + "".join(BAD.replace("bad-2001", f"bad-{number}") for number in range(20_000))
    )
    cache = tmp_path / "cache"
    process = subprocess.Popen(
        command("timeline", "--db", str(big)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(home, KZFR_CACHE=str(cache)),
    )
    for _ in range(400):
        if cache.exists() and list(cache.iterdir()):
            break
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    output, errors = process.communicate(timeout=60)
    assert (process.returncode, output, errors.strip()) == (130, b"", b"")
    assert list(cache.iterdir()) == []


def test_interrupt_that_python_wraps_is_an_interrupt_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from kzfr_cli import main

    def interrupted(*_: object, **__: object) -> None:
        raise RuntimeError("Error calling __set_name__") from KeyboardInterrupt()

    monkeypatch.setattr(main.kzfr, "main", interrupted)
    assert main.run(["timeline"]) == 130


def test_two_processes_that_build_the_index_at_once_agree(
    home: Path, tmp_path: Path
) -> None:
    processes = [
        subprocess.Popen(
            command("timeline", "--format", "json"),
            stdout=subprocess.PIPE,
            env=environment(home, KZFR_CACHE=str(tmp_path)),
        )
        for _ in range(2)
    ]
    first, second = (process.communicate(timeout=60)[0] for process in processes)
    assert first == second
    assert len(json.loads(first)) > 100
    assert [path.suffix for path in tmp_path.iterdir()] == [".sqlite"]


@pytest.mark.parametrize(
    "arguments", [["timeline"], ["search", "Sorbonne"], ["anniversary", "--next", "3"]]
)
def test_index_found_damaged_in_the_middle_is_built_anew(
    kzfr: Run, tmp_path: Path, arguments: list[str]
) -> None:
    env = {"KZFR_CACHE": str(tmp_path)}
    before = kzfr(*arguments, env=env)
    (index,) = tmp_path.iterdir()
    with index.open("r+b") as file:
        size = index.stat().st_size
        file.seek(20_480)
        file.write(b"\xa5" * (size - 20_480))
    after = kzfr(*arguments, env=env)
    assert (after.returncode, after.stdout, after.stderr) == (0, before.stdout, "")


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="other systems hold names as text"
)
def test_a_file_whose_name_is_not_utf8_is_read_and_written_itself(
    home: Path, tmp_path: Path
) -> None:
    name = os.fsdecode(b"r\xe9union.toml")
    (tmp_path / name).write_text(
        '[[events]]\nid = "a-2020"\ncategory = "visit"\ntitle.en = "A"\n'
        'dates = [{kind = "occurred", value = "2020-01-01", status = "preferred"}]\nmood = 1\n'
    )

    def run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [*command(*arguments), "--no-packaged", "--db", name],
            env=environment(home, KZFR_CACHE=str(tmp_path / "cache")),
            cwd=tmp_path,
            capture_output=True,
            timeout=60,
            check=False,
        )

    for _ in range(2):
        assert b"[a-2020]" in run("search", "A").stdout
    added = run(
        "add",
        "--date",
        "2026-01-05",
        "--title",
        "New",
        "--category",
        "visit",
        "--yes",
        "--no-source",
    )
    assert added.returncode == 0, added.stderr
    for arguments in (
        ("validate",),
        ("info",),
        ("info", "--format", "json"),
        ("show", "a-2020"),
    ):
        assert run(*arguments).returncode in (0, 1), run(*arguments).stderr
    assert run("timeline", "--format", "csv", "-o", os.fsdecode(b"\xe9.csv")).returncode == 0
    written = {
        name for name in os.listdir(os.fsencode(tmp_path)) if not name.startswith(b".")
    }
    assert written == {b"r\xe9union.toml", b"\xe9.csv", b"cache"}
    assert '"New"' in (tmp_path / name).read_text()


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
def test_a_file_name_with_a_line_break_begins_no_line_of_output(
    kzfr: Run, tmp_path: Path
) -> None:
    (path := tmp_path / "a\n::error bad.toml").write_text('[[events]]\nid = "x"\nmood = 1\n')
    for command_ in ("timeline", "validate"):
        result = kzfr(command_, "--no-packaged", "--db", str(path))
        assert "::error" in result.stdout + result.stderr
        assert not any(
            line.startswith("::") for line in (result.stdout + result.stderr).splitlines()
        )

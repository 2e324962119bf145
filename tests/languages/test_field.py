"""Cases from the field, reduced: what desks type, and what kzfr makes of it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

TODAY = {"KZFR_TODAY": "2026-11-30"}


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("13-15 septembre 2026", "2026-09-13/2026-09-15"),
        ("13–15 September 2026", "2026-09-13/2026-09-15"),
        ("du 13 au 15 septembre 2026", "2026-09-13/2026-09-15"),
        ("9 June - 23 June 2014", "2014-06-09/2014-06-23"),
    ],
)
def test_field_33_typed_span_is_read(
    kzfr: Run, tmp_path: Path, typed: str, value: str
) -> None:
    options = ("--no-packaged", "--db", str(tmp_path / "e.toml"), "--lang", "en")
    event = ("--title", "T", "--category", "visit", "--no-source", "--yes", "--dry-run")
    result = kzfr("add", "--date", typed, *event, *options, env=TODAY)
    assert f'value = "{value}"' in result.stdout


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("sam. 01 avril 2017", "Saturday 1 April 2017"),
        ("mar. 19 déc. 2017", "Tuesday 19 December 2017"),
        ("mercredi 12 juin 2008", "12 June 2008 is a Thursday"),
        ("25 janvier", "Monday 25 January 2027"),
        ("06-11", "Friday 11 June 2027"),
        ("next friday", "Friday 4 December 2026"),
    ],
)
def test_field_34_typed_weekday_is_read_or_refused(kzfr: Run, typed: str, said: str) -> None:
    result = kzfr("anniversary", "--date", typed, "--within", "0", "--lang", "en", env=TODAY)
    assert said in (result.stdout + result.stderr).splitlines()[0]


def test_field_35_day_that_is_not_told_leaves_the_month(
    kzfr: Run, write: Callable[..., Path]
) -> None:
    database = """
[[events]]
id = "e-2008"
category = "visit"
title.en = "E"
dates = [{kind = "occurred", value = "2008-06-XX", status = "preferred"}]
"""
    path = write(database)
    result = kzfr("timeline", "--no-packaged", "--db", str(path), "--lang", "en", env=TODAY)
    assert "June" in result.stdout
    assert "XX" not in result.stdout


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("fr_FR.UTF-8", "mardi 5 juin 2018"),
        ("en_GB.UTF-8", "Tuesday 5 June 2018"),
        ("en_US.UTF-8", "2018-05-06"),
        ("C.UTF-8", "2018-05-06"),
    ],
)
def test_day_comes_first_where_the_locale_says_so(kzfr: Run, locale: str, said: str) -> None:
    env = {**TODAY, "LANG": locale, "LC_ALL": locale}
    result = kzfr("anniversary", "--date", "05/06/2018", "--within", "0", env=env)
    assert said.casefold() in (result.stdout + result.stderr).casefold()


def test_field_47_long_ordinal_stands_apart_from_its_title(
    kzfr: Run, write: Callable[..., Path]
) -> None:
    database = """
[[events]]
id = "a-1926"
category = "visit"
title.kk = "Жүз"
title.en = "Hundred"
dates = [{kind = "occurred", value = "1926-11-30", status = "preferred"}]
[[events]]
id = "a-1026"
category = "visit"
title.en = "Thousand"
dates = [{kind = "occurred", value = "1026-11-30", status = "preferred"}]
"""
    options = ("--within", "0", "--no-packaged", "--db", str(write(database)))
    said = {
        lang: kzfr("anniversary", *options, "--lang", lang, env=TODAY).stdout
        for lang in ("kk", "ru", "en")
    }
    assert "100-ші Жүз" in said["kk"]
    assert "1000-я Thousand" in said["ru"]
    assert "1000th Thousand" in said["en"]

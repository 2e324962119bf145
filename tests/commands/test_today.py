"""`kzfr today` greets in a line each, and says nothing on a day without anything."""

from __future__ import annotations

from collections.abc import Callable


def test_each_anniversary_of_the_day_has_a_line(kzfr: Callable) -> None:
    lines = kzfr("today", "--today", "2018-06-11").stdout.splitlines()
    assert "★ 10 years: Strategic partnership treaty signed" in lines


def test_a_day_without_anything_is_silent(kzfr: Callable) -> None:
    done = kzfr("today", "--today", "2018-06-05", "--no-packaged")
    assert (done.returncode, done.stdout) == (0, "")


def test_only_round_leaves_the_others_out(kzfr: Callable) -> None:
    assert kzfr("today", "--today", "2019-06-11").stdout != ""
    assert kzfr("today", "--today", "2019-06-11", "--only-round").stdout == ""


def test_plain_has_a_star_of_ascii(kzfr: Callable) -> None:
    assert kzfr("today", "--today", "2018-06-11", "--plain").stdout.startswith(("* ", "- "))


def test_it_speaks_the_language_asked(kzfr: Callable) -> None:
    assert "10 ans" in kzfr("today", "--today", "2018-06-11", "--lang", "fr").stdout

"""What the page is written with for people alone may go: it stands in no string and in no attribute."""

from __future__ import annotations

import re

import pytest

from kzfr_cli.formats import html


def test_no_string_of_the_style_holds_the_air_of_its_signs() -> None:
    strings = re.findall(r'"[^"]*"', html.asset("page.css"))
    assert strings
    assert [each for each in strings if re.search(r"[{};:,]\s|\s[{};]", each)] == []


def test_no_attribute_of_the_page_stands_between_apostrophes() -> None:
    assert re.findall(r"=\s*'", html.asset("page.html")) == []


@pytest.mark.parametrize("name", html.SCRIPTS)
def test_no_template_of_a_script_goes_over_a_line(name: str) -> None:
    lines = html.asset(f"script/{name}.js").splitlines()
    assert [line for line in lines if line.count("`") % 2] == []


def test_style_loses_no_space_between_two_words() -> None:
    bare = html.STYLE_REMARK.sub("", html.asset("page.css"))
    spaced = re.compile(r"(?<=[^\s{};:,])\s+(?=[^\s{};:,])")
    assert len(spaced.findall(html.styles())) == len(spaced.findall(bare)) > 0
    assert re.sub(r"\s", "", html.styles()) == re.sub(r"\s", "", bare)

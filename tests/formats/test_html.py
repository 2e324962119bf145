"""The script of the page is joined without the air in which it is written, and says the same."""

from __future__ import annotations

import pytest

from kzfr_cli.formats import html


@pytest.mark.parametrize(
    ("written", "joined"),
    [
        ("const a = b ? c : { d };", "const a=b?c:{d};"),
        ('f(" = ", `${ a } ( ${b}`)', 'f(" = ",`${ a } ( ${b}`)'),
        (r'say("\" ; ", x)', r'say("\" ; ",x)'),
        ("text.replace(/[/ ] = \\/ ;/g, y)", "text.replace(/[/ ] = \\/ ;/g,y)"),
        ("const told = / , /u;", "const told=/ , /u;"),
        ("(a + 1) / (b - c) / 2", "(a + 1)/(b - c)/ 2"),
        ("a - -b", "a - -b"),
    ],
)
def test_no_blank_is_lost_that_a_text_has(written: str, joined: str) -> None:
    assert html.close(written) == joined


def test_every_module_stands_in_the_script_once() -> None:
    script = html.scripts()
    assert [script.count(f"const ${name}=") for name in html.SCRIPTS] == [1] * len(
        html.SCRIPTS
    )

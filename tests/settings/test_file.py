"""A key is set and taken out; its line is known; every other byte stays."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kzfr_cli.settings import file as settings

OTHERS = st.lists(
    st.sampled_from(
        [
            "",
            '# a comment: é = "x"',
            "   ",
            "round = [ 7,\n   33 ] # both",
            "pager = '''\nless\n  -R'''",
            "x.y = 1",
            "\"quoted key\" = 'v'",
            "date = 2018-06-05",
            'color   =   "never"\t# why',
        ]
    ),
    unique=True,
)
ENDS = st.sampled_from(["\n", "\r\n"])


def file(lines: list[str], end: str, last: bool) -> bytes:
    """Write lines as a file."""
    text = "\n".join(lines) + ("\n" if last and lines else "")
    return text.replace("\n", end).encode()


@given(OTHERS, OTHERS, ENDS, st.booleans())
def test_key_set_where_it_stands_changes_its_value_alone(
    before: list[str], after: list[str], end: str, last: bool
) -> None:
    after = [line for line in after if line not in before]
    old, new = (
        file([*before, f'language = "{code}" # mine', *after], end, last)
        for code in ("fr", "kk")
    )
    assert settings.with_value(old, "x", "language", "kk") == new


@given(OTHERS, ENDS, st.booleans())
def test_new_key_stands_on_a_line_of_its_own_and_goes_again(
    lines: list[str], end: str, last: bool
) -> None:
    old = file(lines, end, last)
    end = end if end.encode() in old else "\n"
    new = settings.with_value(old, "x", "language", "kk")
    assert new.replace(f'language = "kk"{end}'.encode(), b"") in (old, old + end.encode())
    assert settings.without(new, "x", "language") in (old, old + end.encode())


@given(OTHERS, OTHERS, ENDS)
def test_line_of_a_key_is_where_it_stands(
    before: list[str], after: list[str], end: str
) -> None:
    after = [line for line in after if line not in before]
    data = file([*before, "language = 'fr'", *after], end, True)
    (line,) = [item.line for item in settings.lines(data, "x") if item.key == "language"]
    assert data.decode().splitlines()[line - 1] == "language = 'fr'"

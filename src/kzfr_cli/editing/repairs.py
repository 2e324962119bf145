"""Put right values into the fields of a database file, in the quotes in which the wrong ones
stand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kzfr_cli.core.record import pair
from kzfr_cli.editing import edits, toml_writer
from kzfr_cli.store import toml_text

KEY = re.compile(
    rf"(?:{toml_text.NAME.pattern})(?:[ \t]*\.[ \t]*(?:{toml_text.NAME.pattern}))*[ \t]*=[ \t]*"
)
UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
"""What a literal string of TOML cannot hold."""


@pair
class Repair:
    """Say what the value of a field of an entry must be."""

    kind: str
    id: str
    field: str
    value: str


def repaired(before: bytes, repairs: Sequence[Repair]) -> bytes:
    """Make the repairs or none; a field that no string stands in is left. Raises what `edits.apply`
    raises.
    """
    wanted: dict[tuple[str, str], dict[str, str]] = {}
    for repair in repairs:
        wanted.setdefault((repair.kind, repair.id), {})[repair.field] = repair.value
    replacements = []
    for (kind, entry_id), values in wanted.items():
        text = own = edits.own_lines(before, kind, entry_id)
        for field, value in values.items():
            text = with_value(text, field, value)
        if text != own:
            replacements.append(edits.Replacement(kind, entry_id, text))
    return edits.apply(before, replacements)


def with_value(
    text: str,
    field: str,
    value: str,
) -> str:
    """Put a value in place of the string at a field such as `dates[1].note.fr` of the entry that
    begins a text.
    """
    place = toml_text.positions(text).get(field)
    if place is None:
        return text
    if key := KEY.match(text, place):
        place = key.end()
    literal = toml_text.TEXT.match(text, place)
    return (
        text
        if literal is None
        else text[:place] + quoted(value, literal[0]) + text[literal.end() :]
    )


def quoted(value: str, like: str) -> str:
    """Write a string in the quotes of another where these can hold it."""
    triple, sign = like[:3] in ('"""', "'''"), like[0]
    if triple:
        value = value.replace("\r\n", "\n")  # the lines of a file end as the others do
    if (
        sign == "'"
        and not UNWRITABLE.search(value)
        and "'" not in value
        and (triple or "\n" not in value)
    ):
        first = (
            "\n" if value.startswith("\n") else ""
        )  # TOML drops a line end at the beginning
        return f"'''{first}{value}'''" if triple else f"'{value}'"
    if triple:
        body = "\n".join(toml_writer.inline(line)[1:-1] for line in value.split("\n"))
        begins = ('"""\n', '"""\r\n')
        first = "\n" if like.startswith(begins) or value.startswith("\n") else ""
        return f'"""{first}{body}"""'
    return toml_writer.inline(value)

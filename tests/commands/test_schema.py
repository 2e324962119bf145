"""What `kzfr schema` promises is what the commands write, field for field."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import click
import jsonschema
import pytest

from kzfr_cli.formats import schemas
from kzfr_cli.main import COMMANDS
from kzfr_cli.main import kzfr as program

Run = Callable[..., subprocess.CompletedProcess[str]]

ALL = [
    ("timeline", []),
    ("search", ["--in", "events,names,figures,sources", "uranium", "--limit", "60"]),
    ("search", ["sorbone", "almati"]),
    ("anniversary", ["--year", "2018"]),
    ("anniversary", ["--date", "2018-06-05", "--limit", "0"]),
    ("anniversary", ["--next", "400"]),
    ("show", ["strategic-partnership-treaty-2008"]),
    ("show", ["astana"]),
    ("show", ["lafranceetlemonde-2018"]),
    ("show", ["trade-total-2017-eur"]),
    ("show", ["trade-total"]),
    ("figures", []),
    ("sources", []),
    ("sources", ["lafranceetlemonde-2018"]),
    ("export", ["-o", "all.json"]),
    ("validate", ["--all"]),
    ("validate", ["--explain"]),
    ("validate", ["--explain", "K402"]),
    ("info", []),
    ("check", ["--explain", "--fail-on", "unknown"]),
]
TEXT = (
    "Le traité de partenariat stratégique a été signé le 12 juin 2008 à Paris, il y a dix "
    "ans. En 2017, le commerce"
    " bilatéral s’élevait à 9 milliards d’euros. Le président Macron était à Astana le 1er "
    "novembre 2023."
)


def is_json(command: click.Command) -> bool:
    """Tell whether a command writes JSON."""
    (kinds,) = [option.type for option in command.params if option.name == "format_"] or [
        None
    ]
    return isinstance(kinds, click.Choice) and "json" in kinds.choices


def test_every_command_that_writes_json_promises_what() -> None:
    context = click.Context(program)
    writers = [name for name in COMMANDS if is_json(program.get_command(context, name))]  # type: ignore[arg-type]
    assert set(writers) <= set(schemas.PROMISES)


@pytest.mark.parametrize("name", schemas.names())
def test_schema_is_one(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schemas.named(name))


@pytest.mark.parametrize(
    ("command", "arguments"), ALL, ids=[" ".join((name, *more)) for name, more in ALL]
)
@pytest.mark.parametrize("lang", ["fr", "kk"])
def test_output_keeps_its_promise(
    kzfr: Run, tmp_path: Path, lang: str, command: str, arguments: list[str]
) -> None:
    if command == "export":
        result = kzfr("export", "all.json", "--lang", lang, cwd=tmp_path)
        text = (tmp_path / "all.json").read_text(encoding="utf-8")
    else:
        result = kzfr(command, *arguments, "--format", "json", "--lang", lang, stdin=TEXT)
        text = result.stdout
    assert result.returncode in (0, 1), result.stderr
    found = json.loads(text)
    assert found
    jsonschema.Draft202012Validator(schemas.of_command(command)).validate(found)


def test_field_that_was_not_promised_fails(kzfr: Run) -> None:
    (event,) = json.loads(kzfr("timeline", "--limit", "1", "--format", "json").stdout)
    validator = jsonschema.Draft202012Validator(schemas.of_command("timeline"))
    assert validator.is_valid([event])
    assert not validator.is_valid([{**event, "colour": "red"}])
    assert not validator.is_valid([{**event, "places": None}])
    assert not validator.is_valid(
        [{name: value for name, value in event.items() if name != "precision"}]
    )


def test_schemas_are_listed_printed_and_written(kzfr: Run, tmp_path: Path) -> None:
    assert kzfr("schema").stdout.split() == schemas.names()
    assert json.loads(kzfr("schema", "timeline").stdout) == schemas.of_command("timeline")
    kzfr("schema", "database", "-o", "made.json", cwd=tmp_path)
    assert json.loads((tmp_path / "made.json").read_text())["title"] == "kzfr database"


def test_unknown_schema_is_refused_with_the_nearest(kzfr: Run) -> None:
    result = kzfr("schema", "databse", "--lang", "en")
    assert (result.returncode, result.stdout) == (2, "")
    assert "no schema “databse”" in result.stderr
    assert "database" in result.stderr

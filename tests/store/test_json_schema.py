"""The schema of the database files takes what the reader takes and refuses what it refuses."""

from __future__ import annotations

import tomllib
from pathlib import Path

import jsonschema
import pytest

from kzfr_cli.store import json_schema, paths

from ..conftest import SMALL

VALIDATOR = jsonschema.Draft202012Validator(json_schema.database())


@pytest.mark.parametrize(
    "path", paths.database_files(paths.packaged()), ids=lambda path: Path(path).name
)
def test_packaged_file_passes(path: str) -> None:
    VALIDATOR.validate(tomllib.loads(Path(path).read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('category = "treaty"', 'category = "treatise"'),
        ('category = "treaty"', 'categorie = "treaty"'),
        ('category = "treaty"', ""),
        ('value = "2008-06-11"', 'value = "11/06/2008"'),
        ('value = "2008-06-11"', 'value = "2008-13-11"'),
        ('value = "2008-06-11"', "value = 2008-06-11"),
        ('places = ["astana"]', 'places = "astana"'),
        ('id = "treaty-2008"', 'id = "Treaty 2008"'),
        ("[[events]]", "[[event]]"),
        ('status = "accepted"', 'status = "acceptable"'),
    ],
)
def test_fault_is_refused(right: str, wrong: str) -> None:
    data = tomllib.loads(
        SMALL.replace(right, wrong, 1) if "[[" not in right else SMALL.replace(right, wrong)
    )
    assert VALIDATOR.is_valid(tomllib.loads(SMALL))
    assert any(not isinstance(error.instance, type(None)) for error in errors(data))


def errors(data: object) -> list[jsonschema.ValidationError]:
    """List what the schema says against some data; a TOML date is no JSON value and so of no type."""
    return list(VALIDATOR.iter_errors(data))


@pytest.mark.parametrize("layer", ['extend = true\ntitle.fr = "Autre"', "hidden = true"])
def test_layered_entry_needs_no_more_than_it_changes(layer: str) -> None:
    assert not errors(tomllib.loads(f'[[events]]\nid = "x"\n{layer}'))


def test_every_field_has_its_words() -> None:
    definitions = json_schema.database()["$defs"]
    untold = {
        f"{name}.{field}"
        for name, found in definitions.items()
        for field, how in found["properties"].items()
        if "description" not in how
    }
    assert untold == set()

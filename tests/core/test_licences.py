"""The licence of a package is what its metadata say, by a name and never by a text."""

from __future__ import annotations

from email.message import Message
from importlib.metadata import Distribution
from pathlib import Path

import pytest

from kzfr_cli.core import licences


class Package(Distribution):
    """A package with some metadata."""

    def __init__(self, **fields: str) -> None:
        self.told = Message()
        for name, value in fields.items():
            self.told[name.replace("_", "-")] = value

    def read_text(self, filename: str) -> str | None:
        return str(self.told) if filename == "METADATA" else None

    def locate_file(self, path: object) -> Path:
        return Path(str(path))


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        (
            {"License_Expression": "MIT OR Apache-2.0", "License": "text"},
            "MIT OR Apache-2.0",
        ),
        ({"Classifier": "License :: OSI Approved :: BSD License"}, "BSD License"),
        ({"License": "BSD-3-Clause"}, "BSD-3-Clause"),
        ({"License": "Permission is hereby granted, " + "free of charge, " * 20}, ""),
        ({"Name": "silent"}, ""),
    ],
)
def test_a_licence_is_told_by_its_name(fields: dict[str, str], wanted: str) -> None:
    assert licences.licence(Package(**fields)) == wanted


def test_a_package_that_is_not_installed_is_told_without_a_version() -> None:
    found = list(licences.reached(["no-such-package"], "extra", set()))
    assert [(part.name, part.is_installed, part.version) for part in found] == [
        ("no-such-package", False, "")
    ]

"""Files that are made before they are written: each stands in one temporary file until then, so
that of a hundred thousand no more than one is in memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from tempfile import TemporaryFile


class Spool(Mapping[str, bytes]):
    """What files hold, by their paths; use it as a context."""

    def __init__(self) -> None:
        self.file = TemporaryFile()  # noqa: SIM115 - `__exit__` closes it
        self.places: dict[str, tuple[int, int]] = {}

    def add(
        self,
        path: str,
        content: bytes,
    ) -> None:
        """Keep a file; the last of one path counts."""
        start = self.file.seek(0, 2)
        self.file.write(content)
        self.places[path] = start, len(content)

    def __getitem__(self, path: str) -> bytes:
        start, length = self.places[path]
        self.file.seek(start)
        return self.file.read(length)

    def __iter__(self) -> Iterator[str]:
        return iter(self.places)

    def __len__(self) -> int:
        return len(self.places)

    def __enter__(self) -> Spool:
        """Enter a block at whose end the files are gone."""
        return self

    def __exit__(self, *error: object) -> None:
        """Take the files away."""
        self.file.close()

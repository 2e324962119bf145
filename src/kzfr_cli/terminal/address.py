"""The address of a folder of the web, as an option of the commands that write one."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

import click

from kzfr_cli.terminal import run

ADDRESS = re.compile(r"https?://[^\s/?#<>\"\\]+(/[^\s?#<>\"\\]*)?")
"""The address of a folder of the web."""


class Address(click.ParamType[str]):
    """Read the address of a folder of the web."""

    name = "address"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """Return the address with a slash at its end, every sign but those of ASCII written by
        its code.
        """
        if value and not ADDRESS.fullmatch(value):
            text = run.session(ctx).catalogue.text
            self.fail(
                text(
                    "Write an address of the web such as https://example.org/kzfr/, without ? "
                    "and #."
                ),
                param,
                ctx,
            )
        return quote(value.rstrip("/"), safe="%:/@!$&'()*+,;=~[]") + "/" if value else ""

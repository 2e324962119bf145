"""`kzfr site`: the record as a folder that any static host serves."""

from __future__ import annotations

import json
import os
import re
from typing import Any
from urllib.parse import quote

import click

from kzfr_cli import formats
from kzfr_cli.answers.site import Site
from kzfr_cli.errors import UnwritableOutputError
from kzfr_cli.locale.catalogue import NN_
from kzfr_cli.queries.filters import Filters
from kzfr_cli.queries.rules import YEARS, Plan
from kzfr_cli.store import target as targets
from kzfr_cli.terminal import options, output, run, screen
from kzfr_cli.terminal.help import Command

MANIFEST = ".kzfr-site.json"
"""Lists the files that the last run wrote, of which those that are no longer needed are removed."""


ADDRESS = re.compile(r"https?://[^\s/?#<>\"\\]+(/[^\s?#<>\"\\]*)?")


class Address(click.ParamType[str]):
    """Read the address of a folder of the web."""

    name = "address"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Give the address with a slash at its end, every sign but those of ASCII written by its
        code.
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


@click.command("site", cls=Command)
@click.argument("folder", type=click.Path(file_okay=False))
@click.option(
    "--url",
    "base",
    type=Address(),
    default="",
    metavar="ADDRESS",
    help="The address that the site will have.",
)
@click.option(
    "--years",
    type=click.IntRange(1, 100),
    default=YEARS,
    show_default=True,
    metavar="N",
    help="Years of anniversaries in the calendar, from today on.",
)
@options.filter_options
@options.global_options
def command(folder: str, base: str, years: int, filters: Filters) -> None:
    """Write a static site: the timeline, a page for each event and year, a calendar, a feed and the
    data.

    \b
    Examples:
      kzfr site public
      kzfr site public --url https://example.org/kzfr/ --lang fr
    """
    session = run.session()
    asked = Site(
        rules=session.rules(filters=filters),
        plan=Plan(start=session.today, years=years),
        base=base,
    )
    with screen.working(session, session.catalogue.text("Gathering the events")):
        view = session.database.ask(asked)
    surface = screen.surface(session, True)
    files = {}
    with screen.working(
        session, session.catalogue.text("Writing the pages"), formats.site.count(view.page)
    ) as advance:
        for path, content in formats.site.files(view, surface):
            files[path] = content
            advance(1)
    count, removed = write(folder, files)
    catalogue = session.catalogue
    one, many = NN_("{count} file written to {folder}.", "{count} files written to {folder}.")
    output.tell(catalogue.plural(one, many, count, count=count, folder=folder))
    if removed:
        one, many = NN_(
            "{count} file of an earlier run removed.", "{count} files of an earlier run removed."
        )
        output.tell(catalogue.plural(one, many, removed, count=removed))
    for loss in formats.ics.losses(view.calendar, surface):
        output.tell(loss)
    output.tell_state(session)


def write(folder: str, files: dict[str, bytes]) -> tuple[int, int]:
    """Write the files into a folder, each as a whole, and remove those of the last run that are not
    among them.

    A file that we did not write stays. Raises `UnwritableOutputError`, and before anything is
    changed `OutputIsInputError`.
    """
    former = set(listed(folder)) - set(files)
    manifest = json.dumps(sorted(files), indent=0) + "\n"
    wanted = {placed(folder, path): content for path, content in files.items()}
    wanted[placed(folder, MANIFEST)] = manifest.encode()
    kept = output.kept()
    try:
        for place in (*wanted, *(placed(folder, path) for path in former)):
            output.writable(place, kept)
        for place, content in wanted.items():
            os.makedirs(os.path.dirname(place), exist_ok=True)
            targets.write(output.writable(place, kept), content)
        for path in sorted(former):
            os.remove(placed(folder, path))
    except OSError as error:
        raise UnwritableOutputError(
            path=error.filename or folder, reason=error.strerror or str(error)
        ) from error
    return len(files), len(former)


def placed(folder: str, path: str) -> str:
    """Return where a file of the site stands."""
    return os.path.join(folder, *path.split("/"))


def listed(folder: str) -> list[str]:
    """List what the last run wrote and is still there; nothing that leads out of the folder."""
    try:
        with open(os.path.join(folder, MANIFEST), encoding="utf-8") as file:
            names = json.load(file)
    except (OSError, ValueError):
        return []
    root = os.path.realpath(folder)
    safe = [
        name
        for name in names
        if isinstance(name, str) and not os.path.isabs(name) and ".." not in name.split("/")
    ]
    places = [(name, os.path.realpath(os.path.join(folder, *name.split("/")))) for name in safe]
    return [
        name for name, place in places if os.path.isfile(place) and place.startswith(root + os.sep)
    ]

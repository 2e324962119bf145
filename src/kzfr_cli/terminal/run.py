"""The session of this run, made of the global options wherever they stand on the line."""

from __future__ import annotations

import sys
from datetime import date
from functools import partial
from typing import Any

import click

from kzfr_cli import languages, locale
from kzfr_cli.core.event import LANGUAGES
from kzfr_cli.errors import NeedsDayError
from kzfr_cli.locale import choosing
from kzfr_cli.locale.catalogue import Catalogue
from kzfr_cli.session import Session, Settings
from kzfr_cli.terminal import screen

ASKED = "kzfr_cli.asked"
"""The key of `Context.meta` under which the global options are gathered, wherever they stand on the
line.
"""


def ask(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    """Gather a global option; the one that stands nearest to the command's end wins."""
    if value is None or value == () or value is False:
        return
    asked: dict[str, Any] = ctx.meta.setdefault(ASKED, {})
    name = param.name or ""
    if name == "no_colour":
        name, value = "colour", "never"
    asked[name] = (*asked.get(name, ()), *value) if param.multiple else value


def session(ctx: click.Context | None = None) -> Session:
    """Return the application of this run, made when it is first asked for; raises what is wrong
    in the settings.
    """
    session = unsettled(ctx)
    session.refuse_faulty()
    return session


def unsettled(ctx: click.Context | None = None) -> Session:
    """Return the application of this run, whatever is wrong in the settings."""
    root = (ctx or click.get_current_context()).find_root()
    asked = (ctx or root).meta.get(ASKED, {})
    if not isinstance(root.obj, Session) or root.obj.settings != settings(asked):
        root.obj = watched(Session(settings(asked)))
    return root.obj


def watched(session: Session) -> Session:
    """Show the progress of long work of a session on this terminal."""
    session.progress = partial(screen.progress, session)
    return session


def settings(asked: dict[str, Any]) -> Settings:
    """Turn the options gathered into settings."""
    return Settings(
        lang=asked.get("lang"),
        databases=tuple(asked.get("db", ())),
        packaged=not asked.get("no_packaged", False),
        today=today(asked.get("today"), bool(asked.get("day_first"))),
        colour=asked.get("colour"),
        paged=not asked.get("no_pager", False),
        plain=asked.get("plain", False),
        day_first=asked.get("day_first", False),
    )


def spoken() -> Catalogue:
    """Return the sentences of this run before its command line is read, or when it cannot be
    read to its end.
    """
    asked = choosing.asked(sys.argv[1:])
    if asked is not None and asked not in LANGUAGES:
        asked = locale.choices.read("languages", asked, LANGUAGES)
    return Session(Settings(lang=asked)).catalogue


def today(text: str | None, day_first: bool) -> date | None:
    """Read the day given with `--today`."""
    if text is None:
        return None
    found = languages.typed.parse(text, date.today(), day_first, coming=True).day
    if found is None:
        raise NeedsDayError(text=text)
    return found

"""HTML: one self-contained page, an interactive timeline that asks nothing of any server.

Its policy (CSP level 3) allows the page's own style and script by their hashes, and nothing else.
The data stand in a block of JSON, of which nothing is ever read as markup; without a script, and on
paper, the page is a handout.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib import resources
from typing import Any

from markupsafe import Markup, escape

from kzfr_cli import __version__
from kzfr_cli.core.visible import visible
from kzfr_cli.formats import palette, payload, plain, recorded
from kzfr_cli.formats.palette import FAMILIES
from kzfr_cli.formats.surface import Surface
from kzfr_cli.locale import catalogue
from kzfr_cli.locale import vocabulary as words
from kzfr_cli.views.pages import PageView

UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}
"""What could end a block of JSON, written as JSON escapes."""


spoken, vocabulary, safe_url = payload.spoken, payload.translated, payload.safe_url
"""What the pages beside it say, and link to, in the same way."""


def render(view: PageView, surface: Surface) -> str:
    """Write the page."""
    return page(view, surface)


def page(view: PageView, surface: Surface, years: Sequence[str] = ()) -> str:
    """Write the page; as that of a site with a page for each of some years, it is linked to what
    stands beside it, and opens in its own language, not that of its reader.
    """
    style, script = styles() + colours(), scripts()
    says = spoken(view.lang, surface)
    written: str = template().render(
        view=view,
        heading=visible(view.title) or says["title"],
        style=style,
        script=script,
        style_hash=digest(style),
        script_hash=digest(script),
        data=block(payload.data(view, surface, guesses=not years)),
        later={name: block(value) for name, value in payload.later(view).items()},
        blocks=map(block, payload.parts(view)),
        sources=[payload.source_data(source) for source in view.sources],
        says=says,
        visible=visible,
        version=__version__,
        kinds=vocabulary(words.KINDS, view.lang),
        statuses=vocabulary(words.STATUSES, view.lang),
        categories=vocabulary(words.CATEGORIES, view.lang),
        safe_url=safe_url,
        said=pairs(view.lang),
        has_points=recorded.has_points,
        merged=recorded.merged,
        years=years,
    )
    return BETWEEN_BLOCKS.sub("", written).replace(QUOTE, "'")


QUOTE = "&#39;"
"""An apostrophe as the template escapes it: no attribute of the page stands between apostrophes."""

AIR = re.compile(r"\s*([{};])\s*")
AFTER_SIGN = re.compile(r"([:,])\s+")
BETWEEN_BLOCKS = re.compile(r"(?<=[pi3le]>)\n(?=</?(?:li|ul|article|p|h3)\b)")
LINE_END = re.compile(r"(?<=[;{},])\n")
AROUND_SIGN = re.compile(
    r"""
    ( "(?:\\.|[^"\\\n])*" | `(?:\\.|[^`\\])*`                       # a text, an expression
    | (?: (?<=[(,=:\[!&|?{};>]) | (?<=[(,=:\[!&|?{};>]\ ) | (?<=return\ ) )
      / (?: \\. | \[(?:\\.|[^\]\\\n])*\] | [^/\\\n\[] )+ / )
    | \ *( [=<>?:&|{}()\[\],;*%!]+ )\ *
    """,
    re.VERBOSE,
)
"""What a style, a page and a script are written with for people alone."""

SCRIPTS = (
    "elements",
    "record",
    "words",
    "dates",
    "state",
    "folding",
    "lexicon",
    "stems",
    "synonyms",
    "signs",
    "dating",
    "exceptions",
    "reading",
    "expanding",
    "runs",
    "ranking",
    "time",
    "look",
    "layout",
    "timeline",
    "overview",
    "moving",
    "listing",
    "card",
    "asking",
    "soon",
    "charts",
    "printing",
    "app",
)
"""The modules of the script, in an order in which each stands after what it imports."""

REMARK = re.compile(r"^ *//.*\n|^ +|^\n", re.MULTILINE)
STYLE_REMARK = re.compile(r"/\*.*?\*/\n|^ +", re.MULTILINE)
"""What a reader of the source needs and a browser does not: comments, indents, empty lines."""

IMPORT = re.compile(r'^import (\{[^}]+\}) from "\./(\w+)\.js";$', re.MULTILINE)
EXPORT = re.compile(
    r"^export (?=(?:async )?(?:function\*?|const|let) ([\w$]+))", re.MULTILINE
)


@lru_cache(maxsize=1)
def styles() -> str:
    """The style without remarks, and without the air in which it is written."""
    bare = AIR.sub(r"\1", STYLE_REMARK.sub("", asset("page.css")))
    return AFTER_SIGN.sub(r"\1", bare)


def scripts() -> str:
    """Join the modules of the script into one that asks for no other file: each is a function that
    returns what it exports.
    """
    joined = "\n".join(scope(name, asset(f"script/{name}.js")) for name in SCRIPTS)
    return close(LINE_END.sub("", f'"use strict";\n(() => {{\n{joined}\n}})();\n'))


def close(script: str) -> str:
    """Write a script without the blanks around its signs; those of texts stay."""
    return AROUND_SIGN.sub(lambda found: found[1] or found[2], script)


def scope(name: str, module: str) -> str:
    """Write a module as the value of a name; what it imports is taken from such values."""
    exported = ", ".join(EXPORT.findall(module))
    plain_module = REMARK.sub("", module)
    body = EXPORT.sub("", IMPORT.sub(r"const \1 = $\2;", plain_module)).strip()
    return f"const ${name} = (() => {{\n{body}\nreturn {{ {exported} }};\n}})();"


@lru_cache(maxsize=1)
def template() -> Any:
    """Load the template, in which every value is escaped."""
    from jinja2 import Environment

    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(asset("page.html"))


def asset(name: str) -> str:
    """Read a part of the page that is shipped with the program."""
    return (
        resources.files("kzfr_cli.formats")
        .joinpath("page", name)
        .read_text(encoding="utf-8")
    )


def colours() -> str:
    """Write the colours of the families as properties of the style: on paper they are the light
    ones.
    """
    named = "\n".join(
        f"[data-family={family.name}] {{ --own: var(--{family.name}); }}"
        for family in FAMILIES
    )
    paper = f"@media print {{ :root {{ {palette.properties('light')} }} }}"
    return "\n".join(("", palette.grounds(), paper, named, ""))


def digest(text: str) -> str:
    """Return the hash by which the policy knows a block."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def block(value: Any) -> str:
    """Write a value as JSON that no parser of HTML can take for markup."""
    text = plain.escaped(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
    for sign, written in UNSAFE.items():
        text = text.replace(sign, written)
    return text


def pairs(lang: str) -> Callable[[str, str], Markup]:
    """Return a function that writes a label and its value with the signs of a language."""
    sentences = catalogue.load(lang)

    def said(label: str, value: str) -> Markup:
        told = {"label": escape(label), "value": escape(value)}
        return Markup(sentences.text("{label}: {value}", **told))

    return said

"""BibTeX in UTF-8, for biblatex and for BibTeX itself.

biblatex reads `date` and `eventdate` as EDTF levels 0 and 1 (its manual, 2.3.8); BibTeX reads
`year`. Who published a work is `howpublished`, which both print of a @misc; `key` is what BibTeX
sorts a work without authors by.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from kzfr_cli.core import edtf
from kzfr_cli.formats import bibliography, lines, links, origin
from kzfr_cli.formats.surface import Surface
from kzfr_cli.views.citations import ReferencesView, WorkView

SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "$": r"\$",
        "&": r"\&",
        "#": r"\#",
        "%": r"\%",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "\u00a0": "~",
        "\u202f": r"\,",
    }
)
KEPT = "!#$%&'()*+,-./:;=?@[]_~"
"""The signs of an address that TeX reads as they are; all others, and letters beyond ASCII, are
percent-encoded (RFC 3986).
"""

LANGUAGES = {
    "fr": "french",
    "en": "english",
    "ru": "russian",
    "kk": "kazakh",
    "de": "german",
    "it": "italian",
    "es": "spanish",
    "tr": "turkish",
    "uk": "ukrainian",
    "ja": "japanese",
}

losses = bibliography.losses


def render(view: ReferencesView, surface: Surface) -> str:
    """Write an entry for each thing cited."""
    dated = origin.sentence(surface)
    head = [f"% {lines.single(dated)}\n"] if dated else []
    return "\n".join([*head, *(entry(work) for work in view.rows)])


def entry(work: WorkView) -> str:
    """Write one entry; @misc is the type that both BibTeX and biblatex know."""
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in fields_of(work))
    return f"@misc{{{work.id},\n{fields}}}\n"


def fields_of(work: WorkView) -> Iterator[tuple[str, str]]:
    """List the fields that have a value; the braces around a title keep its capitals."""
    if work.authors:
        yield "author", " and ".join(f"{{{escaped(name)}}}" for name in work.authors)
    else:
        yield "key", escaped(work.title)
    yield "title", f"{{{escaped(work.title)}}}"
    if work.publisher or work.container:
        yield "howpublished", escaped(work.publisher or f"{work.container}, {work.id}")
    yield from published(work)
    if work.about and not work.about.startswith("["):
        yield "eventdate", work.about
    if work.about:
        yield "note", escaped(work.about_words)
    if work.version:
        yield "version", escaped(work.version)
    yield from addresses(work)
    if work.language in LANGUAGES:
        yield "langid", LANGUAGES[work.language]


def addresses(work: WorkView) -> Iterator[tuple[str, str]]:
    """List where the work can be read, and when it was."""
    if links.harmless(work.url):
        yield "url", quote(lines.single(work.url), KEPT)
    if links.harmless(work.archived):
        yield "addendum", rf"\url{{{quote(lines.single(work.archived), KEPT)}}}"
    if work.accessed:
        yield "urldate", work.accessed


def published(work: WorkView) -> Iterator[tuple[str, str]]:
    """List the fields of the date of publication; a set of dates (EDTF level 2) has no form in
    biblatex.
    """
    if work.issued is None:
        return
    value = edtf.parse(work.issued)
    if value.precision != "set":
        yield "date", work.issued
    sure = not (value.is_uncertain or value.is_approximate)
    yield "year", str(value.year) if sure and value.year else escaped(work.issued_words)


def escaped(text: str) -> str:
    """Write a text so that TeX shows it as it is."""
    return lines.single(text).translate(SPECIAL)

"""What search engines read of a site: the list of its pages, and what they may visit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree import ElementTree

from kzfr_cli import __released__

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
MOST = 50_000
"""Pages of one list (sitemaps.org 0.9)."""


def files(paths: Sequence[str], base: str) -> Iterator[tuple[str, bytes]]:
    """Write the list of pages: one file, or the list of several."""
    if len(paths) <= MOST:
        yield "sitemap.xml", listed("urlset", "url", paths, base)
        return
    parts = [paths[start : start + MOST] for start in range(0, len(paths), MOST)]
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield name, listed("urlset", "url", part, base)
    yield "sitemap.xml", listed("sitemapindex", "sitemap", names, base)


def listed(
    root_name: str,
    name: str,
    paths: Sequence[str],
    base: str,
) -> bytes:
    """Write a list of addresses."""
    root = ElementTree.Element(f"{{{SITEMAP}}}{root_name}")
    for path in paths:
        url = ElementTree.SubElement(root, f"{{{SITEMAP}}}{name}")
        ElementTree.SubElement(url, f"{{{SITEMAP}}}loc").text = base + path
        ElementTree.SubElement(url, f"{{{SITEMAP}}}lastmod").text = __released__
    ElementTree.register_namespace("", SITEMAP)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def robots(base: str) -> bytes:
    """Write what robots may visit: everything but the page that others embed."""
    lines = ["User-agent: *", "Disallow: /*embed.html", "Allow: /"]
    if base:
        lines += ["", f"Sitemap: {base}sitemap.xml"]
    return ("\n".join(lines) + "\n").encode()

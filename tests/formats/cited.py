"""A database of awkward titles and uncertain dates, for the tests of the formats of bibliographies."""

from __future__ import annotations

AWKWARD = """
[[sources]]
id = "awkward"
title = 'R&D: 100 % of {sets} cost $5_each #1 ~ ^ \\ «\u00a0so\u00a0»\u202f!'
publisher = "Ministère & Cie"
url = "https://example.org/a_b?x={1}&y=%20#z"
language = "fr"
kind = "official"
published = "2017~"

[[sources]]
id = "paper"
title = "Стратегическое партнёрство"
publisher = "Казинформ"
url = "https://example.org/paper"
language = "ru"
kind = "press"
published = "2018-06-05"

[[sources]]
id = "hostile"
title = "Line\\nbreak \\u001b[31m \\u202e"
kind = "blog"

[[indicators]]
id = "trade"
label.en = "Trade"

[[figures]]
id = "trade-2017"
indicator = "trade"
period = "2017-01/2017-09"
value = 3.9
unit = "EUR bn"
bound = "more-than"
label.en = "Trade in 2017"

[[figures.sources]]
id = "paper"

[[figures.disputes]]
source = "awkward"
note.en = "No."
"""

EVENT = """
[[events]]
id = "event-{number}"
category = "treaty"
title.en = "Event"

[[events.dates]]
kind = "signed"
value = "{value}"
sources = ["awkward"]

[[events.sources]]
id = "awkward"

[[events.sources]]
id = "paper"

[[events.sources]]
id = "hostile"
"""

DATES = (
    "2008-06-11",
    "2008-06",
    "2008",
    "2013-09/2013-12",
    "1992?",
    "1993-09~",
    "2009%",
    "199X",
    "19XX",
    "../1992",
    "1992/..",
    "2013-23",
    "[2025-09-22..2025-09-24]",
)


def database() -> str:
    """Write the database, with an event for each form of date."""
    return AWKWARD + "".join(
        EVENT.format(number=number, value=value) for number, value in enumerate(DATES)
    )

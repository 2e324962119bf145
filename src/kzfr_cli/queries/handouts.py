"""How a handout is wanted."""

from __future__ import annotations

from kzfr_cli.core.record import pair


@pair
class HandOut:
    """Give a handout a title of one's own; `is_brief` is one page of the weightiest events, `size`
    that of a picture: slide or poster; `languages` those of the texts of a page, where that of the
    run is not enough.
    """

    title: str = ""
    is_brief: bool = False
    size: str = "slide"
    languages: tuple[str, ...] = ()

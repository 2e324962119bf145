"""Put another name of the same kind in the place of each that an event has, and count how many are found.

    python -m tests.claims.swaps [--misses] [--of person|place|organisation] [--lang LANG]

The texts are the titles and summaries of the database, each with its date, and the judged ones that hold no wrong
claim. As a person writes them, a sentence that gives the wrong name says the rest rightly.
"""

from __future__ import annotations

import argparse
import tempfile
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from kzfr_cli.core import edtf
from kzfr_cli.core.event import Event, Name
from kzfr_cli.languages import dates
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.text import Text
from kzfr_cli.proofreading.vocabulary import TextUnit
from kzfr_cli.store import paths
from kzfr_cli.store.index import opening
from tests.claims import judged

KINDS = {"person": "person", "place": "place"} | dict.fromkeys(
    ("organisation", "institution"), "organisation"
)
"""The kinds of names that are swapped, by the kind of claim."""

CONSONANTS = "бвгджзклмнпрстфхцчшщ"


class Swap(NamedTuple):
    """A text in which one name was put for another, with what it was."""

    origin: str
    lang: str
    kind: str
    event: str
    right: str
    place: tuple[int, int]
    wrong: str
    swapped: tuple[int, int]
    as_of: str


class Swapper:
    """Swap the names of texts."""

    def __init__(self, checker: Checker) -> None:
        self.frames = checker.linker.frames
        self.index = self.frames.index
        self.by_id = {frame.id: frame for frame in self.frames.all()}
        self.names = [
            name
            for (name_id,) in self.index.rows(
                "SELECT id FROM entries WHERE kind = 'names' AND visible ORDER BY id"
            )
            if (name := self.index.name(name_id)) is not None
        ]

    def swaps(self) -> Iterator[Swap]:
        """Every text with one name swapped."""
        for origin, lang, text, frames, as_of in self.texts():
            cut = Text(text)
            for unit in self.frames.speller.units(cut):
                owner = next((each for each in frames if owns(each, unit)), None)
                if owner is None:
                    continue
                place = cut.starts[unit.first], cut.ends[unit.last]
                label = self.instead(unit, text, lang, owner, place)
                if label:
                    wrong = text[: place[0]] + label + text[place[1] :]
                    yield Swap(
                        origin,
                        lang,
                        KINDS[unit.kind],
                        owner.id,
                        text,
                        place,
                        wrong,
                        (place[0], place[0] + len(label)),
                        as_of,
                    )

    def texts(self) -> Iterator[tuple[str, str, str, list[Frame], str]]:
        """The texts, with their events."""
        numbers = [
            number for (number,) in self.index.rows("SELECT no FROM events ORDER BY no")
        ]
        for event in self.index.events(numbers):
            frame = self.by_id[event.id]
            yield from self.of_event(event, frame)
        for name in judged.SETS[:2]:
            for case in judged.read(judged.FOLDER / name):
                if any(map(judged.may_be_wrong, case["claims"])):
                    continue
                ids = [each for claim in case["claims"] for each in claim["event"]]
                meant = [
                    self.by_id[each] for each in dict.fromkeys(ids) if each in self.by_id
                ]
                yield "judged", case["lang"], case["text"], meant, case.get("as_of") or ""

    def of_event(
        self, event: Event, frame: Frame
    ) -> Iterator[tuple[str, str, str, list[Frame], str]]:
        """The titles of an event with its date, and its summaries."""
        for lang, title in event.title.items():
            when = dates.iso_in_words(frame.preferred.value, lang)
            yield "title", lang, f"{title}, {when}.", [frame], ""
        for lang, summary in event.summary.items():
            yield "summary", lang, summary, [frame], ""

    def instead(
        self, unit: TextUnit, text: str, lang: str, frame: Frame, place: tuple[int, int]
    ) -> str:
        """Another name of that kind for a unit, in the same case, or nothing."""
        own = self.index.name(unit.key[1:].replace("_", "-"))
        if own is None:
            return ""
        seed = zlib.crc32(f"{text}{place}".encode())
        turned = seed % len(self.names)
        for name in (*self.names[turned:], *self.names[:turned]):
            token = "_" + name.id.replace("-", "_")
            fits = name.kind == own.kind and self.is_like(name, own)
            if fits and not self.frames.level(token, frame):
                label = in_case(text[place[0] : place[1]], own, name, lang)
                if label and label.split()[-1] not in text:
                    return label
        return ""

    def is_like(self, name: Name, own: Name) -> bool:
        """Return whether a name may stand for another: of the same country, called alike."""
        if own.kind == "place":
            return name.part_of in ("kazakhstan", "france") and bool(name.coordinates)
        if own.kind != "person":
            return True
        mine, theirs = (self.called(each) for each in (own, name))
        return bool(mine & theirs) if mine else not theirs

    def called(self, name: Name) -> set[str]:
        """What a person is called, by his offices or the texts of the database."""
        token = "_" + name.id.replace("-", "_")
        held = {each.office + each.of for each in name.offices}
        return held or {*self.frames.roles.get(token, ())}


COUNTRIES = {"_france", "_kazakhstan", "_asie_centrale", "_chine", "_russie"}


def owns(frame: Frame, unit: TextUnit) -> bool:
    """Return whether a unit is a name that takes part in an event."""
    own = {*frame.people, *frame.places, *frame.bodies} - COUNTRIES
    return unit.kind in KINDS and unit.key in own


def in_case(written: str, own: Name, name: Name, lang: str) -> str:
    """A name in the case in which another is written; nothing where it is not known."""
    label = name.label[lang]
    mine = own.label[lang]
    if lang in ("fr", "en"):
        return label
    if not "а" <= label[-1].lower() <= "я":
        return label
    if written == mine or not written.startswith(mine[:-1]):
        return label if written == mine else ""
    ending = written[len(mine) :] if written.startswith(mine) else written[len(mine) - 1 :]
    if lang == "kk":
        return label + ending
    return label + ending if label[-1] in CONSONANTS and ending in ("е", "а") else ""


def main() -> None:
    """Print what is found of all swapped names, and what is said of the right ones."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--of", default="")
    parser.add_argument("--lang", default="")
    parser.add_argument("--origin", default="")
    asked = parser.parse_args()
    counts: Counter[tuple[str, str]] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        index = opening.open_index(paths.all_files([paths.packaged()], []), folder)
        checker = Checker(index)
        for swap in Swapper(checker).swaps():
            if (
                asked.of not in ("", swap.kind)
                or asked.lang not in ("", swap.lang)
                or asked.origin not in ("", swap.origin)
            ):
                continue
            tell(counts, checker, swap, asked.misses)
    for group in sorted({group for group, _ in counts}):
        cells = " ".join(
            f"{name} {counts[group, name]}"
            for name in ("all", "found", "event", "reassured", "confirmed", "accused")
        )
        share = 100 * counts[group, "found"] // max(counts[group, "all"], 1)
        sure = 100 * counts[group, "confirmed"] // max(counts[group, "all"], 1)
        print(f"{group:26} {cells}  found {share} % confirmed {sure} %")


def tell(
    counts: Counter[tuple[str, str]], checker: Checker, swap: Swap, misses: bool
) -> None:
    """Count one swap."""
    groups = ("all", swap.kind, f"{swap.kind} {swap.lang}", f"{swap.kind} {swap.origin}")
    as_of = edtf.parse(swap.as_of) if swap.as_of else None
    found = judged.saying(checker.check)
    wrong = [each for each in found(swap.wrong, as_of) if overlaps(each, swap.swapped)]
    right = found(swap.right, as_of)
    own = [each for each in right if overlaps(each, swap.place)]
    said = {each.verdict for each in wrong}
    accused = [each for each in right if each.verdict == "contradicted"]
    hit = [each for each in wrong if each.verdict == "contradicted"]
    for group in groups:
        counts[group, "all"] += 1
        counts[group, "found"] += bool(hit)
        counts[group, "event"] += any(each.event == swap.event for each in hit)
        counts[group, "reassured"] += not hit and "supported" in said
        counts[group, "confirmed"] += any(each.verdict == "supported" for each in own)
        counts[group, "accused"] += bool(accused)
    if misses and not hit:
        print(
            f"missed {swap.kind} {swap.lang} {swap.origin} {swap.event} {said} :: "
            f"{marked(swap.wrong, swap.swapped)}"
        )
    if misses and accused:
        print(f"ACCUSED {swap.kind} {swap.lang} {swap.origin} {accused} :: {swap.right}")


def marked(text: str, place: tuple[int, int]) -> str:
    """A text with a part of it between brackets."""
    first, last = place
    return f"{text[:first]}[{text[first:last]}]{text[last:]}"


def overlaps(found: judged.Found, place: tuple[int, int]) -> bool:
    """Return whether a finding overlaps a place."""
    return found.start < place[1] and found.end > place[0]


if __name__ == "__main__":
    main()

"""Judge a well-known organisation: it stands in the place of the one of its sort that the event
has, as a museum for another museum.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from kzfr_cli.languages import language
from kzfr_cli.proofreading import known_bodies, sorts
from kzfr_cli.proofreading.case import Claim, Finding
from kzfr_cli.proofreading.claims import full_names
from kzfr_cli.proofreading.claims.instead import InsteadCase
from kzfr_cli.proofreading.claims.stand_ins import ORGANISED, UNRECORDED
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.plain import TOKEN, plain
from kzfr_cli.proofreading.text import cut
from kzfr_cli.proofreading.trial import Trial

FEW = 2
"""The most of one sort that an event may have for another to stand in the place of one."""

HOUSES = frozenset(
    (
        "museum",
        "hall",
        "court",
        "organ",
        "european",
        "chamber",
    )
)
"""The sorts of which one has a part in an event, not several as of firms."""


def find(trial: Trial) -> Iterator[Claim]:
    """The well-known organisations of a text that the database has no entry of."""
    text = trial.text
    for each in known_bodies.load().find(text.words):
        unit = trial.windows.unit_at(each.first)
        is_recorded = unit is not None and unit.kind in ORGANISED
        is_name = each.last > each.first or text.is_capital(each.first)
        if is_name and not is_recorded and not is_in_person(trial, each.first):
            yield Claim(
                kind="organisation",
                first=each.first,
                last=each.last,
                form=UNRECORDED + each.name,
            )


def is_in_person(trial: Trial, place: int) -> bool:
    """Return whether a token is within somebody's name: «Анри Пупар-Лафарж» is not Lafarge."""
    sentence = trial.text.sentence(place)
    units = trial.windows.units(sentence)
    known = [(unit.first, unit.last) for unit in units if unit.kind == "person"]
    others = [(name.first, name.last) for name in full_names.find(trial, sentence)]
    return any(first < place <= last for first, last in [*known, *others])


CHAMBER = "chamber"
"""The sort of which both have a part in an act: a law goes from one chamber to the other."""


class SameSortCase(InsteadCase):
    """A well-known organisation that may stand in the place of another of its sort."""

    @property
    def name(self) -> str:
        """Its name."""
        return name_of(self.claim.form)

    @property
    def sort(self) -> str:
        """Its sort; empty for one that is not well-known."""
        return known_bodies.load().sort(self.name)

    def judge(self) -> Finding | None:
        """The finding on it where it stands in the place of another; or None."""
        if not self.sort or self.says("attributing") or self.says("dating"):
            return None
        if self.is_excused():
            return None
        frame, wanted = self.first_lacking(self.lacking)
        if frame is None:
            return None
        written = self.text.said(self.first, self.last)
        return self.misnamed(
            frame, "wrong-organisation", self.written(frame, wanted), written
        )

    def own_names(self, frame: Frame) -> Iterable[str]:
        """The tokens of those of its sort that an event has in its titles and the text lacks."""
        like = [name for name in self.like(frame) if name not in self.said_names]
        return [token_of(name) for name in like if token_of(name) in frame.titling]

    def is_told_of(
        self,
        frame: Frame,
    ) -> bool:
        """Return whether an event tells of it, in whatever language."""
        return self.name in all_told_by(frame)

    def lacking(
        self,
        frame: Frame,
    ) -> str:
        """The one of its sort of an event that the text lacks; or nothing: of two, where it names
        neither, the one of the titles, else the first.
        """
        if self.sorts == {sorts.FIRM} and not self.is_anchored(frame):
            return ""
        every = self.like(frame)
        titled = [name for name in every if token_of(name) in frame.titling]
        like = titled or every
        lacking = [name for name in like if name not in self.said_names]
        is_free = is_instead(like, lacking) and not self.strangers(frame, ORGANISED)
        return first_titled(frame, lacking) if is_free else ""

    def is_anchored(self, frame: Frame) -> bool:
        """Return whether the sentence tells enough of an event to hold a firm against it, or one
        beside it names another organisation of it.
        """
        return super().is_anchored(frame) or any(name in self.said for name in frame.bodies)

    def like(
        self,
        frame: Frame,
    ) -> list[str]:
        """Those of its sort that an event has, the first first."""
        if self.sort == CHAMBER and frame.of:
            return []
        return [name for name in own_of(frame) if self.is_alike(name)]

    def stands_behind(
        self,
        frame: Frame,
    ) -> bool:
        """Return whether an event has another of its sort before it, which the text lacks: it is
        told of it by the way.
        """
        if self.sort not in HOUSES:
            return False
        like = self.like(frame)
        if self.name not in like:
            return False
        if like[0] == self.name:
            return False
        return like[0] not in self.said_names

    def is_alike(
        self,
        name: str,
    ) -> bool:
        """Return whether another is of the same sort."""
        return known_bodies.load().sort(name) == self.sort

    @cached_property
    def said_names(self) -> frozenset[str]:
        """The names of the organisations of the sentence and of those beside it."""
        units = {name_of(key) for key in self.said if key[0] == "_"}
        beside = (self.sentence.previous, self.sentence, self.sentence.following)
        found = [
            known_bodies.names(known_bodies.load().find(each.words))
            for each in beside
            if each is not None
        ]
        return frozenset(units).union(*found)

    def written(
        self,
        frame: Frame,
        name: str,
    ) -> str:
        """What another is called in the language of the text."""
        label = self.trial.label(token_of(name))
        if label != name:
            return label
        said = {
            language.guess(part, default="fr"): found
            for part in frame.texts
            if (found := said_in(part, name))
        }
        return said.get(self.trial.tongue) or next(iter(said.values()), name)


def first_titled(frame: Frame, names: list[str]) -> str:
    """The one of some organisations that a title of an event names, else the first."""
    titled = [name for name in names if token_of(name) in frame.titling]
    return (titled or names)[0]


def is_instead(like: list[str], lacking: list[str]) -> bool:
    """Return whether one of a sort that an event has may be replaced: the text lacks one, or
    both.
    """
    if len(lacking) == 1:
        return True
    are_few = 0 < len(like) <= FEW
    return are_few and lacking == like


def name_of(form: str) -> str:
    """The name of an organisation by the token of its entry, or by the form of its claim."""
    return form[1:].replace("_", "-")


def token_of(name: str) -> str:
    """The token of the entry of an organisation."""
    return "_" + name.replace("-", "_")


def own_of(frame: Frame) -> list[str]:
    """The organisations that an event has, by its entry, its titles and summaries."""
    recorded = [name_of(key) for key in frame.bodies]
    return list(dict.fromkeys([*recorded, *told_by(frame.summary)]))


@lru_cache(maxsize=512)
def told_by(summary: str) -> list[str]:
    """The organisations that the summaries of an event tell of, by name."""
    return sorted(known_bodies.told(plain(summary)))


def all_told_by(frame: Frame) -> frozenset[str]:
    """All the organisations that an event tells of, by whatever text."""
    recorded = {name_of(key) for key in frame.names}
    return known_bodies.told(frame.told) | recorded


def said_in(part: str, name: str) -> str:
    """What a text calls an organisation; empty where it does not name it."""
    text = cut(part)
    for each in known_bodies.load().find(TOKEN.findall(text.plain)):
        if each.name == name:
            return text.said(each.first, each.last)
    return ""

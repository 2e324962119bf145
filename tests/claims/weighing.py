"""A number that knows what would become of every decision on it if it were another.

`Weighed` stands for a tuned number, and for what is worked out with it; it holds what that would be with the number
at each of its other values. A comparison that falls otherwise with one of them is put on record.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any

Turned = set[tuple[str, str]]
"""Numbers on which a decision turned, by title, each with how it was moved."""

Others = dict[tuple[str, str], float]
"""What a value would be with a number moved, by the title of the number and how it is moved."""

Operation = Callable[[Any, Any], Any]


class Weighed(float):
    """A number with what it would be otherwise."""

    others: Others
    turned: Turned

    def __new__(cls, value: float, others: Others, turned: Turned) -> Weighed:
        """The number, and the record of what turns on it."""
        made = super().__new__(cls, value)
        made.others, made.turned = others, turned
        return made

    __hash__ = float.__hash__

    def __bool__(self) -> bool:
        return bool(compared(self, 0.0, operator.ne))

    def __neg__(self) -> Weighed:
        return Weighed(
            -float(self), {key: -each for key, each in self.others.items()}, self.turned
        )


def compared(one: Weighed, other: Any, how: Operation) -> Any:
    """Compare, and put on record with which numbers moved the answer is another."""
    if not isinstance(other, int | float):
        return NotImplemented
    answer = how(float(one), float(other))
    for key, (mine, theirs) in alike(one, other).items():
        if how(mine, theirs) != answer:
            one.turned.add(key)
    return answer


def reckoned(one: Weighed, other: Any, how: Operation) -> Any:
    """Reckon with a number, and with what it would be otherwise."""
    if not isinstance(other, int | float):
        return NotImplemented
    pairs = alike(one, other).items()
    others = {key: safely(how, mine, theirs) for key, (mine, theirs) in pairs}
    return Weighed(safely(how, float(one), float(other)), others, one.turned)


def alike(one: Weighed, other: float) -> dict[tuple[str, str], tuple[float, float]]:
    """Both numbers as they would be, with each number moved that either depends on."""
    theirs = other.others if isinstance(other, Weighed) else {}
    return {
        key: (one.others.get(key, float(one)), theirs.get(key, float(other)))
        for key in (*one.others, *theirs)
    }


def safely(how: Operation, one: float, other: float) -> float:
    """Reckon; a division by nothing gives what is beyond all bounds."""
    try:
        return float(how(one, other))
    except ZeroDivisionError:
        return float("inf")


def method(name: str, made: Callable[[Weighed, Any, Operation], Any]) -> Any:
    """The method of an operator; that of one whose number stands on the right begins with an r."""
    how = getattr(
        operator, name.strip("_").removeprefix("r") if name in RIGHT else name.strip("_")
    )
    if name in RIGHT:
        return lambda self, other: made(self, other, lambda one, two: how(two, one))
    return lambda self, other: made(self, other, how)


RIGHT = ("__radd__", "__rsub__", "__rmul__", "__rtruediv__")
for _name in ("__lt__", "__le__", "__gt__", "__ge__", "__eq__", "__ne__"):
    setattr(Weighed, _name, method(_name, compared))
for _name in ("__add__", "__sub__", "__mul__", "__truediv__", *RIGHT):
    setattr(Weighed, _name, method(_name, reckoned))

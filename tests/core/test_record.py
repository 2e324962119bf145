"""Records are frozen, compare by value, inherit, and are made by name."""

from __future__ import annotations

import copy
import pickle

import pytest

from kzfr_cli.core.record import fields, pair, record, replace


@record
class Base:
    """Hold two fields."""

    number: int
    text: str = "x"

    @property
    def double(self) -> int:
        """Give twice the number."""
        return 2 * self.number


@record
class Child(Base):
    """Hold one more."""

    more: tuple[int, ...] = ()


@pair
class Place:
    """Hold fields given by place."""

    x: int
    y: int = 0

    def __post_init__(self) -> None:
        if self.x < 0:
            raise ValueError(self.x)


def test_fields_are_given_by_name_with_defaults() -> None:
    made = Base(number=2)
    assert (made.number, made.text, made.double) == (2, "x", 4)
    with pytest.raises(TypeError):
        Base(2)  # type: ignore[misc]
    with pytest.raises(TypeError):
        Base()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Base(number=1, other=2)  # type: ignore[call-arg]


def test_child_has_the_fields_of_its_base_first() -> None:
    assert fields(Child) == ("number", "text", "more")
    assert Child(number=1, more=(2,)).double == 2
    assert Base(number=1).text == "x"


def test_record_is_frozen_and_has_no_dictionary() -> None:
    made = Child(number=1)
    with pytest.raises(AttributeError):
        made.number = 2  # type: ignore[misc]
    with pytest.raises(AttributeError):
        made.other = 2  # type: ignore[attr-defined]
    assert not hasattr(made, "__dict__")


def test_records_compare_and_hash_by_value_within_one_class() -> None:
    assert Base(number=1) == Base(number=1) != Base(number=2)
    assert hash(Base(number=1)) == hash(Base(number=1))
    assert Base(number=1) != Child(number=1)


def test_replace_copy_and_pickle_keep_the_values() -> None:
    made = Child(number=1, more=(3,))
    assert replace(made, text="y") == Child(number=1, text="y", more=(3,))
    assert copy.deepcopy(made) == made
    assert pickle.loads(pickle.dumps(made)) == made


def test_pair_takes_places_and_checks_itself() -> None:
    assert Place(1) == Place(1, 0) == Place(x=1, y=0)
    with pytest.raises(ValueError, match="-1"):
        Place(-1)


def test_repr_is_the_call() -> None:
    assert repr(Base(number=1)) == "Base(number=1, text='x')"

"""Frozen records with slots, made in a twentieth of the time that `dataclasses` takes.

A command builds some forty record classes while it starts. `@dataclass(frozen=True, slots=True)`
takes 0.6 ms for each, because it compiles seven functions; this decorator compiles one, and only
for a class of which many records are made. The difference is more than all that kzfr may add to the
start of Python and Click. Type checkers see the classes as dataclasses (PEP 681); `fields` and
`replace` are those of this module.
"""

from __future__ import annotations

from itertools import count
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

Class = TypeVar("Class")

FEW = 20
"""Records of a class that are made before its `__init__` is compiled, which costs as much as making
some twenty without.
"""


@dataclass_transform(frozen_default=True, kw_only_default=True)
def record(cls: type[Class]) -> type[Class]:
    """Make a class a frozen record whose annotated fields are given by name.

    It inherits those of its base, which come first, or else after the one that `__after__` names.
    """
    return made(cls, keyword_only=True)


@dataclass_transform(frozen_default=True)
def pair(cls: type[Class]) -> type[Class]:
    """Make a class a frozen record whose fields may also be given by place, for small ones."""
    return made(cls, keyword_only=False)


def made(cls: type[Class], *, keyword_only: bool) -> type[Class]:
    """Build the class anew with slots for its own fields and an `__init__` for all of them."""
    own = tuple(cls.__dict__.get("__annotations__", {}))  # noqa: RUF063 - importing inspect is what is avoided here
    inherited = fields(cls) if hasattr(cls, "__fields__") else ()
    names = in_order(own, inherited, cls.__dict__.get("__after__", ""))
    defaults = {
        **getattr(cls, "__defaults__", {}),
        **{name: cls.__dict__[name] for name in own if name in cls.__dict__},
    }
    members = {
        name: value
        for name, value in cls.__dict__.items()
        if name not in (*own, "__dict__", "__weakref__")
    }
    members |= {
        "__slots__": tuple(name for name in own if name not in inherited),
        "__fields__": names,
        "__defaults__": defaults,
        "__values__": values_of(names),
        "__setattr__": refuse,
        "__delattr__": refuse,
        "__eq__": equal,
        "__hash__": hashed,
        "__repr__": members.get("__repr__", described),
        "__reduce__": reduced,
        "__match_args__": names,
    }
    rebuilt: Any = type(cls)
    result: type[Class] = rebuilt(cls.__name__, cls.__bases__, members)
    result.__init__ = first(result, keyword_only)  # type: ignore[method-assign]
    return result


def first(cls: Any, keyword_only: bool) -> Any:
    """Return the `__init__` of the first records of a class, of which most commands make few."""
    names, defaults, few = cls.__fields__, cls.__defaults__, count(1)
    wanted = frozenset(names)

    def fill(self: Any, *values: object, **named: object) -> None:
        """Fill in the fields; `__init__` is compiled when many are made, or something is wrong."""
        given = {**defaults, **dict(zip(names, values, strict=False)), **named}
        is_plain = not values or not (keyword_only or named or len(values) > len(names))
        finishes = hasattr(cls, "__post_init__")
        if next(few) > FEW or given.keys() != wanted or not is_plain:
            cls.__init__ = initialiser(names, defaults, keyword_only, finishes)
            self.__init__(*values, **named)
            return
        for name in names:
            object.__setattr__(self, name, given[name])
        if finishes:
            self.__post_init__()

    return fill


def in_order(
    own: tuple[str, ...], inherited: tuple[str, ...], after: str
) -> tuple[str, ...]:
    """Put the fields of a base before the own ones of a record, or after one of these."""
    place = own.index(after) + 1 if after else 0
    taken_over = (name for name in inherited if name not in own)
    return (*own[:place], *taken_over, *own[place:])


def initialiser(
    names: tuple[str, ...], defaults: dict[str, Any], keyword_only: bool, post: bool
) -> Any:
    """Compile the `__init__` of a record."""
    required = [name for name in names if name not in defaults]
    optional = [f"{name}=_defaults[{name!r}]" for name in names if name in defaults]
    parameters = ", ".join(
        ["self", *(["*"] if keyword_only and names else []), *required, *optional]
    )
    body = "".join(f"\n    _set(self, {name!r}, {name})" for name in names)
    if post:
        body += "\n    self.__post_init__()"
    scope: dict[str, Any] = {"_set": object.__setattr__, "_defaults": defaults}
    exec(f"def __init__({parameters}):{body or ' pass'}", scope)
    return scope["__init__"]


def fields(record: object) -> tuple[str, ...]:
    """Name the fields of a record or of its class, in their order."""
    names: tuple[str, ...] = record.__fields__  # type: ignore[attr-defined]
    return names


def replace(record: Class, **changes: object) -> Class:
    """Return the record with some fields changed."""
    values = {name: getattr(record, name) for name in fields(record)}
    return type(record)(**{**values, **changes})


def refuse(self: object, name: str, value: object = None) -> None:
    """Refuse to change a field."""
    raise AttributeError(f"{type(self).__name__} is frozen: {name}")


def values_of(names: tuple[str, ...]) -> Any:
    """Return what gives the values of some fields, in their order; of one, its value alone."""
    return attrgetter(*names) if names else bool


def equal(self: Any, other: Any) -> Any:
    """Compare records of one class field by field."""
    if type(self) is not type(other):
        return NotImplemented
    values = self.__values__
    return self is other or values(self) == values(other)


def hashed(self: Any) -> int:
    """Hash the values of the fields."""
    return hash(self.__values__(self))


def described(self: object) -> str:
    """Show a record as the call that makes it."""
    listed = ", ".join(f"{name}={getattr(self, name)!r}" for name in fields(self))
    return f"{type(self).__name__}({listed})"


def reduced(self: object) -> tuple[Any, ...]:
    """Copy a record by making it again."""
    return rebuild, (type(self), {name: getattr(self, name) for name in fields(self)})


def rebuild(cls: type[Class], values: dict[str, object]) -> Class:
    """Make a record from the values of its fields."""
    return cls(**values)

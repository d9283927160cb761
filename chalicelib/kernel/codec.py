"""Stored documents: how a frozen value becomes the JSON document of a row, and comes back from that of any release.

Rows outlive the code that wrote them, and while a release is rolled out two releases read each other's rows. So every
store goes through a `Codec`, which ignores attributes that it does not know, lets the class's defaults stand for those
that are missing, and brings a document with an older schema number up to date. A document with a higher number is read
as far as this release knows it.

What may be stored: `str`, `int`, `float`, `bool`, `None`, `Any`, `datetime`, enumerations (by value), `tuple`, `list`,
`Sequence`, `frozenset` (sorted), `Mapping` with text keys, dataclasses and NamedTuples of all these, and `X | None`.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import MISSING, fields, is_dataclass
from datetime import datetime
from enum import Enum
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Generic, Literal, TypeVar, Union, get_args, get_origin, get_type_hints, is_typeddict

from .clock import from_text, to_text

T = TypeVar("T")

Document = Mapping[str, Any]
Convert = Callable[[Any], Any]
Way = tuple[Convert, Convert] | None
"""How a value of one type is dumped and loaded; None for one that is its own JSON."""
Arguments = tuple[Any, ...]
"""Of a generic type: `str` of `tuple[str, ...]`."""

SCHEMA = "schema"
"""The attribute that holds the schema number of a document; one without it has number 1."""


class Codec(Generic[T]):
    """Documents of one class.

    `schema` is the number that is written, and `upcasts[n]` makes a document of number n one of n + 1; it gets a copy
    that it may change. Add an attribute with a default and keep the number; raise it when an old shape is no longer
    one that the class can be made of.

    `outside` are fields that the document does not hold, because the row's key, its version or its tenant say them:
    `load` takes them by name. `sparse` are fields that are left out while they have their default. `parts` are codecs
    of nested classes that are not written as objects of all their fields. `positional` writes a list instead of an
    object, for small values of which a document holds many; new fields go to its end. `stored_as` are fields that rows
    call otherwise, by name, for a release that is returned to; documents with either name are read.
    """

    def __init__(
        self,
        of: type[T],
        *,
        schema: int = 1,
        upcasts: Mapping[int, Callable[[dict[str, Any]], Document]] | None = None,
        outside: Sequence[str] = (),
        sparse: Sequence[str] = (),
        parts: "Mapping[type, Codec[Any]] | None" = None,
        positional: bool = False,
        stored_as: Mapping[str, str] | None = None,
    ) -> None:
        upcasts = upcasts or {}
        if set(upcasts) != set(range(1, schema)):
            raise TypeError(f"{of.__name__}: schema {schema} needs an upcast from each number below it")
        self._of = of
        self._schema = schema
        self._upcasts = upcasts
        self._outside = frozenset(outside)
        self._sparse = frozenset(sparse)
        self._parts = parts or {}
        self._positional = positional
        self._stored_as = tuple((stored_as or {}).items())
        self._ready = False

    def dump(self, value: T) -> dict[str, Any]:
        """The document of `value`; a new dict, whose plain parts are those of the value."""
        if not self._ready:
            self._compile()
        doc = dict(zip(self._names, self._values(value), strict=True))
        for name, write in self._writers:
            doc[name] = write(doc[name])
        for name, default in self._defaults:
            if doc[name] == default:
                del doc[name]
        for name, stored in self._stored_as:
            if name in doc:
                doc[stored] = doc.pop(name)
        if self._schema > 1:
            doc[SCHEMA] = self._schema
        return doc

    def load(self, doc: Document, **outside: Any) -> T:
        """The value of a document. TypeError if it lacks an attribute that has no default."""
        if not self._ready:
            self._compile()
        number = doc.get(SCHEMA, 1)
        while number < self._schema:
            doc = self._upcasts[number](dict(doc))
            number += 1
        for name in self._names:
            if name in doc:
                outside[name] = doc[name]
        for name, stored in self._stored_as:
            if stored in doc:
                outside[name] = doc[stored]
        for name, read in self._readers:
            if name in outside:
                outside[name] = read(outside[name])
        return self._of(**outside)

    def dump_row(self, value: T) -> list[Any]:
        """As `dump`, only the values, in the order of the fields."""
        return list(self.dump(value).values())

    def load_row(self, values: Sequence[Any]) -> T:
        """As `load`: values beyond the last field are ignored, fields without a value have their default."""
        if not self._ready:
            self._compile()
        return self.load(dict(zip(self._names, values, strict=False)))

    def way(self) -> tuple[Convert, Convert]:
        """How it is dumped and loaded as a part of another document."""
        return (self.dump_row, self.load_row) if self._positional else (self.dump, self.load)

    def _compile(self) -> None:
        """At the first use, because a class may name others that are defined after it."""
        known = _fields(self._of)
        unknown = (self._outside | self._sparse | dict(self._stored_as).keys()) - set(known)
        if unknown:
            raise TypeError(f"{self._of.__name__} has no {', '.join(sorted(unknown))}")
        self._names = tuple(name for name in known if name not in self._outside)
        self._values = _values(self._names)
        ways = [(name, self._way_of(name)) for name in self._names]
        self._writers = tuple((name, way[0]) for name, way in ways if way)
        self._readers = tuple((name, way[1]) for name, way in ways if way)
        self._defaults = tuple((name, self._dumped(name, known[name])) for name in self._names if name in self._sparse)
        self._ready = True

    def _way_of(self, name: str) -> Way:
        try:
            return _way(_hint(self._of, name), self._parts)
        except _CannotBeStored as error:
            raise TypeError(f"{self._of.__name__}.{name} cannot be stored: {error}") from None

    def _dumped(self, name: str, default: Any) -> Any:
        if default is MISSING:
            raise TypeError(f"{self._of.__name__}.{name} has no default, so it cannot be left out")
        way = self._way_of(name)
        return way[0](default) if way else default


class _CannotBeStored(Exception):
    """A type without a JSON form."""


_PLAIN = (str, int, float, bool, NoneType, Any, object)
_NESTED: dict[type, Codec[Any]] = {}
"""Codecs of classes that are only parts of documents, made when first met."""


def _fields(of: type) -> dict[str, Any]:
    """The fields of a dataclass or NamedTuple with their defaults, MISSING for those without one."""
    if is_dataclass(of):
        return {
            each.name: each.default_factory() if each.default_factory is not MISSING else each.default
            for each in fields(of)
            if each.init
        }
    if issubclass(of, tuple) and hasattr(of, "_fields"):
        defaults = getattr(of, "_field_defaults", {})
        return {name: defaults.get(name, MISSING) for name in of._fields}
    raise TypeError(f"{of.__name__} is neither a dataclass nor a NamedTuple")


def _values(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def _hint(of: type, name: str) -> Any:
    """The type of one field. Not of all at once: what is `outside` may be imported for type checking only."""
    for base in of.__mro__:
        annotation = vars(base).get("__annotations__", {}).get(name)
        if annotation is not None:
            alone = type(of.__name__, (), {"__annotations__": {name: annotation}, "__module__": base.__module__})
            return get_type_hints(alone, localns=vars(sys.modules[base.__module__]))[name]
    raise TypeError(f"{of.__name__}.{name} has no type")


def _way(hint: Any, parts: Mapping[type, Codec[Any]]) -> Way:
    hint = getattr(hint, "__supertype__", hint)
    origin, arguments = get_origin(hint) or hint, get_args(hint)
    if hint in _PLAIN or is_typeddict(hint) or origin is Literal:
        return None
    if hint in parts:
        return parts[hint].way()
    if origin in (Union, UnionType):
        return _union(arguments, parts)
    if isinstance(origin, type):
        for base, make in _WAYS.items():
            if issubclass(origin, base):
                return make(origin, arguments, parts)
        if hasattr(origin, "__dataclass_fields__"):
            return _nested(origin, arguments, parts)
    raise _CannotBeStored(str(hint))


def _nested(origin: type, _: Arguments, parts: Mapping[type, Codec[Any]]) -> Way:
    codec: Codec[Any] = Codec(origin, parts=parts) if parts else _NESTED.setdefault(origin, Codec(origin))
    return codec.way()


def _union(arguments: Arguments, parts: Mapping[type, Codec[Any]]) -> Way:
    ways = [way for each in arguments if each is not NoneType and (way := _way(each, parts))]
    if not ways:
        return None
    if len(arguments) != 2 or NoneType not in arguments:
        raise _CannotBeStored("a document does not tell which of several classes it is of")
    write, read = ways[0]
    # Earlier releases wrote "" where there is no moment.
    return lambda value: None if value is None else write(value), lambda value: read(value) if value else None


def _mapping(_: type, arguments: Arguments, parts: Mapping[type, Codec[Any]]) -> Way:
    way = _way(arguments[1], parts) if arguments else None
    if way is None:
        return None
    write, read = way
    return (
        lambda value: {name: write(each) for name, each in value.items()},
        lambda value: {name: read(each) for name, each in value.items()},
    )


def _frozenset(_: type, arguments: Arguments, parts: Mapping[type, Codec[Any]]) -> Way:
    write, read = _each(arguments, parts)
    return lambda value: sorted(map(write, value)), lambda value: frozenset(map(read, value))


def _tuple(origin: type, arguments: Arguments, parts: Mapping[type, Codec[Any]]) -> Way:
    if origin is not tuple:
        return _nested(origin, arguments, parts)
    if arguments and arguments[-1] is not ...:
        ways = [_way(each, parts) or (_same, _same) for each in arguments]
        return (
            lambda value: [way[0](each) for way, each in zip(ways, value, strict=True)],
            lambda value: tuple(way[1](each) for way, each in zip(ways, value, strict=True)),
        )
    write, read = _each(arguments, parts)
    if write is _same:
        return list, tuple
    return lambda value: list(map(write, value)), lambda value: tuple(map(read, value))


def _list(_: type, arguments: Arguments, parts: Mapping[type, Codec[Any]]) -> Way:
    write, read = _each(arguments, parts)
    if write is _same:
        return None
    return lambda value: list(map(write, value)), lambda value: list(map(read, value))


def _each(arguments: Arguments, parts: Mapping[type, Codec[Any]]) -> tuple[Convert, Convert]:
    return (_way(arguments[0], parts) if arguments else None) or (_same, _same)


def _same(value: Any) -> Any:
    return value


_WAYS: dict[type, Callable[[type, Arguments, Mapping[type, Codec[Any]]], Way]] = {
    datetime: lambda *_: (to_text, from_text),
    Enum: lambda origin, *_: (attrgetter("value"), origin),
    Mapping: _mapping,
    AbstractSet: _frozenset,
    tuple: _tuple,
    Sequence: _list,
}
"""By base class; the first that fits."""

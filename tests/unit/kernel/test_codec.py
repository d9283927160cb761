from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum
from typing import Any, NamedTuple

import pytest

from chalicelib.kernel.codec import Codec


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


class Point(NamedTuple):
    x: int
    y: int = 0


@dataclass(frozen=True)
class Part:
    name: str
    points: tuple[Point, ...] = ()
    inner: "Part | None" = None


@dataclass(frozen=True, slots=True)
class Thing:
    id: str
    at: datetime
    colour: Colour = Colour.RED
    tags: frozenset[str] = frozenset()
    parts: tuple[Part, ...] = ()
    by_name: Mapping[str, Part] = field(default_factory=dict)
    ended: datetime | None = None
    values: dict[str, Any] = field(default_factory=dict)
    names: Sequence[str] = ()
    pair: tuple[int, Colour] = (0, Colour.RED)
    version: int = 0


AT = datetime(2026, 11, 26, 8, 0, tzinfo=UTC)
WHOLE = Thing(
    "t1",
    AT,
    Colour.BLUE,
    frozenset({"b", "a"}),
    (Part("one", (Point(1, 2), Point(3)), Part("in it")),),
    {"two": Part("two")},
    AT,
    {"total": "12.50"},
    ["p", "q"],
    (7, Colour.BLUE),
    version=4,
)
THINGS = Codec(Thing, outside=("version",))


def test_a_value_comes_back_as_it_was() -> None:
    doc = THINGS.dump(WHOLE)
    assert THINGS.load(doc, version=4) == WHOLE
    assert "version" not in doc
    assert (doc["tags"], doc["colour"]) == (["a", "b"], "blue")
    assert doc["parts"][0] == {
        "name": "one",
        "points": [{"x": 1, "y": 2}, {"x": 3, "y": 0}],
        "inner": {"name": "in it", "points": [], "inner": None},
    }


def test_what_is_missing_has_its_default_and_what_is_unknown_is_ignored() -> None:
    read = THINGS.load({"id": "t1", "at": "2026-11-26T08:00:00.000Z", "later": {"x": 1}})
    assert read == Thing("t1", AT)
    nested = THINGS.load({"id": "t1", "at": "2026-11-26T08:00:00.000Z", "parts": [{"name": "one", "later": 1}]})
    assert nested.parts == (Part("one"),)


def test_what_has_no_default_must_be_there() -> None:
    with pytest.raises(TypeError, match="at"):
        THINGS.load({"id": "t1"})


def test_a_moment_that_earlier_releases_wrote_as_nothing_is_none() -> None:
    assert THINGS.load({"id": "t1", "at": "2026-11-26T08:00:00.000Z", "ended": ""}).ended is None


def raised(doc: dict[str, Any]) -> dict[str, Any]:
    doc["name"] = doc.pop("title")
    return doc


def doubled(doc: dict[str, Any]) -> dict[str, Any]:
    return {**doc, "points": [{"x": each["x"] * 2} for each in doc["points"]]}


def test_an_older_schema_is_brought_up_to_date_number_by_number() -> None:
    codec = Codec(Part, schema=3, upcasts={1: raised, 2: doubled})
    first = {"title": "one", "points": [{"x": 1}]}
    assert (
        codec.load(first) == codec.load({"schema": 2, "name": "one", "points": [{"x": 1}]}) == Part("one", (Point(2),))
    )
    assert first == {"title": "one", "points": [{"x": 1}]}
    assert codec.dump(Part("one"))["schema"] == 3


def test_a_later_schema_is_read_as_far_as_it_is_known() -> None:
    doc = {**THINGS.dump(WHOLE), "schema": 9, "unheard_of": [1, 2]}
    assert THINGS.load(doc, version=4) == WHOLE


def test_every_number_needs_its_upcast() -> None:
    with pytest.raises(TypeError, match="upcast"):
        Codec(Part, schema=3, upcasts={1: raised})


def test_what_is_sparse_is_written_only_if_it_is_not_the_default() -> None:
    codec = Codec(Part, sparse=("points", "inner"))
    assert codec.dump(Part("one")) == {"name": "one"}
    assert codec.dump(Part("one", (Point(1),)))["points"] == [{"x": 1, "y": 0}]


def test_a_positional_part_is_a_list_that_may_grow_and_was_shorter() -> None:
    codec = Codec(Part, parts={Point: Codec(Point, positional=True)})
    assert codec.dump(Part("one", (Point(1, 2),)))["points"] == [[1, 2]]
    assert codec.load({"name": "one", "points": [[1], [1, 2, 3]]}) == Part("one", (Point(1), Point(1, 2)))


@dataclass(frozen=True)
class Vague:
    either: Part | Point


def test_what_cannot_be_told_apart_is_refused() -> None:
    with pytest.raises(TypeError, match=r"Vague\.either"):
        Codec(Vague).dump(Vague(Point(1)))


def test_fields_that_are_not_there_are_refused() -> None:
    with pytest.raises(TypeError, match="nothing_such"):
        Codec(Part, outside=("nothing_such",)).dump(Part("one"))

"""What holds of any tree: its normal form says the same, and the bounds of an index lose nothing that passes."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from chalicelib.conditions.coverage import TooManyGroups, covered, groups, impossible
from chalicelib.conditions.operators.base import Bounds
from chalicelib.conditions.ranges import OPEN, bounds
from chalicelib.conditions.tree import Comparison, Node

from .language import ask, read

NUMBERS = [str(each) for each in range(4)]
TAGS = ["a", "b", "c"]


def comparisons() -> st.SearchStrategy[dict[str, Any]]:
    number, tag = st.sampled_from(NUMBERS), st.sampled_from(TAGS)
    return st.one_of(
        st.builds(ask, st.just("total"), st.sampled_from(["eq", "ne", "lt", "lte", "gt", "gte"]), number),
        st.builds(ask, st.just("total"), st.just("between"), st.lists(number, min_size=2, max_size=2)),
        st.builds(ask, st.just("total"), st.sampled_from(["in", "not_in"]), st.lists(number, max_size=2)),
        st.builds(ask, st.just("tags"), st.sampled_from(["has", "has_none"]), st.lists(tag, max_size=2)),
        st.builds(ask, st.just("note"), st.sampled_from(["contains", "prefix", "eq"]), tag),
        st.builds(ask, st.sampled_from(["total", "tags", "note"]), st.sampled_from(["empty", "not_empty"])),
    )


def trees() -> st.SearchStrategy[dict[str, Any]]:
    def grown(parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
        several = st.lists(parts, min_size=1, max_size=3)
        return st.one_of(
            several.map(lambda each: {"all": each}),
            several.map(lambda each: {"any": each}),
            parts.map(lambda each: {"not": each}),
        )

    return st.one_of(
        comparisons(), grown(comparisons()), grown(grown(comparisons())), grown(grown(grown(comparisons())))
    )


def records() -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {},
        optional={
            "total": st.sampled_from(NUMBERS),
            "tags": st.lists(st.sampled_from(TAGS), max_size=3, unique=True),
            "note": st.text(alphabet="abc", max_size=3),
        },
    )


@given(trees(), st.lists(records(), max_size=8))
def test_the_normal_form_says_the_same(raw: dict[str, Any], rows: list[dict[str, Any]]) -> None:
    node = read(raw)
    try:
        found = groups(node)
    except TooManyGroups:
        return
    for row in rows:
        held = any(all(literal.test.holds(row) is not literal.denied for literal in group) for group in found)
        assert held is node.holds(row)


@given(trees(), trees(), st.lists(records(), max_size=8))
def test_what_is_called_impossible_or_covered_is(raw: Any, other: Any, rows: list[dict[str, Any]]) -> None:
    node, earlier = read(raw), read(other)
    never, taken = impossible(node), covered(node, [earlier])
    for row in rows:
        assert not (never and node.holds(row))
        assert not (taken and node.holds(row) and not earlier.holds(row))


def _key(row: dict[str, Any]) -> str:
    return f"1{row['total']}" if "total" in row else "0"


def _bounds_of(test: Comparison) -> Bounds:
    if test.subject.key != "total":
        return OPEN
    return test.operator.bounds([f"1{each}" for each in test.args])


@given(trees(), st.lists(records(), max_size=12))
def test_the_bounds_of_an_index_lose_nothing(raw: dict[str, Any], rows: list[dict[str, Any]]) -> None:
    node: Node = read(raw)
    low, high = bounds(node, _bounds_of)
    within = [row for row in rows if (low is None or _key(row) >= low) and (high is None or _key(row) <= high)]
    assert [row for row in within if node.holds(row)] == [row for row in rows if node.holds(row)]

"""Which values a merge takes, and how links to the record that goes are moved and brought back."""

from typing import Any

import pytest

from chalicelib.forms.domain import merging
from chalicelib.forms.domain.merging import LOSER, SURVIVOR, UNION

from .made import definition, doc, formula

S, L, X = ("s" * 26, "r" * 26, "x" * 26)
FORM = "f" * 26
LINK = {"forms": [FORM]}
TAGS = {"choices": [{"value": each} for each in "abc"]}
CUSTOMER = definition(
    doc("name", "text"), doc("phone", "text"), doc("tags", "choices"  , {"choices": TAGS["choices"]}),
    doc("size", "number"), formula("double", "size * 2"), doc("above", "link", LINK),
)  # fmt: skip
OURS = {"name": "东", "tags": ["a", "b"], "size": "1", "double": "2"}
THEIRS = {"name": "南", "phone": "1", "tags": ["b", "c"], "size": "1", "double": "2"}
CHILD = definition(
    doc("one", "link", LINK),
    doc("many", "link", {**LINK, "multiple": True}),
    doc("rows", "lines", {"columns": [doc("who", "link", LINK), doc("note", "text")]}),
)


def offered(editable: Any = lambda _: True) -> dict[str, tuple[str, tuple[str, ...]]]:
    found = merging.choices(CUSTOMER, OURS, THEIRS, editable)
    return {each.field.id: (each.proposed, each.options) for each in found}


def test_ours_stays_a_blank_is_filled_and_lists_are_united() -> None:
    assert offered() == {
        "name": (SURVIVOR, (SURVIVOR, LOSER)),
        "phone": (LOSER, (SURVIVOR, LOSER)),
        "tags": (UNION, (SURVIVOR, LOSER, UNION)),
        "size": (SURVIVOR, (SURVIVOR,)),
    }


def test_a_field_that_may_not_be_edited_stays() -> None:
    assert offered(lambda name: name != "phone")["phone"] == (SURVIVOR, (SURVIVOR,))


def test_what_is_not_offered_cannot_be_taken() -> None:
    found = merging.choices(CUSTOMER, OURS, THEIRS, lambda _: True)
    chosen, faults = merging.taken(found, {"size": LOSER, "double": LOSER, "name": LOSER, "tags": SURVIVOR})
    assert {each.path: each.code for each in faults} == {"/take/size": "merge_take", "/take/double": "merge_take"}
    assert chosen["name"] == LOSER
    assert chosen["phone"] == LOSER
    assert "tags" not in chosen


def test_the_merged_record_names_neither_of_the_two() -> None:
    take = {"above": LOSER, "tags": UNION}
    values = merging.merged(CUSTOMER, (S, {**OURS, "above": L}), (L, {**THEIRS, "above": S}), take)
    assert "above" not in values
    assert values["tags"] == ["a", "b", "c"]
    kept = merging.merged(CUSTOMER, (S, OURS), (L, {**THEIRS, "above": X}), take)
    assert kept["above"] == X


CASES: list[dict[str, Any]] = [
    {"one": L},
    {"many": [X, L]},
    {"many": [L, S, X]},
    {"rows": [{"who": L, "note": "a"}, {"who": S, "note": "b"}, {"who": L, "note": "c"}]},
    {"one": L, "many": [S, L], "rows": [{"who": L, "note": "a"}]},
]


@pytest.mark.parametrize("values", CASES)
def test_what_was_moved_comes_back_as_it_was(values: dict[str, Any]) -> None:
    moved, places = merging.repointed(CHILD, values, L, S)
    assert L not in str(moved)
    assert len(moved.get("many", [])) == len(set(moved.get("many", [])))
    assert merging.pointed_back(CHILD, moved, places, L, S) == values


def test_a_row_is_recognised_wherever_it_stands_now() -> None:
    values = {"rows": [{"who": L, "note": "a"}, {"who": S, "note": "b"}]}
    moved, places = merging.repointed(CHILD, values, L, S)
    turned = {"rows": [{"who": S, "note": "new"}, *reversed(moved["rows"])]}
    back = merging.pointed_back(CHILD, turned, places, L, S)
    assert [(row["who"], row["note"]) for row in back["rows"]] == [(S, "new"), (S, "b"), (L, "a")]


def test_what_leads_elsewhere_since_stays() -> None:
    _, places = merging.repointed(CHILD, {"one": L, "many": [L]}, L, S)
    assert merging.pointed_back(CHILD, {"one": X, "many": []}, places, L, S) == {"one": X, "many": []}


def test_only_fields_that_are_as_the_merge_left_them_go_back() -> None:
    after = {**OURS, "phone": "1", "name": "南"}
    moved = merging.differing(OURS, after)
    assert merging.put_back({**after, "name": "西"}, moved) == {**OURS, "name": "西"}


def test_lists_that_are_too_long_together_are_told() -> None:
    form = definition(doc("many", "link", {**LINK, "multiple": True}))
    ids = [f"{number:026d}" for number in range(60)]
    faults = merging.union_faults(form, {"many": ids}, {"many": UNION})
    assert {each.path for each in faults} == {"/values/many"}
    assert merging.union_faults(form, {"many": ids[:2]}, {"many": UNION}) == []

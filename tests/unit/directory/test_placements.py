"""Several departments, positions and heads: what a change of them comes to, and who is found by them."""

from dataclasses import replace

import pytest

from chalicelib.directory.actor_ids import actor_ids
from chalicelib.directory.domain import departments, members, roles
from chalicelib.directory.domain.errors import DepartmentNotEmpty, DirectoryInvalid, NamesYourself, PositionInUse
from chalicelib.directory.org import Department, Org, OrgMember, Placement
from chalicelib.directory.store import DEPARTMENTS, MEMBERS

from .builders import BOSS, REP, actor, member, org

SALES, FIELD, ROOT = {"department_id": "sales"}, {"department_id": "field", "position_id": "seller"}, "root"
TWICE = replace(REP, department_id="sales", other_placements=(Placement("field", "seller"),))


def faults(caught: pytest.ExceptionInfo[DirectoryInvalid]) -> list[tuple[str, str]]:
    return [(field.path, field.code) for field in caught.value.fields]


def headed(*head_ids: str) -> Department:
    main, *others = head_ids or ("",)
    return Department("sales", "Sales", parent_id=ROOT, head_id=main, other_head_ids=tuple(others), version=4)


# -- members


def test_the_first_department_is_the_main_one() -> None:
    changed = members.change(org(), actor(), REP, {"departments": [SALES, FIELD]})
    assert changed == TWICE
    assert (changed.department_ids, changed.position_ids) == (("sales", "field"), ("seller",))


def test_the_words_of_the_first_release_mean_the_main_one() -> None:
    moved = members.change(org(BOSS, TWICE), actor(), TWICE, {"department_id": ROOT, "position_id": "seller"})
    assert moved.placements == (Placement(ROOT, "seller"), Placement("field", "seller"))


def test_who_moves_to_a_further_department_is_there_once() -> None:
    moved = members.change(org(BOSS, TWICE), actor(), TWICE, {"department_id": "field"})
    assert moved.department_ids == ("field",)


def test_a_department_is_named_once_and_the_main_one_in_one_way() -> None:
    with pytest.raises(DirectoryInvalid) as caught:
        members.change(org(), actor(), REP, {"departments": [SALES, FIELD, SALES], "department_id": ROOT})
    assert faults(caught) == [("/department_id", "main_differs"), ("/departments/2/department_id", "named_twice")]
    same = {"departments": [SALES, FIELD], "department_id": "sales", "position_id": ""}
    assert members.change(org(), actor(), REP, same) == TWICE


def test_every_unknown_place_is_named_where_it_was_given() -> None:
    wrong = {
        "departments": [{"department_id": "x"}, {"department_id": "y", "position_id": "z"}],
        "other_position_ids": ["seller", "w"],
    }
    with pytest.raises(DirectoryInvalid) as caught:
        members.change(org(), actor(), REP, wrong)
    assert faults(caught) == [
        ("/departments/0/department_id", "unknown_department"),
        ("/departments/1/department_id", "unknown_department"),
        ("/departments/1/position_id", "unknown_position"),
        ("/other_position_ids/1", "unknown_position"),
    ]


def test_a_further_department_that_was_dropped_does_not_hold_up_a_change() -> None:
    lost = replace(TWICE, other_placements=(Placement("dropped", "gone"),))
    kept = {"departments": [SALES, {"department_id": "dropped", "position_id": "gone"}], "name": "New"}
    assert members.change(org(BOSS, lost), actor(), lost, kept).name == "New"


def test_departments_and_positions_held_beside_the_main_ones_are_in_use() -> None:
    second = member("second", department_id=ROOT, other_placements=(Placement("field", "seller"),))
    whole = org(BOSS, second)
    with pytest.raises(DepartmentNotEmpty):
        departments.check_drop(whole, whole.departments["field"])
    with pytest.raises(PositionInUse):
        roles.check_drop_position(whole, whole.positions["seller"])
    company_wide = replace(second, other_placements=(), other_position_ids=("seller",))
    with pytest.raises(PositionInUse):
        roles.check_drop_position(org(BOSS, company_wide), whole.positions["seller"])


def test_members_of_a_department_are_all_who_are_in_it() -> None:
    whole = org(BOSS, TWICE)
    for department in ("sales", "field"):
        assert [each.id for each in whole.members_of(department)] == ["rep"]
        assert [each.id for each in whole.find(department_id=department)] == ["rep"]
    ids = actor_ids(whole, "rep")
    assert ids("department") == {"sales", "field"}
    assert ids("department_and_below") == {"sales", "field"}
    assert whole.above(TWICE.department_ids) == {ROOT, "sales", "field"}


# -- heads


def test_the_first_head_is_the_main_one() -> None:
    changed = departments.change(org(), actor(), headed(), {"head_ids": ["rep", "boss"]})
    assert (changed.head_id, changed.other_head_ids, changed.head_ids) == ("rep", ("boss",), ("rep", "boss"))


def test_head_of_the_first_release_means_the_main_one() -> None:
    both = headed("boss", "rep")
    assert departments.change(org(), actor(), both, {"head_id": "rep"}).head_ids == ("rep",)
    assert departments.change(org(), actor(), both, {"head_id": ""}).head_ids == ("rep",)
    assert departments.change(org(), actor(), headed("boss"), {"head_id": ""}).head_ids == ()
    with pytest.raises(DirectoryInvalid) as caught:
        departments.change(org(), actor(), both, {"head_id": "boss", "head_ids": ["rep", "boss"]})
    assert faults(caught) == [("/head_id", "main_differs")]


def test_a_new_head_is_an_active_member_and_an_old_one_may_have_left() -> None:
    gone = member("gone", active=False)
    whole = org(BOSS, REP, gone)
    with pytest.raises(DirectoryInvalid) as caught:
        departments.change(whole, actor(), headed("boss"), {"head_ids": ["boss", "gone"]})
    assert faults(caught) == [("/head_ids/1", "unknown_member")]
    kept = departments.change(whole, actor(), headed("boss", "gone"), {"head_ids": ["boss", "gone", "rep"]})
    assert kept.head_ids == ("boss", "gone", "rep")


@pytest.mark.parametrize(
    ("before", "wanted"), [(("boss",), ["boss", "rep"]), (("boss", "rep"), ["rep", "boss"]), (("boss", "rep"), ["rep"])]
)
def test_nobody_makes_themself_a_head_nor_the_main_one(before: tuple[str, ...], wanted: list[str]) -> None:
    with pytest.raises(NamesYourself):
        departments.change(org(), actor("members.manage", member_id="rep"), headed(*before), {"head_ids": wanted})


def company(*people: OrgMember, heads: tuple[str, ...]) -> Org:
    return org(BOSS, *people, departments=(Department(ROOT, "East", head_id="boss"), headed(*heads)))


def test_all_heads_are_found_and_the_line_follows_the_main_one() -> None:
    one, two = member("one", department_id="sales"), member("two", department_id="sales")
    low = member("low", department_id="sales", other_placements=(Placement(ROOT),))
    whole = company(one, two, low, heads=("one", "two"))
    assert [each.id for each in whole.heads_of("sales")] == ["one", "two"]
    assert [each.id for each in whole.managers_of("low", 9)] == ["one", "boss"]
    assert [each.id for each in whole.managers_of("two", 9)] == ["one", "boss"]
    assert [each.id for each in whole.managers_of("one", 9)] == ["boss"]


def test_a_head_who_left_gives_place_to_their_successor_once() -> None:
    gone = member("gone", active=False, successor_id="two")
    whole = company(gone, member("two", department_id="sales"), heads=("gone", "two"))
    assert [each.id for each in whole.heads_of("sales")] == ["two"]
    left = company(replace(gone, successor_id=""), member("two", department_id="sales"), heads=("gone", "two"))
    assert [each.id for each in left.heads_of("sales")] == ["two"]


def test_rows_of_one_department_and_one_head_are_written_as_before_and_read() -> None:
    assert "other_placements" not in MEMBERS.dump(REP)
    assert "other_head_ids" not in DEPARTMENTS.dump(headed("boss"))
    for person in (TWICE, REP):
        assert MEMBERS.load(MEMBERS.dump(person), id="rep", version=7, position="") == person
    led = headed("boss", "rep")
    assert DEPARTMENTS.load(DEPARTMENTS.dump(led), id="sales", version=4) == led

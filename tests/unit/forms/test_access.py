"""Permission groups compiled for one member: what they reach, see and may write, and what older rights come to."""

from dataclasses import replace
from typing import Any

import pytest

from chalicelib.conditions.dynamic import Surroundings
from chalicelib.forms.access.checks import group_faults
from chalicelib.forms.access.compiling import Reader, compile_access
from chalicelib.forms.access.giving import gained, may_give_group, reads_others
from chalicelib.forms.access.groups import DELETE, EDIT, read_access
from chalicelib.forms.access.rights import masked
from chalicelib.forms.access.scope import Scope
from chalicelib.forms.access.writing import written
from chalicelib.forms.domain.definition import Definition, read_definition
from chalicelib.forms.domain.fields import Locale
from chalicelib.forms.domain.records import Record
from chalicelib.kernel.actor import Actor

from .made import NOW, SHANGHAI, doc, form

ME, BOSS, OTHER = "m" * 26, "b" * 26, "o" * 26
SALES, NORTH, BUYING = "s" * 26, "n" * 26, "d" * 26
AT = "2026-11-25T08:00:00.000Z"
FIELDS = (
    doc("name", "text"),
    doc("phone", "text"),
    doc("level", "text", indexed=True),
    doc("cost", "number", indexed=True),
)
VALUES = {"name": "华东阀门", "phone": "13812341234", "level": "A", "cost": "7"}


def made(access: dict[str, Any], **more: Any) -> Definition:
    return read_definition(form(*FIELDS, access=access, **more))


def actor(member_id: str = ME, *permissions: str, roles: tuple[str, ...] = ()) -> Actor:
    return Actor("t" * 26, member_id, "我", frozenset(permissions), frozenset(roles), department_id=NORTH)


def scope(definition: Definition, who: Actor | None = None) -> Scope:
    """Of a member of NORTH, which is below SALES; BOSS leads them."""
    who = who or actor()
    ids = {
        "me": frozenset([who.member_id]),
        "department": frozenset([NORTH]),
        "department_and_below": frozenset([SALES, NORTH]),
        "subordinates": frozenset([ME] if who.member_id == BOSS else []),
    }
    around = Surroundings(NOW, SHANGHAI, ids.__getitem__)
    return compile_access(definition, Reader(who, around, lambda: frozenset([NORTH, SALES]), Locale("zh-CN", SHANGHAI)))


def record(owner: str = ME, department: str = NORTH, **values: Any) -> Record:
    held = {**VALUES, **values}
    return Record("r" * 26, "f" * 26, 1, held, "active", owner, AT, owner, AT, owner=owner, owner_department=department)


def group(rows: Any, **more: Any) -> dict[str, Any]:
    return {"id": "g1", "audience": "everyone", "rows": rows, **more}


# -- rights of before


@pytest.mark.parametrize("access", [{}, {"read_all": {"roles": ["auditor"]}, "edit_all": {"roles": ["clerk"]}}])
def test_older_rights_come_to_groups_with_the_same_answers(access: dict[str, Any]) -> None:
    found = made(access)
    theirs = record(OTHER)
    assert scope(found).allows(record())
    assert scope(found).may(EDIT, record())
    assert scope(found).may(DELETE, record())
    assert not scope(found).allows(theirs)
    assert scope(found).allows(theirs, shared=True)
    assert not scope(found).may(EDIT, theirs, shared=True)
    assert scope(found, actor(ME, "records.read_all")).allows(theirs)
    assert not scope(found, actor(ME, "records.read_all")).may(EDIT, theirs)
    assert scope(found, actor(ME, "*")).may(EDIT, theirs)
    named = bool(access)
    assert scope(found, actor(roles=("auditor",))).allows(theirs) is named
    assert not scope(found, actor(roles=("auditor",))).may(EDIT, theirs)
    assert scope(found, actor(roles=("clerk",))).may(DELETE, theirs) is named


def test_building_a_form_opens_none_of_its_records() -> None:
    assert not scope(made({}), actor(ME, "forms.build", "flows.build")).allows(record(OTHER))


# -- rows


@pytest.mark.parametrize(
    ("rows", "who", "owner", "department", "allowed"),
    [
        ("all", ME, OTHER, BUYING, True),
        ("department", ME, OTHER, NORTH, True),
        ("department", ME, OTHER, SALES, False),
        ("department", ME, OTHER, "", False),
        ("department_and_below", ME, OTHER, SALES, True),
        ("department_and_below", ME, OTHER, BUYING, False),
        ("subordinates", BOSS, ME, BUYING, True),
        ("subordinates", BOSS, OTHER, NORTH, False),
        ("subordinates", ME, OTHER, NORTH, False),
        ({"field": "level", "op": "eq", "value": "A"}, ME, OTHER, BUYING, True),
        ({"field": "level", "op": "ne", "value": "A"}, ME, OTHER, BUYING, False),
        ({"field": "@created_by", "op": "eq", "value": {"me": True}}, ME, OTHER, BUYING, False),
    ],
)
def test_a_group_opens_the_records_that_its_rows_say(
    rows: Any, who: str, owner: str, department: str, allowed: bool
) -> None:
    found = scope(made({"groups": [group(rows)]}), actor(who))
    assert found.allows(record(owner, department)) is allowed
    assert not found.may(EDIT, record(owner, department))


def test_whom_a_group_does_not_name_it_opens_nothing() -> None:
    for audience in ({"roles": ["r"]}, {"members": [OTHER]}, {"departments": [BUYING]}):
        found = scope(made({"groups": [group("all", audience=audience)]}))
        assert not found.allows(record(OTHER))
    for audience in ({"roles": ["r"]}, {"members": [ME]}, {"departments": [SALES]}):
        found = scope(made({"groups": [group("all", audience=audience)]}), actor(roles=("r",)))
        assert found.allows(record(OTHER))


def test_the_lists_of_a_scope_are_those_of_its_people_and_departments() -> None:
    assert scope(made({})).principals() == frozenset([ME])
    assert scope(made({"groups": [group("department")]})).principals() == frozenset([ME, NORTH])
    assert scope(made({"groups": [group("department_and_below")]})).principals() == frozenset([ME, NORTH, SALES])
    assert scope(made({"groups": [group("all")]})).principals() is None
    by_value = scope(made({"groups": [group({"field": "level", "op": "eq", "value": "A"})]}))
    assert by_value.principals() is None
    assert not by_value.reads_all


def test_a_scope_is_sql_of_the_same_rule() -> None:
    text, given = scope(made({"groups": [group("department")]})).to_sql()
    assert text == (
        '(("@owner" IS NOT NULL AND "@owner" IN (?)) OR ("@shared" IS NOT NULL AND "@shared" = ?) OR '
        '("@owner_department" IS NOT NULL AND "@owner_department" IN (?)))'
    ).replace("?", "CAST(? AS VARCHAR)").replace('"@shared" = CAST(? AS VARCHAR)', '"@shared" IN (CAST(? AS BOOLEAN))')
    assert given == [ME, True, NORTH]
    assert scope(made({}), actor(ME, "*")).to_sql() == ("TRUE", [])


# -- fields

LIMITED = {
    "groups": [
        group("own", actions=["edit"], fields={"cost": "hidden", "level": "read"}),
        group("department", id="g2", fields={"phone": "masked", "cost": "hidden"}),
    ]
}


def test_a_hidden_field_is_left_out_and_a_masked_one_shown_in_part() -> None:
    rights = scope(made(LIMITED)).of(record(OTHER))
    assert rights.values(VALUES) == {"name": "华东阀门", "phone": "138****1234", "level": "A"}
    changes = [{"field": name, "before": None, "after": value} for name, value in VALUES.items()]
    assert [(each["field"], each["after"]) for each in rights.changes(changes)] == [
        ("name", "华东阀门"), ("phone", "138****1234"), ("level", "A"),
    ]  # fmt: skip
    assert rights.paths(["cost", "name"]) == ["name"]


def test_rights_of_all_groups_that_open_a_record_add_up() -> None:
    both = scope(made(LIMITED)).of(record())
    assert both.values(VALUES) == {"name": "华东阀门", "phone": "13812341234", "level": "A"}
    assert [each for each in VALUES if both.editable(each)] == ["name", "phone"]


def test_a_value_of_a_field_that_is_gone_shows_where_nothing_is_kept_back() -> None:
    values = {"old": "x", "name": "甲"}
    assert scope(made({})).of(record()).values(values) == values
    assert scope(made(LIMITED)).of(record()).values(values) == {"name": "甲"}


def test_a_title_says_nothing_that_is_kept_from_the_reader() -> None:
    found = made(LIMITED, title="{name} {phone} {cost}", list=["name"])
    assert {"phone", "cost"} <= set(found.summary_fields)
    title = "华东阀门 13812341234 7"
    assert scope(found).of(record(OTHER)).title(title, VALUES) == "华东阀门 138****1234"
    assert scope(found, actor(ME, "*")).of(record(OTHER)).title(title, VALUES) == title


@pytest.mark.parametrize(
    ("text", "shown"), [("", "****"), ("王", "****"), ("王小明", "****明"), ("13812341234", "138****1234")]
)
def test_a_mask_tells_no_length(text: str, shown: str) -> None:
    assert masked(text) == shown


def test_a_field_that_some_record_keeps_from_them_cannot_be_asked_about() -> None:
    assert scope(made(LIMITED)).hides == {"cost", "phone"}
    assert scope(made(LIMITED), actor(ME, "*")).hides == frozenset()


# -- writing


def test_what_may_not_be_edited_stays_as_it_is() -> None:
    found = made(LIMITED)
    rights = scope(found).of(record())
    shown = rights.values(VALUES)
    assert written(rights, found, {**shown, "name": "改"}, VALUES, "zh-CN") == ({**VALUES, "name": "改"}, [])
    sent = written(rights, found, {"name": "改"}, VALUES, "zh-CN")
    assert sent == ({"name": "改", "level": "A", "cost": "7"}, [])
    _, faults = written(rights, found, {**shown, "cost": "8", "level": "B", "other": 1}, VALUES, "zh-CN")
    assert [(each.path, each.code) for each in faults] == [
        ("/values/level", "field_not_editable"),
        ("/values/cost", "schema_additional"),
        ("/values/other", "schema_additional"),
    ]


# -- what a definition may say


def test_what_a_group_names_must_be_there() -> None:
    groups = [
        group("all", fields={"gone": "read", "cost": "masked"}),
        group({"field": "name", "op": "has", "value": ["x"]}, fields={"phone": "masked"}),
        group({"field": "nothing", "op": "eq", "value": "x"}, id="g2"),
    ]
    assert [(each.path, each.code) for each in group_faults(form(*FIELDS, access={"groups": groups}))] == [
        ("/access/groups/0/fields/gone", "group_field"),
        ("/access/groups/0/fields/cost", "group_mask"),
        ("/access/groups/1/id", "duplicate_id"),
        ("/access/groups/1/rows/op", "list_filter_op"),
        ("/access/groups/2/rows/field", "list_filter_field"),
    ]


NOTHING: dict[str, Any] = {}
OWN_LIMITED = {"groups": [group("own", fields={"cost": "hidden"})]}
DEPARTMENT = {"groups": [group("department")]}


@pytest.mark.parametrize(
    ("before", "after", "given"),
    [
        (NOTHING, OWN_LIMITED, set()),
        (OWN_LIMITED, NOTHING, {"@own"}),
        (NOTHING, DEPARTMENT, {"g1"}),
        (DEPARTMENT, NOTHING, set()),
        (DEPARTMENT, {"groups": [group("department", audience={"roles": ["r"]})]}, set()),
        (DEPARTMENT, {"groups": [group("department", actions=["edit"])]}, {"g1"}),
        (DEPARTMENT, {"groups": [group("all")]}, {"g1"}),
        (OWN_LIMITED, {"groups": [group("own", fields={"cost": "masked"})]}, {"g1"}),
    ],
)
def test_what_a_version_gives_more_is_told(before: dict[str, Any], after: dict[str, Any], given: set[str]) -> None:
    assert gained(read_access(before), read_access(after))["groups"] == given


def test_a_group_is_given_by_who_holds_as_much() -> None:
    access = read_access({"groups": [group("department"), group("all", id="g2", actions=["edit", "delete"])]})
    reading, changing = access.groups
    before = read_access({"read_all": {"roles": ["auditor"]}, "edit_all": {"roles": ["clerk"]}})
    builder, auditor, clerk = actor(), actor(roles=("auditor",)), actor(roles=("clerk",))
    assert [may_give_group(before, reading, who) for who in (builder, auditor, clerk)] == [False, True, True]
    assert [may_give_group(before, changing, who) for who in (builder, auditor, clerk)] == [False, False, True]


def test_a_form_concerns_whoever_a_group_opens_records_of_others_to() -> None:
    assert not reads_others(read_access({}), actor(), frozenset())
    assert not reads_others(read_access(OWN_LIMITED), actor(), frozenset())
    assert reads_others(read_access(DEPARTMENT), actor(), frozenset())


def test_what_a_cut_text_cannot_tell_is_asked_of_the_record() -> None:
    long = {"field": "level", "op": "eq", "value": "长" * 250}
    found = scope(made({"groups": [group(long)]}))
    assert found.allows(replace(record(OTHER), values={"level": "长" * 250}))
    assert not found.allows(replace(record(OTHER), values={"level": "长" * 249}))

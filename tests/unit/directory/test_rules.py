"""The rules of members, departments, roles, invitations and names: pure, so every edge is one line."""

from dataclasses import replace
from datetime import timedelta

import pytest

from chalicelib.directory.domain import departments, members, roles
from chalicelib.directory.domain.errors import (
    BeyondOwnRights,
    DepartmentNotEmpty,
    DirectoryInvalid,
    InvitationClosed,
    LastAdministrator,
    MemberActive,
    RoleInUse,
    RootDepartment,
    SeatsExhausted,
    TooMany,
)
from chalicelib.directory.domain.founding import founding_org
from chalicelib.directory.domain.invitations import (
    MAX_INVITATIONS,
    Invitation,
    check_accept,
    check_room,
    expiry,
    joining,
)
from chalicelib.directory.domain.names import clean
from chalicelib.directory.domain.permissions import builtin_role_id, builtin_roles, permission_ids, spelled_out
from chalicelib.directory.org import Department, Org, Position, Role
from chalicelib.edge.schemas import load

from .builders import ADMIN, AUDIT, BOSS, HR, NOW, PLAIN, REP, TENANT, actor, member, org


def faults(caught: pytest.ExceptionInfo[DirectoryInvalid]) -> list[tuple[str, str]]:
    return [(field.path, field.code) for field in caught.value.fields]


# -- members


def test_change_takes_only_what_was_sent() -> None:
    changed = members.change(org(), actor(), REP, {"position_id": "seller", "manager_id": "boss"})
    assert changed == replace(REP, position_id="seller", position="Seller", manager_id="boss")


def test_unchanged_reference_is_not_checked_again() -> None:
    lost = member("lost", department_id="dropped", manager_id="gone")
    kept = {"department_id": "dropped", "manager_id": "gone", "name": "New"}
    assert members.change(org(BOSS, lost), actor(), lost, kept).name == "New"


def test_every_unknown_reference_is_named() -> None:
    wrong = {"department_id": "x", "position_id": "x", "manager_id": "x", "role_ids": [PLAIN, "x"]}
    with pytest.raises(DirectoryInvalid) as caught:
        members.change(org(), actor(), REP, wrong)
    assert faults(caught) == [
        ("/department_id", "unknown_department"),
        ("/position_id", "unknown_position"),
        ("/manager_id", "unknown_member"),
        ("/role_ids/1", "unknown_role"),
    ]


def test_someone_who_left_is_no_manager() -> None:
    gone = member("gone", active=False)
    with pytest.raises(DirectoryInvalid):
        members.change(org(BOSS, REP, gone), actor(), REP, {"manager_id": "gone"})


def test_circle_through_someone_who_left_is_a_circle() -> None:
    gone = member("gone", active=False, manager_id="rep")
    mid = member("mid", manager_id="gone")
    with pytest.raises(DirectoryInvalid) as caught:
        members.change(org(BOSS, REP, gone, mid), actor(), REP, {"manager_id": "mid"})
    assert faults(caught) == [("/manager_id", "manager_cycle")]


@pytest.mark.parametrize(
    ("rights", "wanted", "allowed"),
    [
        (("*",), [ADMIN], True),
        (("members.manage",), [PLAIN], True),
        (("members.manage",), [PLAIN, AUDIT], False),
        (("roles.manage",), [PLAIN, AUDIT], False),
        (("roles.manage", "audit.read"), [PLAIN, AUDIT], True),
        (("roles.manage", "audit.read"), [ADMIN], False),
        (("roles.manage", "members.manage"), [HR], True),
    ],
)
def test_roles_given_are_within_the_givers_rights(rights: tuple[str, ...], wanted: list[str], allowed: bool) -> None:
    if allowed:
        assert members.change(org(), actor(*rights), REP, {"role_ids": wanted}).role_ids == set(wanted)
    else:
        with pytest.raises(BeyondOwnRights):
            members.change(org(), actor(*rights), REP, {"role_ids": wanted})


def test_last_active_administrator_counts() -> None:
    left = member("left", ADMIN, active=False)
    with pytest.raises(LastAdministrator):
        members.change(org(BOSS, left), actor(), BOSS, {"role_ids": [PLAIN]})
    second = member("second", ADMIN)
    assert members.change(org(BOSS, second), actor(), BOSS, {"role_ids": [PLAIN]}).role_ids == {PLAIN}
    assert members.deactivated(org(BOSS, second), actor(), BOSS, "second", "now").successor_id == "second"


def test_administrator_with_more_roles_may_drop_the_others() -> None:
    boss = member("boss", ADMIN, AUDIT)
    assert members.change(org(boss), actor(), boss, {"role_ids": [ADMIN]}).role_ids == {ADMIN}


def test_only_who_holds_his_rights_lets_a_member_back_in() -> None:
    left = member("left", AUDIT, active=False, successor_id="rep", left_at="then")
    with pytest.raises(BeyondOwnRights):
        members.reactivated(org(BOSS, left), actor("members.manage"), left)
    back = members.reactivated(org(BOSS, left), actor(), left)
    assert (back.active, back.successor_id, back.left_at) == (True, "", "")
    with pytest.raises(MemberActive):
        members.reactivated(org(), actor(), REP)


def test_invitations_that_nobody_accepts_do_not_pile_up_for_ever() -> None:
    waiting = Invitation("i" * 26, "a@b.co", "A", "d" * 26, frozenset(), "en", "m" * 26, "", "")
    check_room([waiting] * (MAX_INVITATIONS - 1))
    with pytest.raises(TooMany):
        check_room([waiting] * MAX_INVITATIONS)


@pytest.mark.parametrize(("state", "seats"), [("trial", 200), ("expired", 200), ("active", 2000)])
def test_last_seat_is_the_limit(state: str, seats: int) -> None:
    members.check_seat(org(), seats - 3, state)
    with pytest.raises(SeatsExhausted):
        members.check_seat(org(), seats - 2, state)
    members.check_seat(org(BOSS, replace(REP, active=False)), seats - 2, state)


# -- departments


def test_moving_a_subtree_counts_its_own_depth() -> None:
    chain = [Department("root", "R")]
    for level in range(1, departments.MAX_DEPTH):
        chain.append(Department(f"d{level}", f"D{level}", parent_id=chain[-1].id))
    pair = [Department("top", "Top", parent_id="root"), Department("low", "Low", parent_id="top")]
    whole = org(departments=(*chain, *pair))
    fits = f"d{departments.MAX_DEPTH - 3}"
    assert departments.change(whole, actor(), pair[0], {"parent_id": fits}).parent_id == fits
    with pytest.raises(DirectoryInvalid) as caught:
        departments.change(whole, actor(), pair[0], {"parent_id": f"d{departments.MAX_DEPTH - 2}"})
    assert faults(caught) == [("/parent_id", "department_too_deep")]


def test_tree_has_a_limit() -> None:
    full = [Department(f"d{n}", f"D{n}", parent_id="root") for n in range(departments.MAX_DEPARTMENTS - 1)]
    with pytest.raises(TooMany):
        departments.new(
            org(departments=(Department("root", "R"), *full)), actor(), Department("x", "X", parent_id="root")
        )


def test_same_name_elsewhere_is_fine() -> None:
    assert departments.new(org(), actor(), Department("x", "Field", parent_id="root")).name == "Field"
    with pytest.raises(DirectoryInvalid):
        departments.new(org(), actor(), Department("x", "Field", parent_id="sales"))


def test_renaming_keeps_a_head_who_left() -> None:
    sales = Department("sales", "Sales", parent_id="root", head_id="gone")
    whole = org(BOSS, member("gone", active=False), departments=(Department("root", "R"), sales))
    assert departments.change(whole, actor(), sales, {"name": "Verkauf"}).head_id == "gone"


def test_who_left_does_not_hold_a_department() -> None:
    whole = org(BOSS, replace(REP, active=False))
    departments.check_drop(whole, whole.departments["field"])
    with pytest.raises(DepartmentNotEmpty):
        departments.check_drop(org(), org().departments["field"])
    with pytest.raises(RootDepartment):
        departments.check_drop(org(), org().root)


# -- roles


def test_role_is_changed_only_by_who_holds_the_difference() -> None:
    hr = org().roles[HR]
    wider = frozenset({"members.manage", "roles.manage", "audit.read"})
    with pytest.raises(BeyondOwnRights):
        roles.change_role(org(), actor("roles.manage", "members.manage"), hr, "HR", wider)
    assert roles.change_role(org(), actor("roles.manage", "audit.read"), hr, "HR", wider).version == 2


def test_role_of_someone_who_left_can_go() -> None:
    held = member("x", AUDIT)
    with pytest.raises(RoleInUse):
        roles.check_drop_role(org(BOSS, held), actor(), org().roles[AUDIT])
    roles.check_drop_role(org(BOSS, replace(held, active=False)), actor(), org().roles[AUDIT])


def test_lists_have_limits_and_names_differ() -> None:
    many = Org.of(roles=[Role(str(n), str(n)) for n in range(roles.MAX_ROLES)])
    with pytest.raises(TooMany):
        roles.new_role(many, actor(), Role("x", "X"))
    full = Org.of(positions=[Position(str(n), str(n)) for n in range(roles.MAX_POSITIONS)])
    with pytest.raises(TooMany):
        roles.new_position(full, Position("x", "X"))
    with pytest.raises(DirectoryInvalid):
        roles.new_position(org(), Position("x", "Seller"))
    assert roles.change_position(org(), org().positions["seller"], "Seller").version == 2


def test_published_permissions_are_those_that_a_role_may_hold() -> None:
    assert set(load("directory/role_write")["properties"]["permissions"]["items"]["enum"]) == permission_ids()
    assert spelled_out(frozenset({"*"})) == permission_ids()
    assert spelled_out(frozenset({"audit.read"})) == {"audit.read"}
    assert all(role.permissions <= permission_ids() | {"*"} for role in builtin_roles(TENANT, "en"))


# -- invitations and the first day


INVITATION = Invitation(
    id="i",
    email="new@east.example.cn",
    name="New",
    department_id="field",
    role_ids=frozenset({AUDIT}),
    language="en",
    invited_by="boss",
    created_at=expiry(NOW - timedelta(days=7)),
    expires_at=expiry(NOW),
    position_id="seller",
    manager_id="rep",
    link_id="newest",
)


def test_invitation_opens_with_its_newest_link_for_a_week() -> None:
    assert check_accept(INVITATION, "newest", NOW + timedelta(days=7) - timedelta(seconds=1)) is INVITATION
    for invitation, link, moment in (
        (INVITATION, "older", NOW),
        (INVITATION, "newest", NOW + timedelta(days=7)),
        (None, "newest", NOW),
    ):
        with pytest.raises(InvitationClosed):
            check_accept(invitation, link, moment)


def test_joining_takes_the_place_of_the_invitation() -> None:
    joined = joining(org(), INVITATION, tenant_id=TENANT, member_id="m", name="", language="", now=NOW)
    assert (joined.name, joined.department_id, joined.position, joined.manager_id) == ("New", "field", "Seller", "rep")
    assert joined.role_ids == {AUDIT}


def test_joining_falls_back_where_the_place_is_gone() -> None:
    bare = Org.of([BOSS, replace(REP, active=False)], [Department("root", "East")])
    joined = joining(bare, INVITATION, tenant_id=TENANT, member_id="m", name="Self", language="en", now=NOW)
    assert (joined.name, joined.department_id, joined.position_id, joined.manager_id) == ("Self", "root", "", "")
    assert joined.role_ids == {builtin_role_id(TENANT, "member")}


def test_company_starts_with_its_founder_in_charge() -> None:
    first = founding_org(TENANT, "East", member_id="m", name="Wang", email="w@east.cn", language="zh-CN", now=NOW)
    assert (first.root.name, first.root.head_id) == ("East", "m")
    assert [each.id for each in first.administrators()] == ["m"]
    assert [role.name for role in first.roles.values()] == ["管理员", "应用搭建者", "普通成员"]


# -- names


@pytest.mark.parametrize(
    ("typed", "kept"),
    [(" 王\u3000 总 ", "王 总"), ("Zoe\u0301", "Zoé"), ("𡈽", "𡈽"), ("👩\u200d💻", "👩\u200d💻"), ("a\tb", "a b")],
)
def test_name_has_one_spelling(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@pytest.mark.parametrize("typed", ["", "  ", "\u3000", "a\x00b", "a\x1bb", "\ud800", "李\u202e四", "a\u2066b"])
def test_blank_or_control_text_is_no_name(typed: str) -> None:
    with pytest.raises(DirectoryInvalid) as caught:
        clean(typed, "/company")
    assert faults(caught) == [("/company", "name_invalid")]

"""Reporting lines, heads and role holders of the frozen snapshot."""

from hypothesis import given
from hypothesis import strategies as st

from chalicelib.directory.org import Department, Org, OrgMember, Role

DEPARTMENTS = (
    Department("root", "华东工业品", head_id="boss"),
    Department("sales", "销售部", parent_id="root", head_id="sam"),
    Department("east", "东区", parent_id="sales", head_id="eve"),
)
ROLES = (
    Role("admin", "Administrator", frozenset({"*"}), builtin=True),
    Role("pm", "Product manager", frozenset({"records.read_all"})),
)


def member(member_id: str, **about: object) -> OrgMember:
    return OrgMember(member_id, member_id.title(), **about)  # type: ignore[arg-type]


def org(*members: OrgMember, departments: tuple[Department, ...] = DEPARTMENTS) -> Org:
    return Org.of(members, departments, ROLES)


def ids(members: tuple[OrgMember, ...]) -> list[str]:
    return [each.id for each in members]


BOSS = member("boss", department_id="root", role_ids=frozenset({"admin"}))
SAM = member("sam", department_id="sales", role_ids=frozenset({"pm"}))
EVE = member("eve", department_id="east")
REP = member("rep", department_id="east")


def test_line_climbs_the_heads_of_the_departments() -> None:
    assert ids(org(BOSS, SAM, EVE, REP).managers_of("rep", 9)) == ["eve", "sam", "boss"]


def test_line_stops_after_the_asked_levels() -> None:
    assert ids(org(BOSS, SAM, EVE, REP).managers_of("rep", 2)) == ["eve", "sam"]
    assert org(BOSS, SAM, EVE, REP).managers_of("rep", 0) == ()


def test_head_does_not_report_to_himself() -> None:
    assert ids(org(BOSS, SAM, EVE, REP).managers_of("eve", 1)) == ["sam"]
    assert org(BOSS, SAM, EVE, REP).managers_of("boss", 1) == ()


def test_named_manager_beats_the_head() -> None:
    rep = member("rep", department_id="east", manager_id="sam")
    assert ids(org(BOSS, SAM, EVE, rep).managers_of("rep", 9)) == ["sam", "boss"]


def test_line_with_a_cycle_ends() -> None:
    one = member("one", manager_id="two")
    two = member("two", manager_id="three")
    three = member("three", manager_id="one")
    assert ids(org(one, two, three).managers_of("one", 9)) == ["two", "three"]
    assert org(member("self", manager_id="self")).managers_of("self", 9) == ()


def test_manager_who_left_is_passed_over() -> None:
    gone = member("gone", department_id="root", manager_id="sam", active=False)
    rep = member("rep", department_id="east", manager_id="gone")
    assert ids(org(BOSS, SAM, EVE, gone, rep).managers_of("rep", 1)) == ["sam"]


def test_head_who_left_leaves_the_line_to_the_next_head() -> None:
    eve = member("eve", department_id="east", active=False)
    assert ids(org(BOSS, SAM, eve, REP).managers_of("rep", 9)) == ["sam", "boss"]


def test_unknown_people_and_departments_have_no_line() -> None:
    assert org(BOSS).managers_of("nobody", 3) == ()
    assert org(BOSS, member("lost", department_id="dropped", manager_id="dropped")).managers_of("lost", 3) == ()


def test_tree_with_a_cycle_ends() -> None:
    loop = (Department("a", "A", parent_id="b"), Department("b", "B", parent_id="a", head_id="boss"))
    looped = org(BOSS, member("rep", department_id="a"), departments=loop)
    assert ids(looped.managers_of("rep", 9)) == ["boss"]
    assert [each.id for each in looped.upwards("a")] == ["a", "b"]
    assert looped.within("a") == {"a", "b"}


def test_heads_by_level() -> None:
    whole = org(BOSS, SAM, EVE)
    assert [ids(whole.heads_of("east", level)) for level in (1, 2, 3, 4)] == [["eve"], ["sam"], ["boss"], []]
    assert whole.heads_of("dropped") == ()


def test_department_whose_head_left_has_none() -> None:
    assert org(BOSS, SAM, member("eve", active=False)).heads_of("east") == ()


def test_within_is_the_subtree() -> None:
    assert org().within("sales") == {"sales", "east"}
    assert org().within("dropped") == frozenset()


def test_role_holders_are_active_and_sorted_by_name() -> None:
    zed = OrgMember("zed", "Abe", role_ids=frozenset({"pm"}))
    left = member("left", role_ids=frozenset({"pm"}), active=False)
    assert ids(org(SAM, zed, left).members_with_role("pm")) == ["zed", "sam"]


def test_permissions_are_the_union_of_roles_that_exist() -> None:
    whole = org(BOSS, SAM)
    assert whole.permissions_of({"admin", "pm", "dropped"}) == {"*", "records.read_all"}
    assert whole.permissions_of(()) == frozenset()
    assert ids(whole.administrators()) == ["boss"]


def test_successor_stands_in_for_a_manager_and_a_head_who_left() -> None:
    gone = member("gone", department_id="east", manager_id="sam", active=False, successor_id="new")
    new = member("new", department_id="east")
    rep = member("rep", department_id="east", manager_id="gone")
    east = Department("east", "东区", parent_id="sales", head_id="gone")
    whole = org(BOSS, SAM, gone, new, rep, departments=(*DEPARTMENTS[:2], east))
    assert ids(whole.managers_of("rep", 2)) == ["new", "sam"]
    assert ids(whole.heads_of("east")) == ["new"]
    assert ids(whole.managers_of("new", 1)) == ["sam"]


def test_successor_who_reported_to_the_one_who_left_reports_to_the_next() -> None:
    gone = member("gone", manager_id="sam", active=False, successor_id="rep")
    rep = member("rep", department_id="east", manager_id="gone")
    assert ids(org(BOSS, SAM, gone, rep).managers_of("rep", 9)) == ["sam", "boss"]


def test_successors_who_left_too_are_followed_without_end() -> None:
    one = member("one", active=False, successor_id="two")
    two = member("two", active=False, successor_id="three")
    assert org(one, two, member("three")).standing_for("one") == member("three")
    assert org(one, member("two", active=False, successor_id="one")).standing_for("one") is None


def test_line_goes_on_above_a_successor_who_was_next_in_it() -> None:
    gone = member("gone", manager_id="sam", active=False, successor_id="sam")
    rep = member("rep", department_id="east", manager_id="gone")
    assert ids(org(BOSS, SAM, gone, rep).managers_of("rep", 9)) == ["sam", "boss"]


PEOPLE = [str(number) for number in range(6)]


@given(
    managers=st.lists(st.sampled_from(["", *PEOPLE]), min_size=6, max_size=6),
    successors=st.lists(st.sampled_from(["", *PEOPLE]), min_size=6, max_size=6),
    active=st.lists(st.booleans(), min_size=6, max_size=6),
    homes=st.lists(st.sampled_from(["", *PEOPLE]), min_size=6, max_size=6),
    parents=st.lists(st.sampled_from(["", *PEOPLE]), min_size=6, max_size=6),
    heads=st.lists(st.sampled_from(["", *PEOPLE]), min_size=6, max_size=6),
)
def test_any_tangle_of_people_and_departments_gives_a_line_that_ends(
    managers: list[str],
    successors: list[str],
    active: list[bool],
    homes: list[str],
    parents: list[str],
    heads: list[str],
) -> None:
    people = [
        OrgMember(
            each, each, active=active[n], manager_id=managers[n], successor_id=successors[n], department_id=homes[n]
        )
        for n, each in enumerate(PEOPLE)
    ]
    tangle = Org.of(people, [Department(each, each, parents[n], heads[n]) for n, each in enumerate(PEOPLE)])
    for each in PEOPLE:
        line = tangle.managers_of(each, 99)
        assert each not in ids(line)
        assert len(set(ids(line))) == len(line)
        assert all(person.active for person in line)
        assert [tangle.managers_of(each, levels) for levels in range(3)] == [line[:levels] for levels in range(3)]
        assert all(person.active for level in range(8) for person in tangle.heads_of(each, level))

"""No company reads, writes or senses what another has: every route, every place of an id, every role.

For each, the id of the victim's thing must get the very answer that an id gets that never was, nothing of the victim's
may change, and nothing of it may show.
"""

import pytest

from chalicelib.aws.cursor import seal_cursor

from .calls import ROUTES, cases_of, compose, places, send, send_at_its_version, ways
from .cases import CASES, MORE
from .company_fixture import CANARY, ROLES, CompanyFixture, bogus, same_answer

PLACES = list(places())
WAYS = list(ways())
DRAFTED = [each for each in PLACES if cases_of(each[0])[each[1]].draft and each[2] >= each[0].count("_id}")]
"""Places in the bodies of drafts."""

every_place = pytest.mark.parametrize(
    ("route", "way", "place", "kind"),
    PLACES,
    ids=[f"{route} {way}-{place}-{kind}" for route, way, place, kind in PLACES],
)
every_way = pytest.mark.parametrize(("route", "way"), WAYS, ids=[f"{route} {way}" for route, way in WAYS])
every_route = pytest.mark.parametrize("route", sorted(CASES))


def test_every_route_has_a_case_and_every_case_a_route() -> None:
    assert set(ROUTES) - set(CASES) == set(), "add the new route to tests/security/cases.py"
    assert (set(CASES) | set(MORE)) - set(ROUTES) == set()


def test_every_kind_of_id_exists_in_both_companies(fixture: CompanyFixture) -> None:
    kinds = {kind for _, _, _, kind in PLACES}
    assert kinds <= set(fixture.victim.ids) & set(fixture.attacker.ids)
    for kind in kinds:
        assert fixture.victim.ids[kind] != fixture.attacker.ids[kind]


@every_way
def test_the_case_gets_through_with_ids_of_ones_own(fixture: CompanyFixture, route: str, way: int) -> None:
    """Without this, a case with a mistake in it would be refused for the mistake, and prove nothing."""
    sent = compose(route, fixture.attacker.ids, way=way)
    with fixture.undone():
        answer = send_at_its_version(fixture.browser(fixture.attacker, "administrator"), route, sent)
    assert answer.status in cases_of(route)[way].own, answer.body


@every_place
@pytest.mark.parametrize("role", [*ROLES, "nobody"])
def test_a_foreign_id_is_as_one_that_never_was(
    fixture: CompanyFixture, route: str, way: int, place: int, kind: str, role: str
) -> None:
    foreign, unknown = fixture.victim.ids[kind], bogus(kind)
    before = fixture.store.of(fixture.victim.tenant_id)
    answers = []
    for instead in (foreign, unknown):
        sent = compose(route, fixture.attacker.ids, place, instead, way)
        with fixture.undone():
            answers.append(send(fixture.browser(fixture.attacker, role), route, sent))
            assert fixture.store.of(fixture.victim.tenant_id) == before
    assert same_answer(*answers), (answers[0].body, answers[1].body)
    assert CANARY not in repr(answers[0].body)
    asks = sent.method == "GET" or not ROUTES[route].saves  # a filter that names it finds nothing
    if not asks and (route, way, place, kind) not in DRAFTED:
        assert answers[0].status >= 400


PUTS = [each for each in DRAFTED if each[0].startswith("PUT ")]


@pytest.mark.parametrize(("route", "way", "place", "kind"), PUTS, ids=repr)
def test_a_draft_that_names_a_foreign_thing_is_judged_as_one_that_names_nothing(
    fixture: CompanyFixture, route: str, way: int, place: int, kind: str
) -> None:
    told = []
    for instead in (fixture.victim.ids[kind], bogus(kind)):
        sent = compose(route, fixture.attacker.ids, place, instead, way)
        with fixture.undone():
            boss = fixture.browser(fixture.attacker, "administrator")
            saved = send_at_its_version(boss, route, sent)
            match = {"If-Match": f'"{saved.body.get("version", 1)}"'}
            checked = boss.post(f"{sent.path}/check")
            published = boss.post(f"{sent.path}/publish", headers=match)
            read = boss.get(sent.path)
        told.append((saved, checked, published, read))
        assert CANARY not in repr(told)
    for foreign, unknown in zip(*told, strict=True):
        assert same_answer(foreign, unknown), (foreign.body, unknown.body)


@every_route
@pytest.mark.parametrize("role", ROLES)
def test_nothing_of_another_company_shows(fixture: CompanyFixture, route: str, role: str) -> None:
    sent = compose(route, fixture.attacker.ids)
    before = fixture.store.of(fixture.victim.tenant_id)
    with fixture.undone():
        answer = send(fixture.browser(fixture.attacker, role), route, sent)
        assert fixture.store.of(fixture.victim.tenant_id) == before
    assert CANARY not in repr(answer.body)
    assert fixture.victim.tenant_id not in repr(answer.body)


@every_route
def test_naming_another_company_in_headers_or_query_changes_nothing(fixture: CompanyFixture, route: str) -> None:
    victim = fixture.victim.tenant_id
    sent = compose(route, fixture.attacker.ids)
    headers = {"X-Tenant": victim, "X-Tenant-Id": victim, "X-Forwarded-Host": f"{victim}.example.cn"}
    before = fixture.store.of(victim)
    with fixture.undone():
        answer = send(fixture.browser(fixture.attacker, "administrator"), route, sent, headers=headers)
        assert fixture.store.of(victim) == before
    assert CANARY not in repr(answer.body)
    asked = sent.path + ("&" if "?" in sent.path else "?") + f"tenant_id={victim}"
    with fixture.undone():
        api = fixture.browser(fixture.attacker, "administrator")
        told = api.call(sent.method, asked, sent.body if sent.method != "GET" else None, headers={"If-Match": '"1"'})
    assert told.status in (404, 422) or not ROUTES[route].query or CANARY not in repr(told.body)


@pytest.mark.parametrize("route", [route for route in sorted(CASES) if ROUTES[route].body])
@pytest.mark.parametrize("name", ["tenant_id", "owner_id", "member_id", "version", "state", "plan", "trial_ends_at"])
def test_a_body_assigns_nothing_that_its_schema_does_not_name(fixture: CompanyFixture, route: str, name: str) -> None:
    sent = compose(route, fixture.attacker.ids)
    if name in sent.body:
        pytest.skip("the route takes it")
    sent.body[name] = fixture.victim.tenant_id
    with fixture.undone():
        answer = send(fixture.browser(fixture.attacker, "administrator"), route, sent)
    assert answer.status == 422, answer.body
    assert f"/{name}" in [fault["path"] for fault in answer.body["errors"]]


LISTS = sorted(
    route for route, declared in ROUTES.items() if "cursor" in declared.query and 404 not in CASES[route].own
)
"""But for those of which the fixture has none."""


@pytest.mark.parametrize("route", LISTS)
def test_a_cursor_of_another_company_is_as_one_made_up(fixture: CompanyFixture, route: str) -> None:
    """A real one, sealed for the very list of the victim, in the attacker's own list."""
    told = []
    for seeded, token in ((fixture.victim, ""), (fixture.victim, "x" * 40)):
        sent = compose(route, fixture.attacker.ids)
        partition = f"anything#{seeded.tenant_id}"
        cursor = token or seal_cursor(seeded.ids["record"], seeded.tenant_id, partition)
        joint = "&" if "?" in sent.path else "?"
        boss = fixture.browser(fixture.attacker, "administrator")
        told.append(boss.get(f"{sent.path}{joint}cursor={cursor}"))
    assert told[0].code == "cursor_invalid"
    assert same_answer(*told)


def test_a_cursor_opens_only_the_list_that_gave_it(fixture: CompanyFixture) -> None:
    victim, attacker = (fixture.browser(seeded, "administrator") for seeded in (fixture.victim, fixture.attacker))
    page = victim.get("/v1/members?limit=1").body
    assert victim.get(f"/v1/members?limit=1&cursor={page['next_cursor']}").status == 200
    for other in (
        attacker.get(f"/v1/members?limit=1&cursor={page['next_cursor']}"),
        victim.get(f"/v1/audit?limit=1&cursor={page['next_cursor']}"),
    ):
        assert (other.status, other.code) == (422, "cursor_invalid")

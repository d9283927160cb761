"""Who gets in at all: the public list kept by hand, rights by role, forged cookies, tricks with paths."""

import pytest

from chalicelib.edge import PUBLIC, SIGNED_IN

from ..integration.conftest import Api
from .calls import ROUTES, compose, send, send_at_its_version
from .cases import CASES
from .company_fixture import CANARY, ROLES, CompanyFixture

PUBLIC_ROUTES = {
    "GET /v1/health",
    "GET /v1/operator",
    "GET /v1/openapi.json",
    "POST /v1/session",
    "POST /v1/session/refresh",
    "DELETE /v1/session",
    "POST /v1/password/reset-request",
    "POST /v1/password/reset",
    "POST /v1/sign-up",
    "POST /v1/sign-up/verify",
    "POST /v1/invitations/look",
    "POST /v1/invitations/accept",
}
"""Kept by hand: a route becomes public by a line here, never by an oversight there."""

PROTECTED = sorted(set(CASES) - PUBLIC_ROUTES)
HELD = {"builder": {"forms.build", "flows.build", "records.read_all"}, "member": set[str]()}

every_protected = pytest.mark.parametrize("route", PROTECTED)


def test_the_public_routes_are_the_list() -> None:
    assert {route for route, declared in ROUTES.items() if declared.permission == PUBLIC} == PUBLIC_ROUTES


@every_protected
def test_without_a_session_nothing_happens(fixture: CompanyFixture, route: str) -> None:
    before = fixture.store.of(fixture.victim.tenant_id)
    with fixture.undone():
        answer = send(Api(fixture.client), route, compose(route, fixture.victim.ids))
        assert fixture.store.of(fixture.victim.tenant_id) == before
    assert (answer.status, answer.code) == (401, "unauthenticated")


@every_protected
def test_the_answer_without_a_session_does_not_depend_on_the_request(fixture: CompanyFixture, route: str) -> None:
    """Not even a malformed one: what is validated before authentication teaches a stranger the API's inside."""
    method, path = route.split(" ")
    with fixture.undone():
        answer = Api(fixture.client).call(method, path, raw=b"{not json", headers={"If-Match": "nonsense"})
    assert answer.code == "unauthenticated"


@every_protected
@pytest.mark.parametrize("role", ROLES)
def test_a_role_may_what_it_grants_and_nothing_else(fixture: CompanyFixture, route: str, role: str) -> None:
    wanted = ROUTES[route].permission
    may = role == "administrator" or wanted == SIGNED_IN or wanted in HELD[role]
    sent = compose(route, fixture.victim.ids)
    before = fixture.store.of(fixture.victim.tenant_id)
    with fixture.undone():
        answer = send_at_its_version(fixture.browser(fixture.victim, role), route, sent)
        changed = fixture.store.of(fixture.victim.tenant_id) != before
    if may:
        assert answer.code != "denied" or wanted == SIGNED_IN
    else:
        assert (answer.status, answer.code) == (403, "denied")
        assert not changed
        assert CANARY not in repr(answer.body)


# -- cookies


def forgeries(token: str) -> dict[str, str]:
    """What somebody without the key can make of a good token."""
    last = "A" if token[-1] != "A" else "B"
    parts = token.split(".")
    made = {
        "nothing": "",
        "cut": token[:-4],
        "longer": token + "A",
        "last letter": token[:-1] + last,
        "first letter": ("B" if token[0] != "B" else "C") + token[1:],
        "no signature": ".".join(parts[:-1]),
        "empty signature": ".".join([*parts[:-1], ""]),
        "alg none": "eyJhbGciOiJub25lIn0." + ".".join(parts[:1]) + ".",
        "doubled": token + "." + token,
        "quoted": f'"{token}',
        "long": "A" * 5000,
        "not ascii": "令牌",
    }
    return {name: value for name, value in made.items() if value != token}


@pytest.mark.parametrize("name", sorted(forgeries("a.b")))
def test_a_forged_cookie_is_none(fixture: CompanyFixture, name: str) -> None:
    good = fixture.victim.browsers["administrator"].cookies
    for cookie, token in good.items():
        forged = Api(fixture.client, {**good, cookie: forgeries(token).get(name, "")})
        forged.cookies = {cookie: forged.cookies[cookie]}
        assert forged.get("/v1/company").status == 401


def test_every_letter_of_a_cookie_counts(fixture: CompanyFixture) -> None:
    cookie, token = next(
        (name, value)
        for name, value in fixture.victim.browsers["administrator"].cookies.items()
        if Api(fixture.client, {name: value}).get("/v1/company").status == 200
    )
    let_in = []
    for place, letter in enumerate(token):
        forged = token[:place] + ("A" if letter != "A" else "B") + token[place + 1 :]
        if Api(fixture.client, {cookie: forged}).get("/v1/health", headers={}).status != 200:
            raise AssertionError("a public route must not care")
        if Api(fixture.client, {cookie: forged}).get("/v1/company").status != 401:
            let_in.append(place)
    assert let_in == []


def test_a_cookie_of_one_kind_is_not_one_of_the_other(fixture: CompanyFixture) -> None:
    """The refresh and device cookies open nothing, and under the session's name neither."""
    cookies = fixture.victim.browsers["administrator"].cookies
    open_with = {name: Api(fixture.client, {name: token}).get("/v1/company").status for name, token in cookies.items()}
    assert open_with == {"banli_session": 200, "banli_refresh": 401, "banli_device": 401}
    for other in ("banli_refresh", "banli_device"):
        assert Api(fixture.client, {"banli_session": cookies[other]}).get("/v1/company").status == 401
    for other in ("banli_session", "banli_device"):
        with fixture.undone():
            swapped = Api(fixture.client, {"banli_refresh": cookies[other]}).post("/v1/session/refresh")
        assert swapped.status == 401


# -- paths


TRICKS = (
    "{path}?x=/v1/health",
    "{path}?/v1/openapi.json",
    "/v1/health/..{tail}",
    "/v1/health/../{bare}",
    "/v1/health%2f..%2f{bare}",
    "/v1/openapi.json;{path}",
    "/{path}",
    "{path}/",
    "{path}//",
    "{path};x=1",
    "{path}%2f",
    "{path}%00",
    "{path}.json",
    "{path}#/v1/health",
    "{upper}",
    "/./{bare}",
    "/v1//{bare}",
    "/v1/%2e%2e/v1/{bare}",
)


@every_protected
def test_no_spelling_of_a_path_gets_past_the_door(fixture: CompanyFixture, route: str) -> None:
    sent = compose(route, fixture.victim.ids)
    path = sent.path.split("?")[0]
    before = fixture.store.of(fixture.victim.tenant_id)
    for trick in TRICKS:
        tail = path.removeprefix("/v1")
        spelt = trick.format(path=path, tail=tail, bare=tail[1:], upper=path.upper())
        with fixture.undone():
            answer = Api(fixture.client).call(sent.method, spelt, sent.body if sent.method != "GET" else None)
            assert fixture.store.of(fixture.victim.tenant_id) == before
        assert answer.status in (401, 403, 404, 405), (spelt, answer.body)
        assert CANARY not in repr(answer.body)


@pytest.mark.parametrize("header", ["X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"])
def test_no_header_changes_the_method(fixture: CompanyFixture, header: str) -> None:
    path = f"/v1/departments/{fixture.victim.ids['department']}"
    before = fixture.store.of(fixture.victim.tenant_id)
    with fixture.undone():
        boss = fixture.browser(fixture.victim, "administrator")
        boss.get("/v1/departments", headers={header: "DELETE", "If-Match": '"1"'})
        boss.call("GET", path, headers={header: "DELETE", "If-Match": '"1"'})
        assert fixture.store.of(fixture.victim.tenant_id) == before

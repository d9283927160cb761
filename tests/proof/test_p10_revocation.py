"""P10. What ends somebody's access ends it with the very next request, whatever token he still holds.

Every way to end it × every route and both cookies; and what a removed right, an expired trial and a signed address
leave open.
"""

import base64
import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from chalicelib.edge import PUBLIC, SIGNED_IN
from chalicelib.kernel.clock import utc_now

from ..integration.clock import travel
from ..integration.conftest import Api
from ..integration.directory.company import PASSWORD, mailed_token
from ..security.calls import ROUTES, compose, send, send_at_its_version
from ..security.cases import CASES, NEW_PASSWORD
from ..security.company_fixture import CompanyFixture
from .sizes import dice, size

PROTECTED = sorted(route for route, declared in ROUTES.items() if declared.permission != PUBLIC)
WRITES = sorted(
    route
    for route in PROTECTED
    if not route.startswith("GET ") and ROUTES[route].saves and not ROUTES[route].when_read_only
)
EMAIL = "member@victim.example.cn"


def second_browser(fixture: CompanyFixture) -> Api:
    """The same person elsewhere, while the thief has a copy of the first one's cookies."""
    api = Api(fixture.client)
    assert api.post("/v1/session", {"email": EMAIL, "password": PASSWORD}).status == 200
    return api


def deactivated(fixture: CompanyFixture) -> None:
    boss, ids = fixture.browser(fixture.victim, "administrator"), fixture.victim.ids
    version = boss.get(f"/v1/members/{ids['member']}").body["version"]
    leaving = {"successor_id": ids["builder"]}
    path = f"/v1/members/{ids['member']}/deactivate"
    assert boss.post(path, leaving, headers={"If-Match": f'"{version}"'}).status == 200


def reactivated(fixture: CompanyFixture) -> None:
    deactivated(fixture)
    boss, ids = fixture.browser(fixture.victim, "administrator"), fixture.victim.ids
    version = boss.get(f"/v1/members/{ids['member']}").body["version"]
    path = f"/v1/members/{ids['member']}/reactivate"
    assert boss.post(path, {}, headers={"If-Match": f'"{version}"'}).status == 200


def password_changed(fixture: CompanyFixture) -> None:
    change = {"old_password": PASSWORD, "password": NEW_PASSWORD}
    assert second_browser(fixture).post("/v1/password", change).status == 204


def password_reset(fixture: CompanyFixture) -> None:
    assert Api(fixture.client).post("/v1/password/reset-request", {"email": EMAIL}).status == 202
    reset = {"token": mailed_token(fixture.cloud, "reset"), "password": NEW_PASSWORD}
    assert Api(fixture.client).post("/v1/password/reset", reset).status == 204


def session_revoked(fixture: CompanyFixture) -> None:
    elsewhere = second_browser(fixture)
    others = [each["id"] for each in elsewhere.get("/v1/sessions").body["items"] if not each["current"]]
    for other in others:
        assert elsewhere.delete(f"/v1/sessions/{other}").status == 204


def signed_out(fixture: CompanyFixture) -> None:
    assert fixture.browser(fixture.victim, "member").delete("/v1/session").status == 204


def refresh_reused(fixture: CompanyFixture) -> None:
    thief, owner = fixture.browser(fixture.victim, "member"), fixture.browser(fixture.victim, "member")
    for _ in range(2):
        assert owner.post("/v1/session/refresh").status == 204
    assert thief.post("/v1/session/refresh").status == 401


ENDINGS: tuple[Callable[[CompanyFixture], None], ...] = (
    deactivated,
    reactivated,
    password_changed,
    password_reset,
    session_revoked,
    signed_out,
    refresh_reused,
)


@pytest.mark.parametrize("ending", ENDINGS, ids=lambda ending: ending.__name__)
def test_no_route_and_no_cookie_opens_once_it_is_ended(
    fixture: CompanyFixture, ending: Callable[[CompanyFixture], None], proved: Callable[..., None]
) -> None:
    chosen = PROTECTED if size(short=0, long=1) else dice(f"P10 {ending.__name__}").sample(PROTECTED, 12)
    before = fixture.store.of(fixture.victim.tenant_id)
    with fixture.undone():
        held = fixture.browser(fixture.victim, "member")
        page = held.get("/v1/members?limit=1").body["next_cursor"]
        ending(fixture)
        after = fixture.store.of(fixture.victim.tenant_id)
        assert after != before
        for route in chosen:
            answer = send(held, route, compose(route, fixture.victim.ids))
            assert answer.status == 401, (route, answer.body)
        assert held.get(f"/v1/members?limit=1&cursor={page}").status == 401
        assert Api(fixture.client, dict(held.cookies)).post("/v1/session/refresh").status == 401
        assert untold(fixture.store.of(fixture.victim.tenant_id)) == untold(after)
    proved("P10", f"every route and both cookies after: {ending.__name__.replace('_', ' ')}", requests=len(chosen) + 2)


def untold(rows: dict[tuple[str, str], str]) -> set[tuple[str, str]]:
    """Where rows are, but for the company's log, which may note the refusal."""
    return {place for place in rows if "#audit" not in place[0] and "#outbox" not in place[0]}


def test_a_right_that_was_taken_is_refused_at_the_next_request(
    fixture: CompanyFixture, proved: Callable[..., None]
) -> None:
    """Whatever a builder's role opens answers him as it answers a plain member, in the session that he is in."""
    opened = [route for route in PROTECTED if ROUTES[route].permission != SIGNED_IN]
    with fixture.undone():
        held = fixture.browser(fixture.victim, "builder")
        allowed = [route for route in opened if said(held, fixture, route) != "denied"]
        plain = [fixture.victim.company.role("普通成员")]
        taken = fixture.victim.company.place(fixture.victim.ids["builder"], role_ids=plain)
        assert taken.status == 200, taken.body
        left = [route for route in opened if said(held, fixture, route) != "denied"]
    assert len(allowed) >= 5
    assert left == []
    proved("P10", "routes of a role that was taken, in the same session", opened_before=len(allowed), opened_after=0)


def said(held: Api, fixture: CompanyFixture, route: str) -> str:
    """The code of the answer; what it did is undone but for the role."""
    kept = fixture.store.keep()
    answer = send(held, route, compose(route, fixture.victim.ids))
    fixture.store.put_back(kept)
    return answer.code


def test_an_expired_trial_reads_everything_and_writes_nothing(
    fixture: CompanyFixture, monkeypatch: pytest.MonkeyPatch, proved: Callable[..., None]
) -> None:
    reads = [route for route in PROTECTED if route.startswith("GET ")]
    asked_before = {route: opened(fixture, route) for route in reads}
    travel(monkeypatch, utc_now() + timedelta(days=15))
    with fixture.undone():
        boss = fixture.browser(fixture.victim, "administrator")
        assert boss.post("/v1/session/refresh").status == 204
        before = fixture.store.of(fixture.victim.tenant_id)
        for route in WRITES:
            answer = send(boss, route, compose(route, fixture.victim.ids))
            assert (answer.status, answer.code) == (403, "tenant_read_only"), route
        assert fixture.store.of(fixture.victim.tenant_id) == before
        for route in reads:
            answer = send(boss, route, compose(route, fixture.victim.ids))
            assert answer.status == asked_before[route], (route, answer.body)
    proved("P10", "an expired trial: every route", writes_refused=len(WRITES), reads_as_before=len(reads))


def opened(fixture: CompanyFixture, route: str) -> int:
    with fixture.undone():
        return send(fixture.browser(fixture.victim, "administrator"), route, compose(route, fixture.victim.ids)).status


def test_what_ends_a_link_ends_it_at_once(fixture: CompanyFixture) -> None:
    """A reset link by another change of the password, an invitation by its withdrawal and by the end of the trial."""
    nobody = Api(fixture.client)
    with fixture.undone():
        nobody.post("/v1/password/reset-request", {"email": EMAIL})
        token = mailed_token(fixture.cloud, "reset")
        password_changed(fixture)
        assert nobody.post("/v1/password/reset", {"token": token, "password": "thief's password"}).status == 409
    with fixture.undone():
        boss = fixture.browser(fixture.victim, "administrator")
        asked = boss.post("/v1/invitations", {"email": "late@victim.example.cn", "name": "迟"})
        token = mailed_token(fixture.cloud, "invite")
        assert nobody.post("/v1/invitations/look", {"token": token}).status == 200
        withdrawn = send_at_its_version(
            boss,
            "DELETE /v1/invitations/{invitation_id}",
            compose("DELETE /v1/invitations/{invitation_id}", {**fixture.victim.ids, "invitation": asked.body["id"]}),
        )
        assert withdrawn.status == 204
        for path, more in (("look", {}), ("accept", {"password": PASSWORD})):
            assert nobody.post(f"/v1/invitations/{path}", {"token": token, **more}).code == "link_used_or_expired"


def test_a_signed_address_is_good_for_five_minutes_at_most(
    fixture: CompanyFixture, proved: Callable[..., None]
) -> None:
    seconds = []
    for route in CASES:
        with fixture.undone():
            boss = fixture.browser(fixture.victim, "administrator")
            answer = send_at_its_version(boss, route, compose(route, fixture.victim.ids))
            seconds += [int(found) for found in re.findall(r"X-Amz-Expires=(\d+)", repr(answer.body))]
            seconds += policy_seconds(answer.body)
    assert len(seconds) >= 2
    assert 0 < min(seconds) <= max(seconds) <= 300
    proved("P10", "signed addresses over all routes", addresses=len(seconds), longest_seconds=max(seconds))


def policy_seconds(body: Any) -> list[int]:
    policy = re.search(r"'policy': '([\w+/=]{100,})'", repr(body))
    if policy is None:
        return []
    text = json.loads(base64.b64decode(policy[1]))["expiration"]
    ends = datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    return [round((ends - datetime.now(UTC)).total_seconds())]

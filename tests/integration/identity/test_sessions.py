"""Sessions over HTTP: refreshed, seen, ended, switched; refused from the next request on once they end."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest

from chalicelib.aws.secrets import signing_key
from chalicelib.identity.cookies import session_cookies
from chalicelib.identity.domain.tokens import ACCESS, read_token, write_token
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.ids import new_id
from chalicelib.kernel.session import SessionRef

from ..clock import travel
from ..conftest import Api, Cloud
from ..directory.company import PASSWORD, Browser, Company, mailed_token
from ..race import race

BOSS = "boss@east.example.cn"


def sign_in(browser: Browser, email: str = BOSS, password: str = PASSWORD) -> Api:
    api = browser()
    assert api.post("/v1/session", {"email": email, "password": password}).status == 200
    return api


def copy(api: Api) -> Api:
    """Another holder of the same cookies: a second tab, or a thief."""
    return Api(api.client, dict(api.cookies))


def test_refresh_rotates_both_cookies(company: Company) -> None:
    boss = company.boss
    before = dict(boss.cookies)
    assert boss.post("/v1/session/refresh").status == 204
    assert all(boss.cookies[name] != before[name] for name in ("banli_session", "banli_refresh"))
    assert boss.get("/v1/session").status == 200


def test_the_old_access_token_lives_out_the_grace_only(company: Company, monkeypatch: pytest.MonkeyPatch) -> None:
    old = copy(company.boss)
    company.boss.post("/v1/session/refresh")
    assert old.get("/v1/session").status == 200
    travel(monkeypatch, utc_now() + timedelta(seconds=31))
    assert (old.get("/v1/session").status, old.get("/v1/session").code) == (401, "session_ended")
    assert company.boss.get("/v1/session").status == 200


def test_an_access_token_ends_after_fifteen_minutes_and_refresh_brings_the_next(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    travel(monkeypatch, utc_now() + timedelta(minutes=15))
    assert company.boss.get("/v1/session").status == 401
    assert company.boss.post("/v1/session/refresh").status == 204
    assert company.boss.get("/v1/session").status == 200


def test_a_second_tab_gets_the_same_new_tokens(company: Company) -> None:
    tab = copy(company.boss)
    company.boss.post("/v1/session/refresh")
    assert tab.post("/v1/session/refresh").status == 204
    assert tab.cookies == company.boss.cookies


def test_tabs_that_refresh_at_once_end_with_the_same_tokens(company: Company, monkeypatch: pytest.MonkeyPatch) -> None:
    tabs = [copy(company.boss) for _ in range(4)]
    answers = race(monkeypatch, [partial(tab.post, "/v1/session/refresh") for tab in tabs])
    assert [answer.status for answer in answers] == [204] * 4
    assert len({tab.cookies["banli_refresh"] for tab in tabs}) == 1


@pytest.mark.parametrize("rotations", [2, 3])
def test_an_old_refresh_token_ends_the_session_for_everybody(company: Company, rotations: int) -> None:
    thief = copy(company.boss)
    for _ in range(rotations):
        assert company.boss.post("/v1/session/refresh").status == 204
    assert thief.post("/v1/session/refresh").code == "session_ended"
    assert company.boss.get("/v1/session").status == 401
    assert company.boss.post("/v1/session/refresh").status == 401


def test_the_previous_refresh_token_after_the_grace_is_reuse_too(
    company: Company, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    thief = copy(company.boss)
    company.boss.post("/v1/session/refresh")
    travel(monkeypatch, utc_now() + timedelta(seconds=31))
    assert thief.post("/v1/session/refresh").status == 401
    assert company.boss.get("/v1/session").status == 401
    again = sign_in(browser)
    actions = [entry["action"] for entry in again.get("/v1/audit?action=session.reuse").body["items"]]
    assert actions == ["session.reuse_detected"]


def test_a_refresh_ends_after_thirty_days_without_one(company: Company, monkeypatch: pytest.MonkeyPatch) -> None:
    travel(monkeypatch, utc_now() + timedelta(days=30, seconds=1))
    assert company.boss.post("/v1/session/refresh").status == 401


def test_a_neighbour_with_the_same_address_and_key_gets_nothing(company: Company, browser: Browser) -> None:
    key = {"Idempotency-Key": "refresh"}
    assert company.boss.post("/v1/session/refresh", headers=key).status == 204
    neighbour = browser()
    assert neighbour.post("/v1/session/refresh", headers=key).status == 401
    assert neighbour.cookies == {}


def test_an_access_token_cannot_refresh_nor_a_refresh_token_act(company: Company, browser: Browser) -> None:
    access, refresh = (company.boss.cookies[name] for name in ("banli_session", "banli_refresh"))
    assert Api(company.boss.client, {"banli_refresh": access}).post("/v1/session/refresh").status == 401
    assert Api(company.boss.client, {"banli_session": refresh}).get("/v1/session").status == 401


def test_a_token_with_our_signature_but_no_session_is_refused(company: Company) -> None:
    """Even somebody who can sign (but not write) gets no further than the row."""
    key = signing_key("session")
    claim = read_token(key, ACCESS, company.boss.cookies["banli_session"])
    assert claim is not None
    real = SessionRef(claim.tenant_id, claim.member_id, claim.session_id, claim.generation)
    forged = [
        real._replace(tenant_id=new_id()),
        real._replace(member_id=new_id()),
        real._replace(session_id=new_id()),
        real._replace(generation=2),
    ]
    for ref in forged:
        api = Api(company.boss.client, {"banli_session": write_token(key, ACCESS, ref)})
        assert (api.get("/v1/session").status, api.get("/v1/session").code) == (401, "session_ended")
    assert company.boss.get("/v1/session").status == 200


def test_a_token_of_another_company_opens_nothing_here(company: Company, cloud: Cloud, browser: Browser) -> None:
    other = Company.found(cloud, browser, "boss@other.example.cn")
    mine, theirs = company.boss.cookies["banli_session"].split("."), other.boss.cookies["banli_session"].split(".")
    for position in range(1, 6):
        mixed = [*mine[:position], theirs[position], *mine[position + 1 :]]
        api = Api(company.boss.client, {"banli_session": ".".join(mixed)})
        assert mixed == mine or api.get("/v1/session").status == 401


def test_signing_out_ends_the_session_at_once_and_is_never_an_error(company: Company, browser: Browser) -> None:
    stolen = copy(company.boss)
    left = company.boss.delete("/v1/session")
    assert left.status == 204
    assert company.boss.cookies.keys() == {"banli_device"}, "which opens nothing"
    assert stolen.get("/v1/session").status == 401
    assert stolen.post("/v1/session/refresh").status == 401
    assert stolen.delete("/v1/session").status == 204
    assert browser().delete("/v1/session").status == 204


def test_signing_out_works_when_the_access_token_is_over(company: Company, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = copy(company.boss)
    del company.boss.cookies["banli_session"]
    travel(monkeypatch, utc_now() + timedelta(hours=1))
    assert company.boss.delete("/v1/session").status == 204
    assert kept.post("/v1/session/refresh").status == 401


def test_my_devices_are_listed_and_one_is_ended(company: Company, browser: Browser) -> None:
    phone = browser()
    agent = {"User-Agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 17 like Mac OS X) Version/17 Safari/604.1"}
    assert phone.post("/v1/session", {"email": BOSS, "password": PASSWORD}, headers=agent).status == 200
    listed = company.boss.get("/v1/sessions").body["items"]
    assert len(listed) == 2
    (other,) = [item for item in listed if not item["current"]]
    assert (other["device"], other["ip"]) == ("Safari · iPhone", "127.0.0.1")
    assert company.boss.delete(f"/v1/sessions/{other['id']}").status == 204
    assert phone.get("/v1/session").status == 401
    assert phone.post("/v1/session/refresh").status == 401
    assert [item["current"] for item in company.boss.get("/v1/sessions").body["items"]] == [True]
    assert company.boss.delete(f"/v1/sessions/{other['id']}").status == 404


def test_ending_the_current_device_takes_its_cookies(company: Company) -> None:
    current = company.boss.get("/v1/session").body["session_id"]
    assert company.boss.delete(f"/v1/sessions/{current}").status == 204
    assert company.boss.cookies.keys() == {"banli_device"}, "which opens nothing"


def test_nobody_sees_or_ends_anothers_device(company: Company) -> None:
    member, _ = company.join("li@east.example.cn")
    boss_session = company.boss.get("/v1/session").body["session_id"]
    assert boss_session not in [item["id"] for item in member.get("/v1/sessions").body["items"]]
    assert member.delete(f"/v1/sessions/{boss_session}").status == 404
    assert company.boss.get("/v1/session").status == 200


def test_a_deactivated_member_is_refused_at_the_next_request(company: Company) -> None:
    member, member_id = company.join("li@east.example.cn")
    assert member.get("/v1/me").status == 200
    version = company.member(member_id)["version"]
    match = {"If-Match": f'"{version}"'}
    assert company.boss.post(f"/v1/members/{member_id}/deactivate", {}, headers=match).status == 200
    assert member.get("/v1/me").status == 401
    assert member.post("/v1/session/refresh").status == 401


@pytest.fixture
def in_two(company: Company, cloud: Cloud, browser: Browser) -> tuple[Company, Company, Api]:
    """The boss of one company who was invited to another, signed in to the first."""
    other = Company.found(cloud, browser, "boss@other.example.cn")
    assert other.invite(BOSS, "王总").status == 201
    joined = browser().post("/v1/invitations/accept", {"token": mailed_token(cloud, "invite"), "password": PASSWORD})
    assert joined.status == 201, joined.body
    return company, other, company.boss


def test_switching_leaves_one_company_for_the_other(
    in_two: tuple[Company, Company, Api], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, other, api = in_two
    left = copy(api)
    companies = {item["tenant_id"] for item in api.get("/v1/session").body["companies"]}
    assert companies == {first.id, other.id}
    switched = api.post("/v1/session/switch", {"tenant_id": other.id})
    assert (switched.status, switched.body["tenant_id"]) == (200, other.id)
    assert api.get("/v1/me").body["company"]["id"] == other.id
    travel(monkeypatch, utc_now() + timedelta(seconds=31))
    assert left.get("/v1/session").status == 401
    assert left.post("/v1/session/refresh").status == 401
    assert api.get("/v1/me").status == 200


def test_a_switch_whose_answer_was_lost_is_asked_for_again(in_two: tuple[Company, Company, Api]) -> None:
    _, other, api = in_two
    lost, key = copy(api), {"Idempotency-Key": "switch"}
    first = api.post("/v1/session/switch", {"tenant_id": other.id}, headers=key)
    again = lost.post("/v1/session/switch", {"tenant_id": other.id}, headers=key)
    assert again.body == first.body
    assert lost.cookies == api.cookies


def test_switching_to_a_company_that_is_not_mine_looks_like_one_that_never_was(
    company: Company, cloud: Cloud, browser: Browser
) -> None:
    other = Company.found(cloud, browser, "boss@other.example.cn")
    for tenant_id in (other.id, new_id()):
        refused = company.boss.post("/v1/session/switch", {"tenant_id": tenant_id})
        assert (refused.status, refused.code) == (404, "not_found")
    assert company.boss.get("/v1/session").status == 200


def test_signing_in_to_a_named_company(in_two: tuple[Company, Company, Api], browser: Browser) -> None:
    first, other, _ = in_two
    for company in (first, other):
        api = browser()
        body = {"email": BOSS, "password": PASSWORD, "tenant_id": company.id}
        assert api.post("/v1/session", body).body["tenant_id"] == company.id
    refused = browser().post("/v1/session", {"email": BOSS, "password": PASSWORD, "tenant_id": new_id()})
    assert refused.code == "sign_in_refused"


def test_another_web_site_cannot_act_with_our_cookies(company: Company) -> None:
    for method, path in (("POST", "/v1/session/refresh"), ("DELETE", "/v1/session"), ("POST", "/v1/password")):
        refused = company.boss.call(method, path, {}, headers={"Origin": "https://evil.example"})
        assert refused.code == "origin_refused"
    assert company.boss.get("/v1/session").status == 200


def test_no_row_holds_a_token(company: Company, cloud: Cloud, post: Callable[[], object]) -> None:
    company.boss.post("/v1/password/reset-request", {"email": BOSS})
    post()
    macs = [cookie.rsplit(".", 1)[1] for cookie in company.boss.cookies.values()]
    macs.append(mailed_token(cloud, "reset").split(".")[1])
    stored = str(cloud.rows())
    assert not any(mac in stored for mac in macs)
    assert PASSWORD not in stored


def test_clearing_cookies_names_both_paths(cloud: Cloud) -> None:
    assert [line.split("; ")[:3] for line in session_cookies(None)] == [
        ["banli_session=", "Path=/v1", "Max-Age=0"],
        ["banli_refresh=", "Path=/v1/session", "Max-Age=0"],
    ]

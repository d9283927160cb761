"""Invitations, and what a thief, a rival company or a second click can do with them."""

from datetime import timedelta

import pytest

from chalicelib.aws.table import table
from chalicelib.directory import wiring
from chalicelib.edge.schemas import validate
from chalicelib.identity.api import LinkUsedOrExpired
from chalicelib.kernel.actor import system_actor
from chalicelib.kernel.clock import to_text, utc_now
from chalicelib.kernel.ids import SYSTEM_TENANT
from chalicelib.kernel.unit_of_work import Key, UnitOfWork

from ..conftest import Cloud
from .company import PASSWORD, Browser, Company, mailed_token


def accept(browser: Browser, token: str, **more: str) -> tuple[int, str]:
    answer = browser().post("/v1/invitations/accept", {"token": token, "password": PASSWORD, **more})
    return answer.status, answer.code


def test_invited_person_joins_where_he_was_placed(company: Company) -> None:
    sales = company.boss.post("/v1/departments", {"name": "销售部", "parent_id": company.root()["id"]}).body["id"]
    position = company.boss.post("/v1/positions", {"name": "销售代表"}).body["id"]
    api, member_id = company.join(
        "rep@east.example.cn",
        "小李",
        department_id=sales,
        position_id=position,
        manager_id=company.boss_id,
        role_ids=[company.role("应用搭建者")],
        language="en",
    )
    member = api.get(f"/v1/members/{member_id}").body
    validate("directory/member", member)
    assert (member["department"], member["position"], member["manager"]) == ("销售部", "销售代表", "王总")
    me = api.get("/v1/me").body
    assert me["permissions"] == ["flows.build", "forms.build", "records.read_all"]
    assert (me["language"], me["administrator"]) == ("en", False)
    assert company.boss.get("/v1/invitations").body["items"] == []


def test_plain_invitation_makes_a_plain_member_of_the_root(company: Company) -> None:
    api, member_id = company.join("rep@east.example.cn")
    assert company.member(member_id)["department_id"] == company.root()["id"]
    assert api.get("/v1/me").body["permissions"] == []


def test_used_twice_is_refused(company: Company, cloud: Cloud, browser: Browser) -> None:
    company.join("rep@east.example.cn")
    assert accept(browser, mailed_token(cloud, "invite")) == (409, "link_used_or_expired")


def test_used_by_two_at_once_makes_one_member(company: Company, cloud: Cloud) -> None:
    company.invite("rep@east.example.cn")
    token = mailed_token(cloud, "invite")
    works = [UnitOfWork(system_actor(SYSTEM_TENANT), utc_now()) for _ in range(2)]
    for work in works:
        wiring.joining().accept(work, token, PASSWORD, "", name="", language="")
    table().commit(works[0])
    with pytest.raises(LinkUsedOrExpired):
        table().commit(works[1])
    assert len(company.boss.get("/v1/members").body["items"]) == 2


def test_revoked_invitation_is_dead(company: Company, cloud: Cloud, browser: Browser) -> None:
    invited = company.invite("rep@east.example.cn")
    token = mailed_token(cloud, "invite")
    assert company.boss.delete(f"/v1/invitations/{invited.body['id']}").status == 204
    assert accept(browser, token) == (409, "link_used_or_expired")
    assert company.boss.delete(f"/v1/invitations/{invited.body['id']}").status == 404
    assert company.invite("rep@east.example.cn").status == 201


def test_only_the_newest_mail_opens(company: Company, cloud: Cloud, browser: Browser) -> None:
    invited = company.invite("rep@east.example.cn")
    old = mailed_token(cloud, "invite")
    assert company.boss.post(f"/v1/invitations/{invited.body['id']}/resend").status == 200
    assert accept(browser, old) == (409, "link_used_or_expired")
    assert accept(browser, mailed_token(cloud, "invite"))[0] == 201


def test_token_leads_only_to_its_own_company_and_address(company: Company, cloud: Cloud, browser: Browser) -> None:
    rival = Company.found(cloud, browser, "boss@rival.example.cn")
    company.invite("rep@east.example.cn")
    token = mailed_token(cloud, "invite")
    refused = rival.boss.post(
        "/v1/invitations/accept", {"token": token, "password": PASSWORD, "email": "boss@rival.example.cn"}
    )
    assert refused.status == 422
    joined = rival.boss.post("/v1/invitations/accept", {"token": token, "password": "a new one of his own"})
    assert joined.status == 201
    me = rival.boss.get("/v1/me").body
    assert (me["email"], me["company"]["id"]) == ("rep@east.example.cn", company.id)


def test_sign_up_token_accepts_no_invitation(company: Company, cloud: Cloud, browser: Browser) -> None:
    company.invite("rep@east.example.cn")
    assert accept(browser, mailed_token(cloud, "sign_up"))[0] == 409


def test_known_account_must_prove_its_password(company: Company, cloud: Cloud, browser: Browser) -> None:
    rival = Company.found(cloud, browser, "boss@rival.example.cn")
    company.invite("boss@rival.example.cn", "王总")
    token = mailed_token(cloud, "invite")
    offer = browser().post("/v1/invitations/look", {"token": token})
    validate("directory/invitation_preview", offer.body)
    assert (offer.body["has_account"], offer.body["inviter"]) == (True, "王总")
    assert accept(browser, token, password="not the right one") == (422, "password_wrong")
    assert accept(browser, token)[0] == 201
    assert rival.boss.get("/v1/me").status == 200


def test_guessing_the_password_of_a_known_account_is_limited(company: Company, cloud: Cloud, browser: Browser) -> None:
    Company.found(cloud, browser, "boss@rival.example.cn")
    company.invite("boss@rival.example.cn")
    token = mailed_token(cloud, "invite")
    codes = [accept(browser, token, password=f"guess number {guess}")[1] for guess in range(11)]
    assert codes == ["password_wrong"] * 10 + ["limit_reached"]
    assert accept(browser, token) == (429, "limit_reached")


def test_weak_password_uses_nothing_up(company: Company, cloud: Cloud, browser: Browser) -> None:
    company.invite("rep@east.example.cn")
    token = mailed_token(cloud, "invite")
    assert accept(browser, token, password="password123") == (422, "password_weak")
    assert accept(browser, token)[0] == 201


def test_address_is_invited_once(company: Company) -> None:
    assert company.invite("rep@east.example.cn").status == 201
    again = company.invite("REP@East.example.cn")
    assert (again.status, again.code) == (409, "already_invited")
    member = company.invite("boss@east.example.cn")
    assert (member.status, member.code) == (409, "member_exists")


def test_unknown_places_are_named_all_at_once(company: Company) -> None:
    ghost = "0" * 25 + "1"
    refused = company.invite(
        "rep@east.example.cn", department_id=ghost, position_id=ghost, manager_id=ghost, role_ids=[ghost]
    )
    assert [error["path"] for error in refused.body["errors"]] == [
        "/department_id",
        "/position_id",
        "/manager_id",
        "/role_ids/0",
    ]


def test_expired_trial_lets_nobody_join(company: Company, cloud: Cloud, browser: Browser) -> None:
    company.invite("rep@east.example.cn")
    work = UnitOfWork(system_actor(company.id), utc_now())
    row = table().get(work, Key("tenant", "state"))
    assert row is not None
    work.replace(row, {**row.doc, "trial_ends_at": to_text(utc_now() - timedelta(seconds=1))})
    table().commit(work)
    assert accept(browser, mailed_token(cloud, "invite")) == (403, "company_read_only")
    assert company.invite("other@east.example.cn").code == "tenant_read_only"


def test_place_dropped_meanwhile_falls_back(company: Company, cloud: Cloud, browser: Browser) -> None:
    root = company.root()["id"]
    sales = company.boss.post("/v1/departments", {"name": "销售部", "parent_id": root}).body
    role = company.boss.post("/v1/roles", {"name": "审计", "permissions": ["audit.read"]}).body
    company.invite("rep@east.example.cn", department_id=sales["id"], role_ids=[role["id"]])
    assert company.boss.delete(f"/v1/departments/{sales['id']}", 1).status == 204
    assert company.boss.delete(f"/v1/roles/{role['id']}", 1).status == 204
    assert accept(browser, mailed_token(cloud, "invite"))[0] == 201
    joined = company.boss.get("/v1/members?search=小李").body["items"][0]
    assert (joined["department_id"], joined["role_ids"]) == (root, [company.role("普通成员")])


def test_all_faults_of_an_invitation_are_named_at_once(company: Company) -> None:
    refused = company.invite("no address", " ", department_id="0" * 26, role_ids=["1" * 26])
    assert [fault["path"] for fault in refused.body["errors"]] == ["/name", "/email", "/department_id", "/role_ids/0"]
    taken = company.invite("boss@east.example.cn")
    assert (taken.status, taken.body["errors"][0]["path"]) == (409, "/email")

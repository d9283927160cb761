"""From a stranger to the administrator of a company."""

import pytest

from chalicelib.edge.schemas import validate
from chalicelib.identity import wiring as identity_wiring
from chalicelib.identity.service.mails import Mails
from chalicelib.identity.store import AccountRepository
from chalicelib.kernel.actor import system_actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.ids import SYSTEM_TENANT
from chalicelib.kernel.unit_of_work import UnitOfWork

from ..conftest import Cloud
from .company import PASSWORD, Browser, Company, mailed_token, sign_up_body


def test_sign_up_ends_signed_in_as_administrator(cloud: Cloud, browser: Browser) -> None:
    api = browser()
    asked = api.post("/v1/sign-up", sign_up_body())
    assert (asked.status, asked.body, api.cookies) == (202, {"status": "mail_sent"}, {})
    opened = api.post("/v1/sign-up/verify", {"token": mailed_token(cloud, "sign_up")})
    assert opened.status == 201
    assert opened.body["next"] == "/first-steps"
    me = api.get("/v1/me")
    validate("directory/me", me.body)
    assert me.body["administrator"] is True
    assert me.body["email"] == "boss@east.example.cn"
    assert me.body["company"]["name"] == me.body["department"]["name"] == "华东工业品有限公司"
    assert me.body["company"]["trial_days_left"] == 14
    assert all(step["done_at"] is None for step in me.body["first_steps"])
    assert "webhooks.manage" in me.body["permissions"]
    assert me.headers["ETag"] == '"1"'


def test_new_company_has_three_roles_and_a_headed_root(company: Company) -> None:
    roles = company.boss.get("/v1/roles").body["items"]
    assert [(role["permissions"], role["builtin"]) for role in roles] == [
        (["*"], True),
        (["flows.build", "forms.build", "records.read_all"], True),
        ([], True),
    ]
    assert company.root()["head_id"] == company.boss_id


def test_answer_is_the_same_for_an_address_with_an_account(company: Company, cloud: Cloud, browser: Browser) -> None:
    known = browser().post("/v1/sign-up", sign_up_body())
    unknown = browser().post("/v1/sign-up", sign_up_body("other@east.example.cn"))
    assert (known.status, known.body) == (unknown.status, unknown.body)


def test_account_that_came_to_be_meanwhile_is_not_overwritten(company: Company, cloud: Cloud, browser: Browser) -> None:
    browser().post("/v1/sign-up", sign_up_body())
    refused = browser().post("/v1/sign-up/verify", {"token": mailed_token(cloud, "sign_up")})
    assert (refused.status, refused.code) == (409, "trial_already_used")


def test_who_was_invited_first_opens_a_company_of_his_own_with_the_password_that_he_has(
    company: Company, cloud: Cloud, browser: Browser
) -> None:
    company.join("li@east.example.cn")
    api = browser()
    api.post("/v1/sign-up", sign_up_body("li@east.example.cn", "李氏阀门") | {"password": "typed by who knows whom"})
    assert api.post("/v1/sign-up/verify", {"token": mailed_token(cloud, "sign_up")}).status == 201
    session = api.get("/v1/session").body
    assert session["company"] == "李氏阀门"
    assert {each["company"] for each in session["companies"]} == {"李氏阀门", "华东工业品有限公司"}
    assert api.post("/v1/session/switch", {"tenant_id": company.id}).body["company"] == "华东工业品有限公司"
    for password, status in (("typed by who knows whom", 401), (PASSWORD, 200)):
        answer = browser().post("/v1/session", {"email": "li@east.example.cn", "password": password})
        assert answer.status == status


def test_who_has_left_his_company_can_still_open_his_own(company: Company, cloud: Cloud, browser: Browser) -> None:
    _, member_id = company.join("li@east.example.cn")
    assert company.boss.post(f"/v1/members/{member_id}/deactivate").status == 200
    api = browser()
    api.post("/v1/sign-up", sign_up_body("li@east.example.cn", "李氏阀门"))
    api.post("/v1/sign-up/verify", {"token": mailed_token(cloud, "sign_up")})
    assert [each["company"] for each in api.get("/v1/session").body["companies"]] == ["李氏阀门"]


def test_link_works_once(cloud: Cloud, browser: Browser) -> None:
    browser().post("/v1/sign-up", sign_up_body())
    token = mailed_token(cloud, "sign_up")
    assert browser().post("/v1/sign-up/verify", {"token": token}).status == 201
    again = browser().post("/v1/sign-up/verify", {"token": token})
    assert (again.status, again.code) == (409, "link_used_or_expired")


def test_two_links_of_one_address_open_one_company(cloud: Cloud, browser: Browser) -> None:
    tokens = []
    for _ in range(2):
        browser().post("/v1/sign-up", sign_up_body())
        tokens.append(mailed_token(cloud, "sign_up"))
    answers = [browser().post("/v1/sign-up/verify", {"token": token}) for token in tokens]
    assert [answer.status for answer in answers] == [201, 409]
    assert len([row for row in cloud.rows() if row["kind"]["S"] == "tenant"]) == 1


@pytest.mark.parametrize("spelling", ["boss+2@east.example.cn", "BOSS+x@East.Example.CN"])
def test_second_trial_of_the_same_mailbox_is_refused(
    company: Company, cloud: Cloud, browser: Browser, spelling: str
) -> None:
    assert browser().post("/v1/sign-up", sign_up_body(spelling)).status == 202
    refused = browser().post("/v1/sign-up/verify", {"token": mailed_token(cloud, "sign_up")})
    assert (refused.status, refused.code) == (409, "trial_already_used")


def test_disposable_address_is_refused_with_the_reason(cloud: Cloud, browser: Browser) -> None:
    refused = browser().post("/v1/sign-up", sign_up_body("x@mailinator.com"))
    assert (refused.status, refused.code) == (422, "disposable_address")
    assert refused.body["errors"][0]["path"] == "/email"
    assert cloud.events() == []


@pytest.mark.parametrize(
    ("wrong", "path"),
    [
        ({"password": "short"}, "/password"),
        ({"email": "no address"}, "/email"),
        ({"company": " \t "}, "/company"),
        ({"name": "a\u0000b"}, "/name"),
        ({"language": "fr"}, "/language"),
    ],
)
def test_each_fault_names_its_field(cloud: Cloud, browser: Browser, wrong: dict[str, str], path: str) -> None:
    refused = browser().post("/v1/sign-up", sign_up_body() | wrong)
    assert refused.status == 422
    assert refused.body["errors"][0]["path"] == path


def test_all_faults_are_named_at_once(cloud: Cloud, browser: Browser) -> None:
    wrong = {"company": " ", "name": "a\tb\x1b", "email": "x@mailinator.com", "password": "1234567890"}
    refused = browser().post("/v1/sign-up", sign_up_body() | wrong)
    assert [(fault["path"], fault["code"]) for fault in refused.body["errors"]] == [
        ("/company", "name_invalid"),
        ("/name", "name_invalid"),
        ("/email", "disposable_address"),
        ("/password", "password_common"),
    ]
    assert cloud.rows() == []


def test_asking_too_often_is_refused(cloud: Cloud, browser: Browser) -> None:
    answers = [browser().post("/v1/sign-up", sign_up_body()) for _ in range(6)]
    assert [answer.status for answer in answers] == [202] * 5 + [429]
    assert answers[-1].code == "limit_reached"


def test_names_keep_emoji_and_rare_characters(cloud: Cloud, browser: Browser) -> None:
    api = browser()
    api.post("/v1/sign-up", sign_up_body(company="𠮷野家 🍚") | {"name": "𡈽 👩‍💻"})
    api.post("/v1/sign-up/verify", {"token": mailed_token(cloud, "sign_up")})
    me = api.get("/v1/me").body
    assert (me["company"]["name"], me["name"]) == ("𠮷野家 🍚", "𡈽 👩‍💻")


def test_no_password_reaches_a_row_or_event(company: Company, cloud: Cloud) -> None:
    assert PASSWORD not in str(cloud.rows())


def test_own_name_and_language_change(company: Company) -> None:
    changed = company.boss.put("/v1/me", {"name": " 王  总 ", "language": "en"}, 1)
    assert (changed.status, changed.body["name"], changed.body["language"]) == (200, "王 总", "en")
    assert company.boss.put("/v1/me", {"name": "X", "language": "en"}, 1).status == 412
    company.boss.language = ""
    assert company.boss.get("/v1/permissions").body["items"][0]["name"] == "Manage the company"


def test_owner_of_an_account_is_told_by_mail_where_to_sign_in(company: Company, cloud: Cloud, browser: Browser) -> None:
    browser().post("/v1/sign-up", sign_up_body())
    sent: list[tuple[str, str, str, str]] = []
    token = mailed_token(cloud, "sign_up")
    mails = Mails(
        identity_wiring.links(), AccountRepository(), lambda *mail: sent.append(mail), lambda: "https://banli.test"
    )
    mails.deliver(UnitOfWork(system_actor(SYSTEM_TENANT), utc_now()), token.partition(".")[0], "en")
    ((to, subject, text, html),) = sent
    assert (to, subject) == ("boss@east.example.cn", "You already have a Banli account")
    assert "https://banli.test/sign-in" in text
    assert f"https://banli.test/verify#token={token}" in text
    assert "https://banli.test/sign-in" in html

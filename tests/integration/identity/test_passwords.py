"""Changing and resetting a password: proven first, once only, and every other session ends."""

from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage
from functools import partial

import pytest

from chalicelib.identity import wiring as identity
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.ids import new_id

from ..clock import travel
from ..conftest import Api, Cloud
from ..directory.company import PASSWORD, Browser, Company, mailed_token
from ..race import race

BOSS = "boss@east.example.cn"
NEW = "an entirely new one"
Post = Callable[[], list[EmailMessage]]


def enters(browser: Browser, password: str, email: str = BOSS) -> bool:
    return browser().post("/v1/session", {"email": email, "password": password}).status == 200


def signed_in(browser: Browser) -> Api:
    api = browser()
    assert api.post("/v1/session", {"email": BOSS, "password": PASSWORD}).status == 200
    return api


def test_changing_keeps_this_session_and_ends_the_others(company: Company, browser: Browser) -> None:
    other = signed_in(browser)
    assert company.boss.post("/v1/password", {"old_password": PASSWORD, "password": NEW}).status == 204
    assert company.boss.get("/v1/session").status == 200
    assert company.boss.post("/v1/session/refresh").status == 204
    assert other.get("/v1/session").status == 401
    assert other.post("/v1/session/refresh").status == 401
    assert len(company.boss.get("/v1/sessions").body["items"]) == 1
    assert (enters(browser, PASSWORD), enters(browser, NEW)) == (False, True)
    assert company.boss.get("/v1/audit?action=password.").body["items"][0]["action"] == "password.changed"


def test_changing_needs_the_old_password_and_a_strong_new_one(company: Company, browser: Browser) -> None:
    wrong = company.boss.post("/v1/password", {"old_password": "not that one", "password": NEW})
    assert (wrong.status, wrong.body["errors"][0]["path"]) == (422, "/old_password")
    weak = company.boss.post("/v1/password", {"old_password": PASSWORD, "password": "password123"})
    assert (weak.status, weak.body["errors"][0]["code"]) == (422, "password_common")
    assert (enters(browser, PASSWORD), enters(browser, NEW)) == (True, False)


def test_a_thief_with_a_session_cannot_guess_the_old_password_for_long(company: Company) -> None:
    for number in range(10):
        assert company.boss.post("/v1/password", {"old_password": f"guess {number}", "password": NEW}).status == 422
    assert company.boss.post("/v1/password", {"old_password": PASSWORD, "password": NEW}).status == 429


def test_a_change_ends_the_sessions_in_every_company_of_the_account(
    company: Company, cloud: Cloud, browser: Browser
) -> None:
    other = Company.found(cloud, browser, "boss@other.example.cn")
    assert other.invite(BOSS, "王总").status == 201
    there = browser()
    token = mailed_token(cloud, "invite")
    assert there.post("/v1/invitations/accept", {"token": token, "password": PASSWORD}).status == 201
    assert company.boss.post("/v1/password", {"old_password": PASSWORD, "password": NEW}).status == 204
    assert there.get("/v1/session").status == 401
    assert company.boss.get("/v1/session").status == 200
    assert other.boss.get("/v1/audit?action=password.").body["items"][0]["action"] == "password.changed"


def test_a_reset_is_mailed_in_the_callers_language_and_ends_all_sessions(
    company: Company, browser: Browser, post: Post
) -> None:
    visitor = browser()
    assert visitor.post("/v1/password/reset-request", {"email": " Boss@EAST.example.cn"}).status == 202
    mail = post()[-1]
    assert (mail["To"], mail["Subject"]) == (BOSS, "Set a new Banli password")
    text = mail.get_body(("plain",))
    assert text is not None
    url = next(line for line in text.get_content().splitlines() if line.startswith("https://"))
    page, _, token = url.partition("#token=")
    assert page == "https://banli.test/reset-password"
    assert visitor.post("/v1/password/reset", {"token": token, "password": NEW}).status == 204
    assert company.boss.get("/v1/session").status == 401
    assert (enters(browser, PASSWORD), enters(browser, NEW)) == (False, True)


def test_a_host_header_has_no_say_in_where_the_link_leads(company: Company, browser: Browser, post: Post) -> None:
    headers = {"Host": "evil.example", "X-Forwarded-Host": "evil.example"}
    assert browser().post("/v1/password/reset-request", {"email": BOSS}, headers=headers).status == 202
    assert "evil" not in post()[-1].as_string()


def test_an_unknown_address_gets_the_same_answer_and_no_mail(
    company: Company, cloud: Cloud, browser: Browser, post: Post
) -> None:
    known = browser().post("/v1/password/reset-request", {"email": BOSS})
    unknown = browser().post("/v1/password/reset-request", {"email": "nobody@east.example.cn"})
    assert (known.status, known.body) == (unknown.status, unknown.body) == (202, None)
    assert [mail["To"] for mail in post() if "password" in mail["Subject"]] == [BOSS]
    newest = mailed_token(cloud, "reset")
    refused = browser().post("/v1/password/reset", {"token": newest, "password": NEW})
    assert refused.code == "link_used_or_expired"


def test_a_mail_that_is_asked_for_twice_by_the_queue_is_sent_once(
    company: Company, browser: Browser, post: Post
) -> None:
    browser().post("/v1/password/reset-request", {"email": BOSS})
    assert len(post()) == len(post())


def test_a_link_works_once(company: Company, cloud: Cloud, browser: Browser) -> None:
    browser().post("/v1/password/reset-request", {"email": BOSS})
    token = mailed_token(cloud, "reset")
    assert browser().post("/v1/password/reset", {"token": token, "password": NEW}).status == 204
    again = browser().post("/v1/password/reset", {"token": token, "password": "yet another one"})
    assert (again.status, again.code) == (409, "link_used_or_expired")
    assert enters(browser, NEW)


@pytest.mark.parametrize("by", ["change", "reset"])
def test_a_link_is_over_once_the_password_was_set_another_way(
    company: Company, cloud: Cloud, browser: Browser, by: str
) -> None:
    """Who fears for his mailbox and sets a new password must not fear the links that lie in it."""
    browser().post("/v1/password/reset-request", {"email": BOSS})
    older = mailed_token(cloud, "reset")
    if by == "change":
        assert company.boss.post("/v1/password", {"old_password": PASSWORD, "password": NEW}).status == 204
    else:
        browser().post("/v1/password/reset-request", {"email": BOSS})
        newer = {"token": mailed_token(cloud, "reset"), "password": NEW}
        assert browser().post("/v1/password/reset", newer).status == 204
    again = browser().post("/v1/password/reset", {"token": older, "password": "the thief's own one"})
    assert (again.status, again.code) == (409, "link_used_or_expired")
    assert enters(browser, NEW)
    browser().post("/v1/password/reset-request", {"email": BOSS})
    later = {"token": mailed_token(cloud, "reset"), "password": "his next password"}
    assert browser().post("/v1/password/reset", later).status == 204


def test_a_link_used_by_several_at_once_works_once(
    company: Company, cloud: Cloud, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser().post("/v1/password/reset-request", {"email": BOSS})
    token = mailed_token(cloud, "reset")
    bodies = [{"token": token, "password": f"new password {number}"} for number in range(4)]
    answers = race(monkeypatch, [partial(browser().post, "/v1/password/reset", body) for body in bodies])
    assert [answer.status for answer in answers] == [409, 409, 409, 204]
    assert {answer.code for answer in answers[:3]} == {"link_used_or_expired"}
    assert enters(browser, "new password 3")


def test_a_sign_in_that_races_with_a_change_of_password_ends_with_it(
    company: Company, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = browser()
    sign_in = partial(old.post, "/v1/session", {"email": BOSS, "password": PASSWORD})
    change = partial(company.boss.post, "/v1/password", {"old_password": PASSWORD, "password": NEW})
    assert race(monkeypatch, [sign_in, change])[1].status == 204
    assert old.get("/v1/session").status == 401
    assert company.boss.get("/v1/session").status == 200


def test_a_weak_password_does_not_use_the_link_up(company: Company, cloud: Cloud, browser: Browser) -> None:
    browser().post("/v1/password/reset-request", {"email": BOSS})
    token = mailed_token(cloud, "reset")
    assert browser().post("/v1/password/reset", {"token": token, "password": "short"}).code == "password_weak"
    assert browser().post("/v1/password/reset", {"token": token, "password": NEW}).status == 204


def test_a_link_is_over_after_an_hour(
    company: Company, cloud: Cloud, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser().post("/v1/password/reset-request", {"email": BOSS})
    token = mailed_token(cloud, "reset")
    travel(monkeypatch, utc_now() + timedelta(hours=1))
    assert browser().post("/v1/password/reset", {"token": token, "password": NEW}).code == "link_used_or_expired"


def test_forged_links_and_links_of_another_purpose_open_nothing(
    company: Company, cloud: Cloud, browser: Browser
) -> None:
    company.invite("li@east.example.cn")
    browser().post("/v1/password/reset-request", {"email": BOSS})
    reset = mailed_token(cloud, "reset")
    link_id, mac = reset.split(".")
    forged = [
        mailed_token(cloud, "invite"),
        f"{link_id}.{mac[:-1]}{'0' if mac[-1] != '0' else '1'}",
        f"{new_id()}.{mac}",
        identity.links().token(new_id(), "reset"),
        identity.links().token(link_id, "invite"),
        "x",
    ]
    for token in forged:
        assert browser().post("/v1/password/reset", {"token": token, "password": NEW}).code == "link_used_or_expired"
    assert browser().post("/v1/password/reset", {"token": reset, "password": NEW}).status == 204


def test_a_reset_lifts_the_lock_that_wrong_guesses_left(company: Company, cloud: Cloud, browser: Browser) -> None:
    for _ in range(10):
        enters(browser, "wrong password")
    assert not enters(browser, PASSWORD)
    browser().post("/v1/password/reset-request", {"email": BOSS})
    token = mailed_token(cloud, "reset")
    assert browser().post("/v1/password/reset", {"token": token, "password": NEW}).status == 204
    assert enters(browser, NEW)


def test_a_mailbox_is_not_flooded(company: Company, browser: Browser, post: Post) -> None:
    before = len(post())
    statuses = [browser().post("/v1/password/reset-request", {"email": BOSS}).status for _ in range(6)]
    assert statuses == [202] * 5 + [429]
    assert len(post()) == before + 5


def test_a_sign_up_for_a_known_address_is_answered_by_mail_alone(
    company: Company, browser: Browser, post: Post
) -> None:
    body = {"company": "B", "name": "Li", "email": BOSS, "password": NEW, "language": "en"}
    answer = browser().post("/v1/sign-up", body)
    assert (answer.status, "token" in str(answer.body)) == (202, False)
    mail = post()[-1]
    assert (mail["Subject"], mail["To"]) == ("You already have a Banli account", BOSS)
    assert "#token=" in mail.as_string()

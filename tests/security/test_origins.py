"""Other web sites and hostile hosts: they can neither act with our cookies nor steer our links."""

import json
from typing import Any

import pytest

from chalicelib.edge.request_parsing import SAFE_METHODS

from ..integration.conftest import ENVIRONMENT
from .calls import compose, send
from .cases import CASES
from .company_fixture import CompanyFixture

WRITES = sorted(route for route in CASES if route.split(" ")[0] not in SAFE_METHODS)
OURS = ENVIRONMENT["BANLI_WEB_ORIGIN"]
FOREIGN = (
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": OURS + ".evil.example"},
    {"Origin": OURS.replace("https", "http")},
    {"Origin": OURS + ":8443"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "cross-site", "Origin": OURS},
)
HOSTILE = {
    "Host": "evil.example",
    "X-Forwarded-Host": "evil.example",
    "X-Forwarded-Proto": "http",
    "X-Original-URL": "https://evil.example/",
    "Forwarded": "host=evil.example;proto=http",
    "Referer": "https://evil.example/",
}


@pytest.mark.parametrize("route", WRITES)
def test_another_site_cannot_act_with_our_cookies(fixture: CompanyFixture, route: str) -> None:
    for headers in FOREIGN:
        before = fixture.store.of(fixture.victim.tenant_id)
        with fixture.undone():
            browser = fixture.browser(fixture.victim, "administrator")
            answer = send(browser, route, compose(route, fixture.victim.ids), headers=headers)
            assert fixture.store.of(fixture.victim.tenant_id) == before
        assert (answer.status, answer.code) == (403, "origin_refused"), headers


@pytest.mark.parametrize("headers", [{}, {"Origin": OURS}, {"Origin": OURS, "Sec-Fetch-Site": "same-origin"}])
def test_our_own_site_can(fixture: CompanyFixture, headers: dict[str, str]) -> None:
    with fixture.undone():
        boss = fixture.browser(fixture.victim, "administrator")
        assert boss.post("/v1/positions", {"name": "财务"}, headers=headers).status == 201


def test_cookies_are_out_of_reach_of_scripts_and_of_other_sites(fixture: CompanyFixture) -> None:
    with fixture.undone():
        boss = fixture.browser(fixture.victim, "administrator")
        lines: Any = boss.post("/v1/session/refresh").headers["Set-Cookie"]
    assert lines
    for line in lines:
        marks = {part.strip().lower() for part in line.split(";")[1:]}
        assert {"httponly", "samesite=strict", "secure"} <= marks
        assert not any(mark.startswith("domain") for mark in marks)


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/v1/password/reset-request", {"email": "boss@victim.example.cn"}),
        (
            "/v1/sign-up",
            {
                "company": "新公司",
                "name": "李",
                "email": "li@third.example.cn",
                "password": "correct horse battery",
                "language": "en",
            },
        ),
    ],
)
def test_a_mailed_link_leads_to_us_whatever_the_request_says(
    fixture: CompanyFixture, path: str, body: dict[str, str]
) -> None:
    with fixture.undone():
        api = fixture.browser(fixture.victim, "nobody")
        assert api.post(path, body, headers=HOSTILE).status == 202
        wanted = [event for event in fixture.cloud.events() if event["type"] == "identity.MailRequested"][-1]
        record = {"messageId": "1", "body": json.dumps({"detail": wanted})}
        assert fixture.client.lambda_.invoke("send_mail", {"Records": [record]}).payload == {"batchItemFailures": []}
    mail = fixture.sent_mail()[-1]
    assert f"{OURS}/" in mail
    assert "evil.example" not in mail


def test_no_answer_repeats_a_hostile_host(fixture: CompanyFixture) -> None:
    for route in sorted(CASES):
        with fixture.undone():
            browser = fixture.browser(fixture.victim, "administrator")
            answer = send(browser, route, compose(route, fixture.victim.ids), headers=HOSTILE)
        assert "evil.example" not in repr((answer.body, answer.headers)), route

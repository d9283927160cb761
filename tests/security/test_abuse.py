"""Single tricks that public faults of such systems were made of, where no other test tries them."""

import json
from datetime import timedelta
from typing import Any
from urllib.parse import quote, unquote

import pytest

from chalicelib.kernel.clock import utc_now

from ..integration.clock import travel
from ..integration.conftest import Api
from ..integration.directory.company import mailed_token
from .calls import ROUTES, compose
from .company_fixture import CANARY, PASSWORD, CompanyFixture

BODIES = sorted(route for route, declared in ROUTES.items() if declared.body)


@pytest.mark.parametrize("route", BODIES)
def test_a_key_that_is_given_twice_is_refused_before_anything_is_judged(fixture: CompanyFixture, route: str) -> None:
    """Two readers could disagree on which one counts."""
    sent = compose(route, fixture.attacker.ids)
    name = sorted(sent.body)[0]
    twice = json.dumps(sent.body)[:-1] + f", {json.dumps(name)}: {json.dumps(fixture.victim.tenant_id)}}}"
    with fixture.undone():
        boss = fixture.browser(fixture.attacker, "administrator")
        answer = boss.call(sent.method, sent.path, raw=twice.encode(), headers={"If-Match": '"1"'})
    assert answer.status == 400, answer.body


@pytest.mark.parametrize("route", sorted(route for route in ROUTES if "_id}" in route))
def test_an_id_in_the_query_never_replaces_the_one_in_the_path(fixture: CompanyFixture, route: str) -> None:
    sent = compose(route, fixture.attacker.ids)
    parameter = route.partition("{")[2].partition("}")[0]
    foreign = fixture.victim.ids.get(parameter.removesuffix("_id"), fixture.victim.tenant_id)
    joint = "&" if "?" in sent.path else "?"
    path = f"{sent.path}{joint}{parameter}={foreign}&id={foreign}"
    before = fixture.store.of(fixture.victim.tenant_id)
    with fixture.undone():
        boss = fixture.browser(fixture.attacker, "administrator")
        body = sent.body if sent.method != "GET" else None
        answer = boss.call(sent.method, path, body, headers={"If-Match": '"1"'})
        assert fixture.store.of(fixture.victim.tenant_id) == before
    assert answer.status in (412, 422)
    assert CANARY not in repr(answer.body)


def decide(api: Api, run: str, task: str = "t1") -> int:
    return api.post(f"/v1/runs/{run}/tasks/{task}/decide", {"decision": "approve"}).status


def test_only_who_is_asked_now_decides(fixture: CompanyFixture) -> None:
    """Not the initiator, nor an administrator, nor who only got a copy, nor a colleague, nor who was asked before."""
    ids = fixture.victim.ids
    with fixture.undone():
        boss, builder = (fixture.browser(fixture.victim, role) for role in ("administrator", "builder"))
        assert decide(boss, ids["run"]) in (403, 404, 409)
        for run in ("run", "heard", "asked"):
            assert decide(builder, ids[run]) in (403, 404)
        assert boss.post(f"/v1/runs/{ids['asked']}/cc", {"members": [ids["builder"]]}).status == 201
        assert builder.get(f"/v1/runs/{ids['asked']}").status == 200
        assert decide(builder, ids["asked"]) == 403
        assert decide(fixture.browser(fixture.victim, "member"), ids["asked"]) in (403, 404, 409)
        member = boss.get(f"/v1/members/{ids['member']}").body
        for verb, body in (("deactivate", {"successor_id": ids["builder"]}), ("reactivate", {})):
            version = boss.get(f"/v1/members/{ids['member']}").body["version"]
            path = f"/v1/members/{ids['member']}/{verb}"
            assert boss.post(path, body, headers={"If-Match": f'"{version}"'}).status == 200
        again = Api(fixture.client)
        assert again.post("/v1/session", {"email": member["email"], "password": PASSWORD}).status == 200
        todo = next(item for item in builder.get("/v1/todos").body["items"] if item["run_id"] == ids["run"])
        assert decide(again, ids["run"]) in (403, 404, 409)
        assert decide(again, ids["run"], todo["task_id"]) in (403, 404, 409)
        assert decide(builder, ids["run"], todo["task_id"]) == 200


def test_an_address_at_a_companys_domain_joins_nothing(fixture: CompanyFixture) -> None:
    with fixture.undone():
        stranger = Api(fixture.client)
        asked = {"company": "别家", "name": "张", "email": "mallory@victim.example.cn", "password": PASSWORD}
        assert stranger.post("/v1/sign-up", {**asked, "language": "zh-CN"}).status == 202
        assert stranger.get("/v1/company").status == 401
        opened = stranger.post("/v1/sign-up/verify", {"token": mailed_token(fixture.cloud, "sign_up")})
        assert opened.status == 201
        assert stranger.get("/v1/me").body["company"]["id"] != fixture.victim.tenant_id
        assert len(stranger.get("/v1/members").body["items"]) == 1


HOSTILE = (
    "a = :x OR attribute_exists(pk)",
    "#",
    ":v",
    "a.b.c",
    "T#{victim}#org",
    "../{victim}",
    "x#{victim}",
    "' OR 1=1 --",
    '{{"$gt": ""}}',
    "pk",
    "@created_at#0",
    "\u0000",
    "\\u0000",
    "k" * 2049,
    "％00",
    "-1' UNION SELECT",
)


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_no_text_reaches_a_key_or_an_expression(fixture: CompanyFixture, number: int) -> None:
    """As a sort, a filter's field and value, a search, an id, a cursor, a field's id, a value, an address."""
    text = HOSTILE[number].format(victim=fixture.victim.tenant_id)
    ids, spelt = fixture.attacker.ids, quote(text, safe="")
    records = f"/v1/forms/{ids['form']}/records"
    terms = [[{"field": text, "op": "eq", "value": "a"}], [{"field": "a_text", "op": text, "value": "a"}]]
    terms.append([{"field": "a_text", "op": "eq", "value": text}])
    asked = [f"{records}?filter={quote(json.dumps(term), safe='')}" for term in terms]
    asked += [f"{records}?{name}={spelt}" for name in ("sort", "cursor", "order", "limit")]
    asked += [f"/v1/members?q={spelt}", f"/v1/audit?action={spelt}", f"/v1/audit?actor_id={spelt}"]
    asked += [f"/v1/members/{spelt}", f"/v1/records/{spelt}", f"/v1/forms/{spelt}/records"]
    named = {"name": "表", "fields": [{"id": text, "type": "text", "name": "文"}]}
    before = fixture.store.of(fixture.victim.tenant_id)
    with fixture.undone():
        boss = fixture.browser(fixture.attacker, "administrator")
        answers = [boss.get(path) for path in asked]
        answers.append(boss.post("/v1/forms", named))
        assert answers[-1].status in (400, 422) or text == "pk"
        made = boss.post(records, {"values": {"a_text": text}})
        if made.status == 201:
            assert boss.get(f"/v1/records/{made.body['id']}").body["values"]["a_text"] == text
        answers.append(boss.post("/v1/invitations", {"email": f"{text}@x.cn", "name": "名"}))
        assert fixture.store.of(fixture.victim.tenant_id) == before
    for answer in (*answers, made):
        assert answer.status < 500, answer.body
        assert CANARY not in repr(answer.body)


@pytest.mark.parametrize("name", ["s3Key", "s3_key", "key", "path", "url", "filepath", "bucket", "version"])
def test_a_client_never_says_where_a_file_lies(fixture: CompanyFixture, name: str) -> None:
    """Neither in the value of a field nor when it asks where to send a file."""
    victim, ids = fixture.victim, fixture.attacker.ids
    place = f"t/{victim.tenant_id}/forms/{victim.ids['form']}/{victim.ids['upload']}"
    wanted = {"field": "a_attachment", "name": "a.pdf", "content_type": "application/pdf", "size": 4, name: place}
    with fixture.undone():
        boss = fixture.browser(fixture.attacker, "administrator")
        assert boss.post(f"/v1/forms/{ids['form']}/attachments", wanted).status == 422
        for file in ({"id": victim.ids["upload"], name: place}, {name: place}, {"id": place}, place):
            answer = boss.post(f"/v1/forms/{ids['form']}/records", {"values": {"a_attachment": [file]}})
            assert answer.status == 422, answer.body
        own = boss.post(
            f"/v1/forms/{ids['form']}/records", {"values": {"a_attachment": [{"id": ids["upload"], name: place}]}}
        )
        assert victim.tenant_id not in repr(own.body)


@pytest.mark.parametrize(
    "name",
    [
        "../../x.pdf",
        "%2e%2e%2fx.pdf",
        "t/../x",
        'a".pdf',
        "a\r\nX: y.pdf",
        "..",
        ".",
        "a\\..\\b.pdf",
        "文\u202efdp.exe",
    ],
)
def test_a_files_name_stays_a_name(fixture: CompanyFixture, name: str) -> None:
    ids, tenant = fixture.attacker.ids, fixture.attacker.tenant_id
    asked = {"field": "a_attachment", "name": name, "content_type": "application/pdf", "size": 4}
    with fixture.undone():
        boss = fixture.browser(fixture.attacker, "administrator")
        upload = boss.post(f"/v1/forms/{ids['form']}/attachments", asked)
        assert upload.status in (201, 422), upload.body
        if upload.status == 422:
            return
        key = f"t/{tenant}/forms/{ids['form']}/{upload.body['id']}"
        assert upload.body["upload"]["fields"]["key"] == key if "upload" in upload.body else key in repr(upload.body)
        files = fixture.cloud.boto("s3")
        files.put_object(Bucket="banli-test-files", Key=key, Body=b"%PDF", ContentType="application/pdf")
        values = {"a_attachment": [{"id": upload.body["id"]}]}
        record = boss.post(f"/v1/forms/{ids['form']}/records", {"values": values})
        assert record.status == 201, record.body
        got = boss.get(f"/v1/records/{record.body['id']}/attachments/{upload.body['id']}")
    url: str = got.body["url"]
    assert url.isascii()
    assert not set(url) & set('\r\n" ')
    assert unquote(url.partition("?")[0]).endswith(key)
    assert "attachment" in unquote(url)


@pytest.mark.parametrize("header", ["Date", "X-Date", "X-Amz-Date", "If-Modified-Since", "X-Time"])
def test_no_header_turns_the_clock_back(fixture: CompanyFixture, monkeypatch: pytest.MonkeyPatch, header: str) -> None:
    early = "Wed, 25 Nov 2026 00:00:00 GMT"
    travel(monkeypatch, utc_now() + timedelta(days=15))
    with fixture.undone():
        boss = fixture.browser(fixture.victim, "administrator")
        assert boss.post("/v1/session/refresh", headers={header: early}).status == 204
        answer: Any = boss.post("/v1/positions", {"name": "迟"}, headers={header: early})
    assert (answer.status, answer.code) == (403, "tenant_read_only")

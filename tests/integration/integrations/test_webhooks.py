"""Webhooks over the API, with a real receiver on loopback."""

import json

from standardwebhooks import Webhook as Verifier

from ..conftest import Answer, Api, Cloud
from .conftest import Receiver, Road

UNKNOWN = "z" * 26


def add(member: Api, receiver: Receiver) -> Answer:
    answer = member.post("/v1/webhooks", {"url": receiver.url, "event_types": ["integrations.*"]})
    assert answer.status == 201, answer.body
    return answer


def test_a_test_event_arrives_signed_and_is_in_the_log(member: Api, receiver: Receiver, road: Road) -> None:
    made = add(member, receiver).body
    tested = member.post(f"/v1/webhooks/{made['id']}/test")
    road.publish()
    road.deliver()
    headers, body = receiver.got[0]
    payload = Verifier(made["secret"]).verify(body, headers)
    log = member.get(f"/v1/webhooks/{made['id']}/deliveries").body["items"]
    assert tested.status == 202
    assert payload["type"] == "integrations.WebhookTested"
    assert payload["id"] == headers["webhook-id"] == tested.body["delivery_id"]
    assert [(item["id"], item["state"]) for item in log] == [(payload["id"], "delivered")]
    assert log[0]["attempts"][0]["status"] == 200
    assert log[0]["next_attempt_at"] is None


def test_the_secret_is_shown_once_and_stored_nowhere(member: Api, receiver: Receiver, cloud: Cloud) -> None:
    key = {"Idempotency-Key": "same"}
    body = {"url": receiver.url, "event_types": ["integrations.*"]}
    first = member.post("/v1/webhooks", body, headers=key)
    again = member.post("/v1/webhooks", body, headers=key)
    assert first.body["secret"].startswith("whsec_")
    assert again.body == first.body | {"secret": None}
    assert member.get(f"/v1/webhooks/{first.body['id']}").body["secret"] is None
    assert first.body["secret"] not in json.dumps(cloud.rows())


def test_rotation_keeps_both_secrets_good_and_another_host_neither(member: Api, receiver: Receiver, road: Road) -> None:
    made = add(member, receiver).body
    rotated = member.post(f"/v1/webhooks/{made['id']}/rotate-secret").body
    assert rotated["previous_secret_until"] is not None
    member.post(f"/v1/webhooks/{made['id']}/test")
    road.publish()
    road.deliver()
    headers, body = receiver.got[0]
    for secret in (made["secret"], rotated["secret"]):
        Verifier(secret).verify(body, headers)
    moved = {"url": receiver.url.replace("127.0.0.1", "localhost"), "event_types": ["integrations.*"]}
    changed = member.put(f"/v1/webhooks/{made['id']}", moved, rotated["version"]).body
    assert changed["secret"] not in (None, made["secret"], rotated["secret"])
    assert changed["previous_secret_until"] is None


def test_failing_then_resending(member: Api, receiver: Receiver, road: Road) -> None:
    made = add(member, receiver).body
    path = f"/v1/webhooks/{made['id']}"
    receiver.answers = [(500, {}), (302, {"Location": "http://127.0.0.1:1/"})]
    member.post(f"{path}/test")
    road.publish()
    road.deliver()
    item = member.get(f"{path}/deliveries").body["items"][0]
    assert (item["state"], item["attempts"][0]["error"]) == ("waiting", "refused")
    assert item["next_attempt_at"] > item["attempts"][0]["at"]
    resent = member.post(f"{path}/deliveries/{item['id']}/resend")
    assert resent.status == 202
    road.publish()
    road.deliver(rounds=2)
    receiver.answers = []
    member.post(f"{path}/deliveries/{item['id']}/resend")
    road.publish()
    road.deliver(rounds=2)
    item = member.get(f"{path}/deliveries").body["items"][0]
    assert (item["state"], [attempt["status"] for attempt in item["attempts"]]) == ("delivered", [500, 302, 200])
    assert len(set(receiver.ids)) == 1


def test_a_receiver_that_is_gone_switches_the_webhook_off(member: Api, receiver: Receiver, road: Road) -> None:
    made = add(member, receiver).body
    path = f"/v1/webhooks/{made['id']}"
    receiver.answers = [(410, {})]
    member.post(f"{path}/test")
    road.publish()
    road.deliver()
    webhook = member.get(path).body
    assert (webhook["enabled"], webhook["disabled_reason"]) == (False, "gone")
    assert [item["state"] for item in member.get(f"{path}/deliveries?state=failed").body["items"]] == ["failed"]
    assert member.post(f"{path}/test").code == "webhook_off"
    settings = {"url": receiver.url, "event_types": ["integrations.*"]}
    assert member.put(path, settings, webhook["version"]).body["enabled"] is True


def test_a_long_pause_becomes_a_schedule_that_queues_the_message(
    member: Api, receiver: Receiver, road: Road, cloud: Cloud
) -> None:
    made = add(member, receiver).body
    receiver.answers = [(503, {"Retry-After": "3600"})]
    member.post(f"/v1/webhooks/{made['id']}/test")
    road.publish()
    road.deliver()
    scheduler = cloud.boto("scheduler")
    name = scheduler.list_schedules()["Schedules"][0]["Name"]
    target = scheduler.get_schedule(Name=name, GroupName="default")["Target"]
    assert target["Arn"].endswith(":redeliver")
    assert road.waiting() == []
    road.client.lambda_.invoke("redeliver", json.loads(target["Input"]))
    assert road.waiting() == [json.loads(target["Input"])]


def test_only_ten_webhooks(member: Api, receiver: Receiver) -> None:
    versions = [add(member, receiver).body for _ in range(10)]
    body = {"url": receiver.url, "event_types": ["integrations.*"]}
    assert member.post("/v1/webhooks", body).code == "too_many_webhooks"
    assert len(member.get("/v1/webhooks").body["items"]) == 10
    assert member.delete(f"/v1/webhooks/{versions[0]['id']}", versions[0]["version"]).status == 204
    assert member.post("/v1/webhooks", body).status == 201


def test_bad_settings_name_the_field(member: Api) -> None:
    for url, code in (
        ("http://example.com/", "url_scheme"),
        ("https://169.254.169.254/latest/", "url_address"),
        ("https://[::ffff:10.0.0.1]/", "url_address"),
        ("http://127.0.0.1:8080/", "url_scheme"),
        ("https://example.com:22/", "url_port"),
    ):
        answer = member.post("/v1/webhooks", {"url": url, "event_types": ["integrations.*"]})
        assert (answer.status, answer.code) == (422, "url_refused")
        assert [(fault["path"], fault["code"]) for fault in answer.body["errors"]] == [("/url", code)]
    answer = member.post("/v1/webhooks", {"url": "https://example.com/", "event_types": ["crm.Nothing"]})
    assert answer.body["errors"][0]["path"] == "/event_types/0"
    assert member.get("/v1/webhooks").body["items"] == []


def test_a_stale_editor_is_told(member: Api, receiver: Receiver) -> None:
    made = add(member, receiver).body
    settings = {"url": receiver.url, "event_types": ["integrations.*"], "description": "一"}
    path = f"/v1/webhooks/{made['id']}"
    assert member.put(path, settings, made["version"]).status == 200
    assert member.put(path, settings, made["version"]).status == 412
    assert member.delete(path, made["version"]).status == 412
    assert member.get(path).body["version"] == 2


def test_another_company_finds_nothing(
    member: Api, stranger: Api, colleague: Api, receiver: Receiver, road: Road
) -> None:
    made = add(member, receiver).body
    delivery = member.post(f"/v1/webhooks/{made['id']}/test").body["delivery_id"]
    road.publish()
    road.deliver()
    settings = {"url": receiver.url, "event_types": ["integrations.*"]}
    for method, tail, body in (
        ("GET", "", None),
        ("PUT", "", settings),
        ("DELETE", "", None),
        ("POST", "/rotate-secret", {}),
        ("POST", "/test", {}),
        ("GET", "/deliveries", None),
        ("POST", f"/deliveries/{delivery}/resend", {}),
    ):
        headers = {"If-Match": '"1"'}
        theirs = stranger.call(method, f"/v1/webhooks/{made['id']}{tail}", body, headers=headers)
        bogus = stranger.call(method, f"/v1/webhooks/{UNKNOWN}{tail}", body, headers=headers)
        assert theirs.status == bogus.status == 404
        assert theirs.body | {"correlation_id": ""} == bogus.body | {"correlation_id": ""}
        assert colleague.call(method, f"/v1/webhooks/{made['id']}{tail}", body, headers=headers).status == 403
    assert stranger.get("/v1/webhooks").body["items"] == []
    assert len(receiver.got) == 1


def test_the_catalogue_lists_published_types_in_the_callers_language(member: Api) -> None:
    items = member.get("/v1/events/catalogue", headers={"Accept-Language": "zh-CN"}).body["items"]
    found = {item["type"]: item for item in items}
    assert found["integrations.WebhookDisabled"]["title"] == "Webhook 已停用"
    assert found["integrations.WebhookDisabled"]["schema"]["required"] == ["webhook_id", "reason"]
    assert "integrations.DeliveryResent" not in found

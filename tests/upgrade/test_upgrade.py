"""Stored data outlives code: a company as an earlier release left it works on in this one, and has lost nothing."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from chalice.test import Client

from app import tend_forms

from ..integration.clock import travel
from ..integration.conftest import Api, Cloud
from ..integration.jobs.worker import work_off_jobs
from ..security.company_fixture import Store
from .image import IMAGES, Image, asked, running, sign_in


@dataclass
class Upgraded:
    image: Image
    cloud: Cloud
    client: Client

    def api(self, person: str) -> Api:
        return sign_in(self.client, person)


@pytest.fixture(scope="module", params=sorted(IMAGES.glob("*.jsonl")), ids=lambda path: path.stem)
def loaded(request: pytest.FixtureRequest) -> Iterator[Upgraded]:
    path: Path = request.param
    image = Image.read(path)
    with running() as (cloud, client):
        image.load(cloud)
        yield Upgraded(image, cloud, client)


@pytest.fixture
def upgraded(loaded: Upgraded, monkeypatch: pytest.MonkeyPatch) -> Iterator[Upgraded]:
    """This release, an hour after the image was made. What a test does is undone after it."""
    store = Store()
    kept = store.keep()
    travel(monkeypatch, loaded.image.made_at + timedelta(hours=1))
    yield loaded
    store.put_back(kept)


LATER = {
    "audit": "signing in is written down",
    "version": "reading is not changing, but some answers count more than they did",
    "next_cursor": "cursors are sealed anew",
    "first_steps": "there are more of them, in another order",
}
"""What an answer may say differently from the earlier release's, and why."""


BUILT_IN = {"管理员": "Administrator", "应用搭建者": "App builder", "普通成员": "Member", "抄送": "Cc"}
"""Names that the product gave, told in the reader's language since."""


def lost(before: Any, now: Any, path: str = "") -> Iterator[str]:
    """Where `now` does not say what `before` said. New attributes are no loss."""
    if isinstance(before, dict) and isinstance(now, dict):
        for name, value in before.items():
            if name not in LATER:
                yield from lost(value, now.get(name), f"{path}/{name}")
    elif isinstance(before, list) and isinstance(now, list) and len(before) == len(now):
        for place, (old, new) in enumerate(zip(before, now, strict=True)):
            yield from lost(old, new, f"{path}/{place}")
    elif before != now and not (isinstance(before, str) and now == BUILT_IN.get(before)):
        yield f"{path}: {before!r} is now {now!r}"


def maintain(upgraded: Upgraded) -> None:
    """Records of an earlier release enter the lists that this one added, as its workers have them do."""
    for event in [each for each in upgraded.cloud.events() if each["type"] == "forms.EntriesMissed"]:
        deliver(tend_forms, {"detail": event})
    work_off_jobs(upgraded.cloud)


def deliver(handler: Any, body: dict[str, Any]) -> None:
    answer = handler({"Records": [{"messageId": "1", "body": json.dumps(body)}]}, None)
    assert answer == {"batchItemFailures": []}


def test_everybody_reads_what_they_read_before(upgraded: Upgraded) -> None:
    for form in (upgraded.image.ids["form"], upgraded.image.ids["quote"]):
        upgraded.api("rep").get(f"/v1/forms/{form}/bin")
    maintain(upgraded)
    found = []
    for person, answers in upgraded.image.answers.items():
        now = asked(upgraded.api(person), upgraded.image.ids)
        for path, before in answers.items():
            if "audit" not in path:
                found += [f"{person} {path}{each}" for each in lost(before, now[path])]
    assert found == []


def test_the_audit_log_is_whole(upgraded: Upgraded) -> None:
    path = "/v1/audit?limit=100"
    before = upgraded.image.answers["boss"][path]["body"]["items"]
    now = upgraded.api("boss").get(path).body["items"]
    assert [entry["id"] for entry in now][-len(before) :][:80] == [entry["id"] for entry in before][:80]


@pytest.mark.parametrize("name", ["waiting", "half", "second_round"])
def test_an_approval_in_flight_is_decided_to_its_end(upgraded: Upgraded, name: str) -> None:
    run_id, boss = upgraded.image.ids[name], upgraded.api("boss")
    for _ in range(10):
        run = boss.get(f"/v1/runs/{run_id}").body
        if run["status"] != "running":
            break
        task, member = next(
            (task["id"], task["member"]["name"])
            for step in run["path"]
            for task in step["tasks"]
            if task["status"] == "open"
        )
        person = {"王总": "boss"}.get(member, member)
        decided = upgraded.api(person).post(f"/v1/runs/{run_id}/tasks/{task}/decide", {"decision": "approve"})
        assert decided.status == 200, decided.body
    assert run["status"] == "approved"
    record = boss.get(f"/v1/records/{run['record_id']}").body
    assert record["state"] == "approved"


def test_what_was_rejected_or_withdrawn_is_submitted_again(upgraded: Upgraded) -> None:
    rep = upgraded.api("rep")
    for name in ("rejected", "withdrawn"):
        record_id = rep.get(f"/v1/runs/{upgraded.image.ids[name]}").body["record_id"]
        again = rep.post("/v1/runs", {"record_id": record_id})
        assert (again.status, again.body["status"]) == (201, "running")


@pytest.mark.parametrize("name", ["active", "of_version_1"])
def test_a_record_is_saved_as_it_is_and_keeps_what_its_form_no_longer_shows(upgraded: Upgraded, name: str) -> None:
    boss, record_id = upgraded.api("boss"), upgraded.image.ids[name]
    before = boss.get(f"/v1/records/{record_id}").body
    saved = boss.put(f"/v1/records/{record_id}", {"values": before["values"]}, before["version"])
    assert saved.status == 200, saved.body
    assert list(lost(before["values"], saved.body["values"])) == []


def test_a_record_comes_back_from_the_bin(upgraded: Upgraded) -> None:
    boss, record_id = upgraded.api("boss"), upgraded.image.ids["binned"]
    assert boss.post(f"/v1/records/{record_id}/restore").status == 200
    assert boss.get(f"/v1/records/{record_id}").body["values"]["a_code"] == "码 binned"


def test_a_unique_value_of_before_is_taken(upgraded: Upgraded) -> None:
    boss, form = upgraded.api("boss"), upgraded.image.ids["form"]
    answer = boss.post(f"/v1/forms/{form}/records", {"values": {"a_code": "码 ACTIVE"}})
    assert (answer.status, answer.code) == (409, "value_taken")


def test_forms_and_flows_of_before_are_changed_and_published(upgraded: Upgraded) -> None:
    boss, ids = upgraded.api("boss"), upgraded.image.ids
    draft = boss.get(f"/v1/forms/{ids['form']}").body
    changed = boss.put(f"/v1/forms/{ids['form']}", {**draft["definition"], "name": "新名字"}, draft["version"])
    assert changed.status == 200, changed.body
    published = boss.post(f"/v1/forms/{ids['form']}/publish", headers={"If-Match": f'"{changed.body["version"]}"'})
    assert published.status == 200, published.body
    flow_id = boss.get("/v1/flows").body["items"][0]["id"]
    flow = boss.get(f"/v1/flows/{flow_id}").body
    saved = boss.put(f"/v1/flows/{flow_id}", {**flow["definition"], "name": "新流程"}, flow["version"])
    assert saved.status == 200, saved.body
    again = boss.post(f"/v1/flows/{flow_id}/publish", headers={"If-Match": f'"{saved.body["version"]}"'})
    assert again.status == 200, again.body


def test_somebody_leaves_and_their_work_is_handed_over(upgraded: Upgraded) -> None:
    boss = upgraded.api("boss")
    members = {each["name"]: each for each in boss.get("/v1/members?limit=100").body["items"]}
    manager, successor = members["manager"], members["pm_a"]
    version = boss.get(f"/v1/members/{manager['id']}").headers["ETag"]
    left = boss.post(
        f"/v1/members/{manager['id']}/deactivate", {"successor_id": successor["id"]}, headers={"If-Match": version}
    )
    assert left.status == 200, left.body
    run = boss.get(f"/v1/runs/{upgraded.image.ids['waiting']}").body
    assert successor["id"] in {task["member"]["id"] for step in run["path"] for task in step["tasks"]}

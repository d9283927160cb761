"""Comments on records and following them, over HTTP."""

from datetime import timedelta
from typing import Any

import pytest

from chalicelib.aws.table import table
from chalicelib.forms import wiring as forms
from chalicelib.kernel.actor import system_actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.unit_of_work import UnitOfWork

from ..conftest import Answer, Api, Cloud
from ..directory.company import Browser, Company
from ..forms.linked import opened
from ..forms.quote import Desk


@pytest.fixture
def company(cloud: Cloud, browser: Browser) -> Company:
    return Company.found(cloud, browser)


@pytest.fixture
def desk(company: Company) -> Desk:
    finance = company.boss.post("/v1/roles", {"name": "财务", "permissions": []}).body["id"]
    return opened(company, "合同", access={"read_all": {"roles": [finance]}})


def say(api: Api, record: dict[str, Any], text: str, *mentions: str) -> Answer:
    return api.post(f"/v1/records/{record['id']}/comments", {"text": text, "mentions": list(mentions)})


def said(api: Api, record: dict[str, Any], query: str = "") -> list[dict[str, Any]]:
    answer = api.get(f"/v1/records/{record['id']}/comments{query}")
    assert answer.status == 200, answer.body
    items: list[dict[str, Any]] = answer.body["items"]
    return items


def told(company: Company) -> list[dict[str, Any]]:
    return [each["data"] for each in company.cloud.events() if each["type"] == "comments.CommentAdded"]


def colleague(company: Company, name: str, *roles: str) -> tuple[Api, str]:
    return company.join(
        f"{name}@east.example.cn", name, role_ids=[company.role(each) for each in roles or ("普通成员",)]
    )


def test_whoever_reads_the_record_reads_and_writes_comments_newest_first(company: Company, desk: Desk) -> None:
    clerk, _ = colleague(company, "li")
    record = desk.filled({"name": "年度框架"}, by=clerk)
    assert say(clerk, record, "  附件是新版  ").body["text"] == "附件是新版"
    assert say(company.boss, record, "收到").status == 201
    assert [each["text"] for each in said(clerk, record)] == ["收到", "附件是新版"]
    assert [each["may"] for each in said(clerk, record)] == [
        {"change": False, "delete": False},
        {"change": True, "delete": True},
    ]
    first = company.boss.get(f"/v1/records/{record['id']}/comments?limit=1").body
    rest = company.boss.get(f"/v1/records/{record['id']}/comments?limit=1&cursor={first['next_cursor']}").body
    assert [each["text"] for each in (*first["items"], *rest["items"])] == ["收到", "附件是新版"]


def test_who_may_not_read_the_record_is_told_that_there_is_none(company: Company, desk: Desk) -> None:
    stranger, _ = colleague(company, "wang")
    record = desk.filled({"name": "保密合同"})
    comment = say(company.boss, record, "价格先不要外传").body
    path = f"/v1/records/{record['id']}"
    calls = [
        say(stranger, record, "看看"),
        stranger.get(f"{path}/comments"),
        stranger.put(f"{path}/comments/{comment['id']}", {"text": "改"}, 1),
        stranger.delete(f"{path}/comments/{comment['id']}", 1),
        stranger.get(f"{path}/following"),
        stranger.put(f"{path}/following", None),
    ]
    assert {(each.status, each.code) for each in calls} == {(404, "not_found")}


def test_a_mention_is_of_a_colleague_who_may_read_the_record(company: Company, desk: Desk) -> None:
    _, stranger = colleague(company, "wang")
    _, auditor = colleague(company, "zhao", "财务")
    record = desk.filled({"name": "保密合同"})
    refused = say(company.boss, record, "@wang @zhao", auditor, stranger)
    assert (refused.status, refused.code) == (422, "comment_invalid")
    assert [(each["path"], each["code"]) for each in refused.body["errors"]] == [
        ("/mentions/1", "comment_mention_cannot_read")
    ]
    assert said(company.boss, record) == []
    nobody = say(company.boss, record, "@?", "0" * 26)
    assert [each["code"] for each in nobody.body["errors"]] == ["comment_mention_unknown"]
    assert say(company.boss, record, "@zhao 请看", auditor).status == 201


def test_who_comments_or_is_mentioned_follows_and_the_event_names_them_without_the_text(
    company: Company, desk: Desk
) -> None:
    auditor_api, auditor = colleague(company, "zhao", "财务")
    record = desk.filled({"name": "年度框架"})
    following = f"/v1/records/{record['id']}/following"
    assert auditor_api.get(following).body == {"following": False}
    say(company.boss, record, "@zhao 请核对", auditor)
    (event,) = told(company)
    assert event["mentions"] == [auditor]
    assert event["followers"] == sorted([auditor, company.boss_id])
    assert "请核对" not in str(event)
    assert auditor_api.get(following).body == {"following": True}
    assert auditor_api.delete(following).status == 204
    say(company.boss, record, "再补充一句")
    assert told(company)[-1]["followers"] == [company.boss_id]
    assert auditor_api.put(following, None).body == {"following": True}


def test_only_its_author_changes_a_comment_and_only_the_version_that_was_read(company: Company, desk: Desk) -> None:
    auditor, _ = colleague(company, "zhao", "财务")
    record = desk.filled({"name": "年度框架"})
    comment = say(company.boss, record, "金额是 1,000").body
    path = f"/v1/records/{record['id']}/comments/{comment['id']}"
    assert auditor.put(path, {"text": "金额是 2,000"}, 1).code == "comment_not_yours"
    assert auditor.delete(path, 1).code == "comment_not_yours"
    changed = company.boss.put(path, {"text": "金额是 1,100"}, 1)
    assert (changed.status, changed.body["text"], changed.body["version"]) == (200, "金额是 1,100", 2)
    assert changed.body["edited_at"]
    late = company.boss.put(path, {"text": "金额是 1,200"}, 1)
    assert (late.status, late.code) == (412, "stale")
    assert [each["text"] for each in said(auditor, record)] == ["金额是 1,100"]


def test_of_a_deleted_comment_its_text_is_gone(company: Company, desk: Desk) -> None:
    clerk, clerk_id = colleague(company, "li")
    record = desk.filled({"name": "年度框架"}, by=clerk)
    comment = say(clerk, record, "不该写的话").body
    path = f"/v1/records/{record['id']}/comments/{comment['id']}"
    assert company.boss.delete(path, 1).status == 204
    (left,) = said(clerk, record)
    assert (left["text"], left["deleted"], left["by"]) == ("", True, clerk_id)
    assert left["may"] == {"change": False, "delete": False}
    assert "不该写的话" not in str([row for row in company.cloud.rows() if row["kind"]["S"] == "comment"])
    assert clerk.put(path, {"text": "又来"}, 2).status == 404


def test_comments_and_followers_go_with_a_purged_record(company: Company, desk: Desk) -> None:
    record = desk.filled({"name": "年度框架"})
    say(company.boss, record, "收到")
    assert company.boss.delete(f"/v1/records/{record['id']}", 1).status == 204
    assert say(company.boss, record, "还在吗").status == 404
    later = utc_now() + timedelta(days=31)
    more = True
    while more:
        work = UnitOfWork(system_actor(company.id), later)
        more = forms.purging().purge(work, record["id"], desk.form_id)
        table().commit(work)
    kinds = {row["kind"]["S"] for row in company.cloud.rows()}
    assert not kinds & {"comment", "record_follower", "record"}

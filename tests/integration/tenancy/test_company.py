"""The company: its settings, its trial from opening to the end, and what an expired one may still do."""

import json
from datetime import timedelta

import pytest

import app
from chalicelib.kernel.clock import from_text, utc_now

from ..clock import travel
from ..conftest import Cloud
from ..directory.company import PASSWORD, Browser, Company


@pytest.fixture
def company(cloud: Cloud, browser: Browser) -> Company:
    return Company.found(cloud, browser)


def hear(cloud: Cloud, kind: str) -> list[dict[str, object]]:
    """The events of one type, delivered to nobody yet, as the queue would hand them over."""
    return [
        {"messageId": event["id"], "body": json.dumps({"detail": event})}
        for event in cloud.events()
        if event["type"] == kind
    ]


def test_a_new_company_shows_its_trial(company: Company) -> None:
    shown = company.boss.get("/v1/company")
    assert shown.status == 200
    assert (shown.body["state"], shown.body["trial_days_left"], shown.body["read_only"]) == ("trial", 14, False)
    assert shown.headers["ETag"] == f'"{shown.body["version"]}"'


def test_settings_change_with_the_version_and_are_audited(company: Company) -> None:
    wanted = {"name": "东方工业品", "language": "en", "zone": "Asia/Tokyo"}
    changed = company.boss.put("/v1/company", wanted, 1)
    assert (changed.status, changed.body["version"]) == (200, 2)
    assert {name: changed.body[name] for name in wanted} == wanted
    assert company.boss.put("/v1/company", wanted, 1).status == 412
    newest = company.boss.get("/v1/audit?action=company.changed").body["items"][0]
    assert newest["after"] == {"company": "东方工业品", "language": "en", "zone": "Asia/Tokyo"}
    assert newest["before"]["zone"] == "Asia/Shanghai"
    assert newest["actor"] == {"id": company.boss_id, "name": "王总"}


@pytest.mark.parametrize("bad", [{"zone": "Mars/Base"}, {"language": "fr"}, {"name": "  "}, {"state": "active"}])
def test_bad_settings_change_nothing(company: Company, bad: dict[str, str]) -> None:
    body = {"name": "A", "language": "en", "zone": "Asia/Tokyo"} | bad
    refused = company.boss.put("/v1/company", body, 1)
    assert refused.status == 422
    assert [fault["path"] for fault in refused.body["errors"]] == [f"/{next(iter(bad))}"]
    assert company.boss.get("/v1/company").body["version"] == 1


def test_only_who_may_manage_the_company_changes_it(company: Company) -> None:
    member, _ = company.join("li@east.example.cn")
    body = {"name": "A", "language": "en", "zone": "Asia/Tokyo"}
    assert member.put("/v1/company", body, 1).status == 403
    assert member.get("/v1/company").body["name"] == "华东工业品有限公司"
    assert member.get("/v1/audit").status == 403


def test_the_end_of_the_trial_is_scheduled_once(company: Company, cloud: Cloud) -> None:
    records = hear(cloud, "tenancy.TenantOpened")
    assert app.set_schedules({"Records": records * 2}, None) == {"batchItemFailures": []}
    (schedule,) = cloud.boto("scheduler").list_schedules()["Schedules"]
    found = cloud.boto("scheduler").get_schedule(Name=schedule["Name"])
    ends = from_text(company.boss.get("/v1/company").body["trial_ends_at"])
    assert found["ScheduleExpression"] == f"at({ends + timedelta(seconds=5):%Y-%m-%dT%H:%M:%S})"
    assert json.loads(found["Target"]["Input"]) == {"tenant_id": company.id}


def test_the_scheduler_ends_the_trial_once_and_not_before_its_time(
    company: Company, cloud: Cloud, monkeypatch: pytest.MonkeyPatch
) -> None:
    tenant = company.id
    app.end_trial({"tenant_id": tenant}, None)
    assert company.boss.get("/v1/company").body["state"] == "trial"

    travel(monkeypatch, utc_now() + timedelta(days=14, seconds=5))
    app.end_trial({"tenant_id": tenant}, None)
    app.end_trial({"tenant_id": tenant}, None)
    assert len(hear(cloud, "tenancy.TrialExpired")) == 1
    row = next(item for item in cloud.rows(f"T#{tenant}#tenant"))
    assert json.loads(row["doc"]["S"])["state"] == "expired"


def test_an_expired_company_looks_but_does_not_write_even_if_no_schedule_rang(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    travel(monkeypatch, utc_now() + timedelta(days=15))
    boss = company.boss
    boss.cookies.clear()
    signed_in = boss.post("/v1/session", {"email": "boss@east.example.cn", "password": PASSWORD})
    assert signed_in.status == 200
    shown = boss.get("/v1/company").body
    assert (shown["state"], shown["trial_days_left"], shown["read_only"]) == ("trial", 0, True)
    refused = boss.put("/v1/company", {"name": "A", "language": "en", "zone": "Asia/Tokyo"}, 1)
    assert (refused.status, refused.code) == (403, "tenant_read_only")
    me = boss.get("/v1/me").body
    assert (me["company"]["read_only"], me["company"]["administrators"]) == (True, ["王总"])
    own = boss.put("/v1/me", {"name": "王总", "language": "en"}, me["version"])
    assert (own.status, own.body["language"]) == (200, "en")
    assert boss.post("/v1/password", {"old_password": PASSWORD, "password": "another good one"}).status == 204
    assert boss.delete("/v1/session").status == 204


def test_who_runs_the_installation_is_told_to_everybody(company: Company, browser: Browser) -> None:
    told = browser().get("/v1/operator")
    assert (told.status, told.body) == (
        200,
        {
            "contact": "help@banli.test",
            "terms_url": "https://banli.test/terms",
            "privacy_url": "https://banli.test/privacy",
        },
    )
    assert company.boss.get("/v1/me").body["company"]["administrators"] == []

"""A job from its start to its end, with stops, failures and lost messages."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from app import sweep_outboxes
from chalicelib.aws.table import table
from chalicelib.jobs.domain import MAX_ATTEMPTS
from chalicelib.jobs.kinds import Subject
from chalicelib.jobs.wiring import jobs
from chalicelib.kernel.actor import Actor, system_actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.ids import new_id
from chalicelib.kernel.unit_of_work import UnitOfWork

from ..clock import travel
from ..conftest import Cloud
from ..directory.company import Browser, Company
from .toy import NAME, Toy, get, registered, stamped, start
from .worker import deliver, messages, work_off_jobs

COUNT = 50


@pytest.fixture
def company(cloud: Cloud, browser: Browser) -> Company:
    return Company.found(cloud, browser)


@pytest.fixture
def toy() -> Iterator[Toy]:
    with registered(Toy()) as made:
        yield made


def test_every_item_is_done_and_the_end_is_told(company: Company, toy: Toy) -> None:
    job_id = start(company.id, COUNT)
    queued = company.boss.get("/v1/jobs").body["items"][0]
    assert (queued["state"], queued["done"], queued["total"], queued["may_stop"]) == ("queued", 0, COUNT, True)
    work_off_jobs(company.cloud)
    job = company.boss.get(f"/v1/jobs/{job_id}").body
    assert (job["state"], job["done"], job["failed"], job["log"]) == ("done", COUNT, 0, [])
    assert (job["title"], job["subject"]["name"], job["may_stop"], job["may_resume"]) == (
        "Stamp",
        "报价单",
        False,
        False,
    )
    assert len(stamped(company.cloud, company.id)) == COUNT + 1
    (ended,) = [each for each in company.cloud.events() if each["type"] == "jobs.JobEnded"]
    assert (ended["data"]["state"], ended["data"]["done"], ended["subject"]) == ("done", COUNT, job_id)


def test_an_item_that_fails_is_told_in_the_readers_language_and_holds_up_none(company: Company, toy: Toy) -> None:
    toy.bad = {3, 27, 28}
    job_id = start(company.id, COUNT)
    work_off_jobs(company.cloud)
    job = company.boss.get(f"/v1/jobs/{job_id}").body
    assert (job["state"], job["done"], job["failed"]) == ("done", COUNT - 3, 3)
    assert [each["item"] for each in job["log"]] == ["No 28", "No 27", "No 3"]
    chinese = company.boss.get(f"/v1/jobs/{job_id}", headers={"Accept-Language": "zh-CN"}).body
    assert chinese["title"] == "盖章"
    assert chinese["log"][0]["message"] != job["log"][0]["message"]
    assert len(stamped(company.cloud, company.id)) == COUNT - 3 + 1


def test_stopped_at_three_fifths_and_resumed_equals_undisturbed(company: Company, toy: Toy) -> None:
    job_id = start(company.id, COUNT)
    stops = iter([True])

    def stop_at(number: int) -> None:
        if number == COUNT * 3 // 5 and next(stops, False):
            assert company.boss.post(f"/v1/jobs/{job_id}/stop").status == 200

    toy.before = stop_at
    work_off_jobs(company.cloud)
    job = company.boss.get(f"/v1/jobs/{job_id}").body
    # The share under way when it was stopped lost its commit, so what is written is what is counted.
    assert (job["state"], job["done"], job["may_resume"]) == ("stopped", 20, True)
    assert len(stamped(company.cloud, company.id)) == 20
    assert company.boss.post(f"/v1/jobs/{job_id}/stop").code == "job_ended"
    assert company.boss.post(f"/v1/jobs/{job_id}/resume").status == 200
    assert company.boss.post(f"/v1/jobs/{job_id}/resume").code == "job_not_stopped"
    work_off_jobs(company.cloud)
    assert get(company.id, job_id).state == "done"
    undisturbed = start(company.id, COUNT)
    work_off_jobs(company.cloud)
    rows = company.cloud.rows(f"T#{company.id}#toy#")
    one, two = (
        sorted((row["sk"]["S"], row["doc"]["S"]) for row in rows if each in row["pk"]["S"])
        for each in (job_id, undisturbed)
    )
    assert one == two


def test_repeated_late_and_outdated_messages_change_nothing(company: Company, toy: Toy) -> None:
    job_id = start(company.id, COUNT)
    (message,) = messages(company.cloud)
    for copy in (message, message, {**message, "id": new_id()}):
        assert deliver(copy)
    assert company.boss.post(f"/v1/jobs/{job_id}/resume").code == "job_not_stopped"
    assert get(company.id, job_id).done == COUNT
    other = start(company.id, COUNT)
    assert company.boss.post(f"/v1/jobs/{other}/stop").status == 200
    assert company.boss.post(f"/v1/jobs/{other}/resume").status == 200
    old = next(each for each in messages(company.cloud) if each["subject"] == other and each["data"]["epoch"] == 1)
    assert deliver(old)
    assert get(company.id, other).done == 0


def test_a_message_that_was_lost_is_replaced_by_the_sweep(
    company: Company, toy: Toy, monkeypatch: pytest.MonkeyPatch
) -> None:
    tenant_id = company.id
    job_id = start(tenant_id, COUNT)
    before = messages(company.cloud)
    sweep_outboxes({}, None)
    assert messages(company.cloud) == before
    travel(monkeypatch, utc_now() + timedelta(minutes=16))
    sweep_outboxes({}, None)
    fresh = [each for each in messages(company.cloud) if each not in before]
    assert [each["data"] for each in fresh] == [{"job_id": job_id, "epoch": 2}]
    assert all(deliver(each) for each in fresh)
    assert get(tenant_id, job_id).state == "done"
    travel(monkeypatch, utc_now() + timedelta(minutes=60))
    sweep_outboxes({}, None)
    assert get(tenant_id, job_id).epoch == 2


def test_a_job_that_cannot_go_on_fails_where_people_see_it_and_can_be_resumed(company: Company, toy: Toy) -> None:
    toy.broken = True
    job_id = start(company.id, COUNT)
    (message,) = messages(company.cloud)
    assert [deliver(message) for _ in range(MAX_ATTEMPTS + 1)] == [False] * MAX_ATTEMPTS + [True]
    job = company.boss.get(f"/v1/jobs/{job_id}").body
    assert (job["state"], job["done"], job["reason"]["code"]) == ("failed", 0, "job_keeps_failing")
    assert str(MAX_ATTEMPTS) in job["reason"]["message"]
    assert [each["data"]["state"] for each in company.cloud.events() if each["type"] == "jobs.JobEnded"] == ["failed"]
    toy.broken = False
    assert company.boss.post(f"/v1/jobs/{job_id}/resume").status == 200
    work_off_jobs(company.cloud)
    job = company.boss.get(f"/v1/jobs/{job_id}").body
    assert (job["state"], job["done"], job["reason"]) == ("done", COUNT, None)


def test_a_kind_whose_items_cannot_be_passed_over_fails_as_a_whole(company: Company) -> None:
    with registered(Toy(bad={2}, skips=False)):
        job_id = start(company.id, 3)
        (message,) = messages(company.cloud)
        while not deliver(message):
            pass
    job = get(company.id, job_id)
    assert (job.state, job.done, job.failed) == ("failed", 1, 0)


def test_each_sees_their_own_and_those_of_kinds_that_are_theirs_to_look_after(company: Company, toy: Toy) -> None:
    member, member_id = company.join("member@east.example.cn")
    builder, _ = company.join("builder@east.example.cn", role_ids=[company.role("应用搭建者")])
    other, _ = company.join("other@east.example.cn")
    job_id = start(company.id, 1, Actor(company.id, member_id, "小李"))
    system = start(company.id, 1)
    assert [each["id"] for each in member.get("/v1/jobs").body["items"]] == [job_id]
    assert [each["id"] for each in builder.get("/v1/jobs").body["items"]] == [system, job_id]
    assert other.get("/v1/jobs").body["items"] == []
    for path, verb in ((f"/v1/jobs/{job_id}", other.get), (f"/v1/jobs/{job_id}/stop", other.post)):
        assert verb(path).code == "job_not_found"
    assert other.get(f"/v1/jobs/{new_id()}").code == "job_not_found"
    assert member.get(f"/v1/jobs/{job_id}").body["started_by"] == {"id": member_id, "name": "小李"}
    assert member.post(f"/v1/jobs/{job_id}/stop").status == 200


def test_under_a_name_one_job_works_at_a_time(company: Company, toy: Toy) -> None:
    first = start(company.id, COUNT, name="x")
    assert start(company.id, COUNT, name="x") == first
    assert start(company.id, COUNT, name="y") != first
    work_off_jobs(company.cloud)
    assert start(company.id, COUNT, name="x") not in ("", first)


def test_what_is_not_committed_is_not_started(company: Company, toy: Toy) -> None:
    work = UnitOfWork(system_actor(company.id), utc_now())
    jobs().start(work, NAME, {"count": 1}, subject=Subject())
    assert company.boss.get("/v1/jobs").body["items"] == []
    table().commit(work)
    assert len(company.boss.get("/v1/jobs").body["items"]) == 1


def test_a_job_of_a_kind_that_is_gone_is_shown_and_fails(company: Company) -> None:
    with registered(Toy()):
        job_id = start(company.id, 1)
    (message,) = messages(company.cloud)
    while not deliver(message):
        pass
    shown = company.boss.get(f"/v1/jobs/{job_id}").body
    assert (shown["state"], shown["title"]) == ("failed", NAME)

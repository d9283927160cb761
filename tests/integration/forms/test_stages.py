"""A record moves through stages: gates, who may, what is remembered, and what becomes of removed stages."""

from datetime import timedelta
from typing import Any

import pytest

from app import tend_forms
from chalicelib.aws.table import table
from chalicelib.forms import wiring
from chalicelib.forms.domain.errors import StageStale
from chalicelib.forms.domain.stages import Move
from chalicelib.kernel.actor import Actor, system_actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.errors import Contended
from chalicelib.kernel.unit_of_work import UnitOfWork

from ..directory.company import Company
from ..jobs.worker import work_off_jobs
from .opportunity import FIRST, LOST, NEEDS, OFFER, WON, filled, move, moved, opportunity, pipelines, stages
from .quote import Desk, codes
from .test_purging import left_of
from .test_reindex import deliver


@pytest.fixture
def sales(company: Company) -> Desk:
    return Desk.open(company, opportunity())


def test_a_new_record_begins_at_the_first_stage_with_its_due_time(sales: Desk) -> None:
    record = filled(sales)
    assert record["values"]["stage"] == FIRST
    (state,) = stages(sales.boss, record)["fields"]
    assert (state["stage"], state["pipeline"], state["since"]) == (FIRST, "sales", record["created_at"])
    assert state["due_at"] > record["created_at"]
    card = sales.listed().body["items"][0]
    assert card["stages"] == {"stage": {"since": record["created_at"], "due_at": state["due_at"]}}


def test_a_record_may_begin_at_the_first_stage_of_another_pipeline_and_nowhere_else(sales: Desk) -> None:
    assert filled(sales, stage="续约洽谈")["values"]["stage"] == "续约洽谈"
    assert codes(sales.fill({"customer": "甲", "stage": WON})) == {"/values/stage": "stage_not_first"}


def test_saving_leaves_the_stage_and_refuses_another(sales: Desk) -> None:
    record = filled(sales)
    left_out = sales.boss.put(f"/v1/records/{record['id']}", {"values": {"customer": "乙"}}, record["version"])
    assert left_out.body["values"] == {"customer": "乙", "stage": FIRST}
    assert codes(sales.change(left_out.body, stage=NEEDS)) == {"/values/stage": "stage_by_moving"}


def test_a_gate_names_every_missing_field_and_opens_with_the_values(sales: Desk) -> None:
    record = moved(sales.boss, filled(sales), NEEDS)
    refused = move(sales.boss, record, OFFER)
    assert (refused.status, refused.code) == (422, "stage_refused")
    assert codes(refused) == {"/values/amount": "stage_required", "/values/contact": "stage_required"}
    assert "联系人" in refused.body["detail"]
    assert sales.boss.get(f"/v1/records/{record['id']}").body["version"] == record["version"]
    record = moved(sales.boss, record, OFFER, amount="1200", contact="王工")
    assert (record["values"]["stage"], record["values"]["amount"]) == (OFFER, "1200.00")
    assert codes(move(sales.boss, record, LOST)) == {"/values/lost_why": "stage_required"}
    assert moved(sales.boss, record, LOST, lost_why="价格")["values"]["stage"] == LOST


def test_only_stages_that_follow_may_be_entered(sales: Desk) -> None:
    record = filled(sales)
    assert (move(sales.boss, record, WON).status, move(sales.boss, record, WON).code) == (409, "stage_unreachable")
    assert moved(sales.boss, record, "续约洽谈")["values"]["stage"] == "续约洽谈"
    assert move(sales.boss, record, "没有").status == 422


def test_the_history_adds_up_and_keeps_amount_and_note(sales: Desk) -> None:
    record = moved(sales.boss, filled(sales, amount="100"), NEEDS)
    answer = move(sales.boss, record, FIRST, note="再谈")
    record = moved(sales.boss, answer.body, NEEDS, amount="300")
    found = stages(sales.boss, record)
    walked = [(each["number"], each["from"], each["to"], each["amount"]) for each in found["items"]]
    assert walked == [
        (4, FIRST, NEEDS, "300.00"),
        (3, NEEDS, FIRST, "100.00"),
        (2, FIRST, NEEDS, "100.00"),
        (1, "", FIRST, "100.00"),
    ]
    assert found["items"][1]["note"] == "再谈"
    assert all(each["by_name"] and each["owner"] == sales.company.boss_id for each in found["items"])
    entry = sales.boss.get(f"/v1/records/{record['id']}/history").body["items"][0]
    assert entry["action"] == "stage"
    assert {"field": "stage", "before": FIRST, "after": NEEDS} in entry["changes"]
    events = [each for each in sales.company.cloud.events() if each["type"] == "forms.StageMoved"]
    assert [each["data"]["visit"] for each in events] == [2, 3, 4]
    assert "stage" not in str(events[0]["data"]["title"])


def test_of_two_moves_at_once_the_later_is_told_where_the_record_stands(sales: Desk) -> None:
    record = filled(sales)
    actor = Actor(sales.company.id, sales.company.boss_id, "王总", frozenset({"*"}))
    first, second = UnitOfWork(actor, utc_now()), UnitOfWork(actor, utc_now())
    for work, to in ((first, NEEDS), (second, "续约洽谈")):
        wiring.stages().move(work, record["id"], record["version"], Move("stage", to), {})
    table().commit(first)
    with pytest.raises(Contended):
        table().commit(second)
    with pytest.raises(StageStale) as told:
        wiring.stages().move(UnitOfWork(actor, utc_now()), record["id"], record["version"], Move("stage", WON), {})
    assert told.value.params["stage"] == NEEDS
    assert move(sales.boss, record, LOST).status == 412
    assert len(stages(sales.boss, record)["items"]) == 2


def test_moving_to_where_it_is_changes_nothing(sales: Desk) -> None:
    record = filled(sales)
    assert moved(sales.boss, record, FIRST)["version"] == record["version"]
    assert len(stages(sales.boss, record)["items"]) == 1


def test_movers_move_what_they_may_only_read_and_others_are_told_why_not(company: Company) -> None:
    manager, manager_id = company.join("m@east.example.cn", "经理")
    clerk, _ = company.join("c@east.example.cn", "小王")
    role = company.role("普通成员")
    gated = pipelines(**{NEEDS: {"movers": {"members": [manager_id]}}})
    access = {"groups": [{"id": "readers", "audience": {"roles": [role]}, "rows": "all"}]}
    desk = Desk.open(company, opportunity({"pipelines": gated}, access=access))
    record = filled(desk, clerk)
    (state,) = stages(clerk, record)["fields"]
    assert {each["to"]: each["reason"] for each in state["moves"]}[NEEDS] == "stage_denied"
    assert (move(clerk, record, NEEDS).status, move(clerk, record, NEEDS).code) == (403, "stage_denied")
    assert codes(move(manager, record, NEEDS, {"contact": "我"})) == {"/values/contact": "field_not_editable"}
    record = moved(manager, record, NEEDS)
    assert move(manager, record, FIRST).code == "stage_denied"
    assert moved(clerk, record, FIRST)["values"]["stage"] == FIRST


def test_who_may_not_read_the_record_or_the_field_learns_nothing(company: Company) -> None:
    clerk, _ = company.join("c@east.example.cn", "小王")
    role = company.role("普通成员")
    hidden = {
        "id": "g",
        "audience": {"roles": [role]},
        "rows": "all",
        "fields": {"stage": "hidden", "amount": "hidden"},
    }
    shared = {"id": "s", "audience": {"roles": [role]}, "rows": "own", "fields": {"stage": "hidden"}}
    blind = Desk.open(company, opportunity(access={"groups": [hidden, shared]}))
    record = filled(blind)
    assert stages(clerk, record)["fields"] == [] == stages(clerk, record)["items"]
    assert codes(move(clerk, record, NEEDS)) == {"/field": "stage_field"}
    assert "stages" not in {name for name, value in blind.listed(by=clerk).body["items"][0].items() if value}
    closed = Desk.open(company, opportunity())
    other = filled(closed)
    assert clerk.get(f"/v1/records/{other['id']}/stages").status == 404
    assert move(clerk, other, NEEDS).status == 404


def test_an_amount_that_is_hidden_is_not_told_by_the_history(company: Company) -> None:
    clerk, _ = company.join("c@east.example.cn", "小王")
    group = {
        "id": "g",
        "audience": {"roles": [company.role("普通成员")]},
        "rows": "all",
        "fields": {"amount": "hidden"},
    }
    desk = Desk.open(company, opportunity(access={"groups": [group]}))
    record = filled(desk, amount="100")
    assert stages(desk.boss, record)["items"][0]["amount"] == "100.00"
    assert stages(clerk, record)["items"][0]["amount"] is None


def test_an_entry_rule_is_told_in_the_builders_words(company: Company) -> None:
    rule = {"all": [{"field": "amount", "op": "gte", "value": "500"}]}
    gated = pipelines(**{NEEDS: {"entry": rule, "entry_hint": "金额至少 500"}})
    desk = Desk.open(company, opportunity({"pipelines": gated}))
    record = filled(desk, amount="499.99")
    refused = move(desk.boss, record, NEEDS)
    assert codes(refused) == {"/to": "stage_entry"}
    assert "金额至少 500" in refused.body["detail"]
    assert moved(desk.boss, record, NEEDS, amount="500")["values"]["stage"] == NEEDS


def test_a_stage_for_approved_records_refuses_others(company: Company) -> None:
    desk = Desk.open(company, opportunity({"pipelines": pipelines(**{NEEDS: {"approved": True}})}))
    record = filled(desk)
    assert (move(desk.boss, record, NEEDS).status, move(desk.boss, record, NEEDS).code) == (409, "stage_not_approved")


def test_an_approved_record_moves_on_though_its_values_are_locked(company: Company) -> None:
    gated = pipelines(**{NEEDS: {"approved": True}})
    desk = Desk.open(company, opportunity({"pipelines": gated}))
    record = filled(desk)
    work = UnitOfWork(Actor(company.id, company.boss_id, "王总", frozenset({"*"})), utc_now())
    wiring.records().set_state(work, wiring.records().get(work, record["id"]), "approved", locked=True)
    table().commit(work)
    stricter = opportunity({"pipelines": gated})
    stricter["fields"][2]["required"] = True
    assert desk.republish(stricter).status == 200
    record = desk.boss.get(f"/v1/records/{record['id']}").body
    assert desk.change(record, contact="王工").code == "record_locked"
    assert move(desk.boss, record, NEEDS, {"contact": "王工"}).code == "record_locked"
    after = moved(desk.boss, record, NEEDS)
    assert (after["values"]["stage"], after["locked"], after["state"]) == (NEEDS, True, "approved")


def without(value: str, **options: Any) -> dict[str, Any]:
    left = pipelines()
    left[0]["stages"] = [
        {**each, "to": [to for to in each["to"] if to != value]} for each in left[0]["stages"] if each["value"] != value
    ]
    return opportunity({"pipelines": left, **options})


def test_a_stage_with_records_goes_only_with_a_place_for_them(sales: Desk) -> None:
    record = moved(sales.boss, filled(sales), NEEDS)
    renewal = filled(sales, stage="续约洽谈")
    refused = sales.republish(without(NEEDS))
    assert codes(refused) == {"/fields/4/options/moved": "stage_removed"}
    assert sales.republish(without(NEEDS, moved={NEEDS: OFFER})).status == 200
    published = [event for event in sales.company.cloud.events() if event["type"] == "forms.FormPublished"][-1]
    deliver(tend_forms, {"detail": published})
    work_off_jobs(sales.company.cloud)
    after = sales.boss.get(f"/v1/records/{record['id']}").body
    assert after["values"]["stage"] == OFFER
    assert sales.boss.get(f"/v1/records/{renewal['id']}").body["version"] == renewal["version"]
    newest = stages(sales.boss, record)["items"][0]
    assert (newest["from"], newest["from_name"], newest["to"], newest["by"]) == (NEEDS, NEEDS, OFFER, "")


def test_records_older_than_the_field_get_its_first_stage(company: Company) -> None:
    plain = opportunity(list=["customer"])
    plain["fields"] = plain["fields"][:4]
    desk = Desk.open(company, plain)
    record = filled(desk)
    assert desk.republish(opportunity()).status == 200
    published = [event for event in company.cloud.events() if event["type"] == "forms.FormPublished"][-1]
    deliver(tend_forms, {"detail": published})
    work_off_jobs(company.cloud)
    assert desk.boss.get(f"/v1/records/{record['id']}").body["values"]["stage"] == FIRST
    assert moved(desk.boss, desk.boss.get(f"/v1/records/{record['id']}").body, NEEDS)["values"]["stage"] == NEEDS


def test_a_purged_record_leaves_no_stage_history(sales: Desk) -> None:
    record = moved(sales.boss, filled(sales), NEEDS)
    assert sales.boss.delete(f"/v1/records/{record['id']}", record["version"]).status == 204
    assert "record_stage" in left_of(sales, record)
    work = UnitOfWork(system_actor(sales.company.id), utc_now() + timedelta(days=31))
    assert wiring.purging().purge(work, record["id"], sales.form_id) is False
    table().commit(work)
    assert left_of(sales, record) == set()


def test_lists_filter_by_stage(sales: Desk) -> None:
    moved(sales.boss, filled(sales, customer="甲"), NEEDS)
    filled(sales, customer="乙")
    wanted = '[{"field":"stage","op":"in","value":["' + NEEDS + '"]}]'
    assert sales.customers(f"?filter={wanted}") == ["甲"]


def test_who_may_not_change_all_records_may_not_name_movers(company: Company) -> None:
    builder, builder_id = company.join("b@east.example.cn", "搭建", role_ids=[company.role("应用搭建者")])
    gated = opportunity({"pipelines": pipelines(**{NEEDS: {"movers": {"members": [builder_id]}}})})
    made = builder.post("/v1/forms", gated)
    checked = builder.post(f"/v1/forms/{made.body['id']}/check").body["problems"]
    assert [each["code"] for each in checked] == ["stage_movers_beyond_own_rights"]


def test_publishing_names_what_is_wrong_with_stages(company: Company) -> None:
    needs: dict[str, Any] = {"required": ["nothing"], "to": [OFFER, "续约完成"]}
    offer: dict[str, Any] = {"movers": {"roles": ["r" * 26]}, "entry": {"field": "nothing", "op": "empty"}}
    broken = pipelines(**{NEEDS: needs, OFFER: offer})
    broken[1]["stages"][0]["value"] = NEEDS
    made = company.boss.post("/v1/forms", opportunity({"pipelines": broken}))
    path = f"/v1/forms/{made.body['id']}"
    found = {each["path"]: each["code"] for each in company.boss.post(f"{path}/check").body["problems"]}
    place = "/fields/4/options/pipelines"
    assert found == {
        f"{place}/0/stages/1/to/1": "stage_target",
        f"{place}/1/stages/0/value": "duplicate_stage",
    }
    broken[1]["stages"][0]["value"] = "续约洽谈"
    broken[0]["stages"][1]["to"] = [OFFER]
    company.boss.put(path, opportunity({"pipelines": broken}), 1)
    found = {each["path"]: each["code"] for each in company.boss.post(f"{path}/check").body["problems"]}
    assert found == {
        f"{place}/0/stages/1/required/0": "stage_unknown_field",
        f"{place}/0/stages/2/entry/field": "list_filter_field",
        f"{place}/0/stages/2/movers/roles": "unknown_audience",
    }

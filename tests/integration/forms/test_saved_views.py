"""Saved views of a form: whose they are, who may share, and what becomes of them when fields go or are hidden."""

from typing import Any

import pytest

from ..conftest import Api
from ..directory.company import Company
from .quote import Desk, codes, quote_definition, quote_fields


@pytest.fixture
def desk(company: Company) -> Desk:
    return Desk.open(company)


def view(name: str = "本月", **more: Any) -> dict[str, Any]:
    return {"name": name, "kind": "table", "audience": "personal", **more}


def views(who: Api, desk: Desk) -> dict[str, dict[str, Any]]:
    return {each["name"]: each for each in who.get(f"/v1/forms/{desk.form_id}/views").body["items"]}


def saved(who: Api, desk: Desk, doc: dict[str, Any]) -> dict[str, Any]:
    answer = who.post(f"/v1/forms/{desk.form_id}/views", doc)
    assert answer.status == 201, answer.body
    return dict(answer.body)


def test_a_personal_view_is_its_makers_alone(desk: Desk) -> None:
    member, _ = desk.company.join("zhang@hangzhou.example.cn")
    mine = saved(member, desk, view("我的"))
    assert list(views(member, desk)) == ["我的"]
    assert views(desk.boss, desk) == {}
    path = f"/v1/forms/{desk.form_id}/views/{mine['id']}"
    assert desk.boss.put(path, view("抢走"), 1).status == 404
    assert desk.boss.delete(path, 1).status == 404
    assert member.put(path, view("改名"), 1).body["version"] == 2
    assert member.put(path, view("又改"), 1).status == 412
    assert member.delete(path, 2).status == 204
    assert views(member, desk) == {}


def test_sharing_is_for_builders_and_reaches_the_roles_that_are_named(desk: Desk) -> None:
    boss = desk.boss
    role = boss.post("/v1/roles", {"name": "财务", "permissions": []}).body["id"]
    member, _ = desk.company.join("li@hangzhou.example.cn", role_ids=[role])
    other, _ = desk.company.join("wang@hangzhou.example.cn")
    refused = member.post(f"/v1/forms/{desk.form_id}/views", view(audience="everyone"))
    assert (refused.status, refused.code) == (403, "view_denied")
    unknown = boss.post(f"/v1/forms/{desk.form_id}/views", view(audience="roles", roles=["0" * 26]))
    assert codes(unknown) == {"/roles": "unknown_audience"}
    shared = saved(boss, desk, view("财务的", audience="roles", roles=[role]))
    assert list(views(member, desk)) == ["财务的"]
    assert views(other, desk) == {}
    assert views(member, desk)["财务的"]["may_change"] is False
    path = f"/v1/forms/{desk.form_id}/views/{shared['id']}"
    assert member.put(path, view("我改"), 1).status == 403
    assert other.put(path, view("我改"), 1).status == 404
    everybody = boss.put(path, view("大家的", audience="everyone"), 1)
    assert everybody.body["version"] == 2
    assert list(views(other, desk)) == ["大家的"]


def test_a_shared_view_becomes_personal_for_its_maker_only(desk: Desk) -> None:
    boss = desk.boss
    shared = saved(boss, desk, view("大家的", audience="everyone"))
    path = f"/v1/forms/{desk.form_id}/views/{shared['id']}"
    role = boss.post("/v1/roles", {"name": "搭建", "permissions": ["forms.build"]}).body["id"]
    builder, _ = desk.company.join("build@hangzhou.example.cn", role_ids=[role])
    assert codes(builder.put(path, view(), 1)) == {"/audience": "view_of_another"}
    assert boss.put(path, view("我的"), 1).status == 200
    assert views(builder, desk) == {}
    assert list(views(boss, desk)) == ["我的"]


def test_what_the_list_could_not_answer_is_refused_with_its_place(desk: Desk) -> None:
    refused = desk.boss.post(
        f"/v1/forms/{desk.form_id}/views",
        view(
            kind="kanban",
            by="customer",
            columns=[{"field": "customer"}, {"field": "contract_no"}],
            filter={"all": [{"field": "nothing", "op": "eq", "value": "1"}]},
            sort="owner",
            group="lines",
        ),
    )
    assert codes(refused) == {
        "/columns/1/field": "view_field",
        "/filter/all/0/field": "list_filter_field",
        "/sort": "list_sort",
        "/group": "view_field",
        "/by": "view_by_choice",
    }
    assert desk.boss.post(f"/v1/forms/{desk.form_id}/views", view(kind="calendar")).status == 422


def test_a_removed_field_is_dropped_and_said(desk: Desk) -> None:
    tests = [
        {"field": "valid_until", "op": "gt", "value": "2026-01-01"},
        {"field": "customer", "op": "eq", "value": "甲"},
    ]
    made = saved(
        desk.boss,
        desk,
        view(
            kind="calendar",
            by="valid_until",
            filter={"all": tests},
            sort="-valid_until",
            columns=[{"field": "@title"}, {"field": "valid_until"}, {"field": "total", "total": "sum", "width": 140}],
        ),
    )
    assert made["dropped"] == []
    left = [each for each in quote_fields() if each["id"] != "valid_until"]
    desk.republish(quote_definition(fields=left, list=["customer", "total", "owner"]))
    shown = views(desk.boss, desk)["本月"]
    assert shown["dropped"] == ["columns", "filter", "sort", "by"]
    assert (shown["kind"], shown["by"], shown["sort"]) == ("table", "", "")
    assert shown["filter"] == {"all": [tests[1]]}
    assert [each["field"] for each in shown["columns"]] == ["@title", "total"]


def test_a_hidden_field_of_a_shared_view_is_not_told(desk: Desk) -> None:
    everyone: dict[str, Any] = {"id": "all", "audience": "everyone", "rows": "all", "fields": {"total": "hidden"}}
    desk.republish(quote_definition(access={"groups": [{**everyone, "actions": []}]}))
    member, _ = desk.company.join("zhao@hangzhou.example.cn")
    secret = {"field": "total", "op": "gt", "value": "100000"}
    made = saved(
        desk.boss,
        desk,
        view("大单", audience="everyone", filter={"all": [secret]}, columns=[{"field": "total"}], group="total"),
    )
    assert made["filter"] == {"all": [secret]}
    shown = views(member, desk)["大单"]
    assert (shown["filter"], shown["columns"], shown["group"]) == (None, [], "")
    assert "total" not in {str(shown[part]) for part in ("filter", "columns", "group")}
    refused = member.post(f"/v1/forms/{desk.form_id}/views", view(filter={"all": [secret]}))
    assert codes(refused) == {"/filter/all/0/field": "list_filter_field"}

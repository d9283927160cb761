"""Who sees and changes what: one rule for list, get, history, files and bin, and nothing for another company."""

from typing import Any

import pytest

from chalicelib.forms import api as forms
from chalicelib.kernel.actor import system_actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.unit_of_work import UnitOfWork

from ..conftest import Answer, Api
from ..directory.company import Browser, Company
from .quote import Desk, quote_definition, quote_values


@pytest.fixture
def li(desk: Desk) -> tuple[Api, str]:
    return desk.company.join("li@east.example.cn", "小李")


@pytest.fixture
def zhang(desk: Desk) -> tuple[Api, str]:
    return desk.company.join("zhang@east.example.cn", "小张")


def share(desk: Desk, record_id: str, member_id: str) -> None:
    """What a flow does when it gives somebody a task."""
    from chalicelib.aws.table import table

    work = UnitOfWork(system_actor(desk.company.id), utc_now())
    forms.share(work, forms.get_record(work, record_id), [member_id])
    table().commit(work)


def answers(desk: Desk, record_id: str, by: Api) -> list[int]:
    path = f"/v1/records/{record_id}"
    found: list[Answer] = [
        by.get(path),
        by.get(f"{path}/history"),
        by.put(path, {"values": quote_values()}, 1),
        by.delete(path, 1),
        by.post(f"{path}/restore"),
        by.get(f"{path}/attachments/{record_id}"),
    ]
    return [answer.status for answer in found]


def test_members_see_their_own_records_only(desk: Desk, li: tuple[Api, str], zhang: tuple[Api, str]) -> None:
    mine = desk.filled(quote_values("李的客户"), by=li[0])
    desk.filled(quote_values("张的客户"), by=zhang[0])
    assert desk.customers(by=li[0]) == ["李的客户"]
    assert desk.customers("?sort=customer", by=li[0]) == ["李的客户"]
    assert desk.customers() == ["张的客户", "李的客户"]
    assert answers(desk, mine["id"], zhang[0]) == [404] * 6
    assert desk.boss.get(f"/v1/records/{mine['id']}").body == {**mine, "may": {**mine["may"], "explain": True}}


def test_what_is_shared_can_be_read_and_found_but_not_changed(
    desk: Desk, li: tuple[Api, str], zhang: tuple[Api, str]
) -> None:
    record = desk.filled(quote_values("李的客户"), by=li[0])
    share(desk, record["id"], zhang[1])
    path = f"/v1/records/{record['id']}"
    assert zhang[0].get(path).status == 200
    assert zhang[0].get(f"{path}/history").status == 200
    assert desk.customers(by=zhang[0]) == ["李的客户"]
    assert desk.customers("?sort=-total", by=zhang[0]) == ["李的客户"]
    refused = zhang[0].put(path, {"values": quote_values()}, 1)
    assert (refused.status, refused.code) == (403, "record_not_editable")
    assert zhang[0].delete(path, 1).status == 403


def test_a_deleted_record_leaves_the_lists_of_all_who_saw_it(
    desk: Desk, li: tuple[Api, str], zhang: tuple[Api, str]
) -> None:
    record = desk.filled(by=li[0])
    share(desk, record["id"], zhang[1])
    assert li[0].delete(f"/v1/records/{record['id']}", 1).status == 204
    assert desk.customers(by=zhang[0]) == []
    assert desk.customers(by=li[0]) == []
    bin_path = f"/v1/forms/{desk.form_id}/bin"
    assert len(li[0].get(bin_path).body["items"]) == 1
    assert zhang[0].get(bin_path).body["items"] == []
    assert zhang[0].post(f"/v1/records/{record['id']}/restore").status == 403
    assert li[0].post(f"/v1/records/{record['id']}/restore").status == 200
    assert desk.customers(by=zhang[0]) == ["华东阀门"]


def test_a_record_says_whether_one_may_change_it(desk: Desk, li: tuple[Api, str], zhang: tuple[Api, str]) -> None:
    record = desk.filled(by=li[0])
    share(desk, record["id"], zhang[1])
    path = f"/v1/records/{record['id']}"
    assert [by.get(path).body["may"] for by in (li[0], zhang[0], desk.boss)] == [
        {"change": True, "reveal": [], "explain": False},
        {"change": False, "reveal": [], "explain": False},
        {"change": True, "reveal": [], "explain": True},
    ]


def test_the_bin_says_which_records_one_may_restore(desk: Desk, li: tuple[Api, str], zhang: tuple[Api, str]) -> None:
    role = desk.boss.post("/v1/roles", {"name": "查看", "permissions": ["records.read_all"]}).body
    desk.company.place(zhang[1], role_ids=[role["id"]])
    record = desk.filled(by=li[0])
    assert li[0].delete(f"/v1/records/{record['id']}", 1).status == 204
    bin_path = f"/v1/forms/{desk.form_id}/bin"
    assert [by.get(bin_path).body["items"][0]["may"]["restore"] for by in (li[0], zhang[0], desk.boss)] == [
        True,
        False,
        True,
    ]


def test_an_archived_form_stays_in_sight_of_those_who_filled_it_in(desk: Desk, li: tuple[Api, str]) -> None:
    desk.filled(by=li[0])
    assert desk.boss.post(f"/v1/forms/{desk.form_id}/archive", {"archived": True}).status == 200
    found = li[0].get("/v1/forms").body["items"]
    assert [(form["archived"], form["can_submit"]) for form in found] == [(True, False)]


def test_roles_named_by_the_form_read_or_change_everything(desk: Desk, li: tuple[Api, str]) -> None:
    reading = desk.boss.post("/v1/roles", {"name": "审计", "permissions": []}).body["id"]
    auditor, _ = desk.company.join("audit@east.example.cn", "小审", role_ids=[reading])
    record = desk.filled(by=li[0])
    assert auditor.get(f"/v1/records/{record['id']}").status == 404
    named = {"read_all": {"roles": [reading]}}
    assert desk.republish(quote_definition(access=named)).status == 200
    assert auditor.get(f"/v1/records/{record['id']}").status == 200
    assert desk.customers(by=auditor) == ["华东阀门"]
    assert auditor.delete(f"/v1/records/{record['id']}", 1).status == 403
    assert desk.republish(quote_definition(access={"edit_all": {"roles": [reading]}})).status == 200
    assert auditor.put(f"/v1/records/{record['id']}", {"values": quote_values("改")}, 1).status == 200


def test_a_form_is_open_to_those_whom_it_names(desk: Desk, li: tuple[Api, str]) -> None:
    root = desk.company.root()["id"]
    sales = desk.boss.post("/v1/departments", {"name": "销售部", "parent_id": root}).body["id"]
    inner = desk.boss.post("/v1/departments", {"name": "华东组", "parent_id": sales}).body["id"]
    seller, _ = desk.company.join("seller@east.example.cn", "小销", department_id=inner)
    assert desk.republish(quote_definition(access={"submit": {"departments": [sales]}})).status == 200
    assert desk.fill(by=seller).status == 201
    refused = desk.fill(by=li[0])
    assert (refused.status, refused.code) == (403, "form_submit_denied")
    assert [form["id"] for form in seller.get("/v1/forms").body["items"]] == [desk.form_id]
    assert li[0].get("/v1/forms").body["items"] == []
    assert desk.customers() == ["华东阀门"]


def test_members_do_not_build(desk: Desk, li: tuple[Api, str]) -> None:
    path = f"/v1/forms/{desk.form_id}"
    for answer in (
        li[0].get(path),
        li[0].post("/v1/forms", quote_definition()),
        li[0].put(path, quote_definition(), 1),
        desk.publish(1, by=li[0]),
        li[0].post(f"{path}/archive"),
    ):
        assert (answer.status, answer.code) == (403, "denied")
    assert li[0].get(f"{path}/published").status == 200


def test_another_company_finds_nothing(desk: Desk, browser: Browser) -> None:
    record = desk.filled()
    other = Company.found(desk.company.cloud, browser, "boss@west.example.cn").boss
    never = "0" * 26
    asked: list[tuple[str, str, Any]] = [
        ("GET", "/v1/records/{r}", None),
        ("PUT", "/v1/records/{r}", {"values": {}}),
        ("DELETE", "/v1/records/{r}", None),
        ("POST", "/v1/records/{r}/restore", {}),
        ("GET", "/v1/records/{r}/history", None),
        ("GET", "/v1/records/{r}/attachments/{r}", None),
        ("GET", "/v1/forms/{f}", None),
        ("PUT", "/v1/forms/{f}", quote_definition()),
        ("POST", "/v1/forms/{f}/publish", {}),
        ("POST", "/v1/forms/{f}/archive", {}),
        ("POST", "/v1/forms/{f}/check", {}),
        ("GET", "/v1/forms/{f}/published", None),
        ("GET", "/v1/forms/{f}/schema", None),
        ("GET", "/v1/forms/{f}/versions", None),
        ("GET", "/v1/forms/{f}/versions/1", None),
        ("GET", "/v1/forms/{f}/records", None),
        ("POST", "/v1/forms/{f}/records", {"values": quote_values()}),
        ("GET", "/v1/forms/{f}/bin", None),
        (
            "POST",
            "/v1/forms/{f}/attachments",
            {"field": "files", "name": "a.pdf", "content_type": "application/pdf", "size": 1},
        ),
    ]
    for method, path, body in asked:
        headers = {"If-Match": '"1"'}
        theirs = other.call(method, path.format(r=record["id"], f=desk.form_id), body, headers=headers)
        none = other.call(method, path.format(r=never, f=never), body, headers=headers)
        for answer in (theirs, none):
            answer.body.pop("correlation_id")
        assert (theirs.status, theirs.body) == (none.status, none.body) == (404, none.body), path
    assert desk.customers() == ["华东阀门"]

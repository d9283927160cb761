"""Apps and keys, over HTTP: what builders make of them, and what others see."""

from typing import Any

import pytest

from ..conftest import Answer, Cloud
from ..directory.company import Browser, Company

SALES = {"name": {"zh-CN": "销售", "en": "Sales"}, "icon": "handshake", "color": "teal"}


@pytest.fixture
def company(cloud: Cloud, browser: Browser) -> Company:
    return Company.found(cloud, browser)


def apps(company: Company) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = company.boss.get("/v1/apps").body["items"]
    return items


def new_form(company: Company, name: Any = "请假", app_id: str = "", **definition: Any) -> dict[str, Any]:
    fields = [{"id": "why", "type": "text", "name": "事由"}]
    made = company.boss.post(f"/v1/forms?app_id={app_id}", {"name": name, "fields": fields, **definition})
    assert made.status == 201, made.body
    body: dict[str, Any] = made.body
    return body


def place(company: Company, form: dict[str, Any], **where: str) -> Answer:
    return company.boss.post(f"/v1/forms/{form['id']}/place", where)


def publish(company: Company, form: dict[str, Any]) -> None:
    headers = {"If-Match": f'"{form["version"]}"'}
    assert company.boss.post(f"/v1/forms/{form['id']}/publish", headers=headers).status == 200


def test_every_company_has_a_default_app_that_holds_what_is_in_no_other(company: Company) -> None:
    form = new_form(company)
    assert form["app_id"] == ""
    (default,) = apps(company)
    assert (default["default"], default["key"], default["version"]) == (True, "general", 0)
    assert not [row for row in company.cloud.rows() if row["kind"]["S"] == "app"]


def test_the_default_app_is_stored_when_it_is_first_changed(company: Company) -> None:
    (default,) = apps(company)
    changed = company.boss.put(f"/v1/apps/{default['id']}", {"name": "行政"}, 0)
    assert (changed.status, changed.body["version"]) == (200, 1)
    assert [(app["name"], app["key"], app["default"]) for app in apps(company)] == [("行政", "general", True)]
    late = company.boss.put(f"/v1/apps/{default['id']}", {"name": "人事"}, 0)
    assert (late.status, late.code) == (412, "stale")


def test_an_app_gets_a_key_from_its_name_and_keeps_it(company: Company) -> None:
    made = company.boss.post("/v1/apps", SALES).body
    assert made["key"] == "sales"
    assert company.boss.post("/v1/apps", {"name": "采购"}).body["key"] == "app"
    assert company.boss.post("/v1/apps", {"name": "仓库"}).body["key"] == "app_2"
    renamed = company.boss.put(f"/v1/apps/{made['id']}", {"name": "渠道"}, made["version"]).body
    assert (renamed["name"], renamed["key"]) == ("渠道", "sales")
    taken = company.boss.post("/v1/apps", {"name": "另一个", "key": "sales"})
    assert (taken.status, taken.code) == (409, "app_key_taken")
    assert company.boss.post("/v1/apps", {"name": "渠道"}).code == "app_invalid"


def test_a_form_moves_and_an_app_that_holds_something_stays(company: Company) -> None:
    sales = company.boss.post("/v1/apps", SALES).body
    form = new_form(company, "报价单")
    moved = place(company, form, app_id=sales["id"])
    assert (moved.status, moved.body["app_id"]) == (200, sales["id"])
    listed = company.boss.get("/v1/forms").body["items"]
    assert [(each["app_id"], each["key"]) for each in listed] == [(sales["id"], form["key"])]
    (now,) = [app for app in apps(company) if app["id"] == sales["id"]]
    kept = company.boss.delete(f"/v1/apps/{sales['id']}", now["version"])
    assert (kept.status, kept.code, kept.body["params"]["names"]) == (409, "app_not_empty", ["报价单"])
    assert place(company, form, app_id="").body["app_id"] == ""
    assert company.boss.delete(f"/v1/apps/{sales['id']}", now["version"]).status == 204
    assert len(apps(company)) == 1
    assert company.boss.post("/v1/apps", SALES).body["key"] == "sales"


def test_the_default_app_cannot_be_dropped_and_forms_enter_only_apps_that_exist(company: Company) -> None:
    (default,) = apps(company)
    assert company.boss.delete(f"/v1/apps/{default['id']}", 0).code == "app_is_default"
    form = new_form(company)
    assert place(company, form, app_id=form["id"]).code == "app_not_found"
    nowhere = company.boss.post(f"/v1/forms?app_id={form['id']}", {"name": "x", "fields": []})
    assert (nowhere.status, nowhere.code) == (404, "app_not_found")


def test_apps_stand_in_the_order_that_a_builder_gave_them(company: Company) -> None:
    for name in ("甲", "乙"):
        company.boss.post("/v1/apps", {"name": name})
    ids = [app["id"] for app in apps(company)]
    wanted = [ids[2], ids[0], ids[1]]
    assert company.boss.post("/v1/apps/order", {"ids": wanted}).status == 200
    assert [app["id"] for app in apps(company)] == wanted
    assert company.boss.post("/v1/apps/order", {"ids": wanted[:2]}).code == "app_invalid"


def test_a_menu_orders_what_the_app_holds_and_nothing_else(company: Company) -> None:
    sales = company.boss.post("/v1/apps", SALES).body
    first, second = (new_form(company, name, sales["id"]) for name in ("客户", "合同"))
    stranger = new_form(company, "请假")
    version = next(app["version"] for app in apps(company) if app["id"] == sales["id"])
    menu = [{"kind": "form", "id": each["id"]} for each in (second, first)]
    changed = company.boss.put(f"/v1/apps/{sales['id']}", {**SALES, "menu": menu}, version)
    assert changed.body["menu"] == menu
    wrong = [{"kind": "form", "id": stranger["id"]}]
    refused = company.boss.put(f"/v1/apps/{sales['id']}", {**SALES, "menu": wrong}, changed.body["version"])
    assert [fault["path"] for fault in refused.body["errors"]] == ["/menu/0"]


def test_members_see_the_apps_in_which_something_is_theirs(company: Company) -> None:
    member, _ = company.join("li@east.example.cn")
    secret = company.boss.post("/v1/apps", {"name": "裁员"}).body
    closed = {"submit": {"members": [company.boss_id]}}
    publish(company, new_form(company, "名单", secret["id"], access=closed))
    assert [app["default"] for app in member.get("/v1/apps").body["items"]] == [True]
    assert member.get("/v1/forms/by-key/app.form").status == 404
    opened = new_form(company, "申请", secret["id"])
    publish(company, opened)
    assert [app["name"] for app in member.get("/v1/apps").body["items"]][1:] == ["裁员"]


def test_a_menu_tells_members_nothing_of_what_is_not_theirs(company: Company) -> None:
    member, _ = company.join("li@east.example.cn")
    hidden, opened = (
        new_form(company, name, access=access)
        for name, access in (("名单", {"submit": {"members": [company.boss_id]}}), ("申请", {}))
    )
    publish(company, hidden)
    publish(company, opened)
    (default,) = apps(company)
    menu = [{"kind": "form", "id": each["id"]} for each in (hidden, opened)]
    assert company.boss.put(f"/v1/apps/{default['id']}", {"name": "行政", "menu": menu}, 0).status == 200
    (seen,) = member.get("/v1/apps").body["items"]
    assert (seen["menu"], seen["version"]) == (menu[1:], 0)


@pytest.mark.parametrize(
    ("method", "path"), [("POST", "/v1/apps"), ("PUT", "/v1/apps/{id}"), ("DELETE", "/v1/apps/{id}")]
)
def test_only_builders_change_apps(company: Company, method: str, path: str) -> None:
    member, _ = company.join("li@east.example.cn")
    (default,) = apps(company)
    body = {"name": "x"} if method != "DELETE" else None
    answer = member.call(method, path.format(id=default["id"]), body, headers={"If-Match": '"0"'})
    assert answer.status == 403


def test_forms_are_found_by_their_keys(company: Company) -> None:
    sales = company.boss.post("/v1/apps", SALES).body
    quote = new_form(company, {"zh-CN": "报价单", "en": "Quote"}, sales["id"])
    leave, other = new_form(company, "请假"), new_form(company, "出差")
    assert [each["key"] for each in (quote, leave, other)] == ["quote", "form", "form_2"]
    found = company.boss.get("/v1/forms/by-key/sales.quote")
    assert (found.status, found.body["id"]) == (200, quote["id"])
    assert company.boss.get("/v1/forms/by-key/general.form_2").body["id"] == other["id"]
    for wrong in ("general.quote", "sales.form", "nothing.quote", "sales", "Sales.quote"):
        assert company.boss.get(f"/v1/forms/by-key/{wrong}").code == "not_found"


def test_a_key_may_change_until_the_form_is_published(company: Company) -> None:
    form, other = new_form(company), new_form(company, "出差")
    assert place(company, form, key="leave").body["key"] == "leave"
    assert place(company, other, key="leave").code == "form_key_taken"
    assert place(company, form, key="absence").body["key"] == "absence"
    assert place(company, other, key="leave").body["key"] == "leave"
    publish(company, form)
    fixed = place(company, form, key="holiday")
    assert (fixed.status, fixed.code) == (409, "form_key_fixed")
    assert place(company, form, key="absence").status == 200


def test_a_key_that_is_taken_in_the_other_app_keeps_a_form_where_it_is(company: Company) -> None:
    sales = company.boss.post("/v1/apps", SALES).body
    one, two = new_form(company), new_form(company, "另", sales["id"])
    assert one["key"] == two["key"]
    assert place(company, one, app_id=sales["id"]).code == "form_key_taken"
    assert place(company, one, app_id=sales["id"], key="leave").status == 200
    assert company.boss.get("/v1/forms/by-key/sales.leave").body["id"] == one["id"]
    assert company.boss.get("/v1/forms/by-key/general.form").status == 404

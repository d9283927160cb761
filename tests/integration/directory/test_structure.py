"""Departments, positions and roles over the API."""

from typing import Any

import pytest

from chalicelib.edge.schemas import validate

from .company import Company


def department(company: Company, name: str, parent_id: str | None = None, **more: str) -> dict[str, Any]:
    answer = company.boss.post(
        "/v1/departments", {"name": name, "parent_id": parent_id or company.root()["id"], **more}
    )
    assert answer.status == 201, answer.body
    validate("directory/department", answer.body)
    made: dict[str, Any] = answer.body
    return made


def test_tree_grows_moves_and_shrinks(company: Company) -> None:
    sales = department(company, "销售部", head_id=company.boss_id)
    east = department(company, "东区", sales["id"])
    support = department(company, "客服部")
    path = f"/v1/departments/{east['id']}"
    moved = company.boss.put(path, {"parent_id": support["id"], "name": "东区客服"}, 1)
    assert (moved.status, moved.body["parent_id"], moved.body["version"]) == (200, support["id"], 2)
    listed = {each["name"]: each for each in company.boss.get("/v1/departments").body["items"]}
    assert listed["东区客服"]["parent_id"] == support["id"]
    assert listed["销售部"]["head"] == "王总"
    assert company.boss.delete(path, 1).status == 412
    assert company.boss.delete(path, 2).status == 204
    assert company.boss.put(path, {"name": "X"}, 2).status == 404


def test_department_is_not_moved_below_itself(company: Company) -> None:
    sales = department(company, "销售部")
    east = department(company, "东区", sales["id"])
    for below in (sales["id"], east["id"]):
        refused = company.boss.put(f"/v1/departments/{sales['id']}", {"parent_id": below}, 1)
        assert refused.body["errors"][0]["code"] == "department_cycle"


def test_root_is_renamed_but_neither_moved_nor_dropped(company: Company) -> None:
    root, sales = company.root(), department(company, "销售部")
    path = f"/v1/departments/{root['id']}"
    assert company.boss.put(path, {"parent_id": sales["id"]}, root["version"]).code == "root_department"
    assert company.boss.delete(path, root["version"]).code == "root_department"
    assert company.boss.put(path, {"name": "华东集团"}, root["version"]).body["name"] == "华东集团"


def test_second_root_is_refused(company: Company) -> None:
    sales = department(company, "销售部")
    refused = company.boss.put(f"/v1/departments/{sales['id']}", {"parent_id": ""}, 1)
    assert refused.body["errors"][0]["code"] == "unknown_department"


def test_department_with_people_or_departments_stays(company: Company) -> None:
    sales = department(company, "销售部")
    east = department(company, "东区", sales["id"])
    company.join("rep@east.example.cn", department_id=east["id"])
    for full, counts in ((sales, (0, 1)), (east, (1, 0))):
        refused = company.boss.delete(f"/v1/departments/{full['id']}", 1)
        assert refused.code == "department_not_empty"
        assert (refused.body["params"]["members"], refused.body["params"]["departments"]) == counts


def test_tree_has_a_floor_and_siblings_differ(company: Company) -> None:
    parent = company.root()["id"]
    for level in range(2, 16):
        parent = department(company, f"第{level}级", parent)["id"]
    deep = company.boss.post("/v1/departments", {"name": "更深", "parent_id": parent})
    assert deep.body["errors"][0]["code"] == "department_too_deep"
    for looks in (" 第2级 ", "第２级", "第2\u200b级"):
        twin = company.boss.post("/v1/departments", {"name": looks, "parent_id": company.root()["id"]})
        assert twin.body["errors"][0]["code"] == "name_taken"
    assert company.boss.post("/v1/departments", {"name": "\u200b", "parent_id": company.root()["id"]}).status == 422


def test_head_must_be_an_active_member(company: Company) -> None:
    _, member_id = company.join("rep@east.example.cn")
    company.boss.post(f"/v1/members/{member_id}/deactivate", {})
    sales = department(company, "销售部")
    refused = company.boss.put(f"/v1/departments/{sales['id']}", {"head_id": member_id}, 1)
    assert refused.body["errors"][0] == {
        "path": "/head_id",
        "code": "unknown_member",
        "message": "There is no such active member.",
        "params": {},
    }


def test_position_renamed_shows_on_its_holder_and_is_not_dropped_from_him(company: Company) -> None:
    made = company.boss.post("/v1/positions", {"name": "销售代表"})
    validate("directory/position", made.body)
    path = f"/v1/positions/{made.body['id']}"
    _, member_id = company.join("rep@east.example.cn", position_id=made.body["id"])
    assert company.boss.put(path, {"name": "销售顾问"}, 1).body["version"] == 2
    assert company.member(member_id)["position"] == "销售顾问"
    assert company.boss.delete(path, 2).code == "position_in_use"
    assert company.place(member_id, position_id="").body["position"] == ""
    assert company.boss.delete(path, 2).status == 204
    assert company.boss.get("/v1/positions").body["items"] == []


def test_own_role_lives_until_nobody_holds_it(company: Company) -> None:
    made = company.boss.post("/v1/roles", {"name": "审计", "permissions": ["audit.read", "records.read_all"]})
    validate("directory/role", made.body)
    path = f"/v1/roles/{made.body['id']}"
    _, member_id = company.join("rep@east.example.cn", role_ids=[made.body["id"]])
    refused = company.boss.delete(path, 1)
    assert (refused.code, refused.body["params"]["count"]) == ("role_in_use", 1)
    company.place(member_id, role_ids=[company.role("普通成员")])
    assert company.boss.delete(path, 1).status == 204
    assert company.boss.delete(path, 1).status == 404


@pytest.mark.parametrize("name", ["管理员", "应用搭建者", "普通成员"])
def test_builtin_role_is_fixed(company: Company, name: str) -> None:
    path = f"/v1/roles/{company.role(name)}"
    changed = company.boss.put(path, {"name": "X", "permissions": []}, 1)
    assert (changed.code, company.boss.delete(path, 1).code) == ("role_builtin", "role_builtin")


def test_role_takes_only_permissions_that_exist(company: Company) -> None:
    for wrong in (["*"], ["forms.fly"], ["audit.read", "audit.read"]):
        assert company.boss.post("/v1/roles", {"name": "X", "permissions": wrong}).status == 422
    for looks in ("管理员", "管理\u00ad员"):
        taken = company.boss.post("/v1/roles", {"name": looks, "permissions": []})
        assert taken.body["errors"][0]["code"] == "name_taken"


def test_permissions_are_named_in_both_languages(company: Company) -> None:
    english = company.boss.get("/v1/permissions").body["items"]
    company.boss.language = "zh-CN"
    chinese = company.boss.get("/v1/permissions").body["items"]
    assert [each["id"] for each in english] == [each["id"] for each in chinese]
    named = {each["id"]: (each["name"], other["name"]) for each, other in zip(english, chinese, strict=True)}
    assert named["forms.build"] == ("Build forms", "搭建表单")


def test_plain_member_looks_but_does_not_touch(company: Company) -> None:
    plain, _ = company.join("rep@east.example.cn")
    for path in ("/v1/departments", "/v1/roles", "/v1/positions", "/v1/members", "/v1/permissions"):
        assert plain.get(path).status == 200
    root = company.root()["id"]
    assert plain.post("/v1/departments", {"name": "X", "parent_id": root}).status == 403
    assert plain.post("/v1/positions", {"name": "X"}).status == 403
    assert plain.post("/v1/roles", {"name": "X", "permissions": []}).status == 403
    assert plain.get("/v1/invitations").status == 403


def first_steps(company: Company, what: str) -> list[str]:
    return [each["step"] for each in company.boss.get("/v1/me").body["first_steps"] if each[what]]


def test_first_steps_stand_in_the_order_in_which_they_can_be_done(company: Company) -> None:
    first = ["department_added", "role_added", "member_invited"]
    order = [each["step"] for each in company.boss.get("/v1/me").body["first_steps"]]
    assert order == [*first, "head_named", "form_published", "flow_published", "record_submitted"]
    assert first_steps(company, "ready") == [*first, "form_published"]
    company.invite("rep@east.example.cn")
    assert "head_named" not in first_steps(company, "ready")
    company.join("head@east.example.cn")
    assert "head_named" in first_steps(company, "ready")


def test_first_steps_are_ticked_as_they_happen(company: Company) -> None:
    made = department(company, "销售部")
    company.invite("rep@east.example.cn")
    assert first_steps(company, "done_at") == ["department_added", "member_invited"]
    assert company.boss.post("/v1/roles", {"name": "财务", "permissions": []}).status == 201
    assert first_steps(company, "done_at") == ["department_added", "role_added", "member_invited"]
    path, root = f"/v1/departments/{made['id']}", company.root()["id"]
    assert company.boss.put(path, {"name": "华东销售部", "parent_id": root}, 1).status == 200
    assert "head_named" not in first_steps(company, "done_at")
    headed = {"name": "华东销售部", "parent_id": root, "head_id": company.boss_id}
    assert company.boss.put(path, headed, 2).status == 200
    assert "head_named" in first_steps(company, "done_at")


def test_a_department_made_with_its_head_ticks_both(company: Company) -> None:
    department(company, "销售部", head_id=company.boss_id)
    assert first_steps(company, "done_at") == ["department_added", "head_named"]


@pytest.mark.parametrize(
    ("language", "names"),
    [("zh-CN", ["管理员", "应用搭建者", "普通成员"]), ("en", ["Administrator", "App builder", "Member"])],
)
def test_builtin_roles_are_read_in_the_readers_language(company: Company, language: str, names: list[str]) -> None:
    made = company.boss.post("/v1/roles", {"name": "财务", "permissions": []}, headers={"Accept-Language": language})
    assert made.body["name"] == "财务"
    listed = company.boss.get("/v1/roles", headers={"Accept-Language": language}).body["items"]
    assert [role["name"] for role in listed] == [*names, "财务"]
    me = company.boss.get("/v1/me", headers={"Accept-Language": language}).body
    assert [role["name"] for role in me["roles"]] == names[:1]


@pytest.mark.parametrize("name", ["管理员", "Administrator", "App builder", "Member", "普通成员"])
def test_no_role_is_called_like_a_builtin_one_in_either_language(company: Company, name: str) -> None:
    taken = company.boss.post("/v1/roles", {"name": name, "permissions": []})
    assert (taken.status, taken.body["errors"][0]["code"]) == (422, "name_taken")

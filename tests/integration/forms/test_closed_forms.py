"""Definitions, by id, of a form that is not for everybody: for each kind of person, and each way to look."""

import pytest

from ..conftest import Answer, Api
from ..directory.company import Company
from .quote import Desk, quote_definition, quote_values
from .test_access import share

NEVER = "0" * 26


def looks(form_id: str) -> list[str]:
    path = f"/v1/forms/{form_id}"
    filtered = f'{path}/records?filter=[{{"field":"customer","op":"eq","value":"x"}}]'
    return [
        f"{path}/published",
        f"{path}/schema",
        f"{path}/versions",
        f"{path}/versions/1",
        f"{path}/versions/9",
        f"{path}/records",
        filtered,
        f"{path}/bin",
        f"{path}/records/count",
    ]


def seen(desk: Desk, by: Api) -> list[int]:
    return [by.get(path).status for path in looks(desk.form_id)]


OPEN = [200, 200, 200, 200, 404, 200, 200, 200, 200]


def alike(one: Answer, other: Answer) -> bool:
    return (one.status, {**one.body, "correlation_id": ""}) == (other.status, {**other.body, "correlation_id": ""})


def assert_closed(desk: Desk, by: Api) -> None:
    for path, never in zip(looks(desk.form_id), looks(NEVER), strict=True):
        found = by.get(path)
        assert found.status == 404, path
        assert alike(found, by.get(never)), path


@pytest.fixture
def closed(company: Company) -> Desk:
    """Open to its boss only, who is an administrator."""
    desk = Desk.open(company)
    return close(desk)


def close(desk: Desk) -> Desk:
    answer = desk.republish(quote_definition(access={"submit": {"members": [desk.company.boss_id]}}))
    assert answer.status == 200, answer.body
    return desk


def test_whoever_has_nothing_to_do_with_a_form_learns_nothing_of_it(closed: Desk) -> None:
    closed.filled()
    stranger, _ = closed.company.join("stranger@east.example.cn")
    assert_closed(closed, stranger)
    assert stranger.get("/v1/forms").body["items"] == []
    assert seen(closed, closed.boss) == OPEN


@pytest.mark.parametrize("permission", ["forms.build", "flows.build", "records.read_all"])
def test_builders_designers_and_readers_see_every_definition(closed: Desk, permission: str) -> None:
    role = closed.boss.post("/v1/roles", {"name": permission, "permissions": [permission]}).body["id"]
    api, _ = closed.company.join("works@east.example.cn", role_ids=[role])
    assert seen(closed, api) == OPEN
    assert [form["id"] for form in api.get("/v1/forms").body["items"]] == [closed.form_id]


@pytest.mark.parametrize("permission", ["company.manage", "members.manage", "roles.manage", "webhooks.manage"])
def test_other_permissions_open_no_form(closed: Desk, permission: str) -> None:
    role = closed.boss.post("/v1/roles", {"name": permission, "permissions": [permission]}).body["id"]
    api, _ = closed.company.join("works@east.example.cn", role_ids=[role])
    assert_closed(closed, api)


def test_a_form_that_closes_stays_readable_for_whoever_filled_it_in(company: Company) -> None:
    desk = Desk.open(company)
    owner, _ = company.join("owner@east.example.cn")
    record = desk.filled(quote_values("我的客户"), by=owner)
    close(desk)
    assert seen(desk, owner) == OPEN
    assert desk.customers(by=owner) == ["我的客户"]
    assert desk.fill(by=owner).code == "form_submit_denied"
    assert owner.delete(f"/v1/records/{record['id']}", 1).status == 204
    assert seen(desk, owner) == OPEN, "it lies in their bin"
    assert len(owner.get(f"/v1/forms/{desk.form_id}/bin").body["items"]) == 1
    closed_out, _ = company.join("other@east.example.cn")
    assert_closed(desk, closed_out)
    assert owner.post(f"/v1/records/{record['id']}/restore").status == 200
    assert seen(desk, owner) == OPEN


def test_what_is_shared_opens_its_form_and_nothing_else_does(closed: Desk) -> None:
    api, member_id = closed.company.join("reader@east.example.cn")
    record = closed.filled()
    assert_closed(closed, api)
    share(closed, record["id"], member_id)
    assert seen(closed, api) == OPEN


def test_a_form_that_was_never_published_is_its_builders(company: Company) -> None:
    made = company.boss.post("/v1/forms", quote_definition()).body
    designer_role = company.boss.post("/v1/roles", {"name": "流程", "permissions": ["flows.build"]}).body["id"]
    designer, _ = company.join("designer@east.example.cn", role_ids=[designer_role])
    plain, _ = company.join("plain@east.example.cn")
    for api in (designer, plain):
        assert_closed(Desk(company, made["id"]), api)
    assert company.boss.get(f"/v1/forms/{made['id']}/versions").body["items"] == []

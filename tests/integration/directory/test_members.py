"""Members over the API: who may change whom, what counts from the next request on, and who stays reachable."""

from collections.abc import Callable, Iterator

import pytest

from chalicelib.aws.table import table
from chalicelib.directory import row_keys, wiring
from chalicelib.directory.domain.errors import LastAdministrator
from chalicelib.directory.extensions import HANDOVER
from chalicelib.edge.schemas import validate
from chalicelib.kernel import extensions
from chalicelib.kernel.actor import Actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.errors import Contended
from chalicelib.kernel.unit_of_work import UnitOfWork

from ..conftest import Answer, Api, Cloud
from .company import PASSWORD, Browser, Company


class OpenTodos:
    """An upper context's to-dos, doubled: `count` open ones, and who took over from whom."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.handed: list[tuple[str, str]] = []

    def count_open(self, work: UnitOfWork, member_id: str) -> int:
        return self.count

    def hand_over(self, work: UnitOfWork, from_id: str, to_id: str) -> None:
        self.handed.append((from_id, to_id))


@pytest.fixture
def todos(browser: Browser) -> Iterator[OpenTodos]:
    """After `browser`, whose application names the real ones; they are back when the test is over."""
    made = OpenTodos(3)
    real = extensions.replace(HANDOVER, lambda: made)
    yield made
    extensions.replace(HANDOVER, *real)


def deactivate(company: Company, member_id: str, by: Api | None = None, **body: str) -> tuple[int, str]:
    answer = (by or company.boss).post(f"/v1/members/{member_id}/deactivate", body)
    return answer.status, answer.code


def test_role_given_counts_on_the_next_request(company: Company) -> None:
    api, member_id = company.join("rep@east.example.cn")
    body = {"email": "new@east.example.cn", "name": "新人"}
    assert api.post("/v1/invitations", body).status == 403
    role = company.boss.post("/v1/roles", {"name": "人事", "permissions": ["members.manage"]}).body["id"]
    assert company.place(member_id, role_ids=[role]).status == 200
    assert api.post("/v1/invitations", body).status == 201


def test_role_taken_counts_on_the_next_request(company: Company) -> None:
    role = company.boss.post("/v1/roles", {"name": "人事", "permissions": ["members.manage"]}).body
    api, _ = company.join("hr@east.example.cn", role_ids=[role["id"]])
    assert api.get("/v1/invitations").status == 200
    changed = company.boss.put(f"/v1/roles/{role['id']}", {"name": "人事", "permissions": ["audit.read"]}, 1)
    assert changed.status == 200
    assert api.get("/v1/invitations").status == 403
    assert api.get("/v1/me").body["permissions"] == ["audit.read"]


def test_deactivated_member_is_out_with_his_next_request(company: Company) -> None:
    api, member_id = company.join("rep@east.example.cn")
    assert api.get("/v1/me").status == 200
    assert deactivate(company, member_id) == (200, "")
    assert api.get("/v1/me").status == 401
    signed_in = api.post("/v1/session", {"email": "rep@east.example.cn", "password": PASSWORD})
    assert signed_in.status == 401
    assert deactivate(company, member_id) == (409, "member_inactive")


def test_reactivated_member_signs_in_as_who_he_was(company: Company) -> None:
    api, member_id = company.join("rep@east.example.cn", role_ids=[company.role("应用搭建者")])
    deactivate(company, member_id)
    back = company.boss.post(f"/v1/members/{member_id}/reactivate")
    assert (back.status, back.body["active"], back.body["left_at"]) == (200, True, "")
    assert api.get("/v1/me").status == 401, "sessions from before stay ended"
    assert api.post("/v1/session", {"email": "rep@east.example.cn", "password": PASSWORD}).status == 200
    assert "forms.build" in api.get("/v1/me").body["permissions"]
    assert company.boss.post(f"/v1/members/{member_id}/reactivate").code == "member_active"


def test_open_todos_ask_for_a_successor(company: Company, todos: OpenTodos) -> None:
    api, leaving = company.join("rep@east.example.cn")
    _, staying = company.join("other@east.example.cn")
    refused = company.boss.post(f"/v1/members/{leaving}/deactivate", {})
    assert (refused.status, refused.code, refused.body["params"]["count"]) == (409, "successor_needed", 3)
    assert api.get("/v1/me").status == 200
    assert deactivate(company, leaving, successor_id=leaving) == (422, "directory_invalid")
    assert todos.handed == []
    assert deactivate(company, leaving, successor_id=staying) == (200, "")
    assert todos.handed == [(leaving, staying)]
    assert company.member(leaving)["successor_id"] == staying


def test_last_administrator_stays(company: Company) -> None:
    plain = company.role("普通成员")
    demoted = company.place(company.boss_id, role_ids=[plain])
    assert (demoted.status, demoted.code) == (409, "last_administrator")
    assert deactivate(company, company.boss_id) == (409, "last_administrator")
    second, second_id = company.join("second@east.example.cn", role_ids=[company.role("管理员")])
    assert company.place(company.boss_id, role_ids=[plain]).status == 200
    assert deactivate(company, second_id, by=second) == (409, "last_administrator")


def test_two_administrators_demoting_each_other_leave_one(company: Company) -> None:
    _, second_id = company.join("second@east.example.cn", role_ids=[company.role("管理员")])
    plain = {"role_ids": [company.role("普通成员")]}

    def demote(member_id: str) -> UnitOfWork:
        work = UnitOfWork(Actor(company.id, "m" * 26, permissions=frozenset({"*"})), utc_now())
        version = table().get(work, row_keys.member(member_id)).version  # type: ignore[union-attr]
        wiring.members().change(work, member_id, version, plain)
        return work

    first, second = demote(company.boss_id), demote(second_id)
    table().commit(first)
    with pytest.raises(Contended):
        table().commit(second)
    with pytest.raises(LastAdministrator):
        demote(second_id)


def test_nobody_gives_or_takes_more_than_he_holds(company: Company) -> None:
    role = company.boss.post("/v1/roles", {"name": "人事", "permissions": ["members.manage", "roles.manage"]}).body
    hr, hr_id = company.join("hr@east.example.cn", role_ids=[role["id"]])
    admin, builder = company.role("管理员"), company.role("应用搭建者")
    answers = [
        company.place(hr_id, by=hr, role_ids=[admin]),
        company.place(company.boss_id, by=hr, role_ids=[role["id"]]),
        company.invite("new@east.example.cn", by=hr, role_ids=[builder]),
        hr.post("/v1/roles", {"name": "全部", "permissions": ["audit.read"]}),
        hr.put(f"/v1/roles/{role['id']}", {"name": "人事", "permissions": ["roles.manage", "audit.read"]}, 1),
        hr.post(f"/v1/members/{company.boss_id}/deactivate", {}),
    ]
    assert {(answer.status, answer.code) for answer in answers} == {(403, "beyond_own_rights")}
    assert company.boss.get("/v1/me").body["administrator"] is True


def test_members_manage_alone_places_but_gives_no_roles(company: Company) -> None:
    role = company.boss.post("/v1/roles", {"name": "人事", "permissions": ["members.manage"]}).body
    hr, hr_id = company.join("hr@east.example.cn", role_ids=[role["id"]])
    sales = hr.post("/v1/departments", {"name": "销售部", "parent_id": company.root()["id"]}).body["id"]
    _, other = company.join("rep@east.example.cn")
    assert company.place(other, by=hr, department_id=sales).status == 200
    itself = company.place(hr_id, by=hr, department_id=sales)
    assert (itself.status, itself.code) == (403, "names_yourself"), "records of a department would come with it"
    refused = company.place(hr_id, by=hr, role_ids=[company.role("普通成员")])
    assert (refused.status, refused.code) == (403, "beyond_own_rights")


def test_change_needs_the_version_that_was_read(company: Company) -> None:
    _, member_id = company.join("rep@east.example.cn")
    path = f"/v1/members/{member_id}"
    assert company.boss.put(path, {"name": "A"}).status == 428
    assert company.boss.put(path, {"name": "A"}, 1).body["version"] == 2
    stale = company.boss.put(path, {"name": "B"}, 1)
    assert (stale.status, company.member(member_id)["name"]) == (412, "A")


def test_reporting_lines_form_no_circle(company: Company) -> None:
    _, one = company.join("one@east.example.cn")
    _, two = company.join("two@east.example.cn", manager_id=one)
    _, three = company.join("three@east.example.cn", manager_id=two)
    refused = company.place(one, manager_id=three)
    assert (refused.status, refused.body["errors"][0]["code"]) == (422, "manager_cycle")
    assert company.place(one, manager_id=one).status == 422
    assert company.place(three, manager_id="").body["manager"] == ""


def test_list_pages_filters_and_searches(company: Company) -> None:
    sales = company.boss.post("/v1/departments", {"name": "销售部", "parent_id": company.root()["id"]}).body["id"]
    for number in range(5):
        company.join(f"rep{number}@east.example.cn", f"Rep {number}", department_id=sales)
    _, left = company.join("left@east.example.cn", "Left")
    deactivate(company, left)
    names, cursor = [], ""
    while True:
        page = company.boss.get(f"/v1/members?department_id={sales}&limit=2" + (f"&cursor={cursor}" if cursor else ""))
        names += [member["name"] for member in page.body["items"]]
        cursor = page.body["next_cursor"]
        if not cursor:
            break
        last = cursor
    assert names == [f"Rep {number}" for number in range(5)]
    assert company.boss.get(f"/v1/members?limit=2&cursor={last}").code == "cursor_invalid", "of another question"
    assert [each["name"] for each in company.boss.get("/v1/members?state=inactive").body["items"]] == ["Left"]
    assert len(company.boss.get("/v1/members?search=rep").body["items"]) == 5
    assert len(company.boss.get("/v1/members?search=REP3@east").body["items"]) == 1
    for member in company.boss.get("/v1/members").body["items"]:
        validate("directory/member", member)


def test_other_companys_members_are_as_if_they_never_were(company: Company, cloud: Cloud, browser: Browser) -> None:
    rival = Company.found(cloud, browser, "boss@rival.example.cn").boss
    strange, bogus = f"/v1/members/{company.boss_id}", "/v1/members/" + "0" * 26
    before = cloud.rows(f"T#{company.id}#org")
    acts: list[Callable[[str], Answer]] = [
        rival.get,
        lambda path: rival.put(path, {"name": "X"}, 1),
        lambda path: rival.post(path + "/deactivate", {}),
        lambda path: rival.post(path + "/reactivate"),
    ]
    for act in acts:
        answers = [act(strange), act(bogus)]
        for answer in answers:
            answer.body.pop("correlation_id")
        assert answers[0].status == 404
        assert answers[0].body == answers[1].body
    assert cloud.rows(f"T#{company.id}#org") == before


def test_every_change_is_audited_and_told(company: Company, cloud: Cloud) -> None:
    _, member_id = company.join("rep@east.example.cn", "小李")
    company.place(member_id, name="李明")
    deactivate(company, member_id)
    company.boss.post(f"/v1/members/{member_id}/reactivate")
    log = company.boss.get(f"/v1/audit?target_id={member_id}").body["items"]
    assert {entry["action"] for entry in log} >= {
        "member.joined",
        "member.changed",
        "member.deactivated",
        "member.reactivated",
    }
    renamed = next(entry for entry in log if entry["action"] == "member.changed")
    assert (renamed["before"], renamed["after"]) == ({"name": "小李"}, {"name": "李明"})
    told = [event for event in cloud.events() if event["type"].startswith("directory.")]
    for event in told:
        validate(f"directory/events/{event['type'].partition('.')[2]}.v1", event["data"])
    assert [event["type"].partition(".")[2] for event in told if event["subject"] == member_id] == [
        "MemberJoined",
        "MemberChanged",
        "MemberDeactivated",
        "MemberReactivated",
    ]


def test_warm_request_costs_one_read(company: Company) -> None:
    company.boss.get("/v1/me")
    calls: list[str] = []
    events = table()._connection.client.meta.events
    events.register("before-call.dynamodb", lambda model, **_: calls.append(model.name))
    assert company.boss.get("/v1/me").status == 200
    assert calls == ["BatchGetItem"]
    company.boss.post("/v1/positions", {"name": "销售代表"})
    calls.clear()
    assert company.boss.get("/v1/positions").body["items"][0]["name"] == "销售代表"
    assert calls == ["BatchGetItem", "Query"], "a directory write makes the next reader load the org again"

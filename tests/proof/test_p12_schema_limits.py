"""P12. Every limit of every request's schema fails politely: one below and at it nothing breaks, one above is a 422
that names the path. The limits are found in the schemas; one that no body here reaches fails.
"""

from collections.abc import Callable
from typing import Any

import pytest

from ..integration.conftest import Answer
from ..security.calls import ROUTES, Sent, compose, send, send_at_its_version
from ..security.cases import CASES, MORE, Ids
from ..security.company_fixture import CompanyFixture
from .limits import UPPER, Limit, Origin, applying, named, resized
from .sizes import LONG, dice

BODIES = sorted(route for route, declared in ROUTES.items() if declared.body)
MOST = 40
"""Limits of one body that `make test` tries."""
ONE_EACH = sorted({str(ROUTES[route].body): route for route in reversed(BODIES)}.values())
"""A route for every schema: enough for a short form, because all routes validate by the same line."""


def rich_form(ids: Ids) -> dict[str, Any]:
    both = {"zh-CN": "文", "en": "Text"}
    named_by = {"roles": [ids["role"]], "departments": [ids["department"]], "members": [ids["member"]]}
    column = {"id": "c_text", "type": "text", "name": both, "help": "助"}
    fields = [
        {"id": "a_text", "type": "text", "name": both, "help": both},
        {"id": "a_lines", "type": "lines", "name": "明细", "help": "助", "options": {"columns": [column]}},
    ]
    reading = {"roles": [ids["role"]]}
    access = {"submit": named_by, "read_all": reading, "edit_all": reading}
    return {
        "name": both,
        "description": both,
        "fields": fields,
        "title": "{a_text}",
        "list": ["a_text"],
        "access": access,
    }


def grouped_form(ids: Ids) -> dict[str, Any]:
    named_by = {"roles": [ids["role"]], "departments": [ids["department"]], "members": [ids["member"]]}
    group: dict[str, Any] = {"id": "g", "name": "组", "audience": named_by, "rows": "own"}
    group |= {"fields": {"a_text": "read"}, "actions": ["edit"], "reveal": ["a_text"]}
    team = {"id": "t", "audience": named_by, "rows": {"members": ["a_member", "b_member"]}}
    return {**plain_form(ids), "access": {"submit": "everyone", "groups": [group, team]}}


def laid_out_form(ids: Ids) -> dict[str, Any]:
    both = {"zh-CN": "文", "en": "text"}
    parts = [
        {"id": "s", "kind": "section", "name": both, "hint": both, "fields": ["a_text"]},
        {"id": "t", "kind": "text", "text": both},
        {"id": "u", "kind": "section", "name": "组", "hint": "提示", "fields": []},
        {"id": "v", "kind": "text", "text": "文"},
    ]
    acts = [
        {"act": "set", "fields": ["a_text"], "value": "文"},
        {"act": "set", "fields": ["a_text"], "value": ["a", "b"]},
        {"act": "set", "fields": ["a_text"], "value": {"formula": '"a"'}},
    ]
    rule = {"id": "r", "when": {"formula": 'a_text = "a"'}, "then": acts, "else": acts}
    together = [{"id": "one", "name": both, "fields": ["a_text", "b_text"]}]
    return {**plain_form(ids), "layout": {"parts": parts}, "rules": [rule], "unique_together": together}


def ruled_form(ids: Ids) -> dict[str, Any]:
    both = {"zh-CN": "文", "en": "text"}
    do = [{"act": "hide", "fields": ["a_text"]}, {"act": "message", "fields": ["a_text"], "text": both}]
    balance = {"id": "budget", "name": both, "on": "a_text", "limit": {"fixed": "100"}, "amount": "a_text"}
    balance["when"] = {"all": [{"field": "a_text", "op": "in", "value": ["a", "b"]}]}
    same = {"id": "same", "name": both, "fields": [{"field": "a_text", "as": "company"}], "policy": "warn"}
    same["across"] = [{"form": ids["form"], "fields": ["a_text"]}]
    return {
        **plain_form(ids),
        "duplicates": [same],
        "fields": [
            {"id": "a_text", "type": "text", "name": "文"},
            {"id": "a_link", "type": "link", "name": "链", "options": {"forms": [ids["form"]], "columns": ["a_text"]}},
        ],
        "rules": [{"id": "r", "when": {"formula": 'a_text = "a"'}, "then": do}],
        "balances": [balance],
    }


def rich_flow(ids: Ids) -> dict[str, Any]:
    rules = [
        {"type": "member", "members": [ids["member"]]},
        {"type": "role", "role": ids["role"]},
        {"type": "department_head", "department": ids["department"], "level": 1},
        {"type": "manager", "level": 1},
        {"type": "field", "field": "a_member", "level": 1},
        {"type": "choice", "field": "a_text", "map": {"a": [ids["member"]]}},
    ]
    tests = [
        {"field": "a_text", "op": "in", "value": ["a", "b"]},
        {"field": "a_text", "op": "eq", "value": "a"},
        {"field": "a_date", "op": "gte", "value": {"relative": "last_days", "n": 7}},
        {"field": "a_date", "op": "between", "value": [{"relative": "last_days", "n": 7}, {"relative": "today"}]},
    ]
    approve: dict[str, Any] = {"type": "approve", "id": "one", "name": "审批", "mode": "any", "approvers": rules}
    approve |= {"empty": {"action": "assign", "members": [ids["administrator"]]}, "due_hours": 24}
    inner = {"type": "cc", "id": "cc", "name": "抄送", "recipients": rules[:1]}
    end = {"type": "end", "id": "end", "name": "结束", "outcome": "rejected"}
    arm = {"id": "arm", "name": "支", "condition": {"any": [{"all": tests}]}, "steps": [inner, end]}
    branch: dict[str, Any] = {"type": "branch", "id": "br", "name": "分支", "branches": [arm]}
    branch["default"] = {"name": "否则", "steps": [{**inner, "id": "cc2"}]}
    return {
        "form_id": ids["form"],
        "name": "流程",
        "description": "说明",
        "initiators": [{"type": "member", "ids": [ids["member"]]}],
        "summary": ["a_text"],
        "steps": [approve, branch],
    }


def rich_values(ids: Ids) -> dict[str, Any]:
    return {"values": {"a_text": "文", "a_member": ids["member"]}}


def rich_list(ids: Ids) -> dict[str, Any]:
    """What every question to a list has."""
    test = {"field": "a_text", "op": "in", "value": ["a", "b"]}
    relative = {"field": "@created_at", "op": "gte", "value": {"relative": "last_days", "n": 7}}
    tree = {"all": [{"any": [test]}, {"not": relative}, {"field": "@created_by", "op": "eq", "value": ids["member"]}]}
    return {"filter": tree, "q": "文"}


def plain_form(ids: Ids) -> dict[str, Any]:
    fields = [{"id": "a_text", "type": "text", "name": "文", "help": "助"}]
    return {"name": "表", "description": "说明", "fields": fields, "access": {"submit": "everyone"}}


RICH: dict[str, tuple[Callable[[Ids], dict[str, Any]], ...]] = {
    "forms/form_definition": (rich_form, plain_form, grouped_form, ruled_form, laid_out_form),
    "flows/definition": (rich_flow,),
    "forms/record_values": (rich_values,),
    "forms/stage_move": (lambda ids: {"field": "a_text", "to": "a", "note": "注", "values": {"a_text": "文"}},),
    "forms/record_query": (
        lambda ids: {**rich_list(ids), "sort": ["@created_at"], "fields": ["a_text"], "limit": 20, "cursor": "x"},
    ),
    "forms/aggregate_request": (
        lambda ids: {**rich_list(ids), "measures": [{"field": "a_text", "function": "count"}], "by": "a_text"},
    ),
    "forms/export_request": (
        lambda ids: {**rich_list(ids), "sort": ["@created_at"], "fields": ["a_text"], "format": "csv"},
    ),
    "forms/spreadsheet_read": (lambda ids: {"upload_id": ids["spreadsheet"], "sheet": 1, "head": 1},),
    "forms/import_settings": (lambda ids: {"sheet": 1, "head": 1, "mapping": {"0": "a_text"}},),
    "forms/import_start": (lambda ids: {"sheet": 1, "head": 1, "mapping": {"0": "a_text"}, "mode": "create"},),
    "forms/merge_order": (lambda ids: {"loser": ids["target"], "loser_version": 1, "take": {"a_text": "loser"}},),
    "forms/view_write": (
        lambda ids: {
            "name": "视图",
            "kind": "table",
            "audience": "roles",
            "roles": [ids["role"]],
            "sort": "-@created_at",
            "columns": [{"field": "a_text", "width": 120}],
        },
    ),
    "integrations/webhook_settings": (
        lambda ids: {"url": "https://93.184.215.14/x", "event_types": ["flows.*"], "description": "钩"},
    ),
    "flows/decision": (lambda ids: {"decision": "approve", "opinion": "同意"},),
    "directory/member_change": (
        lambda ids: {"name": "李", "role_ids": [ids["role"]]},
        lambda ids: {"departments": [{"department_id": ids["department"]}], "other_position_ids": [ids["position"]]},
    ),
    "directory/department_create": (lambda ids: {"name": "部", "head_ids": [ids["member"]]},),
    "directory/department_change": (lambda ids: {"name": "部", "head_ids": [ids["member"]]},),
    "directory/delegation_create": (
        lambda ids: {
            "to_id": ids["member"],
            "from_at": "2099-01-01T00:00:00Z",
            "to_at": "2099-02-01T00:00:00Z",
            "form_ids": [ids["form"]],
        },
    ),
    "directory/invitation_accept": (
        lambda ids: {"token": "x" * 60, "password": "correct horse battery", "name": "李"},
    ),
    "directory/sign_up": (
        lambda ids: {
            "company": "另一家",
            "name": "王",
            "email": "new@fourth.example.cn",
            "password": "correct horse battery",
            "language": "zh-CN",
        },
    ),
}


def bodies(route: str, ids: Ids) -> list[dict[str, Any]]:
    found = [case.body(ids) for case in (CASES[route], *MORE.get(route, ()))]
    return [*found, *(make(ids) for make in RICH.get(str(ROUTES[route].body), ()))]


def limits_of(route: str, body: dict[str, Any]) -> list[Limit]:
    """One of each origin: the same limit at a hundred like values is one limit."""
    first: dict[Origin, Limit] = {}
    for limit in applying(str(ROUTES[route].body), body):
        first.setdefault(limit.origin, limit)
    return list(first.values())


def test_every_limit_of_every_request_is_reached(fixture: CompanyFixture) -> None:
    ids = fixture.attacker.ids
    wanted = {origin for route in BODIES for origin in named(str(ROUTES[route].body))}
    reached = {limit.origin for route in BODIES for body in bodies(route, ids) for limit in limits_of(route, body)}
    assert sorted(wanted - reached) == [], "a body in RICH must reach these"


@pytest.mark.parametrize("route", BODIES if LONG else ONE_EACH)
def test_one_below_at_and_one_above_each_limit(
    fixture: CompanyFixture, route: str, proved: Callable[..., None]
) -> None:
    tried = 0
    for body in bodies(route, fixture.attacker.ids):
        for limit in chosen(route, limits_of(route, body)):
            outside = 1 if limit.keyword in UPPER else -1
            for by in (-outside, 0, outside):
                if limit.keyword not in UPPER and limit.number + by < 0 and limit.keyword != "minimum":
                    continue
                answer = sent(fixture, route, resized(body, limit, by), beyond=by == outside)
                check(answer, limit, beyond=by == outside)
                tried += 1
    proved("P12", f"limits of {route}: one below, at, one above", requests=tried)


def chosen(route: str, limits: list[Limit]) -> list[Limit]:
    """All of them by `make prove`, else as many as `MOST` by chance."""
    return limits if LONG or len(limits) <= MOST else dice(f"P12 {route}").sample(limits, MOST)


def sent(fixture: CompanyFixture, route: str, body: dict[str, Any], *, beyond: bool) -> Answer:
    frame = compose(route, fixture.attacker.ids)
    request = Sent(frame.method, frame.path, body, ())
    with fixture.undone():
        boss = fixture.browser(fixture.attacker, "administrator")
        return (send if beyond else send_at_its_version)(boss, route, request)


def check(answer: Answer, limit: Limit, *, beyond: bool) -> None:
    assert answer.status < 500, (limit, answer.body)
    faults = [fault for fault in (answer.body or {}).get("errors", ()) if fault["path"] == limit.pointer]
    codes = {fault["code"] for fault in faults}
    if beyond:
        assert answer.status == 422, (limit, answer.body)
        assert codes, (limit, answer.body)
        assert all(fault["message"] for fault in faults)
    else:
        assert not codes & {"schema_max_length", "schema_max_items", "schema_maximum"}, (limit, answer.body)


PAGED = sorted(route for route, declared in ROUTES.items() if "limit" in declared.query and 404 not in CASES[route].own)
"""But for lists of which the fixture has none."""


@pytest.mark.parametrize("route", PAGED)
def test_pages_and_cursors_have_their_limits(fixture: CompanyFixture, route: str) -> None:
    frame = compose(route, fixture.attacker.ids)
    boss = fixture.browser(fixture.attacker, "administrator")
    path = frame.path + ("&" if "?" in frame.path else "?")
    most = ROUTES[route].query["limit"]["maximum"]
    longest = ROUTES[route].query["cursor"]["maxLength"]
    statuses = {number: boss.get(f"{path}limit={number}").status for number in (0, 1, most - 1, most, most + 1)}
    assert statuses == {0: 422, 1: 200, most - 1: 200, most: 200, most + 1: 422}
    for length in (longest - 1, longest, longest + 1):
        answer = boss.get(f"{path}cursor={'A' * length}")
        assert (answer.status, answer.body["errors"][0]["path"]) == (422, "/cursor")
    for text in ("-1", "1.5", "1e9", "９", "nan", "9" * 400, "", "0x10"):
        assert boss.get(f"{path}limit={text}").status == 422

"""P12. The limits that no request schema names: of the table, of a body, of headers, of what a company may have, of a
form and a flow, of a machine's names and payloads. One below and at them nothing breaks, one above is refused in words.
"""

import json
from collections.abc import Callable
from typing import Any

import pytest

from chalicelib.aws.executions import accepted_name
from chalicelib.aws.table import MAX_ITEM_BYTES, MAX_TRANSACTION_BYTES, ROW_BYTES, table, to_json
from chalicelib.edge.request_parsing import MAX_BODY_BYTES
from chalicelib.flows.service import executions
from chalicelib.kernel.actor import system_actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.errors import TooLarge
from chalicelib.kernel.ids import new_id, numbered_id
from chalicelib.kernel.unit_of_work import ROWS, Key, UnitOfWork

from ..integration.conftest import Answer, Cloud
from ..integration.forms.quote import Desk, field
from ..security.company_fixture import CompanyFixture


def works(*docs: dict[str, Any]) -> UnitOfWork:
    work = UnitOfWork(system_actor("a" * 26), utc_now())
    for place, doc in enumerate(docs):
        work.create(Key("limits", str(place)), "limit", doc)
    return work


def as_long_as(size: int) -> dict[str, Any]:
    """A document of exactly so many bytes, some of them in characters of three."""
    spare = size - len(to_json({"x": ""}).encode())
    return {"x": "文" * (spare // 3) + "x" * (spare % 3)}


@pytest.mark.parametrize(("beyond", "refused"), [(-1, False), (0, False), (1, True)])
def test_what_one_transaction_holds(cloud: Cloud, beyond: int, refused: bool) -> None:
    largest = MAX_ITEM_BYTES - ROW_BYTES
    ten = [as_long_as(MAX_TRANSACTION_BYTES // 10 - ROW_BYTES) for _ in range(9)]
    last = MAX_TRANSACTION_BYTES - sum(len(to_json(doc).encode()) + ROW_BYTES for doc in ten) - ROW_BYTES
    cases: list[list[dict[str, Any]]] = [
        [as_long_as(largest + beyond)],
        [{} for _ in range(ROWS + beyond)],
        [*ten, as_long_as(last + beyond)],
    ]
    for docs in cases:
        if refused:
            with pytest.raises(TooLarge) as told:
                table().commit(works(*docs))
            assert told.value.params["limit"]
            assert table().get(works(), Key("limits", "0")) is None
        else:
            work = works(*docs)
            table().commit(work)
            for change in work.changes:
                table().forget(change.tenant_id, change.key)


@pytest.mark.parametrize(("beyond", "status"), [(-1, 200), (0, 200), (1, 413)])
def test_the_size_of_a_body(fixture: CompanyFixture, beyond: int, status: int) -> None:
    body = b'{"name": "x", "language": "zh-CN"}'
    raw = body + b" " * (MAX_BODY_BYTES + beyond - len(body))
    with fixture.undone():
        boss = fixture.browser(fixture.attacker, "administrator")
        version = boss.get("/v1/me").body["version"]
        answer = boss.call("PUT", "/v1/me", raw=raw, headers={"If-Match": f'"{version}"'})
    assert answer.status == status, answer.body
    if status == 413:
        assert "1000" in answer.body["title"]


@pytest.mark.parametrize(
    ("name", "at", "status"),
    [("Idempotency-Key", "k" * 200, 201), ("Idempotency-Key", "k" * 199, 201), ("Idempotency-Key", "k" * 201, 400)],
)
def test_the_length_of_a_key(fixture: CompanyFixture, name: str, at: str, status: int) -> None:
    with fixture.undone():
        boss = fixture.browser(fixture.attacker, "administrator")
        assert boss.post("/v1/positions", {"name": "新"}, headers={name: at}).status == status


@pytest.mark.parametrize(("digits", "status"), [(14, 412), (15, 412), (16, 428)])
def test_the_length_of_a_version(fixture: CompanyFixture, digits: int, status: int) -> None:
    boss = fixture.browser(fixture.attacker, "administrator")
    path = f"/v1/positions/{fixture.attacker.ids['position']}"
    headers = {"If-Match": '"' + "9" * digits + '"'}
    assert boss.call("PUT", path, {"name": "名"}, headers=headers).status == status


@pytest.mark.parametrize(("length", "kept"), [(63, True), (64, True), (65, False)])
def test_the_length_of_a_correlation_id(fixture: CompanyFixture, length: int, kept: bool) -> None:
    given = "c" * length
    answer = fixture.browser(fixture.attacker, "administrator").get("/v1/me", headers={"X-Correlation-Id": given})
    assert (answer.headers["X-Correlation-Id"] == given) is kept


COUNTED = (
    ("chalicelib.directory.domain.departments.MAX_DEPARTMENTS", "/v1/departments", "departments"),
    ("chalicelib.directory.domain.roles.MAX_POSITIONS", "/v1/positions", "positions"),
    ("chalicelib.directory.domain.roles.MAX_ROLES", "/v1/roles", "roles"),
    ("chalicelib.directory.domain.invitations.MAX_INVITATIONS", "/v1/invitations", "invitations"),
)


@pytest.mark.parametrize(("limit", "path", "thing"), COUNTED, ids=[each[2] for each in COUNTED])
def test_how_many_a_company_may_have(
    fixture: CompanyFixture, monkeypatch: pytest.MonkeyPatch, limit: str, path: str, thing: str
) -> None:
    """With a small limit in the place of the real one; webhooks, really ten, are tried in tests/integration."""
    with fixture.undone():
        boss = fixture.browser(fixture.attacker, "administrator")
        there = len(boss.get(path).body["items"])
        monkeypatch.setattr(limit, there + 2)
        answers = [boss.post(path, body_of(thing, place, fixture)) for place in range(3)]
        assert [answer.status for answer in answers[:2]] == [201, 201], answers[1].body
        assert 400 <= answers[2].status < 500, answers[2].body
        assert str(there + 2) in answers[2].body["title"], answers[2].body


def body_of(thing: str, place: int, fixture: CompanyFixture) -> dict[str, Any]:
    bodies: dict[str, dict[str, Any]] = {
        "departments": {"name": f"部{place}", "parent_id": fixture.attacker.ids["root"]},
        "positions": {"name": f"位{place}"},
        "roles": {"name": f"角{place}", "permissions": []},
        "invitations": {"email": f"n{place}@attacker.example.cn", "name": "新"},
    }
    return bodies[thing]


# -- a form and its records


def desk(fixture: CompanyFixture, *fields: dict[str, Any]) -> Answer:
    boss = fixture.browser(fixture.attacker, "administrator")
    made = boss.post("/v1/forms", {"name": "表", "fields": list(fields)})
    assert made.status == 201, made.body
    return boss.post(f"/v1/forms/{made.body['id']}/publish", headers={"If-Match": '"1"'})


@pytest.mark.parametrize(("rows", "status"), [(199, 201), (200, 201), (201, 422)])
def test_how_many_lines_a_record_may_have(fixture: CompanyFixture, rows: int, status: int) -> None:
    column = field("c", "text", "列")
    with fixture.undone():
        boss = fixture.browser(fixture.attacker, "administrator")
        lines = field("l", "lines", "明细", options={"columns": [column]})
        made = boss.post("/v1/forms", {"name": "表", "fields": [field("t", "text", "文"), lines]})
        opened = Desk(fixture.attacker.company, made.body["id"])
        assert opened.publish(1, by=boss).status == 200
        answer = opened.fill({"l": [{"c": "x"}] * rows}, by=boss)
    assert answer.status == status, answer.body
    if status == 422:
        assert answer.body["errors"][0]["path"] == "/values/l"


@pytest.mark.parametrize(("kind", "longest"), [("text", 200), ("long_text", 20_000)])
def test_how_long_a_text_may_be(fixture: CompanyFixture, kind: str, longest: int) -> None:
    statuses = {}
    with fixture.undone():
        boss = fixture.browser(fixture.attacker, "administrator")
        made = boss.post("/v1/forms", {"name": "表", "fields": [field("t", kind, "文")]})
        opened = Desk(fixture.attacker.company, made.body["id"])
        assert opened.publish(1, by=boss).status == 200
        for length in (longest - 1, longest, longest + 1):
            statuses[length - longest] = opened.fill({"t": "文" * length}, by=boss).status
    assert statuses == {-1: 201, 0: 201, 1: 422}


@pytest.mark.parametrize(
    ("expression", "status"),
    [
        ("+".join(["1"] * 250), 200),
        ("+".join(["1"] * 999), 422),
        ("1" * 28, 200),
        ("1" * 29, 422),
        ("(" * 31 + "1" + ")" * 31, 200),
        ("(" * 33 + "1" + ")" * 33, 422),
        ("1" + " " * 1999, 200),
        ("1" + " " * 2000, 422),
    ],
    ids=[
        "few nodes",
        "many nodes",
        "28 digits",
        "29 digits",
        "depth 31",
        "depth 33",
        "2000 characters",
        "2001 characters",
    ],
)
def test_how_large_a_formula_may_be(fixture: CompanyFixture, expression: str, status: int) -> None:
    with fixture.undone():
        made = field("f", "formula", "式", options={"expression": expression, "result": "number"})
        answer = desk(fixture, field("t", "text", "文"), made)
    assert answer.status == status, answer.body
    if answer.status >= 400:
        assert answer.body["errors"], answer.body


# -- a flow


@pytest.mark.parametrize(("nodes", "fits"), [(99, True), (100, True), (101, False)])
def test_how_many_nodes_a_flow_may_have(fixture: CompanyFixture, nodes: int, fits: bool) -> None:
    ids = fixture.attacker.ids
    with fixture.undone():
        boss = fixture.browser(fixture.attacker, "administrator")
        cc = [
            {"type": "cc", "id": f"c{place}", "name": "抄", "recipients": [{"type": "initiator"}]}
            for place in range(nodes - 2)
        ]
        rule = {"type": "member", "members": [ids["member"]]}
        last = {"type": "approve", "id": "a", "name": "审", "mode": "any", "approvers": [rule]}
        held = {"any": [{"all": [{"field": "a_text", "op": "not_empty"}]}]}
        arm = {"id": "arm", "name": "支", "condition": held, "steps": cc[50:]}
        branch = {"type": "branch", "id": "b", "name": "分", "branches": [arm], "default": {"steps": []}}
        made = boss.post("/v1/flows", {"form_id": ids["form"], "name": "流", "steps": [branch, *cc[:50], last]})
        assert made.status in (201, 422), made.body
        if made.status == 201:
            told = repr(boss.post(f"/v1/flows/{made.body['id']}/check").body)
            published = boss.post(f"/v1/flows/{made.body['id']}/publish", headers={"If-Match": '"1"'})
            assert published.status < 500
    assert ("flow_too_long" in (told if made.status == 201 else repr(made.body))) is not fits


def test_what_a_machine_is_told_stays_far_below_its_limits(proved: Callable[..., None]) -> None:
    """80 characters of a name and 262,144 bytes of state: ids and numbers only, however long a run lives."""
    run, most = numbered_id(new_id(), 10**6 - 1), 10**9
    name = accepted_name(f"{run}-{most}")
    state = {"tenant_id": new_id(), "run_id": run, "generation": most, "round": executions.MAX_ROUNDS, "pause": 60}
    state["next"] = "perform"
    assert len(name) <= 80
    assert len(json.dumps(state)) < 8_000
    assert executions.MAX_ROUNDS * 15 <= 25_000
    proved("P12", "the longest name and state of an execution", name=len(name), state_bytes=len(json.dumps(state)))

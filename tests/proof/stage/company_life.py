"""A company's day by chance, done over its API while the stream is silent: what remains is a heap of events."""

import json
import random
from typing import Any

from chalicelib.kernel.unit_of_work import OUTBOX

from ...integration.conftest import Answer
from .members import FIELDS, Members
from .shapes import ask, branches, nobody, one, tell, two

FLOWS: dict[str, Any] = {
    "one": one,
    "two": two,
    "branches": branches,
    "all": lambda members: [
        ask("all", members.people("a", "b", "c"), mode="all"),
        tell("told", members.people("d", "cfo")),
    ],
    "row": lambda members: [ask("row", members.people("a", "d", "b"), mode="sequence")],
    "nobody": nobody,
}
STARTERS = ("rep", "rep2", "manager")
LAST = 7
"""To-dos that the member has who leaves at the end: more than change hands at once."""


def add_flows(members: Members) -> None:
    for name, made in FLOWS.items():
        members.add_flow(name, {"steps": made(members), "withdraw": "anytime"})


def a_day(members: Members, chance: random.Random, acts: int) -> list[dict[str, Any]]:
    """So many acts, then things are deleted and somebody leaves; every event of it, oldest first, not yet relayed."""
    forms = list(members.forms.values())
    boss = members.api["boss"]
    for _ in range(acts):
        members.place.clock.move(1)
        what, running = chance.random(), [run for run in members.runs() if not run.over]
        if what < 0.35 or not running:
            values = {"title": "日常", "amount": str(chance.randint(0, 200)), "keeper": members.ids["cfo"]}
            body = {"form_id": chance.choice(forms), "values": values}
            _fine(members.api[chance.choice(STARTERS)].post("/v1/runs", body))
            continue
        run = chance.choice(running)
        if what < 0.75:
            task = chance.choice([task for task in run.tasks if task.open])
            path = f"/v1/runs/{run.id}/tasks/{task.id}/decide"
            decision = "reject" if chance.random() < 0.15 else "approve"
            _fine(members.api[members.name_of(task.member)].post(path, {"decision": decision}))
        elif what < 0.82:
            path = f"/v1/runs/{run.id}/cc"
            _fine(
                members.api[members.name_of(run.initiator)].post(
                    path, {"members": [members.ids["b"], members.ids["c"]]}
                )
            )
        elif what < 0.88:
            _fine(members.api[members.name_of(run.initiator)].post(f"/v1/runs/{run.id}/withdraw", {}))
        elif what < 0.94:
            _record_and_its_deletion(members, chance.choice(forms))
        else:
            _form_published_anew(members, chance.choice(forms))
    for _ in range(LAST):
        _fine(members.api["rep"].post("/v1/runs", {"form_id": members.forms["one"], "values": {"title": "最后"}}))
    webhook = boss.get("/v1/webhooks").body["items"][0]
    assert boss.delete(f"/v1/webhooks/{webhook['id']}", webhook["version"]).status in (200, 204)
    _fine(boss.post(f"/v1/members/{members.ids['a']}/deactivate", {"successor_id": members.ids["c"]}))
    return waiting(members)


def waiting(members: Members) -> list[dict[str, Any]]:
    """Envelopes in the outboxes, oldest first; they are there no more."""
    rows = members.place.wire.rows
    found = [item for item in rows.every() if item["kind"]["S"] == OUTBOX]
    for item in found:
        rows.drop(item)
    return sorted((json.loads(item["doc"]["S"]) for item in found), key=lambda doc: str(doc["id"]))


def _record_and_its_deletion(members: Members, form: str) -> None:
    made = members.api["rep"].post(f"/v1/forms/{form}/records", {"values": {"title": "误填"}})
    _fine(made)
    assert members.api["rep"].delete(f"/v1/records/{made.body['id']}", made.body["version"]).status in (200, 204)


def _form_published_anew(members: Members, form: str) -> None:
    boss = members.api["boss"]
    before = boss.get(f"/v1/forms/{form}").body
    listed = ["title", "amount"] if before["definition"]["list"] == ["title"] else ["title"]
    definition = {"name": before["definition"]["name"], "fields": FIELDS, "title": "{title}", "list": listed}
    saved = boss.put(f"/v1/forms/{form}", definition, before["version"])
    _fine(saved)
    _fine(boss.post(f"/v1/forms/{form}/publish", headers={"If-Match": f'"{saved.body["version"]}"'}))


def _fine(answer: Answer) -> None:
    assert answer.status in (200, 201), answer.body

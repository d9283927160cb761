"""A company's day by chance, done over its API while the stream is silent: what remains is a heap of events."""

import json
import random
from typing import Any

from chalicelib.kernel.work import OUTBOX

from ...integration.conftest import Answer
from .crew import FIELDS, Crew
from .shapes import ask, branches, nobody, one, tell, two

FLOWS: dict[str, Any] = {
    "one": one,
    "two": two,
    "branches": branches,
    "all": lambda crew: [ask("all", crew.people("a", "b", "c"), mode="all"), tell("told", crew.people("d", "cfo"))],
    "row": lambda crew: [ask("row", crew.people("a", "d", "b"), mode="sequence")],
    "nobody": nobody,
}
STARTERS = ("rep", "rep2", "manager")
LAST = 7
"""To-dos that the member has who leaves at the end: more than change hands at once."""


def add_flows(crew: Crew) -> None:
    for name, made in FLOWS.items():
        crew.add_flow(name, {"steps": made(crew), "withdraw": "anytime"})


def a_day(crew: Crew, chance: random.Random, acts: int) -> list[dict[str, Any]]:
    """So many acts, then things are deleted and somebody leaves; every event of it, oldest first, not yet relayed."""
    forms = list(crew.forms.values())
    boss = crew.api["boss"]
    for _ in range(acts):
        crew.place.clock.move(1)
        what, running = chance.random(), [run for run in crew.runs() if not run.over]
        if what < 0.35 or not running:
            values = {"title": "日常", "amount": str(chance.randint(0, 200)), "keeper": crew.ids["cfo"]}
            body = {"form_id": chance.choice(forms), "values": values}
            _fine(crew.api[chance.choice(STARTERS)].post("/v1/runs", body))
            continue
        run = chance.choice(running)
        if what < 0.75:
            task = chance.choice([task for task in run.tasks if task.open])
            path = f"/v1/runs/{run.id}/tasks/{task.id}/decide"
            decision = "reject" if chance.random() < 0.15 else "approve"
            _fine(crew.api[crew.name_of(task.member)].post(path, {"decision": decision}))
        elif what < 0.82:
            path = f"/v1/runs/{run.id}/cc"
            _fine(crew.api[crew.name_of(run.initiator)].post(path, {"members": [crew.ids["b"], crew.ids["c"]]}))
        elif what < 0.88:
            _fine(crew.api[crew.name_of(run.initiator)].post(f"/v1/runs/{run.id}/withdraw", {}))
        elif what < 0.94:
            _record_and_its_deletion(crew, chance.choice(forms))
        else:
            _form_published_anew(crew, chance.choice(forms))
    for _ in range(LAST):
        _fine(crew.api["rep"].post("/v1/runs", {"form_id": crew.forms["one"], "values": {"title": "最后"}}))
    webhook = boss.get("/v1/webhooks").body["items"][0]
    assert boss.delete(f"/v1/webhooks/{webhook['id']}", webhook["version"]).status in (200, 204)
    _fine(boss.post(f"/v1/members/{crew.ids['a']}/deactivate", {"successor_id": crew.ids["c"]}))
    return waiting(crew)


def waiting(crew: Crew) -> list[dict[str, Any]]:
    """Envelopes in the outboxes, oldest first; they are there no more."""
    rows = crew.place.wire.rows
    found = [item for item in rows.every() if item["kind"]["S"] == OUTBOX]
    for item in found:
        rows.drop(item)
    return sorted((json.loads(item["doc"]["S"]) for item in found), key=lambda doc: str(doc["id"]))


def _record_and_its_deletion(crew: Crew, form: str) -> None:
    made = crew.api["rep"].post(f"/v1/forms/{form}/records", {"values": {"title": "误填"}})
    _fine(made)
    assert crew.api["rep"].delete(f"/v1/records/{made.body['id']}", made.body["version"]).status in (200, 204)


def _form_published_anew(crew: Crew, form: str) -> None:
    boss = crew.api["boss"]
    before = boss.get(f"/v1/forms/{form}").body
    listed = ["title", "amount"] if before["definition"]["list"] == ["title"] else ["title"]
    definition = {"name": before["definition"]["name"], "fields": FIELDS, "title": "{title}", "list": listed}
    saved = boss.put(f"/v1/forms/{form}", definition, before["version"])
    _fine(saved)
    _fine(boss.post(f"/v1/forms/{form}/publish", headers={"If-Match": f'"{saved.body["version"]}"'}))


def _fine(answer: Answer) -> None:
    assert answer.status in (200, 201), answer.body

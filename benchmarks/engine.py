"""How many steps a second the pure engine takes: ten approvals in a row, from submission to the end."""

from datetime import UTC
from time import process_time
from typing import Any

from chalicelib.directory.org import Department, Org, OrgMember
from chalicelib.flows.engine import Environment, FormField, FormView, Run, Spec, advance, commands, compile_flow

AT = "2026-11-22T08:00:00.000Z"
NODES = 10
SUBMIT = commands.Start(values_hash="h")
APPROVALS = [commands.Decide(by="boss", task=f"t{number}", decision=commands.APPROVE) for number in range(1, NODES + 1)]
RUNS = 200
ROUNDS = 25


def measure() -> dict[str, Any]:
    """A step is one call of `advance`: the submission, or one decision that opens the next node."""
    spec, env = _flow(), Environment(_org(), AT, UTC)
    _one(spec, env)
    best = min(_round(spec, env) for _ in range(ROUNDS))
    return {"steps_per_s": round(RUNS * (NODES + 1) / best)}


def _round(spec: Spec, env: Environment) -> float:
    began = process_time()
    for _ in range(RUNS):
        _one(spec, env)
    return process_time() - began


def _one(spec: Spec, env: Environment) -> None:
    fresh = Run(id="r", initiator="rep", values={"total": "100"})
    run = advance(spec, fresh, SUBMIT, env).run
    for approval in APPROVALS:
        run = advance(spec, run, approval, env).run
    if run.status != "approved":
        raise SystemExit(f"the run ended as {run.status}")


def _flow() -> Spec:
    step = {"type": "approve", "mode": "any", "approvers": [{"type": "member", "members": ["boss"]}]}
    steps = [{**step, "id": f"n{number}", "name": f"N{number}"} for number in range(NODES)]
    form = FormView("form", "Form", 1, {"total": FormField("total", "Total", "decimal")})
    return compile_flow({"form_id": "form", "name": "Flow", "steps": steps}, form)


def _org() -> Org:
    people = [OrgMember(each, each, active=True, department_id="hq") for each in ("rep", "boss")]
    return Org.of(members=people, departments=[Department("hq", "HQ", head_id="boss")], roles=[])

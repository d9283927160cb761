"""Workflow patterns as data: each file is a flow and the runs through it, with the path foretold and the path taken."""

import json
from pathlib import Path
from typing import Any

import pytest

from chalicelib.flows.engine import Step, compile_flow, preview
from chalicelib.flows.engine.context import Context

from .builders import FORM, ORG, Play

FOLDER = Path(__file__).parent / "patterns"
CASES = [
    pytest.param(pattern["definition"], run, id=f"{path.stem}-{number}")
    for path in sorted(FOLDER.glob("*.json"))
    for pattern in [json.loads(path.read_text(encoding="utf-8"))]
    for number, run in enumerate(pattern["runs"], start=1)
]


def told(step: Step) -> str:
    if step.outcome == "branched":
        return f"{step.node} → {step.detail}"
    if step.people:
        return f"{step.node}: " + " ".join(person["id"] for person in step.people)
    return f"{step.node}: " + (f"{step.outcome} {step.reason}" if step.reason else step.detail)


@pytest.mark.parametrize(("definition", "run"), CASES)
def test_pattern(definition: dict[str, Any], run: dict[str, Any]) -> None:
    spec = compile_flow(definition, FORM)
    play = Play(spec, run["initiator"], **run["values"])
    foretold = preview(spec, Context(ORG, run["initiator"], run["values"]))
    for act in run["acts"]:
        play.decide(*act.split())

    assert [told(step) for step in foretold] == run["preview"]
    assert [f"{stop.node} {stop.outcome}" for stop in play.run.visits] == run["path"]
    assert play.run.status == run["status"]
    assert play.open == run["open"]
    assert [copy.member for copy in play.run.copies] == run["copied"]

"""A run as its row: small, whole, and read whichever release wrote it."""

import json
from typing import Any

from chalicelib.flows.engine import commands
from chalicelib.flows.engine.codec import from_doc, to_doc
from chalicelib.flows.engine.run import Token

from .builders import Play, approve, arm, branch, flow, people, when

SPEC = flow(
    approve("pms", people("pm_a", "pm_b"), mode="all"),
    branch("size", [arm("big", when("total", "gt", 5), approve("cfo", people("cfo"), due_hours=24))]),
    approve("chair", people("chair")),
)


def under_way() -> Play:
    return Play(SPEC, total="10").decide("pm_a").decide("pm_b")


def of_the_last_release(doc: dict[str, Any]) -> dict[str, Any]:
    """The row as schema 1 wrote it."""
    dropped = {"visit", "origin", "parent", "delegated_from"}
    return {
        **{name: each for name, each in doc.items() if name not in ("schema", "tokens")},
        "node": doc.get("node", ""),
        "visited": [
            {name: each[name] for name in ("node", "outcome", "detail") if name in each} for each in doc["visited"]
        ],
        "tasks": [{name: each for name, each in task.items() if name not in dropped} for task in doc["tasks"]],
    }


def stored(play: Play) -> dict[str, Any]:
    doc: dict[str, Any] = json.loads(json.dumps(to_doc(play.run)))
    return doc


def test_a_row_says_its_schema_and_nothing_empty() -> None:
    doc = stored(under_way())
    assert doc["schema"] == 2
    assert "ended_at" not in doc
    assert "parent" not in doc["tasks"][0]


def test_what_a_newer_release_added_is_ignored() -> None:
    play = under_way()
    doc = stored(play)
    newer = {**doc, "schema": 3, "mood": "good", "tasks": [{**task, "mood": "good"} for task in doc["tasks"]]}
    assert from_doc(newer) == play.run


def test_a_run_of_the_last_release_is_one_token_and_its_tasks_find_their_visits() -> None:
    play = under_way()
    run = from_doc(of_the_last_release(stored(play)))
    assert run.tokens == (Token("k1", "cfo", "v3"),)
    assert [(visit.id, visit.node, visit.outcome, visit.detail) for visit in run.visits] == [
        ("v1", "pms", "passed", ""),
        ("v2", "size", "branched", "big"),
        ("v3", "cfo", "waiting", ""),
    ]
    assert [task.visit for task in run.tasks] == ["v1", "v1", "v3"]
    assert (run.visits[0].entered_at, run.visits[0].left_at) == (play.run.started_at, play.run.started_at)


def test_a_run_of_the_last_release_is_finished_by_this_one() -> None:
    play = under_way()
    play.run = from_doc(of_the_last_release(stored(play)))
    assert play.do(commands.Handover("cfo", "director")).open == ["director"]
    assert play.decide("director").decide("chair").run.status == "approved"
    assert [visit.outcome for visit in play.run.visits] == ["passed", "branched", "passed", "passed"]


def test_a_run_that_ended_in_the_last_release_stands_nowhere() -> None:
    play = under_way().decide("cfo", "reject")
    run = from_doc(of_the_last_release(stored(play)))
    assert (run.tokens, run.node, run.visits[-1].outcome) == ((), "", "rejected")


def test_the_last_release_finds_what_it_needs_in_a_plain_run() -> None:
    doc = stored(under_way())
    assert doc["node"] == "cfo"
    assert [(each["node"], each["outcome"]) for each in doc["visited"]] == [
        ("pms", "passed"),
        ("size", "branched"),
        ("cfo", "waiting"),
    ]
    assert {"id", "initiator", "tasks", "copies", "visited"} <= doc.keys()
    assert {"id", "node", "member", "why", "status"} <= doc["tasks"][0].keys()

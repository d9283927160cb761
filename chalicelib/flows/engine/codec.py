"""A run as JSON and back. Empty values are left out, so that a sign-off of five hundred stays a small row.

A plain run keeps the attributes that schema 1 reads (`node`, and visits under the name `visited`), so that a function
of the release before can still carry on what this one wrote; what such a function writes has no `schema`, and is read
as schema 1 again.
"""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any

from ...kernel.codec import Codec
from .run import FIRST, WAITING, Copy, Run, Task, Token, Visit

Doc = Mapping[str, Any]


def to_doc(run: Run) -> dict[str, Any]:
    """The row's document. Visits are written without their ids, which are their places."""
    doc = _RUN.dump(run)
    doc["visited"] = doc.pop("visits", [])
    for visit in doc["visited"]:
        del visit["id"]
    # Schema 1 refuses a document without these lists.
    doc.setdefault("tasks", [])
    doc.setdefault("copies", [])
    if run.node:
        doc["node"] = run.node
    return doc


def from_doc(doc: Doc) -> Run:
    """Raises TypeError or KeyError if what no run can be without is missing."""
    visits = [{**visit, "id": f"v{number}"} for number, visit in enumerate(doc["visited"], start=1)]
    return _RUN.load({**doc, "visits": visits})


def _one_token(doc: dict[str, Any]) -> Doc:
    """Schema 1 knew one node, nodes in the order in which they were come through, and the node of each task. None of
    them was come through twice, so a task belongs to the one visit of its node.
    """
    of_node = {visit["node"]: visit["id"] for visit in doc["visits"]}
    at = doc.get("node", "")
    return {
        **doc,
        "tokens": [{"id": FIRST, "node": at, "visit": of_node[at]}] if at else [],
        "visits": [_visit(each, doc["tasks"]) for each in doc["visits"]],
        "tasks": [{**task, "visit": of_node.get(task["node"], "")} for task in doc["tasks"]],
    }


def _visit(visit: Doc, tasks: list[dict[str, Any]]) -> Doc:
    """When it was entered and left is known as far as its tasks tell."""
    own = [task for task in tasks if task["node"] == visit["node"]]
    entered = min((task["opened_at"] for task in own if task.get("opened_at")), default="")
    left = max((task.get("ended_at", "") for task in own), default="") if visit["outcome"] != WAITING else ""
    return {**visit, "entered_at": entered, "left_at": left}


def _optional(kind: type) -> tuple[str, ...]:
    """The fields that have a default."""
    return tuple(
        each.name for each in fields(kind) if each.default is not MISSING or each.default_factory is not MISSING
    )


_RUN = Codec(
    Run,
    schema=2,
    upcasts={1: _one_token},
    sparse=_optional(Run),
    parts={kind: Codec(kind, sparse=_optional(kind)) for kind in (Token, Visit, Task, Copy)},
)

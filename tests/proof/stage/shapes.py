"""The shapes that a run can take: every kind of node, mode and rule, and all that can happen to a run on its way.

Each is a flow, and what people do with it until no run is left open.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from .members import CROWD, Members
from .scenario import (
    A_DAY_PASSES,
    Step,
    approve,
    comment,
    copy_to,
    deactivate,
    read_copy,
    reject,
    submit,
    submit_again,
    withdraw,
)

Steps = list[dict[str, Any]]


@dataclass(frozen=True)
class Shape:
    """`deaf`: the stream relays nothing, so that only the sweep does. `rounds`: how many an
    execution may have, each of one member.
    `mailed`: notices become mails; elsewhere they stay in their queue, because the way from there is always the same.
    """

    steps: Callable[[Members], Steps]
    script: tuple[Step, ...]
    settings: Mapping[str, Any] | None = None
    deaf: bool = False
    rounds: int = 0
    mailed: bool = False


def ask(id_: str, *rules: Mapping[str, Any], mode: str = "any", **settings: Any) -> dict[str, Any]:
    return {"type": "approve", "id": id_, "name": id_, "mode": mode, "approvers": list(rules), **settings}


def tell(id_: str, *rules: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "cc", "id": id_, "name": id_, "recipients": list(rules)}


def fork(id_: str, above: int, then: Steps, otherwise: Steps) -> dict[str, Any]:
    condition = {"any": [{"all": [{"field": "amount", "op": "gt", "value": str(above)}]}]}
    arm = {"id": f"{id_}1", "name": "大", "condition": condition, "steps": then}
    return {"type": "branch", "id": id_, "name": id_, "branches": [arm], "default": {"name": "小", "steps": otherwise}}


def end(id_: str, outcome: str) -> dict[str, Any]:
    return {"type": "end", "id": id_, "name": id_, "outcome": outcome}


def one(members: Members) -> Steps:
    return [ask("one", members.people("a"))]


def two(members: Members) -> Steps:
    return [ask("one", members.people("a")), ask("two", members.people("b"))]


def branches(members: Members) -> Steps:
    deeper = fork("second", 100, [ask("cfo", members.people("cfo"))], [tell("told", members.people("d"))])
    return [ask("first", {"type": "manager"}), fork("size", 10, [ask("big", members.people("a")), deeper], [])]


def nobody(members: Members) -> Steps:
    """Nobody by the rules: passed by itself; then somebody named in his place; then, on the way, administrators."""
    return [
        ask("passes", {"type": "role", "role": members.role}, empty={"action": "approve"}),
        ask(
            "instead", {"type": "role", "role": members.role}, empty={"action": "assign", "members": [members.ids["a"]]}
        ),
        ask("field", {"type": "field", "field": "keeper"}),
    ]


PATHS: dict[str, Shape] = {
    "any of two 或签": Shape(
        lambda members: [ask("any", members.people("a", "b"))], (submit(), *approve("b")), mailed=True
    ),
    "all of three 会签": Shape(
        lambda members: [ask("all", members.people("a", "b", "c"), mode="all")], (submit(), *approve("b", "a", "c"))
    ),
    "one after another 依次": Shape(
        lambda members: [ask("row", members.people("a", "b", "c"), mode="sequence")],
        (submit(), *approve("a", "b", "c")),
    ),
    "rejected by one of all": Shape(
        lambda members: [ask("all", members.people("a", "b", "c"), mode="all"), *two(members)],
        (submit(), *approve("a"), reject("c")),
    ),
    "rejected, and submitted again": Shape(one, (submit(), reject("a"), submit_again(), *approve("a"))),
    "withdrawn": Shape(two, (submit(), withdraw())),
    "withdrawn after a decision, in a hurry": Shape(
        two, (submit(), *approve("a", hurried=True), withdraw(hurried=True)), {"withdraw": "anytime"}
    ),
    "branch in a branch": Shape(
        branches, (submit(amount="500"), *approve("manager", "a", "cfo"), submit(amount="5"), *approve("manager"))
    ),
    "default branch with copies": Shape(branches, (submit(amount="50"), *approve("manager", "a"), read_copy("d"))),
    "ended early": Shape(
        lambda members: [ask("one", members.people("a")), fork("size", 10, [end("no", "rejected")], []), *two(members)][
            :2
        ],
        (submit(amount="11"), *approve("a")),
    ),
    "nobody found, in three ways": Shape(nobody, (submit(keeper="e"), deactivate("e"), *approve("a", "boss"))),
    "nothing to ask": Shape(
        lambda members: [ask("passes", {"type": "role", "role": members.role}, empty={"action": "approve"})],
        (submit(),),
    ),
    "copies, comments and a copy by hand": Shape(
        lambda members: [
            tell("first", members.people("b")),
            ask("one", members.people("a")),
            tell("last", members.people("c")),
        ],
        (submit(), comment("a"), copy_to("rep", "d"), *approve("a"), read_copy("b")),
        mailed=True,
    ),
}

MISHAPS: dict[str, Shape] = {
    "handed over": Shape(
        lambda members: [ask("one", members.people("a", "b"), mode="sequence"), ask("two", members.people("a"))],
        (submit(), deactivate("a", "c"), *approve("c", "b", "c")),
    ),
    "handed over, more runs than fit": Shape(
        one, (*[submit(hurried=True)] * 6, deactivate("a", "c"), *approve("c", number=0))
    ),
    "a crowd asked by the machine": Shape(
        lambda members: [ask("crowd", members.people(*CROWD), mode="all"), tell("told", members.people(*CROWD))],
        (submit(), *approve("m03"), reject("m14")),
    ),
    "a crowd copied by the machine": Shape(
        lambda members: [tell("told", members.people(*CROWD)), ask("one", members.people("a"))],
        (submit(), *approve("a")),
    ),
    "more rounds than an execution has": Shape(
        lambda members: [tell("told", members.people(*CROWD)), ask("crowd", members.people(*CROWD), mode="all")],
        (submit(), A_DAY_PASSES, *approve("m03"), reject("m14")),
        rounds=3,
    ),
    "only the sweep relays": Shape(two, (submit(), *approve("a", "b")), deaf=True),
}

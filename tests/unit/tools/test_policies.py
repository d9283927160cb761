"""The policy of a function is what its line of the wiring says, and what follows from how it is called."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tools.template import policies
from tools.template.source import Function, Queue, Wiring, read_wiring

QUEUES = (Queue("deliveries", "deliver"), Queue("notices", "tell"))


def _policy(function: Function) -> dict[str, dict[str, Any]]:
    made = policies.policies(Wiring((function,), QUEUES))
    return {statement["Sid"]: statement for statement in made[function.name]["Statement"]}


def _sent_to(statements: dict[str, dict[str, Any]]) -> list[str]:
    return [target["Fn::GetAtt"][0] for target in statements["Send"]["Resource"]] if "Send" in statements else []


def test_without_a_grant_a_function_writes_its_own_log_and_trace_and_nothing_else() -> None:
    made = _policy(Function("think", "execution"))
    assert set(made) == {"OwnLog", "Trace"}
    assert made["OwnLog"]["Resource"]["Fn::Sub"].endswith(":log-group:/aws/lambda/banli-${Stage}-think:*")
    assert {statement["Effect"] for statement in made.values()} == {"Allow"}


def test_who_works_off_a_queue_may_receive_from_that_queue_alone() -> None:
    made = _policy(Function("deliver", "queue"))
    assert made["OwnQueue"]["Resource"] == {"Fn::GetAtt": ["DeliveriesQueue", "Arn"]}


@pytest.mark.parametrize(
    ("by", "parked"),
    [
        ("rule", ["FailedJobs"]),
        ("schedule", ["FailedJobs"]),
        ("stream", ["RelayFailures"]),
        ("queue", []),
        ("execution", []),
        ("api", []),
    ],
)
def test_who_is_not_waited_for_may_park_what_fails(by: str, parked: list[str]) -> None:
    assert _sent_to(_policy(Function("work", by))) == parked


def test_a_function_sends_to_the_queues_it_names() -> None:
    assert _sent_to(_policy(Function("work", "schedule", sends=("notices",)))) == ["NoticesQueue", "FailedJobs"]


@pytest.mark.parametrize("wrong", [{"may": ("fly",)}, {"sends": ("nowhere",)}])
def test_a_grant_or_a_queue_that_nobody_knows_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="work"):
        _policy(replace(Function("work", "api"), **wrong))


def test_a_line_says_what_differs_and_an_unknown_word_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "wiring.yaml"
    path.write_text("functions:\n  hear: {by: queue, hears: [a.B], timeout: 9}\n  other: {by: rule}\n")
    wiring = read_wiring(path)
    assert wiring.queues == (Queue("hear", "hear", ("a.B",)),)
    assert wiring.functions == (Function("hear", "queue", timeout=9), Function("other", "rule"))
    path.write_text("functions:\n  hear: {by: rule, hears: [a.B]}\n")
    with pytest.raises(TypeError):
        read_wiring(path)

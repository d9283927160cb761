"""The definitions in stepfunctions/: whole, bounded in time, and naming functions that exist."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from tools.template.source import MACHINES, read_wiring

State = dict[str, Any]
NAMES = sorted(path.name.removesuffix(".asl.json") for path in MACHINES.glob("*.asl.json"))
END = ("Succeed", "Fail")


def _read(name: str) -> State:
    return dict(json.loads((MACHINES / f"{name}.asl.json").read_text("utf-8")))


def _scopes(definition: State) -> Iterator[State]:
    """The definition and, inside it, those of Map and Parallel states."""
    yield definition
    for state in definition["States"].values():
        inner = [*state.get("Branches", []), *(state[key] for key in ("ItemProcessor", "Iterator") if key in state)]
        for branch in inner:
            yield from _scopes(branch)


def _targets(state: State) -> Iterator[str]:
    for holder in (state, *state.get("Choices", []), *state.get("Catch", [])):
        if "Next" in holder:
            yield holder["Next"]
    if "Default" in state:
        yield state["Default"]


@pytest.mark.parametrize("name", NAMES)
def test_every_state_is_reached_and_leads_on(name: str) -> None:
    for scope in _scopes(_read(name)):
        states = scope["States"]
        reached, open_ = set(), [scope["StartAt"]]
        while open_:
            here = open_.pop()
            assert here in states, f"{here} does not exist"
            if here not in reached:
                reached.add(here)
                open_ += _targets(states[here])
        assert reached == set(states)
        for title, state in states.items():
            ends = state.get("End") is True or state["Type"] in END
            assert ends or any(_targets(state)), f"{title} leads nowhere"


@pytest.mark.parametrize("name", NAMES)
def test_every_task_is_bounded_and_caught(name: str) -> None:
    """A task without a time limit hangs for ever and no metric tells."""
    for scope in _scopes(_read(name)):
        for title, state in scope["States"].items():
            if state["Type"] == "Task":
                assert isinstance(state.get("TimeoutSeconds"), int), f"{title} has no TimeoutSeconds"
                assert state.get("Retry") or state.get("Catch"), f"{title} neither retries nor catches"


@pytest.mark.parametrize("name", NAMES)
def test_functions_exist_and_are_called_by_the_machine_alone(name: str) -> None:
    called = set(re.findall(r"\$\{([^}]+)\}", json.dumps(_read(name)))) - {"Partition"}
    callers = read_wiring().callers
    assert called
    assert {function: callers.get(function) for function in called} == dict.fromkeys(called, "execution")

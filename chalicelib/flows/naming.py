"""Which members, roles and departments a flow's definition names, and where. A draft may be unfinished."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from ..conditions.reader import leaves

STARTERS, APPROVERS, RECIPIENTS, CONDITION = "starters", "approvers", "recipients", "condition"


class Named(NamedTuple):
    """`id` of what is named; `place` as the directory's `Use` calls it; `node` is the name of the step or branch."""

    id: str
    place: str
    node: str = ""


def named(definition: Mapping[str, Any]) -> Iterator[Named]:
    """In reading order. Ids are unique, so that nobody need ask whose: a condition's value may be anything."""
    for each in definition.get("initiators") or ():
        yield from (Named(identity, STARTERS) for identity in each["ids"])
    yield from _steps(definition["steps"])


def _steps(steps: Sequence[Mapping[str, Any]]) -> Iterator[Named]:
    for step in steps:
        name = step["name"]
        people = [*_people(step.get("approvers", ())), *step.get("empty", {}).get("members", ())]
        yield from (Named(each, APPROVERS, name) for each in people)
        yield from (Named(each, RECIPIENTS, name) for each in _people(step.get("recipients", ())))
        for arm in step.get("branches", ()):
            yield from (Named(each, CONDITION, arm["name"]) for each in _compared(arm["condition"]))
            yield from _steps(arm["steps"])
        yield from _steps(step.get("default", {}).get("steps", ()))


def _people(rules: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for rule in rules:
        yield from rule.get("members", ())
        yield from (rule[name] for name in ("role", "department") if rule.get(name))
        for members in rule.get("map", {}).values():
            yield from members


def _compared(condition: Mapping[str, Any]) -> Iterator[str]:
    for test in leaves(condition):
        value = test.get("value")
        yield from (each for each in (value if isinstance(value, list) else [value]) if isinstance(each, str))

"""An exclusive branch: the first condition that holds is taken, else the default; then the next step follows."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from ....conditions.reader import leaves
from ..builder import Builder, SourceRef
from ..conditions import Condition, condition
from ..context import Context
from ..contract import NAME, NODE_ID, STEPS, Contract
from ..node_entry import BRANCHED, BaseNode, EntryResult
from ..node_types import CONDITION, Named, Nested, NodeType, Raw


class Arm(NamedTuple):
    name: str
    path: str
    condition: Condition
    entry: int


@dataclass(frozen=True, slots=True)
class Branch(BaseNode):
    id: str
    name: str
    path: str
    next: int
    arms: tuple[Arm, ...]
    otherwise: str
    """Name of the default arm."""
    default: int
    type = "branch"

    def enter(self, context: Context) -> EntryResult:
        for arm in self.arms:
            if arm.condition.holds(context):
                return EntryResult(BRANCHED, arm.entry, detail=arm.name)
        return EntryResult(BRANCHED, self.default, detail=self.otherwise)

    def exits(self) -> tuple[int, ...]:
        return (*(arm.entry for arm in self.arms), self.default)


def build(builder: Builder, source: SourceRef, after: int) -> int:
    raw, path, deeper = source.raw, source.path, source.depth + 1
    default = builder.steps(raw["default"]["steps"], f"{path}/default/steps", after, deeper)
    if not raw["branches"]:
        builder.fault(f"{path}/branches", "branch_without_arms")
    arms = []
    for number, arm in enumerate(raw["branches"]):
        place = f"{path}/branches/{number}"
        entry = builder.steps(arm["steps"], f"{place}/steps", after, deeper)
        arms.append(Arm(arm["name"], place, condition(builder, arm["condition"], f"{place}/condition"), entry))
    otherwise = raw["default"].get("name", "")
    return builder.add(Branch(raw["id"], raw["name"], path, after, tuple(arms), otherwise, default))


def _named(raw: Raw, nested: Nested) -> Iterator[Named]:
    for arm in raw["branches"]:
        yield from (Named(each, CONDITION, arm["name"]) for each in _compared(arm["condition"]))
        yield from nested(arm["steps"])
    yield from nested(raw["default"]["steps"])


def _compared(condition: Raw) -> Iterator[str]:
    for test in leaves(condition):
        value = test.get("value")
        yield from (each for each in (value if isinstance(value, list) else [value]) if isinstance(each, str))


CONTRACT = Contract(
    "Exclusive branch",
    {
        "branches": {
            "description": "Tried in order; the first whose condition holds is taken.",
            "type": "array",
            "maxItems": 20,
            "items": {
                "type": "object",
                "required": ["id", "name", "condition", "steps"],
                "additionalProperties": False,
                "properties": {
                    "id": NODE_ID,
                    "name": NAME,
                    "condition": {"$ref": "banli:conditions/condition"},
                    "steps": STEPS,
                },
            },
            "x-name": {"zh-CN": "条件", "en": "conditions"},
        },
        "default": {
            "type": "object",
            "required": ["steps"],
            "additionalProperties": False,
            "properties": {"name": NAME, "steps": STEPS},
        },
    },
    required=("branches", "default"),
)

NODE_TYPE = NodeType("branch", {"zh-CN": "条件分支", "en": "Branch"}, CONTRACT, build, _named)

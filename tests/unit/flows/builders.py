"""One small company and shorthand for flows on it, shared by the tests of the engine.

chair (董事长, heads 总部)
  └ director (heads 销售部, below 总部)
      └ head (heads 华东区, below 销售部)
          ├ rep, rep2
          └ assistant
cfo and pm_a, pm_b (product managers) belong to 总部; leaver has left.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from chalicelib.directory.org import Department, Org, OrgMember, Role
from chalicelib.flows.engine import Environment, FormField, FormView, Run, Spec, advance, commands, compile_flow
from chalicelib.flows.engine.effects import AppendTrail
from chalicelib.kernel.clock import to_text

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
AT = to_text(NOW)

FIELDS = (
    FormField("total", "总额", "decimal"),
    FormField("discount", "折扣率", "decimal"),
    FormField("grade", "客户类型", "choice", {"A": "A类", "B": "B类", "C": "C类"}),
    FormField("line", "产品线", "choice", {"a": "甲线", "b": "乙线"}),
    FormField("tags", "标签", "choices", {"urgent": "加急", "export": "出口"}),
    FormField("note", "备注", "text"),
    FormField("due", "到期", "date"),
    FormField("at", "时刻", "datetime"),
    FormField("owner", "负责人", "member"),
    FormField("unit", "部门", "department"),
    FormField("rush", "加急", "boolean"),
    FormField("files", "附件", "opaque"),
)
FORM = FormView("form", "报价单", 1, {field.id: field for field in FIELDS})


def member(id_: str, department: str, *roles: str, manager: str = "", active: bool = True) -> OrgMember:
    return OrgMember(
        id_, id_.upper(), active=active, department_id=department, manager_id=manager, role_ids=frozenset(roles)
    )


def company(*extra: OrgMember) -> Org:
    return Org.of(
        members=[
            member("chair", "hq"),
            member("cfo", "hq", "finance", manager="chair"),
            member("pm_a", "hq", "pm", manager="chair"),
            member("pm_b", "hq", "pm", manager="chair"),
            member("director", "sales", manager="chair"),
            member("head", "east"),
            member("rep", "east"),
            member("rep2", "east"),
            member("assistant", "east", "clerk"),
            member("leaver", "east", "finance", "gone", active=False),
            *extra,
        ],
        departments=[
            Department("hq", "总部", head_id="chair"),
            Department("sales", "销售部", "hq", "director"),
            Department("east", "华东区", "sales", "head"),
            Department("empty", "空部门", "hq"),
        ],
        roles=[Role("finance", "财务"), Role("pm", "产品经理"), Role("clerk", "内勤"), Role("gone", "旧角色")],
    )


ORG = company()


def people(*ids: str) -> dict[str, Any]:
    return {"type": "member", "members": list(ids)}


def approve(id_: str, *rules: Mapping[str, Any], mode: str = "any", **settings: Any) -> dict[str, Any]:
    return {"type": "approve", "id": id_, "name": id_, "mode": mode, "approvers": list(rules), **settings}


def cc(id_: str, *rules: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "cc", "id": id_, "name": id_, "recipients": list(rules)}


def end(id_: str, outcome: str = "approved") -> dict[str, Any]:
    return {"type": "end", "id": id_, "name": id_, "outcome": outcome}


def arm(id_: str, condition: Mapping[str, Any], *steps: Mapping[str, Any]) -> dict[str, Any]:
    return {"id": id_, "name": id_, "condition": condition, "steps": list(steps)}


def branch(id_: str, arms: Iterable[Mapping[str, Any]], *default: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "branch",
        "id": id_,
        "name": id_,
        "branches": list(arms),
        "default": {"name": "其他", "steps": list(default)},
    }


def when(field: str, op: str, value: Any = None) -> dict[str, Any]:
    return {"any": [{"all": [{"field": field, "op": op, "value": value}]}]}


def definition(*steps: Mapping[str, Any], **settings: Any) -> dict[str, Any]:
    return {"form_id": "form", "name": "报价审批", "steps": list(steps), **settings}


def flow(*steps: Mapping[str, Any], **settings: Any) -> Spec:
    return compile_flow(definition(*steps, **settings), FORM)


class Play:
    """A run being played: the latest state, and all that was said."""

    def __init__(self, spec: Spec, initiator: str = "rep", org: Org = ORG, **values: Any) -> None:
        self.spec, self.org = spec, org
        self.run = Run("run", initiator, values, {"form_id": "form"}, {"title": "报价"})
        self.trail: list[Mapping[str, Any]] = []
        self.effects: tuple[Any, ...] = ()
        self.do(commands.Start())

    @property
    def env(self) -> Environment:
        return Environment(self.org, AT, UTC)

    def do(self, command: commands.Command) -> "Play":
        decision = advance(self.spec, self.run, command, self.env)
        self.run, self.effects = decision.run, decision.effects
        for effect in decision.effects:
            if isinstance(effect, AppendTrail):
                self.trail += effect.entries
        return self

    def decide(self, who: str, decision: str = "approve", opinion: str = "") -> "Play":
        task = next(task for task in reversed(self.run.tasks) if task.member == who)
        return self.do(commands.Decide(task.id, who, decision, opinion))

    @property
    def open(self) -> list[str]:
        return [task.member for task in self.run.tasks if task.status == "open"]

    @property
    def acts(self) -> list[str]:
        return [entry["act"] for entry in self.trail]

"""A company with its quote form and the flow on it, over HTTP alone.

boss (administrator, heads the company)
销售部: manager (heads it), rep, rep2, assistant · pm_a, pm_b, cfo in the company itself
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..conftest import Answer, Api, Cloud
from ..directory.company import Browser, Company
from ..forms.quote import Desk, quote_definition, quote_fields

PEOPLE = ("manager", "rep", "pm_a", "pm_b", "cfo", "assistant")


def quote_form() -> dict[str, Any]:
    lines = {"id": "line", "type": "choice", "name": "产品线", "options": {"choices": [{"value": "a"}, {"value": "b"}]}}
    return quote_definition(fields=[*quote_fields(), lines])


def quote(price: str = "95", *, grade: str = "A", line: str = "a", quantity: str = "10") -> dict[str, Any]:
    """Listed at 100 each: a price of 90 is exactly 10 % off."""
    row = {"product": "球阀", "quantity": quantity, "unit_price": price, "list_price": "100"}
    return {"customer": "华东阀门", "customer_type": grade, "line": line, "lines": [row]}


@dataclass
class CompanyFixture:
    company: Company
    desk: Desk
    ids: dict[str, str]
    api: dict[str, Api]
    flow: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def found(cls, cloud: Cloud, browser: Browser) -> "CompanyFixture":
        company = Company.found(cloud, browser)
        root = company.root()["id"]
        sales = company.boss.post("/v1/departments", {"name": "销售部", "parent_id": root})
        assert sales.status == 201, sales.body
        fixture = cls(company, Desk.open(company, quote_form()), {"boss": company.boss_id}, {"boss": company.boss})
        for name in PEOPLE:
            place = sales.body["id"] if name in ("manager", "rep", "assistant") else root
            fixture.api[name], fixture.ids[name] = company.join(f"{name}@east.example.cn", name, department_id=place)
        department = sales.body
        change = {"name": "销售部", "parent_id": root, "head_id": fixture.ids["manager"]}
        headed = company.boss.put(f"/v1/departments/{department['id']}", change, department["version"])
        assert headed.status == 200, headed.body
        return fixture

    def definition(self, *steps: Mapping[str, Any], **settings: Any) -> dict[str, Any]:
        return {"form_id": self.desk.form_id, "name": "报价审批", "steps": list(steps), **settings}

    def quote_flow(self) -> dict[str, Any]:
        """≤ 10 %: manager; ≤ 25 %: manager, then the line's product manager; else both, then the CFO; cc at the end."""
        ids = self.ids
        manager = {"type": "manager"}
        line = {"type": "choice", "field": "line", "map": {"a": [ids["pm_a"]], "b": [ids["pm_b"]]}}

        def approve(id_: str, *rules: Any, mode: str = "any") -> dict[str, Any]:
            return {"type": "approve", "id": id_, "name": id_, "mode": mode, "approvers": list(rules)}

        def arm(id_: str, test: Any, *steps: Any) -> dict[str, Any]:
            return {"id": id_, "name": id_, "condition": test, "steps": list(steps)}

        def one(field: str, op: str, value: Any) -> dict[str, Any]:
            return {"field": field, "op": op, "value": value}

        risky = {
            "any": [
                {"all": [one("discount", "gt", "0.25")]},
                {"all": [one("customer_type", "eq", "C"), one("total", "gt", "500000")]},
            ]
        }
        cfo = {"type": "member", "members": [ids["cfo"]]}
        arms = [
            arm("risky", risky, approve("both", manager, line, mode="all"), approve("cfo", cfo)),
            arm("small", {"any": [{"all": [one("discount", "lte", "0.10")]}]}, approve("manager1", manager)),
        ]
        middle = {"name": "其他", "steps": [approve("manager2", manager), approve("product", line)]}
        copied = [{"type": "member", "members": [ids["assistant"]]}]
        return self.definition(
            {"type": "branch", "id": "size", "name": "折扣", "branches": arms, "default": middle},
            {"type": "cc", "id": "cc", "name": "抄送", "recipients": copied},
        )

    def with_flow(self, definition: Mapping[str, Any] | None = None) -> "CompanyFixture":
        made = self.api["boss"].post("/v1/flows", definition or self.quote_flow())
        assert made.status == 201, made.body
        published = self.publish(made.body["id"], 1)
        assert published.status == 200, published.body
        self.flow = published.body["flow"]
        return self

    def publish(self, flow_id: str, version: int) -> Answer:
        return self.api["boss"].post(f"/v1/flows/{flow_id}/publish", headers={"If-Match": f'"{version}"'})

    def submit(self, who: str = "rep", **values: Any) -> Answer:
        return self.api[who].post("/v1/runs", {"form_id": self.desk.form_id, "values": quote(**values)})

    def submitted(self, who: str = "rep", **values: Any) -> dict[str, Any]:
        answer = self.submit(who, **values)
        assert answer.status == 201, answer.body
        run: dict[str, Any] = answer.body
        return run

    def todos(self, who: str) -> list[dict[str, Any]]:
        return list(self.api[who].get("/v1/todos").body["items"])

    def decide(self, who: str, decision: str = "approve", opinion: str = "") -> Answer:
        """The newest to-do of that person."""
        todo = self.todos(who)[0]
        path = f"/v1/runs/{todo['run_id']}/tasks/{todo['task_id']}/decide"
        return self.api[who].post(path, {"decision": decision, "opinion": opinion})

    def trail(self, run_id: str, who: str = "boss") -> list[dict[str, Any]]:
        return list(self.api[who].get(f"/v1/runs/{run_id}/trail?limit=100").body["items"])

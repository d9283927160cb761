"""A company with budgets 预算 and purchases 采购 that take of them, with or without a flow, over HTTP."""

from dataclasses import dataclass
from typing import Any

from ..conftest import Answer, Api, Cloud
from ..directory.company import Browser, Company
from .quote import CNY, Desk, field

BALANCE = {"id": "budget", "name": "预算", "on": "item", "limit": {"field": "amount"}, "amount": "total"}


def budget_form() -> dict[str, Any]:
    return {"name": "预算", "fields": [field("item", "text", "预算项"), field("amount", "money", "额度", options=CNY)]}


def purchase_form(budgets: str, balances: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    return {
        "name": "采购",
        "fields": [
            field("what", "text", "内容"),
            field("item", "link", "预算项", options={"forms": [budgets], "on_delete": "clear"}),
            field("total", "money", "金额", options=CNY),
            field("day", "date", "日期"),
        ],
        "balances": balances,
        **more,
    }


@dataclass
class Budgets:
    company: Company
    budgets: Desk
    purchases: Desk
    api: dict[str, Api]

    @classmethod
    def open(cls, cloud: Cloud, browser: Browser, flow: bool = False, **balance: Any) -> "Budgets":
        company = Company.found(cloud, browser)
        budgets = Desk.open(company, budget_form())
        purchases = Desk.open(company, purchase_form(budgets.form_id, [{**BALANCE, **balance}]))
        made = cls(company, budgets, purchases, {"boss": company.boss})
        if flow:
            made.start_flow()
        return made

    def start_flow(self) -> None:
        self.api["manager"], manager = self.company.join("manager@east.example.cn", "manager")
        approve = {
            "type": "approve",
            "id": "one",
            "name": "审批",
            "mode": "any",
            "approvers": [{"type": "member", "members": [manager]}],
        }
        definition = {"form_id": self.purchases.form_id, "name": "采购审批", "steps": [approve]}
        made = self.boss.post("/v1/flows", definition)
        assert made.status == 201, made.body
        published = self.boss.post(f"/v1/flows/{made.body['id']}/publish", headers={"If-Match": '"1"'})
        assert published.status == 200, published.body

    @property
    def boss(self) -> Api:
        return self.company.boss

    def budget(self, amount: str = "100000") -> dict[str, Any]:
        return self.budgets.filled({"item": "市场", "amount": amount})

    def buy(self, budget: dict[str, Any], total: str, by: Api | None = None, **more: Any) -> Answer:
        return self.purchases.fill({"what": "办公用品", "item": budget["id"], "total": total, **more}, by)

    def bought(self, budget: dict[str, Any], total: str, **more: Any) -> dict[str, Any]:
        answer = self.buy(budget, total, **more)
        assert answer.status == 201, answer.body
        return dict(answer.body)

    def submit(self, budget: dict[str, Any], total: str) -> Answer:
        values = {"what": "设备", "item": budget["id"], "total": total}
        return self.boss.post("/v1/runs", {"form_id": self.purchases.form_id, "values": values})

    def submitted(self, budget: dict[str, Any], total: str) -> dict[str, Any]:
        answer = self.submit(budget, total)
        assert answer.status == 201, answer.body
        return dict(answer.body)

    def decide(self, run: dict[str, Any], decision: str = "approve") -> Answer:
        todos = self.api["manager"].get("/v1/todos").body["items"]
        todo = next(each for each in todos if each["run_id"] == run["id"])
        return self.api["manager"].post(
            f"/v1/runs/{run['id']}/tasks/{todo['task_id']}/decide", {"decision": decision, "opinion": "好"}
        )

    def balances(self, budget: dict[str, Any], by: Api | None = None) -> list[dict[str, Any]]:
        answer = (by or self.boss).get(f"/v1/records/{budget['id']}/balances")
        assert answer.status == 200, answer.body
        return list(answer.body["items"])

    def figures(self, budget: dict[str, Any]) -> tuple[str, str, str, str]:
        """Limit, held, used and free of the one balance."""
        (found,) = self.balances(budget)
        return found["limit"], found["held"], found["used"], found["free"]

    def movements(self, budget: dict[str, Any], query: str = "", by: Api | None = None) -> Answer:
        path = f"/v1/records/{budget['id']}/balances/{self.purchases.form_id}/budget/movements{query}"
        return (by or self.boss).get(path)

    def agrees(self, budget: dict[str, Any]) -> bool:
        answer = self.boss.post(f"/v1/records/{budget['id']}/balances/recheck")
        assert answer.status == 200, answer.body
        return all(each["agrees"] for each in answer.body["items"])

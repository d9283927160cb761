"""Guarded balances: purchases hold and use a budget, orders a credit limit, and neither is ever passed."""

import threading
from decimal import Decimal
from typing import Any

from tools.client import Answer, Person, apps

from ..checks import refused, same
from ..story import Story

CNY = {"currency": "CNY"}
EVERYBODY = {"id": "all", "name": "全体", "audience": "everyone", "rows": "all", "actions": []}


def tell(story: Story) -> None:
    steps = story.steps
    with steps.step("a budget form and a purchase form with a guarded balance and a flow are published"):
        _build(story)
    with steps.step("100,000 less 55,000 used and 30,000 held: 15,000 are left, 18,000 are refused with 3,000 short"):
        budget = _budget(story)
    with steps.step("withdrawing releases, approving uses, and the movements add up"):
        _ends(story, budget)
    with steps.step("two of 10,000 at once for 15,000: exactly one is taken"):
        _at_once(story)
    with steps.step("credit of 100,000 with 85,000 open: 15,000 pass, 15,000.01 are 0.01 short"):
        _credit(story)


def _build(story: Story) -> None:
    company = story.company
    admin = company.admin.browser
    company.forms["budget"] = _limits(story, "预算", "预算项")
    company.forms["purchase"] = _takers(story, "采购申请", "预算", company.forms["budget"])
    company.forms["credit"] = _limits(story, "客户", "客户名称")
    company.forms["order"] = _takers(story, "销售订单", "信用额度", company.forms["credit"])
    approve = {
        "type": "approve",
        "id": "manager",
        "name": "经理审批",
        "mode": "any",
        "approvers": [{"type": "member", "members": ["$member:manager"]}],
    }
    flow = {"form_id": "$form:purchase", "name": "采购审批", "steps": [approve]}
    apps.publish_flow(admin, company.filled(flow))


def _limits(story: Story, name: str, title: str) -> str:
    fields = [
        {"id": "title", "type": "text", "name": title},
        {"id": "amount", "type": "money", "name": "额度", "options": CNY},
    ]
    return apps.publish_form(
        story.company.admin.browser, {"name": name, "fields": fields, "access": {"groups": [EVERYBODY]}}
    )


def _takers(story: Story, name: str, balance: str, limits: str) -> str:
    fields = [
        {"id": "limit", "type": "link", "name": balance, "required": True, "options": {"forms": [limits]}},
        {"id": "total", "type": "money", "name": "金额", "options": CNY},
    ]
    guarded = {"id": "main", "name": balance, "on": "limit", "limit": {"field": "amount"}, "amount": "total"}
    return apps.publish_form(story.company.admin.browser, {"name": name, "fields": fields, "balances": [guarded]})


def _limit(story: Story, form: str, amount: str) -> str:
    body = {"values": {"title": "市场推广", "amount": amount}}
    made = story.company.admin.browser.post(f"/v1/forms/{story.company.forms[form]}/records", body).expect(201)
    return str(made.body["id"])


def _budget(story: Story) -> str:
    budget = _limit(story, "budget", "100000")
    _decide(story, _submitted(story, budget, "55000"), "approve")
    _submitted(story, budget, "30000")
    _same_figures(story, budget, limit="100000", used="55000", held="30000", free="15000")
    answer = _submit(story, budget, "18000")
    _short(answer, "15,000.00", "18,000.00", "3,000.00")
    _same_figures(story, budget, limit="100000", used="55000", held="30000", free="15000")
    return budget


def _ends(story: Story, budget: str) -> None:
    sales = _sales(story).browser
    run = _submitted(story, budget, "15000")
    _same_figures(story, budget, limit="100000", used="55000", held="45000", free="0")
    sales.post(f"/v1/runs/{run['id']}/withdraw", {"reason": "改期"}).expect(200)
    _same_figures(story, budget, limit="100000", used="55000", held="30000", free="15000")
    rejected = _submitted(story, budget, "15000")
    _decide(story, rejected, "reject")
    _same_figures(story, budget, limit="100000", used="55000", held="30000", free="15000")
    moved = list(sales.every(f"/v1/records/{budget}/balances/{story.company.forms['purchase']}/main/movements"))
    sums = {part: sum(Decimal(each[part]) for each in moved) for part in ("held", "used")}
    same("the sums of all movements", {"held": Decimal(30000), "used": Decimal(55000)}, sums)
    _same_sums(story, budget)


def _at_once(story: Story) -> None:
    budget = _limit(story, "budget", "100000")
    _submitted(story, budget, "85000")
    sales = _sales(story)
    other = Person(sales.plan, sales.email, sales.password, story.at.browse(sales.browser.language))
    same("the second device is signed in", True, other.sign_in())
    gate = threading.Barrier(2)
    answers: list[Answer] = []

    def press(who: Person) -> None:
        gate.wait()
        answers.append(_submit(story, budget, "10000", who))

    presses = [threading.Thread(target=press, args=(who,)) for who in (sales, other)]
    for each in presses:
        each.start()
    for each in presses:
        each.join()
    same("statuses", [201, 409], sorted(answer.status for answer in answers))
    same("the loser's code", "balance_short", max(answers, key=lambda answer: answer.status).code)
    _same_figures(story, budget, limit="100000", used="0", held="95000", free="5000")
    _same_sums(story, budget)


def _credit(story: Story) -> None:
    customer = _limit(story, "credit", "100000")
    for total in ("60000", "25000"):
        _order(story, customer, total).expect(201)
    _short(_order(story, customer, "15000.01"), "15,000.00", "15,000.01", "0.01")
    _order(story, customer, "15000").expect(201)
    _same_figures(story, customer, limit="100000", used="100000", held="0", free="0")
    _same_sums(story, customer)


# -- what people do


def _sales(story: Story) -> Person:
    return story.company.people["sales"]


def _submit(story: Story, budget: str, total: str, who: Person | None = None) -> Answer:
    values = {"limit": budget, "total": total}
    body = {"form_id": story.company.forms["purchase"], "values": values}
    return (who or _sales(story)).browser.ask("POST", "/v1/runs", body)


def _submitted(story: Story, budget: str, total: str) -> dict[str, Any]:
    return dict(_submit(story, budget, total).expect(201).body)


def _order(story: Story, customer: str, total: str) -> Answer:
    values = {"limit": customer, "total": total}
    path = f"/v1/forms/{story.company.forms['order']}/records"
    return _sales(story).browser.ask("POST", path, {"values": values})


def _decide(story: Story, run: dict[str, Any], decision: str) -> None:
    manager = story.company.people["manager"].browser
    card = apps.todo_of(manager, run["id"]) or {}
    apps.decide(manager, run["id"], card["task_id"], decision, "预算内").expect(200)


# -- what is compared


def _short(answer: Answer, free: str, needed: str, missing: str) -> None:
    refused(answer, 409, "balance_short", "/values/total")
    words = f"余额 ¥{free}，本单 ¥{needed}，差 ¥{missing}"
    same("what the refusal says", True, words in answer.body["detail"])


def _same_figures(story: Story, record_id: str, **expected: str) -> None:
    (found,) = _sales(story).browser.get(f"/v1/records/{record_id}/balances").expect(200).body["items"]
    same("where the balance stands", expected, {part: found[part] for part in expected})


def _same_sums(story: Story, record_id: str) -> None:
    answer = story.company.admin.browser.post(f"/v1/records/{record_id}/balances/recheck").expect(200)
    same("movements and contributions agree", [True], [each["agrees"] for each in answer.body["items"]])

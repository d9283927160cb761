"""Formulas: days overdue that are right without a save, in record, list and filter; functions by value, with figures
that were worked out by hand; working days by the company's calendar.
"""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

from tools.client import Browser, apps

from ..checks import refused, same
from ..story import Story

ZONE = ZoneInfo("Asia/Shanghai")


def _field(identity: str, kind: str, **more: Any) -> dict[str, Any]:
    return {"id": identity, "type": kind, "name": identity, **more}


def _formula(identity: str, expression: str, result: str = "number") -> dict[str, Any]:
    return _field(identity, "formula", options={"expression": expression, "result": result})


RECEIVABLE = {
    "name": {"zh-CN": "应收款", "en": "Receivable"},
    "fields": [
        _field("customer", "text"),
        _field("due", "date", indexed=True),
        _formula("overdue", "TODAY() - due"),
        _formula("state", 'IF(AND(due < TODAY(), NOT(ISBLANK(due))), "late", "in time")', "text"),
    ],
    "title": "{customer}",
    "list": ["customer", "due", "overdue", "state"],
}
FIGURES: tuple[tuple[str, str, str, str], ...] = (
    # 1,234,567.89: 123 times 10,000, 4,567 yuan, 8 jiao, 9 fen.
    ("capitals", "RMB(1234567.89)", "text", "壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分"),
    ("capitals_gap", "RMB(100500.05)", "text", "壹拾万零伍佰元零伍分"),
    # 28 September to 11 October 2026, by hand: 28, 29 and 30 September are worked; 1 to 7 October are free; 8 and 9 are
    # worked, and so is Saturday the 10th in place of a day of the holiday; Sunday the 11th is free. 3 + 2 + 1.
    ("working_days", "NETWORKDAYS(DATE(2026,9,28), DATE(2026,10,11))", "number", "6"),
    # The third working day after 30 September: 8, 9, and Saturday 10 October.
    ("third_day", "WORKDAY(DATE(2026,9,30), 3)", "date", "2026-10-10"),
    ("leap", "EDATE(DATE(2024,2,29), 12)", "date", "2025-02-28"),
    ("weeks", "WEEKNUM(DATE(2026,12,31), 2)", "number", "53"),
    # Office lines: 2 x 10.05 + 3 x 0.10 = 20.40; of all three 5 x 100 more.
    ("office", 'SUMIF(lines.kind, "office", lines.amount)', "number", "20.4"),
    ("whole", "SUMPRODUCT(lines.quantity, lines.price)", "number", "520.4"),
    ("kinds", "COUNTUNIQUE(lines.kind)", "number", "2"),
    ("second", "LARGE(lines.amount, 2)", "number", "20.1"),
    ("joined", 'TEXTJOIN("、", TRUE, lines.kind)', "text", "office、office、travel"),
    ("band", 'IFS(whole >= 1000, "large", whole >= 500, "middle", TRUE, "small")', "text", "middle"),
    ("guarded", "IFERROR(1 / (whole - whole), -1)", "number", "-1"),
)
LINES = [
    {"kind": "office", "quantity": "2", "price": "10.05"},
    {"kind": "office", "quantity": "3", "price": "0.10"},
    {"kind": "travel", "quantity": "5", "price": "100"},
]


def tell(story: Story) -> None:
    steps, admin = story.steps, story.company.admin.browser
    with steps.step("days overdue are those of today in the record, the list, a filter and an order"):
        _check_days(admin)
    with steps.step("functions give the figures that were worked out by hand"):
        _check_figures(admin)
    with steps.step("a year that the working calendar does not know is told, never guessed"):
        _check_unknown_year(admin)
    with steps.step("an order that no stored date has is not published"):
        _check_refused(admin)


def _today() -> date:
    return datetime.now(UTC).astimezone(ZONE).date()


def _check_days(admin: Browser) -> None:
    form_id = apps.publish_form(admin, RECEIVABLE)
    today = _today()
    expected = {}
    for customer, days in (("A", 31), ("B", 30), ("C", 0), ("D", -5)):
        due = (today - timedelta(days=days)).isoformat()
        record = _create(admin, form_id, {"customer": customer, "due": due})
        same(f"days overdue of {customer}", str(days), record["values"]["overdue"])
        expected[customer] = str(days)
    shown = {card["values"]["customer"]: card["values"]["overdue"] for card in _listed(admin, form_id)}
    same("days overdue in the list", expected, shown)
    same("overdue by more than 30 days", ["A"], _customers(admin, form_id, {"op": "gt", "value": 30}))
    same("between 0 and 30", ["B", "C"], _customers(admin, form_id, {"op": "between", "value": [0, 30]}))
    late = {"field": "state", "op": "eq", "value": "late"}
    same("late", ["A", "B"], sorted(card["values"]["customer"] for card in _listed(admin, form_id, late)))


def _create(admin: Browser, form_id: str, values: dict[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = admin.post(f"/v1/forms/{form_id}/records", {"values": values}).expect(201).body
    return made


def _listed(admin: Browser, form_id: str, test: dict[str, Any] | None = None, sort: str = "") -> list[dict[str, Any]]:
    asked = f"&filter={quote(json.dumps(test))}" if test else ""
    order = f"&sort={sort}" if sort else ""
    found: list[dict[str, Any]] = (
        admin.get(f"/v1/forms/{form_id}/records?limit=50{asked}{order}").expect(200).body["items"]
    )
    return found


def _customers(admin: Browser, form_id: str, test: dict[str, Any]) -> list[str]:
    """In the order of their due dates."""
    found = _listed(admin, form_id, {"field": "overdue", **test}, "due")
    return [card["values"]["customer"] for card in found]


def _check_figures(admin: Browser) -> None:
    columns = [
        _field("kind", "text"),
        _field("quantity", "number"),
        _field("price", "number"),
        _formula("amount", "quantity * price"),
    ]
    formulas = [_formula(name, expression, result) for name, expression, result, _ in FIGURES]
    form = {"name": "Figures", "fields": [_field("lines", "lines", options={"columns": columns}), *formulas]}
    values = _create(admin, apps.publish_form(admin, form), {"lines": LINES})["values"]
    same("figures", {name: figure for name, _, _, figure in FIGURES}, {name: values.get(name) for name, *_ in FIGURES})


def _check_unknown_year(admin: Browser) -> None:
    fields = [_field("start", "date"), _field("end", "date"), _formula("days", "NETWORKDAYS(start, end)")]
    form_id = apps.publish_form(admin, {"name": "Working days", "fields": fields})
    body = {"values": {"start": "2026-12-30", "end": "2031-01-04"}}
    answer = admin.ask("POST", f"/v1/forms/{form_id}/records", body)
    refused(answer, 422, "record_invalid")
    refused(answer, 422, "formula_calendar_missing", "/values/days")


def _check_refused(admin: Browser) -> None:
    fields = [_field("due", "date"), {**_formula("overdue", "TODAY() - due"), "indexed": True}]
    draft = admin.post("/v1/forms", {"name": "Refused", "fields": fields}).expect(201)
    answer = apps.publish(admin, f"/v1/forms/{draft.body['id']}", draft.version)
    refused(answer, 422, "volatile_not_filterable", "/fields/1/indexed")

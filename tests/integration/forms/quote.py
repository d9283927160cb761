"""The quote form 报价单 of the tests, and what its people do with it, over HTTP."""

from dataclasses import dataclass
from typing import Any

from ..conftest import Answer, Api
from ..directory.company import Company

CNY = {"currency": "CNY"}


def field(identity: str, kind: str, name: str, **more: Any) -> dict[str, Any]:
    return {"id": identity, "type": kind, "name": name, **more}


def formula(identity: str, name: str, expression: str, result: str, **more: Any) -> dict[str, Any]:
    options = {"expression": expression, "result": result, **(CNY if result == "money" else {})}
    return field(identity, "formula", name, options=options, **more)


def quote_fields() -> list[dict[str, Any]]:
    columns = [
        field("product", "text", "产品", required=True),
        field("quantity", "number", "数量", required=True),
        field("unit_price", "money", "单价", required=True, options=CNY),
        field("list_price", "money", "目录价", options=CNY),
        formula("amount", "金额", "quantity * unit_price", "money"),
        formula("list_amount", "目录金额", "quantity * list_price", "money"),
    ]
    kinds = [{"value": value, "name": {"zh-CN": f"{value} 类", "en": f"Type {value}"}} for value in "ABC"]
    discount = "IF(SUM(lines.list_amount)=0, 0, 1-SUM(lines.amount)/SUM(lines.list_amount))"
    return [
        field("number", "serial", "编号", options={"template": "QT-{yyyy}{mm}-{0000}"}, indexed=True),
        field("customer", "text", "客户", required=True, indexed=True),
        field("customer_type", "choice", "客户类型", options={"choices": kinds}, indexed=True),
        field("lines", "lines", "明细", required=True, options={"columns": columns, "min_rows": 1}),
        formula("total", "合计", "SUM(lines.amount)", "money", indexed=True),
        formula("discount", "折扣率", discount, "percent"),
        field("valid_until", "date", "有效期", indexed=True),
        field("contract_no", "text", "合同号", unique=True),
        field("owner", "member", "负责人"),
        field("files", "attachment", "附件"),
    ]


def quote_definition(**more: Any) -> dict[str, Any]:
    return {
        "name": {"zh-CN": "报价单", "en": "Quote"},
        "fields": quote_fields(),
        "title": "{number} {customer}",
        "list": ["customer", "total", "valid_until", "owner"],
        **more,
    }


def quote_values(customer: str = "华东阀门", price: str = "90", **more: Any) -> dict[str, Any]:
    line = {"product": "球阀", "quantity": "10", "unit_price": price, "list_price": "100"}
    return {"customer": customer, "customer_type": "A", "lines": [line], **more}


@dataclass
class Desk:
    """A company with a published quote form."""

    company: Company
    form_id: str

    @classmethod
    def open(cls, company: Company, definition: dict[str, Any] | None = None) -> "Desk":
        made = company.boss.post("/v1/forms", definition or quote_definition())
        assert made.status == 201, made.body
        desk = cls(company, made.body["id"])
        published = desk.publish(made.body["version"])
        assert published.status == 200, published.body
        return desk

    @property
    def boss(self) -> Api:
        return self.company.boss

    def publish(self, version: int, by: Api | None = None) -> Answer:
        headers = {"If-Match": f'"{version}"'}
        return (by or self.boss).post(f"/v1/forms/{self.form_id}/publish", headers=headers)

    def republish(self, definition: dict[str, Any]) -> Answer:
        draft = self.boss.get(f"/v1/forms/{self.form_id}").body
        saved = self.boss.put(f"/v1/forms/{self.form_id}", definition, draft["version"])
        assert saved.status == 200, saved.body
        return self.publish(saved.body["version"])

    def fill(self, values: dict[str, Any] | None = None, by: Api | None = None) -> Answer:
        body = {"values": values if values is not None else quote_values()}
        return (by or self.boss).post(f"/v1/forms/{self.form_id}/records", body)

    def filled(self, values: dict[str, Any] | None = None, by: Api | None = None) -> dict[str, Any]:
        answer = self.fill(values, by)
        assert answer.status == 201, answer.body
        record: dict[str, Any] = answer.body
        return record

    def change(self, record: dict[str, Any], by: Api | None = None, **values: Any) -> Answer:
        body = {"values": {**record["values"], **values}}
        return (by or self.boss).put(f"/v1/records/{record['id']}", body, record["version"])

    def listed(self, query: str = "", by: Api | None = None) -> Answer:
        return (by or self.boss).get(f"/v1/forms/{self.form_id}/records{query}")

    def customers(self, query: str = "", by: Api | None = None) -> list[str]:
        answer = self.listed(query, by)
        assert answer.status == 200, answer.body
        return [card["values"]["customer"] for card in answer.body["items"]]


def codes(answer: Answer) -> dict[str, str]:
    """Field codes of a problem, by path."""
    return {error["path"]: error["code"] for error in answer.body.get("errors", [])}

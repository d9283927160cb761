"""Customers, products and quotes of the tests: a quote pulls a price through and follows a customer's level."""

import json
from dataclasses import dataclass, field
from typing import Any

from app import tend_forms

from ..conftest import Answer, Api
from ..directory.company import Company
from ..jobs.worker import deliver as deliver_job
from ..jobs.worker import messages
from .quote import CNY, formula
from .quote import field as of

Doc = dict[str, Any]
LEVELS = [{"value": "a", "name": "重点"}, {"value": "b", "name": "一般"}]


def link(identity: str, form_id: str, **options: Any) -> Doc:
    return of(identity, "link", identity, options={"forms": [form_id], **options})


def lookup(identity: str, through: str, source: str, mode: str, **more: Any) -> Doc:
    return of(identity, "lookup", identity, options={"link": through, "from": source, "mode": mode}, **more)


@dataclass
class Trade:
    """A company with published forms, by name, and a quote desk."""

    company: Company
    forms: dict[str, str] = field(default_factory=dict)
    heard: set[str] = field(default_factory=set)

    @property
    def boss(self) -> Api:
        return self.company.boss

    @classmethod
    def open(cls, company: Company) -> "Trade":
        trade = cls(company)
        choice = of("level", "choice", "级别", options={"choices": LEVELS})
        trade.publish("customers", [of("name", "text", "名称"), choice, of("region", "text", "地区")], list=["name"])
        prices = [of("price", "money", "单价", options=CNY), of("floor", "money", "底价", options=CNY)]
        trade.publish("products", [of("name", "text", "名称"), *prices, of("unit", "text", "单位")])
        trade.publish("quotes", trade.quote_fields(), list=["level", "total"])
        return trade

    def quote_fields(self) -> list[Doc]:
        columns = [
            link("product", self.forms["products"]),
            of("quantity", "number", "数量"),
            lookup("price", "product", "price", "frozen"),
            lookup("unit", "product", "unit", "live"),
            formula("amount", "金额", "quantity * price", "money"),
        ]
        return [
            link("customer", self.forms["customers"]),
            lookup("level", "customer", "level", "live", indexed=True),
            lookup("region", "customer", "region", "frozen"),
            of("lines", "lines", "明细", options={"columns": columns}),
            formula("total", "合计", "SUM(lines.amount)", "money"),
            formula("urgent", "重点", 'level = "a"', "boolean"),
        ]

    def attempt(self, name: str, fields: list[Doc], by: Api | None = None, **more: Any) -> Answer:
        """Publish a form, the first time or anew."""
        api, body = by or self.boss, {"name": name, "fields": fields, **more}
        if name in self.forms:
            version = api.get(f"/v1/forms/{self.forms[name]}").body["version"]
            version = api.put(f"/v1/forms/{self.forms[name]}", body, version).body["version"]
        else:
            made = api.post("/v1/forms", body)
            assert made.status == 201, made.body
            self.forms[name], version = made.body["id"], made.body["version"]
        return api.post(f"/v1/forms/{self.forms[name]}/publish", headers={"If-Match": f'"{version}"'})

    def publish(self, name: str, fields: list[Doc], **more: Any) -> str:
        published = self.attempt(name, fields, **more)
        assert published.status == 200, published.body
        return self.forms[name]

    def fill(self, form: str, by: Api | None = None, **values: Any) -> Doc:
        answer = (by or self.boss).post(f"/v1/forms/{self.forms[form]}/records", {"values": values})
        assert answer.status == 201, answer.body
        found: Doc = answer.body
        return found

    def quoted(self, *products: Doc, customer: Doc | None = None, **values: Any) -> Doc:
        lines = [{"product": each["id"], "quantity": "10"} for each in products]
        named = {"customer": customer["id"]} if customer else {}
        return self.fill("quotes", lines=lines, **named, **values)

    def read(self, record: Doc, by: Api | None = None) -> Doc:
        answer = (by or self.boss).get(f"/v1/records/{record['id']}")
        assert answer.status == 200, answer.body
        found: Doc = answer.body
        return found

    def change(self, record: Doc, by: Api | None = None, *, refresh: bool = False, **values: Any) -> Answer:
        now = self.read(record, by)
        body: Doc = {"values": {**now["values"], **values}, **({"refresh": True} if refresh else {})}
        return (by or self.boss).put(f"/v1/records/{record['id']}", body, now["version"])

    def changed(self, record: Doc, **values: Any) -> Doc:
        answer = self.change(record, **values)
        assert answer.status == 200, answer.body
        found: Doc = answer.body
        return found

    def settle(self) -> None:
        """The bus and the workers, by hand, until nothing is left to do."""
        while fresh := [each for each in self.company.cloud.events() if each["id"] not in self.heard]:
            for event in fresh:
                self.heard.add(event["id"])
                if event["type"].startswith("forms."):
                    body = json.dumps({"detail": event})
                    answer = tend_forms({"Records": [{"messageId": "1", "body": body}]}, None)
                    assert answer == {"batchItemFailures": []}
            for message in messages(self.company.cloud):
                if message["id"] not in self.heard:
                    self.heard.add(message["id"])
                    assert deliver_job(message)


def lines_of(record: Doc, name: str) -> list[Any]:
    return [row.get(name) for row in record["values"].get("lines", [])]

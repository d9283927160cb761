"""Pulled-through fields: a price is copied into a quotation and stays, a customer's level follows through two forms."""

from typing import Any

from tools.client import Browser, apps

from ..checks import absent, refused, same
from ..story import Story
from .links import ALL, field, filled, form

CNY = {"currency": "CNY"}
FLOOR_HIDDEN = {"audience": "everyone", "actions": ["edit"], "fields": {"floor": "hidden"}}
PRICES = {"groups": [{"id": rows, "rows": rows, **FLOOR_HIDDEN} for rows in ("all", "own")]}


def changed(by: Browser, record_id: str, *, refresh: bool = False, **values: Any) -> dict[str, Any]:
    now = by.get(f"/v1/records/{record_id}").body
    body = {"values": {**now["values"], **values}, "refresh": refresh}
    return dict(by.put(f"/v1/records/{record_id}", body, now["version"]).expect(200).body)


def tell(story: Story) -> None:
    steps, admin, sales = story.steps, story.company.admin.browser, story.company.people["sales"].browser
    with steps.step("a quotation takes price, unit and tax over with the product, and follows the customer's level"):
        levels = [{"value": "key", "name": "重点"}, {"value": "other", "name": "一般"}]
        customer_form = apps.publish_form(
            admin, form("客户档案", field("level", "choice", "级别", choices=levels), access=ALL)
        )
        prices = [field(name, "money", name, **CNY) for name in ("price", "floor")]
        product_form = apps.publish_form(
            admin,
            form("产品目录", *prices, field("unit", "text", "单位"), field("tax", "percent", "税率"), access=PRICES),
        )
        pulled = {name: {"link": "product", "from": name, "mode": "frozen"} for name in ("price", "unit", "tax")}
        columns = [
            field("product", "link", "产品", forms=[product_form]),
            field("count", "number", "数量"),
            *(field(name, "lookup", name, **options) for name, options in pulled.items()),
            field("amount", "formula", "金额", expression="count * price * (1 + tax)", result="money", **CNY),
        ]
        quotation_form = apps.publish_form(
            admin,
            form(
                "报价",
                field("customer", "link", "客户", forms=[customer_form]),
                field("level", "lookup", "级别", link="customer", mode="live", **{"from": "level"}),
                field("main", "link", "主要产品", forms=[product_form]),
                field("floor", "lookup", "底价", link="main", mode="live", **{"from": "floor"}),
                field("lines", "lines", "明细", columns=columns),
                field("total", "formula", "合计", expression="SUM(lines.amount)", result="money", **CNY),
                access=PRICES,
                list=["level", "total"],
            ),
        )
    with steps.step("the page shows what a product brings along before anything is saved"):
        valve = filled(admin, product_form, name="球阀", price="45.50", floor="38.00", unit="只", tax="0.13")["id"]
        place = f"/v1/forms/{quotation_form}/links/lines.product/values?records={valve}"
        brought = {"lines.price": "45.50", "lines.unit": "只", "lines.tax": "0.13"}
        same("what the product brings along", {valve: brought}, sales.get(place).body["values"])
    with steps.step("the server copies the price itself, whatever is sent, and reckons with it"):
        customer = filled(admin, customer_form, name="华东阀门", level="other")["id"]
        rows = [{"product": valve, "count": "10", "price": "0.01", "amount": "0.10"}]
        quotation = filled(sales, quotation_form, name="一号", customer=customer, main=valve, lines=rows)
        same("the price", "45.50", quotation["values"]["lines"][0]["price"])
        same("10 × 45.50 × 1.13", "514.15", quotation["values"]["total"])
    with steps.step("the floor price is shown to who may see it in the quotation, and to nobody else"):
        absent("values for sales", "floor", quotation["values"])
        seen = admin.get(f"/v1/records/{quotation['id']}").body["values"]
        same("the floor price for the administrator", "38.00", seen["floor"])
    with steps.step("the price in the quotation stays when the product becomes dearer, until it is copied anew"):
        changed(admin, valve, price="50.00", floor="40.00")
        kept = changed(sales, quotation["id"], name="一号（改）")
        same("the total after another change", "514.15", kept["values"]["total"])
        fresh = changed(sales, quotation["id"], refresh=True)
        same("10 × 50.00 × 1.13", "565.00", fresh["values"]["total"])
    with steps.step("what is live follows by itself, through two forms, in the list as well"):
        order_form = apps.publish_form(
            admin,
            form(
                "订单",
                field("quotation", "link", "报价", forms=[quotation_form]),
                field("level", "lookup", "级别", link="quotation", mode="live", **{"from": "level"}),
                access=ALL,
            ),
        )
        order = filled(admin, order_form, name="单一", quotation=quotation["id"])
        same("the level of the order", "other", order["values"]["level"])
        changed(admin, customer, level="key")
        story.wait_until(
            "the order to follow", lambda: admin.get(f"/v1/records/{order['id']}").body["values"]["level"] == "key"
        )
        story.wait_until(
            "the floor price to follow",
            lambda: admin.get(f"/v1/records/{quotation['id']}").body["values"]["floor"] == "40.00",
        )
        listed = {card["id"]: card["values"]["level"] for card in admin.every(f"/v1/forms/{quotation_form}/records")}
        same("the level in the list", {quotation["id"]: "key"}, listed)
    with steps.step("what would follow itself is refused when it is published"):
        _check_circle(admin)


def _check_circle(admin: Browser) -> None:
    draft = admin.post("/v1/forms", form("环")).body
    above = field("above", "link", "上级", forms=[draft["id"]])
    echo = field("echo", "lookup", "回声", link="above", mode="live", **{"from": "more"})
    more = field("more", "formula", "更多", expression='echo & "!"', result="text")
    saved = admin.put(f"/v1/forms/{draft['id']}", form("环", above, echo, more), draft["version"])
    answer = apps.publish(admin, f"/v1/forms/{draft['id']}", saved.version)
    refused(answer, 422, "lookup_cycle", "/fields/2/options/from")

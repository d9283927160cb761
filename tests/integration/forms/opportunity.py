"""The form 商机 of the tests: a pipeline with gates, and what its people do with it, over HTTP."""

from typing import Any

from ..conftest import Answer, Api
from .quote import CNY, Desk, field

FIRST, NEEDS, OFFER, WON, LOST = "初步接洽", "需求确认", "方案报价", "赢单", "输单"


def stage(value: str, probability: int, **more: Any) -> dict[str, Any]:
    return {"value": value, "probability": probability, "color": "blue", **more}


def sales_stages(**more: dict[str, Any]) -> list[dict[str, Any]]:
    """`more`: further settings of a stage, by its value."""
    found = [
        stage(FIRST, 10, to=[NEEDS, LOST], sla_hours=8),
        stage(NEEDS, 30, to=[FIRST, OFFER, LOST]),
        stage(OFFER, 60, to=[NEEDS, WON, LOST], required=["amount", "contact"]),
        stage(WON, 100, kind="won", to=[]),
        stage(LOST, 0, kind="lost", to=[FIRST], reason="lost_why"),
    ]
    return [{**each, **more.get(each["value"], {})} for each in found]


def pipelines(**more: dict[str, Any]) -> list[dict[str, Any]]:
    renewal = [stage("续约洽谈", 50), stage("续约完成", 100, kind="won")]
    return [
        {"value": "sales", "name": {"zh-CN": "销售", "en": "Sales"}, "stages": sales_stages(**more)},
        {"value": "renewal", "name": {"zh-CN": "续约", "en": "Renewal"}, "stages": renewal},
    ]


def opportunity(options: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    return {
        "name": "商机",
        "title": "{customer}",
        "list": ["customer", "stage", "amount"],
        "fields": [
            field("customer", "text", "客户", required=True),
            field("amount", "money", "金额", options=CNY),
            field("contact", "text", "联系人"),
            field("lost_why", "text", "输单原因"),
            field(
                "stage",
                "stage",
                "阶段",
                indexed=True,
                options=options or {"pipelines": pipelines(), "amount": "amount"},
            ),
        ],
        **more,
    }


def move(api: Api, record: dict[str, Any], to: str, values: dict[str, Any] | None = None, note: str = "") -> Answer:
    body = {"field": "stage", "to": to, **({"values": values} if values else {}), **({"note": note} if note else {})}
    headers = {"If-Match": f'"{record["version"]}"'}
    return api.post(f"/v1/records/{record['id']}/stage", body, headers=headers)


def moved(api: Api, record: dict[str, Any], to: str, **values: Any) -> dict[str, Any]:
    answer = move(api, record, to, values)
    assert answer.status == 200, answer.body
    found: dict[str, Any] = answer.body
    return found


def stages(api: Api, record: dict[str, Any]) -> dict[str, Any]:
    answer = api.get(f"/v1/records/{record['id']}/stages")
    assert answer.status == 200, answer.body
    found: dict[str, Any] = answer.body
    return found


def filled(desk: Desk, by: Api | None = None, **values: Any) -> dict[str, Any]:
    return desk.filled({"customer": "华东阀门", **values}, by)

"""The types for codes, places and pictures over HTTP: saved in one form, listed, found, and refused where wrong."""

import json
from typing import Any
from urllib.parse import quote

import pytest

from ..directory.company import Company
from .linked import opened
from .quote import Desk, codes, field

CHOICES = [{"value": "hw", "name": "硬件"}, {"value": "pc", "name": "电脑", "parent": "hw"}]
VALUES: dict[str, Any] = {
    "name": "A",
    "mail": "a@example.com",
    "tel": "+86 138 0013 8000",
    "site": "https://example.com",
    "person": "11010519491231002x",
    "code": "91350100m000100y43",
    "stars": 4,
    "at": "9:30",
    "leave": {"from": "2026-11-22", "to": "2026-11-25"},
    "kind": "pc",
    "place": "310115",
    "address": {"region": "310115", "detail": "世纪大道 1 号"},
    "gps": {"lat": "31.230416", "lng": "121.473701"},
}
STORED = {
    **VALUES,
    "tel": "13800138000",
    "person": "11010519491231002X",
    "code": "91350100M000100Y43",
    "stars": "4",
    "at": "09:30",
    "kind": ["hw", "pc"],
    "place": ["310000", "310100", "310115"],
    "address": {"region": ["310000", "310100", "310115"], "detail": "世纪大道 1 号"},
}
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 24


@pytest.fixture
def desk(company: Company) -> Desk:
    fields = [
        field("mail", "email", "mail"),
        field("tel", "phone", "tel", unique=True),
        field("site", "url", "site"),
        field("person", "id_number", "person"),
        field("code", "credit_code", "code"),
        field("stars", "rating", "stars", indexed=True),
        field("at", "time", "at", indexed=True),
        field("leave", "date_range", "leave"),
        field("kind", "cascade", "kind", options={"choices": CHOICES}),
        field("place", "region", "place"),
        field("address", "address", "address"),
        field("gps", "location", "gps"),
        field("sign", "signature", "sign"),
        field("no", "serial", "no", options={"template": "{place}-{0000}"}),
    ]
    listed = ["name", "tel", "stars", "at", "leave", "kind", "place", "address", "gps"]
    return opened(company, "Typed", *fields, list=listed)


def found(desk: Desk, *tests: dict[str, Any]) -> list[str]:
    address = f"/v1/forms/{desk.form_id}/records?filter={quote(json.dumps(list(tests)))}"
    answer = desk.boss.get(address)
    assert answer.status == 200, answer.body
    return [each["values"]["name"] for each in answer.body["items"]]


def test_values_are_saved_in_their_one_form_and_listed(desk: Desk) -> None:
    record = desk.filled(VALUES)
    assert {name: record["values"][name] for name in STORED} == STORED
    assert record["values"]["no"] == "310115-0001"
    (entry,) = desk.boss.get(f"/v1/forms/{desk.form_id}/records").body["items"]
    assert entry["values"]["leave"] == VALUES["leave"]
    assert entry["values"]["place"] == STORED["place"]
    again = desk.change(record, **{**VALUES, "name": "A"})
    assert again.body["version"] == record["version"]


def test_lists_find_them(desk: Desk) -> None:
    desk.filled(VALUES)
    desk.filled({"name": "B", "at": "18:00", "place": "330106", "stars": 2})
    assert found(desk, {"field": "place", "op": "has", "value": ["310000"]}) == ["A"]
    assert found(desk, {"field": "kind", "op": "has", "value": ["hw"]}) == ["A"]
    assert found(desk, {"field": "at", "op": "gt", "value": "12:00"}) == ["B"]
    assert found(desk, {"field": "stars", "op": "lte", "value": 3}) == ["B"]
    assert found(desk, {"field": "tel", "op": "eq", "value": "138-0013-8000"}) == ["A"]
    assert found(desk, {"field": "leave", "op": "empty"}) == ["B"]


def test_what_is_wrong_is_named_where_it_is(desk: Desk) -> None:
    wrong = {
        **VALUES,
        "site": "javascript:alert(1)",
        "person": "110105491231002",
        "place": "330104",
        "address": {"region": "330104", "detail": "x"},
        "name": "9" * 2000,
    }
    answer = desk.boss.post(f"/v1/forms/{desk.form_id}/records", {"values": wrong})
    assert answer.status == 422
    assert codes(answer) == {
        "/values/site": "format_url",
        "/values/person": "id_number_15",
        "/values/place": "region_abolished",
        "/values/address/region": "region_abolished",
        "/values/name": "text_too_long",
    }


def test_a_phone_number_is_unique_however_it_is_typed(desk: Desk) -> None:
    desk.filled(VALUES)
    again = desk.boss.post(f"/v1/forms/{desk.form_id}/records", {"values": {"name": "B", "tel": "138 00138000"}})
    assert again.status in (409, 422)
    assert "tel" in json.dumps(again.body)


def test_a_signature_is_a_small_picture(desk: Desk) -> None:
    announced = {"field": "sign", "name": "signature.png", "content_type": "image/png"}
    address = f"/v1/forms/{desk.form_id}/attachments"
    large = desk.boss.post(address, {**announced, "size": 5 * 1024 * 1024})
    assert (large.status, codes(large)) == (422, {"/size": "signature_size"})
    issued = desk.boss.post(address, {**announced, "size": len(PNG)})
    key = issued.body["upload"]["fields"]["key"]
    desk.company.cloud.boto("s3").put_object(Bucket="banli-test-files", Key=key, Body=PNG, ContentType="image/png")
    record = desk.filled({**VALUES, "sign": [{"id": issued.body["id"]}]})
    assert record["values"]["sign"][0]["name"] == "signature.png"
    picture = desk.boss.get(f"/v1/records/{record['id']}/attachments/{issued.body['id']}")
    assert picture.status == 200

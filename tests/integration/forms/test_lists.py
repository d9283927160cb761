"""Lists: order, filters, pages, and what a page costs."""

import json
from urllib.parse import quote

import pytest

from chalicelib.aws.table import TenantTable

from ..directory.company import Browser, Company
from .quote import Desk, codes, quote_values


def where(*filters: tuple[str, str, object]) -> str:
    return quote(json.dumps([{"field": field, "op": op, "value": value} for field, op, value in filters]))


@pytest.fixture
def stocked(desk: Desk) -> Desk:
    """Totals 10, 200, 30, 4 000 and a blank date on the last."""
    rows = [("甲", "1", "A", "2026-12-01"), ("乙", "20", "B", "2026-11-30"), ("丙", "3", "A", "2027-01-15")]
    for customer, price, kind, until in rows:
        desk.filled(quote_values(customer, price, customer_type=kind, valid_until=until))
    desk.filled(quote_values("丁", "400", customer_type="C"))
    return desk


def test_the_newest_record_comes_first(stocked: Desk) -> None:
    assert stocked.customers() == ["丁", "丙", "乙", "甲"]
    assert stocked.customers("?sort=@created_at") == ["甲", "乙", "丙", "丁"]


def test_a_card_says_enough_to_show_a_row(stocked: Desk) -> None:
    card = stocked.listed("?limit=1").body["items"][0]
    assert card["values"] == {
        "number": card["serial"], "customer": "丁", "customer_type": "C", "total": "4000.00"
    }  # fmt: skip
    assert (card["state"], card["version"], card["locked"]) == ("active", 1, False)


def test_numbers_sort_as_numbers_and_blanks_come_first(stocked: Desk) -> None:
    assert stocked.customers("?sort=total") == ["甲", "丙", "乙", "丁"]
    assert stocked.customers("?sort=-total") == ["丁", "乙", "丙", "甲"]
    assert stocked.customers("?sort=valid_until") == ["丁", "乙", "甲", "丙"]


def test_a_changed_value_moves_its_entry(stocked: Desk) -> None:
    card = stocked.listed("?sort=total&limit=1").body["items"][0]
    record = stocked.boss.get(f"/v1/records/{card['id']}").body
    lines = [{**record["values"]["lines"][0], "unit_price": "999"}]
    assert stocked.change(record, lines=lines).status == 200
    assert stocked.customers("?sort=total") == ["丙", "乙", "丁", "甲"]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ([("total", "gte", "30")], ["丙", "乙", "丁"]),
        ([("total", "gt", 30)], ["乙", "丁"]),
        ([("total", "lt", "200.00")], ["甲", "丙"]),
        ([("total", "between", ["30", "200"])], ["丙", "乙"]),
        ([("total", "eq", "200")], ["乙"]),
        ([("total", "in", ["10", "4000"])], ["甲", "丁"]),
        ([("customer", "prefix", "乙")], ["乙"]),
        ([("customer_type", "eq", "A"), ("total", "gt", "10")], ["丙"]),
        ([("valid_until", "blank", None)], ["丁"]),
        ([("valid_until", "lte", "2026-12-01")], ["甲", "乙"]),
        ([("@state", "in", ["draft"])], []),
        ([("@created_at", "gt", "2020-01-01T00:00:00Z"), ("total", "eq", "10")], ["甲"]),
    ],
)
def test_filters_work_on_any_order(stocked: Desk, filters: list[tuple[str, str, object]], expected: list[str]) -> None:
    asked = where(*filters)
    assert stocked.customers(f"?sort=total&filter={asked}") == expected
    assert set(stocked.customers(f"?filter={asked}")) == set(expected)


def test_pages_hold_everything_once(stocked: Desk) -> None:
    for query in ("sort=-total", "sort=customer", f"filter={where(('total', 'gte', '10'))}"):
        seen, cursor = [], ""
        for _ in range(9):
            page = stocked.listed(f"?limit=1&{query}{cursor}").body
            seen += [card["values"]["customer"] for card in page["items"]]
            if page["next_cursor"] is None:
                break
            cursor = f"&cursor={page['next_cursor']}"
        assert sorted(seen) == ["丁", "丙", "乙", "甲"]
        assert page["next_cursor"] is None
    assert stocked.listed("?limit=4").body["next_cursor"] is None


def test_a_cursor_serves_its_own_list_only(stocked: Desk, browser: Browser) -> None:
    cursor = stocked.listed("?limit=1&sort=total").body["next_cursor"]
    for query in (f"?limit=1&cursor={cursor}", f"?sort=-total&cursor={cursor}", f"?sort=total&cursor={cursor[:-2]}xx"):
        refused = stocked.listed(query)
        assert (refused.status, refused.code) == (422, "cursor_invalid")
    other = Desk.open(Company.found(stocked.company.cloud, browser, "boss@west.example.cn"))
    other.filled()
    other.filled()
    assert other.listed(f"?limit=1&sort=total&cursor={cursor}").code == "cursor_invalid"


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("?sort=discount", "list_sort"),
        ("?sort=nothing", "list_sort"),
        ("?filter=x", "list_filter_shape"),
        ("?filter={}", "list_filter_shape"),
        (f"?filter={where(('lines', 'eq', '1'))}", "list_filter_field"),
        (f"?filter={where(('total', 'like', '1'))}", "list_filter_shape"),
        (f"?filter={where(('total', 'prefix', '1'))}", "list_filter_op"),
        (f"?filter={where(('total', 'eq', '１'))}", "full_width_digits"),
        (f"?filter={where(('total', 'between', ['1']))}", "not_a_list"),
        (f"?filter={where(('valid_until', 'gt', '2026-02-30'))}", "no_such_date"),
        (f"?filter={where(('customer_type', 'eq', 'Z'))}", "not_a_choice"),
        (f"?filter={quote('[' * 3000)}", "list_filter_shape"),
    ],
)
def test_a_wrong_question_is_told(desk: Desk, query: str, code: str) -> None:
    refused = desk.listed(query)
    assert refused.status == 422
    assert set(codes(refused).values()) == {code}


def test_create_get_and_list_keep_to_their_calls(stocked: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    plain = TenantTable._call
    write = TenantTable._write

    def counted(self: TenantTable, operation: object, *args: object, **kwargs: object) -> object:
        calls.append(getattr(operation, "__name__", ""))
        return plain(self, operation, *args, **kwargs)

    def written(self: TenantTable, *args: object) -> None:
        calls.append("transact_write_items")
        write(self, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(TenantTable, "_call", counted)
    monkeypatch.setattr(TenantTable, "_write", written)

    record = stocked.filled()
    assert calls == ["batch_get_item", "transact_write_items"]
    calls.clear()
    assert stocked.boss.get(f"/v1/records/{record['id']}").status == 200
    assert calls == ["batch_get_item"]
    calls.clear()
    assert stocked.listed("?limit=2&sort=-total").status == 200
    assert calls == ["batch_get_item", "query"]
    calls.clear()
    assert stocked.customers(f"?limit=2&sort=total&filter={where(('total', 'gte', '30'))}") == ["丙", "乙"]
    assert calls == ["batch_get_item", "query"]

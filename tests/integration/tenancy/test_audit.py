"""The audit log: append-only, searchable, paged newest first, one company's own."""

from collections.abc import Callable
from datetime import timedelta
from urllib.parse import quote

import pytest

from chalicelib.aws.table import table
from chalicelib.kernel.actor import Actor
from chalicelib.kernel.clock import to_text, utc_now
from chalicelib.kernel.unit_of_work import UnitOfWork
from chalicelib.tenancy import api

from ..conftest import Cloud
from ..directory.company import Browser, Company

Make = Callable[..., UnitOfWork]
START = utc_now() + timedelta(days=1)


@pytest.fixture
def company(cloud: Cloud, browser: Browser) -> Company:
    return Company.found(cloud, browser)


@pytest.fixture
def written(company: Company, work: Make) -> Company:
    """Thirty entries, a second apart, of three actions on ten targets."""
    tenant = company.id
    for number in range(30):
        entry = work(Actor(tenant, "m" * 26, name="Li", ip="9.9.9.9"), START + timedelta(seconds=number))
        action = ("form.published", "form.changed", "flow.published")[number % 3]
        api.audit(entry, action, action[:4], f"target{number % 10}", after={"number": number})
        table().commit(entry)
    return company


def numbers(company: Company, query: str) -> list[int]:
    """What a search finds, page after page."""
    found: list[int] = []
    cursor = ""
    while True:
        page = company.boss.get(f"/v1/audit?{query}{cursor}")
        assert page.status == 200, page.body
        found += [item["after"]["number"] for item in page.body["items"] if "number" in (item["after"] or {})]
        if page.body["next_cursor"] is None:
            return found
        cursor = f"&cursor={page.body['next_cursor']}"


def moment(seconds: int) -> str:
    return quote(to_text(START + timedelta(seconds=seconds)))


def test_newest_first_in_pages_without_gap_or_repeat(written: Company) -> None:
    assert numbers(written, "limit=7") == list(range(29, -1, -1))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("action=form.", [number for number in range(29, -1, -1) if number % 3 != 2]),
        ("action=flow.published", list(range(29, -1, -3))),
        ("target_id=target3", [23, 13, 3]),
        ("target_id=target3&action=flow.", [23]),
        (f"actor_id={'m' * 26}&target_kind=flow&target_id=target9", [29]),
        ("actor_id=nobody", []),
    ],
)
def test_filters_hold_across_pages(written: Company, query: str, expected: list[int]) -> None:
    assert numbers(written, f"{query}&limit=4") == expected


def test_time_range_includes_its_start_and_excludes_its_end(written: Company) -> None:
    assert numbers(written, f"since={moment(10)}&until={moment(13)}&limit=2") == [12, 11, 10]
    assert numbers(written, f"since={moment(13)}&until={moment(10)}") == []


def test_a_search_looks_at_a_bounded_stretch_and_goes_on_from_there(
    written: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chalicelib.tenancy.store.MAX_PAGE", 5)
    monkeypatch.setattr("chalicelib.tenancy.store.MAX_EXAMINED", 10)
    first = written.boss.get("/v1/audit?target_id=target3&action=form.")
    assert first.body["items"] == []
    assert first.body["next_cursor"]
    assert numbers(written, "target_id=target3&action=form.") == [13, 3]


def test_a_cursor_belongs_to_its_question_and_its_company(written: Company, cloud: Cloud, browser: Browser) -> None:
    cursor = written.boss.get("/v1/audit?limit=2").body["next_cursor"]
    for query in ("action=form.", f"since={moment(20)}"):
        refused = written.boss.get(f"/v1/audit?{query}&cursor={cursor}")
        assert (refused.status, refused.code) == (422, "cursor_invalid")
    other = Company.found(cloud, browser, "boss@other.example.cn")
    assert other.boss.get(f"/v1/audit?cursor={cursor}").code == "cursor_invalid"
    assert numbers(other, "") == []


@pytest.mark.parametrize(
    ("value", "status"),
    [
        ("2026-02-30T00:00:00Z", 422),
        ("2016-12-31T23:59:60Z", 422),
        ("2026-11-22", 422),
        ("0001-01-01T00:00:00%2B14:00", 422),
        ("1900-01-01T00:00:00Z", 200),
        ("9999-12-31T23:59:59Z", 200),
    ],
)
def test_any_date_is_an_answer(company: Company, value: str, status: int) -> None:
    assert company.boss.get(f"/v1/audit?since={value}").status == status
    assert company.boss.get(f"/v1/audit?until={value}").status == status


def test_an_entry_names_its_target_as_it_was_called_then(company: Company) -> None:
    made = company.boss.post("/v1/positions", {"name": "大区经理"}).body
    company.boss.put(f"/v1/positions/{made['id']}", {"name": "区域总监"}, made["version"])
    renamed, created = company.boss.get("/v1/audit?action=position.").body["items"]
    assert (created["target"]["name"], renamed["target"]["name"]) == ("大区经理", "大区经理")
    assert (renamed["before"], renamed["after"]) == ({"name": "大区经理"}, {"name": "区域总监"})


def test_opening_a_company_is_its_first_entry(company: Company) -> None:
    entries = company.boss.get("/v1/audit").body["items"]
    assert "company.opened" in [entry["action"] for entry in entries]
    assert all(entry["ip"] == "127.0.0.1" for entry in entries)


def test_nothing_over_http_changes_or_removes_an_entry(company: Company) -> None:
    from app import app

    methods = {method for path, entries in app.routes.items() if "audit" in path for method in entries}
    assert methods == {"GET"}

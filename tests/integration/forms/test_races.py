"""Two at once: each keeps what it was promised, nobody's work is half done."""

from collections.abc import Callable

import pytest

from chalicelib.aws.table import table
from chalicelib.forms import wiring
from chalicelib.forms.domain.errors import FormStale, RecordStale, ValueTaken
from chalicelib.kernel.actor import Actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.errors import Contended
from chalicelib.kernel.unit_of_work import UnitOfWork

from .quote import Desk, quote_definition, quote_values


@pytest.fixture
def begin(desk: Desk) -> Callable[[], UnitOfWork]:
    actor = Actor(desk.company.id, desk.company.boss_id, "王总", frozenset({"*"}))
    return lambda: UnitOfWork(actor, utc_now())


def test_a_serial_number_is_given_once_and_none_is_skipped(desk: Desk, begin: Callable[[], UnitOfWork]) -> None:
    desk.filled()
    first, second = begin(), begin()
    serials = [
        wiring.records().submit(work, desk.form_id, quote_values()).record.serial[-4:] for work in (first, second)
    ]
    assert serials == ["0002", "0002"]
    table().commit(first)
    with pytest.raises(Contended):
        table().commit(second)
    again = begin()
    assert wiring.records().submit(again, desk.form_id, quote_values()).record.serial.endswith("-0003")
    table().commit(again)
    assert len(desk.customers()) == 3


def test_of_two_editors_of_a_record_the_later_is_told(desk: Desk, begin: Callable[[], UnitOfWork]) -> None:
    record = desk.filled()
    first, second = begin(), begin()
    for work, customer in ((first, "先"), (second, "后")):
        wiring.records().update(work, record["id"], 1, quote_values(customer))
    table().commit(first)
    with pytest.raises(Contended):
        table().commit(second)
    with pytest.raises(RecordStale):
        wiring.records().update(begin(), record["id"], 1, quote_values("后"))
    assert desk.customers() == ["先"]
    assert [entry["number"] for entry in desk.boss.get(f"/v1/records/{record['id']}/history").body["items"]] == [2, 1]


def test_a_unique_value_goes_to_the_first(desk: Desk, begin: Callable[[], UnitOfWork]) -> None:
    a, b = desk.filled(), desk.filled()
    first, second = begin(), begin()
    wiring.records().update(first, a["id"], 1, quote_values("甲", contract_no="HT-1"))
    wiring.records().update(second, b["id"], 1, quote_values("乙", contract_no="HT-1"))
    table().commit(first)
    with pytest.raises(ValueTaken):
        table().commit(second)
    assert desk.boss.get(f"/v1/records/{b['id']}").body["version"] == 1


def test_of_two_editors_of_a_draft_the_later_is_told(desk: Desk, begin: Callable[[], UnitOfWork]) -> None:
    version = desk.boss.get(f"/v1/forms/{desk.form_id}").body["version"]
    first, second = begin(), begin()
    for work, title in ((first, "{customer}"), (second, "{number}")):
        wiring.forms().save_draft(work, desk.form_id, version, quote_definition(title=title))
    table().commit(first)
    with pytest.raises(Contended):
        table().commit(second)
    with pytest.raises(FormStale):
        wiring.forms().save_draft(begin(), desk.form_id, version, quote_definition(title="{number}"))


def test_a_draft_saved_meanwhile_is_not_published_unseen(desk: Desk, begin: Callable[[], UnitOfWork]) -> None:
    version = desk.boss.get(f"/v1/forms/{desk.form_id}").body["version"]
    saved = desk.boss.put(f"/v1/forms/{desk.form_id}", quote_definition(title="{customer}"), version).body
    publishing = begin()
    wiring.forms().publish(publishing, desk.form_id, saved["version"])
    assert desk.boss.put(f"/v1/forms/{desk.form_id}", quote_definition(), saved["version"]).status == 200
    with pytest.raises(Contended):
        table().commit(publishing)
    assert desk.boss.get(f"/v1/forms/{desk.form_id}/published").body["version"] == 1


def test_a_refused_record_leaves_no_row_behind(desk: Desk) -> None:
    desk.filled(quote_values(contract_no="HT-1"))
    before = {(row["pk"]["S"], row["sk"]["S"]) for row in desk.company.cloud.rows()}
    assert desk.fill(quote_values(contract_no="HT-1")).status == 409
    assert desk.fill({"customer": "x"}).status == 422
    assert {(row["pk"]["S"], row["sk"]["S"]) for row in desk.company.cloud.rows()} == before


def test_a_deleted_record_leaves_nothing_that_lists_or_guards_it(desk: Desk) -> None:
    record = desk.filled(quote_values(contract_no="HT-1"))
    assert desk.boss.delete(f"/v1/records/{record['id']}", 1).status == 204
    left = {
        row["pk"]["S"].split("#", 2)[2].split("#")[0]
        for row in desk.company.cloud.rows()
        if record["id"] in row["pk"]["S"] + row["sk"]["S"] or row["kind"]["S"] == "unique"
    }
    assert left == {"record", "ix", "bin"}
    expiring = [row for row in desk.company.cloud.rows() if row["kind"]["S"] in ("record", "record_entry")]
    assert all("ttl" in row for row in expiring)

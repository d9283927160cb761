"""Records over HTTP: created, read, changed, deleted, restored, and what is refused on the way."""

from chalicelib.aws.table import MAX_ITEM_BYTES, ROW_BYTES, table, to_json
from chalicelib.forms import row_keys
from chalicelib.kernel.actor import system_actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.unit_of_work import UnitOfWork

from ..conftest import Answer
from .quote import Desk, codes, field, quote_values


def test_a_record_is_created_with_serial_title_and_formulas(desk: Desk) -> None:
    record = desk.filled(quote_values(price="90"))
    assert record["values"]["total"] == "900.00"
    assert record["values"]["discount"] == "0.1"
    assert record["values"]["lines"][0]["amount"] == "900.00"
    assert record["serial"].startswith("QT-")
    assert record["serial"].endswith("-0001")
    assert record["title"] == f"{record['serial']} 华东阀门"
    assert record["state"] == "active"
    assert desk.boss.get(f"/v1/records/{record['id']}").body == record


def test_serials_follow_each_other_without_gaps_over_refused_records(desk: Desk) -> None:
    first = desk.filled()
    assert desk.fill({"customer": "x"}).status == 422
    second = desk.filled()
    assert [first["serial"][-4:], second["serial"][-4:]] == ["0001", "0002"]


def test_what_the_client_computes_is_ignored(desk: Desk) -> None:
    record = desk.filled(quote_values(total="1.00", discount="0.99", number="QT-FORGED"))
    assert (record["values"]["total"], record["values"]["discount"]) == ("900.00", "0.1")
    assert record["serial"] == record["values"]["number"] != "QT-FORGED"


def test_every_bad_value_is_named_with_its_path(desk: Desk) -> None:
    line = {"product": "阀", "quantity": "１２", "unit_price": "0.305"}
    bad = desk.fill({"lines": [line], "valid_until": "2026-02-30", "customer_type": "D", "surprise": 1})
    assert bad.status == 422
    assert bad.code == "record_invalid"
    assert codes(bad) == {
        "/values/lines/0/quantity": "full_width_digits",
        "/values/lines/0/unit_price": "money_scale",
        "/values/valid_until": "no_such_date",
        "/values/customer_type": "not_a_choice",
        "/values/customer": "schema_required",
        "/values/surprise": "schema_additional",
    }
    messages = " ".join(error["message"] for error in bad.body["errors"])
    assert "full-width" in messages
    assert "2026-02-30" in messages


def test_an_update_needs_the_version_that_was_read(desk: Desk) -> None:
    record = desk.filled()
    changed = desk.change(record, customer="𠮷野家 🏭")
    assert changed.status == 200, changed.body
    assert changed.body["values"]["customer"] == "𠮷野家 🏭"
    assert changed.body["version"] == 2
    late = desk.change(record, customer="别人")
    assert (late.status, late.code) == (412, "stale")
    assert desk.boss.get(f"/v1/records/{record['id']}").body["values"]["customer"] == "𠮷野家 🏭"
    assert desk.boss.put(f"/v1/records/{record['id']}", {"values": {}}).status == 428


def test_history_says_who_changed_what_from_what(desk: Desk) -> None:
    record = desk.filled()
    lines = [{**record["values"]["lines"][0], "quantity": "20"}]
    assert desk.change(record, customer="华南", lines=lines).status == 200
    entries = desk.boss.get(f"/v1/records/{record['id']}/history").body["items"]
    assert [entry["action"] for entry in entries] == ["updated", "created"]
    assert entries[0]["by"] == desk.company.boss_id
    assert entries[0]["by_name"] == "王总"
    changes = {change["field"]: (change["before"], change["after"]) for change in entries[0]["changes"]}
    assert changes["customer"] == ("华东阀门", "华南")
    assert changes["lines/0/quantity"] == ("10", "20")
    assert changes["total"] == ("900.00", "1800.00")
    assert "lines/0/product" not in changes


def test_a_unique_value_belongs_to_one_record(desk: Desk) -> None:
    first = desk.filled(quote_values(contract_no="HT-1"))
    taken = desk.fill(quote_values(contract_no=" ht-1 "))
    assert (taken.status, codes(taken)) == (409, {"/values/contract_no": "value_taken"})
    assert "{" not in taken.body["title"]
    assert desk.change(first, contract_no="HT-2").status == 200
    desk.filled(quote_values(contract_no="HT-1"))


def test_a_deleted_record_lies_in_the_bin_and_comes_back(desk: Desk) -> None:
    record = desk.filled(quote_values(contract_no="HT-1"))
    path = f"/v1/records/{record['id']}"
    assert desk.boss.delete(path, 9).status == 412
    assert desk.boss.delete(path, 1).status == 204
    assert desk.boss.get(path).status == 404
    assert desk.customers() == []
    binned = desk.boss.get(f"/v1/forms/{desk.form_id}/bin").body["items"]
    assert [(card["id"], card["deleted_by"]) for card in binned] == [(record["id"], desk.company.boss_id)]
    restored = desk.boss.post(f"{path}/restore")
    assert restored.status == 200, restored.body
    assert desk.customers() == ["华东阀门"]
    assert desk.boss.get(f"/v1/forms/{desk.form_id}/bin").body["items"] == []
    assert desk.boss.get(path).body["values"] == record["values"]
    again = desk.boss.post(f"{path}/restore")
    assert (again.status, again.code) == (409, "record_not_in_bin")


def test_a_restore_conflicts_if_the_unique_value_was_given_away(desk: Desk) -> None:
    record = desk.filled(quote_values(contract_no="HT-1"))
    assert desk.boss.delete(f"/v1/records/{record['id']}", 1).status == 204
    desk.filled(quote_values(contract_no="HT-1"))
    refused = desk.boss.post(f"/v1/records/{record['id']}/restore")
    assert (refused.status, codes(refused)) == (409, {"/values/contract_no": "value_taken"})


def test_a_member_must_be_somebody(desk: Desk) -> None:
    bad = desk.fill(quote_values(owner="0" * 26))
    assert codes(bad) == {"/values/owner": "value_not_a_colleague"}
    _, colleague = desk.company.join("li@east.example.cn")
    assert desk.filled(quote_values(owner=colleague))["values"]["owner"] == colleague


def test_a_record_beyond_the_item_limit_is_refused_with_the_limit(desk: Desk) -> None:
    line = {"product": "阀" * 200, "quantity": "1", "unit_price": "1"}
    definition_wide = quote_values(lines=[line] * 200)
    assert desk.fill(definition_wide).status == 201
    too_many = desk.fill(quote_values(lines=[line] * 201))
    assert codes(too_many) == {"/values/lines": "too_many_rows"}


def test_a_record_as_large_as_a_row_may_change_all_of_its_values_at_once(desk: Desk) -> None:
    names = [f"t{index}" for index in range(20)]
    wide = Desk.open(desk.company, {"name": "宽", "fields": [field(name, "long_text", name) for name in names]})
    record = wide.filled({"t0": "x"})

    def change(letter: str, last: int) -> Answer:
        nonlocal record
        texts = dict.fromkeys(names, letter * 20_000) | {names[-1]: letter * last}
        answer = wide.boss.put(f"/v1/records/{record['id']}", {"values": texts}, record["version"])
        record = answer.body if answer.status == 200 else record
        return answer

    assert change("a", 1_000).status == 200
    row = table().get(UnitOfWork(system_actor(desk.company.id), utc_now()), row_keys.record(record["id"]))
    assert row is not None
    most = 1_000 + MAX_ITEM_BYTES - ROW_BYTES - len(to_json(row.doc).encode())
    assert [change("b", most - 1).status, change("c", most).status] == [200, 200]
    refused = change("d", most + 1)
    assert (refused.status, refused.code) == (413, "too_large")

    entries = wide.boss.get(f"/v1/records/{record['id']}/history").body["items"]
    last = [entry for entry in entries if entry["at"] == record["updated_at"]]
    changes = [change for entry in last for change in entry["changes"]]
    assert len(last) == 3
    assert {change["field"] for change in changes} == set(names)
    assert {(change["before"][:1], change["after"][:1]) for change in changes} == {("b", "c")}

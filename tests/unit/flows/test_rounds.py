"""A record that is submitted again: one document, whose rounds know how the one before ended and what changed."""

import json
from typing import Any

from chalicelib.flows.service.rounds import MAX_PATHS, paths
from chalicelib.kernel.ids import base_id
from chalicelib.kernel.unit_of_work import Key

from .builders import approve, definition, people
from .company_fixture import CompanyFixture

ONE = definition(approve("head", people("head")))


def _world() -> CompanyFixture:
    fixture = CompanyFixture()
    fixture.publish(ONE)
    return fixture


def _rejected(fixture: CompanyFixture, **values: Any) -> str:
    record_id = fixture.submit(**values)
    fixture.decide("head", "reject", "付款比例改为 20%")
    return record_id


def test_the_first_round_has_nothing_before_it() -> None:
    fixture = _world()
    found = fixture.look(fixture.submit(customer="华东")).round
    assert (found.number, found.previous, tuple(found.changed)) == (1, None, ())


def test_the_second_round_says_how_the_first_ended_and_what_changed_since() -> None:
    fixture = _world()
    first = _rejected(fixture, customer="华东", total="5.00")
    second = fixture.resubmit(first, customer="华东", total="4.00", line="a")
    for who in ("rep", "head"):
        found = fixture.look(second, who).round
        assert found.number == 2
        assert found.previous is not None
        assert dict(found.previous) == {
            "run_id": first,
            "status": "rejected",
            "decided_by": {"id": "head", "name": "HEAD"},
            "opinion": "付款比例改为 20%",
            "ended_at": fixture.look(first).run.ended_at,
        }
        assert sorted(found.changed) == ["line", "total"]
    changes, _ = fixture.do(lambda work: fixture.runs.changes(work, second), "head")
    assert {each["field"]: (each["before"], each["after"]) for each in changes} == {
        "total": ("5.00", "4.00"),
        "line": (None, "a"),
    }
    assert fixture.do(lambda work: fixture.runs.changes(work, first), "head") == ([], {})


def test_a_value_that_came_back_to_what_it_was_did_not_change() -> None:
    fixture = _world()
    first = _rejected(fixture, total="5.00")
    fixture.do(lambda work: fixture.forms.edit(work, base_id(first), {"total": "9.00"}), "rep")
    assert list(fixture.look(fixture.resubmit(first, total="5.00")).round.changed) == []


def test_a_withdrawn_round_counts_too() -> None:
    fixture = _world()
    first = fixture.submit(customer="华东")
    fixture.do(lambda work: fixture.runs.withdraw(work, first, "数量有误"), "rep")
    found = fixture.look(fixture.resubmit(first)).round
    assert found.previous is not None
    assert (found.number, found.previous["status"], found.previous["opinion"]) == (2, "withdrawn", "数量有误")
    assert found.previous["decided_by"]["id"] == "rep"


def test_a_run_is_named_by_its_record_and_the_number_of_its_submission() -> None:
    fixture = _world()
    first = _rejected(fixture)
    ids = [first]
    for _ in range(10):
        ids.append(fixture.resubmit(first))
        fixture.decide("head", "reject", "不行")
    record_id = base_id(first)
    assert ids == [f"{record_id}.{number}" for number in range(1, 12)]
    listed = fixture.runs.of_record(fixture.work("rep"), record_id, 100, None).items
    assert [seen.run.id for seen in listed] == ids[::-1]


def test_rounds_go_on_counting_and_each_is_compared_with_the_one_right_before() -> None:
    fixture = _world()
    first = _rejected(fixture, total="1.00", customer="华东")
    second = fixture.resubmit(first, total="2.00", customer="华东")
    fixture.decide("head", "reject", "还是不行")
    third = fixture.resubmit(first, total="2.00", customer="华南")
    found = fixture.look(third).round
    assert found.previous is not None
    assert (found.number, found.previous["run_id"], list(found.changed)) == (3, second, ["customer"])
    assert list(fixture.look(second).round.changed) == ["total"], "what a later round changes is not its matter"
    changes, _ = fixture.do(lambda work: fixture.runs.changes(work, second), "rep")
    assert [each["field"] for each in changes] == ["total"]


def test_the_started_list_holds_one_entry_for_each_record() -> None:
    fixture = _world()
    other = fixture.submit(customer="别的")
    first = fixture.submit(customer="华东")
    fixture.decide("head", "reject", "改")
    second = fixture.resubmit(first)
    assert [(each["run_id"], each["round"]) for each in fixture.started()] == [(second, 2), (other, 1)]
    form = fixture.lists.page(fixture.work("rep"), "started", fixture.forms.form.id, 100, None).items
    assert [each.card["run_id"] for each in form] == [second, other]


SECOND = "1" * 26


def _as_the_earlier_release_wrote_them(fixture: CompanyFixture, first: str, second: str) -> tuple[str, str]:
    """The ids that it gave: the first run the record's own, the second one of its moment; and no run knew its round."""
    older = {first: base_id(first), second: SECOND, f"again#~{2:06d}": f"again#{SECOND}"}
    rows = list(fixture.table.rows.values())
    fixture.table.rows.clear()
    for row in rows:
        partition, sort, text = row.key.partition, row.key.sort, json.dumps(row.doc)
        for new, old in older.items():
            partition, sort, text = partition.replace(new, old), sort.replace(new, old), text.replace(new, old)
        key = Key(partition, sort)
        unknown = ("round", "previous", "changed") if partition.startswith("run#") and sort == "state" else ()
        doc = {name: value for name, value in json.loads(text).items() if name not in unknown}
        fixture.table.rows[key] = row._replace(key=key, doc=doc)
    return older[first], older[second]


def test_rounds_of_the_earlier_release_are_counted_from_the_list_of_repeats() -> None:
    fixture = _world()
    first = _rejected(fixture, total="1.00")
    second = fixture.resubmit(first, total="2.00")
    fixture.decide("head", "reject", "还是不行")
    first, second = _as_the_earlier_release_wrote_them(fixture, first, second)
    found = fixture.look(second).round
    assert found.previous is not None
    assert (found.number, found.previous["opinion"], list(found.changed)) == (2, "付款比例改为 20%", ["total"])
    third = fixture.look(fixture.resubmit(first, total="3.00")).round
    assert third.previous is not None
    assert (third.number, third.previous["run_id"]) == (3, second)
    assert fixture.look(first).round.number == 1
    listed = fixture.runs.of_record(fixture.work("rep"), first, 100, None).items
    assert [seen.run.id for seen in listed] == [f"{first}.3", second, first]


def test_entries_that_the_earlier_release_listed_for_each_round_go_with_the_next() -> None:
    fixture = _world()
    first = _rejected(fixture)
    listed = {key: row for key, row in fixture.table.rows.items() if key.partition.startswith("started#")}
    second = fixture.resubmit(first)
    fixture.table.rows.update(listed)
    assert len(fixture.started()) == 2
    first, second = _as_the_earlier_release_wrote_them(fixture, first, second)
    fixture.decide("head", "reject", "不行")
    third = fixture.resubmit(first)
    assert [each["run_id"] for each in fixture.started()] == [third]


def test_a_round_of_the_earlier_release_is_read_though_its_record_is_gone() -> None:
    fixture = _world()
    first = _rejected(fixture, total="1.00")
    second = fixture.resubmit(first, total="2.00")
    fixture.decide("head", "reject", "不行")
    first, second = _as_the_earlier_release_wrote_them(fixture, first, second)
    del fixture.forms.records[base_id(first)]
    found = fixture.look(second, "head").round
    assert (found.number, list(found.changed)) == (2, [])


def test_many_changed_cells_are_named_by_their_fields() -> None:
    cells = [{"field": f"lines/{row}/price"} for row in range(MAX_PATHS)]
    assert len(paths(cells)) == MAX_PATHS
    assert paths([*cells, {"field": "total"}]) == ("lines", "total")

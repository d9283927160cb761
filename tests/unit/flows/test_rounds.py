"""A record that is submitted again: one document, whose rounds know how the one before ended and what changed."""

from typing import Any

from chalicelib.flows.service.rounds import MAX_PATHS, paths
from chalicelib.kernel.work import Key

from .builders import approve, definition, people
from .world import World

ONE = definition(approve("head", people("head")))


def _world() -> World:
    world = World()
    world.publish(ONE)
    return world


def _rejected(world: World, **values: Any) -> str:
    record_id = world.submit(**values)
    world.decide("head", "reject", "付款比例改为 20%")
    return record_id


def test_the_first_round_has_nothing_before_it() -> None:
    world = _world()
    found = world.look(world.submit(customer="华东")).round
    assert (found.number, found.previous, tuple(found.changed)) == (1, None, ())


def test_the_second_round_says_how_the_first_ended_and_what_changed_since() -> None:
    world = _world()
    first = _rejected(world, customer="华东", total="5.00")
    second = world.resubmit(first, customer="华东", total="4.00", line="a")
    for who in ("rep", "head"):
        found = world.look(second, who).round
        assert found.number == 2
        assert found.previous is not None
        assert dict(found.previous) == {
            "run_id": first,
            "status": "rejected",
            "decided_by": {"id": "head", "name": "HEAD"},
            "opinion": "付款比例改为 20%",
            "ended_at": world.look(first).run.ended_at,
        }
        assert sorted(found.changed) == ["line", "total"]
    changes = world.do(lambda work: world.runs.changes(work, second), "head")
    assert {each["field"]: (each["before"], each["after"]) for each in changes} == {
        "total": ("5.00", "4.00"),
        "line": (None, "a"),
    }
    assert world.do(lambda work: world.runs.changes(work, first), "head") == []


def test_a_value_that_came_back_to_what_it_was_did_not_change() -> None:
    world = _world()
    first = _rejected(world, total="5.00")
    world.do(lambda work: world.forms.edit(work, first, {"total": "9.00"}), "rep")
    assert list(world.look(world.resubmit(first, total="5.00")).round.changed) == []


def test_a_withdrawn_round_counts_too() -> None:
    world = _world()
    first = world.submit(customer="华东")
    world.do(lambda work: world.runs.withdraw(work, first, "数量有误"), "rep")
    found = world.look(world.resubmit(first)).round
    assert found.previous is not None
    assert (found.number, found.previous["status"], found.previous["opinion"]) == (2, "withdrawn", "数量有误")
    assert found.previous["decided_by"]["id"] == "rep"


def test_rounds_go_on_counting_and_each_is_compared_with_the_one_right_before() -> None:
    world = _world()
    first = _rejected(world, total="1.00", customer="华东")
    second = world.resubmit(first, total="2.00", customer="华东")
    world.decide("head", "reject", "还是不行")
    third = world.resubmit(first, total="2.00", customer="华南")
    found = world.look(third).round
    assert found.previous is not None
    assert (found.number, found.previous["run_id"], list(found.changed)) == (3, second, ["customer"])
    assert list(world.look(second).round.changed) == ["total"], "what a later round changes is not its matter"
    assert [each["field"] for each in world.do(lambda work: world.runs.changes(work, second), "rep")] == ["total"]


def test_the_started_list_holds_one_entry_for_each_record() -> None:
    world = _world()
    other = world.submit(customer="别的")
    first = world.submit(customer="华东")
    world.decide("head", "reject", "改")
    second = world.resubmit(first)
    assert [(each["run_id"], each["round"]) for each in world.started()] == [(second, 2), (other, 1)]
    form = world.lists.page(world.work("rep"), "started", world.forms.form.id, 100, None).items
    assert [each["run_id"] for each in form] == [second, other]


def _as_the_earlier_release_wrote_them(world: World, *run_ids: str) -> None:
    for run_id in run_ids:
        key = Key(f"run#{run_id}", "state")
        row = world.table.rows[key]
        doc = {name: value for name, value in row.doc.items() if name not in ("round", "previous", "changed")}
        world.table.rows[key] = row._replace(doc=doc)


def test_rounds_of_the_earlier_release_are_counted_from_the_list_of_repeats() -> None:
    world = _world()
    first = _rejected(world, total="1.00")
    second = world.resubmit(first, total="2.00")
    world.decide("head", "reject", "还是不行")
    _as_the_earlier_release_wrote_them(world, first, second)
    found = world.look(second).round
    assert found.previous is not None
    assert (found.number, found.previous["opinion"], list(found.changed)) == (2, "付款比例改为 20%", ["total"])
    third = world.look(world.resubmit(first, total="3.00")).round
    assert third.previous is not None
    assert (third.number, third.previous["run_id"]) == (3, second)
    assert world.look(first).round.number == 1


def test_entries_that_the_earlier_release_listed_for_each_round_go_with_the_next() -> None:
    world = _world()
    first = _rejected(world)
    listed = {key: row for key, row in world.table.rows.items() if key.partition.startswith("started#")}
    second = world.resubmit(first)
    world.table.rows.update(listed)
    assert len(world.started()) == 2
    _as_the_earlier_release_wrote_them(world, first, second)
    world.decide("head", "reject", "不行")
    third = world.resubmit(first)
    assert [each["run_id"] for each in world.started()] == [third]


def test_a_round_of_the_earlier_release_is_read_though_its_record_is_gone() -> None:
    world = _world()
    first = _rejected(world, total="1.00")
    second = world.resubmit(first, total="2.00")
    world.decide("head", "reject", "不行")
    _as_the_earlier_release_wrote_them(world, first, second)
    del world.forms.records[first]
    found = world.look(second, "head").round
    assert (found.number, list(found.changed)) == (2, [])


def test_many_changed_cells_are_named_by_their_fields() -> None:
    cells = [{"field": f"lines/{row}/price"} for row in range(MAX_PATHS)]
    assert len(paths(cells)) == MAX_PATHS
    assert paths([*cells, {"field": "total"}]) == ("lines", "total")

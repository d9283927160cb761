"""Use cases on fakes: what is kept, what is shared, what a crash may not do."""

from dataclasses import replace

import pytest

from chalicelib.flows.domain import FlowOutdated, RunNotFound
from chalicelib.flows.engine.errors import MayNotStart, NoApprover
from chalicelib.flows.service.runs import values_hash
from chalicelib.forms.domain.definition import read_definition
from chalicelib.kernel.work import Key

from .builders import approve, arm, branch, cc, company, definition, member, people, when
from .world import FORM_DOC, World

ONE = definition(approve("head", people("head")), cc("told", people("assistant")))


def test_the_record_is_shared_with_whoever_is_asked_or_informed() -> None:
    world = World()
    world.publish(ONE)
    run_id = world.submit()
    assert world.forms.shared[run_id] == {"head"}
    world.decide("head")
    assert world.forms.shared[run_id] == {"head", "assistant"}


def test_a_refused_submission_leaves_nothing_behind() -> None:
    world = World()
    world.publish(definition(approve("clerks", {"type": "role", "role": "clerk"})))
    before = dict(world.table.rows)
    world.directory.company = company(member("assistant", "east", "clerk", active=False))
    with pytest.raises(NoApprover):
        world.submit()
    assert world.table.rows == before


def test_a_form_that_is_not_open_to_somebody_takes_no_submission() -> None:
    world = World()
    world.publish(ONE)
    world.forms.open_to_all = False
    with pytest.raises(MayNotStart):
        world.submit()
    with pytest.raises(MayNotStart):
        world.do(lambda work: world.runs.preview(work, "f" * 26, {}), "rep")


def test_a_run_keeps_only_what_its_flow_consults_and_a_fingerprint_of_the_rest() -> None:
    world = World()
    world.publish(definition(branch("b", [arm("x", when("total", "gt", 1))]), approve("head", people("head"))))
    run_id = world.submit(total="5.00", customer="华东")
    row = world.table.rows[Key(f"run#{run_id}", "state")]
    assert row.doc["values"] == {"total": "5.00"}
    said = world.table.rows[Key(f"run#{run_id}", "trail#000001")].doc["entries"][0]
    assert said["values_hash"] == values_hash({"total": "5.00", "customer": "华东"})


def test_cards_show_the_usual_fields_or_those_that_the_flow_chose() -> None:
    world = World()
    world.publish({**ONE, "summary": ["customer"]})
    world.submit(total="5.00", customer="华东", line="a")
    assert world.todos("head")[0]["summary"] == [{"id": "customer", "name": "客户", "type": "text", "value": "华东"}]
    world = World()
    world.publish(ONE)
    world.submit(total="5.00", customer="华东", line="a")
    assert world.todos("head")[0]["summary"] == [
        {"id": "total", "name": "总额", "type": "money", "value": "5.00", "currency": "CNY"},
        {"id": "line", "name": "产品线", "type": "choice", "value": "甲线"},
    ]


def test_somebody_who_waits_in_a_sequence_does_not_see_it_yet() -> None:
    world = World()
    world.publish(definition(approve("line", people("head", "cfo"), mode="sequence")))
    run_id = world.submit()
    with pytest.raises(RunNotFound):
        world.do(lambda work: world.runs.get(work, run_id), "cfo")
    world.decide("head")
    assert world.do(lambda work: world.runs.get(work, run_id), "cfo").run.id == run_id


def test_who_took_part_may_look_afterwards() -> None:
    world = World()
    world.publish(ONE)
    run_id = world.submit()
    world.decide("head")
    for who in ("rep", "head", "assistant"):
        assert world.do(lambda work: world.runs.get(work, run_id), who).run.status == "approved"


def test_a_decision_that_dies_before_its_commit_changes_nothing() -> None:
    world = World()
    world.publish(ONE)
    run_id = world.submit()
    before = dict(world.table.rows)
    world.runs.decide(world.work("head"), run_id, "t1", "approve", "")
    assert world.table.rows == before
    world.decide("head")
    assert world.todos("head") == []


def test_reading_a_copy_marks_it_once() -> None:
    world = World()
    world.publish(ONE)
    run_id = world.submit()
    world.decide("head")
    world.do(lambda work: world.runs.mark_read(work, run_id), "assistant")
    (entry,) = world.lists.page(world.work("assistant"), "cc", "", 10, None).items
    assert entry["read_at"]
    version = world.table.rows[Key(f"run#{run_id}", "state")].version
    world.do(lambda work: world.runs.mark_read(work, run_id), "assistant")
    assert world.table.rows[Key(f"run#{run_id}", "state")].version == version


def test_what_a_flow_needs_of_a_form_is_named_by_its_nodes() -> None:
    world = World()
    big = arm(
        "big", when("total", "gt", 1), approve("line", {"type": "choice", "field": "line", "map": {"a": ["head"]}})
    )
    flow_id = world.publish(definition(branch("size", [big]), approve("head", people("head")), summary=["customer"]))
    lost = {"total", "line", "customer", "never_there"}
    uses = world.do(lambda work: world.flows.uses_of_fields(work, flow_id, lost))
    assert [(use.field, use.node) for use in uses] == [("total", "size"), ("line", "line"), ("customer", "")]
    assert {use.flow for use in uses} == {"报价审批"}
    assert world.do(lambda work: world.flows.uses_of_fields(work, flow_id, {"never_there"})) == []


def test_a_flow_that_is_not_in_use_needs_nothing() -> None:
    world = World()
    flow_id = world.publish({**ONE, "summary": ["customer"]})
    world.do(lambda work: world.flows.disable(work, flow_id), "chair")
    assert world.do(lambda work: world.flows.uses_of_fields(work, flow_id, {"customer"})) == []


def test_a_flow_whose_field_is_gone_all_the_same_takes_no_submission() -> None:
    world = World()
    world.publish(definition(branch("b", [arm("x", when("total", "gt", 1))]), approve("head", people("head"))))
    left = [each for each in FORM_DOC["fields"] if each["id"] != "total"]
    world.forms.form = replace(world.forms.form, definition=read_definition({**FORM_DOC, "fields": left}))
    with pytest.raises(FlowOutdated):
        world.submit()

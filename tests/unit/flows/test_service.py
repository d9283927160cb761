"""Use cases on fakes: what is kept, what is shared, what a crash may not do."""

from dataclasses import replace

import pytest

from chalicelib.flows.domain import FlowOutdated, RunNotFound
from chalicelib.flows.engine.errors import MayNotStart, NoApprover
from chalicelib.flows.service.runs import values_hash
from chalicelib.forms.domain.definition import read_definition
from chalicelib.kernel.ids import base_id
from chalicelib.kernel.unit_of_work import Key

from .builders import approve, arm, branch, cc, company, definition, member, people, when
from .company_fixture import FORM_DOC, CompanyFixture

ONE = definition(approve("head", people("head")), cc("told", people("assistant")))


def test_the_record_is_shared_with_whoever_is_asked_or_informed() -> None:
    fixture = CompanyFixture()
    fixture.publish(ONE)
    run_id = fixture.submit()
    assert fixture.forms.shared[base_id(run_id)] == {"head"}
    fixture.decide("head")
    assert fixture.forms.shared[base_id(run_id)] == {"head", "assistant"}


def test_a_refused_submission_leaves_nothing_behind() -> None:
    fixture = CompanyFixture()
    fixture.publish(definition(approve("clerks", {"type": "role", "role": "clerk"})))
    before = dict(fixture.table.rows)
    fixture.directory.company = company(member("assistant", "east", "clerk", active=False))
    with pytest.raises(NoApprover):
        fixture.submit()
    assert fixture.table.rows == before


def test_a_form_that_is_not_open_to_somebody_takes_no_submission() -> None:
    fixture = CompanyFixture()
    fixture.publish(ONE)
    fixture.forms.open_to_all = False
    with pytest.raises(MayNotStart):
        fixture.submit()
    with pytest.raises(MayNotStart):
        fixture.do(lambda work: fixture.runs.preview(work, "f" * 26, {}), "rep")


def test_a_run_keeps_only_what_its_flow_consults_and_a_fingerprint_of_the_rest() -> None:
    fixture = CompanyFixture()
    fixture.publish(definition(branch("b", [arm("x", when("total", "gt", 1))]), approve("head", people("head"))))
    run_id = fixture.submit(total="5.00", customer="华东")
    row = fixture.table.rows[Key(f"run#{run_id}", "state")]
    assert row.doc["values"] == {"total": "5.00"}
    said = fixture.table.rows[Key(f"run#{run_id}", "trail#000001")].doc["entries"][0]
    assert said["values_hash"] == values_hash({"total": "5.00", "customer": "华东"})


def test_cards_show_the_usual_fields_or_those_that_the_flow_chose() -> None:
    fixture = CompanyFixture()
    fixture.publish({**ONE, "summary": ["customer"]})
    fixture.submit(total="5.00", customer="华东", line="a")
    assert fixture.todos("head")[0]["summary"] == [{"id": "customer", "name": "客户", "type": "text", "value": "华东"}]
    fixture = CompanyFixture()
    fixture.publish(ONE)
    fixture.submit(total="5.00", customer="华东", line="a")
    assert fixture.todos("head")[0]["summary"] == [
        {"id": "total", "name": "总额", "type": "money", "value": "5.00", "currency": "CNY"},
        {"id": "line", "name": "产品线", "type": "choice", "value": "甲线"},
    ]


def test_somebody_who_waits_in_a_sequence_does_not_see_it_yet() -> None:
    fixture = CompanyFixture()
    fixture.publish(definition(approve("line", people("head", "cfo"), mode="sequence")))
    run_id = fixture.submit()
    with pytest.raises(RunNotFound):
        fixture.do(lambda work: fixture.runs.get(work, run_id), "cfo")
    fixture.decide("head")
    assert fixture.do(lambda work: fixture.runs.get(work, run_id), "cfo").run.id == run_id


def test_who_took_part_may_look_afterwards() -> None:
    fixture = CompanyFixture()
    fixture.publish(ONE)
    run_id = fixture.submit()
    fixture.decide("head")
    for who in ("rep", "head", "assistant"):
        assert fixture.do(lambda work: fixture.runs.get(work, run_id), who).run.status == "approved"


def test_a_decision_that_dies_before_its_commit_changes_nothing() -> None:
    fixture = CompanyFixture()
    fixture.publish(ONE)
    run_id = fixture.submit()
    before = dict(fixture.table.rows)
    fixture.runs.decide(fixture.work("head"), run_id, "t1", "approve", "")
    assert fixture.table.rows == before
    fixture.decide("head")
    assert fixture.todos("head") == []


def test_reading_a_copy_marks_it_once() -> None:
    fixture = CompanyFixture()
    fixture.publish(ONE)
    run_id = fixture.submit()
    fixture.decide("head")
    fixture.do(lambda work: fixture.runs.mark_read(work, run_id), "assistant")
    (entry,) = fixture.lists.page(fixture.work("assistant"), "cc", "", 10, None).map(lambda listed: listed.card).items
    assert entry["read_at"]
    version = fixture.table.rows[Key(f"run#{run_id}", "state")].version
    fixture.do(lambda work: fixture.runs.mark_read(work, run_id), "assistant")
    assert fixture.table.rows[Key(f"run#{run_id}", "state")].version == version


def test_what_a_flow_needs_of_a_form_is_named_by_its_nodes() -> None:
    fixture = CompanyFixture()
    big = arm(
        "big", when("total", "gt", 1), approve("line", {"type": "choice", "field": "line", "map": {"a": ["head"]}})
    )
    flow_id = fixture.publish(definition(branch("size", [big]), approve("head", people("head")), summary=["customer"]))
    lost = {"total", "line", "customer", "never_there"}
    uses = fixture.do(lambda work: fixture.flows.uses_of_fields(work, flow_id, lost))
    assert [(use.field, use.node) for use in uses] == [("total", "size"), ("line", "line"), ("customer", "")]
    assert {use.flow for use in uses} == {"报价审批"}
    assert fixture.do(lambda work: fixture.flows.uses_of_fields(work, flow_id, {"never_there"})) == []


def test_a_flow_that_is_not_in_use_needs_nothing() -> None:
    fixture = CompanyFixture()
    flow_id = fixture.publish({**ONE, "summary": ["customer"]})
    fixture.do(lambda work: fixture.flows.disable(work, flow_id), "chair")
    assert fixture.do(lambda work: fixture.flows.uses_of_fields(work, flow_id, {"customer"})) == []


def test_a_flow_whose_field_is_gone_all_the_same_takes_no_submission() -> None:
    fixture = CompanyFixture()
    fixture.publish(definition(branch("b", [arm("x", when("total", "gt", 1))]), approve("head", people("head"))))
    left = [each for each in FORM_DOC["fields"] if each["id"] != "total"]
    fixture.forms.form = replace(fixture.forms.form, definition=read_definition({**FORM_DOC, "fields": left}))
    with pytest.raises(FlowOutdated):
        fixture.submit()

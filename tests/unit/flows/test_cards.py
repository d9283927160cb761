"""What a card shows of a record, and in whose words; who is told that he is kept informed; which words ended a run."""

from typing import Any

from chalicelib.flows import form_view
from chalicelib.flows.engine import commands
from chalicelib.forms.api import Form
from chalicelib.forms.domain.definition import read_definition
from chalicelib.kernel.events import Event

from .builders import Play, approve, cc, definition, flow, people
from .company_fixture import CompanyFixture

FORM: dict[str, Any] = {
    "name": "表",
    "fields": [
        {
            "id": "tags",
            "type": "choices",
            "name": {"zh-CN": "标签", "en": "Tags"},
            "options": {"choices": [{"value": "a", "name": {"zh-CN": "甲", "en": "Alpha"}}, {"value": "b"}]},
        },
        {"id": "people", "type": "member", "name": "同事", "options": {"multiple": True}},
    ],
}


def test_a_card_shows_several_choices_by_their_names_in_the_readers_language() -> None:
    form = Form("form", 1, read_definition(FORM))
    made = form_view.summary(form, {"tags": ["a", "b"], "people": ["m1", "m2"]}, ("tags", "people"))
    assert [(each["name"], each["value"]) for each in form_view.in_language(made, "en")] == [
        ("Tags", ["Alpha", "b"]),
        ("同事", ["m1", "m2"]),
    ]
    assert form_view.in_language(made, "zh-CN")[0]["value"] == ["甲", "b"]


def test_who_is_kept_informed_is_told_once() -> None:
    play = Play(flow(cc("told", people("assistant")), approve("head", people("head"))))

    def copied() -> list[Any]:
        told = [effect for effect in play.effects if isinstance(effect, Event)]
        return [event.data["copies"] for event in told if event.type == "flows.MembersCopied"]

    assert copied() == [[{"member_id": "assistant", "node_id": "told"}]]
    play.do(commands.Cc("rep", ("assistant", "rep2")))
    assert copied() == [[{"member_id": "rep2", "node_id": ""}]]
    play.do(commands.Read("rep2"))
    assert copied() == []


def test_the_words_that_ended_a_run_are_found_behind_what_was_said_later() -> None:
    fixture = CompanyFixture()
    fixture.publish(definition(approve("head", people("head")), approve("chair", people("chair"))))
    run_id = fixture.submit()
    fixture.decide("head", opinion="可以")
    assert fixture.do(lambda work: fixture.runs.last_decision(work, run_id)) is None
    fixture.decide("chair", "reject", opinion="太贵")
    fixture.do(lambda work: fixture.runs.comment(work, run_id, "好的"), "rep")
    found = fixture.do(lambda work: fixture.runs.last_decision(work, run_id))
    assert found is not None
    assert (found["by"], found["opinion"]) == ("chair", "太贵")


def test_a_run_that_asked_nobody_was_ended_by_nobody() -> None:
    fixture = CompanyFixture()
    fixture.publish(definition(cc("told", people("assistant"))))
    run_id = fixture.submit()
    assert fixture.do(lambda work: fixture.runs.last_decision(work, run_id)) is None

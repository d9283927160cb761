"""Whether a form's records need approval is said by its definition, and nobody submits before the flow is in use."""

from ..directory.company import Company
from .quote import Desk, quote_definition


def published(desk: Desk) -> dict[str, object]:
    body = desk.boss.get(f"/v1/forms/{desk.form_id}/published").body
    return {name: body[name] for name in ("approval", "can_submit")}


def test_a_form_that_says_nothing_takes_records_as_before(desk: Desk) -> None:
    assert published(desk) == {"approval": "", "can_submit": True}
    assert desk.filled()["state"] == "active"


def test_a_form_without_approval_says_so_and_takes_records(company: Company) -> None:
    desk = Desk.open(company, quote_definition(approval="none"))
    assert published(desk) == {"approval": "none", "can_submit": True}
    (entry,) = desk.boss.get("/v1/forms").body["items"]
    assert entry["approval"] == "none"
    assert desk.filled()["state"] == "active"


def test_a_form_that_waits_for_its_flow_takes_nothing(company: Company) -> None:
    desk = Desk.open(company, quote_definition(approval="flow"))
    assert published(desk) == {"approval": "flow", "can_submit": False}
    (entry,) = desk.boss.get("/v1/forms").body["items"]
    assert entry["can_submit"] is False
    refused = desk.fill()
    assert (refused.status, refused.code) == (409, "form_awaits_flow")
    assert desk.listed().body["items"] == []


def test_the_answer_is_a_change_like_any_other(desk: Desk) -> None:
    answer = desk.republish(quote_definition(approval="none"))
    assert answer.body["changes"] == [{"change": "form_changed", "parts": ["approval"]}]
    assert published(desk)["approval"] == "none"


def test_another_answer_is_refused_by_path(company: Company) -> None:
    refused = company.boss.post("/v1/forms", quote_definition(approval="maybe"))
    assert [(each["path"], each["code"]) for each in refused.body["errors"]] == [("/approval", "schema_enum")]


def test_a_draft_that_cannot_be_saved_is_told_in_words(company: Company) -> None:
    refused = company.boss.post("/v1/forms", quote_definition(title="x" * 201))
    assert [each["message"] for each in refused.body["errors"]] == ["“record title” may have at most 200 characters."]

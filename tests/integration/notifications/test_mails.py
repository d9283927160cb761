"""Approvals over the API, and what the mail service was handed because of them."""

import json
from dataclasses import dataclass
from email import message_from_string, policy
from email.message import EmailMessage
from typing import Any

import pytest
from chalice.test import Client
from moto.core import DEFAULT_ACCOUNT_ID
from moto.ses.models import ses_backends
from moto.sqs.models import sqs_backends

from chalicelib.aws.mail import send_mail

from ..conftest import Cloud
from ..directory.company import Browser
from ..flows.company_fixture import CompanyFixture


@dataclass
class Post:
    """What EventBridge, SQS and Lambda do between our functions; and SES, which keeps what it was given."""

    cloud: Cloud
    client: Client

    def deliver(self, times: int = 1) -> None:
        for _ in range(times):
            for doc in self.cloud.events():
                self._invoke("notify", {"detail": doc})
        queue = sqs_backends[DEFAULT_ACCOUNT_ID][self.cloud.region].queues["banli-test-notices"]
        bodies = [json.loads(message.body) for message in queue._messages]
        queue._messages.clear()
        for body in bodies:
            self._invoke("send_notices", body)

    def mails(self) -> list[EmailMessage]:
        sent = ses_backends[DEFAULT_ACCOUNT_ID][self.cloud.region].sent_messages
        return [message_from_string(each.raw_data, policy=policy.default) for each in sent]

    def to(self, who: str) -> list[EmailMessage]:
        return [mail for mail in self.mails() if mail["To"] == f"{who}@east.example.cn"]

    def _invoke(self, function: str, body: dict[str, Any]) -> None:
        event = {"Records": [{"messageId": "1", "body": json.dumps(body)}]}
        assert self.client.lambda_.invoke(function, event).payload["batchItemFailures"] == []


def text_of(mail: EmailMessage) -> str:
    part = mail.get_body(("plain",))
    assert part is not None
    return str(part.get_content())


@pytest.fixture
def fixture(cloud: Cloud, browser: Browser) -> CompanyFixture:
    return CompanyFixture.found(cloud, browser).with_flow()


@pytest.fixture
def post(cloud: Cloud, fixture: CompanyFixture) -> Post:
    return Post(cloud, fixture.api["boss"].client)


def test_an_approval_is_mailed_from_the_first_question_to_the_outcome(fixture: CompanyFixture, post: Post) -> None:
    run = fixture.submitted(price="80")
    post.deliver(times=2)
    (asked,) = post.to("manager")
    assert "待您审批" in asked["Subject"]
    assert asked["List-Unsubscribe"].strip() == f"<https://banli.test/account?company={fixture.company.id}>"
    assert asked["Auto-Submitted"] == "auto-generated"
    link = f"https://banli.test/records/{run['record_id']}?run={run['id']}&company={fixture.company.id}"
    assert link in text_of(asked).splitlines()
    fixture.decide("manager", opinion="同意，请推进")
    fixture.decide("pm_a", opinion="毛利可以")
    post.deliver(times=2)
    assert len(post.to("manager")) == 1
    assert post.to("pm_a") == []
    (outcome,) = post.to("rep")
    assert "已通过" in outcome["Subject"]
    assert "毛利可以" in text_of(outcome)
    (copy,) = post.to("assistant")
    assert "抄送给您" in copy["Subject"]


def test_what_a_member_chose_counts_and_is_his_alone(fixture: CompanyFixture, post: Post) -> None:
    manager = fixture.api["manager"]
    path = "/v1/me/notifications"
    before = manager.get(path)
    assert before.body == {"todo": True, "outcome": True, "cc": True, "comment": True, "version": 0}
    wanted = {"todo": False, "outcome": True, "cc": True}
    changed = manager.put(path, wanted, before.body["version"])
    assert (changed.status, changed.body, changed.headers["ETag"]) == (
        200,
        {**wanted, "comment": True, "version": 1},
        '"1"',
    )
    assert manager.get(path).body == changed.body
    assert manager.put(path, wanted, 0).status == 412
    assert manager.put(path, wanted).status == 428
    assert manager.put(path, {"todo": "no"}, 1).status == 422
    assert fixture.api["rep"].get(path).body["todo"] is True
    fixture.submitted()
    post.deliver()
    assert post.to("manager") == []


def test_what_is_typed_in_a_record_is_no_markup_in_a_mail(fixture: CompanyFixture, post: Post) -> None:
    row = {"product": "球阀", "quantity": "10", "unit_price": "95", "list_price": "100"}
    values = {"customer": "<i>x</i> Bcc: thief@evil.example", "customer_type": "A", "line": "a", "lines": [row]}
    answer = fixture.api["rep"].post("/v1/runs", {"form_id": fixture.desk.form_id, "values": values})
    assert answer.status == 201, answer.body
    post.deliver()
    (mail,) = post.to("manager")
    page = mail.get_body(("html",))
    assert page is not None
    assert mail["Bcc"] is None
    assert "<i>" not in str(page.get_content())


@pytest.mark.parametrize("place", ["subject", "to", "headers"])
def test_a_line_break_makes_no_header(cloud: Cloud, place: str) -> None:
    """Whatever comes through the contexts' own care is refused by the last hand."""
    mail: dict[str, Any] = {"to": "a@b.co", "subject": "s", "text": "t", "html": "h", "headers": {}}
    mail[place] = {"X-Other": "x\r\nBcc: y@b.co"} if place == "headers" else "x\r\nBcc: y@b.co"
    with pytest.raises(ValueError, match="linefeed"):
        send_mail(**mail)

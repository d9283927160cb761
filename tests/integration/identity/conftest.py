"""A company to sign in to, and the mails that were sent."""

import email
import email.policy
import json
from collections.abc import Callable

import pytest
from moto.core import DEFAULT_ACCOUNT_ID
from moto.ses import ses_backends

import app

from ..conftest import REGION, Cloud
from ..directory.company import Browser, Company


@pytest.fixture
def company(cloud: Cloud, browser: Browser) -> Company:
    return Company.found(cloud, browser)


@pytest.fixture
def post(cloud: Cloud) -> Callable[[], list[email.message.EmailMessage]]:
    """Carries every wanted mail to the function that sends it, and gives back all that was ever sent."""

    def carry() -> list[email.message.EmailMessage]:
        wanted = [event for event in cloud.events() if event["type"] == "identity.MailRequested"]
        records = [{"messageId": event["id"], "body": json.dumps({"detail": event})} for event in wanted]
        assert app.send_mail({"Records": records}, None) == {"batchItemFailures": []}
        sent = ses_backends[DEFAULT_ACCOUNT_ID][REGION].sent_messages
        return [email.message_from_string(each.raw_data, policy=email.policy.default) for each in sent]

    return carry

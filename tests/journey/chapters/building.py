"""The quote form and its flow are published, and a webhook is added."""

from jsonschema import Draft202012Validator

from tools.client import apps
from tools.demo.data import load

from ..checks import among, refused, same
from ..story import Story

BUILDS_ON = ("founding",)

HEARD = ["forms.*", "flows.*"]


def tell(story: Story) -> None:
    steps, company = story.steps, story.company
    admin, sales = company.admin.browser, company.people["sales"].browser
    steps.chapter("A quote form and its approval flow")
    if story.at.deaf:
        steps.skip("a webhook to this machine", story.at.deaf)
    else:
        with steps.step("a webhook for everything about forms and flows; its secret is shown once"):
            _add_webhook(story)
    with steps.step("the quote form is published"):
        company.forms["quote"] = apps.publish_form(admin, load("quote_form"))
    with steps.step("everybody may fill it in, and its JSON Schema says how"):
        among("forms of a sales representative", story.form_id, [each["id"] for each in sales.every("/v1/forms")])
        _check_schema(story)
    with steps.step("its flow is published for it"):
        story.flow_id = apps.publish_flow(admin, company.filled(load("quote_flow")))
        same("the form's flow", story.flow_id, sales.get(f"/v1/forms/{story.form_id}/published").body["flow_id"])
    with steps.step("who builds neither forms nor flows is refused"):
        refused(sales.ask("POST", "/v1/forms", load("quote_form")), 403, "denied")
        refused(sales.ask("POST", "/v1/flows", company.filled(load("quote_flow"))), 403, "denied")


def _add_webhook(story: Story) -> None:
    admin = story.company.admin.browser
    wanted = {"url": story.receiver.url, "event_types": HEARD, "description": "ERP"}
    added = admin.post("/v1/webhooks", wanted).expect(201).body
    story.webhook_id = added["id"]
    story.receiver.trust(added["secret"])
    same("the secret when read again", None, admin.get(f"/v1/webhooks/{story.webhook_id}").body["secret"])


def _check_schema(story: Story) -> None:
    """The published schema takes every quote of the file, and refuses one without a customer."""
    schema = story.company.people["sales"].browser.get(f"/v1/forms/{story.form_id}/schema").body
    validator = Draft202012Validator(schema)
    for quote in story.quotes:
        same(
            f"faults in {quote.key}", [], [fault.message for fault in validator.iter_errors(quote.values(story.today))]
        )
    values = story.quotes[0].values(story.today)
    del values["customer"]
    same("a quote without a customer is valid", False, validator.is_valid(values))

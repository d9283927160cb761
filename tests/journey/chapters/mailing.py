"""A quote whose people are led to it by mail."""

from tools.client import Mail, Person

from ..checks import same
from ..path import finish
from ..story import Sent, Story
from .quoting import send

BUILDS_ON = ("building",)

BY_MAIL = "by-mail"


def tell(story: Story) -> None:
    """The first to-do of the story is mailed by itself: a later one might be gathered with others."""
    found, people = story.quotes[0], story.company.people
    story.steps.chapter("Mails lead to the work")
    with story.steps.step("who is asked is mailed where his work is, and finds it there"):
        sent = send(story, BY_MAIL, found, found.values(story.today))
        for person in sent.stages[0]:
            mail = _mail_about(story, person, sent)
            same("asked by", True, people["sales"].name in mail.subject)
            run = person.browser.get(f"/v1/runs/{sent.run_id}").body
            same(f"what {person.name} may decide there", 1, len(run["may"]["decide"]))
    with story.steps.step("who submitted it is mailed the outcome, who is kept informed a copy"):
        finish(story, sent)
        for person in (people["sales"], people["assistant"]):
            _mail_about(story, person, sent)


def _mail_about(story: Story, person: Person, sent: Sent) -> Mail:
    """The mail to that person whose link is the page of this run, in this company."""
    company = person.browser.get("/v1/me").body["company"]["id"]
    link = f"?run={sent.run_id}&company={company}"

    def found() -> list[Mail]:
        return [mail for mail in story.at.mails() if mail.to == person.email and link in mail.text]

    story.wait_until(f"a mail to {person.name} with {link}", lambda: bool(found()))
    same(f"mails to {person.name} about it", 1, len(found()))
    return found()[0]

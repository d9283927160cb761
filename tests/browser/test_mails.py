"""A mailed link leads to the work: after signing in, into the right company, and nowhere that is not for one's eyes."""

import re
from datetime import date

import pytest
from playwright.sync_api import expect

from tests.journey.installation import Local
from tools.client import Company, Person, link_token, wait_for
from tools.demo.data import quotes

from . import sign_in_steps
from .people import Open, staff, submitted, with_quotes
from .screen import PHONE, Screen

_LINK = re.compile(r"https?://[^/\s]+(/records/[0-9a-z]{26}\?run=[0-9a-z]{26}\.1&company=[0-9a-z]{26})")
CUSTOMER = quotes()[0].customer


@pytest.fixture(scope="module")
def asking(installation: Local) -> Company:
    """A company of its own, so that nothing else fills the manager's mailbox."""
    return with_quotes(staff(installation, "admin", "manager", "sales", "colleague"))


@pytest.fixture(scope="module")
def link(installation: Local, asking: Company, today: date) -> str:
    """What the manager was mailed about a quote that waits for him: the path of the link."""
    submitted(asking, "sales", CUSTOMER, today)
    manager = asking.people["manager"]

    def mailed() -> str | None:
        texts = [mail.text for mail in installation.mails() if mail.to == manager.email]
        return next((found[1] for text in texts if (found := _LINK.search(text))), None)

    return wait_for("a mail that links to a run", mailed)


def test_a_mailed_link_leads_through_signing_in_to_the_todo(link: str, asking: Company, open_screen: Open) -> None:
    manager = asking.people["manager"]
    screen = open_screen(width=PHONE)
    screen.go(link)
    screen.sees_title(screen.words("identity:signIn.title"))
    sign_in_steps.sign_in(screen, manager.email, manager.password)
    _is_at_the_run(screen, link)
    expect(screen.page.get_by_role("button", name=screen.words("flows:decide.approve.verb")).first).to_be_visible()


def test_the_last_line_leads_to_what_one_is_mailed(asking: Company, open_screen: Open) -> None:
    screen = open_screen(asking.people["manager"], language="en")
    screen.go("/account")
    wanted = screen.page.get_by_role("switch", name=re.compile(re.escape(screen.words("notifications:cc.name"))))
    expect(wanted).to_be_checked()
    wanted.click()
    expect(wanted).not_to_be_checked()
    expect(wanted).to_be_enabled()
    screen.page.reload()
    expect(wanted).not_to_be_checked()


def test_somebody_whom_it_does_not_concern_is_told_that_it_is_not_there(
    link: str, asking: Company, open_screen: Open
) -> None:
    screen = open_screen(asking.people["colleague"])
    screen.go(link)
    screen.says("forms:record.missing")
    expect(screen.page.get_by_text(CUSTOMER)).to_have_count(0)


def test_a_link_of_a_strange_company_offers_another_account(
    installation: Local, link: str, asking: Company, open_screen: Open
) -> None:
    stranger = staff(installation, "admin").admin
    screen = open_screen(stranger)
    screen.go(link)
    screen.sees_title(screen.words("identity:otherCompany.strangeTitle"))
    screen.press("identity:otherCompany.other")
    screen.sees_title(screen.words("identity:signIn.title"))
    manager = asking.people["manager"]
    sign_in_steps.sign_in(screen, manager.email, manager.password)
    _is_at_the_run(screen, link)


def test_a_link_of_another_company_of_the_account_leads_there(
    installation: Local, link: str, asking: Company, open_screen: Open
) -> None:
    manager = asking.people["manager"]
    elsewhere = _joins(installation, staff(installation, "admin"), manager)
    screen = open_screen()
    screen.go("/sign-in")
    answer = screen.context.request.post(
        "/v1/session",
        data={"email": manager.email, "password": manager.password, "tenant_id": elsewhere},
        headers={"Idempotency-Key": link},
    )
    assert answer.status == 200, answer.text()
    screen.go(link)
    screen.sees_title(screen.words("identity:otherCompany.title"))
    screen.press("identity:otherCompany.go", company=asking.plan["company"])
    _is_at_the_run(screen, link)

    afresh = open_screen()
    afresh.go(link)
    sign_in_steps.sign_in(afresh, manager.email, manager.password)
    _is_at_the_run(afresh, link)


def _joins(installation: Local, company: Company, person: Person) -> str:
    """He becomes a member there, too; the id of that company."""
    before = sum(1 for mail in installation.mails() if mail.to == person.email and mail.token)
    wanted = {"email": person.email, "name": person.name, "department_id": company.departments["root"]}
    company.admin.browser.post("/v1/invitations", wanted).expect(201)
    token = link_token(installation, person.email, after=before)
    joining = installation.browse("zh-CN")
    joining.post("/v1/invitations/accept", {"token": token, "password": person.password}).expect(201)
    return str(joining.get("/v1/session").body["tenant_id"])


def _is_at_the_run(screen: Screen, link: str) -> None:
    expect(screen.page).to_have_url(re.compile(re.escape(link.partition("&company=")[0]) + "$"))
    screen.sees(CUSTOMER)

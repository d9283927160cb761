"""The main job, from nothing to decided quotes, the way people do it: by mouse and by keyboard, on a desk and on a
phone, in both languages.
"""

import secrets
from dataclasses import dataclass
from datetime import date

import pytest
from playwright.sync_api import expect

from tests.journey.installation import Local
from tools.client import apps
from tools.client.company import Person
from tools.demo.data import Quote, load, quotes

from . import documents, quoting, setting_up, sign_in_steps
from .people import FLOW, Open, signed_in_person
from .screen import PHONE, WIDE, Screen

PASSWORD = "correct-horse-battery"
DEPARTMENT = "销售部"


@dataclass(frozen=True, slots=True)
class Somebody:
    name: str
    email: str


@pytest.mark.parametrize(
    ("width", "language", "keyboard"),
    [(WIDE, "zh-CN", False), (PHONE, "en", True)],
    ids=["mouse-1440-zh", "keyboard-375-en"],
)
def test_a_company_signs_up_and_its_first_quotes_are_decided(
    installation: Local, open_screen: Open, today: date, width: int, language: str, keyboard: bool
) -> None:
    at = secrets.token_hex(4)
    company = f"华东工业品 {at}"
    boss = Somebody("沈国华", f"grant@t{at}.example")
    seller = Somebody("陈晓琳", f"lynn@t{at}.example")

    def screen() -> Screen:
        return open_screen(width=width, language=language, keyboard=keyboard)

    admin, sales = screen(), screen()
    sign_in_steps.sign_up(admin, installation, company=company, name=boss.name, email=boss.email, password=PASSWORD)
    setting_up.add_department(admin, DEPARTMENT)
    setting_up.invite(admin, name=seller.name, email=seller.email, department=DEPARTMENT)
    sign_in_steps.join(sales, installation, company=company, name=seller.name, email=seller.email, password=PASSWORD)
    setting_up.set_head(admin, DEPARTMENT, boss.name)
    _publish_quotes(signed_in_person(installation, boss.email, PASSWORD))

    approved, rejected, withdrawn = quotes()[0], quotes()[1], quotes()[2]
    _submits_with_live_formulas(sales, approved, today)
    _approves_in_two_presses(admin, approved)
    sales.page.reload()
    sales.says("flows:status.approved")
    documents.open_part(sales, "trail")
    sales.says("flows:trail.approved", by=boss.name)

    _submits(sales, rejected, today)
    _rejects_with_a_reason(admin, rejected, "毛利太低，请重新报价。")
    sales.page.reload()
    sales.says("flows:status.rejected")
    sales.sees("毛利太低，请重新报价。")

    _submits(sales, withdrawn, today)
    _withdraws(sales, "客户改了数量。")
    admin.go("/")
    admin.says("app:home.clear")


@pytest.mark.parametrize(("width", "language"), [(WIDE, "en"), (PHONE, "zh-CN")], ids=["1440-en", "375-zh"])
def test_from_sign_up_to_the_first_approved_quote(
    installation: Local, open_screen: Open, today: date, width: int, language: str
) -> None:
    """Alone in the company: who signs up decides what he submits, so that he sees all of it on the first day."""
    at = secrets.token_hex(4)
    owner = Somebody("Grant Shen", f"grant@t{at}.example")
    screen = open_screen(width=width, language=language)
    sign_in_steps.sign_up(
        screen, installation, company=f"East {at}", name=owner.name, email=owner.email, password=PASSWORD
    )
    screen.says("app:steps.form_published.title")
    _publish_quotes(signed_in_person(installation, owner.email, PASSWORD), owner="initiator")

    _submits_with_live_formulas(screen, quotes()[0], today)
    screen.does_not_scroll_sideways()
    _approves_in_two_presses(screen, quotes()[0])

    screen.navigate("started")
    screen.sees(quotes()[0].customer)
    screen.says("flows:status.approved")


def _publish_quotes(admin: Person, owner: str = "manager") -> None:
    form = apps.publish_form(admin.browser, load("quote_form"))
    approvers = [{"type": "initiator"}] if owner == "initiator" else [{"type": "manager", "level": 1}]
    flow = {**FLOW, "form_id": form, "steps": [{**FLOW["steps"][0], "approvers": approvers}]}
    apps.publish_flow(admin.browser, flow)


def _submits_with_live_formulas(screen: Screen, quote: Quote, today: date) -> None:
    sheet = quoting.open_form(screen)
    sheet.fill_in(quote, today)
    sheet.shows("total", quoting.money(quote.total))
    sheet.shows("discount", quoting.percent(quote.discount))
    quoting.submit(screen)


def _submits(screen: Screen, quote: Quote, today: date) -> None:
    quoting.open_form(screen).fill_in(quote, today)
    quoting.submit(screen)


def _approves_in_two_presses(screen: Screen, quote: Quote) -> None:
    screen.go("/")
    title = quoting.title_of(screen, quote)
    quoting.decide_from_home(screen, title, "approve")
    screen.says("app:home.clear")


def _rejects_with_a_reason(screen: Screen, quote: Quote, reason: str) -> None:
    screen.go("/")
    title = quoting.title_of(screen, quote)
    screen.press("flows:decide.reject.of", title=title)
    screen.press("flows:decide.reject.verb")
    screen.says("flows:decide.missing")
    screen.write(screen.words("flows:decide.reject.opinion"), reason)
    screen.press("flows:decide.reject.verb")
    expect(screen.dialog).to_have_count(0)


def _withdraws(screen: Screen, reason: str) -> None:
    screen.press("flows:withdraw.verb")
    screen.write(screen.words("flows:withdraw.reason"), reason)
    screen.press("flows:withdraw.verb")
    screen.says("flows:status.withdrawn")
    screen.sees(reason)

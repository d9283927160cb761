"""What happens in between: a reload, a lost network, a second tab, a session that has ended. Nothing typed is lost."""

import re
from datetime import date

from playwright.sync_api import expect

from tools.client import Company
from tools.demo.data import quotes

from . import quoting
from .people import Open, submitted


def test_what_was_typed_is_there_after_a_reload(company: Company, open_screen: Open) -> None:
    screen = open_screen(company.people["sales"])
    screen.go("/")
    sheet = quoting.open_form(screen)
    sheet.write("customer", "苏州恒远机械")
    screen.says("forms:entry.kept")
    screen.page.reload()

    screen.says("forms:draft.found")
    expect(screen.field(sheet.label("customer"))).to_have_value("苏州恒远机械")

    screen.press("forms:draft.restart")
    expect(screen.field(sheet.label("customer"))).to_have_value("")


def test_a_lost_network_is_told_and_comes_back_without_losing_anything(
    company: Company, open_screen: Open, today: date
) -> None:
    screen = open_screen(company.people["sales"])
    screen.go("/")
    sheet = quoting.open_form(screen)
    sheet.fill_in(quotes()[4], today)
    screen.context.set_offline(True)
    screen.says("components:connection.lost")
    screen.press("forms:entry.submit")
    screen.says("components:problem.noAnswer")

    screen.context.set_offline(False)
    expect(screen.page.get_by_text(screen.words("components:connection.lost"))).to_have_count(0)
    quoting.submit(screen)
    screen.sees(quotes()[4].customer)


def test_signing_out_in_one_tab_closes_the_other(company: Company, open_screen: Open) -> None:
    screen = open_screen(company.people["sales"])
    screen.go("/started")
    other = screen.context.new_page()
    other.goto("/")
    expect(other.get_by_role("heading", level=1)).to_be_visible()
    other.get_by_role("button", name=screen.words.like("app:shell.account")).click()
    other.get_by_role("button", name=screen.words("app:shell.signOut")).click()

    expect(screen.page).to_have_url(re.compile("/sign-in"))


def test_what_is_decided_in_one_tab_is_gone_from_the_other(company: Company, open_screen: Open, today: date) -> None:
    customer = "两个标签页的客户"
    submitted(company, "sales", customer, today)
    screen = open_screen(company.people["manager"])
    screen.go("/todos")
    todo = screen.page.get_by_role("link", name=customer)
    expect(todo).to_be_visible()
    other = screen.context.new_page()
    other.goto("/")
    row = other.get_by_role("listitem").filter(has_text=customer)
    row.get_by_role("button", name=screen.words.name("flows:decide.approve.of")).click()
    other.locator("dialog[open]").get_by_role(
        "button", name=screen.words("flows:decide.approve.verb"), exact=True
    ).click()

    expect(todo).to_have_count(0)


def test_an_ended_session_is_signed_in_again_on_the_spot(company: Company, open_screen: Open) -> None:
    sales = company.people["sales"]
    screen = open_screen(sales)
    screen.go("/")
    sheet = quoting.open_form(screen)
    sheet.write("customer", "会话过期的客户")
    screen.says("forms:entry.kept")
    screen.context.clear_cookies()
    # A page that has to ask: what the home page read a moment ago is shown without asking.
    screen.navigate("done")
    screen.press("entry:leave.keep")
    screen.says("app:again.title")
    screen.write(screen.words("app:again.password"), sales.password)
    screen.press("app:again.submit")

    expect(screen.page.get_by_text(screen.words("app:again.title"))).to_have_count(0)
    expect(screen.page).to_have_url(re.compile("/done$"))
    quoting.open_form(screen)
    screen.says("forms:draft.found")
    expect(screen.field(sheet.label("customer"))).to_have_value("会话过期的客户")

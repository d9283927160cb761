"""Two people at once: whoever is second is told plainly, and nothing of what he did is lost."""

from datetime import date

from playwright.sync_api import Locator, expect

from tools.client import Company, apps
from tools.demo.data import load, quotes

from .people import FLOW, Open
from .screen import Screen


def test_when_two_decide_the_same_the_second_is_told_who_was_faster(
    company: Company, open_screen: Open, today: date
) -> None:
    admin, manager, sales = (company.people[key] for key in ("admin", "manager", "sales"))
    form = apps.publish_form(admin.browser, {**load("quote_form"), "name": "或签的报价"})
    either = {"type": "member", "members": [admin.id, manager.id]}
    step = {**FLOW["steps"][0], "approvers": [either]}
    apps.publish_flow(admin.browser, {**FLOW, "form_id": form, "steps": [step]})
    quote = quotes()[3]
    apps.submit(sales.browser, form, quote.values(today))
    first, second = open_screen(admin), open_screen(manager, language="en")
    for screen in (first, second):
        screen.go("/todos")
        screen.sees(quote.customer)

    _open_decision(second, quote.customer)
    _open_decision(first, quote.customer)
    first.press("flows:decide.approve.verb")
    expect(first.dialog).to_have_count(0)
    second.press("flows:decide.approve.verb")

    second.says("flows:overtaken.colleague", name=admin.name, what=second.words("flows:decision.approved"))
    second.press("flows:decide.seen")
    expect(second.page.get_by_role("link", name=quote.customer)).to_have_count(0)


def _open_decision(screen: Screen, customer: str) -> None:
    row = screen.page.get_by_role("listitem").filter(has_text=customer)
    row.get_by_role("button", name=screen.words("flows:decide.approve.verb")).last.click()


def test_two_who_edit_one_form_bring_their_changes_together(company: Company, open_screen: Open) -> None:
    admin = company.admin
    form = admin.browser.post("/v1/forms", {"name": "出差申请", "fields": [TEXT]}).expect(201).body["id"]
    first, second = open_screen(admin), open_screen(admin)
    for screen in (first, second):
        screen.go(f"/manage/forms/{form}")

    _add(first, "date")
    first.says("editing:save.saved")
    _add(second, "money")

    second.sees(second.words("editing:conflict.title"))
    second.says("editing:conflict.none")
    second.press("editing:conflict.merge")
    for kind in ("date", "money"):
        expect(_card(second, kind)).to_be_visible()
    second.says("editing:save.saved")
    first.page.reload()
    for kind in ("date", "money"):
        expect(_card(first, kind)).to_be_visible()


TEXT = {"id": "place", "type": "text", "name": "目的地"}


def _add(screen: Screen, kind: str) -> None:
    with screen.page.expect_request(lambda request: request.method == "PUT"):
        screen.press(f"field-types:{kind}.name")
    expect(_card(screen, kind)).to_be_visible()


def _card(screen: Screen, kind: str) -> Locator:
    return screen.page.get_by_role(
        "button", name=screen.words.name("forms-editor:field.open", type=screen.words(f"field-types:{kind}.name"))
    )

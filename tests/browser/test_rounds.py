"""A document that came back: its author sees why while correcting it, the next decision sees what became of it; and it
is one document, on the screen and on paper.
"""

import re
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import expect

from tools.client import Company
from tools.demo.data import quotes

from . import documents, quoting
from .people import Open
from .screen import PHONE, WIDE

REASON = "付款比例改为 20%"


def _values(today: date, rows: int = 2, customer: str = "苏州恒远机械") -> dict[str, Any]:
    line = {"product": "球阀 DN50", "unit": "台", "quantity": "100", "unit_price": "410.00", "list_price": "420.00"}
    return {**quotes()[0].values(today), "customer": customer, "lines": [line] * rows}


@pytest.mark.parametrize(("width", "language"), [(WIDE, "zh-CN"), (PHONE, "en")], ids=["1440-zh", "375-en"])
def test_what_came_back_is_corrected_with_the_reason_in_sight_and_decided_with_the_changes(
    company: Company, open_screen: Open, today: date, width: int, language: str
) -> None:
    sales, manager = company.people["sales"], company.people["manager"]
    customer = f"第二次 {width}"
    first = documents.rejected(sales, manager, company.forms["quote"], _values(today, customer=customer), REASON)

    author = open_screen(sales, width=width, language=language)
    author.go(f"/records/{first['record_id']}")
    author.says("flows:round.ended.rejected", opinion=REASON)
    author.press("forms:record.correct")
    author.says("flows:round.ended.rejected", opinion=REASON)
    sheet = quoting.Sheet(author)
    author.hand.write(sheet.cell("quantity", 1), "80")
    author.press("forms:edit.submit")
    author.page.wait_for_url(f"**/records/{first['record_id']}")
    author.says("forms:state.in_approval")
    author.navigate("started")
    expect(author.page.get_by_role("link", name=customer).locator("visible=true")).to_have_count(1)

    decider = open_screen(manager, width=width, language=language)
    decider.go("/todos")
    decider.hand.press(decider.page.get_by_role("link", name=re.compile(customer)).first)
    decider.says("flows:round.again.rejected", round=2, opinion=REASON)
    expect(decider.page.locator("del").filter(has_text="100").locator("visible=true").first).to_be_visible()
    decider.does_not_scroll_sideways()
    documents.open_part(decider, "trail")
    decider.says("flows:round.nth", round=1)
    decider.press("flows:decide.approve.verb")
    decider.press("flows:decide.approve.verb")
    expect(decider.dialog).to_have_count(0)
    decider.says("forms:state.approved")


def test_the_address_of_an_approval_leads_to_its_round_of_the_document(
    company: Company, open_screen: Open, today: date
) -> None:
    sales, manager = company.people["sales"], company.people["manager"]
    first = documents.rejected(sales, manager, company.forms["quote"], _values(today), REASON)
    documents.corrected(sales, first["record_id"], remark="已改", lines=_values(today)["lines"])
    screen = open_screen(sales)
    screen.go("/todos")
    screen.go(f"/runs/{first['id']}")
    expect(screen.page).to_have_url(re.compile(rf"/records/{first['record_id']}\?run={first['id']}$"))
    screen.sees(REASON)
    expect(screen.page.locator("details[open]").get_by_text(REASON)).to_be_visible()
    screen.page.go_back()
    expect(screen.page).to_have_url(re.compile("/todos$"))


def test_a_deleted_document_still_shows_what_became_of_it(company: Company, open_screen: Open, today: date) -> None:
    sales, manager, other = (company.people[key] for key in ("sales", "manager", "colleague"))
    first = documents.rejected(sales, manager, company.forms["quote"], _values(today), REASON)
    documents.deleted(sales, first["record_id"])
    for who in (sales, manager):
        screen = open_screen(who)
        screen.go(f"/runs/{first['id']}")
        screen.says("flows:doc.gone")
        screen.sees(REASON)
    stranger = open_screen(other)
    stranger.go(f"/records/{first['record_id']}")
    stranger.says("forms:record.missing")


def test_on_a_phone_the_decision_has_the_lower_edge_for_itself(
    company: Company, open_screen: Open, today: date
) -> None:
    sales, manager = company.people["sales"], company.people["manager"]
    run = documents.rejected(sales, manager, company.forms["quote"], _values(today), REASON)
    documents.corrected(sales, run["record_id"], lines=_values(today)["lines"])
    screen = open_screen(manager, width=PHONE)
    screen.go(f"/records/{run['record_id']}")
    bar = screen.page.get_by_role("region", name=screen.words("flows:turn.title"))
    expect(bar).to_be_visible()
    expect(screen.page.get_by_role("navigation")).to_have_count(0)
    buttons = [button.bounding_box() for button in bar.get_by_role("button").all()]
    assert len(buttons) == 2
    assert all(box and box["width"] > 160 for box in buttons), buttons
    screen.page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    content = screen.page.get_by_text(quoting.Sheet(screen).label("remark"), exact=True).bounding_box()
    edge = bar.bounding_box()
    assert content
    assert edge
    assert content["y"] + content["height"] <= edge["y"], "the last value is hidden behind the bar"


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_a_long_document_is_printed_from_its_first_page_on(
    company: Company, open_screen: Open, today: date, language: str
) -> None:
    sales = company.people["sales"]
    values = _values(today, rows=60, customer="六十行")
    run = sales.browser.post("/v1/runs", {"form_id": company.forms["quote"], "values": values}).body
    screen = open_screen(sales, language=language)
    screen.go(f"/records/{run['record_id']}")
    screen.says("flows:trail.waiting")
    screen.page.emulate_media(media="print")
    paper = screen.page.get_by_role("article")
    expect(paper).to_be_visible()
    top = paper.bounding_box()
    assert top
    assert top["y"] < 40, "the first page begins with something else"
    expect(screen.page.get_by_role("navigation")).to_have_count(0)
    expect(paper.get_by_role("row")).not_to_have_count(0)
    assert paper.get_by_text("球阀 DN50").count() == 60
    expect(paper.get_by_role("row", name=screen.words("flows:print.total")).last).to_contain_text("2,460,000.00")
    expect(paper.get_by_text("人民币贰佰肆拾陆万元整")).to_have_count(1 if language == "zh-CN" else 0)
    name = sales.browser.get("/v1/me").body["company"]["name"]
    expect(paper.get_by_text(name)).to_be_visible()
    expect(paper.get_by_text(screen.words("flows:print.sign"))).to_be_visible()
    pages = len(re.findall(rb"/Type\s*/Page\b", screen.page.pdf(prefer_css_page_size=True)))
    assert pages == 3

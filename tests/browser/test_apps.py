"""Apps, as a builder makes them and as everybody finds forms by them."""

import re

import pytest
from playwright.sync_api import expect

from tools.client import Company

from .people import Open
from .screen import PHONE, WIDE, Screen


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_a_form_that_is_moved_into_a_new_app_is_found_there(company: Company, open_screen: Open, width: int) -> None:
    builder = open_screen(company.admin, width=width)
    name = f"销售管理{width}"
    builder.go("/manage/apps")
    builder.press("apps:add")
    builder.write(builder.words("apps:name"), name)
    builder.press("apps:add")
    expect(builder.dialog).to_have_count(0)
    builder.sees(name)

    _move(builder, "报价单", name)
    moved = builder.page.get_by_role("list", name=builder.words("apps:formsOf", name=name))
    expect(moved.get_by_text("报价单", exact=True)).to_be_visible()

    reader = open_screen(company.people["sales"], width=width)
    reader.go("/")
    if reader.is_phone:
        reader.press("app:nav.me")
    menu = reader.top.get_by_role("list", name=reader.words("app:nav.apps"))
    expect(menu.get_by_text(name, exact=True)).to_have_count(1)
    menu.get_by_text(name, exact=True).click()
    reader.hand.press(menu.get_by_role("link", name="报价单", exact=True))
    expect(reader.page).to_have_url(re.compile(f"/forms/{company.forms['quote']}/records$"))
    _move(builder, "报价单", "默认应用")  # other tests look for it where it was


def _move(builder: Screen, form: str, app: str) -> None:
    builder.page.get_by_role("combobox", name=builder.words("apps:appOf", name=form)).click()
    builder.page.locator(".ant-select-item-option").filter(has_text=app).click()

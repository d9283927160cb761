"""Somebody who has never seen it builds a leave request and its approval from nothing, with nothing but the screen."""

import secrets
from datetime import date, timedelta

from tools.journey.installation import Local

from . import doors, setting_up
from .form_editor import FormEditor
from .people import Open

PASSWORD = "correct-horse-battery"
FORM = "请假单"


def test_a_newcomer_builds_a_leave_request_and_colleagues_use_it(
    installation: Local, open_screen: Open, today: date
) -> None:
    at = secrets.token_hex(4)
    company = f"新公司 {at}"

    def person(name: str, address: str) -> dict[str, str]:
        return {"company": company, "name": name, "email": f"{address}@n{at}.example", "password": PASSWORD}

    boss, manager, sales = person("沈国华", "grant"), person("王建军", "james"), person("陈晓琳", "lynn")
    admin = open_screen()
    doors.sign_up(admin, installation, **boss)
    setting_up.add_department(admin, "销售部")
    for each in (manager, sales):
        setting_up.invite(admin, name=each["name"], email=each["email"], department="销售部")
    first, second = open_screen(), open_screen()
    doors.join(first, installation, **manager)
    doors.join(second, installation, **sales)
    setting_up.set_head(admin, "销售部", boss["name"])
    setting_up.set_manager(admin, sales["name"], manager["name"])

    editor = FormEditor(admin)
    editor.create(FORM)
    editor.add("choice", "请假类型")
    editor.offer("年假", "病假", "事假")
    editor.add("date", "开始日期")
    editor.add("date", "结束日期")
    editor.add("formula", "天数")
    editor.reckon('DATEDIF([开始日期], [结束日期], "D") + 1')
    editor.add("long_text", "事由")
    editor.publish()

    second.navigate("new")
    second.hand.press(second.find("link", FORM))
    second.choose("请假类型", "病假")
    for label, day in (("开始日期", today), ("结束日期", today + timedelta(days=4))):
        second.write(label, day.isoformat())
        second.page.keyboard.press("Enter")
    second.sees("5")

"""Somebody who has never seen it builds a leave request and its approval from nothing, with nothing but the screen."""

import secrets
from datetime import date, timedelta

from playwright.sync_api import expect

from tools.journey.installation import Local

from . import doors, quoting, setting_up
from .flow_editor import FlowEditor
from .form_editor import FormEditor
from .people import Open
from .screen import Screen

PASSWORD = "correct-horse-battery"
FORM = "请假单"
DEPARTMENT = "销售部"


def test_a_newcomer_builds_a_leave_request_and_colleagues_use_it(
    installation: Local, open_screen: Open, today: date
) -> None:
    at = secrets.token_hex(4)

    def person(name: str, address: str) -> dict[str, str]:
        return {"company": f"新公司 {at}", "name": name, "email": f"{address}@n{at}.example", "password": PASSWORD}

    boss, manager, sales = person("沈国华", "grant"), person("王建军", "james"), person("陈晓琳", "lynn")
    admin, first, second = open_screen(), open_screen(), open_screen()
    doors.sign_up(admin, installation, **boss)
    setting_up.add_department(admin, DEPARTMENT)
    for each in (manager, sales):
        setting_up.invite(admin, name=each["name"], email=each["email"], department=DEPARTMENT)
    doors.join(first, installation, **manager)
    doors.join(second, installation, **sales)
    setting_up.set_head(admin, DEPARTMENT, boss["name"])
    setting_up.set_manager(admin, sales["name"], manager["name"])
    _builds_the_form(admin)
    _builds_the_flow(admin)

    _asks_for_leave(second, today, days=2)
    first.go("/")
    quoting.decide_from_home(first, FORM, "approve")
    second.page.reload()
    second.says("flows:status.approved")

    _asks_for_leave(second, today, days=5)
    first.go("/")
    quoting.decide_from_home(first, FORM, "approve")
    second.page.reload()
    second.says("flows:trail.waiting", names=boss["name"])
    admin.go("/")
    quoting.decide_from_home(admin, FORM, "approve")
    second.page.reload()
    second.says("flows:status.approved")


def _builds_the_form(screen: Screen) -> None:
    """Kind, from, to, days by themselves, why."""
    editor = FormEditor(screen)
    editor.create(FORM)
    editor.add("choice", "请假类型")
    editor.offer("年假", "病假", "事假")
    editor.add("date", "开始日期")
    editor.add("date", "结束日期")
    editor.add("formula", "天数")
    editor.reckon('DATEDIF([开始日期], [结束日期], "D") + 1')
    editor.add("long_text", "事由")
    editor.publish()


def _builds_the_flow(screen: Screen) -> None:
    """The manager; if it is more than three days, the head of the department after him."""
    words = screen.words
    editor = FlowEditor(screen)
    editor.create(FORM)
    editor.add("approve", words("flows-editor:start.name"), "上级审批")
    editor.asks(words("flows-editor:rules.who.manager"))
    editor.add("branch", "上级审批", "请几天")
    editor.select_arm(words("flows-editor:new.arm", number=1))
    editor.rename("超过三天")
    editor.when("天数", words("flows-editor:conditions.op.gt"), "3")
    editor.add("approve", "超过三天", "部门负责人审批")
    editor.ask_instead("department_head", words("flows-editor:rules.who.own_head"))
    editor.publish()


def _asks_for_leave(screen: Screen, today: date, days: int) -> None:
    screen.navigate("new")
    screen.hand.press(screen.find("link", FORM))
    screen.choose("请假类型", "病假")
    for label, day in (("开始日期", today), ("结束日期", today + timedelta(days=days - 1))):
        screen.write(label, day.isoformat())
        screen.page.keyboard.press("Enter")
    group = screen.page.get_by_role("group", name="天数", exact=True)
    expect(group.locator("output")).to_have_text(str(days))
    screen.write("事由", "身体不适")
    quoting.submit(screen)

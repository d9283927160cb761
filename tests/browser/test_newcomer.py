"""Somebody who has never seen it builds a leave request and its approval from nothing, with nothing but the screen.

The builder's guide tells the same story in the same words; its pictures are those kept here (docs/guide.md).
"""

import secrets
from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from chalicelib.conditions.operators import OPERATORS
from tests.journey.installation import Local

from . import quoting, setting_up, sign_in_steps
from .flow_editor import FlowEditor
from .form_editor import FormEditor
from .people import Open
from .screen import Screen
from .story import STORIES, Story

PASSWORD = "correct-horse-battery"


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.language)
def test_a_newcomer_builds_a_leave_request_and_colleagues_use_it(
    installation: Local, open_screen: Open, today: date, story: Story
) -> None:
    at = secrets.token_hex(4)

    def person(name: str, address: str) -> dict[str, str]:
        return {"company": story.company, "name": name, "email": f"{address}@n{at}.example", "password": PASSWORD}

    boss, manager, sales = map(person, story.people, ("grant", "james", "lynn"))
    admin, first, second = (open_screen(language=story.language) for _ in story.people)
    sign_in_steps.sign_up(admin, installation, **boss)
    setting_up.add_department(admin, story.department)
    for each in (manager, sales):
        setting_up.invite(admin, name=each["name"], email=each["email"], department=story.department)
    sign_in_steps.join(first, installation, **manager)
    sign_in_steps.join(second, installation, **sales)
    setting_up.set_head(admin, story.department, boss["name"])
    setting_up.set_manager(admin, sales["name"], manager["name"])
    _builds_the_form(admin, story)
    _builds_the_flow(admin, story)

    _asks_for_leave(second, story, today, days=2)
    _approves(first, story)
    second.page.reload()
    second.says("flows:status.approved")

    _asks_for_leave(second, story, today, days=5)
    first.go("/")
    first.sees(story.form)
    first.keep(story.kept("home"))
    _approves(first, story)
    second.page.reload()
    second.says("flows:trail.waiting", names=boss["name"])
    second.keep(story.kept("waiting"))
    _approves(admin, story)
    second.page.reload()
    second.says("flows:status.approved")


def _builds_the_form(screen: Screen, story: Story) -> None:
    """Kind, from, to, days by themselves, why."""
    editor = FormEditor(screen)
    editor.create(story.form)
    editor.add("choice", story.kind)
    editor.offer(*story.kinds)
    editor.add("date", story.first_day)
    editor.add("date", story.last_day)
    editor.add("formula", story.days)
    editor.reckon(f'DATEDIF([{story.first_day}], [{story.last_day}], "D") + 1')
    screen.keep(story.kept("form"))
    editor.add("long_text", story.reason)
    editor.publish(approval="flow")
    screen.keep(story.kept("published"))


def _builds_the_flow(screen: Screen, story: Story) -> None:
    """From the form's last step on: the manager; if it is more than three days, the head of the department, too."""
    words = screen.words
    editor = FlowEditor(screen)
    screen.press("forms-editor:published.makeFlow")
    editor.begin(story.form)
    editor.add("approve", words("flows-editor:start.name"), story.manager_step)
    editor.asks(words("flows-editor:rules.who.manager"))
    editor.add("branch", story.manager_step, story.question)
    editor.select_arm(words("flows-editor:new.arm", number=1))
    editor.rename(story.long)
    editor.when(story.days, OPERATORS["gt"].label[words.language], "3")
    screen.keep(story.kept("condition"))
    editor.add("approve", story.long, story.head_step)
    editor.ask_instead("department_head", words("flows-editor:rules.who.own_head"))
    screen.keep(story.kept("flow"))
    editor.publish()


def _asks_for_leave(screen: Screen, story: Story, today: date, days: int) -> None:
    screen.navigate("new")
    screen.hand.press(screen.find("link", story.form))
    screen.choose(story.kind, story.kinds[1])
    for label, day in ((story.first_day, today), (story.last_day, today + timedelta(days=days - 1))):
        screen.write(label, day.isoformat())
        screen.page.keyboard.press("Enter")
    group = screen.page.get_by_role("group", name=story.days, exact=True)
    expect(group.locator("output")).to_have_text(str(days))
    screen.write(story.reason, story.because)
    screen.sees(story.people[1])
    screen.keep(story.kept("fill"))
    quoting.submit(screen)


def _approves(screen: Screen, story: Story) -> None:
    screen.go("/")
    quoting.decide_from_home(screen, story.form, "approve")

"""A company signs up, its people join by mail, and who reports to whom is settled."""

from typing import Any

from tools.client import company as build
from tools.demo.data import load

from ..checks import refused, same
from ..story import Story

BUILDS_ON: tuple[str, ...] = ()


def tell(story: Story) -> None:
    steps, company = story.steps, story.company
    admin = company.admin
    steps.chapter(f"{company.plan['company']} signs up")
    with steps.step("sign up, and open the company by the mailed link"):
        build.sign_up(company)
    with steps.step("a 14-day trial, its administrator and a starting organisation are there"):
        _check_start(admin.browser.get("/v1/me").body, company.plan["company"])
    with steps.step("the link works once"):
        token = next(mail.token for mail in reversed(story.at.mails()) if mail.to == admin.email)
        refused(admin.browser.ask("POST", "/v1/sign-up/verify", {"token": token}), 409, "link_used_or_expired")
    with steps.step(f"{len(company.plan['departments'])} departments, positions, a role of its own"):
        build.ensure_places(company)
    for person in list(company.people.values())[1:]:
        with steps.step(f"{person.name} is invited, and accepts by mail"):
            build.invite(company, person)
            build.accept(company, person)
            same("who is signed in", person.name, person.browser.get("/v1/me").body["name"])
    with steps.step("reporting lines and heads of departments"):
        build.ensure_lines(company)
        _check_lines(story)
    with steps.step("nobody without the right changes them"):
        mine = company.people["sales"]
        answer = mine.browser.ask("PUT", f"/v1/members/{mine.id}", {"manager_id": ""}, headers={"If-Match": '"1"'})
        refused(answer, 403, "denied")


def _check_start(me: dict[str, Any], name: str) -> None:
    company = me["company"]
    same("the company's name", name, company["name"])
    same("state", "trial", company["state"])
    same("days left", 14, company["trial_days_left"])
    same("administrator", True, me["administrator"])
    same("department", name, me["department"]["name"])


def _check_lines(story: Story) -> None:
    people = story.company.people
    members = {each["id"]: each for each in people["assistant"].browser.every("/v1/members")}
    for person in people.values():
        manager = people[person.plan["manager"]].id if person.plan["manager"] else ""
        same(f"manager of {person.name}", manager, members[person.id]["manager_id"])
    departments = {each["id"]: each["head_id"] for each in people["assistant"].browser.every("/v1/departments")}
    for plan in load("company")["departments"]:
        department = story.company.departments[plan["key"]]
        same(f"head of {plan['name']}", people[plan["head"]].id, departments[department])

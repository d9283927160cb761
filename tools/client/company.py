"""A company as its people build it through the API: departments, roles, members by mail, reporting lines.

Every `ensure_…` looks first and changes only what is missing or different, so that a second run changes nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from .browser import Answer, Browser, Mismatch
from .mailbox import Mailbox, link_token

ROOT = "root"


@dataclass(slots=True)
class Person:
    """`plan` is this person's entry in company.json; `id` is known once he is a member."""

    plan: Mapping[str, Any]
    email: str
    password: str
    browser: Browser
    id: str = ""

    @property
    def key(self) -> str:
        return str(self.plan["key"])

    @property
    def name(self) -> str:
        return str(self.plan["name"])

    def sign_in(self) -> bool:
        """False if there is no such account, or not with this password."""
        answer = self.browser.ask("POST", "/v1/session", {"email": self.email, "password": self.password})
        if answer.expect(200, 401).status == 401:
            return False
        self.id = answer.body["member_id"]
        return True


@dataclass(slots=True)
class Company:
    """`plan` is company.json. The administrator is the first of `people`; he acts in everything below."""

    plan: Mapping[str, Any]
    people: dict[str, Person]
    mailbox: Mailbox
    departments: dict[str, str] = field(default_factory=dict)
    positions: dict[str, str] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    forms: dict[str, str] = field(default_factory=dict)

    @property
    def admin(self) -> Person:
        return next(iter(self.people.values()))

    def filled(self, definition: Any) -> Any:
        """A definition with each `$member:key`, `$role:key`, `$department:key`, `$form:key` replaced by its id."""
        if isinstance(definition, dict):
            return {name: self.filled(value) for name, value in definition.items()}
        if isinstance(definition, list):
            return [self.filled(value) for value in definition]
        if isinstance(definition, str) and definition.startswith("$"):
            kind, _, key = definition[1:].partition(":")
            return self._id(kind, key)
        return definition

    def _id(self, kind: str, key: str) -> str:
        if kind == "member":
            return self.people[key].id
        named = {"role": self.roles, "department": self.departments, "position": self.positions, "form": self.forms}
        return named[kind][key]


def new_company(
    plan: Mapping[str, Any], mailbox: Mailbox, browse: Callable[[str], Browser], *, domain: str, password: str
) -> Company:
    """Nobody has signed up yet. `browse` opens a browser in a language."""
    people = {
        each["key"]: Person(each, f"{each['email']}@{domain}", password, browse(each["language"]))
        for each in plan["people"]
    }
    return Company(plan, people, mailbox)


def sign_up(company: Company) -> Answer:
    """The administrator signs up and follows the mailed link; answers what the verification answered."""
    admin = company.admin
    asked = {
        "company": company.plan["company"],
        "name": admin.name,
        "email": admin.email,
        "password": admin.password,
        "language": company.plan["language"],
    }
    admin.browser.post("/v1/sign-up", asked).expect(202)
    answer = admin.browser.post("/v1/sign-up/verify", {"token": link_token(company.mailbox, admin.email)})
    admin.id = answer.body["member_id"]
    return answer


def ensure_places(company: Company) -> None:
    """Departments, positions and roles."""
    browser = company.admin.browser
    departments = {each["name"]: each for each in browser.every("/v1/departments")}
    company.departments[ROOT] = next(each["id"] for each in departments.values() if not each["parent_id"])
    for plan in company.plan["departments"]:
        wanted = {"name": plan["name"], "parent_id": company.departments[plan["parent"]]}
        company.departments[plan["key"]] = _ensure(browser, "/v1/departments", departments, wanted)
    positions = {each["name"]: each for each in browser.every("/v1/positions")}
    for plan in company.plan["positions"]:
        company.positions[plan["key"]] = _ensure(browser, "/v1/positions", positions, {"name": plan["name"]})
    roles = {each["name"]: each for each in browser.every("/v1/roles")}
    company.roles |= _builtin(roles)
    for plan in company.plan["roles"]:
        wanted = {"name": plan["name"], "permissions": plan["permissions"]}
        company.roles[plan["key"]] = _ensure(browser, "/v1/roles", roles, wanted)


def _ensure(browser: Browser, path: str, present: Mapping[str, Any], wanted: Mapping[str, Any]) -> str:
    found = present.get(wanted["name"])
    return str(found["id"] if found else browser.post(path, wanted).expect(201).body["id"])


def _builtin(roles: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """The roles that every company starts with, told apart by what they may do."""
    found: dict[str, str] = {}
    for role in roles.values():
        if role["builtin"]:
            kind = "administrator" if role["permissions"] == ["*"] else "builder" if role["permissions"] else "member"
            found[kind] = role["id"]
    return found


def ensure_members(company: Company) -> list[str]:
    """Everybody of the plan is a member, by invitation and mailed link; answers the keys of those who joined now."""
    browser = company.admin.browser
    present = {each["email"]: each["id"] for each in browser.every("/v1/members")}
    invited = {each["email"]: each["id"] for each in browser.every("/v1/invitations")}
    joined = []
    for person in company.people.values():
        if person.email in present:
            person.id = present[person.email]
            continue
        if person.email in invited:
            browser.post(f"/v1/invitations/{invited[person.email]}/resend")
        else:
            invite(company, person)
        accept(company, person)
        joined.append(person.key)
    return joined


def invite(company: Company, person: Person) -> Answer:
    plan = person.plan
    wanted = {
        "email": person.email,
        "name": person.name,
        "department_id": company.departments[plan["department"]],
        "position_id": company.positions[plan["position"]],
        "role_ids": [company.roles[each] for each in plan["roles"]],
        "language": plan["language"],
    }
    return company.admin.browser.post("/v1/invitations", wanted).expect(201)


def accept(company: Company, person: Person) -> None:
    """With the newest mailed link; he is signed in afterwards. Raises Mismatch if the link offers another company."""
    token = link_token(company.mailbox, person.email)
    offer = person.browser.post("/v1/invitations/look", {"token": token}).expect(200).body
    if offer["company"] != company.plan["company"]:
        raise Mismatch(f"what the invitation of {person.email} offers", company.plan["company"], offer)
    answer = person.browser.post("/v1/invitations/accept", {"token": token, "password": person.password})
    person.id = answer.expect(201).body["member_id"]


def ensure_lines(company: Company) -> None:
    """Everybody's place, manager and roles, and every department's head, as the plan says."""
    browser = company.admin.browser
    members = {each["id"]: each for each in browser.every("/v1/members")}
    for person in company.people.values():
        plan = person.plan
        manager = company.people[plan["manager"]].id if plan["manager"] else ""
        wanted = {
            "department_id": company.departments[plan["department"]],
            "position_id": company.positions[plan["position"]],
            "manager_id": manager,
        }
        _change(browser, f"/v1/members/{person.id}", members[person.id], wanted)
    departments = {each["id"]: each for each in browser.every("/v1/departments")}
    for plan in company.plan["departments"]:
        found = departments[company.departments[plan["key"]]]
        _change(browser, f"/v1/departments/{found['id']}", found, {"head_id": company.people[plan["head"]].id})


def _change(browser: Browser, path: str, now: Mapping[str, Any], wanted: Mapping[str, Any]) -> None:
    if any(now[name] != value for name, value in wanted.items()):
        browser.put(path, wanted, now["version"])

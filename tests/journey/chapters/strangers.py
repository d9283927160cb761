"""A second company tries the first one's ids; they answer as ids that never were."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tools.client import Answer, Browser, apps, new_company
from tools.client import company as build

from ..checks import indistinguishable, refused, same
from ..story import Story
from .quoting import AGREEMENT, WITH_FILE

BUILDS_ON = ("quoting",)

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
PLAN = {
    "company": "北辰精密机械有限公司",
    "language": "en",
    "people": [{"key": "admin", "name": "Nora North", "email": "nora", "language": "en"}],
}
OWN_FORM = {
    "name": "Note",
    "fields": [
        {"id": "subject", "type": "text", "name": "Subject", "required": True},
        {"id": "file", "type": "attachment", "name": "File"},
        {"id": "who", "type": "member", "name": "Who"},
        {"id": "unit", "type": "department", "name": "Unit"},
    ],
}


def tell(story: Story) -> None:
    steps = story.steps
    steps.chapter("A second company")
    with steps.step(f"{PLAN['company']} signs up"):
        other = new_company(
            PLAN,
            story.at,
            story.at.browse,
            domain=f"beichen-{story.stamp}.example",
            password=story.company.admin.password,
        )
        build.sign_up(other)
    stranger = other.admin.browser
    with steps.step("what it will try: ids of everything that the first company has"):
        known = _known_ids(story)
    pairs = {name: (value, never_was(value)) for name, value in known.items()}
    with steps.step("reading and downloading by id: as if it never was"):
        same("routes tried, at least", True, _try_reads(stranger, pairs) >= len(pairs))
    with steps.step("deciding, withdrawing, changing, deleting by id: as if it never was"):
        for attempt in _writes(story):
            _try(stranger, attempt, pairs)
    with steps.step("naming the ids in bodies and filters: as if they never were"):
        own_form = apps.publish_form(stranger, OWN_FORM)
        for attempt in _mentions(story, own_form):
            _try(stranger, attempt, pairs)
    with steps.step("its lists hold nothing of the first company"):
        _check_lists(stranger, story, known)
    with steps.step("a cursor of the first company is refused"):
        _check_cursor(stranger, story)
    with steps.step("and the first company has lost nothing"):
        _check_untouched(story)


def never_was(known: str) -> str:
    """An id of the same kind and age that nobody was given; a run keeps its number behind the record's id."""
    record_id, dot, number = known.partition(".")
    head, tail = record_id[:-8], record_id[-8:]
    return head + "".join(ALPHABET[(ALPHABET.index(char) + 7) % len(ALPHABET)] for char in tail) + dot + number


def _known_ids(story: Story) -> dict[str, str]:
    """By the names that the API's paths use."""
    company, sent = story.company, story.sent[WITH_FILE]
    admin = company.admin.browser
    build.invite(company, build.Person(dict(company.plan["people"][-1]), f"late@{story.stamp}.example", "", admin))
    known = {
        "form_id": story.form_id,
        "flow_id": story.flow_id,
        "run_id": sent.run_id,
        "record_id": sent.record_id,
        "attachment_id": story.file_id,
        "member_id": company.people["manager"].id,
        "department_id": company.departments["east"],
        "position_id": company.positions["cfo"],
        "role_id": company.roles["cfo"],
        "invitation_id": next(admin.every("/v1/invitations"))["id"],
        "session_id": next(admin.every("/v1/sessions"))["id"],
        "tenant_id": admin.get("/v1/session").body["tenant_id"],
    }
    if story.webhook_id:
        known["webhook_id"] = story.webhook_id
        known["delivery_id"] = next(admin.every(f"/v1/webhooks/{story.webhook_id}/deliveries"))["id"]
    return known


@dataclass(frozen=True, slots=True)
class Attempt:
    """`path` and `body` name ids as `{form_id}`."""

    method: str
    path: str
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)


def _try(stranger: Browser, attempt: Attempt, pairs: dict[str, tuple[str, str]]) -> None:
    foreign, bogus = (_ask(stranger, attempt, {name: pair[side] for name, pair in pairs.items()}) for side in (0, 1))
    indistinguishable(foreign, bogus, [each for pair in pairs.values() for each in pair])
    if "{" in attempt.path.partition("?")[0]:
        foreign.expect(404)
    elif attempt.method != "GET":
        foreign.expect(404, 422)


def _ask(browser: Browser, attempt: Attempt, ids: dict[str, str]) -> Answer:
    def filled(text: str) -> str:
        for name, value in ids.items():
            text = text.replace("{" + name + "}", value)
        return text

    body = None if attempt.body is None else json.loads(filled(json.dumps(attempt.body)))
    return browser.ask(attempt.method, filled(attempt.path), body, headers=attempt.headers)


def _try_reads(stranger: Browser, pairs: dict[str, tuple[str, str]]) -> int:
    """Every GET of the published contract that names an id; how many."""
    paths = stranger.get("/v1/openapi.json").body["paths"]
    found = [
        path for path, methods in paths.items() if "get" in methods and any(f"{{{name}}}" in path for name in pairs)
    ]
    for path in found:
        _try(stranger, Attempt("GET", path.replace("{number}", "1").replace("{version}", "1")), pairs)
    return len(found)


def _writes(story: Story) -> Iterator[Attempt]:
    anything = {"If-Match": '"1"'}
    task = "/v1/runs/{run_id}/tasks/t1/decide"
    yield Attempt("POST", task, {"decision": "approve", "opinion": "mine now"})
    yield Attempt("POST", task, {"decision": "reject", "opinion": "mine now"})
    yield Attempt("POST", "/v1/runs/{run_id}/withdraw", {})
    yield Attempt("POST", "/v1/runs/{run_id}/comments", {"text": "hello"})
    yield Attempt("POST", "/v1/runs/{run_id}/cc", {"members": ["{member_id}"]})
    yield Attempt("POST", "/v1/cc/{run_id}/read", {})
    yield Attempt("PUT", "/v1/records/{record_id}", {"values": {"customer": "x"}}, anything)
    yield Attempt("DELETE", "/v1/records/{record_id}", None, anything)
    yield Attempt("POST", "/v1/records/{record_id}/restore", {})
    yield Attempt("POST", "/v1/forms/{form_id}/records", {"values": {"customer": "x"}})
    announced = {"field": "attachment", "name": "x.pdf", "content_type": "application/pdf", "size": 3}
    yield Attempt("POST", "/v1/forms/{form_id}/attachments", announced)
    yield Attempt("PUT", "/v1/forms/{form_id}", OWN_FORM, anything)
    yield Attempt("POST", "/v1/forms/{form_id}/publish", {}, anything)
    yield Attempt("POST", "/v1/forms/{form_id}/archive", {})
    yield Attempt("POST", "/v1/forms/{form_id}/place", {"key": "mine"})
    yield Attempt("PUT", "/v1/flows/{flow_id}", _flow(), anything)
    yield Attempt("POST", "/v1/flows/{flow_id}/publish", {}, anything)
    yield Attempt("POST", "/v1/flows/{flow_id}/disable", {})
    yield Attempt("PUT", "/v1/members/{member_id}", {"name": "x"}, anything)
    yield Attempt("POST", "/v1/members/{member_id}/deactivate", {})
    yield Attempt("PUT", "/v1/departments/{department_id}", {"name": "x"}, anything)
    yield Attempt("DELETE", "/v1/departments/{department_id}", None, anything)
    yield Attempt("PUT", "/v1/positions/{position_id}", {"name": "x"}, anything)
    yield Attempt("PUT", "/v1/roles/{role_id}", {"name": "x", "permissions": []}, anything)
    yield Attempt("DELETE", "/v1/roles/{role_id}", None, anything)
    yield Attempt("POST", "/v1/invitations/{invitation_id}/resend", {})
    yield Attempt("DELETE", "/v1/invitations/{invitation_id}")
    yield Attempt("DELETE", "/v1/sessions/{session_id}")
    if story.webhook_id:
        yield Attempt("DELETE", "/v1/webhooks/{webhook_id}", None, anything)
        yield Attempt("POST", "/v1/webhooks/{webhook_id}/rotate-secret", {})
        yield Attempt("POST", "/v1/webhooks/{webhook_id}/deliveries/{delivery_id}/resend", {})


def _mentions(story: Story, own_form: str) -> Iterator[Attempt]:
    """Ids where a body or a filter names them."""
    records = f"/v1/forms/{own_form}/records"
    values = {"subject": "x"}
    yield Attempt("POST", records, {"values": {**values, "file": [{"id": "{attachment_id}"}]}})
    yield Attempt("POST", records, {"values": {**values, "who": "{member_id}"}})
    yield Attempt("POST", records, {"values": {**values, "unit": "{department_id}"}})
    yield Attempt("POST", "/v1/runs", {"form_id": "{form_id}", "values": values})
    yield Attempt("POST", "/v1/runs", {"record_id": "{record_id}"})
    yield Attempt("POST", "/v1/runs/preview", {"form_id": "{form_id}", "values": values})
    yield Attempt("POST", "/v1/runs/preview", {"record_id": "{record_id}"})
    yield Attempt("POST", "/v1/runs/preview", {"flow_id": "{flow_id}", "values": values})
    yield Attempt("POST", "/v1/flows", _flow())
    yield Attempt("POST", "/v1/departments", {"name": "x", "parent_id": "{department_id}"})
    person = {"email": f"x@{story.stamp}.example", "name": "x"}
    yield Attempt("POST", "/v1/invitations", {**person, "department_id": "{department_id}"})
    yield Attempt("POST", "/v1/invitations", {**person, "role_ids": ["{role_id}"]})
    yield Attempt("POST", "/v1/session/switch", {"tenant_id": "{tenant_id}"})
    yield Attempt("GET", "/v1/members?department_id={department_id}")
    yield Attempt("GET", "/v1/todos?form_id={form_id}")


def _flow() -> dict[str, Any]:
    step = {"type": "approve", "id": "a", "name": "a", "mode": "any", "approvers": [{"type": "initiator"}]}
    return {"form_id": "{form_id}", "name": "x", "steps": [step]}


def _check_lists(stranger: Browser, story: Story, known: dict[str, str]) -> None:
    canaries = [*known.values(), story.company.plan["company"], *(sent.run_id for sent in story.sent.values())]
    paths = stranger.get("/v1/openapi.json").body["paths"]
    for path in (path for path, methods in paths.items() if "get" in methods and "{" not in path):
        if path == "/v1/openapi.json":
            continue
        text = json.dumps(stranger.get(path).body, ensure_ascii=False)
        same(f"GET {path}: what belongs to the first company", [], [each for each in canaries if each in text])


def _check_cursor(stranger: Browser, story: Story) -> None:
    path = "/v1/members"
    cursor = story.company.admin.browser.get(f"{path}?limit=1").body["next_cursor"]
    refused(stranger.ask("GET", f"{path}?limit=1&cursor={cursor}"), 422, "cursor_invalid")


def _check_untouched(story: Story) -> None:
    sent = story.sent[WITH_FILE]
    sales = story.company.people["sales"].browser
    same("state", "approved", sales.get(f"/v1/records/{sent.record_id}").body["state"])
    deciders = [person for stage in sent.stages for person in stage]
    trail = apps.trail(sales, sent.run_id)
    same("who decided", [person.id for person in deciders], [each["by"] for each in trail if each["act"] == "approved"])
    same("its members", len(story.company.people), len(list(sales.every("/v1/members"))))
    same("the file", AGREEMENT.content, apps.download(sales, sent.record_id, story.file_id))

"""Text is text: what somebody writes anywhere is shown to others as he wrote it, and never runs."""

import secrets
from collections.abc import Mapping
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.journey.installation import Local
from tests.journey.receiver import Receiver
from tools.client import Company, Person, apps, link_token, new_company
from tools.client import company as build

from . import documents
from .people import Open, webhook_heard_once
from .screen import Screen
from .states import STATES

CANARY = "<img src=x onerror=alert(1)>"
BREAKS_OUT = "\"'><svg/onload=alert(2)>{{7*7}}${7*7}"
LINK = "javascript:alert(3)"
HATCHED = """
() => [...document.querySelectorAll('img[src="x"], svg[onload], [onerror], a[href^="javascript"], script:not([src])')]
  .map((element) => element.outerHTML)
"""


def _label(what: str) -> dict[str, str]:
    return {"zh-CN": f"{CANARY}{what}", "en": f"{what}{CANARY}"}


@pytest.fixture(scope="module")
def written(installation: Local, receiver: Receiver) -> dict[str, str]:
    """Names of things in a company whose every text is a canary, and its administrator's way in."""
    company = _company(installation)
    admin = company.admin
    form_id = apps.publish_form(admin.browser, company.filled(FORM))
    flow_id = apps.publish_flow(admin.browser, company.filled({**FLOW, "form_id": form_id}))
    file = apps.File(f"{CANARY}.pdf", "application/pdf", b"%PDF-1.4\n%%EOF\n")
    values = {
        "name": CANARY,
        "link": LINK,
        "kind": "one",
        "lines": [{"product": CANARY, "note": BREAKS_OUT}],
        "remark": f"{CANARY}\n{BREAKS_OUT}",
        "by": admin.id,
    }

    def submit() -> dict[str, Any]:
        uploaded = apps.upload(admin.browser, form_id, "files", file)
        return apps.submit(admin.browser, form_id, {**values, "files": [{"id": uploaded}]})

    runs = [submit() for _ in range(6)]
    approved, rejected, withdrawn, waiting, again, gone = (str(run["id"]) for run in runs)
    _decide(admin, approved, "approve")
    _decide(admin, rejected, "reject")
    admin.browser.post(f"/v1/runs/{withdrawn}/withdraw", {"reason": CANARY})
    for run in (again, gone):
        _decide(admin, run, "reject")
    admin.browser.post("/v1/runs", {"record_id": runs[4]["record_id"]})
    documents.deleted(admin, runs[5]["record_id"])
    for run in (approved, waiting):
        admin.browser.post(f"/v1/runs/{run}/comments", {"text": f"{CANARY} {BREAKS_OUT}"})
    invited = f"invited@{admin.email.partition('@')[2]}"
    admin.browser.post("/v1/invitations", {"email": invited, "name": f"{CANARY}丁"})
    draft = str(admin.browser.post("/v1/forms", company.filled(FORM)).expect(201).body["id"])
    return {
        "quote": form_id,
        "faulty": draft,
        "unapproved": draft,
        "flow": flow_id,
        "record": runs[0]["record_id"],
        "draft": admin.browser.post(f"/v1/forms/{form_id}/records", {"values": values}).body["id"],
        "admin": admin.id,
        "sales": admin.id,
        "waiting": waiting,
        "approved": approved,
        "rejected": rejected,
        "rejected_record": runs[1]["record_id"],
        "again": runs[4]["record_id"],
        "gone": gone,
        "webhook": webhook_heard_once(admin.browser, receiver, CANARY),
        "invitation": link_token(installation, invited),
        "email": admin.email,
        "password": admin.password,
    }


def _company(at: Local) -> Company:
    place = {"department": "sub", "position": "boss", "manager": "", "roles": ["administrator"]}
    plan: Mapping[str, Any] = {
        "company": f"{CANARY}公司",
        "language": "zh-CN",
        "departments": [{"key": "sub", "name": f"{CANARY}部", "parent": "root", "head": "admin"}],
        "positions": [{"key": "boss", "name": f"{CANARY}总"}],
        "roles": [{"key": "extra", "name": f"{CANARY}角色", "permissions": []}],
        "people": [{"key": "admin", "name": f"{CANARY}甲", "email": "admin", "language": "zh-CN", **place}],
    }
    company = new_company(
        plan, at, at.browse, domain=f"canaries-{secrets.token_hex(4)}.example", password="correct-horse-battery"
    )
    build.sign_up(company)
    build.ensure_places(company)
    build.ensure_lines(company)
    return company


def _decide(admin: Person, run: str, decision: str) -> None:
    todo = apps.todo_of(admin.browser, run)
    assert todo is not None
    apps.decide(admin.browser, run, todo["task_id"], decision, f"{CANARY} {BREAKS_OUT}").expect(200)


FORM: dict[str, Any] = {
    "name": _label("表单"),
    "description": _label("说明"),
    "title": "{name} " + CANARY,
    "fields": [
        {
            "id": "name",
            "type": "text",
            "name": _label("名称"),
            "help": _label("提示"),
            "required": True,
            "indexed": True,
        },
        {"id": "link", "type": "text", "name": "链接"},
        {
            "id": "kind",
            "type": "choice",
            "name": _label("选项"),
            "options": {"choices": [{"value": "one", "name": _label("甲")}, {"value": CANARY, "name": CANARY}]},
        },
        {
            "id": "lines",
            "type": "lines",
            "name": _label("明细"),
            "options": {
                "columns": [
                    {"id": "product", "type": "text", "name": _label("产品")},
                    {"id": "note", "type": "text", "name": _label("备注")},
                ]
            },
        },
        {"id": "remark", "type": "long_text", "name": _label("备注")},
        {"id": "by", "type": "member", "name": _label("经办人")},
        {"id": "files", "type": "attachment", "name": _label("文件")},
        {
            "id": "shout",
            "type": "formula",
            "name": _label("公式"),
            "options": {"expression": "CONCAT(name, link)", "result": "text"},
        },
    ],
}
FLOW: dict[str, Any] = {
    "name": f"{CANARY}流程",
    "description": CANARY,
    "withdraw": "before_first_decision",
    "summary": ["name", "kind"],
    "steps": [
        {
            "type": "branch",
            "id": "branch",
            "name": f"{CANARY}分支",
            "branches": [
                {
                    "id": "way",
                    "name": f"{CANARY}路",
                    "condition": {"any": [{"all": [{"field": "kind", "op": "eq", "value": "one"}]}]},
                    "steps": [],
                }
            ],
            "default": {"name": f"{CANARY}其他", "steps": []},
        },
        {
            "type": "approve",
            "id": "one",
            "name": f"{CANARY}审批",
            "mode": "any",
            "approvers": [{"type": "initiator"}],
        },
        {"type": "approve", "id": "two", "name": f"{CANARY}复核", "mode": "any", "approvers": [{"type": "initiator"}]},
        {
            "type": "cc",
            "id": "copy",
            "name": f"{CANARY}抄送",
            "recipients": [{"type": "member", "members": ["$member:admin"]}],
        },
    ],
}
ADDRESSES = sorted({state.address for state in STATES})


def test_what_people_write_is_shown_and_never_runs(
    installation: Local, written: dict[str, str], open_screen: Open
) -> None:
    screen = open_screen(Person({}, written["email"], written["password"], installation.browse("zh-CN")))
    shown = 0
    for address in ADDRESSES:
        screen.go(address.format(**written))
        screen.page.wait_for_load_state("networkidle")
        _nothing_hatched(screen)
        shown += screen.page.get_by_text(CANARY).count()
    assert shown > 50

    screen.go(f"/runs/{written['waiting']}")
    screen.press("flows:decide.approve.verb")
    expect(screen.dialog.get_by_text(CANARY).first).to_be_visible()
    _nothing_hatched(screen)


def _nothing_hatched(screen: Screen) -> None:
    hatched = screen.page.evaluate(HATCHED)
    assert hatched == [], f"{screen.page.url}: {hatched}"

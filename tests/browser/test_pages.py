"""Every page in every state, on a desk and on a phone, in both languages and both colours: nobody is shut out, nothing
scrolls sideways, the content policy holds, and a picture of each is kept in .local/screens to be looked at.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.journey.installation import Local
from tests.journey.receiver import Receiver
from tools.client import Company, Person, link_token
from tools.demo.data import quotes
from tools.local.workdir import Workdir

from . import axe, documents, spoken
from .browser_pool import FORGET, SCREENS, BrowserPool, anew, speak
from .people import Open, staff, webhook_heard_once
from .screen import HEIGHTS, PHONE, WIDE, Screen
from .states import LEADS_ON, STATES, State
from .words import LANGUAGES, SOURCE


@pytest.fixture(scope="module")
def founder(installation: Local) -> Company:
    """A company of the first day: one invitation on its way, one webhook."""
    return staff(installation, "admin")


@pytest.fixture(scope="module")
def things(installation: Local, demo_company: Company, founder: Company, receiver: Receiver) -> dict[str, str]:
    """What stands in braces in the addresses of states."""
    boss = founder.admin.browser
    invited = f"lynn@{founder.admin.email.partition('@')[2]}"
    boss.post("/v1/invitations", {"email": invited, "name": "陈晓琳", "department_id": founder.departments["root"]})
    sales, colleague = demo_company.people["sales"], demo_company.people["colleague"]
    for person in (sales, colleague):
        assert person.sign_in()
    form = demo_company.forms["quote"]
    waiting = _run(sales, "running")
    manager = demo_company.people["manager"]
    assert manager.sign_in()
    values = quotes()[0].values(datetime.now(UTC).date())
    again = documents.rejected(sales, manager, form, {**values, "customer": "无锡通达"}, "账期改为 60 天。")[
        "record_id"
    ]
    documents.corrected(sales, again, customer="无锡通达机电", lines=values["lines"][:1])
    gone = documents.rejected(sales, manager, form, {**values, "customer": "已删除的客户"}, "重复提交。")
    documents.deleted(sales, gone["record_id"])
    rejected = _run(colleague, "rejected")
    return {
        "quote": form,
        "unapproved": _draft(demo_company.admin, REASON),
        "faulty": _draft(demo_company.admin, REASON, UNFINISHED, UNNAMED_CHOICE),
        "flow": demo_company.admin.browser.get(f"/v1/forms/{form}/published").body["flow_id"],
        "record": _record(sales, form, "approved"),
        "draft": _record(sales, form, "draft"),
        "admin": demo_company.admin.id,
        "sales": sales.id,
        "waiting": waiting,
        "again": again,
        "gone": str(gone["id"]),
        "approved": _run(sales, "approved"),
        "rejected": rejected,
        "rejected_record": str(colleague.browser.get(f"/v1/runs/{rejected}").body["record_id"]),
        "invitation": link_token(installation, invited),
        "webhook": webhook_heard_once(boss, receiver, "ERP"),
    }


@pytest.fixture(scope="module")
def kept(chromium: Browser, workdir: Workdir) -> Iterator[Open]:
    """A window for each person and language, kept from state to state: the app is made ready once."""
    pool = BrowserPool(chromium, workdir, {})
    found: dict[tuple[str, str], Screen] = {}

    def open_kept(
        person: Person | None = None, *, width: int = WIDE, language: str = "zh-CN", keyboard: bool = False
    ) -> Screen:
        whose = (person.email if person else "", language)
        if whose not in found:
            found[whose] = pool.open(person, language=language, keyboard=keyboard)
            found[whose].context.add_init_script(FORGET)
        found[whose] = anew(found[whose], width)
        if person is not None:
            speak(found[whose])
        return found[whose]

    yield open_kept
    pool.close()


REASON = {"id": "reason", "type": "text", "name": {"zh-CN": "事由", "en": "Reason"}}
UNFINISHED = {
    "id": "total",
    "type": "formula",
    "name": {"zh-CN": "合计", "en": "Total"},
    "options": {"expression": "reason * 2 +", "result": "number"},
}
UNNAMED_CHOICE = {
    "id": "kind",
    "type": "choice",
    "name": {"zh-CN": "类型", "en": "Kind"},
    "options": {"choices": [{"value": ""}]},
}


def _draft(person: Person, *fields: dict[str, Any]) -> str:
    """A form that was never published, and has no flow."""
    definition = {"name": {"zh-CN": "用章申请", "en": "Use of the seal"}, "fields": list(fields)}
    return str(person.browser.post("/v1/forms", definition).expect(201).body["id"])


def _run(person: Person, status: str) -> str:
    return next(str(each["run_id"]) for each in person.browser.every("/v1/started") if each["status"] == status)


def _record(person: Person, form: str, state: str) -> str:
    cards = person.browser.every(f"/v1/forms/{form}/records")
    return next(str(each["id"]) for each in cards if each["state"] == state and each["created_by"] == person.id)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_a_page_is_open_to_everybody(
    state: State,
    language: str,
    request: pytest.FixtureRequest,
    open_screen: Open,
    kept: Open,
    demo_company: Company,
    founder: Company,
    things: dict[str, str],
) -> None:
    person = founder.admin if state.who == "founder" else demo_company.people.get(state.who)
    chinese = language == "zh-CN"
    width = PHONE if state.phone_only else WIDE
    screen = (open_screen if state.has_own_window else kept)(person, width=width, language=language)
    request.node.stash[SCREENS] = [screen]
    state.before(screen)
    screen.go(state.address.format(**things))
    _settle(screen)
    state.act(screen)
    _settle(screen)
    found = []
    if not state.phone_only:
        _keep(screen, state, WIDE)
        if chinese:
            found += axe.violations(screen.page)
            found += spoken.english(screen.page)
    if not state.wide_only:
        screen.page.set_viewport_size({"width": PHONE, "height": HEIGHTS[PHONE]})
        _settle(screen)
        screen.does_not_scroll_sideways()
        _keep(screen, state, PHONE)
        if not chinese:
            found += axe.violations(screen.page)
    if chinese:
        screen.page.emulate_media(color_scheme="dark")
        expect(screen.page.locator("html")).to_have_attribute("data-scheme", "dark")
        _keep(screen, state, PHONE, "dark")
        found += axe.contrast_violations(screen.page)
    found += screen.watch.told()
    assert found == [], "\n".join(found)


def _settle(screen: Screen) -> None:
    """Everything that is on its way has come."""
    page = screen.page
    expect(page.get_by_role("heading").locator("visible=true").first).to_be_visible()
    expect(page.get_by_role("status").filter(has_text=screen.words("components:loading"))).to_have_count(0)
    expect(page.locator("[aria-busy=true]")).to_have_count(0)
    page.evaluate("() => document.fonts.ready.then(() => new Promise(requestAnimationFrame))")


def _keep(screen: Screen, state: State, width: int, suffix: str = "") -> None:
    short = {"zh-CN": "zh", "en": "en"}[screen.words.language]
    whole = screen.dialog.count() == 0
    screen.keep("-".join(filter(None, (state.name, str(width), short, suffix))), whole=whole)


@pytest.mark.parametrize(("path", "target"), LEADS_ON.items())
def test_an_address_that_is_no_page_leads_on(path: str, target: str, open_screen: Open, founder: Company) -> None:
    screen = open_screen(founder.admin)
    screen.go(path)
    expect(screen.page).to_have_url(re.compile(re.escape(target) + "$"))


def test_no_page_is_left_out() -> None:
    routes = [route for file in (SOURCE / "app").glob("*routes.ts*") for route in _routes(file)]

    assert len(routes) > 20
    assert {state.route for state in STATES} | set(LEADS_ON) == set(routes)


def _routes(file: Path) -> Iterator[str]:
    yield from re.findall(r"path: '([^']+)'", file.read_text("utf-8"))

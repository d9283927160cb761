"""What people do on the pages that `states.py` lists, and what is different before they come."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from playwright.sync_api import Route

from . import quoting
from .documents import open_part
from .screen import Screen

Act = Callable[[Screen], None]


def _nothing(_: Screen) -> None:
    """The page as it comes."""


@dataclass(frozen=True, slots=True)
class State:
    page: str
    state: str
    route: str
    who: str = "admin"
    """Whose window: somebody of the demo company; `founder` of an empty one; "" for nobody."""
    at: str = ""
    """The address, with names of things in braces; the route itself if it has no parameters."""
    act: Act = _nothing
    """What the person does there."""
    before: Act = _nothing
    """What is different before he comes: a server that does not answer as it should, another day."""
    phone_only: bool = False
    wide_only: bool = False

    @property
    def has_own_window(self) -> bool:
        """What is made different stays with a window."""
        return self.before is not _nothing

    @property
    def name(self) -> str:
        return f"{self.page}-{self.state}"

    @property
    def address(self) -> str:
        return self.at or self.route


def _refuse(route: Route) -> None:
    body = (
        '{"type":"urn:banli:error:throttled","title":"请求太频繁，请稍后再试。","status":429,'
        '"code":"throttled","correlation_id":"00000000-0000-4000-8000-000000000000"}'
    )
    route.fulfill(status=429, content_type="application/problem+json", body=body)


def refusing(addresses: str) -> Act:
    def before(screen: Screen) -> None:
        screen.page.route(addresses, _refuse)

    return before


def losing_the_next_page(addresses: str) -> Act:
    def answer(route: Route) -> None:
        if "cursor=" in route.request.url:
            _refuse(route)
        else:
            first = route.fetch()
            route.fulfill(response=first, json={**first.json(), "next_cursor": "next"})

    def before(screen: Screen) -> None:
        screen.page.route(addresses, answer)

    return before


def on_trial(days_left: int, *, over: bool = False) -> Act:
    """As `/v1/me` and `/v1/company` tell of it so many days before the end, or after it."""

    def company(shown: dict[str, object]) -> dict[str, object]:
        asked = {"administrators": ["沈国华", "陈晓琳"]} if over and "administrators" in shown else {}
        return {**shown, "state": "trial", "trial_days_left": days_left, "read_only": over, **asked}

    def me(route: Route) -> None:
        answer = route.fetch()
        told = answer.json()
        route.fulfill(response=answer, json={**told, "company": company(told["company"])})

    def settings(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, json=company(answer.json()))

    def before(screen: Screen) -> None:
        screen.page.route("**/v1/me", me)
        screen.page.route("**/v1/company", settings)

    return before


def waiting_for(count: int, *, more: bool = False) -> Act:
    def before(screen: Screen) -> None:
        screen.page.route("**/v1/todos/count", lambda route: route.fulfill(json={"count": count, "more": more}))

    return before


def with_apps(screen: Screen) -> None:
    """The default app, which holds every form, and a second one that is empty."""
    app = {"icon": "", "color": "", "menu": [], "version": 1}
    default = {**app, "id": "a" * 26, "key": "general", "name": {"zh-CN": "默认应用", "en": "General"}, "default": True}
    name = {"zh-CN": "采购与供应商", "en": "Purchasing and suppliers"}
    second = {**app, "id": "b" * 26, "key": "purchasing", "name": name, "default": False, "icon": "truck"}
    screen.page.route("**/v1/apps", lambda route: route.fulfill(json={"items": [default, second], "next_cursor": None}))


def with_jobs(screen: Screen) -> None:
    """A job that runs with failures, and one that was given up."""
    told = {
        "kind": "forms.reindex",
        "title": "更新列表中的旧单据",
        "subject": {"kind": "form", "id": "x", "name": "报价单"},
        "done": 57,
        "failed": 3,
        "total": 100,
        "reason": None,
        "started_by": {"id": "", "name": ""},
        "started_at": "2026-11-25T08:00:00.000Z",
        "ended_at": None,
    }
    runs = {**told, "id": "a" * 26, "state": "running", "may_stop": True, "may_resume": False}
    at = {"at": "2026-11-25T08:01:00.000Z"}
    reason = {"code": "job_keeps_failing", "message": "尝试了 6 次仍未成功，任务已停下。", **at}
    failed = {**told, "id": "b" * 26, "state": "failed", "reason": reason, "may_stop": False, "may_resume": True}
    log = [{"item": "QT-202611-0007 华东阀门", "code": "too_large", "message": "内容过大。", **at}]
    page = {"items": [runs, failed], "next_cursor": None}
    screen.page.route("**/v1/jobs*", lambda route: route.fulfill(json=page))
    screen.page.route("**/v1/jobs/*", lambda route: route.fulfill(json={**failed, "log": log}))


def mailing_nothing(screen: Screen) -> None:
    """The pages' pictures use none of the sign-ups that an address of the network may ask for in an hour."""
    screen.page.route("**/v1/sign-up", lambda route: route.fulfill(status=202, json={"status": "mail_sent"}))


def signs_up(screen: Screen) -> None:
    for label, text in (("company", "华东工业品"), ("name", "沈国华"), ("email", "grant@sent.example")):
        screen.write(screen.words(f"directory:signUp.{label}"), text)
    screen.write(screen.words("directory:signUp.password"), "correct-horse-battery")
    screen.press("directory:signUp.submit")
    screen.says("directory:signUp.sentTitle")


def after_the_time_to_decide(screen: Screen) -> None:
    screen.page.clock.set_fixed_time(datetime.now(UTC) + timedelta(days=7))


def pressing(key: str, **values: object) -> Act:
    return lambda screen: screen.press(key, **values)


def press_first(key: str) -> Act:
    """One of several that are called alike."""

    def act(screen: Screen) -> None:
        screen.page.get_by_role("button", name=screen.words.name(key)).locator("visible=true").first.click()

    return act


RECORD = "/records/:recordId"


def part(name: str) -> Act:
    return lambda screen: open_part(screen, name)


def wrong_password(screen: Screen) -> None:
    screen.write(screen.words("identity:email"), "lynn@huadong.example")
    screen.write(screen.words("identity:password"), "not-her-password")
    screen.press("identity:signIn.submit")
    screen.page.get_by_role("alert").first.wait_for()


def asks_for_link(screen: Screen) -> None:
    screen.write(screen.words("identity:email"), "nobody@nowhere.example")
    screen.press("identity:forgot.submit")
    screen.says("identity:forgot.sent", email="nobody@nowhere.example")


def fills_in(screen: Screen) -> None:
    sheet = quoting.Sheet(screen)
    sheet.write("customer", "苏州工业园区新能源装备制造股份有限公司")
    sheet.choose("customer_type", "B")
    sheet.choose("product_line", "valves")
    for column, text in (
        ("product", "不锈钢球阀 Q41F-16P DN50"),
        ("unit", "台"),
        ("quantity", "1200"),
        ("unit_price", "377.99"),
        ("list_price", "420"),
    ):
        screen.hand.write(sheet.cell(column, 1), text)
    sheet.write("valid_until", "2030-03-18")
    screen.page.keyboard.press("Enter")
    sheet.shows("total", quoting.money("453588.00"))
    screen.page.get_by_text("王建军").first.wait_for(state="attached")


def leaves_half_done(screen: Screen) -> None:
    quoting.Sheet(screen).write("customer", "苏州")
    screen.navigate("home")
    screen.dialog.get_by_role("button").first.wait_for()


def asks_for_more(screen: Screen) -> None:
    screen.press("components:list.more")
    screen.page.get_by_role("alert").first.wait_for()


def selects_lines(screen: Screen) -> None:
    """By its name: a press on the head of a column would select that."""
    screen.page.locator("#field-lines").click(position={"x": 60, "y": 16})


def selects_arm(screen: Screen) -> None:
    name = screen.words.like("flows-editor:card.open", type=screen.words("flows-editor:type.arm"))
    screen.page.get_by_role("button", name=name).first.click()


def selects_step(screen: Screen) -> None:
    name = screen.words.like("flows-editor:card.open", type=screen.words("flows-editor:type.approve"))
    screen.page.get_by_role("button", name=name).first.click()


def searches_for_nobody(screen: Screen) -> None:
    screen.page.get_by_label(screen.words("directory:members.search"), exact=True).first.fill("zzz")
    screen.says("directory:members.none")


def submits_nothing(key: str) -> Act:
    def act(screen: Screen) -> None:
        screen.press(key)
        screen.page.locator("[aria-invalid=true]").first.wait_for(state="attached")

    return act


def rejects_without_reason(screen: Screen) -> None:
    press_first("flows:decide.reject.of")(screen)
    screen.press("flows:decide.reject.verb")
    screen.says("flows:decide.missing")


def opens_account(screen: Screen) -> None:
    """At the side on a desk; on a phone behind the last tab."""
    screen.page.locator("button[aria-expanded]").locator("visible=true").first.click()


def opens_me(screen: Screen) -> None:
    screen.press("app:nav.me")


def tries_the_form_on_a_phone(screen: Screen) -> None:
    """A line is added, and the total is computed."""
    screen.press("forms-editor:bar.preview")
    if not screen.is_phone:
        screen.hand.press(screen.dialog.get_by_text(screen.words("forms-editor:preview.phone"), exact=True))
    sheet = quoting.Sheet(screen)
    for column, text in (("quantity", "3"), ("unit_price", "12.5")):
        screen.hand.write(sheet.cell(column, 1), text)
    sheet.shows("total", quoting.money("37.50"))


def selects_a_column(screen: Screen) -> None:
    """On the canvas: the palette now adds columns."""
    head = screen.page.get_by_role("list", name=screen.words("forms-editor:column.list")).get_by_role("button")
    head.nth(1).click()


def sees_what_is_wrong(screen: Screen) -> None:
    screen.page.locator("#field-total").click()
    screen.page.locator("[aria-invalid=true]").first.wait_for()


def is_asked_for_approval(screen: Screen) -> None:
    screen.press("editing:publish.action")
    screen.says("forms-editor:approval.label")


def zooms_by_hand(screen: Screen) -> None:
    screen.press("flows-editor:zoom.out")


def opens_publishing(screen: Screen) -> None:
    screen.press("editing:publish.action")
    screen.dialog.get_by_role("button").last.wait_for()

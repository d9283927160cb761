"""Every page of the web app, in every state that a person meets: what the tests of pages visit, look at and keep.

`route` is the address as web/src/app/routes.tsx and manage-routes.ts have it; one that is missing here fails a test.
"""

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


def _refusing(addresses: str) -> Act:
    def before(screen: Screen) -> None:
        screen.page.route(addresses, _refuse)

    return before


def _losing_the_next_page(addresses: str) -> Act:
    def answer(route: Route) -> None:
        if "cursor=" in route.request.url:
            _refuse(route)
        else:
            first = route.fetch()
            route.fulfill(response=first, json={**first.json(), "next_cursor": "next"})

    def before(screen: Screen) -> None:
        screen.page.route(addresses, answer)

    return before


def _after_the_time_to_decide(screen: Screen) -> None:
    screen.page.clock.set_fixed_time(datetime.now(UTC) + timedelta(days=7))


def pressing(key: str, **values: object) -> Act:
    return lambda screen: screen.press(key, **values)


def _press_first(key: str) -> Act:
    """One of several that are called alike."""

    def act(screen: Screen) -> None:
        screen.page.get_by_role("button", name=screen.words.name(key)).locator("visible=true").first.click()

    return act


RECORD = "/records/:recordId"


def _part(name: str) -> Act:
    return lambda screen: open_part(screen, name)


def _whole_trail(screen: Screen) -> None:
    _part("trail")(screen)
    screen.press("flows:trail.process")


def _copying(screen: Screen) -> None:
    screen.press("forms:record.more")
    screen.press("flows:copy.verb")


def _deleting(screen: Screen) -> None:
    screen.press("forms:record.more")
    screen.press("forms:record.delete.verb")


def _wrong_password(screen: Screen) -> None:
    screen.write(screen.words("identity:email"), "lynn@huadong.example")
    screen.write(screen.words("identity:password"), "not-her-password")
    screen.press("identity:signIn.submit")
    screen.page.get_by_role("alert").first.wait_for()


def _asks_for_link(screen: Screen) -> None:
    screen.write(screen.words("identity:email"), "nobody@nowhere.example")
    screen.press("identity:forgot.submit")
    screen.says("identity:forgot.sent", email="nobody@nowhere.example")


def _fills_in(screen: Screen) -> None:
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


def _leaves_half_done(screen: Screen) -> None:
    quoting.Sheet(screen).write("customer", "苏州")
    screen.navigate("home")
    screen.dialog.get_by_role("button").first.wait_for()


def _asks_for_more(screen: Screen) -> None:
    screen.press("components:list.more")
    screen.page.get_by_role("alert").first.wait_for()


def _selects_lines(screen: Screen) -> None:
    """By its name: a press on the head of a column would select that."""
    screen.page.locator("#field-lines").click(position={"x": 60, "y": 16})


def _selects_arm(screen: Screen) -> None:
    name = screen.words.like("flows-editor:card.open", type=screen.words("flows-editor:type.arm"))
    screen.page.get_by_role("button", name=name).first.click()


def _selects_step(screen: Screen) -> None:
    name = screen.words.like("flows-editor:card.open", type=screen.words("flows-editor:type.approve"))
    screen.page.get_by_role("button", name=name).first.click()


def _searches_for_nobody(screen: Screen) -> None:
    screen.page.get_by_label(screen.words("directory:members.search"), exact=True).first.fill("zzz")
    screen.says("directory:members.none")


def _submits_nothing(key: str) -> Act:
    def act(screen: Screen) -> None:
        screen.press(key)
        screen.page.locator("[aria-invalid=true]").first.wait_for(state="attached")

    return act


def _rejects_without_reason(screen: Screen) -> None:
    _press_first("flows:decide.reject.of")(screen)
    screen.press("flows:decide.reject.verb")
    screen.says("flows:decide.missing")


def _opens_account(screen: Screen) -> None:
    """At the side on a desk; on a phone behind the last tab."""
    screen.page.locator("button[aria-expanded]").locator("visible=true").first.click()


def _opens_me(screen: Screen) -> None:
    screen.press("app:nav.me")


def _tries_the_form_on_a_phone(screen: Screen) -> None:
    """A line is added, and the total is computed."""
    screen.press("forms-editor:bar.preview")
    if not screen.is_phone:
        screen.hand.press(screen.dialog.get_by_text(screen.words("forms-editor:preview.phone"), exact=True))
    sheet = quoting.Sheet(screen)
    for column, text in (("quantity", "3"), ("unit_price", "12.5")):
        screen.hand.write(sheet.cell(column, 1), text)
    sheet.shows("total", quoting.money("37.50"))


def _selects_a_column(screen: Screen) -> None:
    """On the canvas: the palette now adds columns."""
    head = screen.page.get_by_role("list", name=screen.words("forms-editor:column.list")).get_by_role("button")
    head.nth(1).click()


def _begins_a_formula(screen: Screen) -> None:
    """What is half typed is no fault yet."""
    screen.page.locator("#field-total").click()
    screen.write(screen.words("forms-editor:setting.expression"), "1 +")
    screen.says("forms-editor:formula.unfinished")


def _breaks_a_formula(screen: Screen) -> None:
    _begins_a_formula(screen)
    screen.field(screen.words("forms-editor:setting.name")).focus()
    screen.page.locator("[aria-invalid=true]").first.wait_for()


def _is_asked_for_approval(screen: Screen) -> None:
    screen.press("editing:publish.action")
    screen.says("forms-editor:approval.label")


def _zooms_by_hand(screen: Screen) -> None:
    screen.press("flows-editor:zoom.out")


def _opens_publishing(screen: Screen) -> None:
    screen.press("editing:publish.action")
    screen.dialog.get_by_role("button").last.wait_for()


STATES = (
    State("sign-in", "empty", "/sign-in", ""),
    State("sign-in", "wrong", "/sign-in", "", act=_wrong_password),
    State("sign-in", "after-reset", "/sign-in", "", "/sign-in?reset"),
    State("forgot-password", "empty", "/forgot-password", ""),
    State("forgot-password", "sent", "/forgot-password", "", act=_asks_for_link),
    State("reset-password", "empty", "/reset-password", "", "/reset-password#token=x"),
    State("reset-password", "dead", "/reset-password", ""),
    State("sign-up", "empty", "/sign-up", ""),
    State("sign-up", "faults", "/sign-up", "", act=_submits_nothing("directory:signUp.submit")),
    State("verify", "ready", "/verify", "", "/verify#token=x"),
    State("verify", "dead", "/verify", ""),
    State("join", "ready", "/join", "", "/join#token={invitation}"),
    State("join", "dead", "/join", ""),
    State("home", "full", "/", "manager"),
    State("home", "empty", "/", "founder"),
    State("home", "error", "/", "manager", before=_refusing("**/v1/todos*")),
    State("home", "account", "/", "manager", act=_opens_account, wide_only=True),
    State("home", "me", "/", "admin", act=_opens_me, phone_only=True),
    State("todos", "full", "/todos", "manager"),
    State("todos", "empty", "/todos", "founder"),
    State("todos", "error", "/todos", "manager", before=_refusing("**/v1/todos*")),
    State("todos", "overdue", "/todos", "manager", before=_after_the_time_to_decide),
    State("todos", "more-lost", "/todos", "manager", before=_losing_the_next_page("**/v1/todos*"), act=_asks_for_more),
    State("todos", "approve", "/todos", "manager", act=_press_first("flows:decide.approve.of")),
    State("todos", "reject", "/todos", "manager", act=_rejects_without_reason),
    State("done", "full", "/done", "manager"),
    State("done", "empty", "/done", "founder"),
    State("started", "full", "/started", "sales"),
    State("started", "empty", "/started", "founder"),
    State("started", "error", "/started", "sales", before=_refusing("**/v1/started?*")),
    State("cc", "full", "/cc", "assistant"),
    State("cc", "empty", "/cc", "founder"),
    State("run", "missing", "/runs/:runId", "sales", "/runs/00000000000000000000000000"),
    State("document", "decide", RECORD, "manager", "/runs/{waiting}"),
    State("document", "waiting", RECORD, "sales", "/runs/{waiting}", _part("trail")),
    State("document", "process", RECORD, "sales", "/runs/{approved}", _whole_trail),
    State("document", "rejected", RECORD, "colleague", "/runs/{rejected}"),
    State("document", "withdraw", RECORD, "sales", "/runs/{waiting}", pressing("flows:withdraw.verb")),
    State("document", "copy", RECORD, "sales", "/runs/{approved}", _copying),
    State("document", "changes", RECORD, "sales", "/runs/{approved}", _part("changes")),
    State("document", "round", RECORD, "manager", "/records/{again}"),
    State("document", "earlier", RECORD, "sales", "/runs/{again}", _part("trail")),
    State("document", "approved", RECORD, "sales", "/records/{record}"),
    State("document", "draft", RECORD, "sales", "/records/{draft}"),
    State("document", "delete", RECORD, "sales", "/records/{draft}", _deleting),
    State("document", "gone", RECORD, "manager", "/runs/{gone}"),
    State("document", "missing", RECORD, "sales", "/records/00000000000000000000000000"),
    State("document", "error", RECORD, "sales", "/records/{record}", before=_refusing("**/v1/records/*")),
    State("new", "full", "/new", "sales"),
    State("new", "empty", "/new", "founder"),
    State("fill-in", "empty", "/forms/:formId/new", "sales", "/forms/{quote}/new"),
    State("fill-in", "full", "/forms/:formId/new", "sales", "/forms/{quote}/new", _fills_in),
    State(
        "fill-in", "faults", "/forms/:formId/new", "sales", "/forms/{quote}/new", _submits_nothing("forms:entry.submit")
    ),
    State("fill-in", "leaving", "/forms/:formId/new", "sales", "/forms/{quote}/new", _leaves_half_done),
    State("forms", "full", "/manage/forms"),
    State("forms", "empty", "/manage/forms", "founder"),
    State("forms", "create", "/manage/forms", act=pressing("forms-editor:list.create")),
    State("forms", "archive", "/manage/forms", act=_press_first("forms-editor:list.archive")),
    State("forms", "versions", "/manage/forms", act=_press_first("forms-editor:list.versions")),
    State("form-editor", "form", "/manage/forms/:formId", at="/manage/forms/{quote}"),
    State("form-editor", "field", "/manage/forms/:formId", at="/manage/forms/{quote}", act=_selects_lines),
    State(
        "form-editor",
        "preview",
        "/manage/forms/:formId",
        at="/manage/forms/{quote}",
        act=pressing("forms-editor:bar.preview"),
    ),
    State(
        "form-editor",
        "preview-phone",
        "/manage/forms/:formId",
        at="/manage/forms/{quote}",
        act=_tries_the_form_on_a_phone,
    ),
    State(
        "form-editor",
        "column",
        "/manage/forms/:formId",
        at="/manage/forms/{quote}",
        act=_selects_a_column,
        wide_only=True,
    ),
    State(
        "form-editor",
        "unapproved",
        "/manage/forms/:formId",
        at="/manage/forms/{unapproved}",
        act=_is_asked_for_approval,
    ),
    State("form-editor", "publish", "/manage/forms/:formId", at="/manage/forms/{quote}", act=_opens_publishing),
    State("flows", "full", "/manage/flows"),
    State("flows", "empty", "/manage/flows", "founder"),
    State("flows", "create", "/manage/flows", act=pressing("flows-editor:list.create")),
    State("flows", "for-form", "/manage/flows", at="/manage/flows?form={quote}"),
    State(
        "flow-editor", "zoom", "/manage/flows/:flowId", at="/manage/flows/{flow}", act=_zooms_by_hand, wide_only=True
    ),
    State("flow-editor", "flow", "/manage/flows/:flowId", at="/manage/flows/{flow}"),
    State("flow-editor", "step", "/manage/flows/:flowId", at="/manage/flows/{flow}", act=_selects_step),
    State("flow-editor", "arm", "/manage/flows/:flowId", at="/manage/flows/{flow}", act=_selects_arm),
    State(
        "flow-editor",
        "preview",
        "/manage/flows/:flowId",
        at="/manage/flows/{flow}",
        act=pressing("flows-editor:bar.preview"),
    ),
    State("flow-editor", "publish", "/manage/flows/:flowId", at="/manage/flows/{flow}", act=_opens_publishing),
    State("records", "forms", "/records", "sales"),
    State("records", "no-forms", "/records", "founder"),
    State("records", "full", "/forms/:formId/records", at="/forms/{quote}/records"),
    State("records", "error", "/forms/:formId/records", at="/forms/{quote}/records", before=_refusing("**/records?*")),
    State(
        "records", "filter", "/forms/:formId/records", at="/forms/{quote}/records", act=pressing("forms:filter.title")
    ),
    State("bin", "empty", "/forms/:formId/bin", at="/forms/{quote}/bin"),
    State("record", "edit", "/records/:recordId/edit", "sales", "/records/{draft}/edit"),
    State("record", "correct", "/records/:recordId/edit", "colleague", "/records/{rejected_record}/edit"),
    State("record", "locked", "/records/:recordId/edit", "sales", "/records/{record}/edit"),
    State("members", "full", "/members"),
    State("members", "nobody", "/members", act=_searches_for_nobody),
    State("members", "error", "/members", before=_refusing("**/v1/members?*")),
    State("members", "invite", "/members", act=pressing("directory:invite.open")),
    State("invitations", "empty", "/members", at="/members?view=invitations"),
    State("invitations", "full", "/members", "founder", "/members?view=invitations"),
    State("member", "full", "/members/:memberId", at="/members/{sales}"),
    State(
        "member", "deactivate", "/members/:memberId", at="/members/{sales}", act=pressing("directory:member.deactivate")
    ),
    State("departments", "full", "/departments"),
    State("departments", "empty", "/departments", "founder"),
    State("departments", "add", "/departments", act=pressing("directory:departments.add")),
    State("roles", "full", "/roles"),
    State("roles", "add", "/roles", act=pressing("directory:roles.add")),
    State("webhooks", "empty", "/webhooks"),
    State("webhooks", "full", "/webhooks", "founder"),
    State("webhooks", "add", "/webhooks", act=pressing("integrations:add")),
    State("webhook", "full", "/webhooks/:webhookId", "founder", "/webhooks/{webhook}"),
    State(
        "webhook", "edit", "/webhooks/:webhookId", "founder", "/webhooks/{webhook}", pressing("integrations:edit.label")
    ),
    State("other-company", "strange", "/other-company", "sales", "/other-company?next=%2Ftodos%3Fcompany%3Delsewhere"),
    State("account", "full", "/account", "sales"),
    State("company", "full", "/company"),
    State("audit", "full", "/audit"),
    State("audit", "nothing", "/audit", at="/audit?period=own&from=2020-01-01&to=2020-01-02"),
    State("audit", "error", "/audit", before=_refusing("**/v1/audit*")),
    State("missing", "full", "*", at="/no-such-page"),
)

LEADS_ON = {"/first-steps": "/"}
"""Addresses that are no pages, and where they lead."""

"""The editors of forms and flows as builders meet them: what is half typed is not called wrong, no message names ids
and keys, and what was built can be tried and passed on.
"""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tools.client import Company, apps

from .form_editor import FormEditor
from .input_modes import Keys
from .people import Open
from .screen import PHONE, Screen

INTERNAL = re.compile(r"\bf_[0-9a-z]{10}\b|expression|/fields/|schema|\^-\?")
LINES: dict[str, Any] = {
    "id": "lines",
    "type": "lines",
    "name": "明细",
    "options": {"columns": [{"id": "amount", "type": "money", "name": "金额", "options": {"currency": "USD"}}]},
}


def made(company: Company, *fields: dict[str, Any], **more: Any) -> str:
    definition = {"name": "差旅报销", "fields": list(fields), **more}
    return str(company.admin.browser.post("/v1/forms", definition).expect(201).body["id"])


def panel(screen: Screen) -> Locator:
    return screen.page.get_by_role("complementary", name=screen.words("forms-editor:setting.label"))


def select_table(screen: Screen) -> None:
    """By its name: a press on the head of a column selects that."""
    card = screen.page.locator("#field-lines")
    if isinstance(screen.hand, Keys):
        screen.hand.press(card)
    else:
        card.click(position={"x": 60, "y": 16})


def internal(screen: Screen) -> Locator:
    """Texts that only programs read, but for the line that tells integrators the id of a field."""
    told = screen.words("forms-editor:setting.id", id="")
    return screen.page.get_by_text(INTERNAL).filter(has_not_text=told)


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_a_formula_is_not_called_wrong_while_it_is_typed(company: Company, open_screen: Open, language: str) -> None:
    form = made(company, LINES, {"id": "reason", "type": "text", "name": "事由"})
    screen = open_screen(company.admin, language=language)
    screen.go(f"/manage/forms/{form}")
    editor = FormEditor(screen)
    editor.add("formula", "合计")
    formula = screen.field(screen.words("field:setting.expression"))
    formula.click()
    formula.press_sequentially("SUM([明细.金额")
    screen.says("editing:save.saved")
    screen.says("field-types:formula.formula.unfinished")
    expect(screen.page.locator("[aria-invalid=true]")).to_have_count(0)
    expect(internal(screen)).to_have_count(0)

    screen.field(screen.words("forms-editor:setting.name")).click()
    expect(formula).to_have_attribute("aria-invalid", "true")
    formula.click()
    formula.press("End")
    formula.press_sequentially("])")
    expect(formula).not_to_have_attribute("aria-invalid", "true")
    screen.says("field-types:formula.formula.right")
    expect(panel(screen).get_by_text(screen.words("field-types:formula.result.money"), exact=True)).to_be_visible()
    expect(panel(screen).get_by_text(screen.words("field:currency.USD"), exact=True)).to_be_visible()


def test_a_result_that_was_chosen_stays(company: Company, open_screen: Open) -> None:
    screen = open_screen(company.admin)
    screen.go(f"/manage/forms/{made(company, LINES)}")
    FormEditor(screen).add("formula", "合计")
    words = screen.words
    screen.choose(words("field:setting.result"), words("field-types:formula.result.text"))
    screen.choose(words("field:setting.result"), words("field-types:formula.result.number"))
    screen.write(words("field:setting.expression"), "SUM([明细.金额])")
    screen.says("field-types:formula.formula.right")
    expect(panel(screen).get_by_title(words("field-types:formula.result.number"), exact=True)).to_be_visible()


def test_a_formula_names_a_deleted_field_and_never_its_id(company: Company, open_screen: Open) -> None:
    screen = open_screen(company.admin)
    price = {"type": "number", "name": "单价"}
    form = made(company, price)
    draft = company.admin.browser.get(f"/v1/forms/{form}").body
    (field,) = draft["definition"]["fields"]
    total = {
        "id": "total",
        "type": "formula",
        "name": "合计",
        "options": {"expression": field["id"], "result": "number"},
    }
    company.admin.browser.put(f"/v1/forms/{form}", {**draft["definition"], "fields": [field, total]}, draft["version"])
    screen.go(f"/manage/forms/{form}")
    screen.page.locator("#field-total").click()
    screen.press("forms-editor:field.remove", name="单价")
    # Who uses it is told by name first.
    formula = screen.words("field-types:formula.name")
    screen.says("forms-editor:removal.use.field", type=formula, name="合计")
    screen.press("forms-editor:removal.confirm")
    screen.says("editing:save.saved")
    screen.page.locator("#field-total").click()
    expect(screen.field(screen.words("field:setting.expression"))).to_have_value(
        f"[{screen.words('field-types:formula.formula.gone')}]"
    )
    screen.page.locator("[aria-invalid=true]").first.wait_for()
    expect(screen.page.locator("main").get_by_text(re.compile("公式用到的"))).not_to_have_count(0)
    expect(internal(screen)).to_have_count(0)
    # Bringing it back takes the fault away.
    screen.page.get_by_role("button", name=screen.words("editing:undo"), exact=True).first.click()
    expect(screen.page.locator("[aria-invalid=true]")).to_have_count(0)


@pytest.mark.parametrize("keyboard", [False, True], ids=["mouse", "keyboard"])
def test_the_palette_adds_columns_to_the_table_that_is_selected(
    company: Company, open_screen: Open, keyboard: bool
) -> None:
    screen = open_screen(company.admin, keyboard=keyboard)
    words = screen.words
    screen.go(f"/manage/forms/{made(company, LINES)}")
    select_table(screen)
    screen.says("forms-editor:palette.noteTable", name="明细")
    screen.press("field-types:date.name")
    columns = screen.page.get_by_role("list", name=words("forms-editor:column.list")).get_by_role("button")
    expect(columns).to_have_text(["金额", words("field-types:date.name")])
    # Behind the column that is selected now.
    screen.hand.press(columns.first)
    screen.press("field-types:percent.name")
    expect(columns).to_have_text(["金额", words("field-types:percent.name"), words("field-types:date.name")])
    # What no column can be, and what is meant for the form, goes there.
    serial = screen.page.get_by_role("button", name=re.compile("^" + words("field-types:serial.name")))
    screen.hand.press(serial.first)
    expect(screen.page.get_by_role("list", name=words("forms-editor:canvas.label")).locator("> li")).to_have_count(2)
    expect(columns).to_have_count(3)


def test_on_a_phone_the_palette_adds_columns_too(company: Company, open_screen: Open) -> None:
    screen = open_screen(company.admin, width=PHONE)
    screen.go(f"/manage/forms/{made(company, LINES)}")
    select_table(screen)
    screen.press("forms-editor:canvas.add")
    screen.says("forms-editor:palette.noteTable", name="明细")
    screen.press("field-types:date.name")
    columns = screen.page.get_by_role("list", name=screen.words("forms-editor:column.list")).get_by_role("button")
    expect(columns).to_have_count(2)
    screen.does_not_scroll_sideways()


@pytest.mark.parametrize("keyboard", [False, True], ids=["mouse", "keyboard"])
def test_publishing_without_a_flow_asks_once_and_leads_on(company: Company, open_screen: Open, keyboard: bool) -> None:
    form = made(company, {"id": "reason", "type": "text", "name": "事由"})
    screen = open_screen(company.admin, keyboard=keyboard)
    words = screen.words
    screen.go(f"/manage/forms/{form}")
    screen.press("editing:publish.action")
    screen.says("forms-editor:approval.noneText")
    screen.press("editing:publish.action")
    screen.says("forms-editor:approval.missing")
    answers = screen.dialog.get_by_role("radio")
    if keyboard:
        answers.first.focus()
        screen.page.keyboard.press("ArrowDown")
        screen.page.keyboard.press("Space")
    else:
        screen.dialog.get_by_text(words("forms-editor:approval.none"), exact=True).click()
    screen.press("editing:publish.action")
    screen.says("editing:publish.done", version=1)
    screen.says("forms-editor:published.none")
    screen.press("editing:published.start")
    screen.page.wait_for_url(f"**/forms/{form}/new")
    screen.sees_title("差旅报销")

    screen.go(f"/manage/forms/{form}")
    FormEditor(screen).add("text", "备注", required=False)
    screen.says("editing:save.saved")
    screen.press("editing:publish.action")
    expect(screen.dialog.get_by_role("radio")).to_have_count(0)
    screen.press("editing:publish.action")
    screen.says("editing:publish.done", version=2)


def test_a_form_that_waits_for_its_flow_leads_to_it_from_the_list(company: Company, open_screen: Open) -> None:
    form = made(company, {"id": "reason", "type": "text", "name": "事由"}, name="等流程的表单", approval="flow")
    apps.publish(company.admin.browser, f"/v1/forms/{form}", 1).expect(200)
    screen = open_screen(company.admin)
    screen.go("/manage/forms")
    row = screen.page.get_by_role("row").filter(has_text="等流程的表单")
    row.get_by_role("link", name=screen.words("forms-editor:list.flowMake"), exact=True).click()
    screen.press("flows-editor:create.go")
    screen.sees_title(screen.words("flows-editor:create.nameOf", form="等流程的表单"))
    screen.go("/manage/forms")
    draft = screen.words("flows-editor:create.nameOf", form="等流程的表单")
    row.get_by_role("link", name=screen.words("forms-editor:list.flowDraft", name=draft), exact=True).wait_for()


@pytest.mark.parametrize("width", [1440, PHONE])
def test_the_preview_is_the_sheet_that_is_filled_in(company: Company, open_screen: Open, width: int) -> None:
    total = {
        "id": "total",
        "type": "formula",
        "name": "合计",
        "options": {"expression": "SUM(lines.amount)", "result": "money", "currency": "USD"},
    }
    files = {"id": "files", "type": "attachment", "name": "发票"}
    screen = open_screen(company.admin, width=width)
    words = screen.words
    screen.go(f"/manage/forms/{made(company, LINES, total, files)}")
    sent: list[str] = []
    screen.page.on("request", lambda request: sent.append(f"{request.method} {request.url}"))
    screen.press("forms-editor:bar.preview")
    for number, amount in ((1, "12.5"), (2, "30")):
        screen.press("entry:lines.add")
        screen.write(words("entry:lines.cell", name="金额", number=number), amount)
    output = screen.dialog.get_by_role("group", name="合计", exact=True).locator("output")
    expect(output).to_contain_text("42.50")
    screen.dialog.locator("input[type=file]").set_input_files(
        {"name": "发票.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-"}
    )
    expect(screen.dialog.get_by_text("发票.pdf")).to_be_visible()
    if width > PHONE:
        screen.dialog.get_by_text(words("forms-editor:preview.phone"), exact=True).click()
        assert screen.dialog.locator("[data-device=phone]").bounding_box()["width"] == 375  # type: ignore[index]
        expect(output).to_contain_text("42.50")
    screen.press("forms-editor:preview.submit")
    screen.says("forms-editor:preview.passed")
    assert [each for each in sent if each.startswith(("POST", "PUT"))] == []
    screen.does_not_scroll_sideways()


@pytest.mark.parametrize("width", [1440, PHONE])
def test_publishing_stays_in_sight_and_the_navigation_makes_room(
    company: Company, open_screen: Open, width: int
) -> None:
    fields = [{"id": f"field{number}", "type": "text", "name": f"字段 {number}"} for number in range(30)]
    screen = open_screen(company.admin, width=width)
    screen.go(f"/manage/forms/{made(company, *fields)}")
    screen.page.locator("#field-field29").scroll_into_view_if_needed()
    expect(screen.find("button", screen.words("editing:publish.action"))).to_be_in_viewport()
    if width == PHONE:
        return
    navigation = screen.page.get_by_role("navigation").first
    assert navigation.bounding_box()["width"] < 70  # type: ignore[index]
    home = navigation.get_by_role("link", name=screen.words("app:nav.home"), exact=True)
    expect(home).to_have_attribute("title", screen.words("app:nav.home"))
    home.click()
    expect(home).not_to_have_attribute("title", screen.words("app:nav.home"))
    assert navigation.bounding_box()["width"] > 180  # type: ignore[index]


@pytest.mark.parametrize(("arms", "least"), [(2, 1.0), (4, 0.6)])
def test_all_of_a_flow_is_in_sight_when_it_is_opened(
    company: Company, open_screen: Open, arms: int, least: float
) -> None:
    """Two conditions and the default make three branches, which fit at their full size."""
    form = made(company, {"id": "total", "type": "number", "name": "金额"})
    apps.publish(company.admin.browser, f"/v1/forms/{form}", 1).expect(200)
    branches = [
        {
            "id": f"arm{number}",
            "name": f"超过 {number} 万",
            "condition": {"any": [{"all": [{"field": "total", "op": "gt", "value": str(10 - number)}]}]},
            "steps": [],
        }
        for number in range(arms)
    ]
    branch = {"type": "branch", "id": "by", "name": "按金额", "branches": branches, "default": {"steps": []}}
    flow = {"form_id": form, "name": "审批", "steps": [branch]}
    made_flow = company.admin.browser.post("/v1/flows", flow).expect(201).body["id"]
    screen = open_screen(company.admin)
    screen.go(f"/manage/flows/{made_flow}")
    cards = screen.page.locator("[data-kind=arm]")
    expect(cards).to_have_count(arms + 1)
    for card in cards.all():
        expect(card).to_be_in_viewport(ratio=0.99)
    zoom = screen.page.get_by_role("group", name=screen.words("flows-editor:zoom.label"))
    shown = zoom.get_by_text("%").inner_text()
    assert int(shown.rstrip("%")) >= least * 100
    if arms == 2:  # One more makes it smaller, and pushes none out of sight.
        screen.press("flows-editor:canvas.addArmTo", name="按金额")
        expect(cards).to_have_count(4)
        for card in cards.all():
            expect(card).to_be_in_viewport(ratio=0.99)


def test_a_flow_speaks_of_fields_by_name_and_waits_until_one_has_typed(company: Company, open_screen: Open) -> None:
    form = made(company, {"type": "number", "name": "天数"})
    apps.publish(company.admin.browser, f"/v1/forms/{form}", 1).expect(200)
    (field,) = company.admin.browser.get(f"/v1/forms/{form}/published").body["definition"]["fields"]
    arm = {
        "id": "long",
        "name": "长假",
        "condition": {"any": [{"all": [{"field": field["id"], "op": "gt", "value": "3"}]}]},
        "steps": [],
    }
    branch = {"type": "branch", "id": "by", "name": "按天数", "branches": [arm], "default": {"steps": []}}
    flow = company.admin.browser.post("/v1/flows", {"form_id": form, "name": "请假审批", "steps": [branch]})
    screen = open_screen(company.admin)
    words = screen.words
    screen.go(f"/manage/flows/{flow.expect(201).body['id']}")
    screen.press("flows-editor:card.open", name="长假", type=words("flows-editor:type.arm"))
    value = screen.field(words("condition:value", number=1))
    value.click()
    value.fill("1.2.3")
    screen.says("editing:save.saved")
    expect(value).not_to_have_attribute("aria-invalid", "true")
    screen.field(words("flows-editor:setting.name")).focus()
    expect(screen.page.get_by_text("这个值不能与“天数”比较。").first).to_be_visible()
    expect(internal(screen)).to_have_count(0)
    value.click()
    value.fill("5")
    expect(screen.page.get_by_text("这个值不能与“天数”比较。")).to_have_count(0)

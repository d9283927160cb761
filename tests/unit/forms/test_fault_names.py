"""What a builder reads about a faulty draft: labels and words, never an id, a key or a pattern."""

import re
from typing import Any

import pytest

from chalicelib.edge.errors import told
from chalicelib.forms.domain.checks import problems
from chalicelib.forms.domain.fault_names import named_faults
from chalicelib.kernel.languages import LANGUAGES

PRICE, COUNT, GONE = "f_x8sphejwhv", "f_0p3m5dkq2z", "f_gggggggggg"
TABLE, COLUMN = "f_7c2vbn4kd1", "f_1aa2bb3cc4"
NAMES = {PRICE: {"zh-CN": "单价", "en": "Price"}, COUNT: "数量 Count", TABLE: "明细 Lines", COLUMN: "金额 Amount"}


def doc(identity: str, kind: str, options: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    return {"id": identity, "type": kind, "name": NAMES[identity], "options": options or {}, **more}


def formula(expression: str, result: str = "number", identity: str = PRICE) -> dict[str, Any]:
    return doc(identity, "formula", {"expression": expression, "result": result})


def columns(*each: dict[str, Any]) -> dict[str, Any]:
    return doc(TABLE, "lines", {"columns": list(each)})


def messages(definition: dict[str, Any], language: str, known: dict[str, str] | None = None) -> list[str]:
    return [told(fault, language)["message"] for fault in named_faults(problems(definition, known), definition)]


def form(*fields: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"name": "Form", "fields": list(fields), **more}


NUMBER = doc(COUNT, "number")
DATE = doc(COUNT, "date")

SAID: list[tuple[dict[str, Any], str, str]] = [
    (form(formula("")), "请填写公式。", "Write the formula."),
    (form(formula("  ")), "请填写公式。", "Write the formula."),
    (form(formula("1 +")), "公式还没有写完。", "The formula is not finished."),
    (form(formula(f"{COUNT} {COUNT}"), NUMBER), "公式在“数量 Count”处看不懂。",
     "The formula cannot be read at “数量 Count”."),
    (form(formula(f"{GONE} * 2")), "公式用到的“已删除的字段”不在表单里。",
     "The formula uses “a deleted field”, which is not on the form."),
    (form(formula(COUNT), doc(COUNT, "text")), "公式算出来是文字，但“结果是”选的是数字。",
     "The formula gives text, but its result is set to a number."),
    (form(formula(f"{COUNT} * 2"), DATE), "公式里需要数字的地方是日期。",
     "The formula has a date where it needs a number."),
    (form(formula(f"{PRICE} + 1")), "公式互相引用，形成了循环：单价 → 单价。",
     "The formulas refer to each other in a circle: Price → Price."),
    (form(formula("SUM()")), "函数 SUM 需要 1–50 个参数。", "SUM takes this many arguments: 1–50."),
    (form(formula("ABS(1, 2)")), "函数 ABS 需要 1 个参数。", "ABS takes this many arguments: 1."),
    (form(formula(f"{TABLE}.{COLUMN}"), columns(doc(COLUMN, "number"))),
     "“明细 Lines.金额 Amount”是明细的一列，只能放在 SUM、COUNTIF 这类处理一列的函数里。",
     "“明细 Lines.金额 Amount” is a column of lines and can only stand in a function of columns such as SUM."),
    (form(doc(PRICE, "number", {"min": "-"})), "“最小值”不是数字（最多 28 位整数、12 位小数）。",
     "“minimum” is not a number (at most 28 digits before and 12 after the point)."),
    (form(doc(PRICE, "date", {"max": "2026"})), "“最大值”不是日期，应写成 2026-11-22。",
     "“maximum” is not a date; write it as 2026-11-22."),
    (form(doc(PRICE, "number", {"min": "5"}, default="1")), "“默认值”不能小于 5。",
     "“default” must not be less than 5."),
    (form(doc(PRICE, "choice", {"choices": [{"value": ""}]})), "请填写选项。", "Write the choice."),
    (form(doc(PRICE, "choice", {"choices": [{"value": "a\u0007"}]})), "“选项”含有无法显示或保存的字符。",
     "“choices” holds characters that cannot be shown or stored."),
    (form(doc(PRICE, "money")), "请选择币种。", "Choose a currency."),
    (form(doc(PRICE, "serial", {"template": ""})), "请填写编号样式。", "Write the template of the number."),
    (form(doc(PRICE, "serial", {"template": "{mm}{0}", "reset": "month"})),
     "编号样式里的日期不足以按“月”重新计数，会产生重复的编号。",
     "The dates in the template cannot tell one “month” from the next: numbers would repeat."),
    (form(doc(PRICE, "long_text", indexed=True)), "“多行文本”类型的字段不能用于排序和筛选。",
     "A field of the type “long text” cannot be indexed."),
    (form(columns(doc(COLUMN, "serial", {"template": "{0}"}))), "明细里不能有“流水号”类型的列。",
     "Lines cannot have a column of the type “serial number”."),
    (form(columns(doc(COLUMN, "number", {"max": "x"}))), "“最大值”不是数字（最多 28 位整数、12 位小数）。",
     "“maximum” is not a number (at most 28 digits before and 12 after the point)."),
    (form(columns(doc(COLUMN, "text")), list=[TABLE]), "“明细 Lines”不能作为列表显示的字段。",
     "“明细 Lines” cannot be shown in the list."),
    (form(doc(PRICE, "member"), title=f"{{{PRICE}}}"), "标题里的“单价”不存在，或不能放进标题。",
     "“Price” in the title does not exist, or cannot be part of a title."),
    (form(formula("1" * 2_001)), "“公式”最多 2000 个字符。", "“formula” may have at most 2000 characters."),
]  # fmt: skip


@pytest.mark.parametrize(("definition", "chinese", "english"), SAID, ids=range(len(SAID)))
def test_a_fault_is_told_in_the_words_of_the_form(definition: dict[str, Any], chinese: str, english: str) -> None:
    assert messages(definition, "zh-CN") == [chinese]
    assert messages(definition, "en") == [english]


@pytest.mark.parametrize("definition", [each for each, *_ in SAID], ids=range(len(SAID)))
def test_no_message_holds_what_only_programs_know(definition: dict[str, Any]) -> None:
    for language in LANGUAGES:
        for message in messages(definition, language):
            assert not re.search(r"f_[0-9a-z]{10}|\[0-9|expression|schema|options|/fields", message), message


def test_programs_still_find_ids_in_the_params() -> None:
    definition = form(formula(f"{GONE} * {COUNT}"), NUMBER)
    (fault,) = named_faults(problems(definition), definition)
    assert dict(fault.params)["name"] == GONE
    assert fault.path == "/fields/0/options/expression"


def test_a_deleted_field_is_called_as_the_published_form_calls_it() -> None:
    published = form(NUMBER, doc(PRICE, "text"))
    definition = form(formula(f"{COUNT} * 2"))
    (fault,) = named_faults(problems(definition), definition, published)
    assert told(fault, "en")["message"] == "The formula uses “数量 Count”, which is not on the form."


def test_a_changed_type_is_told_by_the_label() -> None:
    definition = form(doc(PRICE, "number"))
    assert messages(definition, "en", {PRICE: "text"}) == [
        "Records hold values of “Price”, so its type, currency and multiple choice stay as they are."
        " Add a new field instead."
    ]


def test_what_was_not_chosen_yet_is_asked_for_without_a_pattern() -> None:
    found = messages(form(doc(PRICE, "rollup", {"form": "", "link": "", "function": "count"})), "zh-CN")
    assert found == ["请选择“汇总哪些记录”。", "请选择“关联字段”。"]

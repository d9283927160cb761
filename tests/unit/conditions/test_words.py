"""A condition as people read it, in both languages."""

from typing import Any

import pytest

from chalicelib.conditions.dynamic import RELATIVES
from chalicelib.conditions.operators import OPERATORS
from chalicelib.conditions.words import in_words
from chalicelib.kernel.languages import LANGUAGES

from .language import ask, read


def said(raw: Any, language: str) -> str:
    return in_words(read(raw), language, lambda subject, value: f"{value}")


@pytest.mark.parametrize(
    ("raw", "zh", "en"),
    [
        (ask("total", "gt", "5"), "字段total 大于 5", "total is more than 5"),
        (ask("due", "between", ["2026-01-01", {"relative": "today"}]),
         "字段due 介于 2026-01-01 和 今天 之间", "due is between 2026-01-01 and today"),
        (ask("owner", "in", ["a", {"me": True}]), "字段owner 是 a、本人 之一", "owner is one of a, me"),
        (ask("due", "eq", {"relative": "last_days", "n": 7}), "字段due 等于 最近 7 天", "due is the last 7 days"),
        ({"any": [{"all": [ask("total", "gt", "5"), ask("note", "empty")]}, {"not": ask("note", "empty")}]},
         "（字段total 大于 5 且 字段note 没有填写） 或 不满足（字段note 没有填写）",
         "(total is more than 5 and note is blank) or not (note is blank)"),
        ({"all": []}, "全部", "everything"),
    ],
)  # fmt: skip
def test_a_condition_reads_as_a_sentence(raw: dict[str, Any], zh: str, en: str) -> None:
    assert (said(raw, "zh-CN"), said(raw, "en")) == (zh, en)


def test_every_operator_and_every_stretch_has_words_in_both_languages() -> None:
    for each in OPERATORS.values():
        assert set(each.label) == set(each.sentence) == set(LANGUAGES)
    for name in RELATIVES:
        value = {"relative": name, **({"n": 3} if name.endswith("_days") else {})}
        assert said(ask("due", "eq", value), "zh-CN") != said(ask("due", "eq", value), "en")

"""A condition in words, in each language of the product: "金额 大于 5000 且 客户类型 等于 A"."""

from collections.abc import Callable
from typing import Any

from ..kernel.languages import label_text
from .dynamic import Actor, Relative
from .operators.base import NONE, TWO, Words
from .tree import AllOf, Comparison, Node, Not, Subject

_ALL: Words = {"zh-CN": "{one} 且 {other}", "en": "{one} and {other}"}
_ANY: Words = {"zh-CN": "{one} 或 {other}", "en": "{one} or {other}"}
_NOT: Words = {"zh-CN": "不满足（{part}）", "en": "not ({part})"}
_GROUP: Words = {"zh-CN": "（{part}）", "en": "({part})"}
_SEVERAL: Words = {"zh-CN": "{one}、{other}", "en": "{one}, {other}"}
_EVERYTHING: Words = {"zh-CN": "全部", "en": "everything"}
_DYNAMIC: dict[str, Words] = {
    "me": {"zh-CN": "本人", "en": "me"},
    "subordinates": {"zh-CN": "我的下属", "en": "people who report to me"},
    "department": {"zh-CN": "我的部门", "en": "my department"},
    "department_and_below": {"zh-CN": "我的部门及下级部门", "en": "my department and those below it"},
    "yesterday": {"zh-CN": "昨天", "en": "yesterday"},
    "today": {"zh-CN": "今天", "en": "today"},
    "tomorrow": {"zh-CN": "明天", "en": "tomorrow"},
    "last_week": {"zh-CN": "上周", "en": "last week"},
    "this_week": {"zh-CN": "本周", "en": "this week"},
    "next_week": {"zh-CN": "下周", "en": "next week"},
    "last_month": {"zh-CN": "上月", "en": "last month"},
    "this_month": {"zh-CN": "本月", "en": "this month"},
    "next_month": {"zh-CN": "下月", "en": "next month"},
    "last_quarter": {"zh-CN": "上季度", "en": "last quarter"},
    "this_quarter": {"zh-CN": "本季度", "en": "this quarter"},
    "next_quarter": {"zh-CN": "下季度", "en": "next quarter"},
    "last_year": {"zh-CN": "去年", "en": "last year"},
    "this_year": {"zh-CN": "今年", "en": "this year"},
    "next_year": {"zh-CN": "明年", "en": "next year"},
    "last_days": {"zh-CN": "最近 {n} 天", "en": "the last {n} days"},
    "next_days": {"zh-CN": "未来 {n} 天", "en": "the next {n} days"},
}

Telling = Callable[[Subject, Any], str]
"""How a context writes an operand: a member by name, an amount with its currency."""


def in_words(node: Node, language: str, telling: Telling) -> str:
    if isinstance(node, Comparison):
        return _test(node, language, telling)
    if isinstance(node, Not):
        return label_text(_NOT, language).format(part=in_words(node.part, language, telling))
    parts = [_within(part, language, telling) for part in node.parts]
    if len(node.parts) == 1:
        return in_words(node.parts[0], language, telling)
    return _joined(parts, label_text(_ALL if isinstance(node, AllOf) else _ANY, language)) or label_text(
        _EVERYTHING, language
    )


def _within(node: Node, language: str, telling: Telling) -> str:
    text = in_words(node, language, telling)
    joined = not isinstance(node, Comparison | Not) and len(node.parts) > 1
    return label_text(_GROUP, language).format(part=text) if joined else text


def _joined(parts: list[str], template: str) -> str:
    text = ""
    for part in parts:
        text = template.format(one=text, other=part) if text else part
    return text


def _test(test: Comparison, language: str, telling: Telling) -> str:
    operator = test.operator
    sentence = label_text(operator.sentence, language)
    field = label_text(test.subject.key.label or str(test.subject.key), language)
    values = [_value(test.subject, each, language, telling) for each in test.args]
    if operator.arity == NONE:
        return sentence.format(field=field)
    if operator.arity == TWO:
        return sentence.format(field=field, low=values[0], high=values[1])
    return sentence.format(field=field, value=_joined(values, label_text(_SEVERAL, language)))


def _value(subject: Subject, arg: Any, language: str, telling: Telling) -> str:
    if isinstance(arg, Relative):
        return label_text(_DYNAMIC[arg.name], language).format(n=arg.n)
    return label_text(_DYNAMIC[arg.name], language) if isinstance(arg, Actor) else telling(subject, arg)

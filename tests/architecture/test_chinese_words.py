"""One word for one thing in Chinese, wherever people read it: docs/glossary.md has the words, this the wrong ones."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from .source import ROOT

RIGHT = {
    "驳回": "不同意（动作）、未通过（状态）",
    "否决": "不同意（动作）、未通过（状态）",
    "不通过": "未通过",
    "已批准": "已通过",
    "已拒绝：": "不同意（动作）、未通过（状态）",
    "提交人": "发起人",
    "申请人": "发起人",
    "主管": "直属上级",
    "接手人": "交接人",
    "环节": "节点",
    "企业": "公司",
    "租户": "公司",
    "记录已": "单据已",
    "这条记录": "这份单据",
    "网络钩子": "Webhook",
}
REFUSED_BY_MACHINES = {
    "misconfigured": "the system refuses to go on",
    "origin_refused": "a request from another web site",
    "integrations:log.faults.refused": "the other side refuses a delivery",
}
"""拒绝 is what machines do to requests; what people do to an approval is 不同意."""


def texts() -> Iterator[tuple[str, str]]:
    """(where, what it says), for every Chinese text that the product shows."""
    for path in sorted((ROOT / "web" / "src").rglob("locales/zh-CN.json")):
        yield from _inside(json.loads(path.read_text("utf-8")), str(path.parent.parent.name) + ":")
    for path in sorted((ROOT / "chalicelib").glob("*/messages.json")):
        for code, said in json.loads(path.read_text("utf-8")).items():
            yield code, said["zh-CN"]
    for path in sorted((ROOT / "chalicelib").glob("*/mails/*.json")):
        yield from _inside(json.loads(path.read_text("utf-8"))["zh-CN"], f"{path.stem}:")
    for path in sorted((ROOT / "chalicelib").glob("*/schemas/events/*.json")):
        yield path.stem, json.loads(path.read_text("utf-8")).get("x-title-zh-CN", "")


def _inside(words: Any, where: str) -> Iterator[tuple[str, str]]:
    for key, value in words.items():
        if isinstance(value, str):
            yield where + key, value
        else:
            yield from _inside(value, f"{where}{key}.")


def test_there_is_something_to_read() -> None:
    assert len(list(texts())) > 1500
    assert Path(ROOT / "docs" / "glossary.md").exists()


@pytest.mark.parametrize("wrong", RIGHT)
def test_a_thing_has_one_word(wrong: str) -> None:
    found = [f"{where}: {text}" for where, text in texts() if wrong in text]
    assert found == [], f"“{wrong}” is called {RIGHT[wrong]}"


def test_only_machines_refuse() -> None:
    found = {where for where, text in texts() if "拒绝" in text}
    assert found == set(REFUSED_BY_MACHINES)

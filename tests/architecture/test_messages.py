"""Every error that can reach a person has words in both languages."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

import chalicelib
from chalicelib.edge.messages import catalogue
from chalicelib.kernel.errors import BanliError
from chalicelib.kernel.languages import LANGUAGES

from .source import calls, modules, strings

ROOTS = {"error"}
"""Codes of kinds that nobody raises as they are."""


def _load_everything() -> None:
    for module in pkgutil.walk_packages(chalicelib.__path__, "chalicelib."):
        importlib.import_module(module.name)


def _kinds(kind: type[BanliError]) -> Iterator[type[BanliError]]:
    yield kind
    for below in kind.__subclasses__():
        yield from _kinds(below)


_load_everything()
CODES = sorted({kind.code for kind in _kinds(BanliError)} - ROOTS)
FIELD_CODES = sorted(
    {
        argument.value
        for module in modules()
        for name, call in calls(module)
        if name == "of" and len(call.args) == 2
        for argument in call.args[1:]
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }
)


@pytest.mark.parametrize("code", [*CODES, *FIELD_CODES])
def test_a_code_has_words_in_both_languages(code: str) -> None:
    assert set(catalogue().get(code, {})) == set(LANGUAGES)


@pytest.mark.parametrize("code", sorted(catalogue()))
def test_the_languages_say_the_same(code: str) -> None:
    texts = catalogue()[code]
    placeholders = {language: set(re.findall(r"\{(\w+)\}", text)) for language, text in texts.items()}
    assert placeholders["zh-CN"] == placeholders["en"]
    assert re.search(r"[\u4e00-\u9fff]", texts["zh-CN"])
    assert not re.search(r"[\u4e00-\u9fff]", re.sub(r"\{\w+\}", "", texts["en"]))


def test_no_words_without_a_code() -> None:
    spelt = {text for module in modules() for text in strings(module)}
    assert sorted(set(catalogue()) - spelt) == []

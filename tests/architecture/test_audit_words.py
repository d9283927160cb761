"""Everything that the audit log may hold can be read there as a sentence, in every language."""

import ast
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from chalicelib.directory import events
from chalicelib.kernel.languages import LANGUAGES

from .source import ROOT, Module, calls, modules

WRITERS = {"audit", "audit_record", "_audit"}
ACTION = re.compile(r"[a-z]+\.[a-z_]+")
CHANGES = (events.CREATED, events.CHANGED, events.REMOVED)
"""What stands for `change` in `f"role.{change}"`."""


def _writes(module: Module) -> bool:
    logs = any(isinstance(node, ast.Attribute) and node.attr == "_log" for node in ast.walk(module.tree))
    return logs or any(name in WRITERS for name, _ in calls(module))


def _actions(module: Module) -> Iterator[str]:
    """Texts of the module that look like actions: one may come to the log by way of a variable."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and ACTION.fullmatch(node.value):
            yield node.value
        elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
            prefix = str(node.values[0].value)
            if re.fullmatch(r"[a-z]+\.", prefix):
                yield from (prefix + change for change in CHANGES)


def _spelt(words: dict[str, Any], below: str = "") -> Iterator[str]:
    for key, value in words.items():
        if isinstance(value, dict) and "text" in value:
            yield below + key
        elif isinstance(value, dict):
            yield from _spelt(value, f"{below}{key}.")


WRITTEN = sorted({action for module in modules() if _writes(module) for action in _actions(module)})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_action_has_its_sentence_and_no_sentence_is_left_over(language: str) -> None:
    path = ROOT / "web" / "src" / "features" / "tenancy" / "locales" / f"{language}.json"
    words = json.loads(path.read_text("utf-8"))["actions"]
    assert sorted(_spelt(words)) == WRITTEN


def test_the_search_for_actions_finds_those_of_every_kind() -> None:
    expected = {"session.started", "password.reset", "role.removed", "form.reopened", "company.trial_expired"}
    assert expected <= set(WRITTEN)

"""A field type is one file: nobody outside `forms/domain/fields` may ask which type a field is."""

import ast
from collections.abc import Iterator

import pytest

from chalicelib.forms.domain.fields import RESULTS, TYPES

from .source import Module, modules

NAMES = frozenset(TYPES) | frozenset(RESULTS)
OWN = ("forms/domain/fields/", "forms/domain/formula/")
ASKED = ("type", "result")
"""What names a type: `field.type`, `doc["type"]`, `field.options["result"]`."""


def compared(module: Module) -> Iterator[str]:
    """Lines that compare something called a type with the name of one, or look it up in names of some."""
    constants = {
        target.id: node.value
        for node in module.tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            named = [constants.get(each.id, each) if isinstance(each, ast.Name) else each for each in sides]
            if any(_asks(each) for each in sides) and any(_names_a_type(each) for each in named):
                yield f"{module.name}:{node.lineno}"
        elif isinstance(node, ast.Dict):
            keys = {key.value for key in node.keys if isinstance(key, ast.Constant) and isinstance(key.value, str)}
            if len(keys & NAMES) > 2 and keys <= NAMES:
                yield f"{module.name}:{node.lineno}"


def _asks(side: ast.expr) -> bool:
    for node in ast.walk(side):
        if isinstance(node, ast.Attribute) and node.attr in ASKED:
            return True
        if isinstance(node, ast.Constant) and node.value in ASKED:
            return True
    return False


def _names_a_type(side: ast.expr) -> bool:
    return any(isinstance(node, ast.Constant) and node.value in NAMES for node in ast.walk(side))


@pytest.mark.parametrize("module", [each for each in modules() if each.context in ("forms", "flows", "notifications")])
def test_nobody_asks_which_type_a_field_is(module: Module) -> None:
    if not module.name.startswith(OWN):
        assert list(compared(module)) == []


def test_the_rule_sees_what_it_forbids() -> None:
    found = [
        'MANY = ("choices", "member")\nfield.type in MANY',
        'doc.get("type") == "money"',
        'field.options["result"] == "boolean"',
        'if (each.type, each.default) == ("date", "@today"): pass',
        '{"money": 1, "percent": 2, "number": 3}',
    ]
    assert [len(list(compared(Module("x", text, ast.parse(text))))) for text in found] == [1] * len(found)


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_type_is_registered_by_its_file_alone(name: str) -> None:
    """No module outside names the one that holds it, but for those whose values the server makes."""
    holder = type(TYPES.get(name) or RESULTS[name]).__module__.rpartition(".")[2]
    serving = {
        "formula": ("forms/domain/values.py",),
        "rollup": ("forms/domain/rollups/tally.py",),
        "serial": ("forms/service/serials.py",),
    }
    importers = [
        each.name
        for each in modules()
        for node in ast.walk(each.tree)
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").split(".")[-2:] == ["fields", holder]
        and not each.name.startswith(OWN)
    ]
    assert tuple(importers) == serving.get(name, ())

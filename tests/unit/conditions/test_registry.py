"""A new operator is one file on the server: everything else that knows operators is made from the registries."""

import json
import re
from pathlib import Path

import pytest

import chalicelib
from chalicelib.conditions.kinds import KINDS
from chalicelib.conditions.operators import OPERATORS
from chalicelib.conditions.schema import condition_schema

ROOT = Path(chalicelib.__file__).parent
OPERATOR_FILES = ROOT / "conditions" / "operators"
SPECIAL = {"eq", "in", "ne", "not_in", "between"}
"""Operators that stretches of days and lists of ids become, and that bounds of ids are made of."""


def test_the_schema_is_made_from_the_registries() -> None:
    """After a change: `python -m tools condition-schema`."""
    written = json.loads((ROOT / "conditions" / "schemas" / "condition.json").read_text(encoding="utf-8"))
    assert written == condition_schema()


@pytest.mark.parametrize("name", sorted(OPERATORS.keys() - SPECIAL))
def test_an_operator_is_named_in_one_file(name: str) -> None:
    quoted = re.compile(rf'"{name}"')
    files = [path for path in ROOT.rglob("*.py") if path.parent.name == "operators" or "conditions" in path.parts]
    naming = [path for path in files if quoted.search(path.read_text(encoding="utf-8"))]
    assert [path.parent for path in naming] == [OPERATOR_FILES]


def test_every_kind_can_be_asked_something() -> None:
    for kind in KINDS.values():
        assert {"empty", "not_empty"} <= {name for name, each in OPERATORS.items() if each.suits(kind)}

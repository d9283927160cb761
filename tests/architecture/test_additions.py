"""What adding a node type or an approver rule touches: one file on the server, as a type is found by being there."""

import re
from pathlib import Path

import pytest

from chalicelib.flows.engine.approvers import RULE_TYPES
from chalicelib.flows.engine.nodes import NODE_TYPES

from .source import ROOT

FLOWS = ROOT / "chalicelib" / "flows"
NODES, RULES = FLOWS / "engine" / "nodes", FLOWS / "engine" / "approvers"

KNOW_BRANCHES = {"engine/checks.py"}
"""The coverage of conditions looks at all arms of a branch together."""

KINDS = pytest.mark.parametrize(
    ("folder", "declared", "types"),
    [(NODES, "NODE_TYPE", set(NODE_TYPES)), (RULES, "RULE_TYPE", set(RULE_TYPES))],
    ids=["nodes", "approvers"],
)


@KINDS
def test_a_file_that_declares_a_type_is_all_that_it_takes(folder: Path, declared: str, types: set[str]) -> None:
    files = {path.stem for path in folder.glob("[!_]*.py") if f"\n{declared} = " in path.read_text("utf-8")}
    assert files == types


@KINDS
def test_no_other_file_knows_a_type(folder: Path, declared: str, types: set[str]) -> None:
    """Neither by importing its module nor by importing a name from it."""
    names = "|".join(types)
    imported = re.compile(rf"from [.\w]*\b{folder.name}(?:\.(?:{names})\b| import [^\n]*\b(?:{names})\b)")
    others = [path for path in FLOWS.rglob("*.py") if path.parent != folder]
    knowing = {path.relative_to(FLOWS).as_posix() for path in others if imported.search(path.read_text("utf-8"))}
    assert knowing - KNOW_BRANCHES == set()

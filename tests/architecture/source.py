"""The source of chalicelib as trees, for rules that no linter knows."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "chalicelib"


@dataclass(frozen=True)
class Module:
    """`name` is the path below chalicelib (`tenancy/store.py`)."""

    name: str
    text: str
    tree: ast.Module

    @property
    def context(self) -> str:
        return self.name.split("/")[0]


@cache
def modules() -> tuple[Module, ...]:
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        found.append(Module(path.relative_to(PACKAGE).as_posix(), text, ast.parse(text)))
    return tuple(found)


def calls(module: Module) -> Iterator[tuple[str, ast.Call]]:
    """(last part of the called name, call): `table().commit(work)` is `commit`."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            called = node.func
            if isinstance(called, ast.Attribute):
                yield called.attr, node
            elif isinstance(called, ast.Name):
                yield called.id, node


def strings(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def imports(module: Module) -> Iterator[str]:
    """Absolute imports, by their first part."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module.split(".")[0]


def relative_imports(module: Module) -> Iterator[str]:
    """Imports of our own, dotted, as written behind the dots: `..store.keys` is `store.keys`."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ImportFrom) and node.level > 0:
            yield from [node.module] if node.module else [alias.name for alias in node.names]

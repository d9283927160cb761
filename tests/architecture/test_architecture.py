"""The rules of docs/architecture.md that keep one small part from undoing a promise of the whole."""

import ast
from pathlib import Path

import pytest

from ..conftest import CLOUD, LONGEST
from .source import ROOT, Module, calls, imports, modules, relative_imports

MAX_LINES = 400
PLATFORM = {"kernel", "aws", "tenancy", "identity", "edge"}
"""Who may name the platform's own partition: it holds what no tenant may see."""
READS_ENVIRONMENT = {"aws/settings.py", "aws/outbound/client.py", "edge/observe.py"}

every_module = pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)


@every_module
def test_a_file_is_short_and_says_what_it_owns(module: Module) -> None:
    assert len(module.text.splitlines()) <= MAX_LINES
    assert ast.get_docstring(module.tree) or not module.text.strip()


AROUND = [path for folder in ("tests", "tools", "benchmarks") for path in sorted((ROOT / folder).rglob("*.py"))]


@pytest.mark.parametrize("path", AROUND, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_around_it_are_short_too(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_LINES


def test_what_is_to_begin_first_is_there() -> None:
    assert [scope for scope in LONGEST if scope != CLOUD and not (ROOT / scope).is_file()] == []


@every_module
def test_only_aws_speaks_to_aws(module: Module) -> None:
    if module.context != "aws":
        assert not {"boto3", "botocore", "pynamodb"} & set(imports(module))


@every_module
def test_only_the_platform_names_its_partition(module: Module) -> None:
    named = {node.id for node in ast.walk(module.tree) if isinstance(node, ast.Name)}
    named |= {alias.name for node in ast.walk(module.tree) if isinstance(node, ast.ImportFrom) for alias in node.names}
    if module.context not in PLATFORM:
        assert "SYSTEM_TENANT" not in named


COMMITS = "aws/changelog.py"
"""Beside the edge, and no use case: the relay, which has no request to answer, enters changes into their log."""


@every_module
def test_only_the_edge_commits(module: Module) -> None:
    if module.context != "edge" and module.name != COMMITS:
        assert "commit" not in {name for name, _ in calls(module)}


@every_module
def test_settings_are_read_in_one_place(module: Module) -> None:
    """`setting` refuses what is missing or empty; an `os.environ` elsewhere would guess."""
    if module.name not in READS_ENVIRONMENT:
        reads = {node.attr for node in ast.walk(module.tree) if isinstance(node, ast.Attribute)}
        assert not {"environ", "getenv"} & reads


@every_module
def test_the_domain_has_no_clock_and_no_chance(module: Module) -> None:
    """A decision is a function of what was read; the moment is `work.now`, made once at the edge."""
    in_domain = "/domain" in module.name or "/engine/" in module.name or module.name.endswith("/service.py")
    if in_domain or "/service/" in module.name:
        assert not {"utc_now", "now", "today", "uuid4", "sleep", "random"} & {name for name, _ in calls(module)}
        assert not {"random", "uuid", "secrets", "socket", "requests"} & set(imports(module))


def is_service(module: Module) -> bool:
    return "/service/" in module.name or module.name.endswith("/service.py")


@pytest.mark.parametrize("module", [each for each in modules() if is_service(each)], ids=lambda module: module.name)
def test_a_use_case_knows_ports_not_what_stands_behind_them(module: Module) -> None:
    """An adapter comes in through `wiring.py`, so that a test can put a fake in its place."""
    adapters = {"aws", "store", "wiring", "http", "views"}
    assert not {imported.split(".")[0] for imported in relative_imports(module)} & adapters


def is_domain(module: Module) -> bool:
    return "/domain/" in module.name or module.name.endswith("/domain.py") or "/engine/" in module.name


@pytest.mark.parametrize("module", [each for each in modules() if is_domain(each)], ids=lambda module: module.name)
def test_the_domain_reaches_for_nothing_around_it(module: Module) -> None:
    """Rules know values, not where these come from: no store, no service, no AWS, no HTTP."""
    around = {"aws", "store", "service", "wiring", "http", "views", "api"}
    named = {part for imported in relative_imports(module) for part in imported.split(".")}
    assert not named & around
    assert not any(imported.startswith("edge") and imported != "edge.schemas" for imported in relative_imports(module))


@every_module
def test_rows_are_named_by_their_own_context(module: Module) -> None:
    """What a use case of another context reads is asked of its `prefetch.py`; a route names no row at all."""
    named = {
        (node.level, node.module or "")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ImportFrom) and "row_keys" in {alias.name for alias in node.names}
    }
    assert {part for _, part in named} <= {""}
    assert not (named and ("/http/" in module.name or module.name.endswith("/http.py")))

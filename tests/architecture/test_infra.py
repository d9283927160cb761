"""app.py, infra/wiring.yaml, .chalice/ and the code name the same things, so that nothing is deployed half-wired."""

import ast
import re
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from app import app
from tools.local.headers import forwarded_headers
from tools.template.merge import merged
from tools.template.policies import ALWAYS
from tools.template.source import POLICIES, ROOT, chalice_config, read_wiring, read_yaml

CODE = ROOT / "chalicelib"
WIRING = read_wiring()


@pytest.fixture(scope="module")
def sources() -> str:
    return "\n".join(path.read_text("utf-8") for path in sorted(CODE.rglob("*.py")))


@pytest.fixture(scope="module")
def variables() -> set[str]:
    return set(merged("us-east-1")["Globals"]["Function"]["Environment"]["Variables"])


def test_every_function_of_the_app_is_wired() -> None:
    functions = {"api_handler", *(function.name for function in app.pure_lambda_functions)}
    assert functions == set(WIRING.callers), "give it its line in infra/wiring.yaml"


def test_every_grant_is_somebodys() -> None:
    """A grant that no function has any more would be given away one day without being read."""
    given = {grant for function in WIRING.functions for grant in function.may}
    assert given | set(ALWAYS) == set(read_yaml(POLICIES)["grants"])


def test_what_chalice_is_told_of_one_function_stands_in_the_wiring() -> None:
    assert "lambda_functions" not in chalice_config()
    assert [path.name for path in (ROOT / ".chalice").glob("policy-*.json")] == []


def test_a_function_is_called_as_the_wiring_says() -> None:
    by_queue = {name for name, caller in WIRING.callers.items() if caller == "queue"}
    assert {queue.function for queue in WIRING.queues} == by_queue
    assert set(WIRING.callers.values()) <= {"api", "stream", "queue", "execution", "schedule", "rule"}


def test_every_setting_that_the_code_reads_is_given(sources: str, variables: set[str]) -> None:
    read = set(re.findall(r'setting\(\s*"(BANLI_[A-Z_]+)"', sources))
    assert read
    assert read <= variables


def test_every_queue_and_job_that_the_code_names_exists(sources: str) -> None:
    queues = set(re.findall(r'\bqueues\.send\(\s*"([a-z_]+)"', sources)) | set(
        re.findall(r'\bsend\(\s*"([a-z_]+)"', sources)
    )
    jobs = set(re.findall(r'\bjob="([a-z_]+)"', sources))
    assert queues <= {queue.name for queue in WIRING.queues}
    assert jobs <= {name for name, caller in WIRING.callers.items() if caller == "schedule"}


def test_a_queue_hears_events_that_exist() -> None:
    events = "\n".join(path.read_text("utf-8") for path in sorted(CODE.glob("*/events.py")))
    types = set(re.findall(r'"([a-z]+\.[A-Z][A-Za-z]+)"', events))
    assert types
    for queue in WIRING.queues:
        for prefix in queue.hears:
            assert any(name.startswith(prefix) for name in types), f"{queue.name} hears {prefix}, which nobody says"


def test_every_library_that_the_code_imports_travels_with_it() -> None:
    """Even one that is imported late, inside a function: in AWS it would be missed only when it is needed."""
    named = {
        node_name.split(".")[0]
        for path in sorted(CODE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        for node_name in _imported(node)
    }
    outside = named - sys.stdlib_module_names - {"chalicelib", "chalice"}
    owners = packages_distributions()
    lock = (ROOT / "requirements.txt").read_text("utf-8").lower().replace("_", "-")
    missing = {
        name for name in outside if not any(f"\n{owner.lower().replace('_', '-')}==" in lock for owner in owners[name])
    }
    assert missing == set()


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
        return [node.module]
    return []


def test_the_cdn_lets_through_every_header_that_the_edge_reads() -> None:
    """A header that CloudFront drops would work here and fail in AWS."""
    text = "\n".join(path.read_text("utf-8") for path in sorted((CODE / "edge").glob("*.py")))
    read = set(re.findall(r'headers\.get\("([a-z-]+)"', text))
    ours = {"x-banli-edge", "cloudfront-viewer-address"}
    assert ours < read
    assert read - ours <= forwarded_headers()


def test_stages_are_known_to_template_and_chalice() -> None:
    config = chalice_config()
    assert list(config["stages"]) == merged("us-east-1")["Parameters"]["Stage"]["AllowedValues"]
    assert config["lambda_architecture"] == "arm64"
    assert config["autogen_policy"] is False


def test_files_of_infra_stay_small() -> None:
    long = [
        path.name for path in sorted(Path(ROOT / "infra").glob("*.yaml")) if len(path.read_text().splitlines()) > 200
    ]
    assert long == []

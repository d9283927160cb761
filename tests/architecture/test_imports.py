"""What `import app` loads. Every function imports it on its cold start, so it holds the routes and no use case.

docs/architecture.md, "What is loaded when"; figures in docs/adr/0009-loaded-on-first-use.md and by `make bench`.
"""

import json
import subprocess
import sys
from functools import cache

import pytest

from .source import ROOT

LIST_MODULES = "import app, json, sys; print(json.dumps(sorted(sys.modules)))"
ON_FIRST_USE = {"service", "store", "engine", "authenticator", "outbound", "blobs", "mail"}


@cache
def loaded() -> tuple[str, ...]:
    answer = subprocess.run([sys.executable, "-c", LIST_MODULES], cwd=ROOT, check=True, capture_output=True, text=True)
    return tuple(json.loads(answer.stdout))


def ours() -> list[str]:
    return [name for name in loaded() if name.startswith("chalicelib.")]


def test_use_cases_stores_and_the_engine_are_loaded_by_the_first_request_that_needs_them() -> None:
    assert [name for name in ours() if ON_FIRST_USE & set(name.split("."))] == []


def test_contexts_meet_in_their_wiring_not_at_import() -> None:
    assert [name for name in ours() if name.endswith(".api")] == []


@pytest.mark.parametrize("library", ["argon2", "cryptography", "jinja2", "smtplib"])
def test_a_heavy_library_is_loaded_only_where_it_is_used(library: str) -> None:
    assert library not in loaded()

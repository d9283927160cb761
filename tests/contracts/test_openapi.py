"""The published contract: complete, consistent in itself, and changed only on purpose."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from app import app
from chalicelib import __version__
from chalicelib.edge.openapi import document, endpoints

SNAPSHOT = Path(__file__).parent / "openapi.json"


@pytest.fixture(scope="module")
def contract() -> dict[str, Any]:
    return document(app, __version__)


def test_the_snapshot_is_what_the_routes_say(contract: dict[str, Any]) -> None:
    """After a change that is meant: `make openapi`, and read the difference as the API's users will."""
    assert json.loads(SNAPSHOT.read_text(encoding="utf-8")) == json.loads(json.dumps(contract))


def test_every_route_is_in_it_and_nothing_else(contract: dict[str, Any]) -> None:
    routed = {(path, method.lower()) for path in app.routes for method in app.routes[path]}
    told = {(path, method) for path, methods in contract["paths"].items() for method in methods}
    assert told == routed


def test_operations_have_names_of_their_own_and_words(contract: dict[str, Any]) -> None:
    operations = [operation for methods in contract["paths"].values() for operation in methods.values()]
    names = [operation["operationId"] for operation in operations]
    assert len(names) == len(set(names))
    assert all(operation["summary"] and operation["tags"] for operation in operations)


def test_every_reference_leads_somewhere(contract: dict[str, Any]) -> None:
    found = set(re.findall(r'"#/components/schemas/([^"]+)"', json.dumps(contract)))
    assert found <= set(contract["components"]["schemas"])
    assert "banli:" not in json.dumps(contract)


def test_what_saves_by_post_names_its_key_and_what_needs_a_version_names_it(contract: dict[str, Any]) -> None:
    for path, method, _, declared in endpoints(app):
        headers = {
            each["name"] for each in contract["paths"][path][method.lower()]["parameters"] if each["in"] == "header"
        }
        assert ("Idempotency-Key" in headers) == (method == "POST" and declared.saves), (method, path)
        assert ("If-Match" in headers) == declared.if_match, (method, path)

"""Every way in runs through a decorator of the edge, and is declared where AWS will find it.

A handler that is no route and stands in a Blueprint is packaged as a handler of another module: it would bypass
`app.py` in AWS, while the test client runs it all the same.
"""

import ast
import inspect

import pytest

from app import app
from chalicelib.edge import PUBLIC, SIGNED_IN
from chalicelib.edge.endpoint import Endpoint
from chalicelib.edge.openapi import endpoints

from .source import ROOT

PERMISSIONS = {
    PUBLIC,
    SIGNED_IN,
    "company.manage",
    "members.manage",
    "roles.manage",
    "forms.build",
    "flows.build",
    "records.read_all",
    "webhooks.manage",
    "audit.read",
}
FUNCTIONS = [*app.pure_lambda_functions, *app.event_sources]
ROUTES = list(endpoints(app))

every_route = pytest.mark.parametrize(
    ("path", "method", "declared"),
    [(path, method, declared) for path, method, _, declared in ROUTES],
    ids=[f"{method} {path}" for path, method, _, _ in ROUTES],
)


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
def test_functions_live_in_app_py(function: object) -> None:
    assert str(getattr(function, "handler_string", "")).startswith("app.")


def test_functions_of_app_py_are_one_line_each() -> None:
    tree = ast.parse((ROOT / "app.py").read_text(encoding="utf-8"))
    long = [
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and len([part for part in node.body if not _is_text(part)]) > 1
    ]
    assert long == []


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


@every_route
def test_a_route_is_guarded_by_a_known_permission(path: str, method: str, declared: Endpoint) -> None:
    assert declared.permission in PERMISSIONS
    assert declared.summary
    assert declared.tag


@every_route
def test_a_route_lies_under_the_version_and_takes_its_parameters(path: str, method: str, declared: Endpoint) -> None:
    view = app.routes[path][method].view_function
    wanted = [part[1:-1] for part in path.split("/") if part.startswith("{")]
    given = list(inspect.signature(inspect.unwrap(view)).parameters)[1:]
    assert path.startswith("/v1/")
    assert sorted(wanted) == sorted(given)


@every_route
def test_only_changes_need_a_version_and_only_posts_ask(path: str, method: str, declared: Endpoint) -> None:
    assert not declared.if_match or method in ("PUT", "PATCH", "DELETE", "POST")
    assert declared.saves or method == "POST"
    assert method != "GET" or declared.body is None


def test_the_application_never_shows_a_stack_trace() -> None:
    assert app.debug is False

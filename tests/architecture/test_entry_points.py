"""Every way in runs through a decorator of the edge, is declared by its context, and is where AWS will find it.

A handler that is no route and stands in a Blueprint is packaged as a handler of another module: it would bypass
`app.py` in AWS, while the test client runs it all the same.
"""

import inspect
from importlib import import_module
from typing import Any

import pytest

import app as app_module
from app import CONTEXTS, app
from chalicelib.edge import PUBLIC, SIGNED_IN, functions_of
from chalicelib.edge.endpoint import Endpoint
from chalicelib.edge.openapi import endpoints
from tools.template.source import read_wiring

from .source import modules

WIRING = read_wiring()
CONTEXT_NAMES = {context.name for context in CONTEXTS}
JOBS = {"schedule", "rule"}

PERMISSIONS = {PUBLIC, SIGNED_IN, *(permission.id for context in CONTEXTS for permission in context.permissions)}
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


def test_a_function_is_where_lambda_looks_for_it() -> None:
    for function in FUNCTIONS:
        assert getattr(app_module, function.handler_string.removeprefix("app.")) is app.handler_map[function.name]
    assert {function.name for function in FUNCTIONS} == {name for each in CONTEXTS for name in each.functions}


def test_every_entry_point_is_declared_by_its_context() -> None:
    """A decorated function in a module that its context does not name would never be called."""
    deaf = []
    for module in modules():
        if module.context in CONTEXT_NAMES and module.name.count("/") == 1 and "__" not in module.name:
            made = functions_of(import_module(f"chalicelib.{module.name.removesuffix('.py').replace('/', '.')}"))
            deaf += [name for name in made if not hasattr(app_module, name)]
    assert deaf == []


CALLED_BY = {
    "consumer": {"queue"},
    "worker": {"queue"},
    "claimed_worker": {"queue"},
    "step": {"execution"},
    "job": JOBS,
}


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
def test_a_function_is_called_by_what_its_decorator_expects(function: Any) -> None:
    line = next(each for each in WIRING.functions if each.name == function.name)
    kind = getattr(function.func, "__kind__", "relay")
    assert line.by in CALLED_BY.get(kind, {"stream"})
    if line.by == "queue":
        queue = WIRING.queue_of(function.name)
        assert queue is not None
        assert bool(queue.hears) is (kind == "consumer"), (
            "who hears the bus is a consumer, who works off messages is not"
        )


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

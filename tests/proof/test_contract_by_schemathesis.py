"""P1, P12. The API keeps its own published contract, whatever fits it or does not, asked by two companies.

schemathesis makes requests from the OpenAPI document, good ones and broken ones; the ids in their paths are real. The
owner's answer is no server error, conforms, and refuses what the contract refuses; the other company's never succeeds
with what the owner's path names, and nobody's succeeds without a session.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
)

from app import app
from chalicelib import __version__
from chalicelib.edge import PUBLIC
from chalicelib.edge.openapi import document

from ..security.calls import ROUTES, cases_of
from ..security.company_fixture import CANARY, CompanyFixture, SeededCompany
from .sizes import LONG, SEED, size
from .wsgi import Wsgi

CHECKS = (
    not_a_server_error,
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
    negative_data_rejection,
)


@pytest.fixture(scope="module")
def contract(fixture: CompanyFixture) -> Any:
    """Without its security: who asks is this proof's business, and a cookie left out is tried for every route here."""
    told = json.loads(json.dumps(document(app, __version__)))
    for methods in told["paths"].values():
        for operation in methods.values():
            operation.pop("security", None)
    del told["components"]["securitySchemes"]
    made = schemathesis.openapi.from_dict(told)
    made.app = Wsgi(fixture.client)
    return made


def call(case: Any, seeded: SeededCompany | None) -> Any:
    """The case by the administrator of a company, or by nobody."""
    cookies = seeded.browsers["administrator"].cookies if seeded else {}
    case.operation.app.cookie = "; ".join(f"{name}={value}" for name, value in cookies.items())
    return case.call()


def with_real_ids(case: Any, route: str, seeded: SeededCompany) -> None:
    """The ids that the path needs, as the owner has them; what is no id stays as it was made."""
    named = cases_of(route)[0]
    for name in case.path_parameters or {}:
        if name in named.fixed:
            case.path_parameters[name] = named.fixed[name]
        elif name.endswith("_id"):
            case.path_parameters[name] = seeded.ids[named.path.get(name, name.removesuffix("_id"))]


def operations(contract: Any) -> Iterator[tuple[str, Any]]:
    for found in contract.get_all_operations():
        operation = found.ok()
        yield f"{operation.method.upper()} {operation.path}", operation


def test_the_contract_is_kept_by_and_against_two_companies(
    fixture: CompanyFixture, contract: Any, proved: Callable[..., None]
) -> None:
    seen: Counter[str] = Counter()
    asked: set[str] = set()
    for route, operation in operations(contract):
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
            if mode is GenerationMode.NEGATIVE and not ROUTES[route].body and not ROUTES[route].query:
                continue
            ask(fixture, route, operation.as_strategy(generation_mode=mode), seen)
        asked.add(route)
    assert asked == set(ROUTES)
    assert seen["succeeded"] > len(ROUTES) / 4
    proved(
        "P12",
        "requests that schemathesis made of the OpenAPI document, as owner, as another company, as nobody",
        operations=len(asked),
        requests=seen["requests"],
        succeeded=seen["succeeded"],
        server_errors=0,
    )


def ask(fixture: CompanyFixture, route: str, strategy: Any, seen: Counter[str]) -> None:
    @seed(SEED)
    @settings(
        max_examples=size(short=1, long=25),
        derandomize=not LONG,
        database=None,
        deadline=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(case=strategy)
    def one(case: Any) -> None:
        with_real_ids(case, route, fixture.victim)
        with fixture.undone():
            answer = call(case, fixture.victim)
            case.validate_response(answer, checks=list(CHECKS))
        seen["requests"] += 1
        seen["succeeded"] += answer.status_code < 300
        if ROUTES[route].permission == PUBLIC:
            return
        before = fixture.store.of(fixture.victim.tenant_id)
        with fixture.undone():
            foreign = call(case, fixture.attacker)
            nobody = call(case, None)
            assert fixture.store.of(fixture.victim.tenant_id) == before
        seen["requests"] += 2
        assert foreign.status_code < 500
        assert CANARY not in foreign.text
        if "_id}" in route:
            assert foreign.status_code >= 400, route
        assert nobody.status_code == 401, route

    one()

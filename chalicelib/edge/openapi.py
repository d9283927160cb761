"""The OpenAPI 3.1 document, built from `app.routes` and the schemas that the routes declare, so it cannot drift."""

import re
from collections.abc import Iterator
from typing import Any

from chalice import Chalice

from .endpoint import PUBLIC, Endpoint
from .request_parsing import SAFE_METHODS
from .schemas import SCHEME, load

_REFERENCE = re.compile(re.escape(SCHEME) + r"([a-z_]+)/([a-zA-Z0-9_./-]+)")
_HEADER = {"in": "header", "required": True, "schema": {"type": "string"}}

PROBLEM: dict[str, Any] = {
    "type": "object",
    "required": ["type", "title", "status", "code", "correlation_id"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "code": {"type": "string"},
        "detail": {"type": "string"},
        "correlation_id": {"type": "string"},
        "params": {"type": "object"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["path", "code", "message"],
                "properties": {
                    "path": {"type": "string"},
                    "code": {"type": "string"},
                    "message": {"type": "string"},
                    "params": {"type": "object"},
                },
            },
        },
    },
}


def endpoints(app: Chalice) -> Iterator[tuple[str, str, str, Endpoint]]:
    """(path, method, operation id, declaration) of every route, in a stable order."""
    for path in sorted(app.routes):
        for method in sorted(app.routes[path]):
            view = app.routes[path][method].view_function
            yield path, method, view.__name__, view.__endpoint__


def document(app: Chalice, version: str) -> dict[str, Any]:
    """The whole document. `version` is the product's."""
    schemas = _Schemas()
    paths: dict[str, dict[str, Any]] = {}
    for path, method, name, declared in endpoints(app):
        paths.setdefault(path, {})[method.lower()] = _operation(path, method, name, declared, schemas)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Banli", "version": version, "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"}},
        "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
        "paths": paths,
        "components": {
            "schemas": {"Problem": PROBLEM, **schemas.collected()},
            "securitySchemes": {"session": {"type": "apiKey", "in": "cookie", "name": "banli_session"}},
        },
    }


def _operation(path: str, method: str, name: str, declared: Endpoint, schemas: "_Schemas") -> dict[str, Any]:
    operation: dict[str, Any] = {
        "operationId": name,
        "summary": declared.summary,
        "tags": [declared.tag],
        "parameters": list(_parameters(path, method, declared)),
        "responses": {
            str(declared.status): _success(declared, schemas),
            "default": {
                "description": "Problem (RFC 9457)",
                "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
            },
        },
        "x-permission": declared.permission,
    }
    if declared.permission != PUBLIC:
        operation["security"] = [{"session": []}]
    if declared.body is not None:
        content = {"application/json": {"schema": schemas.reference(declared.body)}}
        operation["requestBody"] = {"required": True, "content": content}
    return operation


def _parameters(path: str, method: str, declared: Endpoint) -> Iterator[dict[str, Any]]:
    for name in re.findall(r"{(\w+)}", path):
        yield {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
    for name, schema in declared.query.items():
        yield {"name": name, "in": "query", "schema": schema}
    if method == "POST" and declared.saves:
        yield {"name": "Idempotency-Key", **_HEADER}
    if method not in SAFE_METHODS and declared.if_match:
        yield {"name": "If-Match", **_HEADER}


def _success(declared: Endpoint, schemas: "_Schemas") -> dict[str, Any]:
    if declared.response is None:
        return {"description": declared.summary}
    schema: dict[str, Any] = schemas.reference(declared.response)
    if declared.response_list:
        schema = {
            "type": "object",
            "required": ["items", "next_cursor"],
            "properties": {
                "items": {"type": "array", "items": schema},
                "next_cursor": {"type": ["string", "null"]},
            },
        }
    return {"description": declared.summary, "content": {"application/json": {"schema": schema}}}


class _Schemas:
    """Collects every schema that is named, directly or by another, under `#/components/schemas`."""

    def __init__(self) -> None:
        self._found: dict[str, Any] = {}

    def reference(self, name: str) -> dict[str, str]:
        if name not in self._found:
            self._found[name] = None
            self._found[name] = self._rewrite(load(name))
        return {"$ref": f"#/components/schemas/{_component(name)}"}

    def collected(self) -> dict[str, Any]:
        return {_component(name): self._found[name] for name in sorted(self._found)}

    def _rewrite(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self._rewrite(item) for item in value]
        if not isinstance(value, dict):
            return value
        found = _REFERENCE.fullmatch(str(value.get("$ref", "")))
        if found:
            others = {key: self._rewrite(item) for key, item in value.items() if key != "$ref"}
            return {**self.reference(f"{found[1]}/{found[2]}"), **others}
        return {key: self._rewrite(item) for key, item in value.items() if key not in ("$schema", "$id")}


def _component(name: str) -> str:
    """`forms/record_create` → `FormsRecordCreate`."""
    return "".join(part[:1].upper() + part[1:] for part in re.split(r"[^A-Za-z0-9]+", name))

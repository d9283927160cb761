"""The application as a WSGI callable, for tools that speak nothing else: Chalice's own test client behind it."""

from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Any

from chalice.test import Client

Environ = dict[str, Any]
StartResponse = Callable[[str, list[tuple[str, str]]], object]


class Wsgi:
    """`cookie` is the header of whoever asks now: the tools keep jars of their own, which drop it."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.cookie = ""

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        path = environ.get("REQUEST_URI") or environ["PATH_INFO"]
        if "?" not in path and environ.get("QUERY_STRING"):
            path += "?" + environ["QUERY_STRING"]
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        reply = self._client.http.request(environ["REQUEST_METHOD"], path, headers=self._headers(environ), body=body)
        status = f"{reply.status_code} {HTTPStatus(reply.status_code).phrase}"
        start_response(status, list(_lines(reply.headers)))
        return [reply.body or b""]

    def _headers(self, environ: Environ) -> dict[str, str]:
        given = {name: value for name, value in _headers(environ).items() if name != "Cookie"}
        return {**given, "Cookie": self.cookie} if self.cookie else given


def _headers(environ: Environ) -> dict[str, str]:
    given = {
        name.removeprefix("HTTP_").replace("_", "-").title(): value
        for name, value in environ.items()
        if name.startswith("HTTP_")
    }
    if environ.get("CONTENT_TYPE"):
        given["Content-Type"] = environ["CONTENT_TYPE"]
    return given


def _lines(headers: dict[str, Any]) -> Iterable[tuple[str, str]]:
    for name, value in headers.items():
        for line in value if isinstance(value, list) else [value]:
            yield name, str(line)

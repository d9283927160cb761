"""A client that speaks to the API as a browser does, in this process."""

import json
import uuid
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any

from chalice.test import Client


@dataclass
class Answer:
    status: int
    body: Any
    headers: dict[str, Any]

    @property
    def code(self) -> str:
        return str(self.body.get("code", "")) if isinstance(self.body, dict) else ""


@dataclass
class Api:
    """One person's browser: keeps cookies, adds an Idempotency-Key to every POST unless given one."""

    client: Client
    cookies: dict[str, str] = field(default_factory=dict)
    language: str = "en"

    def call(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        headers: dict[str, str] | None = None,
        raw: bytes | None = None,
    ) -> Answer:
        sent = {"Content-Type": "application/json", "Accept-Language": self.language}
        if method == "POST":
            sent["Idempotency-Key"] = uuid.uuid4().hex
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        sent |= headers or {}
        payload = raw if raw is not None else b"" if body is None else json.dumps(body).encode()
        reply = self.client.http.request(method, path, headers=sent, body=payload)
        self._keep(reply.headers.get("Set-Cookie") or [])
        text = reply.body.decode() if reply.body else ""
        return Answer(reply.status_code, json.loads(text) if text else None, dict(reply.headers))

    def get(self, path: str, **kwargs: Any) -> Answer:
        return self.call("GET", path, **kwargs)

    def post(self, path: str, body: Any = None, **kwargs: Any) -> Answer:
        return self.call("POST", path, {} if body is None else body, **kwargs)

    def put(self, path: str, body: Any, version: int | None = None, **kwargs: Any) -> Answer:
        headers = {"If-Match": f'"{version}"'} if version is not None else {}
        return self.call("PUT", path, body, headers=headers | kwargs.pop("headers", {}), **kwargs)

    def delete(self, path: str, version: int | None = None, **kwargs: Any) -> Answer:
        headers = {"If-Match": f'"{version}"'} if version is not None else {}
        return self.call("DELETE", path, headers=headers | kwargs.pop("headers", {}), **kwargs)

    def _keep(self, lines: str | list[str]) -> None:
        for line in [lines] if isinstance(lines, str) else lines:
            for name, morsel in SimpleCookie(line).items():
                if morsel["max-age"] == "0":
                    self.cookies.pop(name, None)
                else:
                    self.cookies[name] = morsel.value

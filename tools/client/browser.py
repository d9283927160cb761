"""One person's browser: keeps the cookies, renews the session as the web app does, sends an Idempotency-Key with every
POST, and checks every status.
"""

import json
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

GONE = 404
REFRESH = "/v1/session/refresh"


class Mismatch(Exception):
    """Something is not as promised: what was looked at, what was expected, what was there instead."""

    def __init__(self, what: str, expected: Any, got: Any) -> None:
        super().__init__(what, expected, got)
        self.what = what
        self.expected = expected
        self.got = got

    def __str__(self) -> str:
        return f"{self.what}\n  expected: {_shown(self.expected)}\n  got:      {_shown(self.got)}"


def _shown(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str, sort_keys=True)
    return text if len(text) <= 4000 else text[:4000] + " …"


@dataclass(frozen=True, slots=True)
class Answer:
    """`headers` have lower-case names; `body` is the parsed JSON, or None if there is none."""

    request: str
    status: int
    headers: Mapping[str, str]
    body: Any

    @property
    def code(self) -> str:
        """The stable code of a problem, or ""."""
        return str(self.body.get("code", "")) if isinstance(self.body, dict) else ""

    @property
    def version(self) -> int:
        """What If-Match has to say. Raises Mismatch if there is no ETag."""
        tag = self.headers.get("etag", "").removeprefix("W/").strip('"')
        if not tag.isdigit():
            raise Mismatch(f"{self.request}: ETag", 'a version such as "1"', self.headers.get("etag", "none"))
        return int(tag)

    def fault_at(self, path: str) -> str:
        """The code of the field error at this path, or "". The message must not be empty."""
        for error in self.body.get("errors", ()) if isinstance(self.body, dict) else ():
            if error["path"] == path and error["message"]:
                return str(error["code"])
        return ""

    def expect(self, *statuses: int) -> "Answer":
        """Itself, if it has one of these statuses. Raises Mismatch."""
        if self.status not in statuses:
            raise Mismatch(f"{self.request}: status", list(statuses), {"status": self.status, "body": self.body})
        return self


class Wire(Protocol):
    """What carries requests for one person: it holds that person's cookies."""

    def send(
        self, method: str, path: str, headers: Mapping[str, str], body: bytes
    ) -> tuple[int, Mapping[str, str], bytes]:
        """Status, headers and body of the answer."""
        ...


@dataclass(slots=True)
class Browser:
    wire: Wire
    language: str = "zh-CN"

    def ask(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        headers: Mapping[str, str] | None = None,
        raw: bytes | None = None,
    ) -> Answer:
        """The answer, whatever its status. `raw` is sent as it is instead of `body`."""
        sent = {"Accept": "application/json", "Accept-Language": self.language}
        if method == "POST":
            sent["Idempotency-Key"] = uuid.uuid4().hex
        content = raw if raw is not None else b"" if body is None else json.dumps(body, ensure_ascii=False).encode()
        if content:
            sent["Content-Type"] = "application/json"
        sent |= dict(headers or {})
        answer = self._send(method, path, sent, content)
        if answer.code == "unauthenticated" and path != REFRESH and self._renewed():
            answer = self._send(method, path, sent, content)
        return answer

    def get(self, path: str) -> Answer:
        return self.ask("GET", path).expect(200)

    def post(self, path: str, body: Any = None) -> Answer:
        """Raises Mismatch unless it succeeds."""
        return self.ask("POST", path, {} if body is None else body).expect(200, 201, 202, 204)

    def put(self, path: str, body: Any, version: int | None = None) -> Answer:
        return self._change("PUT", path, body, version)

    def patch(self, path: str, body: Any, version: int | None = None) -> Answer:
        return self._change("PATCH", path, body, version)

    def delete(self, path: str, version: int | None = None) -> Answer:
        return self._change("DELETE", path, None, version)

    def every(self, path: str) -> Iterator[dict[str, Any]]:
        """All items of a list, page by page."""
        mark, cursor = "&" if "?" in path else "?", ""
        while True:
            page = self.get(f"{path}{mark}cursor={cursor}" if cursor else path).body
            yield from page["items"]
            cursor = page["next_cursor"] or ""
            if not cursor:
                return

    def _renewed(self) -> bool:
        """Whether the session goes on: an access cookie is good for fifteen minutes."""
        return self._send("POST", REFRESH, {"Idempotency-Key": uuid.uuid4().hex}, b"").status < 300

    def _send(self, method: str, path: str, headers: Mapping[str, str], content: bytes) -> Answer:
        status, answered, text = self.wire.send(method, path, headers, content)
        lower = {name.lower(): value for name, value in answered.items()}
        return Answer(f"{method} {path}", status, lower, json.loads(text) if text else None)

    def _change(self, method: str, path: str, body: Any, version: int | None) -> Answer:
        headers = {} if version is None else {"If-Match": f'"{version}"'}
        return self.ask(method, path, body, headers=headers).expect(200, 201, 202, 204)
